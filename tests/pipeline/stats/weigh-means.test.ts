import { describe, expect, it } from "vitest";
import { weighMeans } from "../../../pipeline/stats/weigh-means.ts";

describe("weighMeans", () => {
  const teams = [
    { mean: 2, variance: 1 },
    { mean: 5, variance: 2 },
  ];

  it("counts a surer mean for more", () => {
    // by hand: weights 1 and .5: 4.5 / 1.5 = 3; 1 / 1.5; 1 + 4 / 2
    expect(weighMeans(teams, 0).mean).toBeCloseTo(3, 12);
    expect(weighMeans(teams, 0).variance).toBeCloseTo(2 / 3, 12);
    expect(weighMeans(teams, 0).misfit).toBeCloseTo(3, 12);
  });

  it("counts them more alike the more teams differ", () => {
    // by hand: weights 1 / 2 and 1 / 3: (1 + 5 / 3) / (5 / 6) = 3.2; 1.2; 1.44 / 2 + 3.24 / 3
    expect(weighMeans(teams, 1).mean).toBeCloseTo(3.2, 12);
    expect(weighMeans(teams, 1).variance).toBeCloseTo(1.2, 12);
    expect(weighMeans(teams, 1).misfit).toBeCloseTo(1.8, 12);
  });
});
