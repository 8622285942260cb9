/**
 * What may be said about whom: the figures of each unit, of the organisation, and of the scan as a whole.
 * In: a release; out: look-ups. Figures of a unit are gathered when it is asked for.
 */
import type { Assessment, Measure, Release, ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";
import { indexComparisons } from "./count-comparisons.ts";
import { countRelease } from "./count-release.ts";
import { countTeams } from "./count-teams.ts";
import {
  countOf,
  counts,
  type Figure,
  figuresOfAssessment,
  figuresOfCell,
  fits,
  isAt,
  type Keys,
  measuresOf,
  nameSegment,
  places,
  points,
  shares,
  untagged,
} from "./figures.ts";
import { figuresOfChart, figuresOfEvidence, figuresOfLinked } from "./figures-of-evidence.ts";
import { indexBands } from "./index-bands.ts";
import { fewestTeams } from "./layout.ts";

export type Allowance = Readonly<{
  /** The figures of a unit that fit the keys; empty for a unit without anything released there. */
  ofUnit: (unit: string, keys: Keys) => readonly Figure[];
  /** True when a unit has no figure that fits the keys. */
  isHidden: (unit: string, keys: Keys) => boolean;
  /** True when the model gave a unit, a team below it, or the segment of the keys this label in one of the waves, or in the wave of the keys. */
  hasLevel: (unit: string, level: string, keys: Keys) => boolean;
  /** Of the organisation as a unit, and statistics over its teams. */
  organisation: readonly Figure[];
  /** What belongs in any sentence: the line, limits of scales, rules of the policy, years. */
  frame: readonly Figure[];
  /** All that needs no unit: the organisation, the frame, counts. */
  everyone: readonly Figure[];
  /** True for the band in which chance puts teams that are equal, at a number of respondents. */
  isBand: (respondents: number, low: number, high: number) => boolean;
  /** Where the units directly below the organisation lie on each scale, for strokes that are not named. */
  departments: readonly Figure[];
  isOrganisation: (unit: string) => boolean;
  /** Above a unit, nearest first; empty for the organisation and for an unknown unit. */
  ancestorsOf: (unit: string) => readonly string[];
  /** Opening and closing days, ISO 8601. */
  dates: ReadonlySet<string>;
}>;

/** Indexes a release once. */
export function indexAllowance(release: Release): Allowance {
  const units = new Map(release.units.map((unit) => [unit.unit, unit]));
  const measures = measuresOf(release);
  const ofGroups = (release.group_assessments ?? []).flatMap((kind) => kind.assessments);
  const assessments = groupBy([...release.assessments, ...ofGroups], ({ unit }) => unit);
  const charts = groupBy(release.charts ?? [], ({ unit }) => unit);
  const linked = figuresOfLinked(release.links ?? []);
  const ancestorsOf = (unit: string) => listAncestors(units, unit);
  const teams = countTeams(release, ancestorsOf);
  const comparisons = indexComparisons(release);
  const released = release.cells.filter((cell) => cell.status === "released");
  const cells = groupBy(released, ({ unit }) => unit);
  const cellsAt = groupBy(released, ({ unit, wave, measure }) => `${unit}\n${wave}\n${measure}`);
  const listCells = (unit: string, { wave, measure }: Keys) =>
    (wave === undefined || measure === undefined ? cells.get(unit) : cellsAt.get(`${unit}\n${wave}\n${measure}`)) ?? [];
  const roots = release.units.filter(({ parent }) => parent === null).map(({ unit }) => unit);
  const figuresOf = keepPerRow((cell: ReleasedCell) => figuresOfCell(cell, measures.get(cell.measure)));
  const saidOf = keepPerRow((one: Assessment) => figuresOfAssessment(one, measures));
  const ofUnit: Allowance["ofUnit"] = (unit, keys) => [
    ...listCells(unit, keys)
      .filter((cell) => isAt(cell, keys))
      .flatMap(figuresOf),
    ...(assessments.get(unit) ?? []).flatMap((one) => saidOf(one).filter((figure) => fits(figure, keys))),
    ...(charts.get(unit) ?? [])
      .flatMap((chart) => figuresOfChart(chart, measures.get(chart.measure)))
      .filter((figure) => fits(figure, keys)),
    ...(linked.get(unit) ?? []).filter((figure) => fits(figure, keys)),
    ...teams.ofUnit(unit).filter((figure) => fits(figure, keys)),
    ...comparisons.ofUnit(unit).filter((figure) => fits(figure, keys)),
  ];
  const organisation = [...roots.flatMap((root) => ofUnit(root, {})), ...figuresOfStatistics(release, measures)];
  const frame = [...figuresOfModels(release, measures), ...figuresOfPolicy(release), ...figuresOfMeasures(release)];
  return {
    ofUnit,
    isHidden: (unit, keys) => !listCells(unit, keys).some((cell) => isAt(cell, keys)),
    hasLevel: (unit, level, { wave, segment = null }) =>
      (assessments.get(unit) ?? []).some(
        (one) => one.level === level && nameSegment(one) === segment && (wave === undefined || one.wave === wave),
      ) ||
      (segment === null &&
        teams
          .ofUnit(unit)
          .some((one) => one.level === level && one.value > 0 && fits(one, wave === undefined ? {} : { wave }))),
    organisation,
    frame,
    everyone: [
      ...organisation,
      ...frame,
      ...countRelease(release),
      ...comparisons.ofEveryone,
      ...teams.ofOthers,
      ...figuresOfInput(release),
      ...figuresOfEvidence(release),
    ],
    isBand: indexBands(release, measures),
    departments: release.units.flatMap(({ unit, parent }) =>
      roots.includes(parent ?? "") ? ofUnit(unit, {}).filter(({ kind }) => kind === "place") : [],
    ),
    isOrganisation: (unit) => roots.includes(unit),
    ancestorsOf,
    dates: new Set([
      ...release.waves.flatMap(({ opened_date, closed_date }) => [opened_date, closed_date]),
      ...(release.line?.fixed_date === undefined ? [] : [release.line.fixed_date]),
    ]),
  };
}

function listAncestors(units: ReadonlyMap<string, ReleaseUnit>, unit: string): string[] {
  const above: string[] = [];
  for (
    let parent = units.get(unit)?.parent;
    parent !== null && parent !== undefined;
    parent = units.get(parent)?.parent
  ) {
    if (above.includes(parent)) break;
    above.push(parent);
  }
  return above;
}

/** The same row is asked for in every file. */
function keepPerRow<Row extends object>(make: (row: Row) => readonly Figure[]): (row: Row) => readonly Figure[] {
  const known = new Map<Row, readonly Figure[]>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const made = make(row);
    known.set(row, made);
    return made;
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  return groups;
}

function figuresOfStatistics({ statistics }: Release, measures: ReadonlyMap<string, Measure>): Figure[] {
  return statistics.flatMap(({ wave, measure, statistic, value, respondents, teams }) => {
    const tags = { ...untagged, wave, measure };
    const isShare = ["items_answered", "floor", "ceiling"].includes(statistic);
    return [
      ...counts([respondents, teams], tags),
      ...(isShare ? shares([value, value + 0.05], tags) : points([value], undefined, tags)),
      ...(statistic === "pooled_within_variance" ? points([value], measures.get(measure), tags) : []),
    ];
  });
}

function figuresOfModels({ models, expected_wrong_flags }: Release, measures: ReadonlyMap<string, Measure>): Figure[] {
  return models.flatMap((model) => {
    const tags = { ...untagged, wave: model.wave, measure: model.measure };
    if (model.status === "not_assessed") return counts([model.teams], tags);
    const { line, mean, between_team_sd, reliability, teams, elevated, expected_wrong_flags: wrong } = model;
    const certainties = [wrong, expected_wrong_flags].flatMap((value): Figure[] =>
      value === null ? [] : [{ value, kind: "probability", decimals: 0, ...tags }],
    );
    return [
      ...points([line.value, mean], measures.get(model.measure), tags),
      ...points(
        [between_team_sd, line.delta, wrong, expected_wrong_flags ?? undefined, reliability ?? undefined],
        undefined,
        tags,
      ),
      ...counts([teams, elevated, line.year], tags),
      ...certainties,
    ];
  });
}

/** k, what lies just below it and twice it, as the rules are worded. */
function figuresOfPolicy({ policy, responses }: Release): Figure[] {
  const { k, enps_band, statistics, insiders, open_share } = policy;
  return [
    ...counts([k.mean, k.mean - 1, 2 * k.mean, k.detail, k.crossed, insiders, enps_band.below]),
    ...counts([fewestTeams, enps_band.low, enps_band.high, statistics.teams, statistics.degrees_of_freedom]),
    ...shares([open_share], untagged),
    ...points([responses.seconds_per_item], undefined, untagged),
  ];
}

const figuresOfMeasures = ({ measures }: Release): Figure[] =>
  measures.flatMap((measure) => {
    const { minimum, maximum } = measure;
    const tags = { ...untagged, measure: measure.measure };
    return [
      ...[minimum, maximum].map((value): Figure => ({ ...tags, value, kind: "points", decimals: 0 })),
      ...places([minimum, maximum], measure, tags),
    ];
  });

function figuresOfInput({ data_quality, provenance, instruments }: Release): Figure[] {
  return [
    ...data_quality.flatMap(({ wave, count }) => counts([countOf(count)], { ...untagged, wave })),
    ...provenance.inputs.flatMap(({ wave, records, loaded, rejected, excluded }) =>
      counts([records, countOf(loaded), countOf(rejected), countOf(excluded)], { ...untagged, wave }),
    ),
    ...counts(instruments.map(({ version }) => version)),
  ];
}
