/**
 * The smallest change between two waves that so many answers would show; a number of answers in, points out.
 * Source: sample size for a difference of two means with known variance, Cohen (1988), Statistical Power Analysis, ch. 2.
 */
import { intervalFactor } from "./interval-factor.ts";

/** Chance to see it, and coverage of the interval that must then lie on one side of no change. */
const power = 0.8;
const coverage = 0.8;

/**
 * (z(.9) + z(.8)) x sqrt(2 variance / respondents), with as many answers in both waves and counting them as different people, which
 * makes it too large where the same people answer alike. `variance` within teams in points squared, `respondents` at least 1.
 *
 * @example detectableChange(8, 0.36) // 2.1232 x 0.3 = 0.637
 */
export function detectableChange(respondents: number, variance: number): number {
  const factor = intervalFactor(coverage) + intervalFactor(2 * power - 1);
  return factor * Math.sqrt((2 * variance) / respondents);
}
