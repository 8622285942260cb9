/** Finds what earlier releases published about exactly the same people, as positions of today's atoms. */
import type { Atom, Block } from "../../schemas/cell.ts";
import type { Membership } from "../../schemas/membership.ts";
import { findPublishedGroups, writeGroupId } from "../ledger/find-groups.ts";
import { identifyMembership } from "../ledger/membership-file.ts";
import type { NumberedRelease } from "../ledger/open-ledger.ts";
import type { Group } from "../protect/k-rule/system.ts";

/** Per block and its atoms the groups of releases with the same membership; others are for the ledger to compare. */
export const findEarlierGroups = (earlier: readonly NumberedRelease[], memberships: readonly Membership[]) => {
  const ids = new Map(memberships.map((membership) => [membership, identifyMembership(membership)]));
  return ({ wave, questionnaire, measures }: Block, atoms: readonly Atom[]): Group[] => {
    const own = memberships.find((one) => one.wave === wave && one.questionnaire === questionnaire);
    if (own === undefined) return [];
    const names = new Set(measures.map(({ measure }) => measure));
    return earlier.flatMap(({ number, release, memberships: theirs }) => {
      const membership = theirs.find((one) => identifyMembership(one) === ids.get(own));
      if (membership === undefined) return [];
      const cells = release.cells.filter(
        (cell) => cell.status === "released" && cell.wave === wave && names.has(cell.measure),
      );
      const { names: groups, findGroups } = findPublishedGroups(release, membership, cells);
      const positions = groups.map((): number[] => []);
      atoms.forEach(({ unit, values }, position) => {
        for (const group of findGroups(unit, values)) positions[group]?.push(position);
      });
      return groups.map((group, index) => ({
        id: writeGroupId({ release: number, wave, ...group }),
        atoms: positions[index] ?? [],
      }));
    });
  };
};
