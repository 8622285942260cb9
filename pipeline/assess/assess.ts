/**
 * Stage assess: which teams are beyond the line, and how sure that is. Right of the wall: everything is a function of figures as published.
 * In: released cells and organisation statistics of all waves. Out: the cells with intervals, one model per wave and indicator, one
 * assessment per wave and leaf unit with a released figure of an indicator.
 */
import type {
  Assessment,
  Measure,
  Model,
  OrganisationStatistic,
  PublishedCell,
  ReleaseUnit,
} from "../../schemas/release.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { reliabilityWithinTeams } from "../stats/reliability-within-teams.ts";
import { addIntervals } from "./add-intervals.ts";
import { assessWave } from "./assess-wave.ts";
import type { IndicatorInput } from "./fit-indicator.ts";

/**
 * `waves` names the waves, oldest first. `line` is that of the primary indicator, `indicators` are those of further ones, each of a
 * measure of its own.
 */
export type AssessInput = Readonly<{
  waves: readonly string[];
  units: readonly ReleaseUnit[];
  measures: readonly Measure[];
  cells: readonly PublishedCell[];
  statistics: readonly OrganisationStatistic[];
  line: ResolvedLine;
  indicators?: readonly ResolvedLine[];
}>;

/** `expected_wrong_flags` belongs to the newest wave; null when that could not be assessed. */
export type Assessed = Readonly<{
  cells: PublishedCell[];
  models: Model[];
  assessments: Assessment[];
  expected_wrong_flags: number | null;
}>;

/** Cells keep their order; models follow the waves, assessments the waves and then the unit codes. Never throws on a wave without data. */
export function assess(input: AssessInput): Assessed {
  const lines = [input.line, ...(input.indicators ?? [])];
  const describe = prepareIndicators(input);
  const results = input.waves.map((wave) => assessWave(lines.map((line) => describe(wave, line))));
  return {
    cells: addIntervals({ ...input, varianceOf: (wave, name) => findVariance(input.statistics, wave, name) }),
    models: results.flatMap(({ models }) => models),
    assessments: results.flatMap(({ assessments }) => assessments),
    expected_wrong_flags: results.at(-1)?.expected_wrong_flags ?? null,
  };
}

/** What is known about an indicator in a wave; cells are sorted out once. */
function prepareIndicators({ units, measures, cells, statistics }: AssessInput) {
  const leaves = new Set(units.filter(({ leaf, members }) => leaf && members === undefined).map(({ unit }) => unit));
  const byMeasure = new Map(measures.map((measure) => [measure.measure, measure]));
  const grouped = groupCells(cells);
  return (wave: string, line: ResolvedLine): IndicatorInput => ({
    wave,
    measure: byMeasure.get(line.measure),
    line,
    leaves,
    cells: grouped.get(keyOf(wave, line.measure)) ?? [],
    variance: findVariance(statistics, wave, line.measure),
    reliability: findReliability(statistics, wave, line.measure),
  });
}

function groupCells(cells: readonly PublishedCell[]): ReadonlyMap<string, PublishedCell[]> {
  const grouped = new Map<string, PublishedCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell.wave, cell.measure);
    const group = grouped.get(key);
    if (group) group.push(cell);
    else grouped.set(key, [cell]);
  }
  return grouped;
}

const keyOf = (wave: string, measure: string): string => JSON.stringify([wave, measure]);

function findVariance(statistics: readonly OrganisationStatistic[], wave: string, measure: string): number | undefined {
  return findStatistic(statistics, wave, measure, "pooled_within_variance");
}

/** Of people of the same team, 0-1; alpha is about everyone. Undefined without an alpha; an ICC(1) that is not released counts as 0. */
export function findReliability(
  statistics: readonly OrganisationStatistic[],
  wave: string,
  measure: string,
): number | undefined {
  const alpha = findStatistic(statistics, wave, measure, "reliability");
  const icc1 = findStatistic(statistics, wave, measure, "icc1_adjusted_group_size") ?? 0;
  return alpha === undefined ? undefined : reliabilityWithinTeams(alpha, icc1);
}

/** A variance of 0 or an alpha of 0 or less says nothing a model can use: the same as not released, undefined. */
export function findStatistic(
  statistics: readonly OrganisationStatistic[],
  wave: string,
  measure: string,
  statistic: OrganisationStatistic["statistic"],
): number | undefined {
  const found = statistics.find(
    (row) => row.wave === wave && row.measure === measure && row.statistic === statistic && row.value > 0,
  );
  return found?.value;
}
