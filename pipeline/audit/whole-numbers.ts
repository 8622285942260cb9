/** Common divisors and multiples of whole numbers, exact. The auditor's own: it shares nothing with what it audits. */

/** The largest whole number that divides both; 0 only for 0 and 0. `findDivisor(-12n, 18n)` is 6n. */
export const findDivisor = (left: bigint, right: bigint): bigint => {
  if (right === 0n) return left < 0n ? -left : left;
  return findDivisor(right, left % right);
};

/** The smallest whole number from 1 that all divide; 1 of none. Numbers must be above 0. */
export const findMultiple = (numbers: readonly bigint[]): bigint =>
  numbers.reduce((multiple, number) => (multiple / findDivisor(multiple, number)) * number, 1n);

/** Whole numbers without their common divisor: [4n, -6n] is [2n, -3n]. Zeros stay zeros. */
export const divideOut = (numbers: readonly bigint[]): bigint[] => {
  const divisor = numbers.reduce(findDivisor, 0n);
  return divisor === 0n ? [...numbers] : numbers.map((number) => number / divisor);
};
