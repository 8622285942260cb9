import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverCuts, loadSolver } from "../../../../pipeline/protect/k-rule/cover-cuts.ts";

const solver = await loadSolver();
const cover = (weights: readonly number[], cuts: readonly (readonly number[])[], seconds = 20) =>
  coverCuts(solver, weights, cuts, { gap: 0, seconds }, new Map());

/** Least weight of a set with one of every cut, over all subsets. */
const findLeastByForce = (weights: readonly number[], cuts: readonly (readonly number[])[]): number =>
  Math.min(
    ...Array.from({ length: 2 ** weights.length }, (_, bits) =>
      cuts.every((cut) => cut.some((variable) => (bits >> variable) & 1))
        ? weights.reduce((total, weight, variable) => total + ((bits >> variable) & 1) * weight, 0)
        : Number.POSITIVE_INFINITY,
    ),
  );

describe("coverCuts", () => {
  it("hides nothing without cuts, and the one variable of a cut of one", () => {
    expect(cover([3, 4], [])).toMatchObject({ hidden: new Set(), bound: 0 });
    expect(cover([3, 4], [[1]])).toMatchObject({ hidden: new Set([1]), bound: 4 });
  });

  it("hides what two cuts share when that is lighter", () => {
    expect(
      cover(
        [2, 3, 2],
        [
          [0, 1],
          [1, 2],
        ],
      ),
    ).toMatchObject({ hidden: new Set([1]), bound: 3 });
    expect(
      cover(
        [2, 5, 2],
        [
          [0, 1],
          [1, 2],
        ],
      ),
    ).toMatchObject({ hidden: new Set([0, 2]), bound: 4 });
  });

  it("covers without a proof when there is no time", () => {
    expect(
      cover(
        [2, 3, 2],
        [
          [0, 1],
          [1, 2],
        ],
        0,
      ),
    ).toMatchObject({ hidden: new Set([0, 2]), bound: 0 });
  });

  it("is as light as the best of all subsets", () => {
    const cuts = fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 9 });
    const property = fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
      cuts,
      (weights, own) => {
        const { hidden, bound } = cover(weights, own);
        expect(own.every((cut) => cut.some((variable) => hidden.has(variable)))).toBe(true);
        expect([...hidden].reduce((total, variable) => total + (weights[variable] ?? 0), 0)).toBe(
          findLeastByForce(weights, own),
        );
        expect(bound).toBe(findLeastByForce(weights, own));
      },
    );
    fc.assert(property, { seed: 4, numRuns: 100 });
  });
});
