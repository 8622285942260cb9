/**
 * Rules that survey platforms describe, on an organisation with bands or without, for comparison. Every tree of groups is handled by
 * itself: the units alone, and the units within each band, as filtered reports are.
 */
import type { Group } from "../../../../pipeline/protect/k-rule/system.ts";

/** Atoms are the rows of `people`; a unit without a parent has "" above it. Band "" where there are no bands. */
export type Organisation = Readonly<{
  parents: ReadonlyMap<string, string>;
  people: readonly Readonly<{ unit: string; band: string; people: number }>[];
}>;

/** A group of a unit, of everyone there (band "") or of one band. */
export type UnitGroup = Group & Readonly<{ unit: string; band: string }>;

/** Everyone in each unit and below. */
export const listUnits = (organisation: Organisation): UnitGroup[] => listFor(organisation, [""]);

/** The same for everyone and for each band, as far as somebody is in it. */
export const listCrossed = (organisation: Organisation): UnitGroup[] =>
  listFor(organisation, ["", ...[...new Set(organisation.people.map(({ band }) => band))].sort()]);

const listFor = ({ parents, people }: Organisation, bands: readonly string[]): UnitGroup[] => {
  const groups = new Map<string, UnitGroup & { atoms: number[] }>();
  people.forEach(({ unit, band }, atom) => {
    for (let above: string | undefined = unit; above !== undefined && above !== ""; above = parents.get(above))
      for (const own of bands.filter((one) => one === "" || one === band)) {
        const id = own === "" ? above : `${above} ${own}`;
        const group = groups.get(id) ?? { id, unit: above, band: own, atoms: [] };
        group.atoms.push(atom);
        groups.set(id, group);
      }
  });
  return [...groups.values()];
};

const count = (group: Group | undefined, weights: readonly number[]): number =>
  (group?.atoms ?? []).reduce((total, atom) => total + (weights[atom] as number), 0);

/** Threshold only: groups of k people or more. */
export const takeEligible = (groups: readonly UnitGroup[], weights: readonly number[], k: number): UnitGroup[] =>
  groups.filter((group) => count(group, weights) >= k);

/**
 * Hides, below each shown parent and from the top down, the next smallest child until the people outside shown children, direct
 * respondents included, are none or `enough`: 2 is what Glint calls a suppression threshold, k is a rule for sibling remainders.
 */
export const hideSmallest = (
  organisation: Organisation,
  eligible: readonly UnitGroup[],
  weights: readonly number[],
  enough: number,
): UnitGroup[] => {
  const shown = new Set(eligible);
  const depth = (unit: string): number => {
    const above = organisation.parents.get(unit) ?? "";
    return above === "" ? 0 : 1 + depth(above);
  };
  for (const parent of [...eligible].sort((one, other) => depth(one.unit) - depth(other.unit))) {
    if (!shown.has(parent)) continue;
    const open = eligible
      .filter(
        (child) =>
          shown.has(child) && child.band === parent.band && organisation.parents.get(child.unit) === parent.unit,
      )
      .sort((one, other) => count(one, weights) - count(other, weights));
    let outside = count(parent, weights) - open.reduce((total, child) => total + count(child, weights), 0);
    for (const child of open) {
      if (outside === 0 || outside >= enough) break;
      shown.delete(child);
      outside += count(child, weights);
    }
  }
  return eligible.filter((group) => shown.has(group));
};
