/**
 * Finds every set of fewer than k people whose sum, with some weights, follows from what is published.
 *
 * In: the exact echelon of the groups; out: minimal sets of atoms below the limit. Write the solutions of "all published sums
 * are 0" as a basis, one coordinate per column without a pivot: an atom has a row of numbers there. A set of atoms is
 * determined if and only if its rows are linearly dependent. In a minimal dependent set no coordinate is touched by one
 * member alone, so the search takes such a coordinate and tries each atom that could join there: all sets are met, most
 * are never built. Atoms with a coordinate that no other light atom touches are in no set and are taken out beforehand.
 */
import { findDependency } from "./find-dependency.ts";
import type { ExactEchelon } from "./make-exact.ts";

/** Atoms ascending, the coefficient of each, none 0, and their weight. */
export type LightSet = Readonly<{ atoms: readonly number[]; coefficients: readonly bigint[]; weight: number }>;

/** `complete` false: the search stopped before all sets were met. `tested` counts the sets that were built. */
export type SearchResult = Readonly<{ sets: readonly LightSet[]; tested: number; complete: boolean }>;

export type SearchInput = Readonly<{
  echelon: ExactEchelon;
  weights: readonly number[];
  /** Sets must weigh less. */
  limit: number;
  /** Most sets to build. */
  budget: number;
  /** The search ends when this many sets are found; `complete` stays true, since there is a leak already. */
  most: number;
}>;

type Core = Readonly<{
  rows: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Per coordinate the atoms that touch it. */
  touching: ReadonlyMap<number, readonly number[]>;
  /** Atoms that are a pivot: every set has one, since the others are independent. */
  starts: readonly number[];
  widest: number;
  lightestPivot: number;
  lightestOther: number;
}>;

type Search = SearchInput &
  Readonly<{
    core: Core;
    members: number[];
    touched: Map<number, number>;
    excluded: Set<number>;
    found: Map<string, LightSet>;
    state: { tested: number; stopped: boolean };
  }>;

/** All minimal determined sets lighter than the limit, lightest first. */
export const searchSets = (input: SearchInput): SearchResult => {
  const core = findCore(input);
  const search: Search = {
    ...input,
    core,
    members: [],
    touched: new Map(),
    excluded: new Set(),
    found: new Map(),
    state: { tested: 0, stopped: false },
  };
  for (const start of core.starts) {
    if (isDone(search)) break;
    extendWith(search, start, 0);
    search.excluded.add(start);
  }
  const sets = [...search.found.values()].sort((a, b) => a.weight - b.weight);
  return { sets, tested: search.state.tested, complete: !search.state.stopped };
};

/** Light atoms with their coordinates, without those that have a coordinate to themselves. */
const findCore = ({ echelon, weights, limit }: SearchInput): Core => {
  const isLight = (atom: number) => (weights[atom] as number) < limit;
  const pivots = echelon.rows.filter(({ pivot }) => isLight(pivot));
  const rows = new Map<number, ReadonlyMap<number, number>>(
    pivots.map(({ pivot, others }) => [pivot, new Map([...others].map(([column, value]) => [column, -value]))]),
  );
  for (const coordinate of new Set(pivots.flatMap(({ others }) => [...others.keys()])))
    if (isLight(coordinate)) rows.set(coordinate, new Map([[coordinate, echelon.scale]]));
  const touching = peel(rows);
  const starts = [...rows.keys()].filter((atom) => (echelon.rowOfPivot[atom] as number) >= 0).sort((a, b) => a - b);
  const others = [...rows.keys()].filter((atom) => (echelon.rowOfPivot[atom] as number) < 0);
  const lightest = (atoms: readonly number[]) =>
    atoms.reduce((least, atom) => Math.min(least, weights[atom] ?? 0), limit);
  const widest = starts.reduce((most, atom) => Math.max(most, rows.get(atom)?.size ?? 0), 0);
  return { rows, touching, starts, widest, lightestPivot: lightest(starts), lightestOther: lightest(others) };
};

/** Removes atoms that touch a coordinate alone until none is left; returns who touches what. */
const peel = (rows: Map<number, ReadonlyMap<number, number>>): Map<number, number[]> => {
  const touching = new Map<number, Set<number>>();
  for (const [atom, row] of rows)
    for (const coordinate of row.keys()) {
      const atoms = touching.get(coordinate) ?? new Set();
      touching.set(coordinate, atoms.add(atom));
    }
  const lonely = [...touching.keys()].filter((coordinate) => touching.get(coordinate)?.size === 1);
  for (let coordinate = lonely.pop(); coordinate !== undefined; coordinate = lonely.pop())
    for (const atom of [...(touching.get(coordinate) ?? [])]) {
      for (const own of rows.get(atom)?.keys() ?? []) {
        touching.get(own)?.delete(atom);
        if (touching.get(own)?.size === 1) lonely.push(own);
      }
      rows.delete(atom);
    }
  return new Map([...touching].map(([coordinate, atoms]) => [coordinate, [...atoms].sort((a, b) => a - b)]));
};

const isDone = ({ state, found, most }: Search): boolean => state.stopped || found.size >= most;

const extendWith = (search: Search, atom: number, weight: number): void => {
  const { members, touched, core, weights } = search;
  members.push(atom);
  const row = core.rows.get(atom) as ReadonlyMap<number, number>;
  for (const coordinate of row.keys()) touched.set(coordinate, (touched.get(coordinate) ?? 0) + 1);
  extend(search, weight + (weights[atom] as number));
  for (const coordinate of row.keys()) {
    const count = (touched.get(coordinate) as number) - 1;
    if (count === 0) touched.delete(coordinate);
    else touched.set(coordinate, count);
  }
  members.pop();
};

const extend = (search: Search, weight: number): void => {
  search.state.tested += 1;
  if (search.state.tested > search.budget) search.state.stopped = true;
  if (isDone(search)) return;
  const single = [...search.touched].filter(([, count]) => count === 1).map(([coordinate]) => coordinate);
  if (single.length === 0) {
    if (!recordDependency(search)) branch(search, listNeighbours(search, weight), weight);
    return;
  }
  if (weight + findLeastWeight(search.core, single.length) >= search.limit) return;
  branch(search, findFewest(search, single, weight), weight);
};

/** What it weighs at least to touch that many coordinates again: some pivots, each as wide as the widest, and others. */
const findLeastWeight = ({ widest, lightestPivot, lightestOther }: Core, coordinates: number): number => {
  let least = coordinates * lightestOther;
  for (let pivots = 1; (pivots - 1) * widest < coordinates; pivots += 1)
    least = Math.min(least, pivots * lightestPivot + Math.max(0, coordinates - pivots * widest) * lightestOther);
  return least;
};

/** The atoms that may join at the coordinate where fewest can. */
const findFewest = (search: Search, coordinates: readonly number[], weight: number): number[] => {
  let fewest: number[] | null = null;
  for (const coordinate of coordinates) {
    const atoms = (search.core.touching.get(coordinate) ?? []).filter((atom) => canJoin(search, atom, weight));
    if (fewest === null || atoms.length < fewest.length) fewest = atoms;
    if (fewest.length === 0) break;
  }
  return fewest ?? [];
};

/** Rows that leave no coordinate alone and are still independent need one more atom that touches any of them. */
const listNeighbours = (search: Search, weight: number): number[] => {
  const atoms = new Set([...search.touched.keys()].flatMap((coordinate) => search.core.touching.get(coordinate) ?? []));
  return [...atoms].filter((atom) => canJoin(search, atom, weight)).sort((a, b) => a - b);
};

const canJoin = ({ excluded, members, weights, limit }: Search, atom: number, weight: number): boolean =>
  weight + (weights[atom] as number) < limit && !excluded.has(atom) && !members.includes(atom);

/** Tries each atom; one that was tried stays out of the branches after it, so that no set is met twice. */
const branch = (search: Search, atoms: readonly number[], weight: number): void => {
  const { excluded } = search;
  const tried: number[] = [];
  for (const atom of atoms) {
    if (isDone(search)) break;
    extendWith(search, atom, weight);
    excluded.add(atom);
    tried.push(atom);
  }
  for (const atom of tried) excluded.delete(atom);
};

const recordDependency = ({ members, core, weights, found }: Search): boolean => {
  const coefficients = findDependency(members.map((atom) => core.rows.get(atom) as ReadonlyMap<number, number>));
  if (coefficients === null) return false;
  const used = members
    .map((atom, index) => ({ atom, coefficient: coefficients[index] as bigint }))
    .filter(({ coefficient }) => coefficient !== 0n)
    .sort((a, b) => a.atom - b.atom);
  const atoms = used.map(({ atom }) => atom);
  found.set(atoms.join(), {
    atoms,
    coefficients: used.map(({ coefficient }) => coefficient),
    weight: atoms.reduce((sum, atom) => sum + (weights[atom] as number), 0),
  });
  return true;
};
