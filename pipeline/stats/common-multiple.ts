/** Greatest common divisor and least common multiple of whole numbers, exact. */

/** The largest whole number that divides both; 0 only for 0 and 0. */
export const findCommonDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/** The smallest whole number that all divide; 1 of none. Numbers must be above 0. */
export const findCommonMultiple = (numbers: readonly bigint[]): bigint =>
  numbers.reduce((multiple, number) => multiple * (number / findCommonDivisor(multiple, number)), 1n);
