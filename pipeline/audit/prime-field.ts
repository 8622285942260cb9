/**
 * Arithmetic modulo a prime for the search, and the way back to fractions.
 * In and out: whole numbers from 0 to prime - 1, kept in doubles; products stay below 2^52, so nothing is rounded.
 */

/** The largest prime below 2^26. */
export const prime = 67108859;

/** The product of two residues. */
export const multiply = (left: number, right: number): number => (left * right) % prime;

/** The residue of left - right. */
export const subtract = (left: number, right: number): number => (left >= right ? left - right : left - right + prime);

/** The residue that gives 1 with `value`, by Euclid's algorithm. Throws for 0. */
export const invert = (value: number): number => {
  if (value === 0) throw new Error("0 has no inverse.");
  let [rest, next] = [prime, value];
  let [before, factor] = [0, 1];
  while (next !== 0) {
    const times = Math.floor(rest / next);
    [rest, next] = [next, rest - times * next];
    [before, factor] = [factor, before - times * factor];
  }
  return before < 0 ? before + prime : before;
};

/** A fraction in lowest terms with a positive denominator. */
export type SmallFraction = Readonly<{ numerator: number; denominator: number }>;

const largest = Math.floor(Math.sqrt(prime / 2));

/**
 * The one fraction with numerator and denominator up to 5792 that a residue stands for (Wang's rational reconstruction);
 * null when there is none. `findFraction(prime - 1)` is -1 / 1.
 */
export const findFraction = (value: number): SmallFraction | null => {
  let [rest, next] = [prime, value];
  let [before, factor] = [0, 1];
  while (next > largest) {
    const times = Math.floor(rest / next);
    [rest, next] = [next, rest - times * next];
    [before, factor] = [factor, before - times * factor];
  }
  if (factor === 0 || Math.abs(factor) > largest) return null;
  return factor < 0 ? { numerator: -next, denominator: -factor } : { numerator: next, denominator: factor };
};
