/**
 * Adds to every assessment what the team's work says: gaps on drivers of the primary indicator, and the balance of demands and resources.
 * In: assessments, published figures and released weights of all waves. Out: the same assessments, those of teams with such figures longer.
 */
import type {
  Assessment,
  DriverModel,
  Measure,
  OrganisationStatistic,
  PublishedCell,
  ReleasedCell,
} from "../../schemas/release.ts";
import { describeWork, type MeasuredTeams } from "./describe-work.ts";

export type WorkInput = Readonly<{
  measures: readonly Measure[];
  cells: readonly PublishedCell[];
  statistics: readonly OrganisationStatistic[];
  drivers: readonly DriverModel[];
  assessments: readonly Assessment[];
}>;

/** Order is kept. Only units with an assessment in a wave count there; segments are left as they are. */
export function addWork(input: WorkInput): Assessment[] {
  const waves = new Set(input.assessments.map(({ wave }) => wave));
  const works = new Map([...waves].map((wave) => [wave, describeWave(input, wave)]));
  return input.assessments.map((assessment) =>
    assessment.segment === null ? { ...assessment, ...works.get(assessment.wave)?.get(assessment.unit) } : assessment,
  );
}

function describeWave({ measures, cells, statistics, drivers, assessments }: WorkInput, wave: string) {
  const model = drivers.find((one) => one.wave === wave);
  const units = new Set(assessments.filter((one) => one.wave === wave).map(({ unit }) => unit));
  const isNeeded = ({ measure, area }: Measure) =>
    area === "demands" ||
    area === "resources" ||
    measure === model?.outcome ||
    model?.drivers.some((driver) => driver.measure === measure) === true;
  const measured = measures.filter(isNeeded).flatMap((measure): MeasuredTeams[] => {
    const variance = statistics.find(
      (row) =>
        row.wave === wave &&
        row.measure === measure.measure &&
        row.statistic === "pooled_within_variance" &&
        row.value > 0,
    )?.value;
    if (variance === undefined) return [];
    const isOwn = (cell: PublishedCell): cell is ReleasedCell =>
      cell.status === "released" && cell.wave === wave && cell.measure === measure.measure && cell.segment === null;
    const teams = cells
      .filter(isOwn)
      .filter(({ unit }) => units.has(unit))
      .map(({ unit, mean, enps, respondents, invited }) => ({ unit, mean: mean ?? enps ?? 0, respondents, invited }));
    return [{ measure, variance, teams }];
  });
  return describeWork(measured, model);
}
