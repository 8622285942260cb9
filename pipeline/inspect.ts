/**
 * Looks at a file from the outside: encoding, dialect, the tool that wrote it, columns, number of records, and what will never be loaded.
 * In: a path and what the analyst said about its format. Out: one Inspection per file; no value of a respondent.
 */
import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Delimiter, Encoding, Inspection } from "../schemas/inspection.ts";
import type { HeaderLayout, Profile } from "../schemas/profile.ts";
import type { FileFormat } from "../schemas/scan.ts";
import { decodeFile } from "./csv/decode-file.ts";
import { detectDecimal } from "./csv/detect-decimal.ts";
import { makeReadable } from "./csv/make-readable.ts";
import { readHead } from "./csv/read-head.ts";
import { readSlice } from "./csv/read-slice.ts";
import { writeWorkbookAsCsv } from "./csv/read-workbook.ts";
import { readByteOrderMark } from "./csv/recognise-encoding.ts";
import { refuseOtherFormats } from "./csv/recognise-kind.ts";
import { refuseEncoding } from "./csv/refuse-encoding.ts";
import { refuseStructure } from "./csv/refuse-structure.ts";
import { type ByteScan, scanBytes } from "./csv/scan-bytes.ts";
import { chooseDates } from "./inspect/choose-dates.ts";
import { describeColumns } from "./inspect/describe-columns.ts";
import { hideGuess, readHeader } from "./inspect/read-header.ts";
import { writeRemarks } from "./inspect/write-remarks.ts";
import { findKnownColumn } from "./profiles/recognise-profile.ts";
import { UserError } from "./user-error.ts";

/**
 * Inspects `path`, called `file` in messages; what `format` states is believed, the rest is recognised. A copy as UTF-8 text,
 * if one is needed, is written into `privateFolder`; of a workbook we write it ourselves, so its dialect can't be stated.
 * Throws a UserError when the file is missing, empty, has only a header, or can't be read without guessing.
 */
export async function inspect(
  file: string,
  path: string,
  format: FileFormat,
  privateFolder: string,
): Promise<Inspection> {
  refuseNoFile(file, path);
  const source = await writeSource(file, path, format, privateFolder);
  const head = readHead(source.path, source.sheet === null ? format.delimiter : ",");
  const scan = scanBytes(source.path, head.delimiter, "quick");
  if (!scan.utf8) throw refuseEncoding(file, path);
  refuseDamage(file, source.path, head.delimiter, scan);
  const lineEnds = nameLineEnds(scan);
  const { profile, layout } = readHeader(file, head.rows, format);
  const skip = layout.header_rows + (head.separator_line ? 1 : 0);
  refuseNul(file, path, scan, skip);
  if (scan.records <= skip)
    throw new UserError(`${file}: must hold records, but there is only a header. Export it again, with all records.`);
  const cells = layout.names.map((_, index) => head.rows.slice(layout.header_rows).map((row) => row[index] ?? ""));
  const mark = detectDecimal(keepMeasured(profile, layout, cells), head.delimiter);
  const decimal = (source.sheet === null ? format.decimal : undefined) ?? mark.decimal;
  const columns = hideGuess(describeColumns(profile, layout, cells, decimal), head.rows, profile, layout, format);
  const dates = chooseDates(columns, cells, profile, format.dates);
  return {
    file,
    text_path: makeReadable(source.path, lineEnds, scan.marks, join(privateFolder, `${randomUUID()}.csv`)),
    sha256: source.sha256 ?? scan.sha256,
    bytes: source.bytes ?? scan.bytes,
    profile: profile.profile,
    sheet: source.sheet,
    encoding: source.encoding,
    byte_order_mark: source.byteOrderMark,
    delimiter: head.delimiter,
    decimal,
    line_ends: lineEnds,
    dates: dates.order,
    skip,
    header_rows: layout.header_rows,
    columns,
    records: scan.records - skip,
    underscore: scan.underscore,
    remarks: writeRemarks({ head, scan, format, profile, layout, columns, mark, dates }),
  };
}

/** Without cells of columns in which the tool writes no measure, such as a version or a place: they say nothing about decimals. */
function keepMeasured(profile: Profile, { names, texts }: HeaderLayout, cells: readonly (readonly string[])[]) {
  return cells.map((column, index) => {
    const known = findKnownColumn(profile, names[index] ?? "", texts[index] ?? null);
    return known?.identifier !== undefined || known?.role === "metadata" ? [] : column;
  });
}

function refuseNoFile(file: string, path: string): void {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UserError(
      `${file}: can't find this file${existsSync(path) ? ": it is a folder" : ""}. Check the path; paths in scan.yaml are relative to scan.yaml.`,
    );
  if (statSync(path).size === 0)
    throw new UserError(`${file}: must hold a header and records, but the file is empty. Export it again.`);
}

/** A file's text as UTF-8; sha256 and bytes are those of the file itself, absent when the text is the file. */
type Source = Readonly<{
  path: string;
  sheet: string | null;
  encoding: Encoding;
  byteOrderMark: boolean;
  sha256?: string;
  bytes?: number;
}>;

async function writeSource(file: string, path: string, format: FileFormat, privateFolder: string): Promise<Source> {
  const target = join(privateFolder, `${randomUUID()}.csv`);
  if (refuseOtherFormats(file, path) === "workbook") {
    const written = await writeWorkbookAsCsv(file, path, format.sheet, target);
    return { path: target, encoding: "utf-8", byteOrderMark: false, ...written };
  }
  const mark = readByteOrderMark(readSlice(path, 0, 4));
  const encoding = mark ?? format.encoding ?? "utf-8";
  const source = { sheet: null, encoding, byteOrderMark: mark !== null };
  if (encoding === "utf-8") return { path, ...source };
  return { path: target, ...source, ...decodeFile(file, path, encoding, target) };
}

function refuseDamage(file: string, path: string, delimiter: Delimiter, scan: ByteScan): void {
  if (scan.defectCount > 0) throw refuseStructure(file, path, delimiter);
  const { lf, crlf, cr } = scan.lineEnds;
  if ([lf, crlf, cr].filter((count) => count > 0).length > 1)
    throw new UserError(
      `${file}: must use one kind of line end, but it has ${lf} LF, ${crlf} CRLF and ${cr} CR. ` +
        "Open it in a text editor, save it with one kind, and try again.",
    );
}

/** One tool writes NUL bytes into its header; below it they mean damage, or UTF-16 that does not say so. */
function refuseNul(file: string, path: string, { nulRecord }: ByteScan, skip: number): void {
  if (nulRecord !== null && nulRecord > skip) throw refuseEncoding(file, path);
}

const nameLineEnds = ({ lineEnds: { lf, crlf } }: ByteScan) => (crlf > 0 ? "CRLF" : lf > 0 ? "LF" : "CR");
