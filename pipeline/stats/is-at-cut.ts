/** Whether a score is at a published cut, compared in whole numbers; an exact score and a cut in, yes or no out. */

import type { Cut } from "../../schemas/instrument.ts";

type Side = "at_least" | "above" | "at_most" | "below";

/** A fraction with a denominator above 0: of a mean the sum of the answers over their number. */
type Score = Readonly<{ numerator: bigint; denominator: bigint }>;

/**
 * Compares sum with cut x answered, never a rounded mean: several published cuts lie between scores that can occur.
 *
 * @example isAtCut({ numerator: 16n, denominator: 5n }, { at_least: 3.2 }) // true: 16 x 10 >= 32 x 5
 */
export function isAtCut(score: Score, cut: Cut): boolean {
  const { side, limit } = readLimit(cut);
  const difference = score.numerator * limit.denominator - limit.numerator * score.denominator;
  return { at_least: difference >= 0n, above: difference > 0n, at_most: difference <= 0n, below: difference < 0n }[
    side
  ];
}

/** The side of a cut and its limit as it is written: at least 2.54 is 254 / 100. Throws on 1e-7 and NaN. */
export function readLimit(cut: Cut): { side: Side; limit: Score } {
  const [[side, limit]] = Object.entries(cut) as [[Side, number]];
  return { side, limit: readDecimal(limit) };
}

/** A plain decimal as it is written: 3.2 is 32 / 10. Throws on 1e-7 and NaN. */
export function readDecimal(value: number): Score {
  const written = /^(-?\d+)(?:\.(\d+))?$/.exec(String(value));
  if (written === null) throw new Error(`A limit must be a plain decimal number, found ${value}.`);
  const [, whole, decimals = ""] = written;
  return { numerator: BigInt(`${whole}${decimals}`), denominator: 10n ** BigInt(decimals.length) };
}
