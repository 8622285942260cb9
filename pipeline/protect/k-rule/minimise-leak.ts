/**
 * Explains a leak: groups that cannot all be published together, and could if any one of them were left out.
 *
 * In: a system and a leak in it; out: ids. Groups that are fixed are left out last, so that as few others as possible are blamed.
 */
import { defaultBudget, findLeak } from "./find-leak.ts";
import type { Leak, System } from "./system.ts";

/** Ids in the order of the system. At least one; `fixed` has the ids of groups that were published before. */
export const minimiseLeak = (
  { weights, groups }: System,
  leak: Leak,
  k: number,
  fixed: ReadonlySet<string> = new Set(),
  budget = defaultBudget,
): readonly string[] => {
  const named = new Set(leak.combination.map(({ id }) => id));
  let left = groups.filter(({ id }) => named.has(id));
  const last = [...left].reverse();
  for (const group of [...last.filter(({ id }) => !fixed.has(id)), ...last.filter(({ id }) => fixed.has(id))]) {
    const without = left.filter((other) => other !== group);
    if (findLeak({ weights, groups: without }, k, budget) !== null) left = without;
  }
  return left.map(({ id }) => id);
};
