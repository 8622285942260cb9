/**
 * Turns an echelon modulo a prime into whole numbers and proves that it is the echelon over the rationals.
 *
 * In: the echelon and the groups it was made of; out: the same rows times a common scale. Proof: every group is checked to be
 * a combination of the rows, so the true rank is not above the number of rows; modulo a prime it is never above the true one.
 * Rows and groups therefore span the same space, and the rows, reduced as they are, are its one reduced echelon form.
 */

import type { Echelon, SparseRow } from "./eliminate.ts";
import { findFraction, type SmallFraction } from "./prime-field.ts";
import { findMultiple } from "./whole-numbers.ts";

/** A row times the common scale: `scale` at `pivot`, `others` elsewhere; `groups` are still residues. */
export type ExactRow = Readonly<{ pivot: number; others: ReadonlyMap<number, number>; groups: SparseRow }>;

export type ExactEchelon = Readonly<{
  columns: number;
  scale: number;
  rows: readonly ExactRow[];
  rowOfPivot: Int32Array;
}>;

const largestScale = 1_000_000;

/** The exact echelon; null when its fractions are too large for the prime or the proof fails. */
export const makeExact = (echelon: Echelon, groups: readonly (readonly number[])[]): ExactEchelon | null => {
  const rows = echelon.rows.map(({ others }) => readFractions(others));
  if (rows.some((row) => row === null)) return null;
  const fractions = rows as Map<number, SmallFraction>[];
  const scale = findScale(fractions);
  if (scale === null) return null;
  const exact: ExactEchelon = {
    columns: echelon.columns,
    scale,
    rowOfPivot: echelon.rowOfPivot,
    rows: echelon.rows.map(({ pivot, groups: made }, index) => ({
      pivot,
      groups: made,
      others: scaleFractions(fractions[index] as Map<number, SmallFraction>, scale),
    })),
  };
  return groups.every((columns) => isSpanned(exact, columns)) ? exact : null;
};

const readFractions = (row: SparseRow): Map<number, SmallFraction> | null => {
  const fractions = new Map<number, SmallFraction>();
  for (const [column, value] of row) {
    const fraction = findFraction(value);
    if (fraction === null) return null;
    fractions.set(column, fraction);
  }
  return fractions;
};

const findScale = (rows: readonly ReadonlyMap<number, SmallFraction>[]): number | null => {
  const denominators = new Set<number>();
  for (const row of rows) for (const { denominator } of row.values()) denominators.add(denominator);
  const scale = findMultiple([...denominators].map(BigInt));
  return scale > BigInt(largestScale) ? null : Number(scale);
};

const scaleFractions = (row: ReadonlyMap<number, SmallFraction>, scale: number): Map<number, number> =>
  new Map([...row].map(([column, { numerator, denominator }]) => [column, numerator * (scale / denominator)]));

/** Whether a 0/1 row is exactly a combination of the rows: the one that has its entries at the pivots. */
export const isSpanned = (exact: ExactEchelon, columns: readonly number[]): boolean =>
  [...findRest(exact, columns).values()].every((value) => value === 0);

/** What is left of a 0/1 row, times the scale, after the rows of its pivots are taken out. */
const findRest = ({ rows, rowOfPivot, scale }: ExactEchelon, columns: readonly number[]): Map<number, number> => {
  const rest = new Map<number, number>();
  const add = (column: number, value: number) => rest.set(column, (rest.get(column) ?? 0) + value);
  for (const column of columns) {
    const row = rows[rowOfPivot[column] as number];
    if (row === undefined) add(column, scale);
    else for (const [other, value] of row.others) add(other, -value);
  }
  return rest;
};
