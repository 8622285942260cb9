import { describe, expect, it } from "vitest";
import { readNumbers } from "../../../pipeline/scan-artefacts/read-numbers.ts";

/** What was read: each number as its values, with % where it is one. */
const numbersIn = (text: string) =>
  readNumbers(text).numbers.map(
    ({ readings, percent }) => `${readings.map(({ value }) => value).join(" or ")}${percent ? "%" : ""}`,
  );

describe("readNumbers", () => {
  it.each([
    // Dutch
    ["2,41", ["2.41"]],
    ["1.234,5", ["1234.5"]],
    ["12.345.678", ["12345678"]],
    ["68 %", ["68%"]],
    ["68\u00a0%", ["68%"]],
    ["95 procent", ["95%"]],
    ["boven de lijn van 2,41 (gemiddeld 0,1).", ["2.41", "0.1"]],
    ["met 8 op 10 zekerheid", ["8", "10"]],
    ["van 90 % tot meer dan 95 %", ["90%", "95%"]],
    // English
    ["1,234.5", ["1234.5"]],
    ["12,345,678", ["12345678"]],
    ["68%", ["68%"]],
    ["with 8 in 10 certainty, of 51 teams.", ["8", "10", "51"]],
    // One or the other
    ["1.234", ["1234 or 1.234"]],
    ["1,234", ["1.234 or 1234"]],
    ["0,125", ["0.125"]],
    // Signs and ranges
    ["-8", ["-8"]],
    ["\u22128", ["-8"]],
    ["(\u22128)", ["-8"]],
    ["+12", ["12"]],
    ["2,9-3,4", ["2.9", "3.4"]],
    ["2.9\u20133.4", ["2.9", "3.4"]],
    ["2-5 %", ["2%", "5%"]],
    ["20 % - 40 %", ["20%", "40%"]],
    ["\u22120,0", ["0"]],
    // In and beside words
    ["BAT-12", ["12"]],
    ["k0 0,094", ["0", "0.094"]],
    ["rwg(j) 0.91", ["0.91"]],
    ["1e5", ["1", "5"]],
    ["3, 4 en 5.", ["3", "4", "5"]],
    ["no digits", []],
    ["", []],
    // No number at all: nothing can be equal to it
    ["1.2.3", [""]],
    ["12.34.567", [""]],
  ])("%s", (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  it("tells how many decimals each reading has", () => {
    expect(readNumbers("1.234").numbers[0]?.readings).toEqual([
      { value: 1234, decimals: 0 },
      { value: 1.234, decimals: 3 },
    ]);
    expect(readNumbers("2,70").numbers[0]?.readings).toEqual([{ value: 2.7, decimals: 2 }]);
  });

  it.each([
    ["2026-04-07", ["2026-04-07"]],
    ["van 7 april 2026 tot en met 24 april 2026", ["2026-04-07", "2026-04-24"]],
    ["from 1 October 2025 to 21 March 2026", ["2025-10-01", "2026-03-21"]],
    ["7 of 2026", []],
    ["12026-04-07", []],
  ])("reads days: %s", (text, expected) => {
    const { dates, numbers } = readNumbers(text);
    expect(dates.map(({ date }) => date)).toEqual(expected);
    expect(expected.length === 0 || numbers.length === 0).toBe(true);
  });

  it("gives places, so that a name with digits can be left out", () => {
    expect(readNumbers("Team 3: 2,41").numbers.map(({ start, end }) => [start, end])).toEqual([
      [5, 6],
      [8, 12],
    ]);
  });
});
