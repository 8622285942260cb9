/**
 * Checks that what a release says beside its cells is about released cells. In: the release; out: one row per offence: a cell that
 * occurs twice or names what the release does not describe, an assessment without a released cell, a statistic over other people than
 * the released teams.
 */
import type { Measure, OrganisationStatistic, Release, ReleasedCell } from "../../../schemas/release.ts";
import type { Offence } from "./take-inventory.ts";

export const checkReferences = (release: Release): Offence[] => [
  ...checkCells(release),
  ...checkAssessments(release),
  ...checkStatistics(release),
];

const checkCells = ({ cells, units, measures, waves }: Release): Offence[] => {
  const known = {
    units: namesOf(units, "unit"),
    measures: namesOf(measures, "measure"),
    waves: namesOf(waves, "wave"),
  };
  const seen = new Set<string>();
  return cells.flatMap(({ wave, unit, segment, measure }) => {
    const key = JSON.stringify([wave, unit, segment, measure]);
    const isTwice = seen.has(key);
    seen.add(key);
    const isKnown = known.units.has(unit) && known.measures.has(measure) && known.waves.has(wave);
    return [
      ...(isTwice ? [{ wave, measure, explanation: `${unit}: a cell occurs twice` }] : []),
      ...(isKnown
        ? []
        : [{ wave, measure, explanation: `${unit}: a cell of a unit, measure or wave that is not described` }]),
    ];
  });
};

const namesOf = <K extends string>(rows: readonly Readonly<Record<K, string>>[], field: K): Set<string> =>
  new Set(rows.map((row) => row[field]));

const isReleased = (cell: Release["cells"][number]): cell is ReleasedCell => cell.status === "released";

const checkAssessments = ({ cells, assessments, group_assessments = [] }: Release): Offence[] => {
  const released = new Set(
    cells.filter(isReleased).map(({ wave, unit, segment, measure }) => JSON.stringify([wave, unit, segment, measure])),
  );
  const all = [...assessments, ...group_assessments.flatMap((one) => one.assessments)];
  return all.flatMap(({ wave, unit, segment, signals }) =>
    signals
      .filter(({ measure }) => !released.has(JSON.stringify([wave, unit, segment, measure])))
      .map(({ measure }) => ({ wave, measure, explanation: `${unit}: assessed without a released cell` })),
  );
};

/** Those about fewer people than the base, for want of complete answers, may not be about more; the others cover it exactly. */
const checkStatistics = ({ cells, units, measures, statistics }: Release): Offence[] => {
  const leaves = new Set(units.filter(({ leaf, members }) => leaf && members === undefined).map(({ unit }) => unit));
  const teams = new Map<string, { teams: number; respondents: number }>();
  for (const cell of cells)
    if (isReleased(cell) && cell.segment === null && leaves.has(cell.unit)) {
      const key = `${cell.wave} ${cell.measure}`;
      const known = teams.get(key) ?? { teams: 0, respondents: 0 };
      teams.set(key, { teams: known.teams + 1, respondents: known.respondents + cell.respondents });
    }
  const kinds = new Map(measures.map(({ measure, kind }) => [measure, kind]));
  return statistics
    .filter((row) => {
      const base = teams.get(`${row.wave} ${row.measure}`) ?? { teams: 0, respondents: 0 };
      if (isPartial(row, kinds.get(row.measure))) return row.teams > base.teams || row.respondents > base.respondents;
      return row.teams !== base.teams || row.respondents !== base.respondents;
    })
    .map(({ wave, measure, statistic }) => ({
      wave,
      measure,
      explanation: `${statistic} is over other people than the released teams`,
    }));
};

const isPartial = ({ statistic }: OrganisationStatistic, kind: Measure["kind"] | undefined): boolean =>
  kind === "enps" || statistic === "reliability" || statistic === "omega";
