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
  const readGroups = input.memberships.map((membership, index) =>
    prepareRowGroups(membership, attachments[index] as Attachments, input.isInBase),
  );
  const atoms = new Map<string, number>();
  const system = { scale, people: [] as number[], weights: [] as number[] };
  for (const place of input.places) {
    const signature = place.rows.flatMap((row, index) => (row < 0 ? [] : (readGroups[index]?.(row) ?? [])));
    if (signature.length === 0 || place.people === 0) continue;
    const key = signature.join();
    const atom = atoms.get(key) ?? startAtom(system, groups, signature);
    atoms.set(key, atom);
    system.people[atom] = (system.people[atom] as number) + place.people;
    system.weights[atom] = (system.weights[atom] as number) + (place.people * scale) / place.versions;
  }
  return { ...system, groups, figures };
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

/** Groups of the people in a row, ascending; those of a unit's ancestors are gathered once. */
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
  return (position) => {
    const row = membership.rows[position] as MembershipRow;
    if (!isInBase(row, membership)) return [];
    const attached = [...(inherited.get(row.unit) ?? []), ...(direct.get(row.unit) ?? [])];
    const groups = attached.filter((attachment) => takes(attachment, row)).map(({ group }) => group);
    return [...new Set(groups)].sort((a, b) => a - b);
  };
};

const takes = ({ attribute, value }: Attachment, { values }: MembershipRow): boolean => {
  if (attribute === -1) return true;
  return attribute !== null && values[attribute] === value;
};
