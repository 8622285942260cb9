/**
 * Splits the people of shown units into classes that nothing published tells apart: the same region (see split-regions.ts) and the
 * same segments. In: the tree, atoms, what is shown; out: one row per class with people, and the parts whose sums follow.
 */
import type { Atom } from "../../../schemas/cell.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { findNearestShown } from "../split-regions.ts";
import { listRemainders } from "./list-remainders.ts";
import type { SegmentGroup } from "./list-segments.ts";

/** `region` is the shown unit that the people are nearest to; `atoms` are positions. */
export type PeopleClass = Readonly<{ region: string; atoms: readonly number[]; people: number }>;

/** A sum that is published, first the segments in order, or follows by one subtraction. `classes` are positions, ascending. */
export type Part = Readonly<{ classes: readonly number[]; people: number }>;

export const splitClasses = (input: {
  readonly units: readonly Unit[];
  readonly atoms: readonly Atom[];
  readonly shown: ReadonlySet<string>;
  readonly segments: readonly SegmentGroup[];
}): { readonly classes: readonly PeopleClass[]; readonly parts: readonly Part[] } => {
  const { units, atoms, segments } = input;
  const regions = findRegions(input);
  const keys = regions.map((region) => (region === null ? null : [region]));
  segments.forEach(({ atoms: own }, index) => {
    for (const atom of own) keys[atom]?.push(String(index));
  });
  const positions = new Map<string, number>();
  const classOf = keys.map((key) => {
    const name = key?.join("\n");
    if (name !== undefined && !positions.has(name)) positions.set(name, positions.size);
    return name === undefined ? null : (positions.get(name) as number);
  });
  const classes = [...positions].map(([name]) => ({
    region: name.split("\n")[0] as string,
    atoms: [] as number[],
    people: 0,
  }));
  atoms.forEach(({ respondents }, atom) => {
    const own = classes[classOf[atom] ?? -1];
    if (own === undefined) return;
    own.atoms.push(atom);
    own.people += respondents;
  });
  const toClasses = (own: readonly number[]) =>
    [...new Set(own.flatMap((atom) => classOf[atom] ?? []))].sort((a, b) => a - b);
  const parts = listRemainders(units, atoms, segments).map(({ atoms: own, respondents }) => ({
    classes: toClasses(own),
    people: respondents,
  }));
  return { classes, parts };
};

/** Per atom the shown unit that it is nearest to, null when there is none. */
const findRegions = ({ units, atoms, shown }: Parameters<typeof splitClasses>[0]): (string | null)[] => {
  const nearest = findNearestShown(units, shown);
  const rests = new Map(units.flatMap(({ unit, parent, members }) => (members && parent ? [[parent, unit]] : [])));
  return atoms.map(({ unit }) => nearest.get(rests.get(unit) ?? unit) ?? null);
};
