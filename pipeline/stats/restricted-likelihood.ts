/**
 * Variance between teams of greatest restricted likelihood (REML); team means in, points squared out.
 * Source: Raudenbush (2009), in The Handbook of Research Synthesis, 2nd ed., ch. 16: the likelihood's own equation, iterated.
 */
import type { TeamMean } from "./posterior-between-team-sd.ts";
import { weighMeans } from "./weigh-means.ts";

const maximumRounds = 10_000;
/** In shares of the variance. */
const standsStill = 1e-14;

/**
 * The fixed point of between = sum w^2 ((mean - mu)^2 - variance) / sum w^2 + 1 / sum w, from a start above it; at least 0, 0 for one
 * team. Every variance above 0.
 *
 * @example restrictedLikelihood([{ mean: 2, variance: 1 }, { mean: 4, variance: 1 }]) // 2 - 1 = 1: the sample variance of 2 less 1
 */
export function restrictedLikelihood(teams: readonly TeamMean[]): number {
  if (teams.length < 2) return 0;
  let between = weighMeans(teams, 0).misfit / teams.reduce((sum, { variance }) => sum + 1 / variance, 0);
  for (let round = 0; round < maximumRounds; round++) {
    const next = Math.max(0, improve(teams, between));
    if (Math.abs(next - between) <= standsStill * next) return next;
    between = next;
  }
  return between;
}

function improve(teams: readonly TeamMean[], between: number): number {
  const { mean, variance: ofMean } = weighMeans(teams, between);
  let [squares, beyond] = [0, 0];
  for (const team of teams) {
    const weight = 1 / (team.variance + between);
    squares += weight ** 2;
    beyond += weight ** 2 * ((team.mean - mean) ** 2 - team.variance);
  }
  return beyond / squares + ofMean;
}
