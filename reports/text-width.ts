/**
 * Measures a text with the widths of the report's own typeface, so that charts are laid out the same on every machine.
 * In: a text, a font size in pixels; out: pixels. Source of the widths: the font itself (fonts/letter-widths.ts).
 */
import { boldWidths, regularWidths } from "./fonts/letter-widths.ts";

type Widths = ReadonlyMap<string, number>;

const tabulate = (groups: typeof regularWidths): Widths =>
  new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

const regular = tabulate(regularWidths);
const bold = tabulate(boldWidths);

const wideScript = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u;
/** Signs that another typeface draws. */
const square = new Set("◆◇●○");
const otherLetter = 620;

/** Width of a text in pixels at a font size in pixels, at weight 400 or 600. A letter that the typeface lacks counts as an average one. */
export function estimateTextWidth(text: string, size: number, isBold = false): number {
  const widths = isBold ? bold : regular;
  let thousandths = 0;
  for (const letter of text.normalize("NFC")) thousandths += widthOf(letter, widths);
  return (thousandths / 1000) * size;
}

function widthOf(letter: string, widths: Widths): number {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  if (/\p{Mark}|\p{Cf}/u.test(letter)) return 0;
  if (wideScript.test(letter) || square.has(letter)) return 1000;
  return widths.get(letter.normalize("NFD").charAt(0)) ?? otherLetter;
}

/** The text itself when it fits in `width` pixels, else its beginning and an ellipsis, or nothing where no letter fits; never splits a letter from its accent. */
export function shortenText(text: string, size: number, width: number, isBold = false): string {
  if (estimateTextWidth(text, size, isBold) <= width) return text;
  const letters = [...new Intl.Segmenter("nl", { granularity: "grapheme" }).segment(text)].map((part) => part.segment);
  let kept = "";
  for (const letter of letters) {
    if (estimateTextWidth(`${kept}${letter}…`, size, isBold) > width) break;
    kept += letter;
  }
  return kept.trimEnd() === "" ? "" : `${kept.trimEnd()}…`;
}
