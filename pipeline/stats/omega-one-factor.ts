/**
 * McDonald's omega of a scale with one factor; exact sums and products of its items in, loadings and omega out.
 *
 * Omega = (sum of loadings)^2 / ((sum of loadings)^2 + sum of (1 - loading^2)), on the correlations of the items (McDonald 1999,
 * Test Theory). Loadings by principal axis factoring, repeated: the diagonal of the correlation matrix holds the communalities,
 * 0.5 at first and then the squared loadings on the first axis of the matrix, until they stand still. That is the minres solution.
 */
import type { ItemProducts } from "../../schemas/cell.ts";
import { findLargestEigenpair } from "./eigenpairs.ts";

/** Omega 0-1 and a loading per item, most of them positive. */
export type OneFactor = Readonly<{ omega: number; loadings: readonly number[] }>;

const firstCommunality = 0.5;
const standsStill = 1e-13;
const maximumRounds = 5000;

/**
 * null without a proper solution: fewer than three items, an item that everybody answered alike, no common factor, a
 * communality above 1, or communalities that do not come to rest.
 *
 * @example items that all correlate 0.5 load sqrt(0.5); of three of them omega is 0.75: (3 x 0.7071)^2 = 4.5, 4.5 / (4.5 + 1.5)
 */
export function omegaOneFactor(items: ItemProducts): OneFactor | null {
  const correlations = correlate(items);
  if (correlations === null || correlations.length < 3) return null;
  const loadings = findLoadings(correlations);
  if (loadings === null || loadings.some((loading) => loading ** 2 > 1)) return null;
  const common = loadings.reduce((total, loading) => total + loading, 0) ** 2;
  const unique = loadings.reduce((total, loading) => total + 1 - loading ** 2, 0);
  return { omega: common / (common + unique), loadings };
}

/** Correlations of all pairs; null when an item does not vary. Covariances are exact until the one division. */
function correlate({ respondents, item_sums, item_products }: ItemProducts): number[][] | null {
  const covary = (i: number, j: number) =>
    BigInt(respondents) * (item_products[i]?.[j] as bigint) - (item_sums[i] as bigint) * (item_sums[j] as bigint);
  const spreads = item_sums.map((_, i) => Number(covary(i, i)));
  if (spreads.some((one) => one <= 0)) return null;
  const roots = spreads.map(Math.sqrt);
  return item_sums.map((_, i) =>
    item_sums.map((_, j) => (i === j ? 1 : Number(covary(i, j)) / (roots[i] as number) / (roots[j] as number))),
  );
}

function findLoadings(correlations: readonly (readonly number[])[]): readonly number[] | null {
  let communalities = correlations.map(() => firstCommunality);
  for (let round = 0; round < maximumRounds; round++) {
    const reduced = correlations.map((row, i) => row.map((one, j) => (i === j ? (communalities[i] as number) : one)));
    const { value, vector } = findLargestEigenpair(reduced);
    if (value <= 0) return null;
    const loadings = vector.map((one) => one * Math.sqrt(value));
    const next = loadings.map((loading) => loading ** 2);
    const moved = next.some((one, i) => Math.abs(one - (communalities[i] as number)) >= standsStill);
    if (!moved) return turnUp(loadings);
    communalities = next;
  }
  return null;
}

const turnUp = (loadings: readonly number[]): readonly number[] =>
  loadings.reduce((total, one) => total + one, 0) < 0 ? loadings.map((one) => -one) : loadings;
