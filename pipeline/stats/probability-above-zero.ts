/** The probability that a normal variable is positive; a number in, a probability out. Source: standard normal distribution, exact to machine precision. */
import cdf from "@stdlib/stats-base-dists-normal-cdf";

/**
 * P(X > 0) for X ~ N(mean, variance), 0 to 1. A variance of 0 is a known value: 1 above zero, otherwise 0.
 *
 * @example probabilityAboveZero(1.2345, 1) // 0.8914916766, R: pnorm(1.2345)
 */
export function probabilityAboveZero(mean: number, variance: number): number {
  if (variance > 0) return cdf(mean / Math.sqrt(variance), 0, 1);
  return mean > 0 ? 1 : 0;
}
