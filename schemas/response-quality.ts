/** Responses in doubt and answers that are not there: no problem of the file, but a reader must know how many there are. */
import { z } from "zod";

/**
 * Of responses: test_response (also previews and spam), partial_response (never submitted), too_fast, straight_lined.
 * Of answers: not_shown (routing skipped the question), left_blank, not_reached (the respondent stopped before it),
 * no_opinion ("does not apply"), blank_answers (the file does not say which of these).
 */
export const QualityRule = z.enum([
  "test_response",
  "partial_response",
  "too_fast",
  "straight_lined",
  "not_shown",
  "left_blank",
  "not_reached",
  "no_opinion",
  "blank_answers",
]);
export type QualityRule = z.infer<typeof QualityRule>;

/** One row per rule that occurs in an export. `count` is of responses or of answers, see QualityRule. */
export type QualityCount = Readonly<{
  rule: QualityRule;
  action: "excluded" | "kept" | "remark" | "missing";
  /** True when scan.yaml chose another action than the default. */
  chosen: boolean;
  count: number;
}>;
