/**
 * How far teams moved since the previous wave, and how sure that is; one row per team with a figure in both waves in, the same rows out.
 *
 * Answers are anonymous, so a team's change is the difference of two means, with variance s1^2 / n1 + s2^2 / n2: too large where the same
 * people answered twice, never too small. Differences go through the same model as levels, with a standard deviation between teams of
 * their own, and onto a list with the same budget of errors. A change is text beside a level, never a level of its own.
 * Source: as fit-teams.ts; the line lies 0.1 standard deviation within teams from no change.
 */
import type { Change } from "../../schemas/release.ts";
import { intervalFactor } from "../stats/interval-factor.ts";
import { posteriorBetweenTeamSd, type TeamMean } from "../stats/posterior-between-team-sd.ts";
import { roundTo } from "../stats/round-to.ts";
import { type Estimate, estimateTeam, teamAsSuch } from "./estimate-team.ts";
import { compareCodes, labelSignals } from "./label-teams.ts";

/** A team's published mean in one wave. */
type Figure = Readonly<{ mean: number; respondents: number }>;

/** One row per team that shows a figure in both waves. */
export type Moved = Readonly<{ unit: string; before: Figure; after: Figure }>;

/** `variances` within teams above 0, points squared; `turn` is 1 where higher is worse and -1 where it is better. */
export type ChangeInput = Readonly<{
  teams: readonly Moved[];
  variances: Readonly<{ before: number; after: number }>;
  turn: 1 | -1;
  since: string;
}>;

/** Fewer teams don't fix the mean change of teams. */
const enoughTeams = 10;
/** Distance from no change that counts as one, in standard deviations within teams. */
const smallestChange = 0.1;
const shownCoverage = 0.8;

/** By unit code; empty below ten teams. */
export function assessChange(input: ChangeInput): Map<string, Change> {
  if (input.teams.length < enoughTeams) return new Map();
  const rows = estimateChanges(input);
  const worse = listShown(rows.map(({ unit, worse: probability }) => ({ unit, probability })));
  const better = listShown(rows.map(({ unit, better: probability }) => ({ unit, probability })));
  return new Map(
    rows.map((row): [string, Change] => {
      const direction = worse.has(row.unit) ? "worse" : better.has(row.unit) ? "better" : "not_shown";
      const { unit, worse: probability_worse, better: probability_better } = row;
      const described = describe(row.estimate, input.turn);
      return [unit, { since: input.since, ...described, probability_worse, probability_better, direction }];
    }),
  );
}

/** Higher is worse here; probabilities in 3 decimals. */
function estimateChanges({ teams, variances, turn }: ChangeInput) {
  const ordered = teams.toSorted((one, other) => compareCodes(one.unit, other.unit));
  const sd = Math.sqrt((variances.before + variances.after) / 2);
  const differences = ordered.map(({ before, after }) => ({
    mean: turn * (after.mean - before.mean),
    variance: variances.before / before.respondents + variances.after / after.respondents,
  }));
  const grid = posteriorBetweenTeamSd(differences, sd);
  const estimateBeyond = (difference: TeamMean, value: number) =>
    estimateTeam(difference, teamAsSuch, grid, { kind: "absolute", value });
  return ordered.map(({ unit }, index) => {
    const difference = differences[index] as TeamMean;
    const estimate = estimateBeyond(difference, smallestChange * sd);
    const notBetter = estimateBeyond(difference, -smallestChange * sd);
    return {
      unit,
      estimate,
      worse: roundTo(estimate.probability, 3),
      better: roundTo(1 - notBetter.probability, 3),
    };
  });
}

/** Teams on the list of one direction. */
function listShown(rows: readonly Readonly<{ unit: string; probability: number }>[]): ReadonlySet<string> {
  const levels = labelSignals(rows.map((row) => ({ ...row, measure: "" })));
  return new Set(rows.filter((_, index) => levels[index] === "elevated").map(({ unit }) => unit));
}

/** In the measure's own orientation. */
function describe({ mean, sd }: Estimate, turn: number): Pick<Change, "estimate" | "interval"> {
  const reach = intervalFactor(shownCoverage) * sd;
  const estimate = roundTo(turn * mean, 6);
  return { estimate, interval: { low: roundTo(turn * mean - reach, 6), high: roundTo(turn * mean + reach, 6) } };
}
