/**
 * The set attack across waves, for a policy by which an attacker may take it that who stayed answered the same.
 *
 * In: the bases of one release; out: per instrument that was asked in several waves the leaks of all its waves together. A
 * person is one unknown in all waves; somebody without a person part is another one in every wave.
 */
import type { Leak, Unproven } from "../../schemas/certificate.ts";
import type { BaseContext } from "./attack-base.ts";
import { hasAnswered, keyOf } from "./attack-base.ts";
import { attackSets } from "./attack-sets.ts";
import { buildSystem } from "./build-system.ts";
import type { Base } from "./find-bases.ts";
import { nameSetLeaks } from "./name-set-leaks.ts";
import { placePeople } from "./place-people.ts";

/** One row per series. `base` is the one of its newest wave: leaks are told there. */
export type SeriesResult = Readonly<{
  base: Base;
  tested: number;
  leaks: readonly Leak[];
  unproven: readonly Unproven[];
}>;

/** Empty when no instrument was asked twice. Only leaks that need several waves are told: the others are the bases' own. */
export const attackSeries = (bases: readonly Base[], context: BaseContext): SeriesResult[] => {
  const series = new Map<string, Base[]>();
  for (const base of bases) {
    if (base.instrument === null) continue;
    const key = JSON.stringify([base.questionnaire, base.instrument]);
    series.set(key, [...(series.get(key) ?? []), base]);
  }
  return [...series.values()].filter(({ length }) => length > 1).map((own) => attackOne(own, context));
};

const attackOne = (bases: readonly Base[], context: BaseContext): SeriesResult => {
  const newest = findNewest(bases, context);
  const memberships = bases.flatMap((base) => base.memberships);
  const sources = bases.flatMap((base, index) => {
    const before = bases.slice(0, index).reduce((sum, one) => sum + one.memberships.length, 0);
    return base.sources.map((source) => ({ ...source, membership: source.membership + before }));
  });
  const system = buildSystem({
    memberships,
    places: placePeople(memberships, "people"),
    sources: sources.sort((a, b) => b.release - a.release),
    isInBase: (row, membership) => hasAnswered(row, membership, newest.instrument ?? ""),
  });
  const { k } = context.release.policy;
  const result = attackSets(system, k.mean);
  const across = result.leaks.filter(
    ({ combination }) => new Set(combination.map(({ group }) => system.groups[group]?.wave)).size > 1,
  );
  const key = keyOf(newest);
  return {
    base: newest,
    tested: result.tested,
    leaks: nameSetLeaks(system, { ...result, leaks: across }, { ...key, measure: null, k: k.mean, context }),
    unproven: result.complete ? [] : [{ ...key, attack: "set", reason: "more sets than the budget, over all waves" }],
  };
};

const findNewest = (bases: readonly Base[], { release }: BaseContext): Base => {
  const closed = new Map(release.waves.map(({ wave, closed_date }) => [wave, closed_date]));
  const dateOf = ({ wave }: Base) => closed.get(wave) ?? "";
  return bases.reduce((newest, base) => (dateOf(base) > dateOf(newest) ? base : newest));
};
