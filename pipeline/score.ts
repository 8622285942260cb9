/**
 * Writes the SQL that scores one person on an instrument, exactly as its file says.
 * In: instruments and the table of accepted responses. Out: one row per response, whole-number scores, null without a score.
 *
 * Scores are integers: points x factor, with the least common multiple of the possible numbers of answered items as factor,
 * so that sums over people are exact and the same in every run.
 */
import type { MeasureDefinition } from "../schemas/cell.ts";
import { type Instrument, type Item, measureName, type Scale } from "../schemas/instrument.ts";
import { quoteName } from "./database.ts";
import { findCommonMultiple } from "./stats/common-multiple.ts";
import { UserError } from "./user-error.ts";

/** A scale ready to be scored: its items, the column its score is in and, for a total, what it is made of. */
export type ScoredScale = Readonly<{
  definition: MeasureDefinition;
  scale: Scale;
  /** Its own items, or those of the scales it is made of. */
  items: readonly Item[];
  column: string;
  parts: readonly ScoredScale[];
}>;

/** One instrument of a questionnaire: its scales share one base of respondents. */
export type ScoredInstrument = Readonly<{ instrument: Instrument; column: string; scales: readonly ScoredScale[] }>;

/** Prepares the instruments of one questionnaire, in the order they are given. */
export function prepareScoring(instruments: readonly Instrument[]): ScoredInstrument[] {
  return instruments.map((instrument, block) => {
    const named = instrument.scales.map((scale, index) => ({ scale, column: `score_${block}_${index}` }));
    const plain = named.filter(({ scale }) => !scale.made_of).map((one) => prepareScale(instrument, one, []));
    const findPart = (name: string) => plain.filter(({ scale }) => scale.scale === name);
    const scales = named.map(
      (one) =>
        plain.find(({ column }) => column === one.column) ??
        prepareScale(instrument, one, (one.scale.made_of ?? []).flatMap(findPart)),
    );
    return { instrument, column: `block_${block}`, scales };
  });
}

function prepareScale(
  instrument: Instrument,
  { scale, column }: Pick<ScoredScale, "scale" | "column">,
  parts: readonly ScoredScale[],
): ScoredScale {
  const own = instrument.items.filter((item) => scale.items?.includes(item.item) ?? true);
  const items = parts.length > 0 ? parts.flatMap((part) => part.items) : own;
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
    factor: isNps ? 1n : findFactor(instrument, scale, items.length, parts),
    items: items.length,
    steps: isNps ? 1n : BigInt(items.length) * 10n ** BigInt(instrument.answers.decimals),
    ...(parts.length > 0
      ? { made_of: parts.map((part) => ({ measure: part.definition.measure, items: part.items.length })) }
      : {}),
  };
  if (largestSquare(definition) > largestExactSquare)
    throw new UserError(
      `${definition.measure}: can't be scored exactly: ${scale.minimum_answered} to ${items.length} answered items have no ` +
        "common multiple that is small enough. Raise minimum_answered.",
    );
  return { definition, scale, items, column, parts };
}

/** The squares of a billion people still fit the widest integer of the database, 127 bits. */
const largestExactSquare = 2n ** 96n;

function findFactor(instrument: Instrument, scale: Scale, items: number, parts: readonly ScoredScale[]): bigint {
  if (parts.length > 0) return BigInt(items) * joinFactors(parts);
  const unit = 10n ** BigInt(instrument.answers.decimals);
  return unit * findCommonMultiple(numbersBetween(scale.minimum_answered ?? items, items));
}

/** The factor on which the scores of all parts are whole numbers. */
const joinFactors = (parts: readonly ScoredScale[]): bigint =>
  findCommonMultiple(parts.map(({ definition }) => definition.factor));

const numbersBetween = (from: number, to: number): bigint[] =>
  Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index));

/**
 * The query that scores `table`: unit, per instrument a boolean (has every scale of the instrument), per scale a score.
 * A person without every scale of an instrument has none of its scores.
 */
export function writeScores(prepared: readonly ScoredInstrument[], table: string): string {
  const scales = prepared.flatMap(({ column: block, instrument, scales }) =>
    scales.map((scale) => ({ ...scale, block, answers: instrument.answers })),
  );
  const plain = scales.filter(isPlain);
  const counted = plain.map(({ column, items, answers }) => [
    `${writeAnswered(items)} as ${column}_answered`,
    `${items.map((item) => `coalesce(${turn(item, answers)}, 0)`).join(" + ")} as ${column}_total`,
  ]);
  const based = prepared.map(
    (block) => `${block.scales.filter(isPlain).map(writeEnough).join(" and ")} as ${block.column}`,
  );
  const scored = plain.map(
    (scale) => `case when ${scale.block} then ${writeScore(scale, scale.answers.decimals)} end as ${scale.column}`,
  );
  const made = scales.filter(({ parts }) => parts.length > 0).map((scale) => `${writeMade(scale)} as ${scale.column}`);
  const columns = ["unit", ...prepared.map(({ column }) => column)].join(", ");
  return `with counted as (select unit, ${counted.flat().join(", ")} from ${table}),
  based as (select *, ${based.join(", ")} from counted),
  scored as (select ${[columns, ...scored].join(", ")} from based)
  select ${["*", ...made].join(", ")} from scored`;
}

const isPlain = ({ parts }: Pick<ScoredScale, "parts">): boolean => parts.length === 0;

const writeAnswered = (items: readonly Item[]): string =>
  items.map(({ item }) => `(${quoteName(item)} is not null)::integer`).join(" + ");

const leastAnswered = ({ scale, items }: ScoredScale): number => scale.minimum_answered ?? items.length;

const writeEnough = (scale: ScoredScale): string => `${scale.column}_answered >= ${leastAnswered(scale)}`;

/** The condition on a response to belong to the base of an instrument: enough answers on every scale of items. */
export const writeBase = ({ scales }: ScoredInstrument): string =>
  scales
    .filter(isPlain)
    .map((scale) => `${writeAnswered(scale.items)} >= ${leastAnswered(scale)}`)
    .join(" and ");

/** The item-weighted mean of the parts, as a whole number. */
const writeMade = ({ parts }: ScoredScale): string =>
  parts
    .map((part) => `${part.column} * ${(BigInt(part.items.length) * joinFactors(parts)) / part.definition.factor}`)
    .join(" + ");

/** An answer turned so that all items of a scale point one way. */
export const turn = ({ item, reversed }: Item, answers: Instrument["answers"]): string =>
  reversed ? `${answers.minimum + answers.maximum} - ${quoteName(item)}` : quoteName(item);

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
