import { describe, expect, it } from "vitest";
import { intervalFactor } from "../../../pipeline/stats/interval-factor.ts";

describe("intervalFactor", () => {
  // R: qnorm(.5 + c(.4, .8, .95) / 2)
  it.each([
    [0.4, 0.524400512708041],
    [0.8, 1.2815515655446],
    [0.95, 1.95996398454005],
  ])("covers a share of %f", (coverage, expected) => {
    expect(intervalFactor(coverage)).toBeCloseTo(expected, 12);
  });
});
