/**
 * Decides how a file's bytes are text, and makes a private UTF-8 copy when they are not UTF-8 already.
 * Decoders do the work; what is neither valid UTF nor named by the analyst is refused, never guessed.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { TextDecoder } from "node:util";
import type { Encoding } from "../../schemas/inspection.ts";
import { UserError } from "../user-error.ts";
import { listLikelyEncodings } from "./likely-encodings.ts";
import { readSlice } from "./read-slice.ts";
import { lastCharacterStart } from "./scan-bytes.ts";
import { findUndefined, readWindows1252 } from "./windows-1252.ts";

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

/**
 * The refusal of a file of which `findBadByte` finds a byte, or which holds NUL bytes, while nobody named its encoding:
 * where it stops being UTF-8, and which encodings its bytes fit. Never a character of it.
 */
export function refuseEncoding(file: string, path: string): UserError {
  const utf16 = recogniseUtf16(path);
  if (utf16 !== null)
    return new UserError(
      `${file}: must have a byte order mark when it is UTF-16, as it seems to be. ` +
        `Write format: { encoding: ${utf16} } in scan.yaml, or save it again as "CSV UTF-8".`,
    );
  const offset = findBadByte(path);
  if (offset === null)
    return new UserError(`${file}: must not hold NUL bytes, but it does: it is damaged. Export it again as CSV.`);
  const opening = `${file}: can't read this file as UTF-8: byte ${offset + 1} is not valid there.`;
  if (!isAscii(readSlice(path, Math.max(0, offset - chunkSize), Math.min(offset, chunkSize))))
    return new UserError(
      `${opening} Before it the file is UTF-8, so it is damaged or put together from files of two encodings. Export it again.`,
    );
  const likely = listLikelyEncodings(readSlice(path, Math.max(0, offset - 1), chunkSize));
  return new UserError(`${opening} ${adviseEncoding(likely)} Or save it again as "CSV UTF-8".`);
}

const encodingAdvice = {
  "windows-1252": "windows-1252, as Excel on Windows writes",
  macintosh: "macintosh, as Excel on an old Mac writes",
};

function adviseEncoding(likely: readonly (keyof typeof encodingAdvice)[]): string {
  const [only] = likely;
  if (likely.length === 1 && only !== undefined)
    return `It is probably ${encodingAdvice[only]}: write format: { encoding: ${only} } in scan.yaml, and check the names with inspect.`;
  return (
    `It may be ${encodingAdvice["windows-1252"]}, or ${encodingAdvice.macintosh}: its bytes don't decide. ` +
    "Name the right one in scan.yaml (format: { encoding: windows-1252 } or macintosh)."
  );
}

/**
 * Writes `path`, decoded from `encoding`, as UTF-8 without byte order mark to `target` (readable by this user only).
 * Returns the sha256 and size of the original bytes. Throws a UserError when the bytes are not valid in that encoding.
 */
export function decodeFile(file: string, path: string, encoding: Encoding, target: string) {
  const output = openSync(target, "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  let ascii = true;
  try {
    for (const { chunk, text } of decodeChunks(path, encoding)) {
      if (bytes === 0) refuseWrongUtf16(file, encoding, text);
      if (encoding === "windows-1252") refuseUndefined(file, chunk, bytes);
      hash.update(chunk);
      bytes += chunk.length;
      ascii &&= isAscii(chunk);
      writeFileSync(output, text);
    }
  } catch (error) {
    if (error instanceof TypeError)
      throw new UserError(
        `${file}: can't read this file as ${encoding}: it holds bytes that do not exist there. ` +
          "Check the encoding in scan.yaml, or export it again.",
      );
    throw error;
  } finally {
    closeSync(output);
  }
  if (!ascii && !encoding.startsWith("utf") && findBadByte(path) === null) throw refuseSingleByte(file, encoding);
  return { sha256: hash.digest("hex"), bytes };
}

/** The file's bytes and their text, piece by piece; a last piece without bytes ends the text. */
function* decodeChunks(path: string, encoding: Encoding): Generator<{ chunk: Uint8Array; text: string }> {
  const input = openSync(path, "r");
  const decode = makeDecoder(encoding);
  const buffer = Buffer.allocUnsafe(chunkSize);
  try {
    for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
      const chunk = buffer.subarray(0, read);
      yield { chunk, text: decode(chunk, true) };
    }
    yield { chunk: new Uint8Array(0), text: decode(new Uint8Array(0), false) };
  } finally {
    closeSync(input);
  }
}

function makeDecoder(encoding: Encoding): (chunk: Uint8Array, stream: boolean) => string {
  if (encoding === "windows-1252") return readWindows1252;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk, stream) => decoder.decode(chunk, { stream });
}

/** Most bytes are valid UTF-16 of some kind; only the right kind has line ends or delimiters in it. */
function refuseWrongUtf16(file: string, encoding: Encoding, text: string): void {
  if (encoding.startsWith("utf-16") && !/[\n\r,;\t]/.test(text))
    throw new UserError(
      `${file}: can't read this file as ${encoding}: there is no line end and no delimiter in it. Check the encoding in scan.yaml.`,
    );
}

function refuseUndefined(file: string, chunk: Uint8Array, before: number): void {
  const index = isAscii(chunk) ? -1 : findUndefined(chunk);
  if (index >= 0)
    throw new UserError(
      `${file}: can't read this file as windows-1252: byte ${before + index + 1} does not exist there. ` +
        'Check the encoding in scan.yaml (macintosh for a file from an old Mac), or save it again as "CSV UTF-8".',
    );
}

const refuseSingleByte = (file: string, encoding: Encoding) =>
  new UserError(
    `${file}: can't read this file as ${encoding}: all of it is valid UTF-8, which such a file never is by chance. ` +
      "Remove the encoding from scan.yaml.",
  );
