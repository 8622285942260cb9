/**
 * Lists what published promoters, passives and detractors tell of true ones, to somebody who knows the rules of publication.
 *
 * In: the system of an eNPS base, what its eNPS figures tell, the policy; out: per region of the units that show parts the limits of
 * its opposed pairs (a promoter and a detractor). Next to the eNPS, which fixes promoters minus detractors of every smaller
 * region, the pairs are all that parts add. Parts that were not moved are true; else the attacker redoes the rule: pairs at the fewest
 * or the most that are ever published are there or beyond, and the others are true.
 */
import type { Policy } from "../../../schemas/policy.ts";
import type { Measure, ReleasedCell } from "../../../schemas/release.ts";
import type { System } from "../system.ts";
import { findRegions } from "./find-regions.ts";
import type { Combination, Constraint } from "./list-constraints.ts";

/** People of one eNPS region and its surplus of promoters over detractors, in people. */
export type SurplusRegion = Readonly<{ atoms: readonly number[]; people: number; low: number; high: number }>;

/** Pairs of all people in `atoms`. `regions`: the eNPS regions it consists of; null when it cuts through one. */
export type PairLimit = Readonly<{
  atoms: readonly number[];
  regions: readonly SurplusRegion[] | null;
  low: number;
  high: number;
  /** The counts themselves where they are true, for an attack that can't use pairs. */
  exact: Readonly<{ promoters: number; detractors: number }> | null;
  from: Combination;
}>;

type Parts = Readonly<{ group: number; promoters: number; detractors: number; isTrue: boolean }>;

/** Constraints of the eNPS in people: 100 points are one person. */
export const readSurplus = (constraints: readonly Constraint[], system: System, person: number): SurplusRegion[] =>
  constraints.map(({ atoms, low, high }) => {
    const people = atoms.reduce((sum, atom) => sum + (system.people[atom] as number), 0);
    const least = Math.max(-people, Math.ceil(low / person - 1e-6));
    const most = Math.min(people, Math.floor(high / person + 1e-6));
    // A sum that was moved onto the eNPS band may be between two whole people.
    return { atoms, people, low: Math.min(least, most), high: Math.max(least, most) };
  });

/** Pair limits over all releases; none where no unit shows parts. Segments that show parts are taken at their word. */
export const listParts = (
  system: System,
  { measure }: Measure,
  regions: readonly SurplusRegion[],
  policy: Policy,
): PairLimit[] => {
  const shown = system.figures.flatMap(({ group, release, cell }) =>
    cell.measure === measure && cell.promoters !== undefined ? [{ release, cell, parts: readParts(group, cell) }] : [],
  );
  return [...new Set(shown.map(({ release }) => release))].flatMap((release) => {
    const own = shown.filter((one) => one.release === release);
    const units = own.filter(({ cell }) => cell.segment === null).map(({ parts }) => parts);
    const segments = own.filter(({ cell }) => cell.segment !== null).map(({ parts }) => parts);
    return [
      ...limitUnits(system, units, regions, policy),
      ...segments.filter(({ isTrue }) => isTrue).map((parts) => limitWhole(system, parts, regions)),
    ];
  });
};

const readParts = (group: number, { promoters, detractors, parts_bound }: ReleasedCell): Parts => ({
  group,
  promoters: promoters ?? 0,
  detractors: detractors ?? 0,
  isTrue: parts_bound === undefined,
});

const limitWhole = (system: System, parts: Parts, regions: readonly SurplusRegion[]): PairLimit => {
  const atoms = system.groups[parts.group]?.atoms ?? [];
  return limitTrue(atoms, parts, gatherRegions(atoms, regions), [{ group: parts.group, coefficient: 1 }]);
};

const limitUnits = (
  system: System,
  units: readonly Parts[],
  surplus: readonly SurplusRegion[],
  policy: Policy,
): PairLimit[] => {
  const family = findRegions(units.map(({ group }) => system.groups[group]?.atoms ?? []));
  if (family === null) return units.filter(({ isTrue }) => isTrue).map((parts) => limitWhole(system, parts, surplus));
  return units.flatMap((parts, index) => {
    const { children = [], atoms = [] } = family[index] ?? {};
    const below = children.map((child) => units[child] as Parts);
    if (parts.isTrue && below.some(({ isTrue }) => !isTrue)) return [limitWhole(system, parts, surplus)];
    const left = {
      ...parts,
      promoters: below.reduce((rest, child) => rest - child.promoters, parts.promoters),
      detractors: below.reduce((rest, child) => rest - child.detractors, parts.detractors),
    };
    const from = [parts, ...below].map(({ group }, position) => ({ group, coefficient: position === 0 ? 1 : -1 }));
    const regions = gatherRegions(atoms, surplus);
    if (atoms.length === 0) return [];
    if (parts.isTrue) return [limitTrue(atoms, left, regions, from)];
    return regions === null ? [] : [limitMoved(atoms, left, regions, policy, from)];
  });
};

/** The eNPS regions that make up a set of atoms exactly. */
const gatherRegions = (atoms: readonly number[], regions: readonly SurplusRegion[]): SurplusRegion[] | null => {
  const wanted = new Set(atoms);
  const inside = regions.filter((region) => wanted.has(region.atoms[0] as number));
  const covered = inside.flatMap((region) => region.atoms);
  const isWhole = covered.length === atoms.length && new Set(covered).size === atoms.length;
  return isWhole && covered.every((atom) => wanted.has(atom)) ? inside : null;
};

const limitTrue = (
  atoms: readonly number[],
  { promoters, detractors }: Parts,
  regions: readonly SurplusRegion[] | null,
  from: Combination,
): PairLimit => {
  const known = regions ?? [];
  const pairs = detractors - known.reduce((sum, region) => sum + Math.max(-readPublished(region), 0), 0);
  return { atoms, regions, low: pairs, high: pairs, exact: { promoters, detractors }, from };
};

/** Fewest and most pairs that are published: one person in each part per ten, one in a group that the eNPS band leaves alone. */
const limitMoved = (
  atoms: readonly number[],
  { detractors }: Parts,
  regions: readonly SurplusRegion[],
  policy: Policy,
  from: Combination,
): PairLimit => {
  const people = regions.reduce((sum, region) => sum + region.people, 0);
  const others = regions.reduce((sum, region) => sum + region.people - Math.abs(readPublished(region)), 0);
  const room = regions.reduce((sum, region) => sum + countRoom(region), 0);
  const least = people < policy.enps_band.below ? Math.ceil(people / 10) : 1;
  const fewest = Math.min(least, room);
  const most = Math.max(fewest, Math.min(room, Math.floor((others - least) / 2)));
  const pairs = detractors - regions.reduce((sum, region) => sum + Math.max(-readPublished(region), 0), 0);
  return {
    atoms,
    regions,
    low: pairs <= fewest ? 0 : pairs,
    high: pairs >= most ? room : pairs,
    exact: null,
    from,
  };
};

/** The published surplus: the end nearest to nobody's side of a region that was moved, else the surplus itself. */
const readPublished = ({ low, high }: SurplusRegion): number => {
  if (low > 0) return low;
  return high < 0 ? high : low === high ? low : 0;
};

/** As many pairs as fit next to the published surplus. */
export const countRoom = (region: SurplusRegion): number =>
  Math.floor((region.people - Math.abs(readPublished(region))) / 2);
