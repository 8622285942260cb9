/**
 * Reads what a tagged PDF has on which sheets. In: the bytes of a PDF as Chromium writes it (objects one by one, not in streams); out: the text of
 * every sheet, and every part of the page with the sheets that it is on. A part that is on two sheets was cut.
 */
import { inflateSync } from "node:zlib";

/** `type` is the tag (Figure, LI, TR, TH, H2 …); `own` the sheets of its own content, `sheets` with all below it, both in order, the first is 1. */
export type Part = Readonly<{
  type: string;
  isColumnHead: boolean;
  own: readonly number[];
  sheets: readonly number[];
  children: readonly Part[];
}>;

/** `parts` in reading order, each before those below it. */
export type PrintedPage = Readonly<{ sheets: readonly string[]; parts: readonly Part[] }>;

/** Throws when the PDF has no tags. */
export function readPdf(pdf: Buffer): PrintedPage {
  const file = openFile(pdf);
  const catalog = file.find("Catalog");
  const listPages = (value: Value | undefined): Value[] =>
    file
      .list(file.dictionary(value).get("Kids"))
      .flatMap((kid) => (file.dictionary(kid).get("Type") === "/Pages" ? listPages(kid) : [kid]));
  const pages = listPages(catalog.get("Pages"));
  const numbers = pages.map((page) => (page as Reference).number);
  const sheetOf = (page: Value | undefined): number[] =>
    page instanceof Reference ? [numbers.indexOf(page.number) + 1] : [];
  const readPart = (value: Value): Part => {
    const element = file.dictionary(value);
    const kids = file.list(element.get("K"));
    const own = kids.flatMap((kid) => {
      if (typeof kid === "number") return sheetOf(element.get("Pg"));
      const marked = file.dictionary(kid);
      return marked.get("Type") === "/MCR" ? sheetOf(marked.get("Pg") ?? element.get("Pg")) : [];
    });
    const children = kids.filter((kid) => file.dictionary(kid).get("Type") === "/StructElem").map(readPart);
    return {
      type: String(element.get("S") ?? "").slice(1),
      isColumnHead: file.list(element.get("A")).some((one) => file.dictionary(one).get("Scope") === "/Column"),
      own: inOrder(own),
      sheets: inOrder([...own, ...children.flatMap(({ sheets }) => sheets)]),
      children,
    };
  };
  const roots = file.list(file.dictionary(catalog.get("StructTreeRoot")).get("K")).map(readPart);
  if (roots.length === 0) throw new Error("The PDF must have tags.");
  return { sheets: pages.map((page) => readText(file, file.dictionary(page))), parts: roots.flatMap(listAll) };
}

type PdfFile = ReturnType<typeof openFile>;

function openFile(pdf: Buffer) {
  const objects = new Map<number, Value>();
  const streams = new Map<number, string>();
  for (const [, number, body = ""] of pdf.toString("latin1").matchAll(/^(\d+) 0 obj\n([\s\S]*?)endobj/gm)) {
    const start = body.indexOf("stream\n");
    objects.set(Number(number), parse(start < 0 ? body : body.slice(0, start)));
    if (start >= 0) streams.set(Number(number), body.slice(start + "stream\n".length, body.lastIndexOf("\nendstream")));
  }
  const follow = (value: Value | undefined): Value | undefined =>
    value instanceof Reference ? objects.get(value.number) : value;
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = follow(value);
    return found instanceof Map ? found : new Map();
  };
  return {
    dictionary,
    list: (value: Value | undefined): readonly Value[] => {
      const found = Array.isArray(follow(value)) ? follow(value) : value;
      return found === undefined ? [] : Array.isArray(found) ? found : [found];
    },
    find: (type: string) => dictionary([...objects.values()].find((one) => dictionary(one).get("Type") === `/${type}`)),
    streamOf: (value: Value | undefined): string => {
      const stream = value instanceof Reference ? (streams.get(value.number) ?? "") : "";
      if (dictionary(value).get("Filter") !== "/FlateDecode") return stream;
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    },
  };
}

/** All letters of a sheet in the order of drawing. */
function readText(file: PdfFile, page: Dictionary): string {
  const fonts = file.dictionary(file.dictionary(page.get("Resources")).get("Font"));
  const letters = new Map<string, ReadonlyMap<number, string>>();
  for (const [name, font] of fonts)
    letters.set(name, readLetters(file.streamOf(file.dictionary(font).get("ToUnicode"))));
  let font = "";
  let text = "";
  for (const [, name, codes = ""] of file
    .streamOf(page.get("Contents"))
    .matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (name !== undefined) font = name;
    const isWide = file.dictionary(fonts.get(font)).get("Subtype") === "/Type0";
    for (const code of codes.match(isWide ? /.{4}/g : /../g) ?? [])
      text += letters.get(font)?.get(Number.parseInt(code, 16)) ?? "";
  }
  return text;
}

/** From codes to letters, as the font says. */
function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const read = (code: string) =>
    String.fromCharCode(...(code.match(/.{4}/g) ?? []).map((one) => Number.parseInt(one, 16)));
  for (const [, chars = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = "", to = ""] of chars.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(Number.parseInt(from, 16), read(to));
  for (const [, ranges = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", until = "", to = ""] of ranges.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(until, 16); code += 1)
        letters.set(code, String.fromCharCode(Number.parseInt(to, 16) + code - Number.parseInt(from, 16)));
  return letters;
}

const inOrder = (sheets: readonly number[]): number[] => [...new Set(sheets)].sort((a, b) => a - b);

const listAll = (part: Part): Part[] => [part, ...part.children.flatMap(listAll)];

class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}
type Dictionary = ReadonlyMap<string, Value>;
type Value = number | string | Reference | Dictionary | readonly Value[];

const token = /<<|>>|\[|\]|\/[^\s/<>[\]()]*|\d+ 0 R\b|-?[\d.]+|\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>|\w+/g;

/** The first value of an object; names keep their slash, other words and strings are texts. */
function parse(body: string): Value {
  const tokens = body.match(token) ?? [];
  let at = 0;
  const next = (): Value => {
    const one = tokens[at++] ?? "";
    if (one === "[") {
      const values: Value[] = [];
      while (at < tokens.length && tokens[at] !== "]") values.push(next());
      at += 1;
      return values;
    }
    if (one === "<<") {
      const values = new Map<string, Value>();
      while (at < tokens.length && tokens[at] !== ">>") {
        const name = String(next()).slice(1);
        values.set(name, next());
      }
      at += 1;
      return values;
    }
    if (one.endsWith(" 0 R")) return new Reference(Number.parseInt(one, 10));
    return /^-?[\d.]+$/.test(one) ? Number(one) : one;
  };
  return next();
}
