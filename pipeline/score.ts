/**
 * Writes the SQL that scores one person on an instrument, exactly as its file says.
 * In: instruments and the table of accepted responses. Out: one row per response, whole-number scores, null without a score.
 *
 * Scores are integers: points x factor, so that sums over people are exact and the same in every run. Of a mean the factor is
 * the least common multiple M of the possible numbers of answered items; of a mean rescaled to 0-100, with answers over a
 * range R and g = gcd(100, R), it is (R / g) x M, and the score 100 / g x (sum above the minimum) x M / answered. Answers with
 * decimals count in units of their last decimal throughout.
 */
import type { MeasureDefinition } from "../schemas/cell.ts";
import { type Cut, findLimits, type Instrument, type Item, measureName, type Scale } from "../schemas/instrument.ts";
import { quoteName } from "./database.ts";
import { findCommonDivisor, findCommonMultiple } from "./stats/common-multiple.ts";
import { readLimit } from "./stats/is-at-cut.ts";
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
  const definition: MeasureDefinition = {
    measure: measureName(instrument.instrument, scale.scale),
    instrument: instrument.instrument,
    scale: scale.scale,
    kind: scale.score === "nps" ? "enps" : "mean",
    title: scale.title,
    meaning: scale.meaning,
    ...findLimits(instrument, scale),
    higher_is: scale.higher_is,
    ...findWeights(instrument, scale, items, parts),
    items: items.length,
    ...(parts.length > 0
      ? { made_of: parts.map((part) => ({ measure: part.definition.measure, items: part.items.length })) }
      : {}),
  };
  if (largestSquare(definition) > largestExactSquare)
    throw new UserError(
      `${definition.measure}: can't be scored exactly: ${leastAnswered({ scale, items })} to ${items.length} answered items have no ` +
        "common multiple that is small enough. Raise minimum_answered.",
    );
  return { definition, scale, items, column, parts };
}

/** The squares of a billion people still fit the widest integer of the database, 127 bits. */
const largestExactSquare = 2n ** 96n;

type Weights = Pick<MeasureDefinition, "factor" | "step">;

function findWeights(
  { answers }: Instrument,
  scale: Scale,
  items: readonly Item[],
  parts: readonly ScoredScale[],
): Weights {
  const unit = 10n ** BigInt(answers.decimals);
  const count = BigInt(items.length);
  if (scale.score === "nps") return { factor: 1n, step: 1n };
  if (scale.score === "sum") return { factor: unit, step: 1n };
  const [part] = parts;
  if (part !== undefined)
    return { factor: count * joinFactors(parts), step: widenPart(part, parts) * part.definition.step };
  const multiple = findCommonMultiple(numbersBetween(leastAnswered({ scale, items }), items.length));
  if (!scale.rescaled) return { factor: unit * multiple, step: multiple / count };
  const range = countUnits(answers.maximum, answers) - countUnits(answers.minimum, answers);
  const shared = findCommonDivisor(100n, range);
  return { factor: (range / shared) * multiple, step: ((100n / shared) * multiple) / count };
}

/** An answer in units of its last decimal. */
const countUnits = (answer: number, { decimals }: Instrument["answers"]): bigint =>
  BigInt(Math.round(answer * 10 ** decimals));

/** The factor on which the scores of all parts are whole numbers. */
const joinFactors = (parts: readonly ScoredScale[]): bigint =>
  findCommonMultiple(parts.map(({ definition }) => definition.factor));

const numbersBetween = (from: number, to: number): bigint[] =>
  Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index));

/**
 * The query that scores `table`: unit, per instrument a boolean (has every scale of the instrument), per scale a score.
 * A person without every scale of an instrument has none of its scores. `kept` are more columns of the table.
 */
export function writeScores(
  prepared: readonly ScoredInstrument[],
  table: string,
  kept: readonly string[] = [],
): string {
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
    (scale) => `case when ${scale.block} then ${writeScore(scale, scale.answers)} end as ${scale.column}`,
  );
  const made = scales.filter(({ parts }) => parts.length > 0).map((scale) => `${writeMade(scale)} as ${scale.column}`);
  const columns = ["unit", ...kept, ...prepared.map(({ column }) => column)].join(", ");
  return `with counted as (select ${["unit", ...kept].join(", ")}, ${counted.flat().join(", ")} from ${table}),
  based as (select *, ${based.join(", ")} from counted),
  scored as (select ${[columns, ...scored].join(", ")} from based)
  select ${["*", ...made].join(", ")} from scored`;
}

const isPlain = ({ parts }: Pick<ScoredScale, "parts">): boolean => parts.length === 0;

const writeAnswered = (items: readonly Item[]): string =>
  items.map(({ item }) => `(${quoteName(item)} is not null)::integer`).join(" + ");

/** A sum needs every item: one left out would count as 0. */
const leastAnswered = ({ scale, items }: Pick<ScoredScale, "scale" | "items">): number =>
  scale.score === "sum" ? items.length : (scale.minimum_answered ?? items.length);

const writeEnough = (scale: ScoredScale): string => `${scale.column}_answered >= ${leastAnswered(scale)}`;

/** The condition on a response to belong to the base of an instrument: enough answers on every scale of items. */
export const writeBase = ({ scales }: ScoredInstrument): string =>
  scales
    .filter(isPlain)
    .map((scale) => `${writeAnswered(scale.items)} >= ${leastAnswered(scale)}`)
    .join(" and ");

/** The item-weighted mean of the parts, as a whole number. */
const writeMade = ({ parts, definition }: ScoredScale): string =>
  parts.map((part) => `${part.column}${isLong(definition) ? "::bigint" : ""} * ${widenPart(part, parts)}`).join(" + ");

/** What a whole number of a part counts in the whole. */
const widenPart = ({ items, definition }: ScoredScale, parts: readonly ScoredScale[]): bigint =>
  (BigInt(items.length) * joinFactors(parts)) / definition.factor;

/** An answer turned so that all items of a scale point one way. */
export const turn = ({ item, reversed }: Item, answers: Instrument["answers"]): string =>
  reversed ? `${(answers.minimum + answers.maximum).toFixed(answers.decimals)} - ${quoteName(item)}` : quoteName(item);

function writeScore(scored: ScoredScale, answers: Instrument["answers"]): string {
  const { column, scale, definition, items } = scored;
  if (scale.score === "nps")
    return `case when ${column}_total >= ${scale.promoter_from} then 100 when ${column}_total <= ${scale.detractor_to} then -100 else 0 end`;
  const total = writeTotal(scored, answers);
  const multiple = definition.step * BigInt(items.length);
  return scale.score === "sum" || multiple === 1n ? total : `${total} * (${multiple} // ${column}_answered)`;
}

/** The sum of the turned answers in units of their last decimal; of a rescaled scale how far it is above the minimum. */
function writeTotal({ column, scale, definition }: ScoredScale, answers: Instrument["answers"]): string {
  const { decimals } = answers;
  const type = decimals > 0 || isLong(definition) ? "bigint" : "integer";
  const total = decimals === 0 ? `${column}_total::${type}` : `(${column}_total * ${10n ** BigInt(decimals)})::${type}`;
  const minimum = countUnits(answers.minimum, answers);
  if (!scale.rescaled || minimum === 0n) return total;
  return `(${total} ${minimum > 0n ? `- ${minimum}` : `+ ${-minimum}`} * ${column}_answered)`;
}

/** True when 32 bits might not hold a score. */
const isLong = (definition: MeasureDefinition): boolean => largestSquare(definition) >= 2n ** 62n;

/**
 * The condition on a scored person to be at a cut, for the rows of `writeScores`: null without a score. Confidential: a fact
 * about one person.
 *
 * Exact: a score is the sum of the answers brought to one denominator, so that `sum >= cut x answered` is the score against
 * cut x factor, and the nearest whole number on the right side of that decides. Throws for an nps score, which is no amount.
 */
export function writeAtCut({ column, scale, definition }: ScoredScale, cut: Cut): string {
  if (scale.score === "nps") throw new Error(`A cut must be on a mean or a sum; ${definition.measure} is neither.`);
  const { side, limit } = readLimit(cut);
  const scaled = limit.numerator * definition.factor;
  const down = (scaled - (((scaled % limit.denominator) + limit.denominator) % limit.denominator)) / limit.denominator;
  const up = down * limit.denominator === scaled ? down : down + 1n;
  return {
    at_least: `${column} >= ${up}`,
    above: `${column} > ${down}`,
    at_most: `${column} <= ${down}`,
    below: `${column} < ${up}`,
  }[side];
}

/** Largest size of a score's square, to choose the integer type that holds it. */
export function largestSquare({ minimum, maximum, factor }: MeasureDefinition): bigint {
  const size = BigInt(Math.ceil(Math.max(Math.abs(minimum), Math.abs(maximum)))) * factor;
  return size * size;
}
