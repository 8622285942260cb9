/**
 * What to expect of the flags in an organisation like this one: simulates scans with its own team sizes, response, spread and reliability and
 * counts how often the labels are right. In: published figures of one assessed indicator. Out: one row of shares.
 *
 * Scans are drawn from the model itself, with the standard deviation between teams as estimated: team as such, true scores of those who
 * answered and those who did not, measurement error. They show what the labels can do when the model holds; whether they keep their
 * promise when it does not is for the benchmark to show. In scans without any difference every team's members, or the team as such, lie at
 * the mean of teams, and only chance tells teams apart.
 */
import type { Calibration } from "../../schemas/release.ts";
import { type Draws, startDraws } from "../stats/draw-numbers.ts";
import { roundTo } from "../stats/round-to.ts";
import { doubtQuiet } from "./doubt-silence.ts";
import type { TurnedLine } from "./estimate-team.ts";
import { countMembers, type Fit, fitTeams } from "./fit-teams.ts";
import { labelSignals } from "./label-teams.ts";

/** `line` and `mean` (of teams) are turned so that higher is worse; a line of the own organisation lies at a distance from `mean`. */
export type CalibrationInput = Readonly<{
  teams: readonly Readonly<{ respondents: number; invited: number | null }>[];
  variance: number;
  reliability: number | undefined;
  mean: number;
  betweenTeamSd: number;
  line: TurnedLine;
}>;

/** `seed` a whole number; `announce` is told the share that is done, 0-1. */
export type CalibrationEffects = Readonly<{ seed: number; announce?: (share: number) => void }>;

type Drawn = Readonly<{ mean: number; truth: number }>;
type Counts = {
  flagged: number;
  right: number;
  beyond: number;
  found: number;
  watched: number;
  quiet: number;
  missed: number;
};

/** Teams simulated of each kind, all scans together: one to two seconds. */
const simulatedTeams = 16_000;
const [fewestScans, mostScans] = [20, 400];

/** The same input and seed give the same row. At least two teams, `variance` above 0. */
export function calibrate(input: CalibrationInput, { seed, announce }: CalibrationEffects): Calibration {
  const draws = startDraws(seed);
  const scans = Math.min(mostScans, Math.max(fewestScans, Math.round(simulatedTeams / input.teams.length)));
  const counts: Counts = { flagged: 0, right: 0, beyond: 0, found: 0, watched: 0, quiet: 0, missed: 0 };
  let flaggingScans = 0;
  for (let scan = 0; scan < scans; scan++) {
    addScan(counts, simulateScan(input, draws, false));
    if (simulateScan(input, draws, true).some(({ level }) => level === "elevated")) flaggingScans++;
    announce?.((scan + 1) / scans);
  }
  const share = (part: number, of: number) => (of === 0 ? null : roundTo(part / of, 2));
  return {
    scans,
    seed,
    scans_with_false_flag: roundTo(flaggingScans / scans, 2),
    teams_beyond: roundTo(counts.beyond / (scans * input.teams.length), 2),
    flags_right: share(counts.right, counts.flagged),
    found: share(counts.found, counts.beyond),
    found_or_watched: share(counts.watched, counts.beyond),
    quiet_wrong: share(counts.missed, counts.quiet),
  };
}

function simulateScan(input: CalibrationInput, draws: Draws, alike: boolean) {
  const { teams, variance, reliability, line } = input;
  const place = line.kind === "absolute" ? line.value : input.mean + line.distance;
  const drawn = teams.map((team) => (alike ? drawAlike(input, team, draws) : drawTeam(input, team, draws)));
  const observed = teams.map((team, index) => ({ ...team, unit: String(index), mean: (drawn[index] as Drawn).mean }));
  const levels = labelFit(fitTeams({ teams: observed, variance, reliability, line }));
  return drawn.map(({ truth }, index) => ({ level: levels[index], isBeyond: truth > place }));
}

type Size = CalibrationInput["teams"][number];

/** The mean of a team's answers, and what is claimed about it: of its members, or of the team as such. */
function drawTeam(input: CalibrationInput, team: Size, { normal }: Draws): Drawn {
  const { variance, reliability, mean, betweenTeamSd } = input;
  const asSuch = mean + betweenTeamSd * normal();
  if (reliability === undefined || team.invited === null)
    return { mean: asSuch + Math.sqrt(variance / team.respondents) * normal(), truth: asSuch };
  const { respondents, invited } = countMembers(team);
  const silent = invited - respondents;
  const answered = asSuch + Math.sqrt((reliability * variance) / respondents) * normal();
  const rest = silent > 0 ? asSuch + Math.sqrt((reliability * variance) / silent) * normal() : 0;
  const error = Math.sqrt(((1 - reliability) * variance) / respondents) * normal();
  return { mean: answered + error, truth: (respondents * answered + silent * rest) / invited };
}

/** The same of a team at the mean: its answers are off by whom of its members they come from, and by measurement error. */
function drawAlike({ variance, reliability, mean }: CalibrationInput, team: Size, { normal }: Draws): Drawn {
  if (reliability === undefined || team.invited === null)
    return { mean: mean + Math.sqrt(variance / team.respondents) * normal(), truth: mean };
  const { respondents, invited } = countMembers(team);
  const sampling = reliability * (1 / respondents - 1 / invited);
  return { mean: mean + Math.sqrt((sampling + (1 - reliability) / respondents) * variance) * normal(), truth: mean };
}

function labelFit({ teams }: Fit) {
  const rows = teams.map(({ unit, members, asSuch }) => {
    return { unit, measure: "", probability: roundTo((members ?? asSuch).probability, 3) };
  });
  return labelSignals(rows).map((level, index) => doubtQuiet(level, teams[index]?.probabilityIfWorse));
}

function addScan(counts: Counts, rows: ReturnType<typeof simulateScan>): void {
  for (const { level, isBeyond } of rows) {
    const beyond = isBeyond ? 1 : 0;
    counts.beyond += beyond;
    if (level === "elevated") {
      counts.flagged++;
      counts.right += beyond;
      counts.found += beyond;
    }
    if (level === "elevated" || level === "watch") counts.watched += beyond;
    if (level === "no_signal") {
      counts.quiet++;
      counts.missed += beyond;
    }
  }
}
