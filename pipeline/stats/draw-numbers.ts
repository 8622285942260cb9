/**
 * Seeded random numbers for simulations: the same seed gives the same numbers on every machine.
 * Source: sfc32, C. Doty-Humphrey, PractRand; normal numbers by inverting their distribution, without the engine's own logarithm.
 */
import quantile from "@stdlib/stats-base-dists-normal-quantile";

export type Draws = Readonly<{
  /** Between 0 and 1, neither included. */
  share: () => number;
  /** Mean 0, variance 1. */
  normal: () => number;
}>;

/** `seed` is a whole number; its last 32 bits count. */
export function startDraws(seed: number): Draws {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp++) next();
  const share = () => (next() + 0.5) / 2 ** 32;
  return { share, normal: () => quantile(share(), 0, 1) };
}
