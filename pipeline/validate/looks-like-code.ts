/** Tells whether an unknown unit code may be shown in a message: never a name, an address or an answer of a wrongly mapped column. */
import type { Unit } from "../../schemas/roster.ts";

/** Short, one word, of letters and digits, and with a digit or in a few capitals: first names and surnames are neither. */
const code = /^(?=.*\d|[A-Z]{1,5}$)[\p{L}\d._/-]{1,20}$/u;

/**
 * Returns the test for a roster: true when the text is a code that has the shape of one of its codes (T12 and T7 have;
 * runs of capitals, of other letters and of digits count as one) and is at most one character longer than those.
 */
export function looksLikeCodeOf(roster: readonly Pick<Unit, "unit">[]): (text: string) => boolean {
  const longest = new Map<string, number>();
  for (const { unit } of roster) {
    const shape = outline(unit);
    longest.set(shape, Math.max(unit.length, longest.get(shape) ?? 0));
  }
  return (text) => code.test(text) && text.length <= (longest.get(outline(text)) ?? -1) + 1;
}

const outline = (text: string) =>
  text
    .replace(/\d+/g, "9")
    .replace(/\p{Lu}+/gu, "A")
    .replace(/[^\P{L}A]+/gu, "a");
