/**
 * Both ICC(1) and the ICC(2) of one measure, from what is published alone.
 *
 * In: teams with their published sums, the published squares within them; out: a number each, or nothing where it would divide
 * by 0. With MSB and MSW the mean squares of a one-way analysis of variance: ICC(1) = (MSB - MSW) / (MSB + (k - 1) MSW), k
 * being N / J as in the R package multilevel, or k0 = (N - sum of n^2 / N) / (J - 1), unbiased with unequal teams; ICC(2) =
 * (MSB - MSW) / MSB (Bliese 2000). Whoever holds the release can compute all three, so they tell nothing new.
 */
import { type Fraction, roundFraction } from "./divide-exactly.ts";
import { sumSquaresBetween, type Team } from "./sum-squares.ts";

type Name = "icc1_mean_group_size" | "icc1_adjusted_group_size" | "icc2";

/** To `decimals` places, in this order: k = N / J, k = k0, ICC(2). An ICC can be negative. */
export const releaseIcc = (
  teams: readonly Team[],
  within: Fraction,
  decimals: number,
): { statistic: Name; value: number }[] => {
  const [groups, respondents] = [BigInt(teams.length), addUp(teams.map((team) => team.respondents))];
  const between = sumSquaresBetween(teams);
  // Both mean squares times (J - 1) (N - J) and both denominators, so that the only division is the last.
  const b = between.numerator * within.denominator * (respondents - groups);
  const w = within.numerator * between.denominator * (groups - 1n);
  const squaredSizes = addUp(teams.map((team) => team.respondents ** 2n));
  const icc1 = (size: Fraction): Fraction => ({
    numerator: size.denominator * (b - w),
    denominator: size.denominator * b + (size.numerator - size.denominator) * w,
  });
  const found: { statistic: Name; icc: Fraction }[] = [
    { statistic: "icc1_mean_group_size", icc: icc1({ numerator: respondents, denominator: groups }) },
    {
      statistic: "icc1_adjusted_group_size",
      icc: icc1({ numerator: respondents ** 2n - squaredSizes, denominator: respondents * (groups - 1n) }),
    },
    { statistic: "icc2", icc: { numerator: b - w, denominator: b } },
  ];
  return found
    .filter(({ icc }) => icc.denominator > 0n)
    .map(({ statistic, icc }) => ({ statistic, value: roundFraction(icc, decimals) }));
};

const addUp = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
