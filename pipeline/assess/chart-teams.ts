/**
 * A control chart per team over three waves or more: which waves stand out from the team's own mean; published figures in, one chart a team out.
 *
 * Two points make an arrow out of chance. From the third wave on, a wave stands out when its mean lies more than three standard errors
 * from the team's mean over the waves before it, weighted by answers: sqrt(v_w + 1 / sum(1 / v)), v = variance within teams / answers. A
 * team that stays where it is stands out once in 370 times; where the same people answer every time, less often.
 * Source: Shewhart (1931), Economic Control of Quality; with limits for unequal sizes, Montgomery (2012), Statistical Quality Control, ch. 6.
 */
import type { TeamChart } from "../../schemas/release.ts";
import { roundTo } from "../stats/round-to.ts";
import { compareCodes } from "./label-teams.ts";

/** One row per team and wave with a released figure; `variance` within teams of that wave, above 0, points squared. */
export type ChartPoint = Readonly<{
  unit: string;
  wave: string;
  mean: number;
  respondents: number;
  variance: number;
}>;

const enoughWaves = 3;
const limit = 3;

/** Teams by unit code, their waves in the order given; teams with fewer than three waves have no chart. Limits stay on the scale. */
export function chartTeams(
  points: readonly ChartPoint[],
  measure: Readonly<{ measure: string; minimum: number; maximum: number }>,
): TeamChart[] {
  const teams = new Map<string, ChartPoint[]>();
  for (const point of points) teams.set(point.unit, [...(teams.get(point.unit) ?? []), point]);
  return [...teams]
    .filter(([, own]) => own.length >= enoughWaves)
    .sort(([one], [other]) => compareCodes(one, other))
    .map(([unit, own]) => chartTeam(unit, own, measure));
}

function chartTeam(
  unit: string,
  points: readonly ChartPoint[],
  { measure, minimum, maximum }: Parameters<typeof chartTeams>[1],
): TeamChart {
  const keepOnScale = (value: number) => roundTo(Math.min(maximum, Math.max(minimum, value)), 6);
  return {
    unit,
    measure,
    points: points.map(({ wave, mean, respondents, variance }, index) => {
      if (index < enoughWaves - 1) return { wave, value: mean };
      const earlier = averageWaves(points.slice(0, index));
      const reach = limit * Math.sqrt(variance / respondents + earlier.variance);
      const [centre, low, high] = [0, -reach, reach].map((away) => keepOnScale(earlier.mean + away)) as Three;
      const position = mean > high ? "above" : mean < low ? "below" : "within";
      return { wave, value: mean, expected: { centre, low, high }, position };
    }),
  };
}

type Three = [number, number, number];

/** Mean of a team's waves weighted by answers over variance, and the variance of that mean. */
function averageWaves(points: readonly ChartPoint[]): { mean: number; variance: number } {
  const precision = points.reduce((sum, { respondents, variance }) => sum + respondents / variance, 0);
  const weighted = points.reduce((sum, { mean, respondents, variance }) => sum + (mean * respondents) / variance, 0);
  return { mean: weighted / precision, variance: 1 / precision };
}
