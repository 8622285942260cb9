import { describe, expect, it } from "vitest";
import { reachOfBounds } from "../../../pipeline/assess/reach-of-bounds.ts";
import { cell, organisation, team } from "./examples.ts";

const scale = { minimum: 1, maximum: 5 };
const department = { ...team("D"), leaf: false };
const units = [organisation, department, team("A", "D", 2), team("B", "D", 2)];

describe("reachOfBounds", () => {
  it("is 0 when nothing was bounded", () => {
    const reaches = reachOfBounds([cell("ORG", { respondents: 40, mean: 2 })], units, scale);
    expect(reaches.get("ORG")).toEqual({ below: 0, above: 0 });
  });

  it("takes a bounded team to the end of the scale on the side of the bound", () => {
    const cells = [
      cell("A", { respondents: 5, mean: 1.4, bound: "at_most" }),
      cell("B", { respondents: 8, mean: 4.75, bound: "at_least" }),
    ];
    const reaches = reachOfBounds(cells, units, scale);
    expect(reaches.get("A")?.below).toBeCloseTo(0.4, 12);
    expect(reaches.get("A")?.above).toBe(0);
    expect(reaches.get("B")?.above).toBeCloseTo(0.25, 12);
    expect(reaches.get("B")?.below).toBe(0);
  });

  it("moves a larger unit only by what its bounded team can hide", () => {
    // by hand: team A can be 5 x .4 = 2 points lower; in 20 people of D that is .1, in 40 of the organisation .05.
    // D has 7 people of its own with sum 20 x 2 - 5 x 1.4 - 8 x 2 = 17, which a bound on D can't exclude: another 17 - 7 = 10 points.
    const cells = [
      cell("D", { respondents: 20, mean: 2, bound: "at_most" }),
      cell("A", { respondents: 5, mean: 1.4, bound: "at_most" }),
      cell("B", { respondents: 8, mean: 2 }),
    ];
    const reaches = reachOfBounds(cells, units, scale);
    expect(reaches.get("D")?.below).toBeCloseTo(12 / 20, 12);
    expect(reaches.get("D")?.above).toBe(0);
    const whole = [
      cell("D", { respondents: 13, mean: 23 / 13, bound: "at_most" }),
      cell("A", { respondents: 5, mean: 1.4, bound: "at_most" }),
      cell("B", { respondents: 8, mean: 2 }),
    ];
    expect(reachOfBounds(whole, units, scale).get("D")?.below).toBeCloseTo(2 / 13, 12);
  });

  it("counts a withheld unit's people as the nearest released unit's own", () => {
    // by hand: D is not released; of the 10 people of ORG the 5 of A can hide 2 points, the other 5 have sum 23 - 7 = 16, so 11
    const cells = [
      cell("ORG", { respondents: 10, mean: 2.3, bound: "at_most" }),
      cell("A", { respondents: 5, mean: 1.4, bound: "at_most" }),
    ];
    expect(reachOfBounds(cells, units, scale).get("ORG")?.below).toBeCloseTo(13 / 10, 12);
  });

  it("opens both sides where bounds went both ways", () => {
    const cells = [
      cell("D", { respondents: 13, mean: 37.6 / 13, bound: "about" }),
      cell("A", { respondents: 5, mean: 1.4, bound: "at_most" }),
      cell("B", { respondents: 8, mean: 3.825, bound: "at_least" }),
    ];
    // by hand: below 5 x .4 = 2, above 8 x 1.175 = 9.4; nobody else is in D
    const reach = reachOfBounds(cells, units, scale).get("D");
    expect(reach?.below).toBeCloseTo(2 / 13, 12);
    expect(reach?.above).toBeCloseTo(9.4 / 13, 12);
  });
});
