/**
 * Whole numbers that are never rounded: a plain number while it is a safe integer, a bigint beyond. Elimination on groups
 * meets -1, 0 and 1 nearly always, so the plain path is the fast one and the other is there for exactness.
 *
 * In and out: integers in that one form, so that equal values are identical.
 */

/** A safe integer as a number, any other as a bigint. */
export type Integer = number | bigint;

/** a x - b y, exactly. */
export const combineExactly = (a: Integer, x: Integer, b: Integer, y: Integer): Integer => {
  if (typeof a === "number" && typeof x === "number" && typeof b === "number" && typeof y === "number") {
    const [left, right] = [a * x, b * y];
    const difference = left - right;
    if (isSafe(left) && isSafe(right) && isSafe(difference)) return difference;
  }
  return simplify(BigInt(a) * BigInt(x) - BigInt(b) * BigInt(y));
};

/** Greatest common divisor, from 0; 0 only of 0 and 0. */
export const findCommonDivisor = (a: Integer, b: Integer): Integer => {
  if (typeof a === "number" && typeof b === "number") {
    let [large, small] = [Math.abs(a), Math.abs(b)];
    while (small !== 0) [large, small] = [small, large % small];
    return large;
  }
  let [large, small] = [absolute(BigInt(a)), absolute(BigInt(b))];
  while (small !== 0n) [large, small] = [small, large % small];
  return simplify(large);
};

/** a / b where b divides a. */
export const divideExactly = (a: Integer, b: Integer): Integer =>
  typeof a === "number" && typeof b === "number" ? a / b + 0 : simplify(BigInt(a) / BigInt(b));

const isSafe = (value: number): boolean => value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;

const simplify = (value: bigint): Integer =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(-Number.MAX_SAFE_INTEGER) ? Number(value) : value;

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
