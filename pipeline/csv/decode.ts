/**
 * Decides how a file's bytes are text, and makes a private UTF-8 copy when they are not UTF-8 already.
 * Node's decoder does the work; what is neither valid UTF nor named by the analyst is refused, never guessed.
 */
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { TextDecoder } from "node:util";
import type { Encoding } from "../../schemas/inspection.ts";
import { UserError } from "../user-error.ts";
import { lastCharacterStart } from "./scan-bytes.ts";

const chunkSize = 1 << 20;

/** The encoding a byte order mark states, or null. */
export function readByteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

/** Byte offset of the first character that is not valid UTF-8, or null when the whole file is. Reads `size` bytes at a time. */
export function findBadByte(path: string, size: number = chunkSize): number | null {
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

/** The refusal of a file whose encoding nobody named. */
export function refuseEncoding(file: string, offset: number): UserError {
  return new UserError(
    `${file}: can't read this file as UTF-8: byte ${offset + 1} is not valid there. ` +
      "Name its encoding in scan.yaml (format: { encoding: windows-1252 }, or macintosh for a file from an old Mac), " +
      'or save it again as "CSV UTF-8".',
  );
}

/**
 * Writes `path`, decoded from `encoding`, as UTF-8 without byte order mark to `target` (readable by this user only).
 * Returns the sha256 and size of the original bytes. Throws a UserError when the bytes are not valid in that encoding.
 */
export function decodeFile(file: string, path: string, encoding: Encoding, target: string) {
  const input = openSync(path, "r");
  const output = openSync(target, "wx", 0o600);
  const hash = createHash("sha256");
  const decoder = new TextDecoder(encoding, { fatal: true });
  const buffer = Buffer.allocUnsafe(chunkSize);
  let bytes = 0;
  try {
    for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
      const chunk = buffer.subarray(0, read);
      hash.update(chunk);
      bytes += read;
      writeFileSync(output, decoder.decode(chunk, { stream: true }));
    }
    writeFileSync(output, decoder.decode());
  } catch (error) {
    if (error instanceof TypeError)
      throw new UserError(`${file}: can't read this file as ${encoding}: it holds bytes that do not exist there.`);
    throw error;
  } finally {
    closeSync(input);
    closeSync(output);
  }
  return { sha256: hash.digest("hex"), bytes };
}
