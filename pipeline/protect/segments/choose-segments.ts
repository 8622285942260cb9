/**
 * Chooses the segments whose figures are published next to the units of one block.
 *
 * In: atoms (counts), the units shown, the policy; out: segments. A segment needs the k of crossed groups, and as many people of
 * its unit outside it as the k of the mean: a segment that is the whole unit tells of everyone what they said of themselves.
 * Units are never hidden for a segment. Of all sets that keep the k-rule with them the one of greatest weight is taken, weighed as
 * units are. Only counts come in.
 */
import type { Atom } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { weighUnit } from "../choose-shown.ts";
import { chooseGroups } from "../k-rule/choose-groups.ts";
import type { Group } from "../k-rule/system.ts";
import { gatherAtoms, listSegments, type SegmentGroup } from "./list-segments.ts";

/** `gap`: how much weight the best set could have more, 0 when it is the best; null for no segments at all. */
export type ChosenSegments = Readonly<{ segments: readonly SegmentGroup[]; gap: number | null }>;

/** Positions of `earlier` groups are those of `atoms`: groups of the same people that were published before. */
export const chooseSegments = async (input: {
  readonly units: readonly Unit[];
  readonly atoms: readonly Atom[];
  readonly attributes: readonly string[];
  readonly shown: ReadonlySet<string>;
  readonly policy: Policy;
  readonly earlier?: readonly Group[];
}): Promise<ChosenSegments> => {
  const { units, atoms, shown, policy, earlier = [] } = input;
  const gathered = gatherAtoms(units, atoms);
  const people = (positions: readonly number[]) =>
    positions.reduce((sum, position) => sum + (atoms[position]?.respondents ?? 0), 0);
  const open = listSegments(units, atoms, input.attributes).filter(
    ({ unit, respondents }) =>
      shown.has(unit) &&
      respondents >= policy.k.crossed &&
      people(gathered.get(unit) ?? []) - respondents >= policy.k.mean,
  );
  if (open.length === 0) return { segments: [], gap: null };
  const weights = new Map(units.map((unit) => [unit.unit, weighUnit(unit)]));
  const result = await chooseGroups({
    weights: atoms.map(({ respondents }) => respondents),
    fixed: [...[...shown].map((unit) => ({ id: unit, atoms: gathered.get(unit) ?? [] })), ...earlier],
    candidates: open.map(({ id, unit, atoms: own }) => ({ id, atoms: own, weight: weights.get(unit) ?? 1 })),
    k: policy.k.mean,
  });
  if (result.status === "conflict") throw new Error("The units shown must keep the k-rule by themselves.");
  const gap = result.status === "gap" ? Math.max(result.bound - result.weight, 0) : 0;
  return { segments: open.filter(({ id }) => result.chosen.has(id)), gap };
};
