/**
 * Rounds and bounds the published sums of a block so that no blank answer shows and everyone's answer stays open over at
 * least half of the scale.
 *
 * In: confidential cells and the published units; out: per measure and published unit an exact integer sum and, where a
 * sum was moved, in which direction the true one may lie.
 *
 * A region (see split-regions.ts) of r people publishes its sum clipped to [r x minimum + W, r x maximum - W], W being
 * the open share of the scale, rounded up to whole steps. With a sum S inside, somebody's answer can be as low as
 * S - (r-1) x maximum <= maximum - W and as high as S - (r-1) x minimum >= minimum + W, so the interval is at least W wide
 * (r >= 2); with S on the edge or beyond, only "on the edge or beyond" is known and the same holds. Regions are disjoint
 * and every published sum is a sum over regions, so subtracting neighbours yields the clipped region again and never the
 * true one. The edge itself counts as moved, so it tells nothing. Nothing is hidden because of answers.
 *
 * Before that a region's sum is rounded to what complete answers can add up to (whole steps): the fraction that an
 * unanswered item leaves would tell, to the last digit, about the few who left one. Rounding does not narrow anything:
 * both edges and every sum between them are then whole steps, so each published sum is also what complete answers give,
 * and those alone leave W open as above; people with a blank only add possibilities. That is why W must be whole steps:
 * on an item of 1 to 4, 1.5 would bound the sums r and r + 1 alike and leave 1 open. A sum less than half a step
 * inside an edge is rounded onto it and counts as moved: a bound is about the rounded sum. For the same reason a scale made
 * of scales is the weighted mean of what those publish, never a sum of its own: the difference would be about those few.
 */
import type { Block, Cell, MeasureDefinition } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { Bound } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import { findCommonMultiple } from "../stats/common-multiple.ts";
import { countDecimals, roundToStep, scaleDecimal } from "./divide-exactly.ts";
import { addUpRegions, findShownTree, type ShownTree, takeRegions } from "./split-regions.ts";

/** Of one measure, per published unit. `sums` are integers: points x respondents x `scale`. No bound: not moved. */
export type BoundedSums = Readonly<{
  scale: bigint;
  sums: ReadonlyMap<string, bigint>;
  bounds: ReadonlyMap<string, Bound>;
}>;

/** Lowest and highest sum a region may publish, in integers of a scale. */
export type Edges = Readonly<{ low: bigint; high: bigint }>;

/** A region's or unit's sum; lowered: the true one may be higher, raised: it may be lower. */
type MovedSum = Readonly<{ sum: bigint; lowered: boolean; raised: boolean }>;

type Moved = Readonly<{ scale: bigint; regions: ReadonlyMap<string, MovedSum> }>;

/** Bounded sums per measure of the block, for the units in `shown`. */
export const boundAnswers = (input: {
  readonly units: readonly Unit[];
  readonly block: Block;
  readonly shown: ReadonlySet<string>;
  readonly policy: Policy;
}): ReadonlyMap<string, BoundedSums> => {
  const { units, block, shown, policy } = input;
  const tree = findShownTree(units, shown);
  const [whole, plain] = [block.measures.filter(isMade), block.measures.filter((measure) => !isMade(measure))];
  const moved = new Map<string, Moved>();
  for (const measure of plain)
    moved.set(measure.measure, moveRegions(tree, indexCells(block, measure), measure, policy));
  for (const measure of whole) moved.set(measure.measure, joinParts(tree, measure, policy, moved));
  return new Map(block.measures.map(({ measure }) => [measure, addUpMoved(tree, moved.get(measure) as Moved)]));
};

const isMade = (measure: MeasureDefinition): boolean => measure.made_of !== undefined;

/** The cells of one measure by unit. */
export const indexCells = (block: Block, measure: MeasureDefinition): ReadonlyMap<string, Cell> =>
  new Map(block.cells.filter((cell) => cell.measure === measure.measure).map((cell) => [cell.unit, cell]));

const moveRegions = (
  tree: ShownTree,
  cells: ReadonlyMap<string, Cell>,
  measure: MeasureDefinition,
  policy: Policy,
): Moved => {
  const scale = findScale(measure, policy);
  const widen = scale / measure.factor;
  const original = takeRegions(tree, (unit) => (cells.get(unit)?.sum ?? 0n) * widen);
  const respondents = takeRegions(tree, (unit) => BigInt(cells.get(unit)?.respondents ?? 0));
  const findEdges = prepareEdges(measure, policy, scale);
  const regions = new Map<string, MovedSum>();
  for (const [unit, sum] of original) {
    const people = respondents.get(unit) as bigint;
    const start = { sum: roundToStep(sum, findStep(measure, scale)), lowered: false, raised: false };
    regions.set(unit, people === 0n ? start : clip(start, findEdges(people)));
  }
  return { scale, regions };
};

/** The regions of a scale made of scales: each part by its share of the items. */
const joinParts = (
  tree: ShownTree,
  measure: MeasureDefinition,
  policy: Policy,
  moved: ReadonlyMap<string, Moved>,
): Moved => {
  const parts = (measure.made_of ?? []).map((part) => ({
    ...(moved.get(part.measure) as Moved),
    items: BigInt(part.items),
  }));
  const of = BigInt(measure.items);
  const scale = parts.reduce(
    (shared, part) => findCommonMultiple([shared, part.scale * of]),
    findScale(measure, policy),
  );
  const join = (unit: string): MovedSum =>
    parts.reduce<MovedSum>(
      (whole, part) => {
        const region = part.regions.get(unit) as MovedSum;
        return {
          sum: whole.sum + (region.sum * part.items * scale) / (part.scale * of),
          lowered: whole.lowered || region.lowered,
          raised: whole.raised || region.raised,
        };
      },
      { sum: 0n, lowered: false, raised: false },
    );
  return { scale, regions: new Map([...tree.keys()].map((unit) => [unit, join(unit)])) };
};

/** An integer scale on which every edge of the measure is a whole number; a multiple of its factor. */
export const findScale = (measure: MeasureDefinition, policy: Policy): bigint => {
  const limits = [measure.minimum, measure.maximum, policy.enps_band.low, policy.enps_band.high];
  const decimals = countDecimals(policy.open_share) + Math.max(...limits.map(countDecimals));
  return measure.factor * 10n ** BigInt(decimals);
};

/**
 * The edges of a region by its respondents: at least the open share of the scale away from everyone at an end and, for
 * eNPS in a region smaller than the band asks, inside the band.
 */
export const prepareEdges = (
  measure: MeasureDefinition,
  policy: Policy,
  scale: bigint,
): ((respondents: bigint) => Edges) => {
  const scaled = (points: number): bigint => scaleDecimal(points, scale);
  const [minimum, maximum] = [scaled(measure.minimum), scaled(measure.maximum)];
  const [low, high] = [scaled(policy.enps_band.low), scaled(policy.enps_band.high)];
  const open = findOpenWidth(measure, policy, scale);
  const below = measure.kind === "enps" ? BigInt(policy.enps_band.below) : 0n;
  return (respondents) => {
    const edges = { low: respondents * minimum + open, high: respondents * maximum - open };
    if (respondents >= below) return edges;
    return { low: findLarger(edges.low, respondents * low), high: -findLarger(-edges.high, -respondents * high) };
  };
};

/** One step of a complete answer, in integers of a scale that is a multiple of the measure's factor. */
export const findStep = ({ step, factor }: MeasureDefinition, scale: bigint): bigint => (scale / factor) * step;

/** The width that stays open for everyone, in integers of the scale: half of the range, rounded up to whole steps. */
export const findOpenWidth = (measure: MeasureDefinition, policy: Policy, scale: bigint): bigint => {
  const whole = 10n ** BigInt(countDecimals(policy.open_share));
  const range = scaleDecimal(measure.maximum, scale) - scaleDecimal(measure.minimum, scale);
  const open = range * scaleDecimal(policy.open_share, whole);
  const step = findStep(measure, scale);
  return ((open + step * whole - 1n) / (step * whole)) * step;
};

const findLarger = (left: bigint, right: bigint): bigint => (left > right ? left : right);

/** A sum on an edge counts as moved. */
const clip = (start: MovedSum, { low, high }: Edges): MovedSum => {
  if (start.sum >= high) return { sum: high, lowered: true, raised: start.raised };
  if (start.sum <= low) return { sum: low, lowered: start.lowered, raised: true };
  return start;
};

const addUpMoved = (tree: ShownTree, { scale, regions }: Moved): BoundedSums => {
  const totals = addUpRegions(tree, regions, (left, right) => ({
    sum: left.sum + right.sum,
    lowered: left.lowered || right.lowered,
    raised: left.raised || right.raised,
  }));
  const bounds = [...totals].flatMap(([unit, moved]) => {
    const bound = nameBound(moved);
    return bound === undefined ? [] : [[unit, bound] as const];
  });
  return { scale, sums: new Map([...totals].map(([unit, { sum }]) => [unit, sum])), bounds: new Map(bounds) };
};

const nameBound = ({ lowered, raised }: MovedSum): Bound | undefined => {
  if (lowered && raised) return "about";
  if (lowered) return "at_least";
  return raised ? "at_most" : undefined;
};
