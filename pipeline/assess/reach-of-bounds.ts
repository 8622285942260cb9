/**
 * How far beyond its published value a figure may really lie, because answers below it were bounded.
 * In: the released cells of one wave and measure, the units. Out: one row per released unit, points.
 *
 * A bound is set on a region: the people of a released unit who are in no released unit below it. What is known of a bounded region is
 * only the side and the end of the scale, so its sum may lie anywhere up to that end; a unit adds up its regions. A team with a bound
 * therefore reaches the scale's end, and a large unit with one such team hardly moves. Made from published figures only.
 */
import type { Measure, ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";

/** Points below and above the published value that the bounds leave open; 0 when nothing was bounded. */
export type Reach = Readonly<{ below: number; above: number }>;

type Region = { respondents: number; sum: number; below: number; above: number };

/** Reach by unit code. A cell without a mean or eNPS counts as having none. */
export function reachOfBounds(
  cells: readonly ReleasedCell[],
  units: readonly ReleaseUnit[],
  measure: Pick<Measure, "minimum" | "maximum">,
): Map<string, Reach> {
  const byUnit = new Map(cells.map((cell) => [cell.unit, cell]));
  const regions = new Map(cells.map((cell) => [cell.unit, openRegion(cell)]));
  const parents = findParents(units, byUnit);
  for (const { unit } of units.toSorted(lowestFirst)) {
    const cell = byUnit.get(unit);
    const region = regions.get(unit);
    if (!cell || !region) continue;
    closeRegion(region, cell, measure);
    const above = findReleasedAbove(unit, parents, regions);
    if (above) takeOut(above, cell, region);
  }
  return new Map(cells.map((cell) => [cell.unit, reachOf(regions.get(cell.unit), cell.respondents)]));
}

/** A roll-up that is shown lies between its members and its parent. */
function findParents(units: readonly ReleaseUnit[], shown: ReadonlyMap<string, unknown>): Map<string, string | null> {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  for (const { unit, members = [] } of units) if (shown.has(unit)) for (const one of members) parents.set(one, unit);
  return parents;
}

const lowestFirst = (one: ReleaseUnit, other: ReleaseUnit): number =>
  other.level - one.level || Number(one.members !== undefined) - Number(other.members !== undefined);

function openRegion(cell: ReleasedCell): Region {
  return { respondents: cell.respondents, sum: totalOf(cell), below: 0, above: 0 };
}

/** Everything below the unit has been taken out by now: what is left is its own region. */
function closeRegion(region: Region, cell: ReleasedCell, scale: Pick<Measure, "minimum" | "maximum">): void {
  const { bound } = cell;
  const lower = Math.max(0, region.sum - region.respondents * scale.minimum);
  const higher = Math.max(0, region.respondents * scale.maximum - region.sum);
  if (bound === "at_most" || bound === "about") region.below += lower;
  if (bound === "at_least" || bound === "about") region.above += higher;
}

function findReleasedAbove(
  unit: string,
  parents: ReadonlyMap<string, string | null>,
  regions: ReadonlyMap<string, Region>,
): Region | undefined {
  let parent = parents.get(unit) ?? null;
  while (parent !== null && !regions.has(parent)) parent = parents.get(parent) ?? null;
  return parent === null ? undefined : regions.get(parent);
}

function takeOut(above: Region, cell: ReleasedCell, region: Region): void {
  above.respondents -= cell.respondents;
  above.sum -= totalOf(cell);
  above.below += region.below;
  above.above += region.above;
}

function totalOf(cell: ReleasedCell): number {
  return cell.respondents * (cell.mean ?? cell.enps ?? 0);
}

function reachOf(region: Region | undefined, respondents: number): Reach {
  if (!region) return { below: 0, above: 0 };
  return { below: region.below / respondents, above: region.above / respondents };
}
