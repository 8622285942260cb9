/**
 * How far the people of one team agree: rwg; exact moments per item of one team in, 0 (none) to 1 (complete) out.
 *
 * The variance of the answers is compared with E = (A^2 - 1) / 12, that of answers at random over A options. With S the mean of
 * the items' sample variances: rwg = 1 - S / E (James, Demaree & Wolf 1984; of several items it is the r*wg(j) of Lindell et al. 1999),
 * and rwg(j) = J x (1 - S / E) / (J x (1 - S / E) + S / E) for J items, which grows with J. Below 0 counts as 0.
 * High agreement beside a low ICC can be pseudo-agreement, which also teams put together at random show (Woehr et al. 2015).
 */
import { type GroupMoments, sampleVariance } from "./sample-variance.ts";

type Team = Readonly<{
  /** Per item, over the same people: those who answered every item. */
  items: readonly GroupMoments[];
  /** Number of answer options: 5 for 1 to 5. */
  options: number;
  /** Whole numbers of the moments per point; 1 when left out. */
  factor?: bigint;
}>;

/**
 * 1 - S / E; null below two people, and without items.
 *
 * @example rwg({ items: [{ respondents: 4, sum: 10n, sum_squares: 28n }], options: 5 }) // 1,3,3,3: variance 1, E 2: 0.5
 */
export function rwg(team: Team): number | null {
  const share = compareWithChance(team);
  return share === null ? null : Math.max(0, 1 - share);
}

/** rwg(j); of one item the same as rwg. null below two people, and without items. */
export function rwgj(team: Team): number | null {
  const share = compareWithChance(team);
  if (share === null) return null;
  const agreeing = team.items.length * Math.max(0, 1 - share);
  return agreeing / (agreeing + share);
}

/** S / E. */
function compareWithChance({ items, options, factor = 1n }: Team): number | null {
  const variances = items.map((item) => sampleVariance(item, factor)).filter((variance) => variance !== null);
  if (variances.length === 0 || variances.length < items.length) return null;
  const mean = variances.reduce((total, variance) => total + variance, 0) / variances.length;
  return mean / ((options ** 2 - 1) / 12);
}
