import { describe, expect, it } from "vitest";
import { addIntervals } from "../../../pipeline/assess/add-intervals.ts";
import type { Measure, PublishedCell } from "../../../schemas/release.ts";
import { cell, enps, organisation, strain, team } from "./examples.ts";

const units = [organisation, team("A"), team("B")];
const participation: Measure = { ...strain, measure: "participation.main", kind: "participation" };

const intervalOf = (input: PublishedCell, variance?: number) => {
  const [output] = addIntervals({
    cells: [input],
    units,
    measures: [strain, enps, participation],
    varianceOf: () => variance,
  });
  return output?.status === "released" ? output.interval : undefined;
};

describe("addIntervals", () => {
  it("gives a mean the noise between people within teams", () => {
    // R: round(3 + c(-1, 1) * qnorm(.975) * sqrt(.64 / 16), 6)
    expect(intervalOf(cell("A", { respondents: 16, mean: 3 }), 0.64)).toEqual({ low: 2.608007, high: 3.391993 });
  });

  it("gives eNPS with parts the adjusted Wald interval, whatever the variance", () => {
    const parts = { enps: 30, promoters: 5, passives: 3, detractors: 2 };
    const input = cell("A", { measure: enps.measure, respondents: 10, ...parts });
    expect(intervalOf(input)).toEqual({ low: -19.050615, high: 65.204462 });
  });

  it("gives eNPS without parts the pooled variance, clamped to the scale", () => {
    // R: round(20 + c(-1, 1) * qnorm(.975) * sqrt(6000 / 6), 6); 85 + qnorm(.975) * sqrt(1000) is above 100
    const input = cell("A", { measure: enps.measure, respondents: 6, enps: 20 });
    expect(intervalOf(input, 6000)).toEqual({ low: -41.979503, high: 81.979503 });
    expect(intervalOf({ ...input, enps: 85 }, 6000)).toEqual({ low: 23.020497, high: 100 });
  });

  it("gives no interval without a released variance", () => {
    expect(intervalOf(cell("A", { respondents: 16, mean: 3 }))).toBeUndefined();
    expect(intervalOf(cell("A", { measure: enps.measure, respondents: 6, enps: 20 }))).toBeUndefined();
  });

  it("gives participation none", () => {
    expect(intervalOf(cell("A", { measure: participation.measure, respondents: 16, share: 0.8 }), 1)).toBeUndefined();
  });

  it("opens the interval of a bounded eNPS up to the end of the scale", () => {
    const low = cell("A", { measure: enps.measure, respondents: 6, enps: -80, bound: "at_most" });
    // R: -80 + qnorm(.975) * sqrt(600 / 6)
    expect(intervalOf(low, 600)).toEqual({ low: -100, high: -60.40036 });
    const high = cell("A", { measure: enps.measure, respondents: 6, enps: 80, bound: "at_least" });
    expect(intervalOf(high, 600)).toEqual({ low: 60.40036, high: 100 });
  });

  it("opens the side of the bound also where the shrunk interval of the parts would stop short", () => {
    // R: en(8, 0, 12) ends at 83.22 (see nps-interval.test.ts); the bound leaves everything up to 100 open
    const parts = { promoters: 8, passives: 4, detractors: 0 };
    const input = cell("A", { measure: enps.measure, respondents: 12, enps: 66.666667, bound: "at_least", ...parts });
    expect(intervalOf(input)?.high).toBe(100);
    const { bound: _, ...unbounded } = input;
    expect(intervalOf(unbounded)?.high).toBe(83.224718);
  });

  it("opens the side of the bound also where moved parts tell another score", () => {
    const parts = { promoters: 2, passives: 7, detractors: 10, parts_bound: "about" as const };
    const input = cell("A", { measure: enps.measure, respondents: 19, enps: -80, bound: "at_most", ...parts });
    expect(intervalOf(input)?.low).toBe(-100);
  });

  it("returns withheld cells as they are, everything in the same order", () => {
    const withheld: PublishedCell = {
      wave: "w1",
      unit: "B",
      segment: null,
      measure: strain.measure,
      status: "withheld",
    };
    const cells = [withheld, cell("A", { respondents: 16, mean: 3 }), cell("ORG", { respondents: 21, mean: 3 })];
    const output = addIntervals({ cells, units, measures: [strain], varianceOf: () => 0.64 });
    expect(output[0]).toEqual(withheld);
    expect(output.map(({ unit }) => unit)).toEqual(["B", "A", "ORG"]);
  });
});
