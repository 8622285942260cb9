/**
 * Releases what the model needs to know of an organisation besides its cells: one row per measure and statistic.
 *
 * In: a block, the units shown, item moments over the same leaf units; out: pooled variance within teams, ICC(1) with the
 * mean group size, reliability. They cover exactly the shown leaf units: over all teams they would pin the sums of the
 * hidden ones. Sums enter as published, since exact ones would undo the bounds. ICC(1) = (MSB - MSW) / (MSB + (N/J - 1) MSW),
 * one-way analysis of variance with J teams and N respondents, as in the R package multilevel.
 */
import type { Block, ItemMoments, MeasureDefinition } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { OrganisationStatistic } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type BoundedSums, boundAnswers, indexCells } from "./bound-answers.ts";
import type { Shown } from "./choose-shown.ts";
import { computeAlpha } from "./compute-alpha.ts";
import { type Fraction, roundFraction } from "./divide-exactly.ts";
import { findTeams, sumSquaresBetween, sumSquaresWithin } from "./sum-squares.ts";

/** Statistics are published to this many decimals: variance and ICC are rounded in sum-squares.ts to what they may tell. */
const decimals = 10;

/** Ten digits of alpha are a fraction, and its denominator holds the true total, also of bounded teams. */
const alphaDecimals = 4;

/** By measure: reliability 0-1 from scan.yaml, for a scale whose items are not in the data, and where it comes from. */
export type GivenReliability = Readonly<Record<string, Readonly<{ value: number; source: string }>>>;

type StatisticsInput = Readonly<{
  block: Block;
  units: readonly Unit[];
  shown: Shown;
  /** By measure, over the shown leaf units of this block. */
  itemMoments: ReadonlyMap<string, ItemMoments>;
  policy: Policy;
  given: GivenReliability;
}>;

/** What the rows of one measure share. */
type Base = Readonly<{ wave: string; measure: string; respondents: number; teams: number }>;

/**
 * At most three rows per measure, to 10 decimals; none when the policy's teams or degrees of freedom are not reached.
 * Variance is in points squared. Reliability is alpha to 4 decimals when the items are there, else the given value; none
 * for eNPS.
 */
export const releaseStatistics = (input: StatisticsInput): OrganisationStatistic[] => {
  const { block, units, shown, policy } = input;
  const bounded = boundAnswers({ units, block, shown: shown.mean, policy });
  return block.measures.flatMap((measure) =>
    computeStatistics(input, measure, bounded.get(measure.measure) as BoundedSums),
  );
};

const computeStatistics = (
  { block, units, shown, itemMoments, policy, given }: StatisticsInput,
  measure: MeasureDefinition,
  bounded: BoundedSums,
): OrganisationStatistic[] => {
  const squares = { units, shown, measure, cells: indexCells(block, measure), bounded, policy };
  const teams = findTeams(squares);
  const respondents = Number(teams.reduce((sum, team) => sum + team.respondents, 0n));
  if (!isEnough(respondents, teams.length, policy)) return [];
  const base = { wave: block.wave, measure: measure.measure, respondents, teams: teams.length };
  const within = sumSquaresWithin(squares, teams);
  return [
    describeVariance(base, within, bounded.scale),
    describeIcc(base, sumSquaresBetween(teams), within),
    ...describeReliability(base, measure, itemMoments.get(measure.measure), given[measure.measure], policy),
  ];
};

const isEnough = (respondents: number, teams: number, { statistics }: Policy): boolean =>
  teams >= statistics.teams && respondents - teams >= statistics.degrees_of_freedom;

const describeVariance = (base: Base, within: Fraction, scale: bigint): OrganisationStatistic => {
  const freedom = BigInt(base.respondents - base.teams);
  const variance = { numerator: within.numerator, denominator: within.denominator * freedom * scale * scale };
  return { ...base, statistic: "pooled_within_variance", value: roundFraction(variance, decimals) };
};

/** Both mean squares times J (J - 1) (N - J), so that the only division is the last. */
const describeIcc = (base: Base, between: Fraction, within: Fraction): OrganisationStatistic => {
  const [groups, freedom] = [BigInt(base.teams), BigInt(base.respondents - base.teams)];
  const b = between.numerator * within.denominator * freedom;
  const w = within.numerator * between.denominator * (groups - 1n);
  const icc = { numerator: groups * (b - w), denominator: groups * b + freedom * w };
  return { ...base, statistic: "icc1_mean_group_size", value: roundFraction(icc, decimals) };
};

const describeReliability = (
  base: Base,
  measure: MeasureDefinition,
  moments: ItemMoments | undefined,
  given: GivenReliability[string] | undefined,
  policy: Policy,
): OrganisationStatistic[] => {
  if (measure.kind !== "mean") return [];
  if (measure.items >= 2 && moments !== undefined && isEnough(moments.respondents, moments.teams, policy)) {
    const value = roundFraction(computeAlpha(moments), alphaDecimals);
    const { respondents, teams } = moments;
    return [{ ...base, statistic: "reliability", value, respondents, teams }];
  }
  if (given === undefined) return [];
  return [{ ...base, statistic: "reliability", value: given.value, source: given.source }];
};
