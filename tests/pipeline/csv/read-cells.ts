/** Reads every cell of a CSV file the way the pipeline does and the way papaparse does, for comparison. */
import { readFileSync, rmSync } from "node:fs";
import Papa from "papaparse";
import { makeReadable } from "../../../pipeline/csv/make-readable.ts";
import { type ByteScan, scanBytes } from "../../../pipeline/csv/scan-bytes.ts";
import { writeCsvSource } from "../../../pipeline/csv/write-csv-source.ts";
import { type Database, DatabaseError } from "../../../pipeline/database.ts";
import type { Delimiter } from "../../../schemas/inspection.ts";

/** Rows of cells; a blank cell is an empty text. */
export type Cells = readonly (readonly string[])[];

export type CellReading = Readonly<{ skip: number; keepQuotedBlanks?: boolean }>;

/**
 * The cells of the file at `path` below its first `skip` records, as the database gives them, or null when the scan, the
 * database or the comparison of their counts refuses the file.
 */
export async function readCells(
  database: Database,
  path: string,
  delimiter: Delimiter,
  { skip, keepQuotedBlanks = false }: CellReading,
): Promise<(string | null)[][] | null> {
  const scan = scanBytes(path, delimiter, "quick");
  if (!isAccepted(scan)) return null;
  const positions = Array.from({ length: scan.cells }, (_, index) => index + 1);
  rmSync(nameCopy(path), { force: true });
  const file = {
    text_path: makeReadable(path, nameLineEnds(scan), scan.marks, nameCopy(path)),
    skip,
    delimiter,
    decimal: ".",
    columns: positions.map((position) => ({ position })),
  } as unknown as Parameters<typeof writeCsvSource>[0];
  const source = writeCsvSource(file, { ordered: true, keepQuotedBlanks });
  const rows = await database.rows(`select * from ${source}`, "read").catch((error: unknown) => {
    if (error instanceof DatabaseError) return null;
    throw error;
  });
  if (rows === null || rows.length !== scan.records - skip) return null;
  return rows.map((row) => positions.map((position) => row[`c${position}`] as string | null));
}

/** Where a copy of a file is made, if one is needed: the database must be allowed to read it. */
export const nameCopy = (path: string): string => `${path}.copy`;

const nameLineEnds = ({ lineEnds: { lf, crlf } }: ByteScan) => (crlf > 0 ? "CRLF" : lf > 0 ? "LF" : "CR");

/** What inspection accepts of a scan. */
const isAccepted = ({ utf8, nul, defectCount, lineEnds: { lf, crlf, cr } }: ByteScan) =>
  utf8 && !nul && defectCount === 0 && [lf, crlf, cr].filter((count) => count > 0).length <= 1;

/** The cells of the whole file as papaparse gives them, without empty lines and any U+FEFF. */
export function parseCells(path: string, delimiter: Delimiter): Cells {
  const text = readFileSync(path, "utf8").replaceAll("\ufeff", "");
  const newlines = { LF: "\n", CRLF: "\r\n", CR: "\r" } as const;
  const newline = newlines[nameLineEnds(scanBytes(path, delimiter, "quick"))];
  return Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true }).data;
}

/** Cells as the database gives them, blank for null. */
export const withoutNulls = (rows: readonly (readonly (string | null)[])[]): Cells =>
  rows.map((row) => row.map((cell) => cell ?? ""));
