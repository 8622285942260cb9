/** Judges a cell of a table or a field of a row that names nothing. In: a text and its place; out: what is wrong. */
import { Level } from "../../schemas/release.ts";
import type { FindingKind } from "./finding.ts";
import { judgeStated, judgeText, type Place, type Rulebook } from "./judge.ts";
import { withheldTexts } from "./layout.ts";
import { measureInCell } from "./read-row.ts";

const levels: ReadonlySet<string> = new Set(Level.options);
const nothing: readonly FindingKind[] = [];

/**
 * Beside a group that is not shown a cell says so and nothing else; a label is one that the model gave the unit; a number is a figure of the
 * unit. An empty cell is always right.
 */
export function judgeCell(book: Rulebook, text: string, place: Place): readonly FindingKind[] {
  if (text === "") return nothing;
  const isAbout = place.isRow && place.units.length > 0;
  if (isAbout && !place.isOpen && book.standingOf(place).isHidden)
    return withheldTexts.has(text.trim().toLowerCase()) || "measure" in measureInCell(book, text)
      ? judgeText(book, text, place)
      : ["withheld"];
  if (isAbout && !place.isOpen && levels.has(text))
    return place.units.some((unit) => book.allowance.hasLevel(unit, text, place.keys)) ? nothing : ["attribution"];
  const stated = readPlain(text);
  if (!isAbout || stated === null) return judgeText(book, text, place);
  const kind = judgeStated(book, [stated], place);
  return kind === null ? nothing : [kind];
}

/** A number that can be read in one way only; null for any other text. */
function readPlain(text: string): { value: number; decimals: number; percent: boolean } | null {
  const found = /^(-?)(0|[1-9]\d*)(?:[.,](\d+))?$/.exec(text);
  if (found === null) return null;
  const [, sign, whole, fraction = ""] = found as unknown as [string, string, string, string?];
  if (fraction.length === 3 && whole !== "0") return null;
  const value = Number(fraction === "" ? whole : `${whole}.${fraction}`);
  return { value: sign === "-" && value !== 0 ? -value : value, decimals: fraction.length, percent: false };
}
