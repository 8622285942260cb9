/**
 * Knows the numbers that the reports' own sentences hold for any release, with their neighbours: "8" in "8 in 10".
 * In: sentences with `{}` where a release fills something in; out: a question about a number in a text.
 */
import { slot } from "./layout.ts";
import { type NumberInText, readNumbers } from "./read-numbers.ts";

/** True when a sentence of the reports holds this number between the same two words. */
export type IsConstant = (text: string, number: NumberInText) => boolean;

const anything = "*";
/** A sign that no word has, in the place of what a release fills in. */
const hole = "\u2022";

/** A neighbour that is the end of a sentence or filled in by a release may be anything, but not both neighbours. */
export function indexConstants(sentences: readonly string[]): IsConstant {
  const known = new Set(sentences.flatMap((sentence) => listKeys(sentence.replace(slot, ` ${hole} `))));
  return (text, number) => {
    const [before, written, after] = neighbours(text, number);
    return [
      [before, written, after],
      [anything, written, after],
      [before, written, anything],
    ].some((key) => known.has(key.join(" ")));
  };
}

function listKeys(sentence: string): string[] {
  return readNumbers(sentence).numbers.flatMap((number) => {
    const [before, written, after] = neighbours(sentence, number).map((word) => (word === "" ? anything : word));
    return before === anything && after === anything ? [] : [`${before} ${written} ${after}`];
  });
}

const wordBefore = new RegExp(`([\\p{L}\\p{N}]+|${hole})[^\\p{L}\\p{N}${hole}]*$`, "u");
const wordAfter = new RegExp(`^[^\\p{L}\\p{N}${hole}]*([\\p{L}\\p{N}]+|${hole})`, "u");

function neighbours(text: string, { start, end }: NumberInText): [string, string, string] {
  const before = wordBefore.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? "";
  const after = wordAfter.exec(text.slice(end, end + 60))?.[1] ?? "";
  const tidy = (word: string) => (word === hole ? "" : word.toLowerCase());
  return [tidy(before), text.slice(start, end), tidy(after)];
}
