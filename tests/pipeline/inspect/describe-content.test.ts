import { describe, expect, it } from "vitest";
import { describeContent, holdsOnlyTicks, type Sample } from "../../../pipeline/inspect/describe-content.ts";

const describeTexts = (texts: readonly string[], more: Partial<Sample> = {}) =>
  describeContent({
    texts,
    blanks: false,
    decimal: ".",
    option: null,
    besideTicks: false,
    numbersItsOptions: false,
    ...more,
  });

describe("describeContent", () => {
  it("knows a column without text", () => {
    expect(describeTexts([])).toEqual({ kind: "empty" });
  });

  it.each([
    [["3"], ["0-3", "1-4", "0-4", "1-5", "0-5", "1-6", "0-6", "1-7", "1-10", "0-10", "0-100"]],
    [
      ["1", "5", "4"],
      ["1-5", "0-5", "1-6", "0-6", "1-7", "1-10", "0-10", "0-100"],
    ],
    [
      ["0", "10"],
      ["0-10", "0-100"],
    ],
    [
      ["0", "1"],
      ["0-1", "0-3", "0-4", "0-5", "0-6", "0-10", "0-100"],
    ],
    [["-1", "3"], []],
    [["3292879998"], []],
    [
      ["10 - Zeer waarschijnlijk", "9", "0 (Helemaal niet)"],
      ["0-10", "0-100"],
    ],
  ])("says on which scales the whole numbers %j lie", (texts, scales) => {
    expect(describeTexts(texts)).toEqual({ kind: "numbers", scales });
  });

  it("reads A3 as the third option where the tool numbers options", () => {
    expect(describeTexts(["A1", "A12"], { numbersItsOptions: true })).toEqual({
      kind: "numbers",
      scales: ["0-100"],
    });
    expect(describeTexts(["A1", "A12"])).toEqual({ kind: "codes" });
  });

  it("reads decimals by the mark of the file", () => {
    expect(describeTexts(["1,5", "2"], { decimal: "," })).toEqual({ kind: "decimals" });
    expect(describeTexts(["1.5", "2"])).toEqual({ kind: "decimals" });
    expect(describeTexts(["1,5", "2"])).toEqual({ kind: "mixed" });
  });

  it.each([
    [["2026-04-05"], "year_first"],
    [["24-4-2026 10:59", "4-4-2026 9:01"], "day_first"],
    [["4-4-2026"], null],
    [["24-4-2026", "4-24-2026"], null],
  ])("knows dates %j and their order", (texts, order) => {
    expect(describeTexts(texts)).toEqual({ kind: "dates", order });
  });

  it.each([[["nooit", "Zelden", "soms ", "VAAK", "altijd"]], [["never", "always"]], [["Never (1)", "Always (5)"]]])(
    "knows the labels %j of a response set",
    (texts) => {
      const found = describeTexts(texts);
      expect(found.kind).toBe("labels");
      expect(found).toMatchObject({ response_sets: expect.arrayContaining(["frequency_5"]) });
    },
  );

  it("knows no labels when one text is in no response set", () => {
    expect(describeTexts(["nooit", "zelden", "af en toe een keertje"])).toEqual({ kind: "codes" });
  });

  it.each<[string, readonly string[], Partial<Sample>]>([
    ["ones and blanks beside another such column", ["1", "1"], { blanks: true, besideTicks: true }],
    ["a tick in words beside another such column", ["Ja", "Ja"], { blanks: true, besideTicks: true }],
    ["the option's own text", ["Rust, ruimte"], { blanks: true, option: "Rust, ruimte" }],
    ["options that are joined", ["Rust;Ruimte;", "Rust;", "Ruimte;", "Rust;"], {}],
    ["options that are joined without a last semicolon", ["Rust;Ruimte", "Rust", "Ruimte;Rust"], {}],
  ])("knows a question with several answers by %s", (_, texts, more) => {
    expect(describeTexts(texts, more)).toEqual({ kind: "choice" });
  });

  it.each<[string, readonly string[], Partial<Sample>, string]>([
    ["ones without blanks", ["1", "1"], { besideTicks: true }, "numbers"],
    ["ones beside a scale", ["1", "1"], { blanks: true }, "numbers"],
    ["sentences with a semicolon", ["Druk; te druk", "Fijn; heel fijn", "Gaat wel; soms"], {}, "codes"],
  ])("does not take %s for it", (_, texts, more, kind) => {
    expect(describeTexts(texts, more).kind).toBe(kind);
  });

  it("tells few short texts from many and from long ones", () => {
    const numbered = Array.from({ length: 13 }, (_, index) => `team ${index}`);
    expect(describeTexts([...numbered, ...numbered])).toEqual({ kind: "codes" });
    expect(describeTexts([...numbered, "team 0"])).toEqual({ kind: "text" });
    expect(describeTexts([`team ${"x".repeat(56)}`])).toEqual({ kind: "text" });
  });

  it("knows numbers among texts, and what a spreadsheet made of 6-25", () => {
    expect(describeTexts(["3", "WZ"])).toEqual({ kind: "mixed" });
    expect(describeTexts(["3", "25-Jun"])).toEqual({ kind: "mixed" });
  });
});

describe("holdsOnlyTicks", () => {
  it.each([
    [["1", "1"], true],
    [["Y"], true],
    [[], true],
    [["1", "2"], false],
    [["1", "Y"], false],
    [["soms"], false],
  ])("says of %j: %s", (texts, expected) => {
    expect(holdsOnlyTicks(texts)).toBe(expected);
  });
});
