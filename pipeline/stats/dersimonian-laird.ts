/**
 * Variance between teams in closed form, from how far their means lie apart; team means in, points squared out.
 * Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7: (Q - (J - 1)) / (sum w - sum w^2 / sum w), w = 1 / variance.
 */
import type { TeamMean } from "./posterior-between-team-sd.ts";
import { weighMeans } from "./weigh-means.ts";

/**
 * At least 0; 0 for one team. Every variance above 0.
 *
 * @example dersimonianLaird([{ mean: 2, variance: 1 }, { mean: 4, variance: 1 }]) // (2 - 1) / (2 - 1) = 1
 */
export function dersimonianLaird(teams: readonly TeamMean[]): number {
  if (teams.length < 2) return 0;
  const weights = teams.map(({ variance }) => 1 / variance);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return Math.max(0, (weighMeans(teams, 0).misfit - (teams.length - 1)) / (sum - squares / sum));
}
