/**
 * Makes the typeface of the reports from the package @fontsource-variable/source-sans-3: the letters of Dutch, English and their
 * neighbours at weights 400 to 700, and the width of every letter. Out: source-sans.ts and letter-widths.ts in this folder.
 *
 * Run after a new version of the package: node reports/fonts/make-font.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const read = (part) =>
  readFileSync(require.resolve(`@fontsource-variable/source-sans-3/files/source-sans-3-${part}-wght-normal.woff2`));
const write = (name, text) => writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);

const between = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const latin = [...between(0x20, 0x7e), ...between(0xa0, 0xff), ..."–—‘’“”„•…−€ı"];
const extended = [...between(0x100, 0x17f), ...between(0x218, 0x21b)];
const asText = (letters) => letters.map((one) => (typeof one === "number" ? String.fromCodePoint(one) : one)).join("");

/** The letters that the file has, at the weights that the reports use; copyright and licence stay in the file. */
const subset = (file, letters, targetFormat) =>
  subsetFont(file, asText(letters), {
    targetFormat,
    variationAxes: { wght: { min: 400, max: 700 } },
    preserveNameIds: [0, 13, 14],
  });

/** Thousandths of the font size per letter, at a weight. */
function measure(font, letters, weight) {
  const drawn = font.getVariation({ wght: weight });
  return Object.fromEntries(
    [...asText(letters)]
      .filter((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)))
      .map((letter) => [letter, Math.round((drawn.layout(letter).advanceWidth / font.unitsPerEm) * 1000)]),
  );
}

/** One line per width, so that the table stays short. */
function group(widths) {
  const groups = new Map();
  for (const [letter, width] of Object.entries(widths)) groups.set(width, `${groups.get(width) ?? ""}${letter}`);
  return [...groups].sort(([one], [other]) => one - other).map(([width, letters]) => `  [${width}, ${quote(letters)}],`);
}

function quote(letters) {
  const escaped = JSON.stringify(letters).replaceAll("\u00a0", "\\u00a0").replaceAll("\u00ad", "\\u00ad");
  return letters.includes('"') ? `'${escaped.slice(1, -1).replaceAll('\\"', '"')}'` : escaped;
}

const [latinFile, extendedFile] = [read("latin"), read("latin-ext")];
const latinSubset = await subset(latinFile, latin, "woff2");
const extendedSubset = await subset(extendedFile, extended, "woff2");

write(
  "source-sans.ts",
  [
    "/** Source Sans 3 (SIL Open Font License, see OFL.txt), cut down by make-font.mjs: WOFF2 as base64. */",
    "",
    "/** Basic Latin, Latin-1 and the punctuation of Dutch and English. */",
    `export const latin =\n  "${Buffer.from(latinSubset).toString("base64")}";`,
    "",
    "/** Latin Extended-A, for names. */",
    `export const latinExtended =\n  "${Buffer.from(extendedSubset).toString("base64")}";`,
    "",
  ].join("\n"),
);

// fontkit varies the weight of plain fonts only, not of WOFF2.
const latinFont = fontkit.create(await subset(latinFile, latin, "sfnt"));
const extendedFont = fontkit.create(await subset(extendedFile, extended, "sfnt"));
const table = (weight) =>
  group({ ...measure(extendedFont, extended, weight), ...measure(latinFont, latin, weight) });
write(
  "letter-widths.ts",
  [
    "/** Widths of the letters of Source Sans 3 in thousandths of the font size, read from the font by make-font.mjs. */",
    "",
    "export const regularWidths: readonly (readonly [number, string])[] = [",
    ...table(400),
    "];",
    "",
    "/** At weight 600. */",
    "export const boldWidths: readonly (readonly [number, string])[] = [",
    ...table(600),
    "];",
    "",
  ].join("\n"),
);
console.log(`latin ${latinSubset.length} bytes, extended ${extendedSubset.length} bytes`);
