import { describe, expect, it } from "vitest";
import { compareWith } from "../../../reports/rows/compare-rows.ts";
import type { Measure, ReleasedCell } from "../../../schemas/release.ts";
import { exampleRelease } from "../example-release.ts";

const { measures } = exampleRelease({ teams: 6, departments: 1 });
const strain = measures.find(({ measure }) => measure === "bat_12.total") as Measure;
const vitality = measures.find(({ measure }) => measure === "vitality.total") as Measure;

const cell = (mean: number, interval?: { low: number; high: number }): ReleasedCell => ({
  wave: "2025",
  unit: "T1",
  segment: null,
  measure: "bat_12.total",
  status: "released",
  respondents: 9,
  invited: null,
  mean,
  ...(interval === undefined ? {} : { interval }),
});

describe("compareWith, against a reference of 2.0", () => {
  it.each([
    // mean, low, high, where higher is worse, where higher is better
    [2.5, 2.1, 2.9, "worse_clear", "better_clear"],
    [2.3, 1.9, 2.7, "worse_leaning", "better_leaning"],
    [2.1, 1.7, 2.5, "near", "near"],
    [1.7, 1.3, 2.1, "better_leaning", "worse_leaning"],
    [1.5, 1.1, 1.9, "better_clear", "worse_clear"],
    // An end of the interval on the reference itself is not beyond it.
    [2.4, 2.0, 2.8, "worse_leaning", "better_leaning"],
  ] as const)("%f from %f to %f is %s, or %s", (mean, low, high, worse, better) => {
    expect(compareWith(cell(mean, { low, high }), strain, 2)?.stand).toBe(worse);
    expect(compareWith(cell(mean, { low, high }), vitality, 2)?.stand).toBe(better);
  });

  it("calls nothing a difference without an interval, and gives nothing without a figure", () => {
    expect(compareWith(cell(4.9), strain, 2)?.stand).toBe("near");
    const { mean: _mean, ...blank } = cell(2);
    expect(compareWith(blank, strain, 2)).toBeUndefined();
  });
});
