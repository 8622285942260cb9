/**
 * Fits the hierarchical model to the teams of one wave; one row per team in, one row per team and the model behind them out.
 * Higher is worse here; everything is in points, nothing rounded.
 *
 * Source: normal means with the mean integrated out and the standard deviation between teams on a grid (see posterior-between-team-sd).
 */
import { type GridPoint, posteriorBetweenTeamSd, type TeamMean } from "../stats/posterior-between-team-sd.ts";
import { moveBySilence } from "./doubt-silence.ts";
import { claimMembers, type Estimate, estimateTeam, type TurnedLine, teamAsSuch } from "./estimate-team.ts";

/** A team's published mean; `invited` is null when the roster does not say and counts as at least `respondents`. */
export type Team = Readonly<{ unit: string; mean: number; respondents: number; invited: number | null }>;

/** `variance` within teams above 0. `reliability` 0-1, undefined when unknown. `benchmark` replaces a flat mean of teams. */
export type FitInput = Readonly<{
  teams: readonly Team[];
  variance: number;
  reliability: number | undefined;
  line: TurnedLine;
  benchmark?: TeamMean;
}>;

/**
 * `members` is null when the claim about members can't be made; `missing` says why. `probabilityIfWorse` is that of `members` when those
 * who did not answer are worse than expected; undefined when everyone answered.
 */
export type TeamFit = Readonly<{
  unit: string;
  members: Estimate | null;
  probabilityIfWorse: number | undefined;
  asSuch: Estimate;
}>;

/** `mean` and `sd` are posterior means of the mean of teams and of the standard deviation between teams. */
export type Fit = Readonly<{
  mean: number;
  sd: number;
  missing: ("invited" | "reliability")[];
  teams: readonly TeamFit[];
}>;

/** Teams come back in the order given, which the caller fixes: the last digit of a sum depends on it. At least one team. */
export function fitTeams({ teams, variance, reliability, line, benchmark }: FitInput): Fit {
  const means = teams.map(({ mean, respondents }) => ({ mean, variance: variance / respondents }));
  const grid = posteriorBetweenTeamSd(means, Math.sqrt(variance), benchmark);
  const missing = listMissing(teams, reliability);
  const fitTeam = (team: Team): TeamFit => {
    const mean = { mean: team.mean, variance: variance / team.respondents };
    const asSuch = estimateTeam(mean, teamAsSuch, grid, line);
    if (missing.length > 0 || reliability === undefined)
      return { unit: team.unit, members: null, probabilityIfWorse: undefined, asSuch };
    const size = countMembers(team);
    const claim = claimMembers(size, reliability, variance);
    const moved = moveBySilence(size, Math.sqrt(variance));
    const members = estimateTeam(mean, claim, grid, line, moved);
    return { unit: team.unit, members, probabilityIfWorse: members.ifHigher, asSuch };
  };
  return { mean: average(grid, "mean"), sd: average(grid, "sd"), missing, teams: teams.map(fitTeam) };
}

function listMissing(teams: readonly Team[], reliability: number | undefined): ("invited" | "reliability")[] {
  const missing: ("invited" | "reliability")[] = [];
  if (teams.some(({ invited }) => invited === null)) missing.push("invited");
  if (reliability === undefined) missing.push("reliability");
  return missing;
}

/** More answers than invited: everyone who answered is the team. */
export function countMembers({ respondents, invited }: Pick<Team, "respondents" | "invited">) {
  return { respondents, invited: Math.max(invited ?? 0, respondents) };
}

function average(grid: readonly GridPoint[], key: "mean" | "sd"): number {
  return grid.reduce((sum, point) => sum + point.weight * point[key], 0);
}
