/**
 * Says what a column holds from a sample of its cells, without keeping a value of them.
 * In: cells of the first records. Out: one ColumnContent per column.
 */
import type { ColumnContent, DateOrder } from "../../schemas/inspection.ts";
import { listResponseSets, listSpellings } from "../answers/list-response-sets.ts";
import { looksDamaged } from "../answers/looks-damaged.ts";
import { normaliseLabel } from "../answers/normalise-label.ts";
import { splitNumber } from "../answers/split-number.ts";
import { isDate, readDateOrder } from "../csv/read-date-order.ts";

/** What is known about a column besides its cells. */
export type Sample = Readonly<{
  /** Cells with text, trimmed; those that say "not shown" are left out. */
  texts: readonly string[];
  /** True when some cells are blank. */
  blanks: boolean;
  decimal: "." | ",";
  /** The option in the header of a question with several answers; null when the header has none. */
  option: string | null;
  /** True when the column before or after holds nothing but ticks and blanks either. */
  besideTicks: boolean;
  /** True when A3 stands for the third option. */
  numbersItsOptions: boolean;
}>;

/** Closed scales that questionnaires use, narrowest first. */
const scales: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 3],
  [1, 4],
  [0, 4],
  [1, 5],
  [0, 5],
  [1, 6],
  [0, 6],
  [1, 7],
  [1, 10],
  [0, 10],
  [0, 100],
];

const fewTexts = 12;
const shortText = 60;
/** A response set has at most 11 options; with their spellings and numbers printed beside them no column has more. */
const [mostLabels, longestLabel] = [50, 200];

/** What tools write in the column of an option that was chosen, in small letters. */
const ticks = new Set(["1", "x", "y", "yes", "ja", "oui", "true"]);

/** True when the cells hold one kind of tick, or nothing. */
export const holdsOnlyTicks = ([first = "", ...others]: readonly string[]): boolean =>
  (first === "" || ticks.has(first.toLowerCase())) && others.every((text) => text === first);

/** What the cells of a column are; a column without text is empty. */
export function describeContent(sample: Sample): ColumnContent {
  const { texts } = sample;
  if (texts.length === 0) return { kind: "empty" };
  const distinct = [...new Set(texts)];
  if (isChoice(distinct, sample)) return { kind: "choice" };
  if (distinct.every(isDate)) return { kind: "dates", order: orderOf(distinct) };
  const numbers = distinct.map((text) => readNumber(text, sample));
  if (numbers.every((number) => number !== null)) return describeNumbers(numbers);
  const sets = mayBeLabels(distinct) ? findResponseSets(distinct) : [];
  if (sets.length > 0) return { kind: "labels", response_sets: sets };
  if (numbers.some((number) => number !== null)) return { kind: "mixed" };
  const few = distinct.length <= fewTexts || distinct.length * 2 <= texts.length;
  return { kind: few && distinct.every((text) => text.length <= shortText) ? "codes" : "text" };
}

const mayBeLabels = (distinct: readonly string[]) =>
  distinct.length <= mostLabels && distinct.every((text) => text.length <= longestLabel);

const orderOf = (texts: readonly string[]): DateOrder | null => {
  const order = readDateOrder(texts);
  return order === "ambiguous" || order === "contradictory" ? null : order;
};

/** One option per column (a tick or its own text, else blank), or several options joined by semicolons. */
function isChoice(distinct: readonly string[], { texts, blanks, option, besideTicks }: Sample): boolean {
  const [only, second] = distinct;
  if (second === undefined && option !== null && normaliseLabel(only as string) === normaliseLabel(option)) return true;
  if (blanks && besideTicks && holdsOnlyTicks(distinct)) return true;
  return isJoined(texts);
}

/** "A;B;" or "A;B": every part comes back in other cells, so that it is no sentence with a semicolon. */
function isJoined(texts: readonly string[]): boolean {
  if (!texts.some((text) => /;./.test(text)) && !texts.every((text) => text.endsWith(";"))) return false;
  const parts = texts.flatMap((text) => text.split(";").filter((part) => part.trim() !== ""));
  return new Set(parts).size <= Math.max(2, parts.length / 2);
}

/** A whole number or a decimal; of "10 - Extremely likely" and "0 (Never)" the number, of A3 the 3; null for another text. */
function readNumber(text: string, { decimal, numbersItsOptions }: Sample): number | null {
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  if ((decimal === "," ? /^[+-]?\d+,\d+$/ : /^[+-]?\d+\.\d+$/).test(text)) return Number(text.replace(",", "."));
  if (numbersItsOptions && /^A\d{1,2}$/.test(text)) return Number(text.slice(1));
  const numbered = splitNumber(text);
  return numbered?.place === "before" && !looksDamaged(text) ? numbered.number : null;
}

function describeNumbers(numbers: readonly number[]): ColumnContent {
  if (!numbers.every(Number.isInteger)) return { kind: "decimals" };
  const lowest = numbers.reduce((low, number) => Math.min(low, number));
  const highest = numbers.reduce((high, number) => Math.max(high, number));
  const fitting = scales.filter(([minimum, maximum]) => minimum <= lowest && highest <= maximum);
  return { kind: "numbers", scales: fitting.map(([minimum, maximum]) => `${minimum}-${maximum}`) };
}

/** Names of the response sets that know every text, in any of their languages; a number printed beside a label is no part of it. */
function findResponseSets(texts: readonly string[]): string[] {
  const labels = texts.map((text) => [normaliseLabel(text), splitNumber(text)?.label]);
  return [...wordings()].flatMap(([name, known]) =>
    labels.every((spellings) => spellings.some((label) => label !== undefined && known.has(label))) ? [name] : [],
  );
}

let cached: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** Response set to its options, normalised, in all languages. */
function wordings(): ReadonlyMap<string, ReadonlySet<string>> {
  cached ??= new Map(
    listResponseSets().map(({ response_set, options }) => [response_set, new Set(options.flatMap(listSpellings))]),
  );
  return cached;
}
