/**
 * Counts what a release holds: units, teams and rows, shown and not shown, per label. In: a release; out: figures.
 * These counts follow from what is published; a report may say them anywhere.
 */
import type { Assessment, Level, Release, ReleaseUnit } from "../../schemas/release.ts";
import { counts, type Figure, untagged } from "./figures.ts";
import { folds, listCuts } from "./layout.ts";

/** One row per count; a list that is cut off gives the cut and the rest as well. */
export function countRelease(release: Release): Figure[] {
  return [
    ...counts([release.waves.length, release.measures.length, release.instruments.length, release.units.length]),
    ...countUnits(release),
    ...countAssessments(release),
    ...countSegments(release),
  ];
}

/** Groups of people in the organisation that are shown and not shown, per attribute. */
function countSegments({ cells, units }: Release): Figure[] {
  const roots = new Set(units.filter(({ parent }) => parent === null).map(({ unit }) => unit));
  const groups = new Map<string, [released: number, withheld: number]>();
  for (const { wave, measure, unit, segment, status } of cells) {
    if (segment === null || !roots.has(unit)) continue;
    const key = JSON.stringify([wave, measure, unit, segment.attribute]);
    const [released, withheld] = groups.get(key) ?? [0, 0];
    groups.set(key, status === "released" ? [released + 1, withheld] : [released, withheld + 1]);
  }
  return [...groups].flatMap(([key, found]) => {
    const [wave, measure] = JSON.parse(key) as [string, string];
    return counts(found, { ...untagged, wave, measure });
  });
}

const isTeam = ({ parent, leaf }: ReleaseUnit): boolean => parent !== null && leaf;
const isDepartment = ({ parent, leaf }: ReleaseUnit): boolean => parent !== null && !leaf;

/** Groups of units that reports count: the organisation, departments, teams, one level, the organisation with its departments. */
function groupUnits({ units }: Release): ReleaseUnit[][] {
  const levels = [...new Set(units.map(({ level }) => level))];
  return [
    ...levels.map((level) => units.filter((unit) => unit.level === level)),
    units.filter(({ parent }) => parent === null),
    units.filter(isDepartment),
    units.filter(isTeam),
    units.filter((unit) => isTeam(unit) && unit.members === undefined),
    units.filter((unit) => isDepartment(unit) && unit.members === undefined),
    units.filter((unit) => isDepartment(unit) && unit.members === undefined && unit.level === 1),
    units.filter(({ members }) => members !== undefined),
    units.filter((unit) => unit.parent === null || (unit.level === 1 && !unit.leaf)),
    units,
  ];
}

function countUnits(release: Release): Figure[] {
  const groups = groupUnits(release);
  const sizes = groups.flatMap((group) => counts(withCuts(group.length)));
  const statuses = new Map<string, Map<string, "released" | "withheld">>();
  for (const { wave, measure, unit, segment, status } of release.cells) {
    if (segment !== null) continue;
    const key = JSON.stringify([wave, measure]);
    const known = statuses.get(key) ?? new Map<string, "released" | "withheld">();
    statuses.set(key, known.set(unit, status));
  }
  return [
    ...sizes,
    ...[...statuses].flatMap(([key, byUnit]) => {
      const [wave, measure] = JSON.parse(key) as [string, string];
      return groups.flatMap((group) => countStatuses(group, byUnit, { ...untagged, wave, measure }));
    }),
    ...release.waves.flatMap(({ wave }) => countAnyMeasure(release, wave, groups)),
  ];
}

function countStatuses(
  group: readonly ReleaseUnit[],
  byUnit: ReadonlyMap<string, "released" | "withheld">,
  tags: typeof untagged,
): Figure[] {
  const count = (status: string) => group.filter(({ unit }) => byUnit.get(unit) === status).length;
  return counts([...withCuts(count("released")), count("withheld")], tags);
}

/** Units with something released in a wave, and units with nothing. */
function countAnyMeasure(release: Release, wave: string, groups: readonly ReleaseUnit[][]): Figure[] {
  const ofWave = release.cells.filter((cell) => cell.wave === wave);
  const asked = new Set(ofWave.map(({ unit }) => unit));
  const shown = new Set(ofWave.filter(({ status }) => status === "released").map(({ unit }) => unit));
  return groups.flatMap((group) => {
    const released = group.filter(({ unit }) => shown.has(unit)).length;
    const all = group.filter(({ unit }) => asked.has(unit)).length;
    return counts([released, all - released], { ...untagged, wave });
  });
}

/** Assessed teams per wave, per label, and per label among those that a cut leaves: the most probable ones. */
function countAssessments({ waves, assessments }: Release): Figure[] {
  return waves.flatMap(({ wave }) => {
    const probabilityOf = (one: (typeof assessments)[number]) => one.signals[0]?.probability ?? 0;
    const rows = assessments
      .filter((one) => one.wave === wave)
      .sort((one, other) => probabilityOf(other) - probabilityOf(one));
    const tops = listCuts.filter((cut) => cut < rows.length).map((cut) => rows.slice(0, cut));
    const ofLevels = levels.map((level) => rows.filter((row) => row.level === level).map(probabilityOf));
    return [
      ...[rows, ...tops].flatMap((some) =>
        counts([...withCuts(some.length), ...countLevels(some).flatMap(withCuts)], { ...untagged, wave }),
      ),
      ...ofLevels.flatMap((probabilities) => endsOf(probabilities, wave)),
      ...endsOf(rows.filter(({ level }) => level === "elevated").map(findCertainty), wave),
    ];
  });
}

/** How sure a flag is: of the primary indicator, or of the second of two others where these give the team its level. */
function findCertainty({ level, signals: [own, ...others] }: Assessment): number {
  if (own === undefined || own.level === undefined || own.level === level) return own?.probability ?? 0;
  const flagged = others.filter((signal) => signal.level === "elevated").map(({ probability }) => probability);
  return flagged.sort((one, other) => other - one)[1] ?? own.probability;
}

const levels: readonly Level[] = ["elevated", "watch", "no_signal", "too_little_evidence"];

const countLevels = (rows: readonly { level: Level }[]): number[] =>
  levels.map((level) => rows.filter((row) => row.level === level).length);

/** "from 75 % to 95 %": the least and the most probable team of a label; rows come the most probable first. */
const endsOf = (probabilities: readonly number[], wave: string): Figure[] =>
  [probabilities[0], probabilities.at(-1)].flatMap((value): Figure[] =>
    value === undefined ? [] : [{ ...untagged, wave, value, kind: "probability", decimals: 0 }],
  );

/** "the first 60 of 88", "and 28 others". */
const withCuts = (count: number): number[] => [
  count,
  ...listCuts.filter((cut) => cut < count).flatMap((cut) => [cut, count - cut]),
  ...folds.filter(([, cut]) => cut < count).map(([open, cut]) => cut - open),
];
