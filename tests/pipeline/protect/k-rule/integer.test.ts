import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  combineExactly,
  divideExactly,
  findCommonDivisor,
  type Integer,
} from "../../../../pipeline/protect/k-rule/integer.ts";

/** Small, at the edge of what a number can hold, and far beyond; in the one form an integer has. */
const integers: fc.Arbitrary<Integer> = fc
  .oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }))
  .map((value) => toForm(BigInt(value)));

const toForm = (value: bigint): Integer => {
  const isSafe = value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER);
  return isSafe ? Number(value) : value;
};

describe("combineExactly", () => {
  it("is a x - b y as bigints have it, a number exactly where one is safe", () => {
    const property = fc.property(integers, integers, integers, integers, (a, x, b, y) => {
      const expected = toForm(BigInt(a) * BigInt(x) - BigInt(b) * BigInt(y));
      expect(combineExactly(a, x, b, y) === expected).toBe(true);
    });
    fc.assert(property, { seed: 1, numRuns: 2000 });
  });

  it("is exact one beyond the largest safe integer, where numbers round", () => {
    expect(combineExactly(1, Number.MAX_SAFE_INTEGER, -2, 1)).toBe(9007199254740993n);
    expect(combineExactly(1, 9007199254740993n, 1, 9007199254740990)).toBe(3);
  });
});

describe("findCommonDivisor and divideExactly", () => {
  it("make coprime numbers of any two", () => {
    const property = fc.property(integers, integers, (a, b) => {
      fc.pre(a !== 0 || b !== 0);
      const divisor = findCommonDivisor(a, b);
      expect(divisor > 0).toBe(true);
      const [one, other] = [divideExactly(a, divisor), divideExactly(b, divisor)];
      expect(combineExactly(one, divisor, 0, 0) === a).toBe(true);
      expect(combineExactly(other, divisor, 0, 0) === b).toBe(true);
      expect(findCommonDivisor(one, other)).toBe(1);
    });
    fc.assert(property, { seed: 1, numRuns: 1000 });
  });

  it("give 0 for 0 and 0, and the size of the other for one 0", () => {
    expect(findCommonDivisor(0, 0)).toBe(0);
    expect(findCommonDivisor(0, -6)).toBe(6);
  });
});
