/**
 * The auditor's test of itself: shows withheld groups on purpose and looks whether the set attack notices.
 *
 * In: the bases with what their systems were made of; out: how many groups were planted and how many were found. A group is planted when plain
 * subtraction says that it must be noticed: it has fewer than k people, or leaves 1 to k - 1 beside the largest published
 * units in it, or around it. Which ones is fixed by the order of the cells.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { Release, ReleasedCell, Segment } from "../../schemas/release.ts";
import { attackSets } from "./attack-sets.ts";
import { buildSystem, type SystemInput } from "./build-system.ts";
import type { Base } from "./find-bases.ts";

export type SelfTest = Readonly<{ planted: number; found: number }>;

/** Groups planted in one base and in all; one per base where a base is large. */
const most = { perBase: 3, inAll: 12, perLargeBase: 1, large: 20_000 };

/** `systems`: bases without leaks, since in others there is always something to find. */
export const testItself = (
  systems: readonly Readonly<{ base: Base; input: SystemInput; atoms: number }>[],
  release: Release,
): SelfTest => {
  let planted = 0;
  let found = 0;
  for (const { base, input, atoms } of systems) {
    const room = Math.min(atoms > most.large ? most.perLargeBase : most.perBase, most.inAll - planted);
    for (const plant of choosePlants(base, input, release).slice(0, Math.max(0, room))) {
      planted += 1;
      const system = buildSystem(plantCell(input, plant));
      if (attackSets(system, release.policy.k.mean).leaks.length > 0) found += 1;
    }
  }
  return { planted, found };
};

type Withheld = Readonly<{ wave: string; unit: string; segment: Segment | null; measure: string }>;

const plantCell = (input: SystemInput, { wave, unit, segment, measure }: Withheld): SystemInput => {
  const [newest, ...others] = input.sources;
  if (newest === undefined) return input;
  const cell: ReleasedCell = { wave, unit, segment, measure, status: "released", respondents: 0, invited: null };
  return { ...input, sources: [{ ...newest, cells: [...newest.cells, cell] }, ...others] };
};

/** Withheld groups that must be noticed; of each kind the first few, the kinds in turn. */
const choosePlants = (base: Base, input: SystemInput, release: Release): Withheld[] => {
  const withheld = listWithheld(base, release);
  const counts = countGroups(input, withheld);
  const isFew = (people: number) => people >= 1 && people < release.policy.k.mean;
  const small = withheld.filter((group) => isFew(counts.of(group)));
  const beside = withheld.filter((group) => !small.includes(group) && isFew(counts.beside(group)));
  const around = withheld.filter(
    (group) => !small.includes(group) && !beside.includes(group) && isFew(counts.around(group)),
  );
  return [0, 1, 2].flatMap((turn) => [beside[turn], around[turn], small[turn]].filter((group) => group !== undefined));
};

/** One row per withheld group of the base, whatever the number of its measures. */
const listWithheld = (base: Base, { cells, measures, units }: Release): Withheld[] => {
  const own = new Set(
    measures
      .filter(({ questionnaire, instrument }) => questionnaire === base.questionnaire && instrument === base.instrument)
      .map(({ measure }) => measure),
  );
  const rollUps = new Set(units.filter(({ members }) => members !== undefined).map(({ unit }) => unit));
  const groups = new Map<string, Withheld>();
  for (const { status, wave, unit, segment, measure } of cells) {
    const key = JSON.stringify([unit, segment]);
    if (status !== "withheld" || wave !== base.wave || !own.has(measure) || rollUps.has(unit) || groups.has(key))
      continue;
    groups.set(key, { wave, unit, segment, measure });
  }
  return [...groups.values()];
};

type Counts = Readonly<Record<"of" | "beside" | "around", (group: Withheld) => number>>;

/** Plain sums over the tree of the audited release. */
const countGroups = (input: SystemInput, withheld: readonly Withheld[]): Counts => {
  const [newest] = input.sources;
  const membership = input.memberships[newest?.membership ?? 0] as Membership;
  const people = addUp(input, membership, newest?.membership ?? 0, withheld);
  const of = ({ unit, segment }: Omit<Withheld, "wave" | "measure">) => people.get(keyOf(unit, segment)) ?? 0;
  const published = new Set(newest?.cells.filter(({ segment }) => segment === null).map(({ unit }) => unit));
  const tree = indexTree(membership);
  const below = (unit: string, except: string): number =>
    (tree.children.get(unit) ?? []).reduce((sum, child) => {
      if (child === except) return sum + of({ unit: child, segment: null });
      return sum + (published.has(child) ? of({ unit: child, segment: null }) : below(child, except));
    }, 0);
  const findAbove = (unit: string): string | null => {
    let above = tree.parents.get(unit) ?? null;
    while (above !== null && !published.has(above)) above = tree.parents.get(above) ?? null;
    return above;
  };
  return {
    of,
    beside: (group) => (group.segment === null ? of(group) - below(group.unit, "") : 0),
    around: (group) => {
      if (group.segment !== null) return published.has(group.unit) ? of({ ...group, segment: null }) - of(group) : 0;
      const above = findAbove(group.unit);
      return above === null ? 0 : of({ unit: above, segment: null }) - below(above, group.unit);
    },
  };
};

const keyOf = (unit: string, segment: Segment | null): string => JSON.stringify([unit, segment]);

const indexTree = ({ units }: Membership) => {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const children = new Map<string, string[]>();
  for (const { unit, parent } of units) {
    if (parent === null) continue;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [unit]);
    else list.push(unit);
  }
  return { parents, children };
};

/** People per unit over its subtree, and per segment that is withheld. */
const addUp = (
  { places, isInBase }: SystemInput,
  membership: Membership,
  index: number,
  withheld: readonly Withheld[],
): Map<string, number> => {
  const parents = new Map(membership.units.map(({ unit, parent }) => [unit, parent]));
  const segments = new Map<string, Segment[]>();
  for (const { unit, segment } of withheld)
    if (segment !== null) segments.set(unit, [...(segments.get(unit) ?? []), segment]);
  const people = new Map<string, number>();
  const add = (key: string, count: number) => people.set(key, (people.get(key) ?? 0) + count);
  for (const place of places) {
    const row = membership.rows[place.rows[index] ?? -1];
    if (row === undefined || !isInBase(row, membership)) continue;
    for (let unit: string | null = row.unit; unit !== null; unit = parents.get(unit) ?? null) {
      add(keyOf(unit, null), place.people);
      for (const segment of segments.get(unit) ?? [])
        if (row.values[membership.attributes.indexOf(segment.attribute)] === segment.value)
          add(keyOf(unit, segment), place.people);
    }
  }
  return people;
};
