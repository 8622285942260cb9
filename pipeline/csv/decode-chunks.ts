/** Decodes a file piece by piece, without a piece ending in half a character. Throws a TypeError at bytes that do not exist in the encoding. */
import { closeSync, openSync, readSync } from "node:fs";
import { TextDecoder } from "node:util";
import type { Encoding } from "../../schemas/inspection.ts";
import { readWindows1252 } from "./windows-1252.ts";

const chunkSize = 1 << 20;

/** The file's bytes and their text, piece by piece; a last piece without bytes ends the text. */
export function* decodeChunks(path: string, encoding: Encoding): Generator<{ chunk: Uint8Array; text: string }> {
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
