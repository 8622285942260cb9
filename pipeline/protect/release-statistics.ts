/**
 * Releases what the model and the reader need to know of an organisation besides its cells: one row per measure and statistic.
 *
 * In: a block, the units shown, item moments over the same leaf units; out: pooled variance within teams, ICC(1) and ICC(2),
 * reliability, and of scales of two or more items what their quality is judged by. They cover exactly the shown leaf units:
 * over all teams they would pin the sums of the hidden ones. Sums enter as published, since exact ones would undo the bounds.
 */
import type { Block, ItemMoments, MeasureDefinition, ScaleQuality } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { OrganisationStatistic } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import { omegaOneFactor } from "../stats/omega-one-factor.ts";
import { roundTo } from "../stats/round-to.ts";
import { type BoundedSums, boundAnswers, indexCells } from "./bound-answers.ts";
import type { Shown } from "./choose-shown.ts";
import { computeAlpha } from "./compute-alpha.ts";
import { type Fraction, roundFraction } from "./divide-exactly.ts";
import { releaseAgreement } from "./release-agreement.ts";
import { releaseAnswered } from "./release-answered.ts";
import { releaseEnds, type Share } from "./release-ends.ts";
import { releaseIcc } from "./release-icc.ts";
import { findTeams, sumSquaresWithin, type Team } from "./sum-squares.ts";

/** Statistics are published to this many decimals: variance and ICC are rounded in sum-squares.ts to what they may tell. */
const decimals = 10;

/** Digits of alpha are a fraction whose denominator holds the true total, also of bounded teams; beside the variance they tell of the items. */
const alphaDecimals = 2;

/** Omega is nowhere computed with: what a reader needs of it is two decimals. */
const omegaDecimals = 2;

/** By measure: reliability 0-1 from scan.yaml, for a scale whose items are not in the data, and where it comes from. */
export type GivenReliability = Readonly<Record<string, Readonly<{ value: number; source: string }>>>;

type StatisticsInput = Readonly<{
  block: Block;
  units: readonly Unit[];
  shown: Shown;
  /** By measure, over the shown leaf units of this block. */
  itemMoments: ReadonlyMap<string, ItemMoments>;
  /** The same for the quality of scales; without it there is none. */
  quality?: ReadonlyMap<string, ScaleQuality>;
  policy: Policy;
  given: GivenReliability;
}>;

/** What the rows of one measure share. */
type Base = Readonly<{ wave: string; measure: string; respondents: number; teams: number }>;

/**
 * At most eleven rows per measure; none when the policy's teams or degrees of freedom are not reached. Variance is in points
 * squared; it and the ICCs have 10 decimals. Reliability is alpha to 2 decimals when the items are there, else the given
 * value; none for eNPS. Omega has 2 decimals; a row that can't be computed or would tell too much is not there.
 */
export const releaseStatistics = (input: StatisticsInput): OrganisationStatistic[] => {
  const { block, units, shown, policy } = input;
  const bounded = boundAnswers({ units, block, shown: shown.mean, policy });
  return block.measures.flatMap((measure) =>
    computeStatistics(input, measure, bounded.get(measure.measure) as BoundedSums),
  );
};

const computeStatistics = (
  { block, units, shown, itemMoments, quality, policy, given }: StatisticsInput,
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
    ...releaseIcc(teams, within, decimals).map((icc) => ({ ...base, ...icc })),
    ...describeReliability(base, measure, itemMoments.get(measure.measure), given[measure.measure], policy),
    ...describeQuality({ base, measure, quality: quality?.get(measure.measure), teams, bounded, within, policy }),
  ];
};

const isEnough = (respondents: number, teams: number, { statistics }: Policy): boolean =>
  teams >= statistics.teams && respondents - teams >= statistics.degrees_of_freedom;

const describeVariance = (base: Base, within: Fraction, scale: bigint): OrganisationStatistic => {
  const freedom = BigInt(base.respondents - base.teams);
  const variance = { numerator: within.numerator, denominator: within.denominator * freedom * scale * scale };
  return { ...base, statistic: "pooled_within_variance", value: roundFraction(variance, decimals) };
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

type QualityInput = Readonly<{
  base: Base;
  measure: MeasureDefinition;
  quality: ScaleQuality | undefined;
  teams: readonly Team[];
  bounded: BoundedSums;
  within: Fraction;
  policy: Policy;
}>;

const describeQuality = (input: QualityInput): OrganisationStatistic[] => {
  const { base, measure, quality, policy } = input;
  if (quality === undefined || measure.kind !== "mean" || measure.items < 2) return [];
  const { items } = measure;
  const answered = releaseAnswered(quality.answered, { items, respondents: base.respondents, policy });
  const { floor, ceiling } = releaseEnds(input);
  return [
    ...describeOmega(base, quality, policy),
    ...describeAgreement(input, quality),
    { ...base, statistic: "items_answered", ...answered },
    ...describeShare(base, "floor", floor),
    ...describeShare(base, "ceiling", ceiling),
  ];
};

const describeOmega = (base: Base, { products }: ScaleQuality, policy: Policy): OrganisationStatistic[] => {
  const { respondents, teams } = products;
  const factor = isEnough(respondents, teams, policy) ? omegaOneFactor(products) : null;
  if (factor === null) return [];
  return [{ ...base, statistic: "omega", value: roundTo(factor.omega, omegaDecimals), respondents, teams }];
};

/** The base is that of the published variance: who left an item blank is not to be counted from this row. */
const describeAgreement = (input: QualityInput, quality: ScaleQuality): OrganisationStatistic[] => {
  const { base } = input;
  const agreement = releaseAgreement({ ...input, quality, freedom: base.respondents - base.teams });
  if (agreement === null) return [];
  return [
    { ...base, statistic: "rwg_pooled", value: agreement.rwg },
    { ...base, statistic: "rwg_j_pooled", value: agreement.rwgj },
  ];
};

const describeShare = (base: Base, statistic: "floor" | "ceiling", share: Share | null): OrganisationStatistic[] =>
  share === null ? [] : [{ ...base, statistic, ...share }];
