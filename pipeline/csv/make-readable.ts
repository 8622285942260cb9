/**
 * Makes a file readable that the database would misread without a word: it takes the first line break of a file, quoted or
 * not, for its line end; it does not see a quote behind a byte order mark; and its client drops a U+FEFF at the start of a
 * text, so that two texts look like one. In: the path of text with quotes that pair. Out: the path of text that has the same
 * records on the same lines.
 */
import { closeSync, openSync, writeFileSync } from "node:fs";
import type { Inspection } from "../../schemas/inspection.ts";
import { readSlice } from "./read-slice.ts";
import { lastCharacterStart } from "./scan-bytes.ts";

const lineBreaks = { LF: "\n", CRLF: "\r\n", CR: "\r" } as const;
/** U+FEFF in UTF-8, one character a byte. */
const byteOrderMark = "\u00ef\u00bb\u00bf";
/** A quoted first cell behind a byte order mark that reads differently when its quotes are taken for text. */
const hiddenQuote = /^\u00ef\u00bb\u00bf"(?![^",;\t\r\n]*"(?:[,;\t]|$))/;
/** The database refuses longer lines. */
const longestRecord = 1 << 21;
const pieceSize = 1 << 22;

/**
 * `path` itself when there is nothing to do, else `target`: a copy (readable by this user only) without any U+FEFF and with one
 * kind of line break in its first record. `marks` is how many U+FEFF the text holds, a byte order mark not counted.
 */
export function makeReadable(path: string, lineEnds: Inspection["line_ends"], marks: number, target: string): string {
  const head = readSlice(path, 0, longestRecord).toString("latin1");
  const first = /^(?:[^"\r\n]+|"[^"]*")*/.exec(head)?.[0] ?? "";
  const even = first.replace(/\r\n|\r|\n/g, lineBreaks[lineEnds]);
  if (even === first && marks === 0 && !hiddenQuote.test(first)) return path;
  const output = openSync(target, "wx", 0o600);
  try {
    writeFileSync(output, dropMarks(Buffer.from(even, "latin1")));
    copyRest(path, first.length, output, marks > 0 ? dropMarks : (characters) => characters);
  } finally {
    closeSync(output);
  }
  return target;
}

/** Copies what comes from byte `start` on, changed piece by piece; no piece cuts a character in two. */
function copyRest(path: string, start: number, output: number, change: (characters: Buffer) => Buffer): void {
  let at = start;
  for (let piece = readSlice(path, at, pieceSize); piece.length > 0; piece = readSlice(path, at, pieceSize)) {
    const characters = piece.subarray(0, lastCharacterStart(piece));
    writeFileSync(output, change(characters));
    at += characters.length;
  }
}

const dropMarks = (characters: Buffer): Buffer =>
  Buffer.from(characters.toString("latin1").replaceAll(byteOrderMark, ""), "latin1");
