/**
 * Turns published cells and memberships into the system of one base: which people no published group tells apart.
 *
 * In: memberships, people placed in them, and per release the cells of the base; out: atoms, groups and figures. A group is
 * everyone in the subtree of its unit, with the segment's value; a roll-up is the people directly in its parent and the
 * subtrees of its members.
 */
import type { Membership, MembershipRow } from "../../schemas/membership.ts";
import type { ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";
import type { Place } from "./place-people.ts";
import type { PublishedFigure, PublishedGroup, System } from "./system.ts";
import { findMultiple } from "./whole-numbers.ts";

/** What one release shows of the base, and the position of its membership. */
export type Source = Readonly<{
  release: number;
  membership: number;
  units: readonly ReleaseUnit[];
  cells: readonly ReleasedCell[];
}>;

export type SystemInput = Readonly<{
  memberships: readonly Membership[];
  places: readonly Place[];
  /** Newest release first: it is the one named when two show the same group. */
  sources: readonly Source[];
  /** Whether the people of a row belong to the base. */
  isInBase: (row: MembershipRow, membership: Membership) => boolean;
}>;

/** Whom a group takes from the rows it is attached to: everyone, or those with a value; null for an unknown attribute. */
type Attachment = Readonly<{ group: number; attribute: number | null; value: string | null }>;

/** Per membership: groups by unit for the whole subtree, and for the people directly in the unit. */
type Attachments = Readonly<{ subtree: Map<string, Attachment[]>; direct: Map<string, Attachment[]> }>;

/** The system of a base; people in no published group are left out. Empty when nothing is published. */
export const buildSystem = (input: SystemInput): System => {
  const { groups, figures, attachments } = attachGroups(input);
  // A person counts as a whole, somebody of several versions as that part in each.
  const scale = Number(findMultiple([...new Set(input.places.map(({ versions }) => BigInt(versions)))]));
  const readGroups = prepareGroups(input, attachments);
  const atoms = new Map<string, number>();
  const system = { scale, people: [] as number[], weights: [] as number[] };
  for (const place of input.places) {
    const signature = readGroups(place);
    if (signature.length === 0 || place.people === 0) continue;
    const key = signature.join();
    const atom = atoms.get(key) ?? startAtom(system, groups, signature);
    atoms.set(key, atom);
    system.people[atom] = (system.people[atom] as number) + place.people;
    system.weights[atom] = (system.weights[atom] as number) + (place.people * scale) / place.versions;
  }
  return { ...system, groups, figures };
};

/** The figures alone, with the people of each: as many as `people` of the places say. */
export const countFigures = (input: SystemInput): readonly Readonly<{ cell: ReleasedCell; people: number }>[] => {
  const { groups, figures, attachments } = attachGroups(input);
  const readGroups = prepareGroups(input, attachments);
  const counts = groups.map(() => 0);
  for (const place of input.places)
    for (const group of readGroups(place)) counts[group] = (counts[group] as number) + place.people;
  return figures.map(({ cell, group }) => ({ cell, people: counts[group] as number }));
};

/** Groups of the people in a place, of all memberships; each membership has groups of its own. */
const prepareGroups = (input: SystemInput, attachments: readonly Attachments[]) => {
  const ofRow = input.memberships.map((membership, index) =>
    prepareRowGroups(membership, attachments[index] as Attachments, input.isInBase),
  );
  return ({ rows }: Place): readonly number[] => {
    const [only = -1] = rows;
    if (rows.length === 1) return only < 0 ? [] : (ofRow[0]?.(only) ?? []);
    return rows.flatMap((row, index) => (row < 0 ? [] : (ofRow[index]?.(row) ?? [])));
  };
};

type OpenGroup = PublishedGroup & Readonly<{ atoms: number[] }>;

const startAtom = (
  { people, weights }: Readonly<{ people: number[]; weights: number[] }>,
  groups: readonly OpenGroup[],
  signature: readonly number[],
): number => {
  const atom = people.push(0) - 1;
  weights.push(0);
  for (const group of signature) groups[group]?.atoms.push(atom);
  return atom;
};

/** One group per membership, set of units and segment, whichever release shows it. */
const attachGroups = ({ memberships, sources }: SystemInput) => {
  const groups: OpenGroup[] = [];
  const figures: PublishedFigure[] = [];
  const known = new Map<string, number>();
  const attachments = memberships.map((): Attachments => ({ subtree: new Map(), direct: new Map() }));
  for (const { release, membership, units, cells } of sources) {
    const rollUps = new Map(units.filter(({ members }) => members !== undefined).map((unit) => [unit.unit, unit]));
    for (const cell of cells) {
      const { unit, segment, wave } = cell;
      const rollUp = rollUps.get(unit);
      const key = JSON.stringify([membership, rollUp?.parent ?? null, rollUp?.members ?? [unit], segment]);
      let group = known.get(key);
      if (group === undefined) {
        group = groups.push({ release, wave, unit, segment, atoms: [] }) - 1;
        known.set(key, group);
        attach(attachments[membership] as Attachments, memberships[membership] as Membership, cell, group, rollUp);
      }
      figures.push({ group, release, cell });
    }
  }
  return { groups, figures, attachments };
};

const attach = (
  { subtree, direct }: Attachments,
  { attributes }: Membership,
  { unit, segment }: ReleasedCell,
  group: number,
  rollUp: ReleaseUnit | undefined,
): void => {
  const attachment = {
    group,
    attribute: segment === null ? -1 : findAttribute(attributes, segment.attribute),
    value: segment?.value ?? null,
  };
  for (const member of rollUp?.members ?? [unit]) addTo(subtree, member, attachment);
  if (rollUp?.parent !== undefined && rollUp.parent !== null) addTo(direct, rollUp.parent, attachment);
};

const findAttribute = (attributes: readonly string[], attribute: string): number | null => {
  const position = attributes.indexOf(attribute);
  return position === -1 ? null : position;
};

const addTo = (lists: Map<string, Attachment[]>, unit: string, attachment: Attachment): void => {
  const list = lists.get(unit);
  if (list === undefined) lists.set(unit, [attachment]);
  else list.push(attachment);
};

/** Groups of the people in a row, ascending. What holds for everyone directly in a unit is gathered once. */
const prepareRowGroups = (
  membership: Membership,
  { subtree, direct }: Attachments,
  isInBase: SystemInput["isInBase"],
): ((row: number) => readonly number[]) => {
  const inherited = new Map<string, readonly Attachment[]>();
  for (const { unit, parent } of membership.units) {
    const above = parent === null ? [] : (inherited.get(parent) ?? []);
    const own = subtree.get(unit);
    inherited.set(unit, own === undefined ? above : [...above, ...own]);
  }
  const gathered = new Map<string, Gathered>();
  return (position) => {
    const row = membership.rows[position] as MembershipRow;
    if (!isInBase(row, membership)) return [];
    const known =
      gathered.get(row.unit) ?? gather([...(inherited.get(row.unit) ?? []), ...(direct.get(row.unit) ?? [])]);
    gathered.set(row.unit, known);
    const segments = known.segments.filter((attachment) => takes(attachment, row));
    return segments.length === 0 ? known.groups : sortGroups([...known.groups, ...segments.map(({ group }) => group)]);
  };
};

/** Groups of everyone in a unit, and the attachments that depend on an attribute. */
type Gathered = Readonly<{ groups: readonly number[]; segments: readonly Attachment[] }>;

const gather = (attachments: readonly Attachment[]): Gathered => ({
  groups: sortGroups(attachments.filter(({ attribute }) => attribute === -1).map(({ group }) => group)),
  segments: attachments.filter(({ attribute }) => attribute !== -1),
});

const sortGroups = (groups: readonly number[]): number[] => [...new Set(groups)].sort((a, b) => a - b);

const takes = ({ attribute, value }: Attachment, { values }: MembershipRow): boolean =>
  attribute !== null && values[attribute] === value;
