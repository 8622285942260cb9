/**
 * Chooses cells of a table by the weaker rule of official statistics: no cell that must be hidden may be computable exactly.
 *
 * In: cells as sums of inner cells, and which must be hidden; out: the cells that can be shown. Only for comparing with software
 * that keeps to this rule: it lets sums of hidden cells about very few people through, so nothing here is ever published by it.
 * Greedy, like the Gaussian elimination of Langsrud 2024 (doi:10.1007/978-3-031-69651-0_6).
 */
import { addRow, hasParts, reduceGroup, startEchelon } from "./echelon.ts";
import { eliminate, type Row } from "./row.ts";
import type { Group } from "./system.ts";

/** A cell: its inner cells and its count; `hidden`: must not be shown or computed. */
export type TableCell = Group & Readonly<{ count: number; hidden: boolean }>;

/** Ids of the cells that are shown, the most that three fixed orders give; `inner` is the number of inner cells. */
export const chooseCells = (cells: readonly TableCell[], inner: number): ReadonlySet<string> => {
  const open = cells.filter(({ hidden }) => !hidden).sort(compareIds);
  const choices = orders.map((compare) => showInOrder([...open].sort(compare), cells, inner));
  return choices.reduce((best, other) => (other.size > best.size ? other : best));
};

const compareIds = (one: TableCell, other: TableCell): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** Large counts first; the cells of most inner cells first, then large or small counts. */
const orders: readonly ((one: TableCell, other: TableCell) => number)[] = [
  (one, other) => other.count - one.count,
  (one, other) => other.atoms.length - one.atoms.length || other.count - one.count,
  (one, other) => other.atoms.length - one.atoms.length || one.count - other.count,
];

const showInOrder = (order: readonly TableCell[], cells: readonly TableCell[], inner: number): ReadonlySet<string> => {
  // Every part counts as heavy, so that all rows are reduced at each other's pivots.
  const echelon = startEchelon(Array<number>(inner).fill(1), 1);
  for (const { atoms } of cells) reduceGroup(echelon, atoms, 0);
  const secrets = cells.filter(({ hidden }) => hidden).map(({ atoms }) => reduceGroup(echelon, atoms, 0));
  const shown = new Set<string>();
  for (const [index, { id, atoms }] of order.entries()) {
    const row = reduceGroup(echelon, atoms, index + 1);
    if (secrets.some((secret) => isMultiple(secret, row))) continue;
    shown.add(id);
    if (!hasParts(row)) continue;
    const pivot = addRow(echelon, row);
    for (const secret of secrets) eliminate(secret, row, pivot);
  }
  return shown;
};

/** Would showing the row give the secret away? */
const isMultiple = (secret: Row, row: Row): boolean => {
  const column = [...row.keys()].find((at) => at >= 0);
  if (column === undefined || !secret.has(column)) return false;
  const rest = new Map(secret);
  eliminate(rest, row, column);
  return !hasParts(rest);
};
