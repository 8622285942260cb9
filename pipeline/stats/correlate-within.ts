/**
 * Correlations between scores of the same people, around the mean of their own team; exact sums per team in, a symmetric matrix out.
 *
 * What differs between teams is taken out, so that a correlation says how people within one team differ together (Snijders & Bosker
 * 2012, Multilevel Analysis, 2nd ed., ch. 3). All people as one team give the ordinary correlations.
 */

/** One team: how many people, per score its sum, and per pair of scores the sum of their products; whole numbers. */
export type TeamProducts = Readonly<{
  respondents: number;
  sums: readonly bigint[];
  products: readonly (readonly bigint[])[];
}>;

/** Sums of squares and products around the teams' means; a team without people does not count. */
export type WithinProducts = readonly (readonly number[])[];

/**
 * 1 on the diagonal; null without scores and when a score does not differ within any team.
 *
 * @example correlateWithin([{ respondents: 2, sums: [3n, 5n], products: [[5n, 8n], [8n, 13n]] }]) // 1,2 and 2,3: 1
 */
export function correlateWithin(teams: readonly TeamProducts[]): WithinProducts | null {
  return scaleProducts(addProducts(teams.map(centreProducts)));
}

/** Of one team: exact up to the one division, so that nothing cancels. */
export function centreProducts({ respondents, sums, products }: TeamProducts): WithinProducts {
  if (respondents === 0) return sums.map(() => sums.map(() => 0));
  return sums.map((sum, i) =>
    sums.map((other, j) => Number(BigInt(respondents) * (products[i]?.[j] as bigint) - sum * other) / respondents),
  );
}

/** Element by element; no matrices give none. */
export function addProducts(matrices: readonly WithinProducts[]): WithinProducts {
  const [first = []] = matrices;
  const total = first.map((row) => row.map(() => 0));
  for (const matrix of matrices)
    matrix.forEach((row, i) => {
      const into = total[i] as number[];
      row.forEach((value, j) => {
        into[j] = (into[j] as number) + value;
      });
    });
  return total;
}

/** From sums of products to correlations. */
export function scaleProducts(products: WithinProducts): WithinProducts | null {
  const roots = products.map((row, i) => Math.sqrt(row[i] as number));
  if (roots.length === 0 || roots.some((root) => !(root > 0))) return null;
  return products.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / (roots[i] as number) / (roots[j] as number))),
  );
}
