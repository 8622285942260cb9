/** Judges one distinct text of an answer column: a number on the closed scale, or the rule it breaks. */
import { z } from "zod";
import type { Rule } from "../../schemas/problem.ts";

/** The closed scale of an item: limits in points and the number of decimals an answer may have. */
export type AnswerScale = Readonly<{ minimum: number; maximum: number; decimals: number }>;

/** `value` is the number as plain decimal text, for an exact recode. */
export type Verdict = Readonly<{ value: string } | { rule: Rule }>;

/**
 * Returns the judge of a scale. Texts carry `decimal` as their decimal mark; outer blanks are ignored.
 * A judge never sees a blank cell: blank is missing and needs no verdict.
 */
export function makeJudge(scale: AnswerScale, decimal: "." | ","): (text: string) => Verdict {
  const mark = decimal === "," ? "," : "\\.";
  const number = z
    .string()
    .trim()
    .regex(new RegExp(`^[+-]?\\d{1,15}(${mark}\\d{1,20})?$`))
    .transform((text) =>
      text
        .replace(",", ".")
        .replace(/^\+/, "")
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, ""),
    );
  const onScale = z
    .string()
    .refine((text) => (text.split(".")[1] ?? "").length <= scale.decimals)
    .refine((text) => Number(text) >= scale.minimum && Number(text) <= scale.maximum);
  return (text) => {
    const parsed = number.safeParse(text);
    if (!parsed.success) return { rule: "answer_not_a_number" };
    return onScale.safeParse(parsed.data).success ? { value: parsed.data } : { rule: "answer_out_of_scale" };
  };
}

/** What an item's column must hold, as part of a sentence. */
export function describeScale({ minimum, maximum, decimals }: AnswerScale): string {
  const kind = decimals === 0 ? "a whole number" : `a number with at most ${decimals} decimals`;
  return `${kind} from ${minimum} to ${maximum}, or blank`;
}
