/**
 * Judges the order in which units stand: one that is not shown may not have a place among figures that tells how it compares.
 * In: units in the order of a list; out: whether the order is free of that.
 */
import type { Release } from "../../schemas/release.ts";

/** A row of a list; a unit may have several rows. */
export type Listed = Readonly<{ unit: string; isShown: boolean }>;

export type JudgeOrder = (rows: readonly Listed[]) => boolean;

/**
 * True when nothing is hidden in the list, or when the hidden units stand in an order that is known without any figure: that of the units or
 * of a wave's cells in the release, of the names or of the codes. The whole list is in that order, or else the hidden ones all follow the others.
 */
export function indexOrder({ units, cells, waves }: Release): JudgeOrder {
  const orders = [
    units.map(({ unit }) => unit),
    ...waves.map(({ wave }) => [...new Set(cells.flatMap((cell) => (cell.wave === wave ? [cell.unit] : [])))]),
    [...units]
      .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
      .map(({ unit }) => unit),
    units.map(({ unit }) => unit).sort(),
  ].map((order) => new Map(order.map((unit, position) => [unit, position])));
  const isKnown = (rows: readonly Listed[]) =>
    orders.some((order) => isRising(rows.map(({ unit }) => order.get(unit) ?? Number.POSITIVE_INFINITY)));
  const isFree = (rows: readonly Listed[]) => {
    const hidden = rows.filter(({ isShown }) => !isShown);
    if (hidden.length === 0 || isKnown(rows)) return true;
    return rows.slice(rows.length - hidden.length).every(({ isShown }) => !isShown) && isKnown(hidden);
  };
  return (rows) => splitLists(rows).every(isFree);
}

/** A unit that comes back after others begins the list again. */
function splitLists(rows: readonly Listed[]): Listed[][] {
  const lists: Listed[][] = [];
  let seen = new Set<string>();
  let last: string | undefined;
  for (const row of rows) {
    if (lists.length === 0 || (row.unit !== last && seen.has(row.unit))) {
      lists.push([]);
      seen = new Set();
    }
    lists.at(-1)?.push(row);
    last = row.unit;
    seen.add(row.unit);
  }
  return lists;
}

const isRising = (places: readonly number[]): boolean =>
  places.every((place, position) => position === 0 || place >= (places[position - 1] as number));
