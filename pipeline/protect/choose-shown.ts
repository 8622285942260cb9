/**
 * Chooses the units whose figures are published: for a block of measures and for participation.
 *
 * In: units, subtree counts, the policy; out: sets of units. Only counts come in, so what is hidden can't depend on
 * anybody's answers. The organisation weighs 1000, a level-1 unit with units below it 30, every other unit 1 (a
 * level-1 unit without units below it is a team), a roll-up nothing; between equal weights, more people shown.
 */
import type { Policy } from "../../schemas/policy.ts";
import type { Unit } from "../../schemas/roster.ts";
import { solveTree } from "./solve-tree.ts";

/** Units that show their mean or eNPS, and those among them that also show promoters, passives and detractors. */
export type Shown = Readonly<{ mean: ReadonlySet<string>; detail: ReadonlySet<string> }>;

/**
 * The units shown for one block, with `respondents` per unit over its whole subtree.
 *
 * A unit needs k respondents. It then has k invited too: a unit with more answers than invited counts as fully answered.
 * `within` limits the choice to units whose participation is shown. Without it the respondents of a block can give
 * away who did not take part: a department of 46 invited with 5 teams of 9, all shown, where answers add up without
 * a rest, has a manager who did not answer. Within such a set every published count, of every block of the
 * questionnaire, is about whole groups of invited people that are safe together.
 */
export const chooseShown = (input: {
  readonly units: readonly Unit[];
  readonly respondents: ReadonlyMap<string, number>;
  readonly policy: Policy;
  readonly within?: ReadonlySet<string>;
}): Shown => {
  const { units, respondents, policy, within } = input;
  const choose = (k: number, isEligible: (unit: Unit) => boolean) =>
    chooseUnits({ units, people: respondents, answered: respondents, k, isEligible });
  const mean = choose(policy.k.mean, ({ unit }) => within === undefined || within.has(unit));
  return { mean, detail: choose(policy.k.detail, ({ unit }) => mean.has(unit)) };
};

/**
 * The units whose participation in a questionnaire is shown, with `answered` per unit over its whole subtree.
 *
 * What is unknown here is whether an invited person answered, so the k-rule counts the invited; a unit needs k answers
 * as well. Where more people answered than were invited, those who answered count as the invited.
 * Empty when the number of invited is not known for the whole organisation.
 */
export const chooseParticipation = (input: {
  readonly units: readonly Unit[];
  readonly answered: ReadonlyMap<string, number>;
  readonly policy: Policy;
}): ReadonlySet<string> => {
  const { units, answered, policy } = input;
  if (units.some(({ parent, invited_total }) => parent === null && invited_total === null)) return new Set();
  const k = policy.k.mean;
  return chooseUnits({
    units,
    people: countPeople(units, answered),
    answered,
    k,
    isEligible: ({ unit }) => (answered.get(unit) ?? 0) >= k,
  });
};

/** Invited people per unit over its subtree; in a unit with more answers than invited, the answers. */
const countPeople = (units: readonly Unit[], answered: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const answeredDirectly = takeDirect(units, answered);
  const people = new Map<string, number>();
  for (const { unit, parent, invited } of [...units].reverse()) {
    const direct = Math.max(invited ?? 0, answeredDirectly.get(unit) ?? 0);
    const total = (people.get(unit) ?? 0) + direct;
    people.set(unit, total);
    if (parent !== null) people.set(parent, (people.get(parent) ?? 0) + total);
  }
  return people;
};

const chooseUnits = (input: {
  readonly units: readonly Unit[];
  readonly people: ReadonlyMap<string, number>;
  readonly answered: ReadonlyMap<string, number>;
  readonly k: number;
  readonly isEligible: (unit: Unit) => boolean;
}): ReadonlySet<string> =>
  solveTree({
    units: input.units,
    counts: takeDirect(input.units, input.people),
    isEligible: input.isEligible,
    weigh: (unit) => ({ weight: weighUnit(unit), preference: input.answered.get(unit.unit) ?? 0 }),
    k: input.k,
  });

/** What showing a unit is worth. A roll-up counts only where nothing else does: it takes no unit's place. */
export const weighUnit = ({ level, leaf, members }: Unit): number => {
  if (members !== undefined) return 0;
  if (level === 0) return 1000;
  return level === 1 && !leaf ? 30 : 1;
};

/** Subtree totals to the people directly in each unit. */
const takeDirect = (units: readonly Unit[], totals: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const direct = new Map(units.map(({ unit }) => [unit, totals.get(unit) ?? 0]));
  for (const { unit, parent } of units)
    if (parent !== null) direct.set(parent, (direct.get(parent) ?? 0) - (totals.get(unit) ?? 0));
  return direct;
};
