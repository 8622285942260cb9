import { describe, expect, it } from "vitest";
import { findEigenpairs, findLargestEigenpair } from "../../../pipeline/stats/eigenpairs.ts";

/** Up to its sign. */
const expectVector = (found: readonly number[], expected: readonly number[]) => {
  const sign = Math.sign((found[0] as number) * (expected[0] as number));
  expect(found).toHaveLength(expected.length);
  found.forEach((one, index) => {
    expect(one * sign).toBeCloseTo(expected[index] as number, 11);
  });
};

describe("findLargestEigenpair", () => {
  it("of two that share half: 3 along the diagonal", () => {
    const { value, vector } = findLargestEigenpair([
      [2, 1],
      [1, 2],
    ]);
    expect(value).toBeCloseTo(3, 13);
    expectVector(vector, [Math.SQRT1_2, Math.SQRT1_2]);
  });

  // M <- matrix(c(4,1,-2,1,3,.5,-2,.5,-6), 3); e <- eigen(M, symmetric = TRUE); sprintf("%.12f", c(e$values[1], e$vectors[,1]))
  it("is the largest and not the one furthest from 0, as in R", () => {
    const { value, vector } = findLargestEigenpair([
      [4, 1, -2],
      [1, 3, 0.5],
      [-2, 0.5, -6],
    ]);
    expect(value).toBeCloseTo(4.826316501593, 11);
    expectVector(vector, [0.884080900033, 0.444992005231, -0.142769315604]);
  });

  it("of a diagonal, of one number and of zeros", () => {
    expect(
      findLargestEigenpair([
        [1, 0],
        [0, 5],
      ]),
    ).toEqual({ value: 5, vector: [0, 1] });
    expect(findLargestEigenpair([[-2]])).toEqual({ value: -2, vector: [1] });
    expect(
      findLargestEigenpair([
        [0, 0],
        [0, 0],
      ]).value,
    ).toBe(0);
  });
});

describe("findEigenpairs", () => {
  it("has one pair per row, which put the matrix together again", () => {
    const rows = [
      [4, 1, -2],
      [1, 3, 0.5],
      [-2, 0.5, -6],
    ];
    const pairs = findEigenpairs(rows);
    expect(pairs).toHaveLength(3);
    rows.forEach((row, i) => {
      row.forEach((expected, j) => {
        const found = pairs.reduce((sum, { value, vector }) => sum + value * at(vector, i) * at(vector, j), 0);
        expect(found).toBeCloseTo(expected, 11);
      });
    });
  });
});

const at = (vector: readonly number[], index: number): number => vector[index] as number;
