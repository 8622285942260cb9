/**
 * Pulls team means towards the mean of teams for one known variance between teams; one row per team in, one out.
 * Source: Efron & Morris (1975), JASA 70; with the mean of teams estimated as in Raudenbush & Bryk (2002), Hierarchical Linear Models.
 * The flags don't use it: they integrate over what the variance between teams may be.
 */
import type { TeamMean } from "./posterior-between-team-sd.ts";
import { weighMeans } from "./weigh-means.ts";

/** `shrinkage` is the share of the team's own mean in the estimate, 0-1; estimate and its standard deviation in points. */
export type ShrunkenMean = Readonly<{ shrinkage: number; estimate: number; sd: number }>;

/**
 * In the order given; at least one team, every variance above 0, `between` from 0.
 *
 * @example with means 2 and 4, variances 1 and between 1 both are pulled halfway: 2.5 and 3.5, sd sqrt(1 x .5 + .25 x 1) = .866
 */
export function shrinkMeans(teams: readonly TeamMean[], between: number): readonly ShrunkenMean[] {
  const { mean, variance } = weighMeans(teams, between);
  return teams.map((team) => {
    const shrinkage = between / (between + team.variance);
    const estimate = shrinkage * team.mean + (1 - shrinkage) * mean;
    return { shrinkage, estimate, sd: Math.sqrt(between * (1 - shrinkage) + (1 - shrinkage) ** 2 * variance) };
  });
}
