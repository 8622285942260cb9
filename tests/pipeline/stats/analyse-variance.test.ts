import { describe, expect, it } from "vitest";
import { analyseVariance } from "../../../pipeline/stats/analyse-variance.ts";
import { momentsOf } from "./moments.ts";

const unequal = [
  [2, 3, 4],
  [4, 4, 5, 5, 3],
  [1, 2],
].map(momentsOf);

describe("analyseVariance", () => {
  // d <- data.frame(g = c(1,1,1,2,2,2,2,2,3,3), y = c(2,3,4,4,4,5,5,3,1,2)); n <- table(d$g); k <- mean(n); k0 <- (10 - sum(n^2) / 10) / 2
  // m <- summary(aov(y ~ as.factor(g), d))[[1]][["Mean Sq"]]
  // sprintf("%.10f", c(m, k, k0, (m[1]-m[2])/(m[1]+(k-1)*m[2]), (m[1]-m[2])/(m[1]+(k0-1)*m[2]), (m[1]-m[2])/m[1]))
  it("is that of R for teams of 3, 5 and 2, with both team sizes", () => {
    const found = analyseVariance(unequal);
    expect(found).toMatchObject({ teams: 3, respondents: 10 });
    expect(found?.mean_square_between).toBeCloseTo(5.4, 10);
    expect(found?.mean_square_within).toBeCloseTo(0.7571428571, 10);
    expect(found?.mean_group_size).toBeCloseTo(3.3333333333, 10);
    expect(found?.adjusted_group_size).toBeCloseTo(3.1, 10);
    expect(found?.icc1_mean_group_size).toBeCloseTo(0.6478405316, 10);
    expect(found?.icc1_adjusted_group_size).toBeCloseTo(0.6642141835, 10);
    expect(found?.icc2).toBeCloseTo(0.8597883598, 10);
  });

  // The same lines on 2,2.5,3,2.5 / 3.5,4,3,3.5 / 1.5,2,2.5,2; here in halves, so two whole numbers are a point.
  it("is that of R for halves, where both team sizes are 4", () => {
    const halves = [
      [4, 5, 6, 5],
      [7, 8, 6, 7],
      [3, 4, 5, 4],
    ].map(momentsOf);
    const found = analyseVariance(halves, 2n);
    expect(found?.mean_square_between).toBeCloseTo(2.3333333333, 10);
    expect(found?.mean_square_within).toBeCloseTo(0.1666666667, 10);
    expect(found?.icc1_mean_group_size).toBeCloseTo(0.7647058824, 10);
    expect(found?.icc1_adjusted_group_size).toBeCloseTo(0.7647058824, 10);
    expect(found?.icc2).toBeCloseTo(0.9285714286, 10);
  });

  it("is negative where teams differ less than chance would have it", () => {
    // Two teams of 1 and 3 both have mean 2: MSB 0, MSW 2, so ICC(1) = -2 / 2 and ICC(2) would divide by 0.
    const found = analyseVariance(
      [
        [1, 3],
        [1, 3],
      ].map(momentsOf),
    );
    expect(found).toMatchObject({ icc1_mean_group_size: -1, icc1_adjusted_group_size: -1, icc2: null });
  });

  it("leaves out teams without respondents and counts teams of one", () => {
    expect(analyseVariance([...unequal, momentsOf([])])).toEqual(analyseVariance(unequal));
    expect(analyseVariance([...unequal, momentsOf([3])])).toMatchObject({ teams: 4, respondents: 11 });
  });

  it("has no ICC when everyone answered alike", () => {
    expect(
      analyseVariance(
        [
          [3, 3],
          [3, 3],
        ].map(momentsOf),
      ),
    ).toMatchObject({
      mean_square_between: 0,
      mean_square_within: 0,
      icc1_mean_group_size: null,
      icc2: null,
    });
  });

  it.each([
    ["no team", []],
    ["one team", [[1, 2, 3]]],
    ["teams of one person", [[1], [2], [3]]],
  ])("is null for %s", (_, teams) => {
    expect(analyseVariance(teams.map(momentsOf))).toBeNull();
  });

  // 10^12 + 0, 1 and 10^12 + 2, 3: means 2 apart, MSB 4, MSW 0.5, ICC(1) 3.5 / 4.5.
  it("loses nothing where the mean is large", () => {
    const large = [
      [0n, 1n],
      [2n, 3n],
    ].map((team) => {
      const scores = team.map((more) => 10n ** 12n + more);
      return {
        respondents: 2,
        sum: scores.reduce((total, one) => total + one, 0n),
        sum_squares: scores.reduce((total, one) => total + one * one, 0n),
      };
    });
    const found = analyseVariance(large);
    expect(found).toMatchObject({ mean_square_between: 4, mean_square_within: 0.5 });
    expect(found?.icc1_mean_group_size).toBeCloseTo(3.5 / 4.5, 15);
  });
});
