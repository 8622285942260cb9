/**
 * Takes a label apart from the number a tool printed before or after it. In: a cell such as `10 - Extremely likely`, `1. Never`,
 * `0 = Helemaal niet`, `10 (Always)` or `Agree (6)`. Out: the number, the normalised label and where the number stood.
 */
import { normaliseLabel } from "./normalise-label.ts";

/** `before`: the number counts. `after`: tools print codes there that need not be in order, so the label decides. */
export type NumberedLabel = Readonly<{ number: number; label: string; place: "before" | "after" }>;

/** A label starts with a letter: `1-2 times` and `1.5 hours` are no numbered labels. */
const before = [
  /^(?<number>-?\d{1,6}) ?[-:=.)] ?(?<label>\p{L}.*)$/u,
  /^[([](?<number>-?\d{1,6})[)\]] ?(?<label>\p{L}.*)$/u,
  /^(?<number>-?\d{1,6}) ?\((?<label>\p{L}.*)\)$/u,
  /^(?<number>-?\d{1,6}) ?\[(?<label>\p{L}.*)\]$/u,
];
const after = [
  /^(?<label>\p{L}.*?) ?\((?<number>-?\d{1,6})\)$/u,
  /^(?<label>\p{L}.*?) ?\[(?<number>-?\d{1,6})\]$/u,
  /^(?<label>\p{L}.*?) ?[-:=] ?(?<number>\d{1,6})$/u,
];

/** The parts of a numbered label, or null when the text is not one. */
export function splitNumber(text: string): NumberedLabel | null {
  const plain = normaliseLabel(text);
  return match(before, plain, "before") ?? match(after, plain, "after");
}

function match(patterns: readonly RegExp[], text: string, place: "before" | "after"): NumberedLabel | null {
  for (const pattern of patterns) {
    const { number, label } = pattern.exec(text)?.groups ?? {};
    if (number !== undefined && label !== undefined)
      return { number: Number(number), label: normaliseLabel(label), place };
  }
  return null;
}
