/** Makes a private UTF-8 copy of a file in another encoding, which its mark or the analyst names. */
import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, openSync, writeFileSync } from "node:fs";
import type { Encoding } from "../../schemas/inspection.ts";
import { UserError } from "../user-error.ts";
import { decodeChunks } from "./decode-chunks.ts";
import { findBadByte } from "./recognise-encoding.ts";
import { findUndefined } from "./windows-1252.ts";

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
