/**
 * Bounds promoters, passives and detractors so that they tell nobody's answer, also next to the published eNPS figures.
 *
 * In: confidential counts and the published units; out: per unit that shows detail three whole counts that add up to its
 * respondents, and whether they may have been moved.
 *
 * Argument. Let s be promoters minus detractors of a region of the units that show an eNPS, as published; a bounded region
 * first turns its surplus of promoters (detractors) into passives, so its counts and its published eNPS are one story.
 * Such a region then has |s| people at one end plus some number of opposed pairs (a promoter and a detractor), and its
 * eNPS says nothing about the pairs. A region of the units that show detail consists of whole such regions, so all that
 * its three counts add to the eNPS figures is one number: the pairs in it, t. (Guarding the counts instead would not do:
 * 5 detractors in one team and 5 promoters in another prove everyone in a third team with eNPS 0 passive.) t is published
 * as at least 1 whenever a pair fits in, and t at or below the smallest published value looks the same, so in every team
 * where a pair fits, each person may be a promoter or a detractor; where none fits (one passive, the others alike, by
 * the bound on s) each person may be either of two neighbours: half the scale. Whether counts are marked as moved depends
 * on published numbers only, and the k-rule with the k of detail covers t, since it is about the whole region.
 */
import type { Cell, MeasureDefinition } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { Unit } from "../../schemas/roster.ts";
import { findScale, prepareEdges } from "./bound-answers.ts";
import type { Shown } from "./choose-shown.ts";
import { addUpRegions, findNearestShown, findShownTree, takeRegions } from "./split-regions.ts";

/** People; `moved` means the true counts may differ. */
export type Parts = Readonly<{ promoters: number; passives: number; detractors: number; moved: boolean }>;

/** What the published eNPS says of a region, in people, and the opposed pairs it does not tell. */
type Region = Readonly<{
  respondents: number;
  promoters: number;
  detractors: number;
  /** People who are not spoken for: pairs and passives. */
  others: number;
  /** As many pairs as fit in. */
  room: number;
  pairs: number;
  bounded: boolean;
}>;

/** Smallest and largest published surplus of promoters over detractors. */
type PersonEdges = Readonly<{ lowest: number; highest: number }>;

type PartsInput = Readonly<{
  units: readonly Unit[];
  cells: ReadonlyMap<string, Cell>;
  measure: MeasureDefinition;
  shown: Shown;
  policy: Policy;
}>;

/** Parts per unit of `shown.detail`, for one eNPS measure whose cells are given by unit. */
export const boundParts = (input: PartsInput): ReadonlyMap<string, Parts> =>
  addUpRegions(findShownTree(input.units, input.shown.detail), boundRegionParts(input), (left, right) => ({
    promoters: left.promoters + right.promoters,
    passives: left.passives + right.passives,
    detractors: left.detractors + right.detractors,
    moved: left.moved || right.moved,
  }));

/** The same per region of the units that show detail, keyed by the unit whose region it is. */
export const boundRegionParts = (input: PartsInput): ReadonlyMap<string, Parts> =>
  new Map([...gatherRegions(input)].map(([unit, region]) => [unit, movePairs(region, input.policy)] as const));

/** The regions of units that show detail, each the sum of regions of units that show an eNPS. */
const gatherRegions = (input: PartsInput): ReadonlyMap<string, Region> => {
  const nearestDetail = findNearestShown(input.units, input.shown.detail);
  const gathered = new Map<string, Region>([...input.shown.detail].map((unit) => [unit, nobody]));
  for (const [unit, region] of describeRegions(input)) {
    const detail = nearestDetail.get(unit);
    if (typeof detail === "string") gathered.set(detail, addRegions(gathered.get(detail) as Region, region));
  }
  return gathered;
};

const nobody: Region = {
  respondents: 0,
  promoters: 0,
  detractors: 0,
  others: 0,
  room: 0,
  pairs: 0,
  bounded: false,
};

const addRegions = (left: Region, right: Region): Region => ({
  respondents: left.respondents + right.respondents,
  promoters: left.promoters + right.promoters,
  detractors: left.detractors + right.detractors,
  others: left.others + right.others,
  room: left.room + right.room,
  pairs: left.pairs + right.pairs,
  bounded: left.bounded || right.bounded,
});

const describeRegions = ({ units, cells, measure, shown, policy }: PartsInput): [string, Region][] => {
  const tree = findShownTree(units, shown.mean);
  const take = (field: "respondents" | "promoters" | "detractors") =>
    takeRegions(tree, (unit) => BigInt(cells.get(unit)?.[field] ?? 0));
  const [respondents, promoters, detractors] = [take("respondents"), take("promoters"), take("detractors")];
  const findPersonEdges = preparePersonEdges(measure, policy);
  return [...tree.keys()].map((unit) => {
    const people = Number(respondents.get(unit));
    const surplus = Number(promoters.get(unit)) - Number(detractors.get(unit));
    const pairs = Math.min(Number(promoters.get(unit)), Number(detractors.get(unit)));
    return [unit, describeRegion(people, surplus, pairs, findPersonEdges(people))];
  });
};

/** A bounded region keeps its pairs; what goes from one end to passive is the part of the surplus beyond the edge. */
const describeRegion = (
  respondents: number,
  surplus: number,
  pairs: number,
  { lowest, highest }: PersonEdges,
): Region => {
  if (respondents === 0) return nobody;
  const published = Math.min(Math.max(surplus, lowest), highest);
  const others = respondents - Math.abs(published);
  return {
    respondents,
    promoters: Math.max(published, 0),
    detractors: Math.max(-published, 0),
    others,
    room: Math.floor(others / 2),
    pairs,
    bounded: surplus >= highest || surplus <= lowest,
  };
};

/** The edges of the eNPS sum in people, at the first whole number on or beyond them: 4.8 of 6 is 5. */
const preparePersonEdges = (measure: MeasureDefinition, policy: Policy): ((respondents: number) => PersonEdges) => {
  const scale = findScale(measure, policy);
  const person = BigInt(measure.maximum) * scale;
  const findEdges = prepareEdges(measure, policy, scale);
  return (respondents) => {
    const { low, high } = findEdges(BigInt(respondents));
    return { lowest: -divideUp(-low, person), highest: divideUp(high, person) };
  };
};

const divideUp = (numerator: bigint, denominator: bigint): number =>
  Number(numerator >= 0n ? (numerator + denominator - 1n) / denominator : numerator / denominator);

/**
 * Keeps `least` people in each of the three groups where the eNPS figures leave room for it: one tenth of a region
 * that is smaller than the eNPS band asks, one person in a larger one. On either edge the counts are marked as moved.
 */
const movePairs = (region: Region, policy: Policy): Parts => {
  const { respondents, others, room } = region;
  const least = respondents < policy.enps_band.below ? Math.ceil(respondents / 10) : 1;
  const fewest = Math.min(least, room);
  const most = Math.max(fewest, Math.min(room, Math.floor((others - least) / 2)));
  const pairs = Math.min(Math.max(region.pairs, fewest), most);
  const promoters = region.promoters + pairs;
  const detractors = region.detractors + pairs;
  const moved = respondents > 0 && (region.bounded || pairs <= fewest || pairs >= most);
  return { promoters, passives: respondents - promoters - detractors, detractors, moved };
};
