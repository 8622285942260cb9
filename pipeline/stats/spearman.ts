/**
 * Rank correlation of two series with its interval; pairs in, a correlation -1 to 1 out.
 * Source: Spearman (1904); interval on Fisher's scale with variance (1 + rho^2 / 2) / (n - 3), Bonett & Wright (2000), Psychometrika 65;
 * Fisher's own 1 / (n - 3) is too narrow for ranks and is here to compare with.
 */
import { intervalFactor } from "./interval-factor.ts";
import { rankValues } from "./rank-values.ts";

export type RankCorrelation = Readonly<{ rho: number; low: number; high: number; pairs: number }>;

/**
 * null below four pairs, and when all numbers of a series are equal. With `method` "fisher" the interval is that of Fisher.
 *
 * @example spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])?.rho // 1 - 6 x 4 / (5 x 24) = 0.8
 */
export function spearman(
  first: readonly number[],
  second: readonly number[],
  coverage = 0.95,
  method: "bonett_wright" | "fisher" = "bonett_wright",
): RankCorrelation | null {
  const pairs = first.length;
  if (pairs < 4) return null;
  const rho = correlate(rankValues(first), rankValues(second));
  if (rho === null) return null;
  const variance = (method === "fisher" ? 1 : 1 + rho ** 2 / 2) / (pairs - 3);
  const reach = intervalFactor(coverage) * Math.sqrt(variance);
  return { rho, low: Math.tanh(Math.atanh(rho) - reach), high: Math.tanh(Math.atanh(rho) + reach), pairs };
}

/** Kept within -1 and 1, which the last digit of a sum may pass; null without spread. */
function correlate(first: readonly number[], second: readonly number[]): number | null {
  const away = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [one, other] = [away(first), away(second)];
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
  const spread = Math.sqrt(product(one, one) * product(other, other));
  return spread === 0 ? null : Math.max(-1, Math.min(1, product(one, other) / spread));
}
