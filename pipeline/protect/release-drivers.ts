/**
 * Releases which measures go with an outcome within teams: relative weights with an interval over teams drawn again, as organisation statistics.
 *
 * In: per released leaf unit the sums and products of the scores of people who have all of them. Out: one row, or none when there are too
 * few people, teams or degrees of freedom, or when predictors can't be told apart. Source: johnson-weights.ts; teams are drawn as a
 * whole, because people of one team are alike (Field & Welsh 2007, JRSS B 69).
 *
 * What a weight tells beside the published variances: it is made of correlations, which add one sum of products per pair of measures over
 * all people to the published sums of squares. One person in a team of k who is W (the open width) away from where they were on two
 * measures moves such a sum by at most W W' k / (k - 1). Everything is rounded to a step that is at least as large, as a correlation, for the
 * pair for which it is largest: to first order a weight that is off by one step leaves W open to everyone, even to whoever knows all others.
 * Where that step is more than a tenth, nothing is said.
 */
import type { MeasureDefinition } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { DriverModel } from "../../schemas/release.ts";
import {
  addProducts,
  centreProducts,
  scaleProducts,
  type TeamProducts,
  type WithinProducts,
} from "../stats/correlate-within.ts";
import { startDraws } from "../stats/draw-numbers.ts";
import { johnsonWeights, type RelativeWeight } from "../stats/johnson-weights.ts";
import { roundTo } from "../stats/round-to.ts";

/** `teams`: one row per released leaf unit by unit code, scores in the order of `drivers` and then the outcome. */
export type DriverInput = Readonly<{
  wave: string;
  outcome: MeasureDefinition;
  drivers: readonly MeasureDefinition[];
  teams: readonly TeamProducts[];
  /** Respondents and teams of the outcome as published; people with all scores are at most these. */
  base: Readonly<{ respondents: number; teams: number }>;
  policy: Policy;
}>;

/** Fewer people, in all and per driver, give weights that are mostly chance. */
const [enoughPeople, enoughPerDriver] = [100, 15];
const resamples = 200;
const coverage = 0.8;
const seed = 1;
/** What figures may be rounded to, hundredths. */
const steps = [1, 2, 5, 10];

/**
 * At most one row. None with an eNPS among the measures: its squares are counts of promoters and detractors, which are never taken from
 * the answers (see sum-squares.ts).
 */
export function releaseDrivers(input: DriverInput): DriverModel[] {
  const { wave, outcome, drivers, teams, base } = input;
  if ([outcome, ...drivers].some(({ kind }) => kind === "enps")) return [];
  const present = teams.filter(({ respondents }) => respondents > 0);
  const matrices = present.map(centreProducts);
  const within = weigh(addProducts(matrices));
  const pooled = weigh(centreProducts(mergeTeams(present)));
  const step = findStep(input, addProducts(matrices));
  if (!isEnough(input, present) || within === null || pooled === null || step === undefined) return [];
  const drawn = resampleTeams(matrices);
  const explained = roundToStep(addUp(within), step);
  const rows = drivers.map(({ measure }, index) => {
    const interval = findInterval(drawn, index, step);
    return {
      measure,
      weight: roundToStep((within[index] as RelativeWeight).weight, step),
      interval,
      weight_pooled: roundToStep((pooled[index] as RelativeWeight).weight, step),
      goes_with: nameDirection(within[index] as RelativeWeight),
      stands_out: interval.low > explained / drivers.length,
    };
  });
  const explained_pooled = roundToStep(addUp(pooled), step);
  return [{ wave, outcome: outcome.measure, ...base, step, explained, explained_pooled, drivers: rows }];
}

function nameDirection({ direction }: RelativeWeight): DriverModel["drivers"][number]["goes_with"] {
  if (direction === 0) return "neither";
  return direction > 0 ? "higher" : "lower";
}

function isEnough({ drivers, policy }: DriverInput, present: readonly TeamProducts[]): boolean {
  const people = present.reduce((sum, { respondents }) => sum + respondents, 0);
  const { teams, degrees_of_freedom } = policy.statistics;
  return (
    people >= Math.max(enoughPeople, enoughPerDriver * drivers.length) &&
    present.length >= teams &&
    people - present.length >= degrees_of_freedom
  );
}

function weigh(products: WithinProducts): readonly RelativeWeight[] | null {
  const correlations = scaleProducts(products);
  if (correlations === null) return null;
  const between = correlations.slice(0, -1).map((row) => row.slice(0, -1));
  return johnsonWeights(between, (correlations.at(-1) ?? []).slice(0, -1));
}

/** All people as one team. */
function mergeTeams(teams: readonly TeamProducts[]): TeamProducts {
  const [first] = teams;
  if (first === undefined) return { respondents: 0, sums: [], products: [] };
  const add = (read: (team: TeamProducts) => bigint) => teams.reduce((sum, team) => sum + read(team), 0n);
  return {
    respondents: teams.reduce((sum, { respondents }) => sum + respondents, 0),
    sums: first.sums.map((_, i) => add(({ sums }) => sums[i] as bigint)),
    products: first.products.map((row, i) => row.map((_, j) => add(({ products }) => products[i]?.[j] as bigint))),
  };
}

/** The share of a correlation that one person can move, rounded up to a step; undefined when that is too much. */
function findStep({ outcome, drivers, policy }: DriverInput, products: WithinProducts): number | undefined {
  const widths = [...drivers, outcome].map(
    ({ minimum, maximum, factor }) => policy.open_share * (maximum - minimum) * Number(factor),
  );
  const away = widths.map((width, index) => width / Math.sqrt(products[index]?.[index] ?? 0));
  const [largest = 0, second = 0] = away.toSorted((one, other) => other - one);
  const moved = (largest * second * policy.k.mean) / (policy.k.mean - 1);
  const hundredths = steps.find((one) => one >= 100 * moved);
  return hundredths === undefined ? undefined : hundredths / 100;
}

/** Weights of teams drawn again, as many as there are; a draw in which drivers can't be told apart is left out. */
function resampleTeams(matrices: readonly WithinProducts[]): readonly (readonly RelativeWeight[])[] {
  const { share } = startDraws(seed);
  return Array.from({ length: resamples }, () =>
    weigh(addProducts(matrices.map(() => matrices[Math.floor(share() * matrices.length)] as WithinProducts))),
  ).filter((weights) => weights !== null);
}

/** Rounded outwards. */
function findInterval(drawn: readonly (readonly RelativeWeight[])[], index: number, step: number) {
  const weights = drawn.map((one) => (one[index] as RelativeWeight).weight).sort((one, other) => one - other);
  const at = (probability: number) => weights[Math.round(probability * (weights.length - 1))] ?? 0;
  const tail = (1 - coverage) / 2;
  return {
    low: roundTo(Math.floor(at(tail) / step) * step, 2),
    high: roundTo(Math.ceil(at(1 - tail) / step) * step, 2),
  };
}

const roundToStep = (value: number, step: number): number => roundTo(Math.round(value / step) * step, 2);
const addUp = (weights: readonly RelativeWeight[]): number => weights.reduce((sum, { weight }) => sum + weight, 0);
