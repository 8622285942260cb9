/**
 * Judges how well each scale was measured in a wave, from published statistics. In: a release; out: one row per scale of two or
 * more items that has them, in the order of the measures.
 *
 * Rules: alpha of at least 0.70 (Nunnally 1978); rwg as LeBreton & Senter 2008 name it (below 0.31 none, to 0.50 weak, to 0.70 moderate, else
 * strong); ICC(2) of at least 0.70 (the same); fewer than 15 % at an end (Terwee et al. 2007). Our own: an ICC(1) of 0 or less says
 * that teams differ no more than chance makes them, and less than 80 % of the items answered asks for care.
 */
import type { Measure, OrganisationStatistic, Release } from "../../schemas/release.ts";

type Statistic = OrganisationStatistic["statistic"];

export type Reliability = "unknown" | "low" | "enough";
export type Agreement = "unknown" | "none" | "weak" | "moderate" | "strong";
export type Difference = "none" | "uncertain" | "clear";
/** ends: whether fewer than 15 % of the people can be at an end; unknown when that does not follow from what is published. */
export type Ends = "unknown" | "few";
/** no: too unreliable to use; care: not for everything; unknown: reliability is not known. */
export type Fitness = "yes" | "care" | "no" | "unknown";

export type MeasurementRow = Readonly<{
  measure: Measure;
  figureOf: (statistic: Statistic) => number | undefined;
  reliability: Reliability;
  agreement: Agreement;
  difference: Difference;
  floor: Ends;
  ceiling: Ends;
  answered: OrganisationStatistic;
  fewAnswered: boolean;
  fitness: Fitness;
}>;

/** Empty when the wave has no scale with these statistics. */
export function listMeasurements({ measures, statistics }: Release, wave: string): MeasurementRow[] {
  const ofWave = statistics.filter((row) => row.wave === wave);
  return measures.flatMap((measure) => {
    const own = ofWave.filter((row) => row.measure === measure.measure);
    const answered = own.find(({ statistic }) => statistic === "items_answered");
    return answered === undefined ? [] : [judge(measure, own, answered)];
  });
}

function judge(
  measure: Measure,
  own: readonly OrganisationStatistic[],
  answered: OrganisationStatistic,
): MeasurementRow {
  const figureOf = (statistic: Statistic) => own.find((row) => row.statistic === statistic)?.value;
  const parts = {
    reliability: nameReliability(figureOf("reliability")),
    agreement: nameAgreement(figureOf("rwg_pooled")),
    difference: nameDifference(figureOf("icc1_mean_group_size"), figureOf("icc2")),
    floor: nameEnd(figureOf("floor")),
    ceiling: nameEnd(figureOf("ceiling")),
    fewAnswered: answered.value < 0.8,
  };
  return { measure, figureOf, answered, ...parts, fitness: nameFitness(parts) };
}

const nameReliability = (alpha: number | undefined): Reliability =>
  alpha === undefined ? "unknown" : alpha < 0.7 ? "low" : "enough";

function nameAgreement(rwg: number | undefined): Agreement {
  if (rwg === undefined) return "unknown";
  if (rwg <= 0.3) return "none";
  if (rwg <= 0.5) return "weak";
  return rwg <= 0.7 ? "moderate" : "strong";
}

function nameDifference(icc1: number | undefined, icc2: number | undefined): Difference {
  if (icc1 === undefined || icc1 <= 0) return "none";
  return icc2 !== undefined && icc2 >= 0.7 ? "clear" : "uncertain";
}

const nameEnd = (most: number | undefined): Ends => (most !== undefined && most <= 0.15 ? "few" : "unknown");

function nameFitness(row: Omit<MeasurementRow, "measure" | "figureOf" | "answered" | "fitness">): Fitness {
  if (row.reliability === "low") return "no";
  if (row.reliability === "unknown") return "unknown";
  const weak = row.agreement === "none" || row.agreement === "weak";
  return weak || row.difference === "none" || row.fewAnswered ? "care" : "yes";
}
