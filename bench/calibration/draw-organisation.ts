/**
 * Draws organisations of which the truth is known: teams, the people in them, who answers, and what they answer on twelve items.
 *
 * A person has a true score; the truth about a team is the mean true score of everyone in it, whether they answered or not. Items are that
 * score and an error of their own. Teams have around 14 people, 6 to 60.
 */
import cdf from "@stdlib/stats-base-dists-normal-cdf";
import { type Draws, startDraws } from "../../pipeline/stats/draw-numbers.ts";

/** Shares are 0-1. Scores are in standard deviations between people within a team. */
export type Scenario = Readonly<{
  name: string;
  teams: number;
  icc: number;
  /** Share of teams truly beyond the line; with `nobody` the line lies where these would be, and there are none. */
  elevated: number;
  nobody?: true;
  response: readonly [number, number];
  /** fine: 0 to 100, hardly rounded. skewed: 1 to 5, most people low, as burn-out scales are. */
  items: "fine" | "skewed";
  /**
   * distinct: the elevated teams form a group of their own, and the others differ less. heavy: Student's t with three degrees of freedom,
   * most teams alike and some far off, with the same variance.
   */
  shape: "normal" | "distinct" | "heavy";
  /** By how much the odds of answering fall per standard deviation of a person's own score, as a share; below 0 they rise. */
  silence: number;
}>;

/** `answers`: per person who answered, twelve whole numbers. `department`: the unit it lies in, where that is not the organisation. */
export type DrawnTeam = Readonly<{
  unit: string;
  department?: string;
  invited: number;
  elevated: boolean;
  answers: readonly (readonly number[])[];
}>;

export type DrawnOrganisation = Readonly<{ teams: readonly DrawnTeam[]; line: number }>;

export const itemCount = 12;
/** Of the twelve items together, as in the usual scenario. */
const reliability = 0.9;
const distance = 0.9;
/** Thresholds of the reference's burn-out items, on a score of which 0.72 reaches the item beside an error of 0.7. */
const cuts = [-0.5, 0.5, 1.35, 2.1];
const [reach, noise] = [0.72, 0.7];
/** Whole numbers per standard deviation of fine items, around 50. */
const fineness = 8;
const truthsForLine = 20_000;

/** The limits of an answer to one item. */
export const limitsOf = ({ items }: Scenario) =>
  items === "fine" ? { minimum: 0, maximum: 100 } : { minimum: 1, maximum: 5 };

/** Where the line lies, in points of the scale: beyond it are the wanted share of teams. */
export function placeLine(scenario: Scenario, seed: number): number {
  const draws = startDraws(seed);
  const truths = Array.from({ length: truthsForLine }, () => average(drawPeople(scenario, draws).truths));
  return truths.sort((one, other) => other - one)[Math.round(scenario.elevated * truths.length)] as number;
}

/** The same seed gives the same organisation. */
export function drawOrganisation(scenario: Scenario, line: number, seed: number): DrawnOrganisation {
  const draws = startDraws(seed);
  const teams = Array.from({ length: scenario.teams }, (_, index) =>
    drawTeam(scenario, `T${10_000 + index}`, line, draws),
  );
  return { teams, line };
}

function drawTeam(scenario: Scenario, unit: string, line: number, draws: Draws): DrawnTeam {
  let people = drawPeople(scenario, draws);
  while (scenario.nobody && average(people.truths) > line) people = drawPeople(scenario, draws);
  const [low, high] = scenario.response;
  const usual = low + (high - low) * draws.share();
  const answering = people.scores.filter((score) => draws.share() < fallSilent(usual, score, scenario.silence));
  return {
    unit,
    invited: people.scores.length,
    elevated: average(people.truths) > line,
    answers: answering.map((score) => drawAnswers(scenario, score, draws)),
  };
}

/** Scores in standard deviations, and the true score of each on the scale. */
function drawPeople(scenario: Scenario, draws: Draws): { scores: readonly number[]; truths: readonly number[] } {
  const centre = drawCentre(scenario, draws);
  const spread = spreadOf(scenario);
  const scores = Array.from({ length: drawSize(draws) }, () => centre + spread * draws.normal());
  return { scores, truths: scores.map((score) => expectAnswer(scenario, score)) };
}

/** How many people are in a team. */
export const drawSize = (draws: Draws): number =>
  Math.min(60, Math.max(6, Math.round(14 * Math.exp(0.5 * draws.normal()))));

/** Standard deviation of people's scores within a team. */
export const spreadOf = ({ items }: Scenario): number => (items === "fine" ? Math.sqrt(reliability) : 1);

function drawCentre({ icc, shape, elevated }: Scenario, draws: Draws): number {
  const between = icc / (1 - icc);
  if (shape === "normal") return Math.sqrt(between) * draws.normal();
  if (shape === "heavy") return (Math.sqrt(between) * draws.normal()) / Math.hypot(...drawThree(draws));
  const rest = Math.sqrt(Math.max(0.01, between - elevated * (1 - elevated) * distance ** 2));
  return (draws.share() < elevated ? distance : 0) + rest * draws.normal();
}

/** The length of three normal numbers is what Student's t with three degrees of freedom and a variance of 1 is divided by. */
const drawThree = (draws: Draws): number[] => [draws.normal(), draws.normal(), draws.normal()];

function fallSilent(usual: number, score: number, silence: number): number {
  const odds = (usual / (1 - usual)) * (1 - silence) ** score;
  return odds / (1 + odds);
}

/** The true score on the scale of someone with this score. */
export function expectAnswer({ items }: Scenario, score: number): number {
  if (items === "fine") return 50 + fineness * score;
  return cuts.reduce((sum, cut) => sum + cdf((reach * score - cut) / noise, 0, 1), 1);
}

/** Answers to the twelve items. */
export function drawAnswers({ items }: Scenario, score: number, draws: Draws): number[] {
  const error = Math.sqrt(itemCount * (1 - reliability));
  return Array.from({ length: itemCount }, () => {
    if (items === "fine")
      return Math.min(100, Math.max(0, Math.round(50 + fineness * (score + error * draws.normal()))));
    const answer = reach * score + noise * draws.normal();
    return 1 + cuts.filter((cut) => answer > cut).length;
  });
}

export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
