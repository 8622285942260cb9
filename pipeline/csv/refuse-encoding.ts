/** Words the refusal of a file that is no UTF-8 while nobody named its encoding. In: its path. Out: a sentence, never a character of it. */
import { isAscii } from "node:buffer";
import { UserError } from "../user-error.ts";
import { listLikelyEncodings } from "./likely-encodings.ts";
import { readSlice } from "./read-slice.ts";
import { findBadByte, recogniseUtf16 } from "./recognise-encoding.ts";

/** How many bytes are looked at around the one that does not fit. */
const lookedAt = 1 << 20;

/**
 * The refusal of a file of which `findBadByte` finds a byte, or which holds NUL bytes, while nobody named its encoding:
 * where it stops being UTF-8, and which encodings its bytes fit. Never a character of it.
 */
export function refuseEncoding(file: string, path: string): UserError {
  const utf16 = recogniseUtf16(path);
  if (utf16 !== null)
    return new UserError(
      `${file}: must have a byte order mark when it is UTF-16, as it seems to be. ` +
        `Write format: { encoding: ${utf16} } in scan.yaml (--encoding ${utf16} for inspect and init), or save it again as "CSV UTF-8".`,
    );
  const offset = findBadByte(path);
  if (offset === null)
    return new UserError(`${file}: must not hold NUL bytes, but it does: it is damaged. Export it again as CSV.`);
  const opening = `${file}: can't read this file as UTF-8: byte ${offset + 1} is not valid there.`;
  if (!isAscii(readSlice(path, Math.max(0, offset - lookedAt), Math.min(offset, lookedAt))))
    return new UserError(
      `${opening} Before it the file is UTF-8, so it is damaged or put together from files of two encodings. Export it again.`,
    );
  const likely = listLikelyEncodings(readSlice(path, Math.max(0, offset - 1), lookedAt));
  return new UserError(`${opening} ${adviseEncoding(likely)} Or save it again as "CSV UTF-8".`);
}

const encodingAdvice = {
  "windows-1252": "windows-1252, as Excel on Windows writes",
  macintosh: "macintosh, as Excel on an old Mac writes",
};

function adviseEncoding(likely: readonly (keyof typeof encodingAdvice)[]): string {
  const [only] = likely;
  if (likely.length === 1 && only !== undefined)
    return `It is probably ${encodingAdvice[only]}: write format: { encoding: ${only} } in scan.yaml, and check the names with inspect --encoding ${only}.`;
  return (
    `It may be ${encodingAdvice["windows-1252"]}, or ${encodingAdvice.macintosh}: its bytes don't decide. ` +
    "Name the right one in scan.yaml (format: { encoding: windows-1252 } or macintosh; --encoding for inspect and init)."
  );
}
