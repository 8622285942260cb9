/**
 * Adds one group to an echelon form of safe groups, if the k-rule still holds.
 *
 * In: the form, a group, what the search may cost; out: what became of it. The form changes only when the group is let in.
 */
import { addRow, type Echelon, hasHeavy, hasParts, reduceGroup } from "./echelon.ts";
import { divideExactly, findCommonDivisor, type Integer } from "./integer.ts";
import { groupOf, type Row, tagOf, weighRow } from "./row.ts";
import type { Budget } from "./search-branch.ts";
import { searchLight } from "./search-light.ts";

/** Coefficient by position of the group; the new group's is positive. */
export type Combination = ReadonlyMap<number, Integer>;

/**
 * "known": can be computed from the groups before, so it tells nothing. "leak": with the groups before it gives a figure about
 * so many respondents, fewer than k; null when the budget ran out, with the groups that would make the new part.
 */
export type Verdict = "added" | "known" | Readonly<{ leak: Combination; respondents: number | null }>;

/** Lets a group in, or says why not. `group` names it in combinations. */
export const admitGroup = (echelon: Echelon, atoms: readonly number[], group: number, budget: Budget): Verdict => {
  const row = reduceGroup(echelon, atoms, group);
  if (!hasParts(row)) return "known";
  if (!hasHeavy(echelon, row)) {
    const found = searchLight(echelon, row, budget);
    if (found === "unsettled") return { leak: readTags(row, group), respondents: null };
    if (found !== "none") return { leak: readTags(found, group), respondents: weighRow(found, echelon.weights) };
  }
  addRow(echelon, row);
  return "added";
};

/** Tags as coefficients of groups, without a common divisor and with the group named positive. */
const readTags = (row: Row, group: number): Combination => {
  const tags = [...row].filter(([column]) => column < 0);
  const shared = tags.reduce<Integer>((divisor, [, value]) => findCommonDivisor(divisor, value), 0);
  const isTurned = (row.get(tagOf(group)) as Integer) < 0;
  return new Map(tags.map(([tag, value]) => [groupOf(tag), divideExactly(value, isTurned ? -shared : shared)]));
};
