/** What is wrong with an input: always a rule and a place, never a respondent's text. */
import { z } from "zod";

export const Rule = z.enum([
  "answer_not_a_number",
  "answer_out_of_scale",
  "duplicate_response",
  "missing_unit",
  "unknown_unit",
]);
export type Rule = z.infer<typeof Rule>;

/** Rules about one answer: its cell may be left blank instead of rejecting the whole response. */
export const fieldRules: readonly Rule[] = ["answer_not_a_number", "answer_out_of_scale"];

/** One place in a file. `record` counts responses from 1; `line` is the physical line in the file, from 1. */
export const Place = z.strictObject({
  record: z.int(),
  line: z.int().nullable(),
  column: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

/** One row per rule and column of a file: how often, and the first few places. */
export const Problem = z.strictObject({
  rule: Rule,
  file: z.string(),
  wave: z.string(),
  questionnaire: z.string(),
  count: z.int().min(1),
  places: z.array(Place),
  /** What was expected there, as a sentence part: "a whole number from 1 to 5". */
  expected: z.string(),
  /** What scan.yaml chose to do with it; null means it stops the run. */
  accepted: z.enum(["missing", "reject"]).nullable(),
});
export type Problem = z.infer<typeof Problem>;
