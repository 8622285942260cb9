import { describe, expect, it } from "vitest";
import { shrinkMeans } from "../../../pipeline/stats/shrink-means.ts";

describe("shrinkMeans", () => {
  it("pulls the less sure mean further", () => {
    // by hand: weights 1 / 2 and 1 / 4, mean 8 / 3, variance 4 / 3; shares 1 / 2 and 1 / 4
    const [first, second] = shrinkMeans(
      [
        { mean: 2, variance: 1 },
        { mean: 4, variance: 3 },
      ],
      1,
    );
    expect([first?.shrinkage, second?.shrinkage]).toEqual([0.5, 0.25]);
    expect(first?.estimate).toBeCloseTo(1 + 8 / 6, 12);
    expect(second?.estimate).toBeCloseTo(1 + 2, 12);
    expect(first?.sd).toBeCloseTo(Math.sqrt(1 / 2 + 1 / 3), 12);
    expect(second?.sd).toBeCloseTo(Math.sqrt(3 / 4 + 3 / 4), 12);
  });

  it("gives everyone the common mean when teams do not differ", () => {
    const estimates = shrinkMeans(
      [1, 2, 6].map((mean) => ({ mean, variance: 0.5 })),
      0,
    );
    expect(estimates.map(({ estimate }) => estimate)).toEqual([3, 3, 3]);
  });

  it("brings Clemente's .400 of 45 to .294", () => {
    // Efron & Morris (1977), Scientific American 236: shrinkage .212, Clemente .294. Their factor is 1 - 15 s2 / sum of squares,
    // which is between / (between + s2) at between = sum of squares / 15 - s2
    const averages = [400, 378, 356, 333, 311, 311, 289, 267, 244, 244, 222, 222, 222, 222, 222, 200, 178, 156];
    const hits = averages.map((one) => one / 1000);
    const mean = hits.reduce((sum, one) => sum + one, 0) / 18;
    const variance = (mean * (1 - mean)) / 45;
    const between = hits.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 15 - variance;
    const clemente = shrinkMeans(
      hits.map((one) => ({ mean: one, variance })),
      between,
    )[0];
    expect(clemente?.shrinkage).toBeCloseTo(0.212, 3);
    expect(clemente?.estimate).toBeCloseTo(0.294, 3);
  });
});
