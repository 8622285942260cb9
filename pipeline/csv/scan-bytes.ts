/**
 * Reads a file once, byte by byte, as strict CSV (RFC 4180) without interpreting a value: counts records independently of
 * any other parser and notes what no parser may guess about. In: bytes of UTF-8 text. Out: one summary per file.
 */

import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { countByte } from "./count-byte.ts";
import { startsWithSeparator } from "./read-head.ts";

/** A record that breaks the structure. `record` counts all records of the file from 1, header rows included. */
export type Defect = Readonly<{ kind: DefectKind; record: number; line: number; cells: number }>;
export type DefectKind = "leading_empty_line" | "cell_count" | "quote_in_cell" | "text_after_quote" | "unclosed_quote";

export type ByteScan = Readonly<{
  bytes: number;
  sha256: string;
  /** Non-empty records, header rows included. */
  records: number;
  /** Cells of the header record: the first one below a `sep=` line. */
  cells: number;
  utf8: boolean;
  nul: boolean;
  /** The last record that holds a NUL byte, counted like `record` of a Defect, or null. Up to `skip`: in header rows only. */
  nulRecord: number | null;
  /** U+FEFF in the text, the byte order mark not counted: it has no meaning there, and database and client disagree on it. */
  marks: number;
  /** U+FFFD in the text: each stands for a character that was lost before the file came here. */
  replacements: number;
  /** Below the first line: headers are full of them. */
  underscore: boolean;
  lineEnds: Readonly<{ lf: number; crlf: number; cr: number }>;
  defectCount: number;
  /** The first few. */
  defects: readonly Defect[];
  /** Physical line of each watched record, in the order asked. */
  lines: readonly number[];
}>;

const keptDefects = 5;
const [lineFeed, carriageReturn, quote] = [0x0a, 0x0d, 0x22];
const mark = Buffer.from("\ufeff");
const replacement = Buffer.from("\ufffd");

/** The kinds of byte that matter outside text. */
const [other, isDelimiter, isQuote, isLineFeed, isCarriageReturn, isNul] = [0, 1, 2, 3, 4, 5];

/** Where in a record the reader stands. */
const [recordStart, cellStart, inCell, inQuotes, afterQuote] = [0, 1, 2, 3, 4];

/**
 * quick: skims chunks without quotes for their line ends and delimiters only; says whether all records together have as many
 * cells as the header asks for, not which one has another number.
 * thorough: judges every cell border and counts the cells of every record.
 */
export type Care = "quick" | "thorough";

/** `chunkSize` is the number of bytes read at a time; it never changes the result. */
export type ScanOptions = Readonly<{ chunkSize?: number }>;

/**
 * Scans the file at `path`, cells separated by `delimiter` (one ASCII character). Empty lines are no records.
 * `watched` are record numbers, ascending, whose physical line is wanted (thorough only).
 */
export function scanBytes(
  path: string,
  delimiter: string,
  care: Care,
  watched: readonly number[] = [],
  { chunkSize = 1 << 22 }: ScanOptions = {},
): ByteScan {
  const file = openSync(path, "r");
  const hash = createHash("sha256");
  const structure = followStructure(delimiter.charCodeAt(0), care, watched, startsWithSeparator(path) ? 2 : 1);
  let bytes = 0;
  let utf8 = true;
  let nul = false;
  let [marks, replacements] = [0, 0];
  let underscore = false;
  let tail: Uint8Array = new Uint8Array(0);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(chunkSize, fstatSync(file).size + 1));
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const chunk = buffer.subarray(0, read);
      bytes += read;
      hash.update(chunk);
      const holdsNul = chunk.includes(0);
      nul ||= holdsNul;
      underscore ||= chunk.includes("_", bytes === read ? firstLineEnd(chunk) : 0);
      const whole = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
      const cut = lastCharacterStart(whole);
      const characters = whole.subarray(0, cut);
      utf8 &&= isUtf8(characters);
      if (!isAscii(characters)) {
        marks += countCharacter(characters, mark);
        replacements += countCharacter(characters, replacement);
      }
      tail = Uint8Array.from(whole.subarray(cut));
      const hasMark = bytes === read && mark.equals(chunk.subarray(0, 3));
      if (hasMark) marks--;
      structure.follow(hasMark ? chunk.subarray(3) : chunk, holdsNul);
    }
  } finally {
    closeSync(file);
  }
  utf8 &&= isUtf8(tail);
  return { bytes, sha256: hash.digest("hex"), utf8, nul, marks, replacements, underscore, ...structure.finish() };
}

/** How often a character of three bytes occurs. */
function countCharacter(characters: Buffer, character: Buffer): number {
  let count = 0;
  for (let at = characters.indexOf(character); at >= 0; at = characters.indexOf(character, at + 3)) count++;
  return count;
}

/** Index of the first byte that ends a line; the length when there is none. */
function firstLineEnd(bytes: Uint8Array): number {
  const found = [bytes.indexOf(lineFeed), bytes.indexOf(carriageReturn)].filter((index) => index >= 0);
  return Math.min(bytes.length, ...found);
}

/** Index after the last complete UTF-8 character, so that a chunk border never cuts one in two. */
export function lastCharacterStart(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function classify(delimiter: number): Uint8Array {
  const classes = new Uint8Array(256);
  classes[delimiter] = isDelimiter;
  classes[quote] = isQuote;
  classes[lineFeed] = isLineFeed;
  classes[carriageReturn] = isCarriageReturn;
  classes[0] = isNul;
  return classes;
}

/** The state machine over all chunks of one file; its hot loop keeps the common bytes to two comparisons. */
function followStructure(delimiter: number, care: Care, watched: readonly number[], headerRecord: number) {
  const classes = classify(delimiter);
  const defects: Defect[] = [];
  const lines: number[] = [];
  const lineEnds = { lf: 0, crlf: 0, cr: 0 };
  let state = recordStart;
  let [records, line, startLine, cells, expected, defectCount] = [0, 1, 1, 1, 0, 0];
  let afterCarriageReturn = false;
  let delimiters = 0;
  let nulRecord: number | null = null;

  const note = (kind: DefectKind, newCells = 0) => {
    defectCount++;
    if (defects.length < keptDefects)
      defects.push({ kind, record: records + 1, line: startLine, cells: cells + newCells });
  };
  const addCells = (newCells: number) => {
    cells += newCells;
    delimiters += newCells;
  };
  const endRecord = () => {
    if (records < headerRecord) expected = cells;
    else if (care === "thorough" && cells !== expected) note("cell_count");
    records++;
    if (records === headerRecord) delimiters = 0;
    if (watched[lines.length] === records) lines.push(startLine);
    cells = 1;
    state = recordStart;
  };
  const endLine = () => {
    if (state === recordStart && records < headerRecord) note("leading_empty_line");
    line++;
    if (state !== inQuotes && state !== recordStart) endRecord();
    if (state === recordStart) startLine = line;
  };

  const canSkim = (chunk: Uint8Array) =>
    care === "quick" &&
    state !== inQuotes &&
    state !== afterQuote &&
    !afterCarriageReturn &&
    records >= headerRecord &&
    !chunk.includes(quote) &&
    !chunk.includes(carriageReturn);

  const skim = (chunk: Uint8Array) => {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      if (end > from || state !== recordStart) records++;
      state = recordStart;
      lineEnds.lf++;
      from = end + 1;
    }
    delimiters += countByte(chunk, delimiter);
    if (from < chunk.length) state = chunk[chunk.length - 1] === delimiter ? cellStart : inCell;
  };

  const follow = (chunk: Uint8Array, holdsNul: boolean) => {
    if (!holdsNul && canSkim(chunk)) return skim(chunk);
    const length = chunk.length;
    let now = state;
    let newCells = 0;
    for (let index = 0; index < length; index++) {
      const kind = classes[chunk[index] as number] as number;
      if (kind === other) {
        if (now === afterQuote) note("text_after_quote", newCells);
        if (now !== inQuotes) now = inCell;
      } else if (now === inQuotes && kind === isQuote) now = afterQuote;
      else if (kind === isQuote) {
        if (now === inCell) note("quote_in_cell", newCells);
        else now = inQuotes;
      } else if (kind === isDelimiter) {
        if (now === inQuotes) continue;
        newCells++;
        now = cellStart;
      } else if (kind === isNul) {
        nulRecord = records + 1;
        if (now === afterQuote) note("text_after_quote", newCells);
        if (now !== inQuotes) now = inCell;
      } else {
        const second = kind === isLineFeed && (index > 0 ? chunk[index - 1] === carriageReturn : afterCarriageReturn);
        if (now !== inQuotes) {
          if (second) {
            lineEnds.cr--;
            lineEnds.crlf++;
          } else if (kind === isLineFeed) lineEnds.lf++;
          else lineEnds.cr++;
        }
        if (second) continue;
        addCells(newCells);
        newCells = 0;
        state = now;
        endLine();
        now = state;
      }
    }
    addCells(newCells);
    state = now;
    afterCarriageReturn = chunk[length - 1] === carriageReturn;
  };

  const finish = () => {
    if (state === inQuotes) note("unclosed_quote");
    if (state !== recordStart) endRecord();
    const isEven = records <= headerRecord || delimiters === (records - headerRecord) * (expected - 1);
    if (care === "quick" && !isEven) defectCount++;
    return { records, cells: expected, nulRecord, lineEnds, defectCount, defects, lines };
  };
  return { follow, finish };
}
