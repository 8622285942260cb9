/**
 * A combination of groups as a sparse row: its coefficient at every atom, and which groups make it.
 *
 * Columns from 0 are atoms, columns below 0 are groups (see `tagOf`). The tags go through the same elimination as the atoms, so
 * that row = sum of tag x group holds at any time: what is found can be checked by adding up the groups it names.
 */
import { combineExactly, divideExactly, findCommonDivisor, type Integer } from "./integer.ts";

/** Column to coefficient, never 0. Atoms and tags together have no common divisor. */
export type Row = Map<number, Integer>;

/** Told that a column of a row came or went. */
export type Watch = (column: number, isThere: boolean) => void;

/** The column that counts how often a group is taken. */
export const tagOf = (group: number): number => -1 - group;

/** The group of a tag. */
export const groupOf = (tag: number): number => -1 - tag;

/** The row of one group by itself. */
export const startRow = (atoms: readonly number[], group: number): Row => {
  const row: Row = new Map();
  for (const atom of atoms) row.set(atom, 1);
  row.set(tagOf(group), 1);
  return row;
};

/** Takes source out of target so often that target is 0 at the column; source must not be 0 there. Changes target. */
export const eliminate = (target: Row, source: Row, column: number, watch?: Watch): void => {
  const [own, other] = [target.get(column), source.get(column) as Integer];
  if (own === undefined) return;
  const [scale, times] = findFactors(own, other);
  if (scale !== 1) for (const [at, value] of target) target.set(at, combineExactly(scale, value, 0, 0));
  addTimes(target, source, negate(times), watch);
  normalise(target);
};

/** The smallest whole numbers with scale x own = times x other, scale above 0. */
const findFactors = (own: Integer, other: Integer): [scale: Integer, times: Integer] => {
  if (other === 1) return [1, own];
  const shared = findCommonDivisor(own, other);
  const [scale, times] = [divideExactly(other, shared), divideExactly(own, shared)];
  return scale > 0 ? [scale, times] : [negate(scale), negate(times)];
};

const negate = (value: Integer): Integer => combineExactly(0, 0, 1, value);

/** Adds so many times source to target. Changes target, and leaves common divisors in. */
export const addTimes = (target: Row, source: Row, times: Integer, watch?: Watch): void => {
  const taken = negate(times);
  for (const [at, value] of source) {
    const before = target.get(at);
    const after = combineExactly(1, before ?? 0, taken, value);
    if (after === 0) target.delete(at);
    else target.set(at, after);
    if (watch !== undefined && (before === undefined) !== (after === 0)) watch(at, after !== 0);
  }
};

/** Divides by what all coefficients share; stops at the first that settles it, nearly always the first of all. */
export const normalise = (row: Row): void => {
  let shared: Integer = 0;
  for (const value of row.values()) {
    shared = findCommonDivisor(shared, value);
    if (shared === 1) return;
  }
  for (const [at, value] of row) row.set(at, divideExactly(value, shared));
};

/** Respondents a row is about: the weights of its atoms. */
export const weighRow = (row: Row, weights: readonly number[]): number => {
  let total = 0;
  for (const column of row.keys()) if (column >= 0) total += weights[column] as number;
  return total;
};
