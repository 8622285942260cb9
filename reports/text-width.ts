/**
 * Estimates the width of a text from a fixed table, so that charts are laid out the same on every machine.
 * Source of the widths: the metrics of Helvetica as Adobe published them with its core fonts, thousandths of the size.
 */

const groups: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, "ijl"],
  [278, " !,./:;I[]\\ft\u00a0"],
  [333, "()-`r{}"],
  [355, '"'],
  [389, "*"],
  [500, "Jckksvxyz"],
  [584, "+<=>~|^\u2212"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "Mm"],
  [889, "%"],
  [944, "W"],
  [1000, "\u2026\u2014\u25c6\u25c7\u25cf\u25cb"],
  [1015, "@"],
];

const widths = new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

const wideScript = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u;

/** Width of a text in pixels at a font size in pixels; bold is taken as 6 % wider. Unknown letters count as a digit. */
export function estimateTextWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const letter of text.normalize("NFD")) thousandths += widthOf(letter);
  return (thousandths / 1000) * size * (bold ? 1.06 : 1);
}

function widthOf(letter: string): number {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  if (/\p{Mark}/u.test(letter)) return 0;
  return wideScript.test(letter) ? 1000 : 556;
}

/** The text itself when it fits in `width` pixels, else its beginning and an ellipsis; never splits a letter from its accent. */
export function shortenText(text: string, size: number, width: number, bold = false): string {
  if (estimateTextWidth(text, size, bold) <= width) return text;
  const letters = [...new Intl.Segmenter("nl", { granularity: "grapheme" }).segment(text)].map((part) => part.segment);
  let kept = "";
  for (const letter of letters) {
    if (estimateTextWidth(`${kept}${letter}…`, size, bold) > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
