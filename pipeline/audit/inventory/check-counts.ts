/**
 * Checks that every released cell says as many people as the memberships count. In: the release and its memberships; out: one row per
 * cell with another number of respondents or invited, with too few of them, or with invited where participation is not shown.
 */
import type { Membership, MembershipRow } from "../../../schemas/membership.ts";
import type { Measure, Release, ReleasedCell } from "../../../schemas/release.ts";
import { countFigures } from "../build-system.ts";
import type { Offence } from "./take-inventory.ts";

/** Offences in the order of the cells; cells of a base without a membership are left to the verdict. */
export const checkCounts = (release: Release, memberships: readonly Membership[]): Offence[] => {
  const measures = new Map(release.measures.map((measure) => [measure.measure, measure]));
  const released = release.cells.filter((cell) => cell.status === "released");
  return [...groupByBase(released, measures)].flatMap(([, { cells, measure }]) => {
    const [first] = cells;
    const membership = memberships.find(
      (one) => one.wave === first?.wave && one.questionnaire === measure.questionnaire,
    );
    return membership === undefined ? [] : checkBase(release, cells, measure, membership);
  });
};

type BaseCells = Readonly<{ measure: Measure; cells: ReleasedCell[] }>;

const groupByBase = (cells: readonly ReleasedCell[], measures: ReadonlyMap<string, Measure>) => {
  const bases = new Map<string, BaseCells>();
  for (const cell of cells) {
    const measure = measures.get(cell.measure);
    if (measure === undefined) continue;
    const key = JSON.stringify([cell.wave, measure.questionnaire, measure.instrument]);
    const base = bases.get(key);
    if (base === undefined) bases.set(key, { measure, cells: [cell] });
    else base.cells.push(cell);
  }
  return bases;
};

const checkBase = (
  release: Release,
  cells: readonly ReleasedCell[],
  { instrument, questionnaire }: Measure,
  membership: Membership,
): Offence[] => {
  const isInBase = (row: MembershipRow) =>
    instrument === null || row.answered[membership.instruments.indexOf(instrument)] === true;
  const counts = countCells(release, cells, membership, isInBase);
  const invited = countInvited(release, cells, membership);
  const answering = new Set(
    release.cells
      .filter(({ status, measure }) => status === "released" && measure === `participation.${questionnaire}`)
      .map(({ wave, unit }) => `${wave} ${unit}`),
  );
  return counts.flatMap(({ cell, people: counted }, index) => {
    const { wave, unit, segment, measure } = cell;
    const wrong = (explanation: string) => [{ wave, measure, explanation: `${unit}: ${explanation}` }];
    const least = findLeast(cell, release);
    return [
      ...(cell.respondents === counted ? [] : wrong("another number of respondents than the memberships count")),
      ...(cell.respondents >= least ? [] : wrong(`published with fewer than ${least} respondents`)),
      ...(cell.invited === null || (segment === null && cell.invited === expectInvited(invited[index], counted))
        ? []
        : wrong("another number of invited than the memberships count")),
      ...(cell.invited === null || answering.has(`${wave} ${unit}`)
        ? []
        : wrong("the number of invited is told, but participation is not shown")),
    ];
  });
};

/** The threshold of what the cell shows. */
const findLeast = ({ segment, promoters }: ReleasedCell, { policy: { k } }: Release): number =>
  Math.max(k.mean, segment === null ? 0 : k.crossed, promoters === undefined ? 0 : k.detail);

/** A single membership: its rows are the places. */
const countCells = (
  { units }: Release,
  cells: readonly ReleasedCell[],
  membership: Membership,
  isInBase: (row: MembershipRow) => boolean,
): ReturnType<typeof countFigures> =>
  countFigures({
    memberships: [membership],
    places: membership.rows.map(({ people }, row) => ({ rows: [row], people: people.length, versions: 1 })),
    sources: [{ release: 1, membership: 0, units, cells }],
    isInBase,
  });

/** Per cell the invited of its whole group, null when unknown for any unit in it. */
const countInvited = (
  { units }: Release,
  cells: readonly ReleasedCell[],
  membership: Membership,
): (number | null)[] => {
  const rows = membership.units.map(({ unit }) => ({
    unit,
    values: membership.attributes.map(() => null),
    answered: [],
    people: [],
  }));
  const counts = countFigures({
    memberships: [{ ...membership, rows }],
    places: membership.units.map(({ invited }, row) => ({
      rows: [row],
      people: invited ?? Number.NaN,
      versions: 1,
    })),
    sources: [{ release: 1, membership: 0, units, cells: cells.map((cell) => ({ ...cell, segment: null })) }],
    isInBase: () => true,
  });
  return counts.map(({ people }) => (Number.isNaN(people) ? null : people));
};

/** More answers than invited count as the invited. */
const expectInvited = (invited: number | null | undefined, respondents: number): number | null =>
  invited === null || invited === undefined ? null : Math.max(invited, respondents);
