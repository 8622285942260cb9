/**
 * What may be said about whom: the figures of each unit, of the organisation, and of the scan as a whole.
 * In: a release; out: look-ups. Figures of a unit are gathered when it is first asked for.
 */
import type { Count, Measure, Release, ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";
import { countRelease } from "./count-release.ts";
import { counts, type Figure, figuresOfAssessment, figuresOfCell, measuresOf, points, shares, untagged } from "./figures.ts";

export type Allowance = Readonly<{
  /** Empty for a unit without anything released. */
  ofUnit: (unit: string) => readonly Figure[];
  /** Of the organisation as a unit, and statistics over its teams. */
  organisation: readonly Figure[];
  /** What belongs in any sentence: the line, limits of scales, rules of the policy, years. */
  frame: readonly Figure[];
  /** All that needs no unit: the organisation, the frame, counts. */
  everyone: readonly Figure[];
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
  const gather = gatherByUnit(release, measures);
  const roots = release.units.filter(({ parent }) => parent === null).map(({ unit }) => unit);
  const organisation = [...roots.flatMap(gather), ...figuresOfStatistics(release, measures)];
  const frame = [...figuresOfModels(release, measures), ...figuresOfPolicy(release), ...figuresOfMeasures(release)];
  return {
    ofUnit: gather,
    organisation,
    frame,
    everyone: [...organisation, ...frame, ...countRelease(release), ...figuresOfInput(release)],
    isOrganisation: (unit) => roots.includes(unit),
    ancestorsOf: (unit) => listAncestors(units, unit),
    dates: new Set(release.waves.flatMap(({ opened_date, closed_date }) => [opened_date, closed_date])),
  };
}

function listAncestors(units: ReadonlyMap<string, ReleaseUnit>, unit: string): string[] {
  const above: string[] = [];
  for (let parent = units.get(unit)?.parent; parent !== null && parent !== undefined; parent = units.get(parent)?.parent) {
    if (above.includes(parent)) break;
    above.push(parent);
  }
  return above;
}

function gatherByUnit(release: Release, measures: ReadonlyMap<string, Measure>): (unit: string) => readonly Figure[] {
  const released = release.cells.filter((cell): cell is ReleasedCell => cell.status === "released");
  const cells = groupByUnit(released);
  const assessments = groupByUnit(release.assessments);
  const known = new Map<string, readonly Figure[]>();
  return (unit) => {
    const found = known.get(unit);
    if (found !== undefined) return found;
    const figures = [
      ...(cells.get(unit) ?? []).flatMap((cell) => figuresOfCell(cell, measures.get(cell.measure))),
      ...(assessments.get(unit) ?? []).flatMap((one) => figuresOfAssessment(one, measures)),
    ];
    known.set(unit, figures);
    return figures;
  };
}

function groupByUnit<Row extends { unit: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const own = groups.get(row.unit);
    if (own === undefined) groups.set(row.unit, [row]);
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
    const certainty: Figure = { value: wrong, kind: "probability", decimals: 0, ...tags };
    return [
      ...points([line.value, mean], measures.get(model.measure), tags),
      ...points([between_team_sd, line.delta, wrong, expected_wrong_flags ?? undefined, reliability ?? undefined], undefined, tags),
      ...counts([teams, elevated, line.year], tags),
      certainty,
    ];
  });
}

/** k, what lies just below it and twice it, as the rules are worded. */
function figuresOfPolicy({ policy, responses }: Release): Figure[] {
  const { k, enps_band, statistics, insiders, open_share } = policy;
  return [
    ...counts([k.mean, k.mean - 1, 2 * k.mean, k.detail, k.crossed, insiders, enps_band.below]),
    ...counts([enps_band.low, enps_band.high, statistics.teams, statistics.degrees_of_freedom]),
    ...shares([open_share], untagged),
    ...points([responses.seconds_per_item], undefined, untagged),
  ];
}

const figuresOfMeasures = ({ measures }: Release): Figure[] =>
  measures.flatMap(({ measure, minimum, maximum }) =>
    [minimum, maximum].map((value): Figure => ({ ...untagged, value, kind: "points", decimals: 0, measure })),
  );

const countOf = (count: Count | null): number | null =>
  count === null || typeof count === "number" ? count : "fewer_than" in count ? count.fewer_than : count.more_than;

function figuresOfInput({ data_quality, provenance, instruments }: Release): Figure[] {
  return [
    ...data_quality.flatMap(({ wave, count }) => counts([countOf(count)], { ...untagged, wave })),
    ...provenance.inputs.flatMap(({ wave, records, loaded, rejected, excluded }) =>
      counts([records, countOf(loaded), countOf(rejected), countOf(excluded)], { ...untagged, wave }),
    ),
    ...counts(instruments.map(({ version }) => version)),
  ];
}
