import { describe, expect, it } from "vitest";
import { reliabilityWithinTeams } from "../../../pipeline/stats/reliability-within-teams.ts";

describe("reliabilityWithinTeams", () => {
  it.each([
    // Over everyone a variance of 10, of which 1 is error. Within teams 9 is left, of which still 1 is error.
    { alpha: 0.9, icc1: 0.1, within: 8 / 9 },
    { alpha: 0.8, icc1: 0.5, within: 0.6 },
    { alpha: 0.9, icc1: 0, within: 0.9 },
    { alpha: 1, icc1: 0.3, within: 1 },
  ])("of alpha $alpha and ICC(1) $icc1 is $within", ({ alpha, icc1, within }) => {
    expect(reliabilityWithinTeams(alpha, icc1)).toBeCloseTo(within, 12);
  });

  it("takes an ICC(1) below 0 for chance", () => {
    expect(reliabilityWithinTeams(0.9, -0.05)).toBeCloseTo(0.9, 12);
  });

  it.each([
    { alpha: 0.5, icc1: 0.5 },
    { alpha: 0.3, icc1: 0.9 },
    { alpha: 0.9, icc1: 1 },
  ])("is unknown when error is all there is: alpha $alpha, ICC(1) $icc1", ({ alpha, icc1 }) => {
    expect(reliabilityWithinTeams(alpha, icc1)).toBeUndefined();
  });
});
