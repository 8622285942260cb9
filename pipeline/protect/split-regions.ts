/**
 * Splits the published units of a tree into regions: a region is what is left of a published unit after its nearest
 * published descendants are taken out, so every respondent of a published unit is in exactly one region.
 *
 * In: units, parents before children, and values per unit that add up over its subtree; out: one value per published unit.
 */
import type { TreeUnit } from "./solve-tree.ts";

/** Published unit to its nearest published ancestor, null when there is none; ancestors come first. */
export type ShownTree = ReadonlyMap<string, string | null>;

/** The tree of the published units alone. */
export const findShownTree = (units: readonly TreeUnit[], shown: ReadonlySet<string>): ShownTree => {
  const nearest = findNearestShown(units, shown);
  const above = (parent: string | null) => (parent === null ? null : (nearest.get(parent) ?? null));
  return new Map(units.filter(({ unit }) => shown.has(unit)).map(({ unit, parent }) => [unit, above(parent)]));
};

/** Every unit to the nearest published unit at or above it, null when there is none. */
export const findNearestShown = (
  units: readonly TreeUnit[],
  shown: ReadonlySet<string>,
): ReadonlyMap<string, string | null> => {
  const nearest = new Map<string, string | null>();
  for (const { unit, parent } of units)
    nearest.set(unit, shown.has(unit) ? unit : parent === null ? null : (nearest.get(parent) ?? null));
  return nearest;
};

/** Subtree values to region values, by subtraction; a unit without a value counts as 0. */
export const takeRegions = (tree: ShownTree, readValue: (unit: string) => bigint): Map<string, bigint> => {
  const regions = new Map([...tree.keys()].map((unit) => [unit, readValue(unit)]));
  for (const [unit, above] of tree)
    if (above !== null) regions.set(above, (regions.get(above) as bigint) - readValue(unit));
  return regions;
};

/** Region values to subtree values, by addition: the reverse of `takeRegions`. */
export const addUpRegions = <V>(
  tree: ShownTree,
  regions: ReadonlyMap<string, V>,
  add: (left: V, right: V) => V,
): ReadonlyMap<string, V> => {
  const totals = new Map(regions);
  for (const [unit, above] of [...tree].reverse())
    if (above !== null) totals.set(above, add(totals.get(above) as V, totals.get(unit) as V));
  return totals;
};
