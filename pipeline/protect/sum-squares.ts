/**
 * Sums of squares within and between the shown leaf units (teams) of one measure, as exact fractions.
 *
 * In: a confidential measure with its published sums; out: fractions in squared integers of the published scale.
 *
 * Means: squares are taken around the published team means, so that one sum of squares over all teams is all that is
 * added to what is published. Were it near 0, everyone would sit at the team's mean; it is therefore at least
 * W^2 x k / (k - 1), with which one person in one team of k can still be W (the open width) away from that mean, on top of
 * the least that scores in whole steps can give around these means. Where W is one step it is at least two squared steps:
 * to leave a mean that is itself a step takes one person up and one down.
 * Digits must tell no more than size does. Squares around a bounded mean B / n hold 2 B S / n, so their last digits would
 * tell the true sum S (all five at the end, or four): a bounded team counts as everybody at the end, W^2 / n. A blank
 * answer leaves digits of its own, and so does a bounded part in a scale made of scales: the sum is rounded to what
 * complete answers give, whole steps squared, even or odd as the scores are together.
 * eNPS: squares are counts of promoters and detractors, which are banded and asked of at least k of detail people, so
 * they are not taken from the answers at all but from the published parts: a team that shows no parts gets the squares
 * per degree of freedom of the region it lies in.
 */
import type { Cell, MeasureDefinition } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type BoundedSums, findOpenWidth, findStep } from "./bound-answers.ts";
import { boundRegionParts, type Parts } from "./bound-parts.ts";
import type { Shown } from "./choose-shown.ts";
import { type Fraction, roundToStep, sumFractions } from "./divide-exactly.ts";
import { findNearestShown, findShownTree, takeRegions } from "./split-regions.ts";

export type SquaresInput = Readonly<{
  units: readonly Unit[];
  shown: Shown;
  measure: MeasureDefinition;
  cells: ReadonlyMap<string, Cell>;
  bounded: BoundedSums;
  policy: Policy;
}>;

/** One row per team: respondents, and the published sum in integers of the scale. */
export type Team = Readonly<{ unit: string; respondents: bigint; sum: bigint }>;

/** The shown leaf units; for eNPS those in a unit that shows parts, which is all of them when the organisation does. */
export const findTeams = ({ units, shown, measure, cells, bounded }: SquaresInput): readonly Team[] => {
  const nearestDetail = findNearestShown(units, shown.detail);
  return units
    .filter(({ unit, leaf }) => leaf && shown.mean.has(unit))
    .filter(({ unit }) => measure.kind === "mean" || typeof nearestDetail.get(unit) === "string")
    .map(({ unit }) => ({
      unit,
      respondents: BigInt(cells.get(unit)?.respondents ?? 0),
      sum: bounded.sums.get(unit) ?? 0n,
    }));
};

/** Between teams, from published sums alone. */
export const sumSquaresBetween = (teams: readonly Team[]): Fraction => {
  const total = teams.reduce((sum, team) => sum + team.sum, 0n);
  const respondents = teams.reduce((sum, team) => sum + team.respondents, 0n);
  return sumFractions([
    ...teams.map((team) => ({ numerator: team.sum * team.sum, denominator: team.respondents })),
    { numerator: -total * total, denominator: respondents },
  ]);
};

/** Within teams. */
export const sumSquaresWithin = (input: SquaresInput, teams: readonly Team[]): Fraction =>
  input.measure.kind === "enps" ? sumPublishedSquares(input, teams) : sumTrueSquares(input, teams);

/** Of a scale made of scales every team counts with its own squares: a bounded part is only a share of them. */
const sumTrueSquares = (input: SquaresInput, teams: readonly Team[]): Fraction => {
  const { measure, bounded, policy } = input;
  const step = findStep(measure, bounded.scale);
  const open = findOpenWidth(measure, policy, bounded.scale);
  const isTold = ({ unit }: Team): boolean => measure.made_of !== undefined || !bounded.bounds.has(unit);
  const told = teams.filter(isTold);
  const least = [...told.map((team) => findLeastSquares(team, step)), findAway(open, step, policy)];
  const atAnEnd = teams
    .filter((team) => !isTold(team))
    .map(({ respondents }) => ({ numerator: open * open, denominator: respondents }));
  return sumFractions([findLarger(roundSquares(input, told, step), sumFractions(least)), ...atAnEnd]);
};

/** What one person in a team of k adds by being W away or, where W is one step, two people by being a step away. */
const findAway = (open: bigint, step: bigint, { k }: Policy): Fraction =>
  findLarger(
    { numerator: open * open * BigInt(k.mean), denominator: BigInt(k.mean - 1) },
    { numerator: 2n * step * step, denominator: 1n },
  );

/** Squares around the published means, rounded; `beyond` is 0 where nothing was moved and no answer is blank. */
const roundSquares = ({ measure, cells, bounded }: SquaresInput, teams: readonly Team[], step: bigint): Fraction => {
  const widen = bounded.scale / measure.factor;
  const whole = sumFractions(
    teams.map(({ unit, respondents, sum }) => {
      const squared = (cells.get(unit)?.sum_squares ?? 0n) * widen * widen;
      const beyond = (cells.get(unit)?.sum ?? 0n) * widen - sum;
      return { numerator: respondents * (squared - step * sum) - 2n * sum * beyond, denominator: respondents };
    }),
  );
  const rounded = roundToStep(whole.numerator, 2n * step * step * whole.denominator);
  const rest = teams.map(({ respondents, sum }) => ({
    numerator: sum * (respondents * step - sum),
    denominator: respondents,
  }));
  return sumFractions([{ numerator: rounded, denominator: whole.denominator }, ...rest]);
};

/** The least squares of scores in whole steps around a mean: everyone on the step below it or the step above. */
const findLeastSquares = ({ respondents, sum }: Team, step: bigint): Fraction => {
  const whole = respondents * step;
  const rest = ((sum % whole) + whole) % whole;
  return { numerator: rest * (whole - rest), denominator: respondents };
};

const findLarger = (left: Fraction, right: Fraction): Fraction =>
  left.numerator * right.denominator > right.numerator * left.denominator ? left : right;

/** Per region of the units that show parts: its squares, spread over its teams by degrees of freedom. */
const sumPublishedSquares = (input: SquaresInput, teams: readonly Team[]): Fraction => {
  const nearestDetail = findNearestShown(input.units, input.shown.detail);
  const within = groupByDetail(findPublishedRegions(input), nearestDetail);
  const ofTeams = groupByDetail(teams, nearestDetail);
  const parts = boundRegionParts(input);
  return sumFractions(
    [...ofTeams].map(([detail, own]) => {
      const regions = within.get(detail) ?? [];
      const { numerator, denominator } = squareRegion(regions, parts.get(detail) as Parts, input);
      return {
        numerator: numerator * countFreedom(own),
        denominator: denominator * countFreedom(regions),
      };
    }),
  );
};

const findPublishedRegions = ({ units, shown, cells, bounded }: SquaresInput): readonly Team[] => {
  const tree = findShownTree(units, shown.mean);
  const respondents = takeRegions(tree, (unit) => BigInt(cells.get(unit)?.respondents ?? 0));
  const sums = takeRegions(tree, (unit) => bounded.sums.get(unit) ?? 0n);
  return [...tree.keys()]
    .map((unit) => ({ unit, respondents: respondents.get(unit) ?? 0n, sum: sums.get(unit) ?? 0n }))
    .filter((region) => region.respondents > 0n);
};

const groupByDetail = (
  regions: readonly Team[],
  nearestDetail: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, Team[]> => {
  const groups = new Map<string, Team[]>();
  for (const region of regions) {
    const detail = nearestDetail.get(region.unit);
    if (typeof detail !== "string") continue;
    const group = groups.get(detail);
    if (group === undefined) groups.set(detail, [region]);
    else group.push(region);
  }
  return groups;
};

const squareRegion = (regions: readonly Team[], parts: Parts, { measure, bounded }: SquaresInput): Fraction => {
  const person = BigInt(measure.maximum) * bounded.scale;
  const atAnEnd = BigInt(parts.promoters + parts.detractors);
  return sumFractions([
    { numerator: atAnEnd * person * person, denominator: 1n },
    ...regions.map(({ sum, respondents }) => ({ numerator: -sum * sum, denominator: respondents })),
  ]);
};

const countFreedom = (regions: readonly Team[]): bigint =>
  regions.reduce((sum, { respondents }) => sum + respondents - 1n, 0n);
