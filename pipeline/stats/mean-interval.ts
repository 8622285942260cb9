/** Interval of a group's mean from the spread between people within teams; a mean in, two ends in the same points out. Source: central limit theorem, known variance. */
import { intervalFactor } from "./interval-factor.ts";

/**
 * mean +- z x sqrt(variance / respondents), in points of the scale and clamped to its ends.
 * `variance` is the pooled variance between people within teams, points squared; `respondents` is at least 1.
 * The answers count as a sample; differences between teams are not in it.
 *
 * @example meanInterval({ mean: 3, respondents: 16, variance: 0.64, minimum: 1, maximum: 5 }) // 2.608 to 3.392
 */
export function meanInterval(
  group: Readonly<{ mean: number; respondents: number; variance: number; minimum: number; maximum: number }>,
  coverage = 0.95,
): { low: number; high: number } {
  const reach = intervalFactor(coverage) * Math.sqrt(group.variance / group.respondents);
  return { low: Math.max(group.minimum, group.mean - reach), high: Math.min(group.maximum, group.mean + reach) };
}
