import { describe, expect, it } from "vitest";
import { johnsonWeights } from "../../../pipeline/stats/johnson-weights.ts";
import { shapleyWeights } from "../../../pipeline/stats/shapley-weights.ts";
import { solveSymmetric } from "../../../pipeline/stats/solve-symmetric.ts";

/** The example in the documentation of the R package iopsych, function relWt. */
const between = [
  [1, 0.2, 0.3, 0.4],
  [0.2, 1, 0.5, 0.1],
  [0.3, 0.5, 1, 0.2],
  [0.4, 0.1, 0.2, 1],
];
const withOutcome = [-0.4, 0.1, -0.3, 0.4];
const unrelated = [
  [1, 0],
  [0, 1],
];
const alike = [
  [1, 1],
  [1, 1],
];
const addUp = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("johnsonWeights", () => {
  it("gives the published weights", () => {
    const found = johnsonWeights(between, withOutcome) ?? [];
    [0.24066119, 0.05492664, 0.12143476, 0.28158189].forEach((expected, index) => {
      expect(found[index]?.weight).toBeCloseTo(expected, 8);
    });
    expect(found.map(({ direction }) => direction)).toEqual([-1, 1, -1, 1]);
  });

  it("is the squared correlation of predictors that have nothing to do with each other", () => {
    const found = johnsonWeights(unrelated, [0.3, -0.4]) ?? [];
    expect(found[0]?.weight).toBeCloseTo(0.09, 12);
    expect(found[1]?.weight).toBeCloseTo(0.16, 12);
  });

  it("says nothing of predictors that can't be told apart, or of none", () => {
    expect(johnsonWeights(alike, [0.3, 0.3])).toBeNull();
    expect(johnsonWeights([], [])).toBeNull();
  });
});

describe("shapleyWeights", () => {
  it("averages what two predictors add over both orders", () => {
    // by hand: r = .5, r1 = .6, r2 = .4: R2 = (.36 + .16 - 2 x .5 x .24) / .75; first: (.36 + R2 - .16) / 2
    const explained = (0.36 + 0.16 - 0.24) / 0.75;
    const rows = [
      [1, 0.5],
      [0.5, 1],
    ];
    const found = shapleyWeights(rows, [0.6, 0.4]) ?? [];
    expect(found[0]).toBeCloseTo((0.36 + explained - 0.16) / 2, 12);
    expect(found[1]).toBeCloseTo((0.16 + explained - 0.36) / 2, 12);
  });

  it("adds up to the same R squared as relative weights", () => {
    const weights = (johnsonWeights(between, withOutcome) ?? []).map(({ weight }) => weight);
    expect(addUp(shapleyWeights(between, withOutcome) ?? [])).toBeCloseTo(addUp(weights), 12);
  });

  it("says nothing of predictors that can't be told apart, and refuses too many", () => {
    expect(shapleyWeights(alike, [0.3, 0.3])).toBeNull();
    expect(() => shapleyWeights([], new Array(13).fill(0))).toThrow("can't be computed for 13 predictors");
  });
});

describe("solveSymmetric", () => {
  it("solves by hand", () => {
    const rows = [
      [4, 2],
      [2, 3],
    ];
    // 4 x 1 + 2 x 2 = 8; 2 x 1 + 3 x 2 = 8
    const found = solveSymmetric(rows, [8, 8]) ?? [];
    expect(found[0]).toBeCloseTo(1, 12);
    expect(found[1]).toBeCloseTo(2, 12);
    expect(solveSymmetric([], [])).toEqual([]);
  });

  it("says so when rows are not independent", () => {
    expect(solveSymmetric(alike, [1, 1])).toBeNull();
  });
});
