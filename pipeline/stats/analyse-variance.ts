/**
 * One-way analysis of variance of people in teams, and both intraclass correlations; exact moments per team in, points out.
 *
 * ICC(1) = (MSB - MSW) / (MSB + (k - 1) x MSW): the share of the variance between people that lies between teams, or the reliability
 * of one person's answer about the team. ICC(2) = (MSB - MSW) / MSB: the reliability of the teams' means.
 * For k two definitions are in use, so both are given by name: the mean team size N / J, as in the R package multilevel
 * (Bliese 2000), and (N - sum of n_j^2 / N) / (J - 1), which is unbiased with teams of unequal size (Snedecor & Cochran).
 */
import { type GroupMoments, spread } from "./sample-variance.ts";

/** Mean squares in squared points; an ICC can be negative, and is null when it would divide by 0. */
export type VarianceAnalysis = Readonly<{
  teams: number;
  respondents: number;
  mean_square_between: number;
  mean_square_within: number;
  mean_group_size: number;
  adjusted_group_size: number;
  icc1_mean_group_size: number | null;
  icc1_adjusted_group_size: number | null;
  icc2: number | null;
}>;

/**
 * `factor` whole numbers of the moments are one point. A team without respondents does not count; a team of one does.
 * null below two teams or when every team is one person.
 *
 * @example analyseVariance of 2,3,4 and 4,4,5,5,3 and 1,2 // MSB 5.4, MSW 0.7571, ICC(1) 0.6478 or 0.6642, ICC(2) 0.8598
 */
export function analyseVariance(groups: readonly GroupMoments[], factor: bigint = 1n): VarianceAnalysis | null {
  const teams = groups.filter(({ respondents }) => respondents > 0);
  const respondents = teams.reduce((total, team) => total + team.respondents, 0);
  const freedom = respondents - teams.length;
  if (teams.length < 2 || freedom < 1) return null;
  const unit = Number(factor) ** 2;
  const between = sumSquaresBetween(teams, respondents) / (teams.length - 1) / unit;
  const within = teams.reduce((total, team) => total + Number(spread(team)) / team.respondents, 0) / freedom / unit;
  const squaredSizes = teams.reduce((total, team) => total + team.respondents ** 2, 0);
  const meanSize = respondents / teams.length;
  const adjustedSize = (respondents - squaredSizes / respondents) / (teams.length - 1);
  const divide = (by: number) => (by === 0 ? null : (between - within) / by);
  return {
    teams: teams.length,
    respondents,
    mean_square_between: between,
    mean_square_within: within,
    mean_group_size: meanSize,
    adjusted_group_size: adjustedSize,
    icc1_mean_group_size: divide(between + (meanSize - 1) * within),
    icc1_adjusted_group_size: divide(between + (adjustedSize - 1) * within),
    icc2: divide(between),
  };
}

/** Per team n x (mean - mean of all)^2, its numerator exact: every term is positive and nothing cancels. */
function sumSquaresBetween(teams: readonly GroupMoments[], respondents: number): number {
  const [all, total] = [BigInt(respondents), teams.reduce((sum, team) => sum + team.sum, 0n)];
  return teams.reduce((squares, team) => {
    const away = Number(all * team.sum - BigInt(team.respondents) * total) / respondents;
    return squares + away ** 2 / team.respondents;
  }, 0);
}
