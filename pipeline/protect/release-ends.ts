/**
 * Floor and ceiling of a scale: how many people can have the lowest and the highest possible score, from published figures alone.
 *
 * In: the published sums and squares of the shown teams; out: per end "less than" a share in steps of 5 %. A team published as a
 * bound may be at that end as a whole; of a scale made of scales at either end, as only a part of it may have been moved. Of the others, with mean M, variance V (between and within teams) and an end
 * d away, the share at the end is at most V / (V + d^2) (Cantelli's inequality).
 *
 * The counted share is not published. Beside the means and the exact variance it can give answers away, also in steps
 * of 5 % that keep the largest team away from all that the means force: with teams of 3 of which sums and squares allow just so
 * many at the floor, "at least 20 %" leaves each answer less than half of the scale. The test shows such an organisation.
 */
import type { MeasureDefinition } from "../../schemas/cell.ts";
import { Bound } from "../../schemas/release.ts";
import type { BoundedSums } from "./bound-answers.ts";
import { type Fraction, scaleDecimal, sumFractions } from "./divide-exactly.ts";
import { sumSquaresBetween, type Team } from "./sum-squares.ts";

/** A share 0-1; at_least: the value or more, at_most: less than the value, else from the value to 0.05 more. */
export type Share = Readonly<{ value: number; bound?: "at_least" | "at_most" }>;

type EndsInput = Readonly<{
  measure: MeasureDefinition;
  bounded: BoundedSums;
  teams: readonly Team[];
  /** Squares within teams as published, in squared integers of the published scale. */
  within: Fraction;
}>;

/** Beyond half of the people a limit says nothing. */
const highestCut = 10n;

/** floor and ceiling; null where more than half of the people may be at that end. */
export const releaseEnds = (input: EndsInput): { floor: Share | null; ceiling: Share | null } => {
  const { measure, bounded } = input;
  const end = (points: number) => scaleDecimal(points, bounded.scale);
  const isMade = measure.made_of !== undefined;
  return {
    floor: limitShare(input, end(measure.minimum), isMade ? Bound.options : ["at_most"]),
    ceiling: limitShare(input, end(measure.maximum), isMade ? Bound.options : ["at_least"]),
  };
};

const limitShare = ({ bounded, teams, within }: EndsInput, end: bigint, beyond: readonly Bound[]): Share | null => {
  const isWhole = ({ unit }: Team): boolean => beyond.some((bound) => bound === bounded.bounds.get(unit));
  const others = teams.filter((team) => !isWhole(team));
  const people = addUp(teams.map(({ respondents }) => respondents));
  const most = sumFractions([
    { numerator: addUp(teams.filter(isWhole).map(({ respondents }) => respondents)), denominator: 1n },
    limitOthers(others, within, end),
  ]);
  const cut = (20n * most.numerator) / (most.denominator * people) + 1n;
  return cut > highestCut ? null : { value: Number(cut) / 20, bound: "at_most" };
};

/** People at the end: N V / (V + d^2), with N V the squares between and within and N d the distance of all together. */
const limitOthers = (teams: readonly Team[], within: Fraction, end: bigint): Fraction => {
  const people = addUp(teams.map(({ respondents }) => respondents));
  if (people === 0n) return { numerator: 0n, denominator: 1n };
  const away = people * end - addUp(teams.map(({ sum }) => sum));
  const squares = sumFractions([sumSquaresBetween(teams), within]);
  return {
    numerator: people * people * squares.numerator,
    denominator: people * squares.numerator + away * away * squares.denominator,
  };
};

const addUp = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
