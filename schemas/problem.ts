/** What is wrong with an input: always a rule and a place, never a respondent's text. */
import { z } from "zod";

export const Rule = z.enum([
  "answer_not_a_number",
  "answer_out_of_scale",
  "answer_not_in_response_set",
  "number_and_label_disagree",
  "spreadsheet_damage",
  "conflicting_answers",
  "conflicting_units",
  "duplicate_answer",
  "duplicate_response",
  "missing_response",
  "missing_unit",
  "unknown_unit",
  "unknown_key",
  "unknown_status",
  "unknown_attribute_value",
  "conflicting_attribute_values",
]);
export type Rule = z.infer<typeof Rule>;

/** Rules about one answer. */
export const answerRules = [
  "answer_not_a_number",
  "answer_out_of_scale",
  "answer_not_in_response_set",
  "number_and_label_disagree",
  "spreadsheet_damage",
  "conflicting_answers",
  "duplicate_answer",
] as const satisfies readonly Rule[];
export type AnswerRule = (typeof answerRules)[number];

/** Rules about one cell, of an answer or an attribute: it may be left blank instead of rejecting the whole response. */
export const fieldRules = [
  ...answerRules,
  "unknown_attribute_value",
  "conflicting_attribute_values",
] as const satisfies readonly Rule[];
export type FieldRule = (typeof fieldRules)[number];

/** True for a rule about one cell. */
export const isFieldRule = (rule: Rule): rule is FieldRule => fieldRules.some((one) => one === rule);

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
  /**
   * Texts that may be shown, each of at least k responses: codes of unknown units that look like those of the roster, and
   * labels made of words that occur in response sets or among those that scan.yaml lists. What is left out is found by its record number.
   */
  values: z.array(z.strictObject({ text: z.string(), count: z.int() })),
  /** What scan.yaml chose to do with it; null means it stops the run. */
  accepted: z.enum(["missing", "reject"]).nullable(),
});
export type Problem = z.infer<typeof Problem>;
