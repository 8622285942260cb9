/**
 * Reads published means back as sums, as exactly as an attacker can.
 *
 * In: the figures of one measure; out: per figure the sum of its people, as limits, in units of 1/`per` point. A mean to
 * six decimals times a small number of people fixes a whole number of steps; which steps is learnt from all figures
 * together. What is too large for that keeps the limits that rounding leaves.
 */
import type { Bound, Measure } from "../../../schemas/release.ts";
import type { System } from "../system.ts";
import { findDivisor } from "../whole-numbers.ts";

/** One figure: its people and the limits of their published sum. */
export type PublishedSum = Readonly<{
  group: number;
  release: number;
  isSegment: boolean;
  respondents: number;
  low: number;
  high: number;
  bound: Bound | undefined;
}>;

/** Limits of the scale in the units of the sums. `step`: what all sums are whole numbers of, 1 when too few tell. */
export type Scale = Readonly<{ per: number; minimum: number; maximum: number; step: number }>;

export type MeasureSums = Readonly<{ scale: Scale; sums: readonly PublishedSum[] }>;

/** Half of the last published digit, with room for how it is written in binary. */
const half = 0.500001e-6;
const largestPer = 1200;

/** The sums of one measure over all releases; empty when none is published. */
export const readSums = (system: System, { measure, minimum, maximum }: Measure): MeasureSums => {
  const figures = system.figures.flatMap(({ group, release, cell }) => {
    const value = cell.mean ?? cell.enps;
    if (cell.measure !== measure || value === undefined) return [];
    const { respondents, segment, bound } = cell;
    return [{ group, release, respondents, value, bound, isSegment: segment !== null }];
  });
  const per = findPer(figures, [minimum, maximum]);
  const sums = figures.map(({ value, ...figure }) => ({ ...figure, ...readSum(value, figure.respondents, per) }));
  const step = findStep(sums, minimum * per);
  return { scale: { per, minimum: minimum * per, maximum: maximum * per, step }, sums };
};

type Value = Readonly<{ respondents: number; value: number }>;

/** The smallest denominator that all sums are whole numbers of; 1 when there is none. */
const findPer = (figures: readonly Value[], limits: readonly number[]): number => {
  const ends = limits.map((value) => ({ respondents: 1, value }));
  const isPer = (per: number) =>
    figures.every((figure) => isVague(figure, per) || isWhole(figure, per)) && ends.every((end) => isWhole(end, per));
  for (let per = 1; per <= largestPer; per += 1) if (isPer(per)) return per;
  return 1;
};

const isWhole = ({ respondents, value }: Value, per: number): boolean => {
  const sum = respondents * value * per;
  return Math.abs(sum - Math.round(sum)) <= respondents * per * half;
};

/** Whether rounding leaves room for another whole number. */
const isVague = ({ respondents }: Pick<Value, "respondents">, per: number): boolean => respondents * per * half > 0.1;

const readSum = (value: number, respondents: number, per: number): Readonly<{ low: number; high: number }> => {
  const sum = respondents * value * per;
  const whole = Math.round(sum);
  if (!isVague({ respondents }, per) && isWhole({ respondents, value }, per)) return { low: whole, high: whole };
  return { low: sum - respondents * per * half, high: sum + respondents * per * half };
};

/** Fewer sums have a divisor in common by chance. */
const leastSums = 5;

/** What all exact sums are whole numbers of, counted from everyone at the minimum. */
const findStep = (sums: readonly PublishedSum[], minimum: number): number => {
  const offsets = sums
    .filter(({ low, high }) => low === high)
    .map(({ low, respondents }) => low - respondents * minimum)
    .filter(Number.isSafeInteger);
  return offsets.length < leastSums ? 1 : Math.max(1, Number(offsets.map(BigInt).reduce(findDivisor, 0n)));
};
