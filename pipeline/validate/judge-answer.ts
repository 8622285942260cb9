/** Judges one distinct text of an answer column: a number on the closed scale, or the rule it breaks. */
import { z } from "zod";
import type { Rule } from "../../schemas/problem.ts";
import { keptDecimals } from "../csv/kept-decimals.ts";

/** The closed scale of an item: limits in points and the number of decimals an answer may have. */
export type AnswerScale = Readonly<{ minimum: number; maximum: number; decimals: number }>;

/** `value` is the number as plain decimal text, for an exact recode. */
export type Verdict = Readonly<{ value: string } | { rule: Rule }>;

/**
 * Returns the judge of a scale. Texts carry `decimal` as their decimal mark; outer blanks are ignored.
 * What is a number here is what the database reads as one (`5.`, `.5` and `1e1` too), except `1_0`.
 * A judge never sees a blank cell: blank is missing and needs no verdict.
 */
export function makeJudge(scale: AnswerScale, decimal: "." | ","): (text: string) => Verdict {
  const mark = decimal === "," ? "," : "\\.";
  const number = z
    .string()
    .trim()
    .regex(new RegExp(`^[+-]?(\\d{1,15}(${mark}\\d{0,20})?|${mark}\\d{1,20})(e[+-]?\\d{1,2})?$`, "i"))
    .transform((text) => roundPlainly(writePlainly(text.replace(",", ".")), keptDecimals(scale.decimals)));
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

/** A decimal number without exponent, plus sign, outer zeros or a bare point: the same number, exactly. */
function writePlainly(text: string): string {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const shift = Number(exponent);
  const digits = "0".repeat(Math.max(0, -shift)) + whole + fraction + "0".repeat(Math.max(0, shift));
  const point = whole.length + Math.max(0, -shift) + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const after = digits.slice(point).replace(/0+$/, "");
  return `${sign === "-" ? "-" : ""}${before === "" ? "0" : before}${after === "" ? "" : `.${after}`}`;
}

/** A plain decimal text with at most `decimals` decimals, halves away from zero as the database rounds. */
function roundPlainly(text: string, decimals: number): string {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  if (fraction.length <= decimals) return text;
  const kept =
    BigInt(whole + fraction.slice(0, decimals)) + (fraction.charCodeAt(decimals) >= "5".charCodeAt(0) ? 1n : 0n);
  const digits = kept.toString().padStart(decimals + 1, "0");
  const plain = writePlainly(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
  return text.startsWith("-") && plain !== "0" ? `-${plain}` : plain;
}

/** What an item's column must hold, as part of a sentence. */
export function describeScale({ minimum, maximum, decimals }: AnswerScale): string {
  const kind = decimals === 0 ? "a whole number" : `a number with at most ${decimals} decimals`;
  return `${kind} from ${minimum} to ${maximum}, or blank`;
}
