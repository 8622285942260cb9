/** Finds out, exactly, whether a few sparse rows are linearly dependent. In: rows of whole numbers; out: whole coefficients. */
import { divideOut } from "./whole-numbers.ts";

type Tracked = { row: Map<number, bigint>; coefficients: bigint[] };

/**
 * Coefficients, not all 0 and without a common divisor, with which the rows add up to nothing; null when they are independent.
 * `findDependency([new Map([[0, 2]]), new Map([[0, 3]])])` is [3, -2] or its reverse. No rows are independent.
 */
export const findDependency = (rows: readonly ReadonlyMap<number, number>[]): bigint[] | null => {
  const pivots = new Map<number, Tracked>();
  for (const [index, row] of rows.entries()) {
    const tracked = track(row, index, rows.length);
    for (const [column, pivot] of pivots) cancel(tracked, column, pivot);
    const [first] = tracked.row.keys();
    if (first === undefined) return divideOut(tracked.coefficients);
    pivots.set(first, tracked);
  }
  return null;
};

const track = (row: ReadonlyMap<number, number>, index: number, count: number): Tracked => ({
  row: new Map([...row].map(([column, value]) => [column, BigInt(value)])),
  coefficients: Array.from({ length: count }, (_, at) => (at === index ? 1n : 0n)),
});

/** Takes a multiple of the pivot's row out, so that the column becomes 0. Pivots go in order: none brings back an earlier one. */
const cancel = (from: Tracked, column: number, pivot: Tracked): void => {
  const [own, its] = [from.row.get(column), pivot.row.get(column) as bigint];
  if (own === undefined) return;
  const columns = new Set([...from.row.keys(), ...pivot.row.keys()]);
  for (const one of columns) {
    const value = (from.row.get(one) ?? 0n) * its - (pivot.row.get(one) ?? 0n) * own;
    if (value === 0n) from.row.delete(one);
    else from.row.set(one, value);
  }
  from.coefficients = from.coefficients.map((value, at) => value * its - (pivot.coefficients[at] as bigint) * own);
};
