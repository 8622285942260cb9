import { describe, expect, it } from "vitest";
import { detectDecimal } from "../../../pipeline/csv/detect-decimal.ts";
import type { Delimiter } from "../../../schemas/inspection.ts";

describe("detectDecimal", () => {
  it.each<[string, string[][], Delimiter, "." | ","]>([
    ["no numbers", [["a"], []], ",", "."],
    ["whole numbers", [["1", "2"]], ";", "."],
    ["points", [["1.5", "2"]], ";", "."],
    ["commas", [["1,5", "2"]], ";", ","],
    ["commas in quotes in a file with commas", [["1,5", "2"]], ",", ","],
    ["thousands in a file with commas", [["1,500", "12,000,000"]], ",", "."],
    ["three decimals in a file with semicolons", [["1,500"]], ";", ","],
    ["thousands with a point beside commas", [["1.500"], ["1,5"]], ";", ","],
    ["a list of answers", [["1,2,3"]], ";", "."],
    ["signs", [["-1,5", "+2,5"]], "\t", ","],
  ])("reads %s", (_, columns, delimiter, decimal) => {
    expect(detectDecimal(columns, delimiter)).toEqual({ decimal, disagreeing: [] });
  });

  it("prefers points when a file has both, and names the columns with commas", () => {
    expect(detectDecimal([["1.5"], ["2"], ["1,5"], ["3,5", "3.5"]], ";")).toEqual({
      decimal: ".",
      disagreeing: [3, 4],
    });
  });
});
