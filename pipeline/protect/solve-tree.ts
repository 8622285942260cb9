/**
 * Chooses which units of one tree are published so that the k-rule holds and the most weight is shown.
 *
 * In: units, parents before children, with the people directly in each; out: the published units.
 * The k-rule: what is left of a published unit after its nearest published descendants are taken out is nobody
 * or at least k people. On one tree that is exactly the demand that no linear combination of published sums is
 * about 1 to k-1 people: these remainders are disjoint and span the same space as the published groups.
 *
 * An exact dynamic programme over min(people not covered by a published unit, k), as seen from above: O(units x k^2)
 * and without recursion, so depth does not matter. Worth is a pair of integers, weight before preference. What is
 * still equal goes to the solution met first, children joined from last to first: the same input, the same answer.
 */
import type { Unit } from "../../schemas/roster.ts";

export type TreeUnit = Pick<Unit, "unit" | "parent">;

/** What publishing a unit is worth: integers from 0; preference only decides between equal weights. */
export type Worth = Readonly<{ weight: number; preference: number }>;

export type TreeProblem<U extends TreeUnit> = Readonly<{
  /** Parents before children. */
  units: readonly U[];
  /** People directly in each unit; a unit that is not there has nobody. */
  counts: ReadonlyMap<string, number>;
  /** May this unit be published? One with fewer than k people in its subtree never is. */
  isEligible: (unit: U) => boolean;
  weigh: (unit: U) => Worth;
  k: number;
}>;

type Table = Readonly<{
  states: number;
  parents: Int32Array;
  /** Per unit and state: greatest weight inside its subtree, -1 when the state can't be reached. */
  weights: Float64Array;
  preferences: Float64Array;
  /** Per unit and state of its parent with this unit joined: parent's state before x states + own state. */
  joins: Int32Array;
  /** Per unit: 0 when it is best unpublished in state 0, else 1 + the state below it. */
  published: Int32Array;
}>;

/**
 * The safe set of greatest weight, then of greatest preference; empty when nothing can be shown.
 * Throws when a parent does not come first, or a count is not a whole number from 0.
 */
export const solveTree = <U extends TreeUnit>(problem: TreeProblem<U>): ReadonlySet<string> => {
  const table = startTable(problem);
  const totals = addUpCounts(problem, table.parents);
  for (let index = problem.units.length - 1; index >= 0; index -= 1) {
    const unit = problem.units[index] as U;
    const isOpen = (totals[index] as number) >= problem.k && problem.isEligible(unit);
    if (isOpen) tryPublishing(table, index, problem.weigh(unit));
    joinParent(table, index);
  }
  return traceBack(problem.units, table);
};

const startTable = <U extends TreeUnit>({ units, counts, k }: TreeProblem<U>): Table => {
  const states = k + 1;
  const weights = new Float64Array(units.length * states).fill(-1);
  units.forEach(({ unit }, index) => {
    weights[index * states + Math.min(readCount(counts, unit), k)] = 0;
  });
  return {
    states,
    parents: indexParents(units),
    weights,
    preferences: new Float64Array(units.length * states),
    joins: new Int32Array(units.length * states),
    published: new Int32Array(units.length),
  };
};

const readCount = (counts: ReadonlyMap<string, number>, unit: string): number => {
  const count = counts.get(unit) ?? 0;
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new Error(
    `The people directly in unit ${unit} must be a whole number from 0: a total can't be below its parts.`,
  );
};

/** Position of each unit's parent, -1 for a unit without one. */
const indexParents = (units: readonly TreeUnit[]): Int32Array => {
  const positions = new Map<string, number>();
  return Int32Array.from(units, ({ unit, parent }, index) => {
    const position = parent === null ? -1 : positions.get(parent);
    if (position === undefined) throw new Error(`Unit ${unit} must come after its parent ${parent}.`);
    positions.set(unit, index);
    return position;
  });
};

const addUpCounts = <U extends TreeUnit>({ units, counts }: TreeProblem<U>, parents: Int32Array): Float64Array => {
  const totals = Float64Array.from(units, ({ unit }) => counts.get(unit) ?? 0);
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const parent = parents[index] as number;
    if (parent >= 0) totals[parent] = (totals[parent] as number) + (totals[index] as number);
  }
  return totals;
};

/** Publishing needs nobody or at least k people uncovered below, and leaves nobody uncovered above. */
const tryPublishing = ({ states, weights, preferences, published }: Table, index: number, worth: Worth): void => {
  const covered = index * states;
  for (const below of [0, states - 1]) {
    if ((weights[covered + below] as number) < 0) continue;
    const weight = (weights[covered + below] as number) + worth.weight;
    const preference = (preferences[covered + below] as number) + worth.preference;
    if (!isBetter(weight, preference, weights, preferences, covered)) continue;
    weights[covered] = weight;
    preferences[covered] = preference;
    published[index] = 1 + below;
  }
};

/** Adds a finished unit's states to those of its parent; uncovered people add up, capped at k. */
const joinParent = ({ states, parents, weights, preferences, joins }: Table, index: number): void => {
  const parent = parents[index] as number;
  if (parent < 0) return;
  const above = parent * states;
  const own = index * states;
  const joinedWeights = new Float64Array(states).fill(-1);
  const joinedPreferences = new Float64Array(states);
  for (let before = 0; before < states; before += 1) {
    if ((weights[above + before] as number) < 0) continue;
    for (let state = 0; state < states; state += 1) {
      if ((weights[own + state] as number) < 0) continue;
      const joined = Math.min(before + state, states - 1);
      const weight = (weights[above + before] as number) + (weights[own + state] as number);
      const preference = (preferences[above + before] as number) + (preferences[own + state] as number);
      if (!isBetter(weight, preference, joinedWeights, joinedPreferences, joined)) continue;
      joinedWeights[joined] = weight;
      joinedPreferences[joined] = preference;
      joins[own + joined] = before * states + state;
    }
  }
  weights.set(joinedWeights, above);
  preferences.set(joinedPreferences, above);
};

const isBetter = (
  weight: number,
  preference: number,
  weights: Float64Array,
  preferences: Float64Array,
  at: number,
): boolean => weight > (weights[at] as number) || (weight === weights[at] && preference > (preferences[at] as number));

/** Walks down from each root's best state; children were joined last to first, so the first is undone first. */
const traceBack = (units: readonly TreeUnit[], table: Table): ReadonlySet<string> => {
  const { states, parents, joins, published } = table;
  const inside = new Int32Array(units.length);
  const chosen = new Set<string>();
  units.forEach(({ unit }, index) => {
    const parent = parents[index] as number;
    let state = parent < 0 ? findBestState(table, index) : 0;
    if (parent >= 0) {
      const join = joins[index * states + (inside[parent] as number)] as number;
      inside[parent] = Math.floor(join / states);
      state = join % states;
    }
    const isPublished = state === 0 && published[index] !== 0;
    if (isPublished) chosen.add(unit);
    inside[index] = isPublished ? (published[index] as number) - 1 : state;
  });
  return chosen;
};

const findBestState = ({ states, weights, preferences }: Table, index: number): number => {
  const start = index * states;
  let best = 0;
  for (let state = 1; state < states; state += 1) {
    const at = start + state;
    if (isBetter(weights[at] as number, preferences[at] as number, weights, preferences, start + best)) best = state;
  }
  return best;
};
