/**
 * Compares the numbers of respondents that were published with the people in the memberships. In: a release and the people
 * behind it. Out: the cells that can't be about these people. What the number should be is not told: it may be below k.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { ReleasedCell } from "../../schemas/release.ts";
import { findPublishedGroups } from "./find-groups.ts";
import type { Published } from "./open-ledger.ts";

type Figures = Readonly<Pick<Published, "units" | "cells" | "measures">>;

/**
 * The released cells with another number of respondents than their group has, or of a group that the memberships don't have;
 * in the order of the release. Of participation the respondents are all who responded.
 */
export function findMiscounts(release: Figures, memberships: readonly Membership[]): ReleasedCell[] {
  const released = release.cells.filter((cell): cell is ReleasedCell => cell.status === "released");
  const right = new Set<ReleasedCell>();
  for (const { wave, measure, cells } of groupCells(released)) {
    const found = release.measures.find((one) => one.measure === measure);
    const membership = memberships.find((one) => one.wave === wave && one.questionnaire === found?.questionnaire);
    if (found === undefined || membership === undefined) continue;
    for (const cell of findRight(release, membership, cells, found.instrument)) right.add(cell);
  }
  return released.filter((cell) => !right.has(cell));
}

function groupCells(cells: readonly ReleasedCell[]) {
  const groups = new Map<string, { wave: string; measure: string; cells: ReleasedCell[] }>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.wave, cell.measure]);
    const group = groups.get(key) ?? { wave: cell.wave, measure: cell.measure, cells: [] };
    group.cells.push(cell);
    groups.set(key, group);
  }
  return groups.values();
}

/** The cells of one measure and wave that have as many respondents as the membership. */
function findRight(
  release: Figures,
  membership: Membership,
  cells: readonly ReleasedCell[],
  instrument: string | null,
): ReleasedCell[] {
  const known = listKnown(release, membership, cells);
  const groups = findPublishedGroups(release, membership, known);
  const counts = groups.names.map(() => 0);
  const position = instrument === null ? -1 : membership.instruments.indexOf(instrument);
  for (const { unit, values, answered, people } of membership.rows)
    if (instrument === null || answered[position] === true)
      for (const group of groups.findGroups(unit, values)) counts[group] = (counts[group] ?? 0) + people.length;
  const byName = new Map(groups.names.map((name, index) => [nameGroup(name), counts[index]]));
  return known.filter((cell) => byName.get(nameGroup(cell)) === cell.respondents);
}

const nameGroup = ({ unit, segment }: Pick<ReleasedCell, "unit" | "segment">): string =>
  JSON.stringify([unit, segment]);

/** A unit may be in another wave only, an attribute in another questionnaire. */
function listKnown({ units }: Figures, membership: Membership, cells: readonly ReleasedCell[]): ReleasedCell[] {
  const known = new Set([
    ...membership.units.map(({ unit }) => unit),
    ...units.filter(({ members }) => members !== undefined).map(({ unit }) => unit),
  ]);
  return cells.filter(
    ({ unit, segment }) => known.has(unit) && (segment === null || membership.attributes.includes(segment.attribute)),
  );
}
