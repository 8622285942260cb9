/**
 * Adds what several waves tell to what each tells by itself: changes since the previous wave and, from three waves on, control charts.
 * In: assessments and published figures of the primary indicator over all waves. Out: the same assessments with changes; charts per team.
 */
import type { Assessment, Measure, OrganisationStatistic, PublishedCell, TeamChart } from "../../schemas/release.ts";
import { assessChange, type Moved } from "./assess-change.ts";
import { type ChartPoint, chartTeams } from "./chart-teams.ts";
import { turnOf } from "./fit-indicator.ts";

/** `waves` oldest first; `measure` is that of the line. Only units with an assessment in a wave count there. */
export type HistoryInput = Readonly<{
  waves: readonly string[];
  measure: Measure;
  cells: readonly PublishedCell[];
  statistics: readonly OrganisationStatistic[];
  assessments: readonly Assessment[];
}>;

/** Assessments keep their order. No charts below three waves. */
export function addHistory(input: HistoryInput): { assessments: Assessment[]; charts: TeamChart[] } {
  const figures = input.waves.map((wave) => readFigures(input, wave));
  const changes = new Map(input.waves.map((wave, index) => [wave, findChanges(input, figures, index)]));
  const assessments = input.assessments.map((assessment) => {
    const change = changes.get(assessment.wave)?.get(assessment.unit);
    return change === undefined || assessment.segment !== null ? assessment : { ...assessment, change };
  });
  return { assessments, charts: chartTeams(figures.flatMap(Object.values<ChartPoint>), input.measure) };
}

type Figures = Readonly<Record<string, ChartPoint>>;

/** By unit; empty where the wave has no variance within teams. */
function readFigures({ measure, cells, statistics, assessments }: HistoryInput, wave: string): Figures {
  const variance = statistics.find(
    (row) => row.wave === wave && row.measure === measure.measure && row.statistic === "pooled_within_variance",
  )?.value;
  if (variance === undefined || !(variance > 0)) return {};
  const assessed = new Set(assessments.filter((one) => one.wave === wave).map(({ unit }) => unit));
  const figures: Record<string, ChartPoint> = {};
  for (const cell of cells) {
    if (cell.status !== "released" || cell.wave !== wave || cell.measure !== measure.measure) continue;
    const mean = cell.mean ?? cell.enps;
    if (cell.segment !== null || mean === undefined || !assessed.has(cell.unit)) continue;
    figures[cell.unit] = { unit: cell.unit, wave, mean, respondents: cell.respondents, variance };
  }
  return figures;
}

function findChanges({ waves, measure }: HistoryInput, figures: readonly Figures[], index: number) {
  const [earlier = {}, later = {}] = [figures[index - 1], figures[index]];
  const teams: Moved[] = Object.values(later).flatMap((after) => {
    const before = earlier[after.unit];
    return before === undefined ? [] : [{ unit: after.unit, before, after }];
  });
  const [first] = teams;
  if (first === undefined) return undefined;
  const variances = {
    before: (earlier[first.unit] as ChartPoint).variance,
    after: (later[first.unit] as ChartPoint).variance,
  };
  return assessChange({ teams, variances, turn: turnOf(measure), since: waves[index - 1] ?? "" });
}
