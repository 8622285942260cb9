/**
 * Divides R squared over predictors by what each adds, averaged over all orders of entry; correlations in, one share per predictor out.
 * Source: Lindeman, Merenda & Gold (1980); Shapley (1953). Shown beside relative weights to see whether the method matters; the work
 * doubles with every predictor.
 */
import { solveSymmetric } from "./solve-symmetric.ts";

const mostPredictors = 12;

/**
 * Same arguments as `johnsonWeights`; the shares add up to R squared. null when a predictor is a combination of others.
 * Throws above 12 predictors.
 *
 * @example shapleyWeights([[1, 0], [0, 1]], [0.3, -0.4]) // 0.09 and 0.16
 */
export function shapleyWeights(
  between: readonly (readonly number[])[],
  withOutcome: readonly number[],
): readonly number[] | null {
  const predictors = withOutcome.length;
  if (predictors > mostPredictors) throw new Error(`Shapley weights can't be computed for ${predictors} predictors.`);
  const explained = Array.from({ length: 2 ** predictors }, (_, set) => explain(membersOf(set), between, withOutcome));
  if (explained.includes(null)) return null;
  return withOutcome.map((_, j) => {
    let share = 0;
    for (let set = 0; set < explained.length; set++)
      if ((set & (1 << j)) === 0)
        share += weighSet(set, predictors) * ((explained[set | (1 << j)] as number) - (explained[set] as number));
    return share;
  });
}

const membersOf = (set: number): number[] =>
  Array.from({ length: mostPredictors }, (_, j) => j).filter((j) => (set & (1 << j)) !== 0);

/** How many orders of entry have just this set before a given other predictor, as a share of all orders. */
function weighSet(set: number, predictors: number): number {
  const before = membersOf(set).length;
  return (factorial(before) * factorial(predictors - before - 1)) / factorial(predictors);
}

const factorial = (value: number): number => (value <= 1 ? 1 : value * factorial(value - 1));

function explain(
  members: readonly number[],
  between: readonly (readonly number[])[],
  withOutcome: readonly number[],
): number | null {
  const correlations = members.map((j) => withOutcome[j] as number);
  const among = members.map((i) => members.map((j) => between[i]?.[j] as number));
  const solution = solveSymmetric(among, correlations);
  return solution?.reduce((sum, one, index) => sum + one * (correlations[index] as number), 0) ?? null;
}
