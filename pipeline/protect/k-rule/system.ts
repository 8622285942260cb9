/** Groups of respondents as an exact system: what the k-rule is about. */

/**
 * One row per respondent base. An atom is a set of respondents that no group tells apart; `weights` has the people in each,
 * whole numbers from 1.
 */
export type System = Readonly<{ weights: readonly number[]; groups: readonly Group[] }>;

/** A group whose sum is, or would be, published. `atoms` are positions in `weights`, ascending, each once. */
export type Group = Readonly<{ id: string; atoms: readonly number[] }>;

/**
 * A combination of groups that is about 1 to k - 1 respondents: the sum of coefficient x group. Coefficients are whole numbers
 * without a common divisor. `respondents` null: not found, but the search ran out of its budget, which counts as a leak.
 */
export type Leak = Readonly<{
  respondents: number | null;
  combination: readonly Readonly<{ id: string; coefficient: bigint }>[];
}>;
