/**
 * Agreement within the shown teams: rwg and rwg(j) of a scale from the pooled variance of its items.
 *
 * In: the published variance of the scores, and item moments per team; out: 1 - S / E in coarse steps, and from that number
 * J x rwg / (J x rwg + 1 - rwg) for J items. E = (A^2 - 1) / 12 is the variance of random answers over A options (James, Demaree &
 * Wolf 1984; for several items Lindell et al. 1999, with the mean variance of the items).
 *
 * S is pooled by degrees of freedom and not the mean over teams: the mean weighs small teams more than the published variance
 * does, and of two sums with different weights the difference is about the small teams. Four teams of 5 in full agreement
 * and one of 50 would be seen to be in full agreement. S is the published variance of the scores plus what the items of one
 * person differ among themselves: within a team, mean variance of items = variance of the score + that difference. So the only
 * new number is the difference. It is taken over teams that are not published as a bound, since it would tell of their true sum.
 * Its squares are at least those of one person in a team of k who is the open width away: near 0 the scores of a team would be
 * known to be all odd or all even, and of two items with three options that gave answers away. For the same reason agreement
 * is rounded to steps of 0.05, or more where that one person weighs more, and items need three options.
 */
import type { MeasureDefinition, ScaleQuality, TeamItems } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import { type BoundedSums, findOpenWidth } from "./bound-answers.ts";
import { type Fraction, roundFraction, roundToStep, scaleDecimal, sumFractions } from "./divide-exactly.ts";

type AgreementInput = Readonly<{
  measure: MeasureDefinition;
  quality: ScaleQuality;
  bounded: BoundedSums;
  /** Squares within teams as published, in squared integers of the published scale. */
  within: Fraction;
  /** Respondents minus teams, of those squares. */
  freedom: number;
  policy: Policy;
}>;

/** rwg 0-1 in steps, rwg(j) 0-1 to 2 decimals; null when too few teams without a bound answered every item. */
export const releaseAgreement = (input: AgreementInput): { rwg: number; rwgj: number } | null => {
  const { measure, quality, bounded, policy } = input;
  const told = quality.teams.filter(({ unit }) => !bounded.bounds.has(unit));
  const freedom = told.reduce((sum, { respondents }) => sum + respondents - 1, 0);
  if (told.length < policy.statistics.teams || freedom < policy.statistics.degrees_of_freedom) return null;
  const differing = findLarger(sumFractions(told.map(findDiffering)), findAway(input));
  const variance = sumFractions([
    findScoreVariance(input),
    { ...differing, denominator: differing.denominator * BigInt(freedom) },
  ]);
  const range = quality.answer_range;
  if (range < 2n) return null;
  const atRandom = range * (range + 2n);
  const agreement = {
    numerator: variance.denominator * atRandom - 12n * variance.numerator,
    denominator: variance.denominator * atRandom,
  };
  const twentieths = roundTwentieths(agreement, findTwentieths(input));
  return { rwg: Number(twentieths) / 20, rwgj: joinItems(twentieths, BigInt(measure.items)) };
};

/** Squares of one team's items around the person's own mean, both as they differ from the team's: never negative. */
const findDiffering = ({ respondents, items, total_sum_squares }: TeamItems): Fraction => {
  const [people, count] = [BigInt(respondents), BigInt(items.length)];
  const sum = items.reduce((total, item) => total + item.sum, 0n);
  const ofItems = items.reduce((total, item) => total + people * item.sum_squares - item.sum ** 2n, 0n);
  const ofTotal = people * total_sum_squares - sum ** 2n;
  return { numerator: count * ofItems - ofTotal, denominator: count ** 2n * people };
};

/** The published variance in squared integers of an item. */
const findScoreVariance = ({ measure, quality, bounded, within, freedom }: AgreementInput): Fraction => ({
  numerator: within.numerator * quality.answer_range ** 2n,
  denominator: within.denominator * BigInt(freedom) * findRange(measure, bounded.scale) ** 2n,
});

const findRange = ({ minimum, maximum }: MeasureDefinition, scale: bigint): bigint =>
  scaleDecimal(maximum, scale) - scaleDecimal(minimum, scale);

/** What one person in a team of k adds by being the open width away on every item, in squared integers of an item. */
const findAway = ({ measure, quality, bounded, policy }: AgreementInput): Fraction => {
  const k = BigInt(policy.k.mean);
  const open = findOpenWidth(measure, policy, bounded.scale) * quality.answer_range;
  return { numerator: open ** 2n * k, denominator: findRange(measure, bounded.scale) ** 2n * (k - 1n) };
};

/** How many twentieths a step is: what that person adds to S / E, rounded up. */
const findTwentieths = (input: AgreementInput): bigint => {
  const range = input.quality.answer_range;
  const { numerator, denominator } = findAway(input);
  const whole = denominator * BigInt(input.freedom) * range * (range + 2n);
  return (20n * 12n * numerator + whole - 1n) / whole;
};

const findLarger = (left: Fraction, right: Fraction): Fraction =>
  left.numerator * right.denominator > right.numerator * left.denominator ? left : right;

/** The nearest step, between 0 and 20. */
const roundTwentieths = ({ numerator, denominator }: Fraction, step: bigint): bigint => {
  const rounded = roundToStep(20n * numerator, step * denominator) / denominator;
  if (rounded < 0n) return 0n;
  return rounded > 20n ? 20n : rounded;
};

const joinItems = (twentieths: bigint, items: bigint): number =>
  roundFraction({ numerator: items * twentieths, denominator: items * twentieths + 20n - twentieths }, 2);
