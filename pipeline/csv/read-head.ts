/**
 * Reads the top of a CSV file with papaparse: which character separates cells, and what the columns are called.
 * In: the path of UTF-8 text. Out: the dialect and one row per column.
 */
import { closeSync, openSync, readSync } from "node:fs";
import Papa from "papaparse";
import type { Delimiter } from "../../schemas/inspection.ts";

export type Head = Readonly<{
  delimiter: Delimiter;
  /** Records before the first response: a `sep=` line and the header rows. */
  skip: number;
  /** Header rows below the first. */
  more: readonly (readonly string[])[];
  /** Names of the first header row, in file order, without byte order mark and outer blanks. */
  names: readonly string[];
}>;

const headSize = 1 << 18;
const delimiters: Delimiter[] = [",", ";", "\t"];

/** Reads the head of the file at `path`; `delimiter` is used when given, else the one that makes the most even columns. */
export function readHead(path: string, headerRows: number, delimiter?: Delimiter): Head {
  const text = readTop(path);
  const line = findSeparatorLine(text);
  const stated = line?.separator;
  const body = text.slice(line?.length ?? 0);
  const parsed = Papa.parse<string[]>(body, {
    delimiter: delimiter ?? delimiters.find((one) => one === stated) ?? "",
    delimitersToGuess: delimiters,
    preview: headerRows + 20,
    skipEmptyLines: true,
  });
  const used = delimiters.find((one) => one === parsed.meta.delimiter) ?? ",";
  return {
    delimiter: used,
    skip: headerRows + (stated === undefined ? 0 : 1),
    more: parsed.data.slice(1, headerRows),
    names: (parsed.data[0] ?? []).map((name) => name.trim()),
  };
}

/** The `sep=` line that Excel understands, when the text opens with one; `length` includes its line end. */
function findSeparatorLine(text: string): { separator: string; length: number } | null {
  const found = /^\ufeff?sep=(.)(\r\n|\r|\n)/.exec(text);
  return found === null ? null : { separator: found[1] as string, length: found[0].length };
}

/** True when the file at `path` opens with a `sep=` line. */
export const startsWithSeparator = (path: string): boolean => findSeparatorLine(readTop(path)) !== null;

function readTop(path: string): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(headSize);
    const read = readSync(file, buffer, 0, headSize, 0);
    return new TextDecoder("utf-8").decode(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
}
