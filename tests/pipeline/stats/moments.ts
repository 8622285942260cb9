/** Moments of literal whole numbers, for the tests of what is computed from moments. */

import type { GroupMoments } from "../../../pipeline/stats/sample-variance.ts";
import type { ItemProducts } from "../../../schemas/cell.ts";

const add = (numbers: readonly number[]): bigint => BigInt(numbers.reduce((total, one) => total + one, 0));

export const momentsOf = (scores: readonly number[]): GroupMoments => ({
  respondents: scores.length,
  sum: add(scores),
  sum_squares: add(scores.map((score) => score ** 2)),
});

/** One array per item, in the same order of people. */
export const productsOf = (items: readonly (readonly number[])[]): ItemProducts => ({
  measure: "made.scale",
  respondents: items[0]?.length ?? 0,
  teams: 1,
  item_sums: items.map(add),
  item_products: items.map((left) =>
    items.map((right) => add(left.map((one, person) => one * (right[person] as number)))),
  ),
});

/** Items with these correlations: sums of 0, so that the products are the covariances. */
export const productsWith = (hundredths: readonly (readonly number[])[]): ItemProducts => ({
  measure: "made.scale",
  respondents: 100,
  teams: 1,
  item_sums: hundredths.map(() => 0n),
  item_products: hundredths.map((row) => row.map(BigInt)),
});
