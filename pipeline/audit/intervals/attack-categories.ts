/**
 * The interval attack on eNPS: can anyone be only a promoter, only a passive or only a detractor?
 *
 * In: one eNPS measure of a base; out: those of whom fewer than two of the three are possible. A region whose promoters minus
 * detractors lie between two limits, with some number of opposed pairs, is counted out directly; where sets overlap the three
 * counts of every atom become columns of a linear program.
 */

import type { Narrowed } from "./attack-intervals.ts";
import { type ConstraintInput, listConstraints, takeAtFace } from "./list-constraints.ts";
import { countRoom, listParts, type PairLimit, readSurplus, type SurplusRegion } from "./list-parts.ts";
import { searchCategories } from "./search-categories.ts";
import type { Solver } from "./solve-linear.ts";
import { splitComponents } from "./split-components.ts";

export type CategoryResult = Readonly<{ tested: number; narrowed: readonly Narrowed[]; complete: boolean }>;

/**
 * Three categories per atom are tested. Figures of segments are taken for true, whatever their bound says, unless they contradict
 * each other. `share` of a finding is the part of the scale between those that remain.
 */
export const attackCategories = (input: ConstraintInput, solver: Solver): CategoryResult => {
  const strict = attackAll(takeAtFace(input, "segments"), solver);
  return strict.complete ? strict : attackAll(input, solver);
};

const attackAll = (input: ConstraintInput, solver: Solver): CategoryResult => {
  const { system, measure, policy, sums } = input;
  const constraints = listConstraints(input);
  const regions = readSurplus(constraints, system, sums.scale.maximum);
  const parts = listParts(system, measure, regions, policy);
  const sets = [...regions, ...parts];
  const results = splitComponents(sets.map(({ atoms }) => atoms)).map((positions): CategoryResult => {
    const own = positions.filter((position) => position < regions.length);
    const limits = positions
      .filter((position) => position >= regions.length)
      .map((position) => sets[position] as PairLimit);
    const surplus = own.map((position) => regions[position] as SurplusRegion);
    const from = own.map((position) => constraints[position]?.from ?? []);
    if (areApart(surplus) && limits.length <= 1 && limits.every((limit) => limit.regions !== null))
      return countOut(surplus, limits[0], from);
    return searchCategories(system, surplus, limits, solver);
  });
  return {
    tested: results.reduce((sum, { tested }) => sum + tested, 0),
    narrowed: results.flatMap(({ narrowed }) => narrowed),
    complete: results.every(({ complete }) => complete),
  };
};

const areApart = (regions: readonly SurplusRegion[]): boolean =>
  splitComponents(regions.map(({ atoms }) => atoms)).length === regions.length;

/** Regions apart, and at most one limit on the pairs of all of them. */
const countOut = (
  regions: readonly SurplusRegion[],
  limit: PairLimit | undefined,
  from: readonly Narrowed["from"][],
): CategoryResult => {
  const room = regions.reduce((sum, region) => sum + countRoom(region), 0);
  return {
    tested: 3 * regions.reduce((sum, { atoms }) => sum + atoms.length, 0),
    complete: true,
    narrowed: regions.flatMap((region, index) => {
      const own = countRoom(region);
      const pairs = {
        low: Math.max(0, (limit?.low ?? 0) - (room - own)),
        high: Math.min(own, limit?.high ?? own),
      };
      const possible = listPossible(region, pairs);
      if (possible.length >= 2) return [];
      return region.atoms.map((atom) => ({ atom, share: 0, from: limit?.from ?? from[index] ?? [] }));
    }),
  };
};

/** Which of 1 (promoter), 0 and -1 somebody in the region may be. */
const listPossible = (
  { people, low, high }: SurplusRegion,
  pairs: Readonly<{ low: number; high: number }>,
): number[] => {
  const nearest = low > 0 ? low : high < 0 ? -high : 0;
  return [
    ...(high > 0 || pairs.high >= 1 ? [1] : []),
    ...(people - nearest - 2 * pairs.low >= 1 ? [0] : []),
    ...(low < 0 || pairs.high >= 1 ? [-1] : []),
  ];
};
