/**
 * The set attack: is any combination of published figures about fewer than k people?
 *
 * In: the system of one base and its k; out: how large it is, how many sets were tried, the smallest support met and, for
 * every leak, the whole numbers by which anyone can redo it. The search is in search-sets.ts; what it finds is written as
 * a combination of published groups and checked by adding those up.
 */

import { type Echelon, eliminate, orderGroups } from "./eliminate.ts";
import { type ExactEchelon, makeExact } from "./make-exact.ts";
import { findFraction, multiply, prime } from "./prime-field.ts";
import { type LightSet, searchSets } from "./search-sets.ts";
import type { System } from "./system.ts";
import { divideOut, findMultiple } from "./whole-numbers.ts";

/** A figure about too few: the sum of coefficient x group is about people of `weight` in all. */
export type SetLeak = Readonly<{
  weight: number;
  combination: readonly Readonly<{ group: number; coefficient: bigint }>[];
}>;

export type SetResult = Readonly<{
  /** null when elimination did not end: nothing is known. */
  echelon: ExactEchelon | null;
  rank: number;
  tested: number;
  /** In weight; null when nothing is published. */
  smallest: number | null;
  leaks: readonly SetLeak[];
  complete: boolean;
}>;

/** Additions in one elimination, sets in one search, leaks listed of one base. */
const budget = { additions: 400_000_000, sets: 1_500_000, leaks: 20 };

/** The verdict is exact: without leaks and complete, every combination is about k people or more. */
export const attackSets = (system: System, k: number, limits: typeof budget = budget): SetResult => {
  const limit = k * system.scale;
  const echelon = reduceSystem(system, limit, limits.additions);
  if (echelon === null)
    return { echelon, rank: 0, tested: 0, smallest: findSmallestGroup(system), leaks: [], complete: false };
  const { sets, tested, complete } = searchSets({
    echelon,
    weights: system.weights,
    limit,
    budget: limits.sets,
    most: limits.leaks,
  });
  const leaks = sets.map((set) => explainSet(system, echelon, set));
  return {
    echelon,
    rank: echelon.rows.length,
    tested,
    smallest: findSmallest(system, echelon, sets),
    leaks: leaks.filter((leak) => leak !== null),
    complete: complete && leaks.every((leak) => leak !== null),
  };
};

/** The exact echelon of all groups; figures of the newest release are used before those of earlier ones. */
const reduceSystem = (system: System, limit: number, additions: number): ExactEchelon | null => {
  const groups = system.groups.map(({ atoms }) => atoms);
  const echelon: Echelon | null = eliminate({
    columns: system.weights.length,
    groups,
    order: orderGroups(system.groups, (group) => -(system.groups[group]?.release ?? 0)),
    isHeavy: (atom) => (system.weights[atom] as number) >= limit,
    budget: additions,
  });
  return echelon === null ? null : makeExact(echelon, groups);
};

const weighAll = (weights: readonly number[], atoms: Iterable<number>): number => {
  let sum = 0;
  for (const atom of atoms) sum += weights[atom] as number;
  return sum;
};

/** Supports of sets, rows and groups; with a leak or on one tree this is the smallest there is, else the smallest met. */
const findSmallest = (system: System, { rows }: ExactEchelon, sets: readonly LightSet[]): number | null => {
  let smallest = findSmallestGroup(system) ?? Number.POSITIVE_INFINITY;
  for (const { weight } of sets) smallest = Math.min(smallest, weight);
  for (const { pivot, others } of rows)
    smallest = Math.min(smallest, weighAll(system.weights, [pivot, ...others.keys()]));
  return Number.isFinite(smallest) ? smallest : null;
};

const findSmallestGroup = ({ groups, weights }: System): number | null => {
  const sizes = groups.map(({ atoms }) => weighAll(weights, atoms)).filter((weight) => weight > 0);
  return sizes.length === 0 ? null : sizes.reduce((least, size) => Math.min(least, size));
};

/** The groups behind a set, proven by addition; null when the prime is too small for the coefficients. */
const explainSet = (system: System, echelon: ExactEchelon, set: LightSet): SetLeak | null => {
  const values = new Map(set.atoms.map((atom, index) => [atom, set.coefficients[index] as bigint]));
  const coefficients = readWhole(combineRows(echelon, values));
  if (coefficients === null) return null;
  return isProven(system, coefficients, values)
    ? { weight: set.weight, combination: [...coefficients].map(([group, coefficient]) => ({ group, coefficient })) }
    : null;
};

/**
 * A vector of the row space as residues per group: by its entries at the pivots. For any set of atoms at all this is the
 * only combination that can give it.
 */
export const combineRows = (echelon: ExactEchelon, values: ReadonlyMap<number, bigint>): Map<number, number> => {
  const combined = new Map<number, number>();
  for (const [atom, value] of values) {
    const row = echelon.rows[echelon.rowOfPivot[atom] as number];
    if (row === undefined) continue;
    const factor = Number(((value % BigInt(prime)) + BigInt(prime)) % BigInt(prime));
    for (const [group, residue] of row.groups)
      combined.set(group, ((combined.get(group) ?? 0) + multiply(factor, residue)) % prime);
  }
  return combined;
};

/** Residues as whole numbers in the same proportion, without those that are 0. */
export const readWhole = (residues: ReadonlyMap<number, number>): Map<number, bigint> | null => {
  const present = [...residues].filter(([, residue]) => residue !== 0);
  const fractions = present.map(([, residue]) => findFraction(residue));
  if (fractions.some((fraction) => fraction === null)) return null;
  const common = findMultiple(fractions.map((fraction) => BigInt(fraction?.denominator ?? 1)));
  const whole = fractions.map(
    (fraction) => (BigInt(fraction?.numerator ?? 0) * common) / BigInt(fraction?.denominator ?? 1),
  );
  return new Map(divideOut(whole).map((coefficient, index) => [present[index]?.[0] as number, coefficient]));
};

/** Whether the groups add up to a multiple of the vector, atom by atom. */
const isProven = (
  { groups }: System,
  coefficients: ReadonlyMap<number, bigint>,
  values: ReadonlyMap<number, bigint>,
): boolean => {
  const sums = new Map<number, bigint>();
  for (const [group, coefficient] of coefficients)
    for (const atom of groups[group]?.atoms ?? []) sums.set(atom, (sums.get(atom) ?? 0n) + coefficient);
  const support = [...sums].filter(([, sum]) => sum !== 0n);
  const [first] = support;
  if (first === undefined || support.length !== values.size) return false;
  const [times, per] = [first[1], values.get(first[0]) ?? 0n];
  return support.every(([atom, sum]) => sum * per === times * (values.get(atom) ?? 0n));
};
