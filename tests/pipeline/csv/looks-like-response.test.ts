import { describe, expect, it } from "vitest";
import { looksLikeResponse, recurringCells } from "../../../pipeline/csv/looks-like-response.ts";

describe("looksLikeResponse", () => {
  it.each([
    [["607", "2026-04-08 10:11:12", "WZ-10", "4"]],
    [["WZ-10", "anna@example.org", "x"]],
    [["WZ-10", "192.0.2.199", "x"]],
    [["8-4-2026", "WZ-10", "x"]],
    [["WZ-10", "4", "5", "3,5"]],
  ])("knows %j for answers", (names) => {
    expect(looksLikeResponse(names)).toBe(true);
  });

  it.each([
    [["id", "submitdate", "team", "VIT[E1]"]],
    [["Tijdstempel", "Teamcode", "1", "2"]],
    [["", "unit", "name"]],
    [["Team 4.1", "E-mail", "Q1.2"]],
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
