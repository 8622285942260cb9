/**
 * Lists what follows from segments and units by one subtraction: what a segment leaves of its unit, what all segments of an
 * attribute leave of it, and what the same segment of the units below leaves.
 * In: the tree, atoms, segments; out: the segments themselves, in order, then every remainder with people.
 */
import type { Atom } from "../../../schemas/cell.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { gatherAtoms, nameSegment, type SegmentGroup } from "./list-segments.ts";

/** A group of people about whom a sum is published or follows. `atoms` are positions, ascending. */
export type Part = Readonly<{ atoms: readonly number[]; respondents: number }>;

export const listRemainders = (
  units: readonly Unit[],
  atoms: readonly Atom[],
  segments: readonly SegmentGroup[],
): Part[] => {
  const gathered = gatherAtoms(units, atoms);
  const whole = (unit: string) => gathered.get(unit) ?? [];
  const take = (from: readonly number[], ...taken: readonly (readonly number[])[]): Part => {
    const out = new Set(taken.flat());
    const left = from.filter((atom) => !out.has(atom));
    return { atoms: left, respondents: left.reduce((sum, atom) => sum + (atoms[atom]?.respondents ?? 0), 0) };
  };
  const ofUnit = groupBy(segments, ({ unit, segment }) => `${unit}\n${segment.attribute}`);
  const below = groupBelow(units, segments);
  const remainders = [
    ...segments.map(({ unit, atoms: own }) => take(whole(unit), own)),
    ...[...ofUnit.values()]
      .filter((own) => own.length > 1)
      .map((own) => take(whole(own[0]?.unit ?? ""), ...own.map((one) => one.atoms))),
    ...segments.flatMap((segment) => {
      const parts = below.get(segment.id) ?? [];
      return parts.length === 0 ? [] : [take(segment.atoms, ...parts.map((part) => part.atoms))];
    }),
  ];
  const seen = new Set(segments.map(({ atoms: own }) => own.join()));
  const isNew = ({ respondents, atoms: own }: Part) => respondents > 0 && !seen.has(own.join()) && seen.add(own.join());
  return [...segments, ...remainders.filter(isNew)];
};

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(key(row));
    if (own === undefined) groups.set(key(row), [row]);
    else own.push(row);
  }
  return groups;
};

/** Per segment the same segment of the nearest units below that show it. */
const groupBelow = (units: readonly Unit[], segments: readonly SegmentGroup[]): ReadonlyMap<string, SegmentGroup[]> => {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const ids = new Set(segments.map(({ id }) => id));
  const nameAbove = ({ unit, segment }: SegmentGroup): string => {
    let above = parents.get(unit) ?? null;
    while (above !== null && !ids.has(nameSegment(above, segment))) above = parents.get(above) ?? null;
    return above === null ? "" : nameSegment(above, segment);
  };
  return groupBy(segments, nameAbove);
};
