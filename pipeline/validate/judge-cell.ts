/**
 * Judges one text of an answer column. In: a cell that is not blank. Out: its verdict, or the number printed before its label,
 * which the rest of the column decides about.
 */
import type { AnswerRule } from "../../schemas/problem.ts";
import { looksDamaged, looksLikeDayCount } from "../answers/looks-damaged.ts";
import { normaliseLabel } from "../answers/normalise-label.ts";
import { splitNumber } from "../answers/split-number.ts";
import { type AnswerScale, makeNumberReader, makeScaleTest } from "./read-number.ts";
import type { PrintedNumber } from "./trust-numbers.ts";

/** What the cells of an item may hold. */
export type AnswerQuestion = AnswerScale &
  Readonly<{
    /** The decimal mark of the column's numbers. */
    decimal: "." | ",";
    /** Normalised label to its number; null when only numbers are answers. */
    labels: ReadonlyMap<string, number> | null;
    /** Texts that say "no opinion" or "does not apply". */
    missing: readonly string[];
    /** Texts a tool writes for a question that was not shown; compared exactly. */
    not_shown: readonly string[];
    /** True when the tool writes A3 for the third option. */
    numbers_its_options: boolean;
    /** True when the tool writes ' before a cell that a spreadsheet could take for a formula. */
    defangs_formulas: boolean;
  }>;

/** `value` is the number as plain decimal text, for an exact recode. */
export type Verdict = Readonly<{ value: string } | { missing: "not_shown" | "no_opinion" } | { rule: AnswerRule }>;

/** A verdict, or a printed number that waits for the rest of the column. */
export type FirstVerdict = Verdict | Readonly<{ printed: PrintedNumber }>;

/** A cell, read: `number` as plain decimal text or null; `key` is what labels and missing texts are compared by. */
type Cell = Readonly<{ text: string; number: string | null; key: string }>;

/** What the question says, prepared for look-ups by key. */
type Lookups = Readonly<{
  question: AnswerQuestion;
  missing: ReadonlySet<string>;
  labels: ReadonlyMap<string, number>;
  replacesNumbers: boolean;
  /** The number as a value, or outside the scale. */
  place: (number: string) => Verdict;
}>;

/** A verdict when the step knows the cell, else null. */
type Step = (cell: Cell, lookups: Lookups) => FirstVerdict | null;

/** In this order; the first that knows the cell decides. */
const steps: readonly Step[] = [judgeMissing, judgeLabel, judgeNumber, judgeOption, judgeDamage, judgeNumberedLabel];

/** The judge of a question's cells. It never sees a blank cell: blank is missing and needs no verdict. */
export function makeCellJudge(question: AnswerQuestion): (text: string) => FirstVerdict {
  const readNumber = makeNumberReader(question.decimals, question.decimal);
  const isOnScale = makeScaleTest(question);
  const makeKey = (text: string) => readNumber(text) ?? normaliseLabel(text);
  const lookups: Lookups = {
    question,
    missing: new Set(question.missing.map(makeKey)),
    labels: new Map([...(question.labels ?? [])].map(([label, number]) => [makeKey(label), number])),
    replacesNumbers: labelsReplaceNumbers(question),
    place: (number) => (isOnScale(number) ? { value: number } : { rule: "answer_out_of_scale" }),
  };
  return (text) => {
    const number = readNumber(text);
    const cell = { text, number, key: number ?? normaliseLabel(text) };
    for (const step of steps) {
      const verdict = step(cell, lookups);
      if (verdict !== null) return verdict;
    }
    return { rule: isText(text) && question.labels !== null ? "answer_not_in_response_set" : "answer_not_a_number" };
  };
}

/** True when an analyst's labels are numbers themselves, codes of the tool: then no other number is an answer. */
export function labelsReplaceNumbers({ labels, decimals, decimal }: AnswerQuestion): boolean {
  const readNumber = makeNumberReader(decimals, decimal);
  return [...(labels?.keys() ?? [])].some((label) => readNumber(label) !== null);
}

const isText = (text: string): boolean => /\p{L}/u.test(text);

function judgeMissing({ text, key }: Cell, { question, missing }: Lookups): Verdict | null {
  if (question.not_shown.includes(text)) return { missing: "not_shown" };
  return missing.has(key) ? { missing: "no_opinion" } : null;
}

function judgeLabel({ key }: Cell, { labels, place }: Lookups): Verdict | null {
  const number = labels.get(key);
  return number === undefined ? null : place(String(number));
}

function judgeNumber({ text, number }: Cell, { question, replacesNumbers, place }: Lookups): Verdict | null {
  if (number === null) return null;
  const verdict = place(number);
  if ("rule" in verdict && isDamagedNumber(text, number, question)) return { rule: "spreadsheet_damage" };
  return replacesNumbers ? { rule: "answer_not_in_response_set" } : verdict;
}

/** Where answers stay far below it, a number like 44737 is the day a spreadsheet made of a range. */
const isDamagedNumber = (text: string, number: string, { maximum }: AnswerQuestion): boolean =>
  looksDamaged(text) || (maximum < 1000 && looksLikeDayCount(Number(number)));

/** A3 is the third option, unless the analyst's labels say what it stands for. */
function judgeOption({ text }: Cell, { question, labels, place }: Lookups): Verdict | null {
  const [, number] = /^A0*(\d{1,3})$/.exec(text) ?? [];
  if (number === undefined || !question.numbers_its_options || question.minimum !== 1) return null;
  return [...labels.keys()].some((label) => /^a\d+$/.test(label)) ? null : place(number);
}

function judgeDamage({ text }: Cell): Verdict | null {
  return looksDamaged(text) ? { rule: "spreadsheet_damage" } : null;
}

function judgeNumberedLabel({ text }: Cell, lookups: Lookups): FirstVerdict | null {
  const { question, missing, labels, replacesNumbers, place } = lookups;
  const numbered = splitNumber(text);
  if (numbered === null) return null;
  const { label, place: side } = numbered;
  const known = labels.get(label) ?? null;
  if (missing.has(label)) return { missing: "no_opinion" };
  if (side === "after") return known === null ? null : place(String(known));
  if (known === null && missing.has(String(numbered.number))) return { missing: "no_opinion" };
  const number = replacesNumbers ? labels.get(String(numbered.number)) : numbered.number;
  if (number === undefined || (known === null && !isWording(label, question))) return null;
  const placed = place(String(number));
  return "rule" in placed && (known ?? number) === number ? placed : { printed: { number, label, known } };
}

/** True for an unknown label that can name a whole number: not for a join such as `1 - A;2 - B` or a range such as `1: 5 or 6`. */
const isWording = (label: string, { decimals }: AnswerQuestion): boolean =>
  decimals === 0 && /^\p{L}{2}[^\d;]*$/u.test(label);
