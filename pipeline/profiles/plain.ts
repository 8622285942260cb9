/**
 * Any file with a header that no tool's mark is found in. A second row of names is recognised when it names what the first
 * one leaves blank, as a spreadsheet writes questions above their parts.
 */
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";
import { looksLikeResponse, recurringCells } from "../csv/looks-like-response.ts";
import { forwardQuestions } from "./forward-questions.ts";

export const plain: Profile = {
  profile: "plain",
  title: "a plain table",
  signature: [],
  columns: [],
  dates: null,
  readHeader,
};

const hasDigitsOnly = (cell: string) => /^[+-]?[\d.,]+%?$/.test(cell.trim());

/** Two rows when at least two blanks behind a question are filled below it, by words that are no answers; else null. */
function readHeader([questions = [], options = [], ...below]: readonly (readonly string[])[]): HeaderLayout | null {
  const isBlank = (cell: string | undefined) => (cell?.trim() ?? "") === "";
  const blanks = questions.flatMap((cell, index) => (isBlank(cell) ? [index] : []));
  const continued = blanks.filter((index) => questions.slice(0, index).some((cell) => !isBlank(cell)));
  const filled = options.filter((cell) => !isBlank(cell));
  if (continued.length < 2 || blanks.some((index) => isBlank(options[index]))) return null;
  if (below.length === 0 || filled.some(hasDigitsOnly) || looksLikeResponse(options)) return null;
  if (recurringCells(options, below) * 2 > filled.length) return null;
  const names = forwardQuestions(questions, options);
  return { header_rows: 2, names, texts: names.map(() => null) };
}
