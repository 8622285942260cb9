import { describe, expect, it } from "vitest";
import {
  countDecimals,
  roundFraction,
  roundToStep,
  scaleDecimal,
  sumFractions,
} from "../../../pipeline/protect/divide-exactly.ts";

describe("roundFraction", () => {
  it.each([
    [2n, 3n, 6, 0.666667],
    [-2n, 3n, 6, -0.666667],
    [0n, 7n, 6, 0],
    [1n, 8n, 2, 0.13],
    [-1n, 8n, 2, -0.13],
    [1005n, 1000n, 2, 1.01],
    [5n, 2n, 0, 3],
    [-1n, 3_000_000n, 6, 0],
    [10n ** 40n + 1n, 10n ** 40n, 6, 1],
  ])("%s / %s to %i decimals is %d", (numerator, denominator, decimals, expected) => {
    expect(roundFraction({ numerator, denominator }, decimals)).toBe(expected);
  });

  it("refuses a denominator of 0", () => {
    expect(() => roundFraction({ numerator: 1n, denominator: 0n }, 6)).toThrow("must have a positive denominator");
  });
});

describe("decimals as integers", () => {
  it("counts and scales decimals as they are written", () => {
    expect([0.5, -80, 1.25].map(countDecimals)).toEqual([1, 0, 2]);
    expect(scaleDecimal(-2.5, 10n)).toBe(-25n);
    expect(scaleDecimal(0.1, 10n)).toBe(1n);
  });

  it("refuses what is not whole on the scale, or not a plain decimal", () => {
    expect(() => scaleDecimal(2.5, 1n)).toThrow("must be a whole number at scale 1");
    expect(() => countDecimals(1e-7)).toThrow("must be a plain decimal number");
  });
});

describe("roundToStep", () => {
  it.each([
    [0n, 4n, 0n],
    [1n, 4n, 0n],
    [2n, 4n, 4n],
    [3n, 4n, 4n],
    [5n, 4n, 4n],
    [-1n, 4n, 0n],
    [-2n, 4n, 0n],
    [-3n, 4n, -4n],
    [-4n, 4n, -4n],
    [-6n, 4n, -4n],
    [-7n, 4n, -8n],
    [1n, 3n, 0n],
    [2n, 3n, 3n],
    [-1n, 3n, 0n],
    [-2n, 3n, -3n],
    [-7n, 1n, -7n],
    [10n ** 40n + 5n, 10n, 10n ** 40n + 10n],
  ])("the multiple nearest to %s in steps of %s is %s, halves upwards", (value, step, expected) => {
    expect(roundToStep(value, step)).toBe(expected);
  });
});

describe("sumFractions", () => {
  it("adds unlike fractions", () => {
    const parts = [
      [1n, 6n],
      [1n, 10n],
      [-1n, 6n],
      [1n, 15n],
    ] as const;
    const sum = sumFractions(parts.map(([numerator, denominator]) => ({ numerator, denominator })));
    expect(sum.numerator * 6n).toBe(sum.denominator);
  });

  it("is 0 without fractions", () => {
    expect(sumFractions([])).toEqual({ numerator: 0n, denominator: 1n });
  });
});
