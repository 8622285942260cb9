import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attackSets } from "../../../pipeline/audit/attack-sets.ts";
import type { System } from "../../../pipeline/audit/system.ts";

const makeSystem = (weights: readonly number[], groups: readonly (readonly number[])[], scale = 1): System => ({
  scale,
  people: weights,
  weights: weights.map((weight) => weight * scale),
  groups: groups.map((atoms, index) => ({ release: 1, wave: "w", unit: `u${index}`, segment: null, atoms })),
  figures: [],
});

/** Rank over the rationals, by fraction-free elimination in whole numbers. */
const findRank = (matrix: readonly (readonly number[])[]): number => {
  let rows = matrix.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const pivot = rows.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    rank += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) =>
        row.map((value, at) => value * (pivot[column] as bigint) - (pivot[at] as bigint) * (row[column] as bigint)),
      );
  }
  return rank;
};

const makeMatrix = (columns: number, groups: readonly (readonly number[])[]): number[][] =>
  groups.map((atoms) => Array.from({ length: columns }, (_, column) => (atoms.includes(column) ? 1 : 0)));

/**
 * All minimal sets lighter than k that some combination is about: one exists within a set when the rank drops once the set's
 * columns are left out.
 */
const findSetsByForce = (weights: readonly number[], groups: readonly (readonly number[])[], k: number): string[] => {
  const matrix = makeMatrix(weights.length, groups);
  const whole = findRank(matrix);
  const found: number[] = [];
  const subsets = Array.from({ length: 2 ** weights.length - 1 }, (_, index) => index + 1).sort(
    (a, b) => countBits(a) - countBits(b),
  );
  for (const subset of subsets) {
    const isIn = (column: number) => Math.floor(subset / 2 ** column) % 2 === 1;
    const weight = weights.reduce((sum, own, column) => sum + (isIn(column) ? own : 0), 0);
    if (weight >= k || found.some((smaller) => (smaller & subset) === smaller)) continue;
    if (findRank(matrix.map((row) => row.filter((_, column) => !isIn(column)))) < whole) found.push(subset);
  }
  return found.map((subset) => weights.flatMap((_, column) => ((subset >> column) & 1 ? [column] : [])).join()).sort();
};

const countBits = (value: number): number => value.toString(2).replaceAll("0", "").length;

/** The atoms a combination is about, and their weight. */
const addUp = (system: System, combination: readonly { group: number; coefficient: bigint }[]) => {
  const sums = system.weights.map((_, atom) =>
    combination
      .filter(({ group }) => system.groups[group]?.atoms.includes(atom))
      .reduce((sum, { coefficient }) => sum + coefficient, 0n),
  );
  const atoms = sums.flatMap((sum, atom) => (sum === 0n ? [] : [atom]));
  return { atoms, weight: atoms.reduce((sum, atom) => sum + (system.weights[atom] as number), 0) };
};

const everything = { additions: 1e8, sets: 1e7, leaks: 1e4 };

/** Weights of one to nine atoms and one to eight groups of them. */
const systems = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 }).chain((weights) =>
  fc.record({
    weights: fc.constant(weights),
    groups: fc.array(fc.subarray([...weights.keys()], { minLength: 1 }), { minLength: 1, maxLength: 8 }),
    k: fc.integer({ min: 2, max: 12 }),
  }),
);

describe("attackSets", () => {
  it("finds exactly the minimal sets that brute force finds, and their combinations add up to them", () => {
    let leaking = 0;
    fc.assert(
      fc.property(systems, ({ weights, groups, k }) => {
        const system = makeSystem(weights, groups);
        const result = attackSets(system, k, everything);
        expect(result.complete).toBe(true);
        expect(result.rank).toBe(findRank(makeMatrix(weights.length, groups)));
        const sets = result.leaks.map(({ combination, weight }) => {
          const about = addUp(system, combination);
          expect(about.weight).toBe(weight);
          expect(weight).toBeLessThan(k);
          return about.atoms.join();
        });
        expect(sets.sort()).toEqual(findSetsByForce(weights, groups, k));
        leaking += sets.length > 0 ? 1 : 0;
      }),
      { numRuns: 400, seed: 8 },
    );
    // Both answers occur.
    expect(leaking).toBeGreaterThan(100);
    expect(leaking).toBeLessThan(395);
  });

  it("leaves an insider nothing about fewer than k - 1 others when nothing is about fewer than k", () => {
    let clean = 0;
    fc.assert(
      fc.property(systems, ({ weights, groups, k }) => {
        if (attackSets(makeSystem(weights, groups), k).leaks.length > 0) return;
        clean += 1;
        for (const [atom, weight] of weights.entries()) {
          // One person of the atom is a column and a row of its own, and weighs nothing: the insider knows that answer.
          const own = weight === 1 ? atom : weights.length;
          const others = [
            ...weights.map((one, index) => (index === atom ? weight - 1 : one)),
            ...(weight === 1 ? [] : [0]),
          ];
          const split = groups.map((atoms) => (atoms.includes(atom) ? [...new Set([...atoms, own])] : atoms));
          expect(findSetsByForce(others, [...split, [own]], k - 1)).toEqual([`${own}`]);
        }
      }),
      { numRuns: 250, seed: 4 },
    );
    expect(clean).toBeGreaterThan(5);
  });

  it("is empty for a base in which nothing is published", () => {
    expect(attackSets(makeSystem([], []), 5)).toMatchObject({ rank: 0, smallest: null, leaks: [], complete: true });
  });

  it("tells the smallest support of a tree: its smallest remainder", () => {
    // 20 = 7 + 8 + 5 directly.
    const result = attackSets(makeSystem([5, 7, 8], [[0, 1, 2], [1], [2]]), 5);
    expect(result).toMatchObject({ rank: 3, smallest: 5, leaks: [], complete: true });
  });

  it("counts parts of people: 4 and a half are fewer than 5, 5 are not", () => {
    const half = (weights: number[]): System => ({ ...makeSystem([5], [[0]]), scale: 2, weights });
    expect(attackSets(half([9]), 5).leaks).toHaveLength(1);
    expect(attackSets(half([10]), 5).leaks).toEqual([]);
  });

  it("says that it did not finish when the budget is too small", () => {
    // A ring of pairs: every pair is shown, nobody follows; the search needs more than one set.
    const ring = [0, 1, 2, 3, 4, 5];
    const system = makeSystem(
      [1, 1, 1, 1, 1, 1],
      ring.map((atom) => [atom, (atom + 1) % 6].sort()),
    );
    expect(attackSets(system, 6, { additions: 1e6, sets: 1, leaks: 20 }).complete).toBe(false);
    expect(attackSets(system, 6, { additions: 3, sets: 1e6, leaks: 20 })).toMatchObject({
      echelon: null,
      complete: false,
    });
  });

  it("finds differences of two tables that only fractions give", () => {
    // a+b, b+c, a+c and k = 2: (ab + ac - bc) is 2a.
    const system = makeSystem(
      [1, 3, 3],
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
    );
    const [leak] = attackSets(system, 2).leaks;
    expect(leak?.weight).toBe(1);
    expect(leak?.combination.map(({ coefficient }) => coefficient).sort()).toEqual([-1n, 1n, 1n]);
  });
});
