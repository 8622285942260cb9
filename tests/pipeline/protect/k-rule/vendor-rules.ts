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
 * Hides, below each parent, the next smallest child until the hidden ones have `enough` people together. Direct respondents of the
 * parent don't count as a group there.
 */
export const hideLikeGlint = (
  organisation: Organisation,
  eligible: readonly UnitGroup[],
  weights: readonly number[],
  enough: number,
) => hideChildren(organisation, eligible, weights, enough, false);

/** The same until the remainder of the parent, direct respondents included, is nobody or k people. */
export const hideBySiblings = (
  organisation: Organisation,
  eligible: readonly UnitGroup[],
  weights: readonly number[],
  k: number,
) => hideChildren(organisation, eligible, weights, k, true);

const hideChildren = (
  organisation: Organisation,
  eligible: readonly UnitGroup[],
  weights: readonly number[],
  enough: number,
  withDirect: boolean,
): UnitGroup[] => {
  const shown = new Map(eligible.map((group) => [group.id, group]));
  const all = new Map(listCrossed(organisation).map((group) => [group.id, group]));
  for (const parent of all.values()) {
    const children = [...all.values()].filter(
      ({ unit, band }) => band === parent.band && organisation.parents.get(unit) === parent.unit,
    );
    const inChildren = children.reduce((total, child) => total + count(child, weights), 0);
    const direct = withDirect ? count(parent, weights) - inChildren : 0;
    let open = children.filter(({ id }) => shown.has(id)).sort((a, b) => count(a, weights) - count(b, weights));
    const hidden = () => direct + inChildren - open.reduce((total, child) => total + count(child, weights), 0);
    while (open.length > 0 && hidden() > 0 && hidden() < enough) {
      shown.delete(open[0]?.id ?? "");
      open = open.slice(1);
    }
  }
  return eligible.filter(({ id }) => shown.has(id));
};
