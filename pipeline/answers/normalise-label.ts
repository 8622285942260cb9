/**
 * Makes two spellings of one label the same text. In: a cell or an analyst's label. Out: the label as response sets are
 * looked up by: small letters, single blanks, no marks that a tool or a spreadsheet left behind.
 */

/** Characters without a width: byte order marks, joiners, directions and soft hyphens. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** A cell without outer blanks (also no-break ones) and without invisible marks; "" when it holds nothing else. */
export const cleanCell = (text: string): string => text.replace(invisible, "").trim();

const entities: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  quot: '"',
  apos: "'",
  rsquo: "'",
  lsquo: "'",
  lt: "<",
  gt: ">",
  ndash: "-",
  mdash: "-",
};

/** The letters that German, French and Dutch mark: `eacute` is e with its accent. */
const marks: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  uml: "\u0308",
  cedil: "\u0327",
};

/**
 * The normal form of a label: NFC, small letters, runs of blanks as one, no blanks around `/`, plain apostrophes and hyphens,
 * without HTML tags and entities, zero-width characters and final `.` and `!`. Gives "" when nothing is left.
 */
export function normaliseLabel(text: string): string {
  const plain = text.replace(/<\/?[a-z][^<>]*>/gi, " ").replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, decodeEntity);
  const label = plain
    .replace(invisible, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?\/ ?/g, "/");
  return dropFinalMarks(label).trim();
}

/** Without final `.`, `!` and blanks; a loop, because an expression tries every run of dots in a long text again and again. */
function dropFinalMarks(text: string): string {
  let end = text.length;
  while (end > 0 && ".! ".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What an HTML entity stands for; one that is not known stays as it is. */
function decodeEntity(entity: string, name: string): string {
  if (name.startsWith("#")) return decodeNumber(name.slice(1)) ?? entity;
  const [, letter = "", mark = ""] = /^([a-z])(acute|grave|circ|uml|cedil)$/i.exec(name) ?? [];
  if (letter !== "") return letter + marks[mark.toLowerCase()];
  return name.toLowerCase() === "szlig" ? "ß" : (entities[name.toLowerCase()] ?? entity);
}

function decodeNumber(digits: string): string | null {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
