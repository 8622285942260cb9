/**
 * Writes the SQL that scores one person on an instrument, exactly as its file says.
 * In: instruments and the table of accepted responses. Out: one row per response, whole-number scores, null without a score.
 *
 * Scores are integers: points x factor, with the least common multiple of the possible numbers of answered items as factor,
 * so that sums over people are exact and the same in every run.
 */
import type { MeasureDefinition } from "../schemas/cell.ts";
import { type Instrument, type Item, measureName, type Scale } from "../schemas/instrument.ts";

/** A scale ready to be scored: its items, its factor, and the column its score is in. */
export type ScoredScale = Readonly<{
  definition: MeasureDefinition;
  scale: Scale;
  items: readonly Item[];
  /** Column of the person's score in the scored rows. */
  column: string;
}>;

/** One instrument of a questionnaire: its scales share one base of respondents. */
export type ScoredInstrument = Readonly<{ instrument: Instrument; column: string; scales: readonly ScoredScale[] }>;

/** Prepares the instruments of one questionnaire, in the order they are given. */
export function prepareScoring(instruments: readonly Instrument[]): ScoredInstrument[] {
  return instruments.map((instrument, block) => ({
    instrument,
    column: `block_${block}`,
    scales: instrument.scales.map((scale, index) => prepareScale(instrument, scale, `score_${block}_${index}`)),
  }));
}

function prepareScale(instrument: Instrument, scale: Scale, column: string): ScoredScale {
  const items = instrument.items.filter((item) => scale.items?.includes(item.item) ?? true);
  const isNps = scale.score === "nps";
  const definition: MeasureDefinition = {
    measure: measureName(instrument.instrument, scale.scale),
    instrument: instrument.instrument,
    scale: scale.scale,
    kind: isNps ? "enps" : "mean",
    title: scale.title,
    meaning: scale.meaning,
    minimum: isNps ? -100 : instrument.answers.minimum,
    maximum: isNps ? 100 : instrument.answers.maximum,
    higher_is: scale.higher_is,
    factor: isNps
      ? 1n
      : 10n ** BigInt(instrument.answers.decimals) * leastCommonMultiple(scale.minimum_answered, items.length),
    items: items.length,
    item_codes: items.map(({ item }) => item),
  };
  return { definition, scale, items, column };
}

/** Least common multiple of the whole numbers from `from` to `to`. */
export function leastCommonMultiple(from: number, to: number): bigint {
  let multiple = 1n;
  for (let number = BigInt(from); number <= BigInt(to); number++)
    multiple *= number / greatestCommonDivisor(multiple, number);
  return multiple;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/**
 * The query that scores `table`: unit, per instrument a boolean (has every scale of the instrument), per scale a score.
 * A person without every scale of an instrument has none of its scores.
 */
export function writeScores(prepared: readonly ScoredInstrument[], table: string): string {
  const scales = prepared.flatMap((one) => one.scales.map((scale) => ({ ...scale, answers: one.instrument.answers })));
  const counted = scales.map(({ column, items, answers }) => [
    `${items.map(({ item }) => `(${item} is not null)::integer`).join(" + ")} as ${column}_answered`,
    `${items.map((item) => `coalesce(${turn(item, answers)}, 0)`).join(" + ")} as ${column}_total`,
  ]);
  const based = prepared.map(
    ({ column, scales }) =>
      `${scales.map(({ column: score, scale }) => `${score}_answered >= ${scale.minimum_answered}`).join(" and ")} as ${column}`,
  );
  const scored = prepared.flatMap(({ column, scales, instrument }) =>
    scales.map(
      (scale) => `case when ${column} then ${writeScore(scale, instrument.answers.decimals)} end as ${scale.column}`,
    ),
  );
  return `with counted as (select unit, ${counted.flat().join(", ")} from ${table}),
  based as (select *, ${based.join(", ")} from counted)
  select unit, ${[...prepared.map(({ column }) => column), ...scored].join(", ")} from based`;
}

/** An answer turned so that all items of a scale point one way. */
export const turn = ({ item, reversed }: Item, answers: Instrument["answers"]): string =>
  reversed ? `${answers.minimum + answers.maximum} - ${item}` : item;

function writeScore({ column, scale, definition }: ScoredScale, decimals: number): string {
  if (scale.score === "nps")
    return `case when ${column}_total >= ${scale.promoter_from} then 100 when ${column}_total <= ${scale.detractor_to} then -100 else 0 end`;
  const multiple = definition.factor / 10n ** BigInt(decimals);
  const total = decimals === 0 ? `${column}_total::integer` : `(${column}_total * ${10n ** BigInt(decimals)})::bigint`;
  return multiple === 1n ? total : `${total} * (${multiple} // ${column}_answered)`;
}

/** Largest size of a score's square, to choose the integer type that holds it. */
export function largestSquare({ minimum, maximum, factor }: MeasureDefinition): bigint {
  const size = BigInt(Math.ceil(Math.max(Math.abs(minimum), Math.abs(maximum)))) * factor;
  return size * size;
}
