/**
 * Merges atoms that some rows cannot tell apart: where one is 0 in a combination, so is the other.
 *
 * In: rows and the people per atom; out: the same rows with one atom for each set whose columns are multiples of each other, and
 * the people of the whole set there. A combination of the rows is about the same number of people before and after.
 */
import { divideExactly, findCommonDivisor, type Integer } from "./integer.ts";
import type { Row } from "./row.ts";

export type Merged = Readonly<{
  rows: readonly Row[];
  weights: ReadonlyMap<number, number>;
  /** The atom that stands for each. */
  standIn: ReadonlyMap<number, number>;
}>;

/** Tags stay as they are; an atom in none of the rows goes. */
export const mergeColumns = (rows: readonly Row[], weights: ReadonlyMap<number, number>): Merged => {
  const standIn = new Map<number, number>();
  const totals = new Map<number, number>();
  const known = new Map<string, number>();
  for (const [column, entries] of readColumns(rows)) {
    const key = writeKey(entries);
    const first = known.get(key) ?? column;
    known.set(key, first);
    standIn.set(column, first);
    totals.set(first, (totals.get(first) ?? 0) + (weights.get(column) as number));
  }
  if (known.size === standIn.size) return { rows, weights: totals, standIn };
  return { rows: rows.map((row) => keepColumns(row, totals)), weights: totals, standIn };
};

/** Per atom: row, coefficient, row, coefficient, … */
const readColumns = (rows: readonly Row[]): ReadonlyMap<number, Integer[]> => {
  const columns = new Map<number, Integer[]>();
  rows.forEach((row, index) => {
    for (const [column, value] of row) {
      if (column < 0) continue;
      const entries = columns.get(column);
      if (entries === undefined) columns.set(column, [index, value]);
      else entries.push(index, value);
    }
  });
  return columns;
};

/** The same for multiples of a column. */
const writeKey = (entries: readonly Integer[]): string => {
  if (entries.length === 2) return String(entries[0]);
  let shared: Integer = 0;
  for (let at = 1; at < entries.length; at += 2) shared = findCommonDivisor(shared, entries[at] as Integer);
  const divisor = (entries[1] as Integer) < 0 ? -shared : shared;
  return entries.map((entry, at) => (at % 2 === 0 ? entry : divideExactly(entry, divisor))).join();
};

const keepColumns = (row: Row, totals: ReadonlyMap<number, number>): Row => {
  const kept: Row = new Map();
  for (const [column, value] of row) if (column < 0 || totals.has(column)) kept.set(column, value);
  return kept;
};
