/** Mean and sample variance of a group from its exact integer moments; sums in, points out. */

/** Of whole-number scores: how many, their sum and the sum of their squares. */
export type GroupMoments = Readonly<{ respondents: number; sum: bigint; sum_squares: bigint }>;

/** In points, `factor` whole numbers being one point; null for nobody. */
export const meanOf = ({ respondents, sum }: GroupMoments, factor: bigint = 1n): number | null =>
  respondents === 0 ? null : Number(sum) / Number(factor) / respondents;

/**
 * Squared points, with n - 1; null below two respondents.
 *
 * @example sampleVariance({ respondents: 3, sum: 9n, sum_squares: 29n }) // 1, of 2, 3 and 4
 */
export const sampleVariance = (group: GroupMoments, factor: bigint = 1n): number | null =>
  group.respondents < 2
    ? null
    : Number(spread(group)) / (group.respondents * (group.respondents - 1)) / Number(factor) ** 2;

/** n x the sum of squares - the square of the sum: exact, so that nothing cancels. */
export const spread = ({ respondents, sum, sum_squares }: GroupMoments): bigint =>
  BigInt(respondents) * sum_squares - sum * sum;
