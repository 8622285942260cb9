/**
 * Decides which hidden units are shown together as "the rest of" the unit above them, so that their people are not lost.
 *
 * In: the tree, people per unit and the units shown without roll-ups; out: roll-ups, at most one per shown unit. A roll-up puts
 * together everyone in its parent who is in no shown unit below it: the people directly in the parent and every unit below it in
 * which nothing is shown. It is what is left of the parent when its shown units are taken out, so that it covers as many people as
 * can be covered, and tells nothing that subtracting would not. Only counts come in.
 */
import type { Unit } from "../../../schemas/roster.ts";

/** `members` are units right below `parent`; the people directly in the parent belong to it as well. */
export type RollUp = Readonly<{ unit: string; parent: string; members: readonly string[] }>;

/** The code of a roll-up. No code of a roster may end like it. */
export const nameRollUp = (parent: string): string => `${parent}:rest`;

/**
 * Roll-ups of at least `k` respondents that put together at least two groups of people, and are less than the whole of their parent.
 * `respondents` are per unit over its subtree. `taken` are units that have their roll-up already: it was fixed at first use.
 */
export const planRollUps = (input: {
  readonly units: readonly Unit[];
  readonly respondents: ReadonlyMap<string, number>;
  readonly shown: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly k: number;
}): RollUp[] => {
  const { units, respondents, shown, taken, k } = input;
  const read = (unit: string) => respondents.get(unit) ?? 0;
  const children = groupByParent(units);
  const open = findShowing(units, shown);
  return units.flatMap(({ unit }) => {
    const below = children.get(unit) ?? [];
    if (!shown.has(unit) || taken.has(unit) || !below.some((child) => open.has(child))) return [];
    const members = below.filter((child) => !open.has(child));
    const direct = below.reduce((left, child) => left - read(child), read(unit));
    const people = [direct, ...members.map(read)];
    const groups = people.filter((count) => count > 0).length;
    const total = people.reduce((sum, count) => sum + count, 0);
    return groups >= 2 && total >= k ? [{ unit: nameRollUp(unit), parent: unit, members }] : [];
  });
};

const groupByParent = (units: readonly Unit[]): ReadonlyMap<string, string[]> => {
  const children = new Map<string, string[]>();
  for (const { unit, parent } of units) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [unit]);
    else siblings.push(unit);
  }
  return children;
};

/** Units that are shown or have a shown unit below them. */
const findShowing = (units: readonly Unit[], shown: ReadonlySet<string>): ReadonlySet<string> => {
  const open = new Set<string>();
  for (const { unit, parent } of [...units].reverse()) {
    if (shown.has(unit)) open.add(unit);
    if (open.has(unit) && parent !== null) open.add(parent);
  }
  return open;
};
