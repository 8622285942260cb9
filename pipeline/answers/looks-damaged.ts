/**
 * Recognises what a spreadsheet makes of codes and ranges it takes for a date or a large number. In: a cell. Out: whether it has
 * that form: `Jun-25` for `6-25`, `1/5/2026` for `1/5`, `6.34E+017` for an id.
 */
import { cleanCell } from "./normalise-label.ts";

/** Month names and their short forms in Dutch, English, German and French, as spreadsheets write them. */
const months = [
  "jan(?:uari|uary|uar|v|vier)?",
  "jän(?:ner)?|jänner",
  "feb(?:ruari|ruary|ruar|r)?",
  "f[ée]v(?:r|rier)?",
  "mrt|mrz|maart|mars|märz|mär|mar(?:ch)?",
  "apr(?:il)?|avr(?:il)?",
  "mei|may|mai",
  "juni?|june|juin",
  "juli?|july|juil(?:let)?",
  "aug(?:ustus|ust)?|ao[ûu]t",
  "sept?(?:ember|embre)?",
  "okt(?:ober)?|oct(?:ober|obre)?",
  "nov(?:ember|embre)?",
  "dec(?:ember)?|dez(?:ember)?|d[ée]c(?:embre)?",
].join("|");

const gap = "(?:[-/]|\\. ?| )";
const clock = "(?:[t ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]m)?(?:z|[+-]\\d{2}:?\\d{2})?)?";

const damage = [
  // 25-Jun, 5-jan, 01. Mai, 25-jun-2026
  new RegExp(`^\\d{1,2}${gap}(?:${months})\\.?(?:${gap}(?:\\d{2}|\\d{4}))?${clock}$`, "u"),
  // Jun-25, janv.-05, mei 2026
  new RegExp(`^(?:${months})\\.?${gap}(?:\\d{1,2}|\\d{4})$`, "u"),
  // 1/5/2026, 05-01-2026, 1.5.2026, 1/5/26
  new RegExp(`^\\d{1,2}([-/.])\\d{1,2}\\1\\d{4}${clock}$`, "u"),
  new RegExp(`^\\d{1,2}/\\d{1,2}/\\d{2}${clock}$`, "u"),
  // 2026-05-01, 2026/05/01 00:00:00
  new RegExp(`^\\d{4}([-/])\\d{1,2}\\1\\d{1,2}${clock}$`, "u"),
  // 6.34E+017, 6,34E+17
  /^-?\d(?:[.,]\d+)?e\+\d{2,3}$/u,
];

/** True when a text has the form of a date, of a month and a number, or of a large number in scientific notation. */
export function looksDamaged(text: string): boolean {
  const plain = cleanCell(text).normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  return damage.some((form) => form.test(plain));
}

/** The days a spreadsheet counts from 1900 for 2000-01-01 up to 2099-12-31. */
const firstDay = 36526;
const lastDay = 73050;

/** True when a number is the day count a spreadsheet keeps for a date of this century; meaningful where answers are small numbers. */
export const looksLikeDayCount = (number: number): boolean =>
  Number.isInteger(number) && number >= firstDay && number <= lastDay;
