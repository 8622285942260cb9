/**
 * Where one person can be when the sum of some people is known. People of a group are interchangeable: with their sum between L
 * and H, one of w can be anywhere between L - (w - 1) x maximum and H - (w - 1) x minimum, within the scale.
 */
import type { Scale } from "./read-sums.ts";

export type Range = Readonly<{ low: number; high: number }>;

/** Shares are compared with this tolerance: the solver misses rows by up to 1e-7. */
export const tolerance = 1e-6;

/** Limits for one of `people`; low is above high when the sum can't be. */
export const findPersonRange = (sum: Range, people: number, { minimum, maximum }: Scale): Range => ({
  low: Math.max(minimum, sum.low - (people - 1) * maximum),
  high: Math.min(maximum, sum.high - (people - 1) * minimum),
});

/** The share of the scale between the limits, 0 where they cross. */
export const measureShare = ({ low, high }: Range, { minimum, maximum }: Scale): number =>
  Math.max(0, (high - low) / (maximum - minimum));
