/** Reads the plain numbers of an answer column. In: a cell. Out: the same number as plain decimal text, for an exact recode. */
import { z } from "zod";
import { keptDecimals } from "../answers/kept-decimals.ts";

/** The closed scale of an item: limits in points and the number of decimals an answer may have. */
export type AnswerScale = Readonly<{ minimum: number; maximum: number; decimals: number }>;

/**
 * The reader of numbers with `decimal` as their decimal mark; outer blanks are ignored, another text gives null. What is a number
 * here is what the database reads as one (`5.`, `.5` and `1e1` too), except `1_0`. Decimals that nobody looks at are rounded away.
 */
export function makeNumberReader(decimals: number, decimal: "." | ","): (text: string) => string | null {
  const mark = decimal === "," ? "," : "\\.";
  const number = z
    .string()
    .trim()
    .regex(new RegExp(`^[+-]?(\\d{1,15}(${mark}\\d{0,20})?|${mark}\\d{1,20})(e[+-]?\\d{1,2})?$`, "i"))
    .transform((text) => roundPlainly(writePlainly(text.replace(",", ".")), keptDecimals(decimals)));
  return (text) => number.safeParse(text).data ?? null;
}

/** The test whether a plain decimal text lies on a scale. */
export function makeScaleTest({ minimum, maximum, decimals }: AnswerScale): (plain: string) => boolean {
  const onScale = z
    .string()
    .refine((text) => (text.split(".")[1] ?? "").length <= decimals)
    .refine((text) => Number(text) >= minimum && Number(text) <= maximum);
  return (plain) => onScale.safeParse(plain).success;
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
