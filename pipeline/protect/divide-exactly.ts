/** Exact arithmetic for what is published: decimals as integers, fractions of integers, one rounding at the very end. */
import { findCommonDivisor } from "../stats/common-multiple.ts";

/** A fraction with a positive denominator. */
export type Fraction = Readonly<{ numerator: bigint; denominator: bigint }>;

/** Digits after the point of a decimal as it is written; `countDecimals(0.25)` is 2. Throws on 1e-7 and NaN. */
export const countDecimals = (value: number): number => {
  const written = /^-?\d+(?:\.(\d+))?$/.exec(String(value));
  if (written === null) throw new Error(`A limit must be a plain decimal number, found ${value}.`);
  return written[1]?.length ?? 0;
};

/** A decimal times an integer scale; `scaleDecimal(-2.5, 10n)` is -25n. Throws when that is not a whole number. */
export const scaleDecimal = (value: number, scale: bigint): bigint => {
  const decimals = countDecimals(value);
  const scaled = BigInt(String(value).replace(".", "")) * scale;
  const unit = 10n ** BigInt(decimals);
  if (scaled % unit !== 0n) throw new Error(`A limit must be a whole number at scale ${scale}, found ${value}.`);
  return scaled / unit;
};

/**
 * numerator / denominator as the number with that many decimals, halves away from zero.
 * `roundFraction({ numerator: 2n, denominator: 3n }, 6)` is 0.666667. Throws when the denominator is not positive.
 */
export const roundFraction = ({ numerator, denominator }: Fraction, decimals: number): number => {
  if (denominator <= 0n) throw new Error("A fraction must have a positive denominator.");
  const size = numerator < 0n ? -numerator : numerator;
  const units = (2n * size * 10n ** BigInt(decimals) + denominator) / (2n * denominator);
  const digits = units.toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const rounded = Number(`${digits.slice(0, cut)}.${digits.slice(cut)}`);
  return numerator < 0n && units !== 0n ? -rounded : rounded;
};

/** The nearest multiple of a positive step, halves upwards: `roundToStep(-5n, 2n)` is -4n. */
export const roundToStep = (value: bigint, step: bigint): bigint => {
  const doubled = 2n * value + step;
  const rest = doubled % (2n * step);
  return (doubled - (rest < 0n ? rest + 2n * step : rest)) / 2n;
};

/** Sum of fractions; those with the same denominator are added first, so tens of thousands of teams stay cheap. */
export const sumFractions = (fractions: Iterable<Fraction>): Fraction => {
  const byDenominator = new Map<bigint, bigint>();
  for (const { numerator, denominator } of fractions)
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator);
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  for (const [denominator, numerator] of byDenominator) sum = addFractions(sum, { numerator, denominator });
  return sum;
};

const addFractions = (left: Fraction, right: Fraction): Fraction => {
  const shared = findCommonDivisor(left.denominator, right.denominator);
  const toRight = right.denominator / shared;
  return {
    numerator: left.numerator * toRight + right.numerator * (left.denominator / shared),
    denominator: left.denominator * toRight,
  };
};
