/**
 * Organisations with known truth for the calibration test: scores are true score plus measurement error, the truth is the mean
 * true score of everybody in the team, whether they answered or not. Variance within teams 1, of which the reliability is true.
 */
import { type AssessInput, assess } from "../../../pipeline/assess/assess.ts";
import type { Level, ReleasedCell } from "../../../schemas/release.ts";
import { absoluteLine, cell, organisation, relativeLine, statistic, strain, team } from "./examples.ts";

/** One row per released team. */
export type Outcome = Readonly<{ probability: number; level: Level; elevated: boolean }>;

/** `truth` is where the line truly lies: with an absolute line it is given, with a relative one it must be estimated. */
export type Setting = Readonly<{
  teams: number;
  line: "absolute" | "own_organisation";
  truth: number;
  /** Mean of teams and standard deviation between them, drawn for every organisation. */
  drawOrganisation: (random: Random) => { mean: number; sd: number };
  trueReliability: number;
  usedReliability: number;
}>;

type Simulated = Readonly<{ cell: ReleasedCell; truth: number; squares: number }>;

/** Assesses `replications` organisations; the same seed gives the same outcomes. */
export function simulateOutcomes(setting: Setting, replications: number, seed: number): Outcome[] {
  const random = startRandom(seed);
  return Array.from({ length: replications }, () => simulateOrganisation(setting, random)).flat();
}

function simulateOrganisation(setting: Setting, random: Random): Outcome[] {
  const { mean, sd } = setting.drawOrganisation(random);
  const drawn = Array.from({ length: setting.teams }, (_, index) =>
    drawTeam(`T${1000 + index}`, mean + sd * random.normal(), setting.trueReliability, random),
  );
  const released = drawn.filter(({ cell }) => cell.respondents >= 5);
  const { assessments } = assess(describe(released, setting));
  const truths = new Map(released.map(({ cell, truth }) => [cell.unit, truth]));
  return assessments.map(({ unit, level, signals }) => {
    const probability = signals[0]?.probability ?? Number.NaN;
    return { probability, level, elevated: (truths.get(unit) ?? Number.NaN) > setting.truth };
  });
}

function describe(released: readonly Simulated[], setting: Setting): AssessInput {
  const respondents = released.reduce((sum, { cell }) => sum + cell.respondents, 0);
  const squares = released.reduce((sum, row) => sum + row.squares, 0);
  return {
    waves: ["w1"],
    units: [organisation, ...released.map(({ cell }) => team(cell.unit))],
    measures: [{ ...strain, minimum: -20, maximum: 20 }],
    cells: released.map((row) => row.cell),
    statistics: [
      statistic("pooled_within_variance", squares / (respondents - released.length)),
      statistic("reliability", setting.usedReliability),
    ],
    line: setting.line === "absolute" ? { ...absoluteLine, ...benchmarkBelow(setting.truth) } : relativeLine,
  };
}

/** The line lies 0.3 above this benchmark. */
function benchmarkBelow(truth: number) {
  return { benchmark_mean: truth - 0.3, benchmark_standard_deviation: 1 };
}

function drawTeam(unit: string, centre: number, trueReliability: number, random: Random): Simulated {
  const invited = drawHeadcount(random);
  const response = 0.4 + 0.5 * random.share();
  const scores: number[] = [];
  let sum = 0;
  for (let person = 0; person < invited; person++) {
    const truth = centre + Math.sqrt(trueReliability) * random.normal();
    sum += truth;
    if (random.share() < response && scores.length < 40)
      scores.push(truth + Math.sqrt(1 - trueReliability) * random.normal());
  }
  const mean = scores.reduce((total, score) => total + score, 0) / Math.max(1, scores.length);
  return {
    cell: cell(unit, { respondents: scores.length, invited, mean: Math.round(mean * 1e6) / 1e6 }),
    truth: sum / invited,
    squares: scores.reduce((total, score) => total + (score - mean) ** 2, 0),
  };
}

/** Lognormal around 14 people, 6 to 60. */
function drawHeadcount(random: Random): number {
  return Math.min(60, Math.max(6, Math.round(14 * Math.exp(0.5 * random.normal()))));
}

/** The value above which the wanted share of 100,000 true team means lies, when teams spread around 0. */
export function findLine(sd: number, reliability: number, share: number, seed: number): number {
  const random = startRandom(seed);
  const truths = Array.from({ length: 100_000 }, () => {
    return Math.sqrt(sd ** 2 + reliability / drawHeadcount(random)) * random.normal();
  });
  return truths.sort((one, other) => other - one)[Math.round(share * truths.length)] as number;
}

export type Random = Readonly<{ share: () => number; normal: () => number }>;

/** mulberry32 and Box-Muller. */
function startRandom(seed: number): Random {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}
