/**
 * Variance between teams at which their means lie exactly as far apart as expected; team means in, points squared out.
 * Source: Paule & Mandel (1982), Journal of Research of the NBS 87; recommended by Veroniki et al. (2016), Research Synthesis Methods 7.
 */
import type { TeamMean } from "./posterior-between-team-sd.ts";
import { weighMeans } from "./weigh-means.ts";

/** Halvings until the last digit of a double stands still. */
const maximumRounds = 200;

/**
 * The root of misfit(between) = J - 1, found by halving; 0 when the means lie closer than chance puts them, and for one team.
 * Every variance above 0.
 *
 * @example pauleMandel([{ mean: 2, variance: 1 }, { mean: 4, variance: 1 }]) // 2 / (1 + t) = 1: t = 1
 */
export function pauleMandel(teams: readonly TeamMean[]): number {
  const isApart = (between: number) => weighMeans(teams, between).misfit > teams.length - 1;
  if (teams.length < 2 || !isApart(0)) return 0;
  let [low, high] = [0, 1];
  while (isApart(high)) [low, high] = [high, 2 * high];
  for (let round = 0; round < maximumRounds; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (isApart(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
