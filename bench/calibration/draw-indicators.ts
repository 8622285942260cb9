/**
 * Draws organisations in which the same people answer about several things: one organisation per indicator out, with the same teams, the same
 * people and the same silence. What differs between teams on one indicator goes together with what differs on the others, and so do people.
 */
import { startDraws } from "../../pipeline/stats/draw-numbers.ts";
import {
  average,
  type DrawnOrganisation,
  type DrawnTeam,
  drawAnswers,
  drawSize,
  expectAnswer,
  type Scenario,
  spreadOf,
} from "./draw-organisation.ts";

/** Correlations 0-1: `between` team means, `within` teams between people; `line` in points, the same for all. */
export type Together = Readonly<{ indicators: number; between: number; within: number; line: number }>;

/** The same seed gives the same organisations. */
export function drawIndicators(scenario: Scenario, together: Together, seed: number): DrawnOrganisation[] {
  const draws = startDraws(seed);
  const { indicators, between, within, line } = together;
  const which = Array.from({ length: indicators }, (_, index) => index);
  /** One number per indicator, standard deviation 1, every two of them with this correlation. */
  const drawRelated = (correlation: number): number[] => {
    const shared = Math.sqrt(correlation) * draws.normal();
    return which.map(() => shared + Math.sqrt(1 - correlation) * draws.normal());
  };
  const drawTeam = (_: unknown, index: number): DrawnTeam[] => {
    const apart = Math.sqrt(scenario.icc / (1 - scenario.icc));
    const centres = drawRelated(between).map((centre) => apart * centre);
    const people = Array.from({ length: drawSize(draws) }, () =>
      drawRelated(within).map((own, one) => (centres[one] as number) + spreadOf(scenario) * own),
    );
    const [low, high] = scenario.response;
    const usual = low + (high - low) * draws.share();
    const answering = people.filter(() => draws.share() < usual);
    return which.map((one) => ({
      unit: `T${10_000 + index}`,
      invited: people.length,
      elevated: average(people.map((scores) => expectAnswer(scenario, scores[one] as number))) > line,
      answers: answering.map((scores) => drawAnswers(scenario, scores[one] as number, draws)),
    }));
  };
  const teams = Array.from({ length: scenario.teams }, drawTeam);
  return which.map((one) => ({ teams: teams.map((team) => team[one] as DrawnTeam), line }));
}
