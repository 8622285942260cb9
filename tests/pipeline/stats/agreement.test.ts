import { describe, expect, it } from "vitest";
import { rwg, rwgj } from "../../../pipeline/stats/agreement.ts";
import { momentsOf } from "./moments.ts";

const items = (...scores: readonly (readonly number[])[]) => scores.map(momentsOf);

describe("rwg", () => {
  // 2,2.5,3,2.5: variance 1/6; of 5 options E = 24/12 = 2, so 1 - 1/12.
  it("is 11/12 for each group of the worked example, in halves", () => {
    for (const halves of [
      [4, 5, 6, 5],
      [7, 8, 6, 7],
      [3, 4, 5, 4],
    ])
      expect(rwg({ items: items(halves), options: 5, factor: 2n })).toBeCloseTo(0.9166666667, 10);
  });

  // 1,3,3,3 has variance 1. E of 7 options is 4, of 11 it is 10.
  it.each([
    [5, 0.5],
    [7, 0.75],
    [11, 0.9],
  ])("compares with answers at random over %i options: %d", (options, expected) => {
    expect(rwg({ items: items([1, 3, 3, 3]), options })).toBeCloseTo(expected, 12);
  });

  it("takes the mean variance of several items", () => {
    // Variances 1 and 0.5 (2,2,3,3 has 1/3; 1,2,2,3 has 2/3): mean of 1, 1/3 and 2/3 is 2/3, so 1 - 1/3.
    expect(rwg({ items: items([1, 3, 3, 3], [2, 2, 3, 3], [1, 2, 2, 3]), options: 5 })).toBeCloseTo(2 / 3, 12);
  });

  it("is 1 when all answered alike and 0 when they differ more than chance", () => {
    expect(rwg({ items: items([3, 3, 3]), options: 5 })).toBe(1);
    // 1 and 5: variance 8, four times E.
    expect(rwg({ items: items([1, 5]), options: 5 })).toBe(0);
  });

  it("is null for one person, for nobody and without items", () => {
    for (const answers of [items([3]), items([]), items()]) expect(rwg({ items: answers, options: 5 })).toBeNull();
  });
});

describe("rwgj", () => {
  it("of one item is rwg", () => {
    expect(rwgj({ items: items([1, 3, 3, 3]), options: 5 })).toBeCloseTo(0.5, 12);
  });

  it("grows with the number of items", () => {
    // 3 x 2/3 = 2, 2 / (2 + 1/3).
    expect(rwgj({ items: items([1, 3, 3, 3], [2, 2, 3, 3], [1, 2, 2, 3]), options: 5 })).toBeCloseTo(6 / 7, 12);
  });

  it("is 0 when people differ more than chance, also where the formula would give more than 1", () => {
    // S / E = 4 of two items: 2 x -3 / (2 x -3 + 4) = 3.
    expect(rwgj({ items: items([1, 5], [5, 1]), options: 5 })).toBe(0);
  });

  it("is null for one person", () => {
    expect(rwgj({ items: items([3], [4]), options: 5 })).toBeNull();
  });
});
