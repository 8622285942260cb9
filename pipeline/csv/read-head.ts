/**
 * Reads the top of a CSV file with papaparse: which character separates cells, and the first records.
 * In: the path of UTF-8 text. Out: the dialect and rows of cells, header rows included.
 */
import { closeSync, openSync, readSync } from "node:fs";
import Papa from "papaparse";
import type { Delimiter } from "../../schemas/inspection.ts";

export type Head = Readonly<{
  delimiter: Delimiter;
  /** True when a `sep=` line comes before the header. */
  separator_line: boolean;
  /** The first records, header rows first, empty lines left out; without byte order mark and NUL. */
  rows: readonly (readonly string[])[];
}>;

const headSize = 1 << 20;
const headRows = 1000;
const comparedRows = 50;
const comparedSize = 1 << 18;
const delimiters: readonly Delimiter[] = [",", ";", "\t"];

/** Reads the head of the file at `path`; `delimiter` is used when given, else what a `sep=` line or even records say. */
export function readHead(path: string, delimiter?: Delimiter): Head {
  const { text, complete } = readTop(path);
  const line = findSeparatorLine(text);
  const body = text.slice(line?.length ?? 0);
  const used = delimiter ?? delimiters.find((one) => one === line?.separator) ?? chooseDelimiter(body);
  const { data } = parse(body, used, headRows + 1);
  const whole = complete || data.length > headRows ? data : data.slice(0, -1);
  return { delimiter: used, separator_line: line !== null, rows: whole.slice(0, headRows) };
}

const parse = (body: string, delimiter: Delimiter, preview: number) =>
  Papa.parse<string[]>(body, { delimiter, preview, skipEmptyLines: true });

/**
 * The character that gives records of the most even length; of equally even ones the one that gives the most cells. What is in
 * quotes never counts, and one that puts quotes in the middle of a cell loses. A file of one column has commas.
 */
function chooseDelimiter(body: string): Delimiter {
  const top = body.slice(0, comparedSize);
  const candidates = delimiters.map((delimiter) => ({ delimiter, ...judgeDelimiter(top, delimiter) }));
  const splitting = candidates.filter(({ cells }) => cells > 1);
  splitting.sort((a, b) => Number(a.broken) - Number(b.broken) || b.evenness - a.evenness || b.cells - a.cells);
  return splitting[0]?.delimiter ?? ",";
}

/** Cells of the header, the share of records (0-1) with as many, and whether quotes break. */
function judgeDelimiter(top: string, delimiter: Delimiter) {
  const { data } = parse(top, delimiter, comparedRows);
  const cells = data[0]?.length ?? 0;
  const even = data.filter((row) => row.length === cells).length;
  return { cells, evenness: even / Math.max(1, data.length), broken: breaksQuotes(top, delimiter) };
}

/** True when a quoted text does not fill its cell. */
function breaksQuotes(top: string, delimiter: Delimiter): boolean {
  const borders = [undefined, "\n", "\r", "\ufeff", delimiter];
  const quoted = [...top.matchAll(/"[^"]*(?:""[^"]*)*"/g)];
  return quoted.some(
    ({ index, 0: text }) => !borders.includes(top[index - 1]) || !borders.includes(top[index + text.length]),
  );
}

/** The `sep=` line that Excel understands, when the text opens with one; `length` includes its line end. */
function findSeparatorLine(text: string): { separator: string; length: number } | null {
  const found = /^\ufeff?sep=(.)(\r\n|\r|\n)/i.exec(text);
  return found === null ? null : { separator: found[1] as string, length: found[0].length };
}

/** True when the file at `path` opens with a `sep=` line. */
export const startsWithSeparator = (path: string): boolean => findSeparatorLine(readTop(path).text) !== null;

/** NUL bytes, which one tool writes into its header, are no part of a name. */
function readTop(path: string): { text: string; complete: boolean } {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(headSize);
    const read = readSync(file, buffer, 0, headSize, 0);
    const text = new TextDecoder("utf-8").decode(buffer.subarray(0, read));
    return { text: text.replaceAll("\0", ""), complete: read < headSize };
  } finally {
    closeSync(file);
  }
}
