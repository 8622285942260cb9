/**
 * Puts the published groups of several releases over the people behind them into one exact system, on which the k-rule is
 * tested. In: groups, and sets of people with the groups that hold them. Out: atoms, groups, and groups that are about the same
 * people. Weights may be parts of a person: they are scaled to whole numbers, and k with them.
 */
import { type GroupName, writeGroupId } from "./find-groups.ts";

/** The shape that protect and the auditor test: see pipeline/protect/k-rule/system.ts. */
export type System = Readonly<{
  weights: readonly number[];
  groups: readonly Readonly<{ id: string; atoms: readonly number[] }>[];
}>;

/** People that the same groups hold; positions of groups. `versions`: how many of them are one person. */
export type Holding = Readonly<{ groups: readonly number[]; people: number; versions: number }>;

/** Groups of an earlier and of the newest release about exactly the same people. */
export type Twins = Readonly<{ earlier: GroupName; current: GroupName }>;

export type Stacked = Readonly<{
  system: System;
  /** What one person weighs: k times this is the k of the system. */
  scale: number;
  twins: readonly Twins[];
  /** True when the newest release has a group that none of the earlier ones has. */
  isNew: boolean;
}>;

/**
 * `names` are ordered by release; of groups about the same people the earliest is in the system. Groups of nobody are left
 * out. `current` is the number of the newest release.
 */
export function makeSystem(names: readonly GroupName[], holdings: readonly Holding[], current: number): Stacked {
  const scale = findScale(holdings);
  const atoms = new Map<string, { groups: readonly number[]; weight: number }>();
  for (const { groups, people, versions } of holdings) {
    if (groups.length === 0 || people === 0) continue;
    const key = groups.join(",");
    const atom = atoms.get(key) ?? { groups, weight: 0 };
    atom.weight += (people * scale) / versions;
    atoms.set(key, atom);
  }
  const held = names.map(() => [] as number[]);
  for (const [index, { groups }] of [...atoms.values()].entries()) for (const group of groups) held[group]?.push(index);
  const weights = [...atoms.values()].map(({ weight }) => weight);
  return { system: { weights, groups: listGroups(names, held) }, scale, ...keepFirst(names, held, current) };
}

function findScale(holdings: readonly Holding[]): number {
  const scale = [...new Set(holdings.map(({ versions }) => versions))].reduce(
    (multiple, versions) => (multiple / findDivisor(multiple, versions)) * versions,
    1,
  );
  const people = holdings.reduce((sum, holding) => sum + holding.people, 0);
  if (Number.isSafeInteger(scale * (people + 1))) return scale;
  throw new Error("A person in a ledger must not have that many versions.");
}

const findDivisor = (a: number, b: number): number => (b === 0 ? a : findDivisor(b, a % b));

/** The groups of somebody, each set of people once, under the name it had first. */
const listGroups = (names: readonly GroupName[], held: readonly (readonly number[])[]): System["groups"] => {
  const groups = new Map<string, System["groups"][number]>();
  for (const [index, atoms] of held.entries()) {
    const key = atoms.join(",");
    if (key !== "" && !groups.has(key)) groups.set(key, { id: writeGroupId(names[index] as GroupName), atoms });
  }
  return [...groups.values()];
};

function keepFirst(names: readonly GroupName[], held: readonly (readonly number[])[], current: number) {
  const earlier = new Map<string, GroupName[]>();
  const twins: Twins[] = [];
  let isNew = false;
  for (const [index, atoms] of held.entries()) {
    const name = names[index] as GroupName;
    const key = atoms.join(",");
    if (key === "") continue;
    const before = earlier.get(key) ?? [];
    if (name.release === current) {
      twins.push(...before.map((one) => ({ earlier: one, current: name })));
      isNew ||= before.length === 0;
    } else earlier.set(key, [...before, name]);
  }
  return { twins, isNew };
}
