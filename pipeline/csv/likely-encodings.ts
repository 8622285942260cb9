/**
 * Tells which encodings of one byte a character a piece of text fits: read rightly, its high bytes are letters within words
 * or punctuation where it is usual. In: bytes. Out: names of encodings, never a character.
 */
import { TextDecoder } from "node:util";
import { findUndefined, readWindows1252 } from "./windows-1252.ts";

export type SingleByteEncoding = "windows-1252" | "macintosh";

/** The share (0-1) of high bytes that may stand in an unusual place. */
const unusualShare = 0.05;

/** The encodings that `bytes` fit; both when nothing decides, and when nothing fits but both can be decoded. */
export function listLikelyEncodings(bytes: Uint8Array): SingleByteEncoding[] {
  const possible: SingleByteEncoding[] = findUndefined(bytes) >= 0 ? ["macintosh"] : ["windows-1252", "macintosh"];
  const fitting = touchesLetter(bytes) ? possible.filter((encoding) => fits(bytes, encoding)) : [];
  return fitting.length > 0 ? fitting : possible;
}

/** True when a high byte stands next to a plain letter: without a word around it, nothing can be judged. */
const touchesLetter = (bytes: Uint8Array) =>
  /[a-z][\u0080-\u00ff]|[\u0080-\u00ff][a-z]/i.test(Buffer.from(bytes).toString("latin1"));

function fits(bytes: Uint8Array, encoding: SingleByteEncoding): boolean {
  const text = encoding === "macintosh" ? new TextDecoder(encoding).decode(bytes) : readWindows1252(bytes);
  let [high, unusual] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte < 0x80) return;
    high++;
    if (!isUsual(text[index - 1] ?? "", text[index] as string, text[index + 1] ?? "")) unusual++;
  });
  return unusual <= high * unusualShare;
}

const letter = /\p{L}/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;

/** Punctuation and signs that survey texts hold: blanks, quotes, dashes, currency, degrees and such. */
const punctuation =
  /[\u00a0\u00a1\u00a3\u00a7\u00a9\u00ab\u00ae\u00b0\u00b2\u00b3\u00b7\u00bb\u00bd\u00bf\u2013-\u201e\u2026\u20ac\u2122]/;

/** True when a character is usual between its neighbours: no capital behind a small letter, no sign within a word. */
function isUsual(before: string, character: string, after: string): boolean {
  const [letterBefore, letterAfter] = [letter.test(before), letter.test(after)];
  if (upper.test(character)) return !lower.test(before) && (letterBefore || letterAfter);
  if (letter.test(character)) return letterBefore || letterAfter || character === "à";
  if (character === "\u00a0" || character === "\u2019") return true;
  return punctuation.test(character) && !(letterBefore && letterAfter);
}
