/** Seeded randomness for the example release: the same numbers on every machine. */

/** A generator of standard normal numbers (Box-Muller on mulberry32). */
export function seededNormal(seed: number): () => number {
  const uniform = seededUniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A generator of uniform numbers in [0, 1), mulberry32. */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal probability, Abramowitz and Stegun 7.1.26 (error below 1e-7): good enough for an invented example. */
export function normalProbability(value: number): number {
  const scaled = Math.abs(value) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * scaled);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const error = 1 - series * Math.exp(-scaled * scaled);
  return value < 0 ? (1 - error) / 2 : (1 + error) / 2;
}

/** A number rounded to a count of decimals. */
export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
