/**
 * The mean of teams for a given variance between them, weighted by precision; team means in, one mean and its variance out.
 * Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7: weights 1 / (variance within + variance between).
 */
import type { TeamMean } from "./posterior-between-team-sd.ts";

/** `mean` in points; `variance` of that mean, points squared; `misfit` the weighted squares around it, known as Q at `between` 0. */
export type WeighedMeans = Readonly<{ mean: number; variance: number; misfit: number }>;

/**
 * At least one team, every variance above 0, `between` in points squared from 0.
 *
 * @example weighMeans([{ mean: 2, variance: 1 }, { mean: 4, variance: 1 }], 0) // mean 3, variance 0.5, misfit 2
 */
export function weighMeans(teams: readonly TeamMean[], between: number): WeighedMeans {
  let precision = 0;
  let weighted = 0;
  for (const team of teams) {
    precision += 1 / (team.variance + between);
    weighted += team.mean / (team.variance + between);
  }
  const mean = weighted / precision;
  const misfit = teams.reduce((sum, team) => sum + (team.mean - mean) ** 2 / (team.variance + between), 0);
  return { mean, variance: 1 / precision, misfit };
}
