import { describe, expect, it } from "vitest";
import { decimalsAt, roundStep } from "../../../pipeline/scan-artefacts/round-step.ts";

describe("roundStep", () => {
  it.each([
    // A fifth of 7.2 is 1.44, of 0.031 is 0.0062, of 780,000 is 156,000.
    [[2.6, 9.8], 1],
    [[0.02, 0.051], 0.005],
    [[20_000, 800_000], 100_000],
    [[4, 4], 0],
    [[], 0],
  ])("of %j is %d", (values, step) => {
    expect(roundStep(values)).toBe(step);
  });
});

describe("decimalsAt", () => {
  it("is one more than the step has, from 0 to 3", () => {
    expect([100_000, 10, 5, 1, 0.5, 0.05, 0.005, 0].map(decimalsAt)).toEqual([0, 0, 1, 1, 2, 3, 3, 0]);
  });
});
