/** Random systems of groups for the tests of the k-rule, and the rule by brute force: another method than the engine's. */
import fc from "fast-check";
import type { Group, Leak, System } from "../../../../pipeline/protect/k-rule/system.ts";

/**
 * Respondents of the lightest non-zero combination below k, null when there is none: for every set of atoms of fewer than k
 * people, is there a combination that is 0 outside the set? That is so when leaving the set's columns out lowers the rank.
 */
export const findLightestByForce = ({ weights, groups }: System, k: number): number | null => {
  const rows = groups.map(({ atoms }) => weights.map((_, atom) => (atoms.includes(atom) ? 1n : 0n)));
  const whole = findRank(rows);
  const sizes = listLightSets(weights, k).map(({ inside, total }) =>
    findRank(rows.map((row) => row.filter((_, atom) => !inside.has(atom)))) < whole ? total : Number.POSITIVE_INFINITY,
  );
  const lightest = Math.min(...sizes);
  return Number.isFinite(lightest) ? lightest : null;
};

const listLightSets = (weights: readonly number[], k: number): { inside: ReadonlySet<number>; total: number }[] => {
  const extend = (from: number, inside: readonly number[], total: number): { inside: Set<number>; total: number }[] =>
    weights.flatMap((weight, atom) =>
      atom < from || total + weight >= k
        ? []
        : [
            { inside: new Set([...inside, atom]), total: total + weight },
            ...extend(atom + 1, [...inside, atom], total + weight),
          ],
    );
  return extend(0, [], 0);
};

/** Rank over the rationals: Gauss on whole numbers, by cross-multiplying. */
export const findRank = (matrix: readonly (readonly bigint[])[]): number => {
  let rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const pivot = rows.find((row) => row[column] !== 0n);
    if (pivot === undefined) continue;
    rank += 1;
    const head = pivot[column] as bigint;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, at) => value * head - (row[column] as bigint) * (pivot[at] as bigint)));
  }
  return rank;
};

/** People at the atoms where the combination named by a leak is not 0: adds up the groups by hand. */
export const weighCombination = ({ weights, groups }: System, leak: Leak): number => {
  const sums = weights.map(() => 0n);
  for (const { id, coefficient } of leak.combination)
    for (const atom of groups.find((group) => group.id === id)?.atoms ?? [])
      sums[atom] = (sums[atom] as bigint) + coefficient;
  return weights.reduce((total, weight, atom) => (sums[atom] === 0n ? total : total + weight), 0);
};

/** Groups named g0, g1, … of the atoms that a test holds for. */
export const makeGroups = (size: number, holds: readonly ((atom: number) => boolean)[]): Group[] =>
  holds.map((isIn, index) => ({
    id: `g${index}`,
    atoms: Array.from({ length: size }, (_, atom) => atom).filter(isIn),
  }));

const weightsOf = (size: number) => fc.array(fc.integer({ min: 1, max: 6 }), { minLength: size, maxLength: size });

/** Any groups at all: coefficients other than 1 and -1 come up. */
export const anyGroups: fc.Arbitrary<System> = fc
  .record({
    weights: weightsOf(9),
    rows: fc.array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ weights, rows }) => ({
    weights,
    groups: makeGroups(
      9,
      rows.map((row) => (atom) => row[atom] ?? false),
    ),
  }));

/** Parent of each unit, unit 0 being the root. */
const parentsOf = (units: number) =>
  fc
    .array(fc.nat(100), { minLength: units, maxLength: units })
    .map((ups) => ups.map((up, unit) => up % Math.max(unit, 1)));

const isWithin = (parents: readonly number[], unit: number, ancestor: number): boolean =>
  unit === ancestor || (unit > 0 && isWithin(parents, parents[unit] as number, ancestor));

/** Some of: units of a tree, alone and by each of two bands; an atom is a unit and a band. */
export const treeByBands: fc.Arbitrary<System> = fc
  .record({
    parents: parentsOf(5),
    weights: weightsOf(10),
    picks: fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
  })
  .map(({ parents, weights, picks }) => {
    const groups = parents.flatMap((_, unit) =>
      [null, 0, 1].map(
        (band) => (atom: number) =>
          isWithin(parents, Math.floor(atom / 2), unit) && (band === null || atom % 2 === band),
      ),
    );
    return pickGroups({ weights, groups: makeGroups(10, groups) }, picks);
  });

/** Some of: 3 units by themselves and by each value of two attributes of two values; an atom is a unit and both values. */
export const twoAttributes: fc.Arbitrary<System> = fc
  .record({ weights: weightsOf(12), picks: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }) })
  .map(({ weights, picks }) => {
    const units: ((atom: number) => boolean)[] = [0, 1, 2].map((unit) => (atom) => Math.floor(atom / 4) === unit);
    const groups = [() => true, ...units].flatMap((isIn) => [
      isIn,
      ...[0, 1].map((value) => (atom: number) => isIn(atom) && atom % 2 === value),
      ...[0, 1].map((value) => (atom: number) => isIn(atom) && Math.floor(atom / 2) % 2 === value),
    ]);
    return pickGroups({ weights, groups: makeGroups(12, groups) }, picks);
  });

/**
 * Two releases about 3 units: in the second, some late answers (atoms 6 to 8, one per unit) are in, and atoms 3 to 5 have moved
 * to the next unit. Atoms 0 to 2 stayed where they were.
 */
export const twoReleases: fc.Arbitrary<System> = fc
  .record({ weights: weightsOf(9), picks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }) })
  .map(({ weights, picks }) => {
    const before = [0, 1, 2].map((unit) => (atom: number) => atom < 6 && atom % 3 === unit);
    const after = [0, 1, 2].map(
      (unit) => (atom: number) => (atom >= 3 && atom < 6 ? (atom + 1) % 3 === unit : atom % 3 === unit),
    );
    return pickGroups({ weights, groups: makeGroups(9, [(atom) => atom < 6, ...before, () => true, ...after]) }, picks);
  });

const pickGroups = ({ weights, groups }: System, picks: readonly boolean[]): System => ({
  weights,
  groups: groups.filter((_, index) => picks[index]),
});

export const shapes = { anyGroups, treeByBands, twoAttributes, twoReleases } as const;
