/**
 * Tests the k-rule exactly: is any combination of the published groups about 1 to k - 1 respondents?
 *
 * In: a system of groups; out: such a combination with its coefficients, or null. Nothing is rounded, and null is a proof:
 * groups come in from small to large and each time the search covers everything the new one could give away.
 */
import { admitGroup, type Combination } from "./admit-group.ts";
import { collapse } from "./collapse.ts";
import { startEchelon } from "./echelon.ts";
import { orderBySize } from "./order-by-size.ts";
import type { Group, Leak, System } from "./system.ts";

/** Steps of search for one group; organisations of 5,000 groups take far fewer. */
export const defaultBudget = 200_000;

/**
 * Null when no combination is about 1 to k - 1 respondents, as with no groups at all. Otherwise the first leak found; its
 * `respondents` are null when the search for one group ran out of `budget` steps, which must count as a leak.
 * Throws when an atom is out of place or a weight is not a whole number from 1.
 */
export const findLeak = (system: System, k: number, budget = defaultBudget): Leak | null => {
  const { weights, groups } = collapse(system);
  const echelon = startEchelon(weights, k);
  for (const index of orderBySize(groups)) {
    const verdict = admitGroup(echelon, (groups[index] as Group).atoms, index, { steps: budget });
    if (typeof verdict !== "string") return makeLeak(groups, verdict.leak, verdict.respondents);
  }
  return null;
};

/** A leak by ids, in the order of the groups. */
export const makeLeak = (
  groups: readonly Pick<Group, "id">[],
  combination: Combination,
  respondents: number | null,
): Leak => ({
  respondents,
  combination: [...combination]
    .sort(([one], [other]) => one - other)
    .map(([index, coefficient]) => ({ id: (groups[index] as Group).id, coefficient: BigInt(coefficient) })),
});
