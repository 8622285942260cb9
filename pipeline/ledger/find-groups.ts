/**
 * Says whom the published figures of a release are about. In: a release, the membership of a wave, the cells that count. Out:
 * per group its name, and per place in the tree the groups that hold it. A group is on the tree of its membership.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { ReleasedCell, Segment } from "../../schemas/release.ts";
import type { Published } from "./open-ledger.ts";

/** A published group: of which release, and whom it is about. */
export type GroupName = Readonly<{ release: number; wave: string; unit: string; segment: Segment | null }>;

/** The id of a group in a system; `readGroupId` undoes it. */
export const writeGroupId = ({ release, wave, unit, segment }: GroupName): string =>
  JSON.stringify([release, wave, unit, ...(segment === null ? [] : [segment.attribute, segment.value])]);

export function readGroupId(id: string): GroupName {
  const [release, wave, unit, attribute, value] = JSON.parse(id) as [number, string, string, string?, string?];
  const segment = attribute === undefined || value === undefined ? null : { attribute, value };
  return { release, wave, unit, segment };
}

/** `values` follow the attributes of the membership; positions of groups, ascending. */
export type Groups = Readonly<{
  names: readonly Pick<GroupName, "unit" | "segment">[];
  findGroups: (unit: string, values: readonly (string | null)[]) => readonly number[];
}>;

/** Where a group begins: at everyone below a unit, or at the people directly in one. */
type Start = Readonly<{ group: number; direct: boolean }>;

/**
 * The groups that have a cell in `cells`, in the order of the cells, each once. A roll-up is the people directly in its parent
 * with the subtrees of its members. Throws when a unit or attribute is not in the membership.
 */
export function findPublishedGroups(
  release: Pick<Published, "units">,
  membership: Membership,
  cells: readonly Pick<ReleasedCell, "unit" | "segment">[],
): Groups {
  const names = [
    ...new Map(cells.map(({ unit, segment }) => [JSON.stringify([unit, segment]), { unit, segment }])).values(),
  ];
  const starts = new Map<string, Start[]>();
  const add = (unit: string, start: Start) => starts.set(unit, [...(starts.get(unit) ?? []), start]);
  const parents = new Map(membership.units.map(({ unit, parent }) => [unit, parent]));
  const known = new Map(release.units.map((unit) => [unit.unit, unit]));
  for (const [group, { unit }] of names.entries()) {
    const { members, parent = null } = known.get(unit) ?? {};
    if (members !== undefined && parent !== null) {
      add(parent, { group, direct: true });
      for (const member of members) add(member, { group, direct: false });
    } else if (parents.has(unit)) add(unit, { group, direct: false });
    else throw new Error(`Unit ${unit} must be in the tree of wave ${membership.wave}.`);
  }
  const tests = names.map(({ segment }) => testSegment(membership, segment));
  return {
    names,
    findGroups: (unit, values) => {
      const found = new Set<number>();
      for (let at: string | null | undefined = unit; typeof at === "string"; at = parents.get(at))
        for (const { group, direct } of starts.get(at) ?? [])
          if ((!direct || at === unit) && tests[group]?.(values) === true) found.add(group);
      return [...found].sort((a, b) => a - b);
    },
  };
}

function testSegment(membership: Membership, segment: Segment | null): (values: readonly (string | null)[]) => boolean {
  if (segment === null) return () => true;
  const position = membership.attributes.indexOf(segment.attribute);
  if (position < 0)
    throw new Error(`Attribute ${segment.attribute} must be in the membership of wave ${membership.wave}.`);
  return (values) => values[position] === segment.value;
}
