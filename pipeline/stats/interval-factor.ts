/** How many standard deviations an interval extends to each side; a coverage in, a factor out. Source: standard normal distribution. */
import quantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * Half-width of a two-sided normal interval in standard deviations; `coverage` is a share between 0 and 1.
 *
 * @example intervalFactor(0.95) // 1.959963984540054, R: qnorm(.975)
 * @example intervalFactor(0.8) // 1.2815515655446, R: qnorm(.9)
 */
export function intervalFactor(coverage: number): number {
  return quantile(0.5 + coverage / 2, 0, 1);
}
