/**
 * Under stayers "unchanged" an attacker may take it that who stayed answered the same, so that a team's two waves subtract to its
 * leavers and joiners. In: a draft and who is behind it; out: the groups of later waves that must not be shown beside earlier ones.
 * Older waves and earlier releases go before newer ones; of a wave the most is kept, weighed as always.
 */
import type { Membership } from "../../schemas/membership.ts";
import { readGroupId } from "../ledger/find-groups.ts";
import type { NumberedRelease } from "../ledger/open-ledger.ts";
import { type StackedBase, stackSystems } from "../ledger/stack-systems.ts";
import { chooseGroups } from "../protect/k-rule/choose-groups.ts";
import { nameSegment } from "../protect/segments/list-segments.ts";
import type { Draft } from "../publish/compose-release.ts";

/** Names of hidden groups (a unit, or a segment of one) by wave, instrument and kind of figure. */
export type Hidden = ReadonlyMap<string, ReadonlySet<string>>;

export const nameHidden = (wave: string, instrument: string, kind: "mean" | "detail"): string =>
  `${wave}\n${instrument}\n${kind}`;

export async function findHidden(
  draft: Draft,
  memberships: readonly Membership[],
  earlier: readonly NumberedRelease[],
): Promise<Hidden> {
  const number = 1 + Math.max(0, ...earlier.map((one) => one.number));
  const hidden = new Map<string, Set<string>>();
  for (const base of stackSystems({ earlier, release: draft, memberships, number }))
    if (base.instrument !== null && base.kind !== "participation" && base.waves.length > 1)
      for (const { wave, group } of await hideInBase(base, draft, number)) {
        const name = nameHidden(wave, base.instrument, base.kind);
        hidden.set(name, (hidden.get(name) ?? new Set()).add(group));
      }
  return hidden;
}

async function hideInBase({ system, k, waves }: StackedBase, draft: Draft, number: number) {
  const groups = system.groups.map((group) => ({ ...group, ...readGroupId(group.id) }));
  const weights = new Map(draft.units.map((unit) => [unit.unit, weigh(unit)]));
  const fixed = groups.filter(({ release }) => release !== number);
  const hidden: { wave: string; group: string }[] = [];
  for (const { wave } of draft.waves.filter((one) => waves.includes(one.wave))) {
    const own = groups.filter((one) => one.release === number && one.wave === wave);
    const candidates = own.map((one) => ({ ...one, weight: weights.get(one.unit) ?? 1 }));
    const result = await chooseGroups({ weights: system.weights, fixed, candidates, k });
    // What was published before leaks by itself: the ledger says so.
    if (result.status === "conflict") return hidden;
    fixed.push(...own.filter(({ id }) => result.chosen.has(id)));
    for (const { id, unit, segment } of own)
      if (!result.chosen.has(id)) hidden.push({ wave, group: segment === null ? unit : nameSegment(unit, segment) });
  }
  return hidden;
}

/** As units are weighed when they are chosen; a roll-up takes nobody's place. */
const weigh = ({ level, leaf, members }: Draft["units"][number]): number => {
  if (members !== undefined) return 1;
  if (level === 0) return 1_000_000;
  return level === 1 && !leaf ? 30_000 : 1000;
};
