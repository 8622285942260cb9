/**
 * Divides what predictors together tell of an outcome over the predictors: relative weights; correlations in, one row per predictor out.
 *
 * With Rxx = V diag(d) V' and L = V diag(sqrt d) V': beta = L^-1 rxy, weight_j = sum_k L_jk^2 beta_k^2; the weights add up to R squared.
 * Source: Johnson (2000), Multivariate Behavioral Research 35, 1-19.
 */
import { findEigenpairs } from "./eigenpairs.ts";

/** `weight` in shares of the outcome's variance, 0-1; `direction` is the sign of the predictor's own correlation. */
export type RelativeWeight = Readonly<{ weight: number; direction: -1 | 0 | 1 }>;

/** Below this share of the largest eigenvalue two predictors can't be told apart. */
const singular = 1e-10;

/**
 * `between` are the predictors' correlations with each other (symmetric, 1 on the diagonal), `withOutcome` those with the outcome.
 * null without predictors, and when one is a combination of the others.
 *
 * @example johnsonWeights([[1, 0], [0, 1]], [0.3, -0.4]) // weights 0.09 and 0.16, directions 1 and -1
 */
export function johnsonWeights(
  between: readonly (readonly number[])[],
  withOutcome: readonly number[],
): readonly RelativeWeight[] | null {
  const pairs = findEigenpairs(between);
  const largest = Math.max(...pairs.map(({ value }) => value));
  if (pairs.length === 0 || pairs.some(({ value }) => value <= singular * largest)) return null;
  // (V' rxy)_m is shared by all of L^-1 rxy.
  const turned = pairs.map(({ vector }) => vector.reduce((sum, one, j) => sum + one * (withOutcome[j] as number), 0));
  const rooted = (i: number, j: number, power: number) =>
    pairs.reduce((sum, { value, vector }) => sum + (vector[i] as number) * (vector[j] as number) * value ** power, 0);
  const coefficients = between.map((_, k) =>
    pairs.reduce(
      (sum, { value, vector }, m) => sum + ((vector[k] as number) * (turned[m] as number)) / value ** 0.5,
      0,
    ),
  );
  return withOutcome.map((correlation, j) => ({
    weight: coefficients.reduce((sum, one, k) => sum + rooted(j, k, 0.5) ** 2 * one ** 2, 0),
    direction: Math.sign(correlation) as -1 | 0 | 1,
  }));
}
