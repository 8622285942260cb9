/**
 * Recognises from its bytes how a file is text, as far as nothing has to be guessed: by its mark, as UTF-8, as UTF-16.
 * In: the path or the first bytes of a file. Out: the name of an encoding, or where a byte stands that does not fit.
 */
import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { Encoding } from "../../schemas/inspection.ts";
import { decodeChunks } from "./decode-chunks.ts";
import { readSlice } from "./read-slice.ts";
import { lastCharacterStart } from "./scan-bytes.ts";

/** The encoding a byte order mark states, or null. */
export function readByteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** Byte offset of the first character that is not valid UTF-8, or null when the whole file is. Reads `size` bytes at a time. */
export function findBadByte(path: string, size: number = 1 << 20): number | null {
  const file = openSync(path, "r");
  const buffer = Buffer.allocUnsafe(size);
  let offset = 0;
  let tail: Uint8Array = new Uint8Array(0);
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      const chunk = Buffer.concat([tail, buffer.subarray(0, read)]);
      const cut = lastCharacterStart(chunk);
      if (!isUtf8(chunk.subarray(0, cut))) return offset + firstBadByte(chunk);
      offset += cut;
      tail = chunk.subarray(cut);
    }
    return tail.length > 0 ? offset : null;
  } finally {
    closeSync(file);
  }
}

/** Halves the chunk until the longest prefix that is valid is found; a cut-off last character is no fault. */
function firstBadByte(chunk: Uint8Array): number {
  let [good, bad] = [0, chunk.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const prefix = chunk.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, lastCharacterStart(prefix)))) good = middle;
    else bad = middle;
  }
  return lastCharacterStart(chunk.subarray(0, good));
}

/**
 * The UTF-16 that a file without byte order mark is written in, or null: nearly every other byte of its head is NUL, as in
 * western text, and all of it decodes.
 */
export function recogniseUtf16(path: string): "utf-16le" | "utf-16be" | null {
  const head = readSlice(path, 0, 4096);
  const nuls = (odd: number) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [nuls(0), nuls(1)];
  const found =
    odd > head.length * 0.4 && even === 0 ? "utf-16le" : even > head.length * 0.4 && odd === 0 ? "utf-16be" : null;
  return found !== null && decodes(path, found) ? found : null;
}

function decodes(path: string, encoding: Encoding): boolean {
  try {
    for (const _ of decodeChunks(path, encoding));
    return true;
  } catch {
    return false;
  }
}

/** True for a file of valid UTF-8, unless it is UTF-16 without a mark; false when nothing is at `path`. */
export const isUtf8File = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true &&
  findBadByte(path) === null &&
  recogniseUtf16(path) === null;
