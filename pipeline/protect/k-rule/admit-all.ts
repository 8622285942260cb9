/**
 * Lets in as many groups as go, in a given order, on top of fixed ones.
 *
 * In: a problem and an order of variables; out: the variables let in, which are safe together with the fixed groups, and for
 * each other one a cut: variables that, with fixed groups, are not safe together.
 */
import { admitGroup } from "./admit-group.ts";
import { startEchelon } from "./echelon.ts";
import { makeLeak } from "./find-leak.ts";
import { orderBySize } from "./order-by-size.ts";
import type { Problem } from "./prepare-problem.ts";
import type { Group, Leak } from "./system.ts";

/** Not all of these variables together, ascending. Not proven: the search ran out of its budget, which counts as a leak. */
export type Cut = Readonly<{ variables: readonly number[]; proven: boolean }>;

export type Admitted = Readonly<{ admitted: readonly number[]; cuts: readonly Cut[] }>;

/**
 * `budget` is in steps for each group, `budgetOf` for a variable that may have less; a leak of the fixed groups by themselves comes
 * back as such.
 */
export const admitAll = (
  { weights, k, fixed, variables }: Problem,
  order: readonly number[],
  budget: number,
  budgetOf: (variable: number) => number = () => budget,
): Admitted | Leak => {
  const echelon = startEchelon(weights, k);
  for (const index of orderBySize(fixed)) {
    const verdict = admitGroup(echelon, (fixed[index] as Group).atoms, index, { steps: budget });
    if (typeof verdict !== "string") return makeLeak(fixed, verdict.leak, verdict.respondents);
  }
  const admitted: number[] = [];
  const cuts: Cut[] = [];
  for (const variable of order) {
    const { atoms } = variables[variable] as Pick<Group, "atoms">;
    const verdict = admitGroup(echelon, atoms, fixed.length + variable, { steps: budgetOf(variable) });
    if (typeof verdict === "string") admitted.push(variable);
    else
      cuts.push({ variables: takeVariables(verdict.leak.keys(), fixed.length), proven: verdict.respondents !== null });
  }
  return { admitted, cuts };
};

const takeVariables = (groups: Iterable<number>, fixed: number): number[] =>
  [...groups]
    .filter((group) => group >= fixed)
    .map((group) => group - fixed)
    .sort((a, b) => a - b);
