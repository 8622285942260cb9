/**
 * Looks at a file from the outside: encoding, dialect, columns, number of records, and what will never be loaded.
 * In: a path and what the analyst said about its format. Out: one Inspection per file; no value of a respondent.
 */
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Delimiter, Encoding, Inspection } from "../schemas/inspection.ts";
import type { FileFormat } from "../schemas/scan.ts";
import { decodeFile, findBadByte, readByteOrderMark, refuseEncoding } from "./csv/decode.ts";
import { looksLikeResponse } from "./csv/looks-like-response.ts";
import { readHead } from "./csv/read-head.ts";
import { recogniseIdentifier } from "./csv/recognise-identifier.ts";
import { refuseStructure } from "./csv/refuse-structure.ts";
import { type ByteScan, scanBytes } from "./csv/scan-bytes.ts";
import { UserError } from "./user-error.ts";

/**
 * Inspects `path`, called `file` in messages. A decoded copy, if one is needed, is written into `privateFolder`.
 * Throws a UserError when the file is missing, empty, has only a header, or can't be read without guessing.
 */
export function inspect(file: string, path: string, format: FileFormat, privateFolder: string): Inspection {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UserError(`${file}: can't find this file. Check the path; paths in scan.yaml are relative to scan.yaml.`);
  if (statSync(path).size === 0)
    throw new UserError(`${file}: must hold a header and records, but the file is empty. Export it again.`);
  refuseOtherFormats(file, path);
  const text = toUtf8(file, path, format, privateFolder);
  const head = readHead(text.path, format.header_rows, format.delimiter);
  if (looksLikeResponse(head.names))
    throw new UserError(
      `${file}: the first line must name the columns, but it looks like a record. Export it again with a header line.`,
    );
  if (head.more.some(looksLikeResponse))
    throw new UserError(
      `${file}: header_rows is ${format.header_rows}, but one of these lines looks like a record. Lower it.`,
    );
  const scan = scanBytes(text.path, head.delimiter, "quick");
  if (!scan.utf8) throw refuseEncoding(file, findBadByte(path) ?? 0);
  refuseDamage(file, text.path, head.delimiter, scan);
  const records = scan.records - head.skip;
  if (records <= 0)
    throw new UserError(`${file}: must hold records, but there is only a header. Export it again, with all records.`);
  return {
    file,
    text_path: text.path,
    sha256: text.sha256 ?? scan.sha256,
    bytes: text.bytes ?? scan.bytes,
    encoding: text.encoding,
    byte_order_mark: text.byteOrderMark,
    delimiter: head.delimiter,
    decimal: format.decimal,
    line_ends: nameLineEnds(scan),
    skip: head.skip,
    header_rows: format.header_rows,
    columns: head.names.map((name, index) => ({
      position: index + 1,
      name,
      identifier: recogniseIdentifier(name),
    })),
    records,
    underscore: scan.underscore,
  };
}

/** First bytes of files that people take for CSV, and what to do instead. */
const otherFormats: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", 'an Excel, ODS or ZIP file: open it and save it as "CSV UTF-8"'],
  ["\u00d0\u00cf\u0011\u00e0", 'an old Excel file: open it and save it as "CSV UTF-8"'],
  ["%PDF", "a PDF: export the answers as CSV"],
  ["$FL2", "an SPSS file: save it as CSV, with values, not labels"],
];

function refuseOtherFormats(file: string, path: string): void {
  const start = Buffer.from(readFirstBytes(path)).toString("latin1");
  const found = otherFormats.find(([bytes]) => start.startsWith(bytes));
  if (found !== undefined) throw new UserError(`${file}: must be a CSV file, but this is ${found[1]}.`);
}

type Utf8Text = { path: string; encoding: Encoding; byteOrderMark: boolean; sha256?: string; bytes?: number };

function toUtf8(file: string, path: string, format: FileFormat, privateFolder: string): Utf8Text {
  const mark = readByteOrderMark(readFirstBytes(path));
  const encoding = mark ?? format.encoding ?? "utf-8";
  if (encoding === "utf-8") return { path, encoding, byteOrderMark: mark !== null };
  const target = join(privateFolder, `${randomUUID()}.csv`);
  return { path: target, encoding, byteOrderMark: mark !== null, ...decodeFile(file, path, encoding, target) };
}

function readFirstBytes(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(4);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function refuseDamage(file: string, path: string, delimiter: Delimiter, scan: ByteScan): void {
  if (scan.nul)
    throw new UserError(
      `${file}: must not hold NUL bytes. If it is UTF-16 without a byte order mark, name its encoding ` +
        "(format: { encoding: utf-16le } or utf-16be); else export it again as CSV.",
    );
  if (scan.defectCount > 0) throw refuseStructure(file, path, delimiter);
  const { lf, crlf, cr } = scan.lineEnds;
  if ([lf, crlf, cr].filter((count) => count > 0).length > 1)
    throw new UserError(
      `${file}: must use one kind of line end, but it has ${lf} LF, ${crlf} CRLF and ${cr} CR. ` +
        "Open it in a text editor, save it with one kind, and try again.",
    );
}

const nameLineEnds = ({ lineEnds: { lf, crlf } }: ByteScan) => (crlf > 0 ? "CRLF" : lf > 0 ? "LF" : "CR");
