/** Judges a cell of a table or a field of a row that names nothing. In: a text and its place; out: what is wrong. */
import type { FindingKind } from "./finding.ts";
import { judgeStated, judgeText, type Place, type Rulebook } from "./judge.ts";
import { withheldTexts } from "./layout.ts";
import { readLevel } from "./read-level.ts";
import { measureInCell } from "./read-row.ts";

const nothing: readonly FindingKind[] = [];

/**
 * Beside a group that is not shown a cell says so and nothing else; a label is one that the model gave the unit; a number is a figure of the
 * unit. An empty cell is always right.
 */
export function judgeCell(book: Rulebook, text: string, place: Place): readonly FindingKind[] {
  if (text === "") return nothing;
  const isAbout = place.isRow && place.units.length > 0;
  const isSure = isAbout && !place.isOpen;
  const level = isSure ? readLevel(text) : undefined;
  const isHidden = isSure && book.standingOf(place).isHidden;
  if (level !== undefined && place.units.some((unit) => book.allowance.hasLevel(unit, level, place.keys)))
    return nothing;
  if (level !== undefined) return [isHidden ? "withheld" : "attribution"];
  if (isHidden)
    return withheldTexts.has(text.trim().toLowerCase()) || saysTeams(text) || "measure" in measureInCell(book, text)
      ? judgeText(book, text, place)
      : ["withheld"];
  const stated = readPlain(text);
  if (!isAbout || stated === null) return judgeText(book, text, place);
  const kind = judgeStated(book, [stated], place);
  return kind === null ? nothing : [kind];
}

/** A number by itself or of teams: whether it may stand there is a matter of the number. */
const saysTeams = (text: string): boolean => /^\d+(?: teams?)?$/.test(text);

/** A number that can be read in one way only; null for any other text. */
function readPlain(text: string): { value: number; decimals: number; percent: boolean } | null {
  const found = /^(-?)(0|[1-9]\d*)(?:[.,](\d+))?$/.exec(text);
  if (found === null) return null;
  const [, sign, whole, fraction = ""] = found as unknown as [string, string, string, string?];
  if (fraction.length === 3 && whole !== "0") return null;
  const value = Number(fraction === "" ? whole : `${whole}.${fraction}`);
  return { value: sign === "-" && value !== 0 ? -value : value, decimals: fraction.length, percent: false };
}
