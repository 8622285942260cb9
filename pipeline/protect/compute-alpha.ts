/** Cronbach's alpha from item moments (Cronbach 1951): K / (K - 1) x (1 - sum of item variances / variance of the total). */
import type { ItemMoments } from "../../schemas/cell.ts";
import type { Fraction } from "./divide-exactly.ts";

/**
 * Alpha, kept within 0-1; 0 when the total does not vary.
 * Throws when there are fewer than two items, or the total is not the sum of the items.
 * Example: items 1,2,3 and 1,2,3 give 1.
 */
export const computeAlpha = (moments: ItemMoments): Fraction => {
  const items = BigInt(moments.item_sums.length);
  if (items < 2n) throw new Error(`Reliability of ${moments.measure} must be computed from at least two items.`);
  if (moments.item_sums.reduce((sum, item) => sum + item, 0n) !== moments.total_sum)
    throw new Error(`The total of ${moments.measure} must be the sum of its items, on one scale.`);
  const spread = (sum: bigint, squares: bigint) => BigInt(moments.respondents) * squares - sum * sum;
  const total = spread(moments.total_sum, moments.total_sum_squares);
  const ofItems = moments.item_sums.reduce(
    (sum, item, index) => sum + spread(item, moments.item_sums_squares[index] ?? 0n),
    0n,
  );
  if (total <= ofItems) return { numerator: 0n, denominator: 1n };
  return keepBelowOne({ numerator: items * (total - ofItems), denominator: (items - 1n) * total });
};

const keepBelowOne = (alpha: Fraction): Fraction =>
  alpha.numerator > alpha.denominator ? { numerator: 1n, denominator: 1n } : alpha;
