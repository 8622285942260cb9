/**
 * Lists the segments that a wave has: the people of a unit with one value of an attribute.
 * In: the tree with its roll-ups, atoms; out: one row per unit and value that occurs in it. Counts only.
 */
import type { Atom } from "../../../schemas/cell.ts";
import type { Segment } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";

/** `atoms` are positions in the list of atoms, ascending. */
export type SegmentGroup = Readonly<{
  id: string;
  unit: string;
  segment: Segment;
  atoms: readonly number[];
  respondents: number;
}>;

export const nameSegment = (unit: string, { attribute, value }: Segment): string => `${unit}\n${attribute}=${value}`;

/** Positions of the atoms in each unit's subtree, ascending. People directly in a unit with a roll-up are in the roll-up. */
export const gatherAtoms = (
  units: readonly Unit[],
  atoms: readonly Pick<Atom, "unit">[],
): ReadonlyMap<string, readonly number[]> => {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const rests = new Map(units.flatMap(({ unit, parent, members }) => (members && parent ? [[parent, unit]] : [])));
  const gathered = new Map(units.map(({ unit }): [string, number[]] => [unit, []]));
  atoms.forEach(({ unit: own }, position) => {
    let unit: string | null | undefined = rests.get(own) ?? own;
    while (unit !== null && unit !== undefined) {
      gathered.get(unit)?.push(position);
      unit = parents.get(unit);
    }
  });
  return gathered;
};

/** One row per unit, attribute and value with people, in the order of units, attributes and atoms; none for roll-ups. */
export const listSegments = (
  units: readonly Unit[],
  atoms: readonly Atom[],
  attributes: readonly string[],
): SegmentGroup[] => {
  const gathered = gatherAtoms(units, atoms);
  return units
    .filter(({ members }) => members === undefined)
    .flatMap(({ unit }) =>
      attributes.flatMap((attribute, index) => listValues(unit, attribute, index, gathered.get(unit) ?? [], atoms)),
    );
};

const listValues = (
  unit: string,
  attribute: string,
  index: number,
  positions: readonly number[],
  atoms: readonly Atom[],
): SegmentGroup[] => {
  const byValue = new Map<string, number[]>();
  for (const position of positions) {
    const value = atoms[position]?.values[index] ?? null;
    if (value === null) continue;
    const own = byValue.get(value);
    if (own === undefined) byValue.set(value, [position]);
    else own.push(position);
  }
  return [...byValue].map(([value, own]) => ({
    id: nameSegment(unit, { attribute, value }),
    unit,
    segment: { attribute, value },
    atoms: own,
    respondents: own.reduce((sum, position) => sum + (atoms[position]?.respondents ?? 0), 0),
  }));
};
