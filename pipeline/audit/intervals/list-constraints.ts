/**
 * Lists what published sums tell of true ones, to somebody who knows the rules of publication.
 *
 * In: the system of a base, the sums of one measure and the policy; out: sets of atoms with the limits of their true sum, each set once.
 *
 * Figures without a bound are true. A bounded figure of a unit adds up regions (the unit without the published units in it),
 * some of them moved to an edge: r x minimum + W or r x maximum - W, W being the open share, and the ends of the eNPS band in
 * small regions. So the figures are subtracted first: a region off the edges is true, one on an edge is there or beyond. Where a
 * region that must have been moved is on no edge, the measure is made of others that were: then, as for bounded figures of a
 * segment, only the direction is known, and of "about" nothing.
 */

import type { Policy } from "../../../schemas/policy.ts";
import type { Measure } from "../../../schemas/release.ts";
import type { System } from "../system.ts";
import { findRegions, type Region } from "./find-regions.ts";
import type { MeasureSums, PublishedSum, Scale } from "./read-sums.ts";

/** Figures subtracted from each other: positions in the system's groups. */
export type Combination = readonly Readonly<{ group: number; coefficient: number }>[];

/** The true sum of the people in `atoms`, in the units of the sums; infinite where there is no limit. */
export type Constraint = Readonly<{ atoms: readonly number[]; low: number; high: number; from: Combination }>;

type Limits = Readonly<{ low: number; high: number }>;

export type ConstraintInput = Readonly<{ system: System; measure: Measure; policy: Policy; sums: MeasureSums }>;

/**
 * The same input with figures taken for true whatever their bound says. Published sums are made so that even this leaves everyone
 * the open share, so it is the stricter reading, as long as it does not contradict itself.
 */
export const takeAtFace = (input: ConstraintInput, whose: "all" | "segments" = "all"): ConstraintInput => {
  const isTaken = ({ isSegment }: PublishedSum) => whose === "all" || isSegment;
  const sums = input.sums.sums.map((sum) => (isTaken(sum) ? { ...sum, bound: undefined } : sum));
  return { ...input, sums: { ...input.sums, sums } };
};

/** All constraints over all releases; limits of one set are intersected. */
export const listConstraints = (input: ConstraintInput): Constraint[] => {
  const { sums } = input.sums;
  const releases = [...new Set(sums.map(({ release }) => release))];
  const constraints = releases.flatMap((release) => {
    const own = sums.filter((sum) => sum.release === release);
    const units = own.filter(({ isSegment }) => !isSegment);
    const atoms = (sum: PublishedSum) => input.system.groups[sum.group]?.atoms ?? [];
    const regions = findRegions(units.map(atoms));
    const ofUnits = regions === null ? units.map((sum) => state(sum, atoms(sum))) : readRegions(input, units, regions);
    return [...ofUnits, ...own.filter(({ isSegment }) => isSegment).map((sum) => state(sum, atoms(sum)))];
  });
  return mergeEqual(
    constraints.filter(({ atoms, low, high }) => atoms.length > 0 && (Number.isFinite(low) || Number.isFinite(high))),
  );
};

/** What a figure says by itself. */
const state = ({ group, low, high, bound }: PublishedSum, atoms: readonly number[]): Constraint => ({
  atoms,
  from: [{ group, coefficient: 1 }],
  low: bound === undefined || bound === "at_least" ? low : Number.NEGATIVE_INFINITY,
  high: bound === undefined || bound === "at_most" ? high : Number.POSITIVE_INFINITY,
});

const readRegions = (
  input: ConstraintInput,
  units: readonly PublishedSum[],
  regions: readonly Region[],
): Constraint[] => {
  const left = units.map((sum, index) => openRegion(input, units, sum, regions[index] as Region));
  const areOnEdges = left.every(({ sum, limits, edges, isLowest }) => {
    if (sum.bound === undefined || !isLowest) return true;
    return limits.low <= edges.low || limits.high >= edges.high;
  });
  return left.map(({ sum, below, atoms, limits, edges }) => {
    const isTrue = sum.bound === undefined;
    // A figure that claims to be true above one that is not can't be split: it is taken at its word.
    if (isTrue && below.some(({ bound }) => bound !== undefined))
      return state(sum, input.system.groups[sum.group]?.atoms ?? []);
    const from = [sum, ...below].map(({ group }, position) => ({ group, coefficient: position === 0 ? 1 : -1 }));
    if (isTrue) return { atoms, from, ...limits };
    return { ...(areOnEdges ? readEdges(limits, edges) : state({ ...sum, ...limits }, atoms)), atoms, from };
  });
};

/** What is left of a unit less the units in it; `isLowest`: none of those is bounded, so if it is, the region was moved. */
const openRegion = (
  { system, sums, policy, measure }: ConstraintInput,
  units: readonly PublishedSum[],
  sum: PublishedSum,
  { children, atoms }: Region,
) => {
  const below = children.map((child) => units[child] as PublishedSum);
  const people = atoms.reduce((count, atom) => count + (system.people[atom] as number), 0);
  return {
    sum,
    below,
    atoms,
    limits: subtract(sum, below),
    edges: findEdges(sums.scale, policy, measure, people),
    isLowest: below.every(({ bound }) => bound === undefined),
  };
};

const subtract = (sum: Limits, parts: readonly Limits[]): Limits => ({
  low: parts.reduce((low, part) => low - part.high, sum.low),
  high: parts.reduce((high, part) => high - part.low, sum.high),
});

/** A region that may have been moved: true off the edges, open beyond them. */
const readEdges = ({ low, high }: Limits, edges: Limits): Limits => ({
  low: low <= edges.low ? Number.NEGATIVE_INFINITY : low,
  high: high >= edges.high ? Number.POSITIVE_INFINITY : high,
});

/**
 * Lowest and highest sum that a region of that many people may publish. Where answers have larger steps than the units of the
 * sums the true edges lie further in: a region on one is then taken for true, which leaves just as much open.
 */
const findEdges = ({ minimum, maximum, per }: Scale, policy: Policy, measure: Measure, people: number): Limits => {
  const whole = Math.ceil((maximum - minimum) * policy.open_share - 1e-9);
  const edges = { low: people * minimum + whole, high: people * maximum - whole };
  if (measure.kind !== "enps" || people >= policy.enps_band.below) return edges;
  return {
    low: Math.max(edges.low, people * policy.enps_band.low * per),
    high: Math.min(edges.high, people * policy.enps_band.high * per),
  };
};

const mergeEqual = (constraints: readonly Constraint[]): Constraint[] => {
  const merged = new Map<string, Constraint>();
  for (const { atoms, low, high, from } of constraints) {
    const key = atoms.join();
    const known = merged.get(key);
    merged.set(key, {
      atoms,
      from: known?.from ?? from,
      low: Math.max(low, known?.low ?? Number.NEGATIVE_INFINITY),
      high: Math.min(high, known?.high ?? Number.POSITIVE_INFINITY),
    });
  }
  return [...merged.values()];
};
