/**
 * Stage assess: which teams are beyond the line, and how sure that is. Right of the wall: everything is a function of figures as published.
 * In: released cells and organisation statistics of all waves. Out: the cells with intervals, one model per wave, one
 * assessment per wave and released leaf unit of the line's measure.
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
import { addIntervals } from "./add-intervals.ts";
import { assessWave } from "./assess-wave.ts";

/** `waves` names the waves, oldest first. */
export type AssessInput = Readonly<{
  waves: readonly string[];
  units: readonly ReleaseUnit[];
  measures: readonly Measure[];
  cells: readonly PublishedCell[];
  statistics: readonly OrganisationStatistic[];
  line: ResolvedLine;
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
  const leaves = new Set(input.units.filter(({ leaf }) => leaf).map(({ unit }) => unit));
  const measure = input.measures.find((candidate) => candidate.measure === input.line.measure);
  const results = input.waves.map((wave) =>
    assessWave({
      wave,
      measure,
      line: input.line,
      leaves,
      cells: input.cells.filter(
        (cell) => cell.wave === wave && cell.measure === input.line.measure && cell.segment === null,
      ),
      variance: findVariance(input.statistics, wave, input.line.measure),
      reliability: findPositive(input.statistics, wave, input.line.measure, "reliability"),
    }),
  );
  const newest = results.at(-1)?.model;
  return {
    cells: addIntervals({ ...input, varianceOf: (wave, name) => findVariance(input.statistics, wave, name) }),
    models: results.map(({ model }) => model),
    assessments: results.flatMap(({ assessments }) => assessments),
    expected_wrong_flags: newest?.status === "assessed" ? newest.expected_wrong_flags : null,
  };
}

function findVariance(statistics: readonly OrganisationStatistic[], wave: string, measure: string): number | undefined {
  return findPositive(statistics, wave, measure, "pooled_within_variance");
}

/** A variance of 0 or an alpha of 0 or less says nothing a model can use: the same as not released. */
function findPositive(
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
