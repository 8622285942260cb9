/** Lists the assessed teams of a wave, the most certain first. In: an indexed release; out: one row per released team. */
import type { Assessment, Level, Signal } from "../../schemas/release.ts";
import { compare, figureOf, type ReleaseIndex } from "../index-release.ts";

/** One row per assessed team; figures in points of the measure, probabilities 0-1. */
export type TeamRow = Readonly<{
  unit: string;
  team: string;
  department: string | null;
  level: Level;
  probability: number;
  probability_team_as_such: number;
  estimate: number;
  low: number;
  high: number;
  respondents: number;
  invited: number | null;
  /** Other indicators on the list, the surest first, where these and not the primary one give the team its label; else empty. */
  through: readonly Readonly<{ measure: string; probability: number }>[];
}>;

const levelOrder: Record<Level, number> = { elevated: 0, watch: 1, too_little_evidence: 2, no_signal: 3 };

/** Teams by label and within a label by probability; empty when the wave was not assessed. */
export function listTeams(index: ReleaseIndex, wave: string, measure: string): TeamRow[] {
  return index.release.assessments
    .filter((assessment) => assessment.wave === wave)
    .flatMap((assessment) => {
      const signal = assessment.signals.find((candidate) => candidate.measure === measure);
      const unit = index.unitOf(assessment.unit);
      const cell = index.releasedOf(wave, assessment.unit, measure);
      if (signal === undefined || unit === undefined || cell === undefined || figureOf(cell) === undefined) return [];
      return [
        {
          unit: unit.unit,
          team: unit.name,
          department: index.departmentOf(unit.unit),
          level: assessment.level,
          probability: signal.probability,
          probability_team_as_such: signal.probability_team_as_such,
          estimate: signal.estimate,
          low: signal.interval.low,
          high: signal.interval.high,
          respondents: cell.respondents,
          invited: cell.invited,
          through: findOthers(assessment, signal),
        },
      ];
    })
    .sort(byEvidence);
}

function findOthers({ level, signals }: Assessment, own: Signal): TeamRow["through"] {
  if (own.level === undefined || own.level === level) return [];
  return signals
    .filter((signal) => signal !== own && signal.level === "elevated")
    .map(({ measure, probability }) => ({ measure, probability }))
    .sort((a, b) => b.probability - a.probability || compare(a.measure, b.measure));
}

const byEvidence = (a: TeamRow, b: TeamRow): number =>
  levelOrder[a.level] - levelOrder[b.level] || b.probability - a.probability || compare(a.unit, b.unit);

/** How many teams carry each label. */
export function countLevels(teams: readonly TeamRow[]): Record<Level, number> {
  const counts: Record<Level, number> = { elevated: 0, watch: 0, too_little_evidence: 0, no_signal: 0 };
  for (const team of teams) counts[team.level] += 1;
  return counts;
}
