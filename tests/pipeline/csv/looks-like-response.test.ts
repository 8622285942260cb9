import { describe, expect, it } from "vitest";
import { looksLikeResponse, recurringCells } from "../../../pipeline/csv/looks-like-response.ts";

describe("looksLikeResponse", () => {
  it.each([
    [["607", "2026-04-08 10:11:12", "WZ-10", "4"]],
    [["WZ-10", "anna@example.org", "x"]],
    [["WZ-10", "192.0.2.199", "x"]],
    [["8-4-2026", "WZ-10", "x"]],
    [["WZ-10", "2001:db8::1", "x"]],
    [["WZ-10", "+31 6 12345678", "x"]],
    [["WZ-10", "NL91 ABNA 0417 1643 00", "x"]],
    [["WZ-10", "1234 AB", "x"]],
    [["WZ-10", "4", "5", "3,5"]],
  ])("knows %j for answers", (names) => {
    expect(looksLikeResponse(names)).toBe(true);
  });

  it.each([
    [["id", "submitdate", "team", "VIT[E1]"]],
    [["Tijdstempel", "Teamcode", "1", "2"]],
    [["", "unit", "name"]],
    [["Team 4.1", "E-mail", "Q1.2"]],
    [["Vraag 06-1", "Full Name", "Leiding 2026"]],
    [[]],
  ])("knows %j for column names", (names) => {
    expect(looksLikeResponse(names)).toBe(false);
  });

  const below = [
    ["WZ", "Soms", "Vaak"],
    ["GH", "Vaak", "Soms"],
    ["WZ", "Vaak", "Nooit"],
  ];

  it("knows words for answers when most come back in their own column", () => {
    expect(looksLikeResponse(["WZ", "Vaak", "Altijd"], below)).toBe(true);
    expect(looksLikeResponse(["Vaak", "WZ", "Altijd"], below)).toBe(false);
  });

  const people = ["Piet Jansen", "Els Bakker", "Kees Visser", "Fatima el Idrissi", "J. Smit"];

  it("counts a person's name above people's names among the signs, though nobody's name comes back", () => {
    const rows = people.map((name) => [name, "te druk", "4", "vaak"]);
    expect(looksLikeResponse(["Jan de Vries", "geen tijd", "4"], rows)).toBe(true);
    expect(looksLikeResponse(["Jan de Vries", "geen tijd", "werkdruk"], rows)).toBe(false);
    expect(looksLikeResponse(["Full Name", "Employee Name", "4"], rows)).toBe(false);
  });

  it("takes no name for a person's where the cells below are answers or fewer than five", () => {
    const rows = ["Strongly Agree", "Strongly Disagree", "Strongly Agree", "Neither Agree", "Strongly Agree"];
    expect(
      looksLikeResponse(
        ["Job Satisfaction", "Work Pressure"],
        rows.map((label) => [label, label]),
      ),
    ).toBe(false);
    expect(looksLikeResponse(["Direct Manager"], [people.slice(1)])).toBe(false);
  });

  it("allows half of the names to come back: an option that is its own answer", () => {
    expect(looksLikeResponse(["WZ", "Vaak", "Altijd", "x"], below)).toBe(false);
  });
});

describe("recurringCells", () => {
  it("counts cells that come back in their own column, blanks never", () => {
    expect(
      recurringCells(
        ["a", "", "c"],
        [
          ["a", "", "x"],
          ["x", "c", " c "],
        ],
      ),
    ).toBe(2);
    expect(recurringCells([], [["a"]])).toBe(0);
  });
});
