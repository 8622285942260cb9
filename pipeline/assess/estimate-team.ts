/**
 * What the answers say about one team: estimate, standard deviation and the probability that it lies beyond the line.
 * In: a team's published mean, what is claimed about it, the grid of the organisation. Out: one row per team. Higher is worse here.
 *
 * Two claims: the team as such (theta, whoever works in it), and its present members (M, the mean true score of the people
 * who are invited now). Given a grid point, with shrinkage l = sd^2 / (sd^2 + variance) and mean of teams mu:
 *   E = h mean + (1 - h) mu, 1 - h = (1 - known) (1 - l);
 *   Var = (1 - known)^2 sd^2 (1 - l) + error + (1 - h)^2 Var(mu).
 * Against mu + distance the error in mu counts for h instead of 1 - h, because the line moves along.
 * Source: finite population prediction, Ghosh & Meeden (1997), Bayesian Methods for Finite Population Sampling; Lord & Novick (1968) for the
 * regression of true on observed scores.
 */

import type { GridPoint, TeamMean } from "../stats/posterior-between-team-sd.ts";
import { probabilityAboveZero } from "../stats/probability-above-zero.ts";

/** Share of the claimed quantity that is known from the team's own answers, 0-1, and the error variance around it, points squared. */
export type Claim = Readonly<{ known: number; errorVariance: number }>;

/** A line at a fixed value, or at a distance from the mean of teams; points, higher is worse. */
export type TurnedLine = Readonly<{ kind: "absolute"; value: number } | { kind: "own_organisation"; distance: number }>;

/** Estimate and standard deviation in points; probabilities 0-1, not rounded. `ifHigher` where it was asked for. */
export type Estimate = Readonly<{ mean: number; sd: number; probability: number; ifHigher?: number }>;

/** The claim about the team, whoever works in it. */
export const teamAsSuch: Claim = { known: 0, errorVariance: 0 };

/**
 * The claim about the people who are in the team now. `invited` is at least `respondents`; `reliability` above 0, at most 1;
 * `variance` is the pooled variance between people within teams. When everyone answered without error the claim is known exactly.
 */
export function claimMembers(
  team: Readonly<{ respondents: number; invited: number }>,
  reliability: number,
  variance: number,
): Claim {
  const { respondents, invited } = team;
  const answered = respondents / invited;
  const silent = invited - respondents;
  const amongAnswers = (answered ** 2 * reliability * (1 - reliability) * variance) / respondents;
  const amongSilent = silent > 0 ? ((1 - answered) ** 2 * reliability * variance) / silent : 0;
  return { known: answered * reliability, errorVariance: amongAnswers + amongSilent };
}

/**
 * Mixes the answer over the grid. Moments are taken around the team's own mean, so that what is known exactly stays exact. With `higher` above
 * 0 also the probability if the team lies so many points higher.
 */
export function estimateTeam(
  team: TeamMean,
  claim: Claim,
  grid: readonly GridPoint[],
  line: TurnedLine,
  higher = 0,
): Estimate {
  let [shift, square, probability, ifHigher] = [0, 0, 0, 0];
  for (const { sd, weight, mean, meanVariance } of grid) {
    const shrinkage = (sd * sd) / (sd * sd + team.variance);
    const borrowed = (1 - claim.known) * (1 - shrinkage);
    const own = 1 - borrowed;
    const spread = (1 - claim.known) ** 2 * sd * sd * (1 - shrinkage) + claim.errorVariance;
    const moved = borrowed * (mean - team.mean);
    const variance = spread + borrowed ** 2 * meanVariance;
    shift += weight * moved;
    square += weight * (variance + moved ** 2);
    const isFixed = line.kind === "absolute";
    const beyond = isFixed ? team.mean - line.value + moved : own * (team.mean - mean) - line.distance;
    const around = isFixed ? variance : spread + own ** 2 * meanVariance;
    probability += weight * probabilityAboveZero(beyond, around);
    if (higher > 0) ifHigher += weight * probabilityAboveZero(beyond + higher, around);
  }
  const estimate = { mean: team.mean + shift, sd: Math.sqrt(Math.max(0, square - shift ** 2)), probability };
  return higher > 0 ? { ...estimate, ifHigher } : estimate;
}
