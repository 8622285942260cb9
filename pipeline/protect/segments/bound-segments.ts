/**
 * Bounds the sums of segments so that they undo no bound of a unit and leave everyone's answer open.
 *
 * In: confidential atoms, the bounded sums of units, the segments chosen; out: per measure and segment an exact sum and in which
 * direction the true one may lie.
 *
 * Units keep the sums that they have without segments. What is published about segments is made from sums of classes of people
 * (split-classes.ts) that add up to what their regions publish, so no arithmetic reaches further than these sums, and where a region
 * was moved, so were they. They are the true ones, in whole steps, wherever all is well, and else moved the least (place-sums.ts).
 * As with units an edge counts as moved; what shares a region with something on an edge is "about", whether it was moved or not; and
 * where somebody's answer is left open no further than it must be, so is every segment of the measure.
 */
import type { Atom, Block, MeasureDefinition } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import type { Bound } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { type BoundedSums, findOpenWidth, findStep, prepareEdges } from "../bound-answers.ts";
import { scaleDecimal } from "../divide-exactly.ts";
import { findShownTree, takeRegions } from "../split-regions.ts";
import type { Solve } from "./linear-program.ts";
import type { SegmentGroup } from "./list-segments.ts";
import { addClasses, type Placed, type Placement, placeSums } from "./place-sums.ts";
import { roundWithin } from "./round-within.ts";
import { type Part, type PeopleClass, splitClasses } from "./split-classes.ts";

/** Of one measure, per segment (by id). `sums` are integers: points x respondents x `scale`. */
export type SegmentSums = Readonly<{
  scale: bigint;
  sums: ReadonlyMap<string, bigint>;
  bounds: ReadonlyMap<string, Bound>;
}>;

export type SegmentInput = Readonly<{
  units: readonly Unit[];
  atoms: readonly Atom[];
  block: Block;
  shown: ReadonlySet<string>;
  segments: readonly SegmentGroup[];
  bounded: ReadonlyMap<string, BoundedSums>;
  policy: Policy;
}>;

/** lowered: the true sum may be higher; raised: lower. */
type Direction = Readonly<{ lowered: boolean; raised: boolean }>;

type Moved = Readonly<{ scale: bigint; sums: ReadonlyMap<string, bigint>; moved: ReadonlyMap<string, Direction> }>;

type Split = Readonly<{ classes: readonly PeopleClass[]; parts: readonly Part[] }>;

/** Sums per measure of the block; null when no sums of these segments keep every answer open. */
export const boundSegments = (input: SegmentInput, solve: Solve): ReadonlyMap<string, SegmentSums> | null => {
  const split = splitClasses(input);
  const done = new Map<string, Moved>();
  for (const measure of input.block.measures.filter(({ made_of }) => made_of === undefined)) {
    const placement = preparePlacement(input, measure, split);
    const placed = placeSums(placement, solve);
    if (placed === null) return null;
    done.set(measure.measure, describeMoved(input, measure, placement, placed));
  }
  for (const measure of input.block.measures.filter(({ made_of }) => made_of !== undefined))
    done.set(measure.measure, joinMeasures(input, measure, done));
  return new Map([...done].map(([measure, moved]) => [measure, describeSums(moved)]));
};

/** Sums as whole steps above everyone at the low end of the scale. */
const preparePlacement = (input: SegmentInput, measure: MeasureDefinition, { classes, parts }: Split): Placement => {
  const { atoms, policy, bounded } = input;
  const { scale } = bounded.get(measure.measure) as BoundedSums;
  const step = findStep(measure, scale);
  const minimum = scaleDecimal(measure.minimum, scale);
  const findEdges = prepareEdges(measure, policy, scale);
  const steps = (sum: bigint, people: number, up: boolean) => divide(sum - BigInt(people) * minimum, step, up);
  const regions = listRegions(input, measure, classes).map(({ unit, people, sum }) => {
    const { low, high } = findEdges(BigInt(people));
    const own = classes.flatMap(({ region }, index) => (region === unit ? [index] : []));
    return { classes: own, sum: steps(sum, people, sum <= low), onEdge: sum <= low || sum >= high };
  });
  const widen = scale / measure.factor;
  const exact = classes.map(({ atoms: own, people }) =>
    own.reduce((sum, atom) => sum + (atoms[atom]?.sums.get(measure.measure) ?? 0n) * widen, -BigInt(people) * minimum),
  );
  return {
    people: classes.map(({ people }) => people),
    start: roundRegions(exact, step, regions),
    regions,
    parts,
    segments: input.segments.length,
    edges: parts.map(({ people }) => {
      const { low, high } = findEdges(BigInt(people));
      return { low: steps(low, people, true), high: steps(high, people, false) };
    }),
    range: Number((scaleDecimal(measure.maximum, scale) - minimum) / step),
    width: Number(findOpenWidth(measure, policy, scale) / step),
  };
};

const divide = (sum: bigint, step: bigint, up: boolean): number => {
  const rest = ((sum % step) + step) % step;
  return Number((sum - rest) / step) + (up && rest > 0n ? 1 : 0);
};

const listRegions = (
  { units, shown, bounded, block }: SegmentInput,
  measure: MeasureDefinition,
  classes: readonly PeopleClass[],
) => {
  const tree = findShownTree(units, shown);
  const own = bounded.get(measure.measure) as BoundedSums;
  const cells = new Map(
    block.cells.filter((cell) => cell.measure === measure.measure).map((cell) => [cell.unit, cell]),
  );
  const sums = takeRegions(tree, (unit) => own.sums.get(unit) ?? 0n);
  const people = takeRegions(tree, (unit) => BigInt(cells.get(unit)?.respondents ?? 0));
  const used = new Set(classes.map(({ region }) => region));
  return [...tree.keys()]
    .filter((unit) => used.has(unit))
    .map((unit) => ({ unit, sum: sums.get(unit) as bigint, people: Number(people.get(unit)) }));
};

/** Whole steps; in a region that was not moved they add up to what it publishes. */
const roundRegions = (exact: readonly bigint[], step: bigint, regions: Placement["regions"]): number[] => {
  const start = exact.map(() => 0);
  for (const { classes, sum, onEdge } of regions) {
    const own = classes.map((one) => exact[one] as bigint);
    const rounded = roundWithin(own, step, onEdge ? null : BigInt(sum) * step);
    classes.forEach((one, index) => {
      start[one] = Number((rounded[index] as bigint) / step);
    });
  }
  return start;
};

/** What lies on an edge, and what shares a region with it. A function of published figures only. */
const describeMoved = (
  { segments, bounded }: SegmentInput,
  measure: MeasureDefinition,
  placement: Placement,
  { sums, narrow }: Placed,
): Moved => {
  const { scale } = bounded.get(measure.measure) as BoundedSums;
  const step = findStep(measure, scale);
  const minimum = scaleDecimal(measure.minimum, scale);
  const totals = placement.parts.map(({ classes }) => addClasses(sums, classes));
  const disturbed = findDisturbed(placement, totals);
  const moved = segments.map(({ id }, index): [string, Direction] => {
    const { low, high } = placement.edges[index] as { low: number; high: number };
    const total = totals[index] as number;
    if (narrow || disturbed(index)) return [id, { lowered: true, raised: true }];
    return [id, { lowered: total >= high, raised: total <= low }];
  });
  const toSum = (index: number, people: number) => BigInt(totals[index] as number) * step + BigInt(people) * minimum;
  return {
    scale,
    sums: new Map(segments.map(({ id, respondents }, index) => [id, toSum(index, respondents)])),
    moved: new Map(moved),
  };
};

/** Says whether something else on an edge shares a region with a part. */
const findDisturbed = ({ regions, parts, edges }: Placement, totals: readonly number[]) => {
  const regionOf = new Map(regions.flatMap(({ classes }, region) => classes.map((one) => [one, region] as const)));
  const touched = ({ classes }: Part) => new Set(classes.flatMap((one) => regionOf.get(one) ?? []));
  const causes = new Map<number, number[]>(regions.flatMap(({ onEdge }, region) => (onEdge ? [[region, [-1]]] : [])));
  parts.forEach((part, index) => {
    const { low, high } = edges[index] as { low: number; high: number };
    const total = totals[index] as number;
    if (low < total && total < high) return;
    for (const region of touched(part)) causes.set(region, [...(causes.get(region) ?? []), index]);
  });
  return (index: number) =>
    [...touched(parts[index] as Part)].some((region) => causes.get(region)?.some((cause) => cause !== index));
};

/** A scale made of scales: each part by its share of the items. */
const joinMeasures = (
  { segments, bounded }: SegmentInput,
  measure: MeasureDefinition,
  done: ReadonlyMap<string, Moved>,
): Moved => {
  const { scale } = bounded.get(measure.measure) as BoundedSums;
  const of = BigInt(measure.items);
  const parts = (measure.made_of ?? []).map((part) => ({
    ...(done.get(part.measure) as Moved),
    items: BigInt(part.items),
  }));
  const join = (id: string) =>
    parts.reduce((sum, part) => sum + ((part.sums.get(id) ?? 0n) * part.items * scale) / (part.scale * of), 0n);
  const isMoved = (id: string, way: keyof Direction) => parts.some((part) => part.moved.get(id)?.[way]);
  return {
    scale,
    sums: new Map(segments.map(({ id }) => [id, join(id)])),
    moved: new Map(
      segments.map(({ id }) => [id, { lowered: isMoved(id, "lowered"), raised: isMoved(id, "raised") }] as const),
    ),
  };
};

const describeSums = ({ scale, sums, moved }: Moved): SegmentSums => ({
  scale,
  sums,
  bounds: new Map(
    [...moved].flatMap(([id, { lowered, raised }]): [string, Bound][] => {
      if (lowered && raised) return [[id, "about"]];
      if (lowered) return [[id, "at_least"]];
      return raised ? [[id, "at_most"]] : [];
    }),
  ),
});
