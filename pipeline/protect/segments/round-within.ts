/**
 * Rounds numbers to whole steps so that they still add up to a given total: those that lose or gain most by it are rounded the
 * other way first. In: exact integers; out: multiples of the step.
 */
import { roundToStep } from "../divide-exactly.ts";

/** `total` is a multiple of the step less than one step per number away from their sum; null: each to its nearest step. */
export const roundWithin = (exact: readonly bigint[], step: bigint, total: bigint | null): bigint[] => {
  const rounded = exact.map((value) => roundToStep(value, step));
  if (total === null) return rounded;
  let left = (total - rounded.reduce((sum, value) => sum + value, 0n)) / step;
  const way = left < 0n ? -1n : 1n;
  const order = exact
    .map((value, index) => ({ index, rest: (value - (rounded[index] as bigint)) * way }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of [...order, ...order]) {
    if (left === 0n) break;
    rounded[index] = (rounded[index] as bigint) + way * step;
    left -= way;
  }
  return rounded;
};
