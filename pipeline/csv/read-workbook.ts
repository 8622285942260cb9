/**
 * Writes one sheet of an Excel workbook (.xlsx) as a private CSV file, so that it goes the same way as every other export.
 * In: the path of a workbook. Out: one line per row of the sheet, empty rows as empty lines, so that line numbers are row
 * numbers; a line break within a cell becomes a blank.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";
import readSheets from "read-excel-file/node";
import { listNames, UserError } from "../user-error.ts";
import { findLostCells } from "./xlsx/find-lost-cells.ts";
import { listZipEntries, type ZipEntry } from "./xlsx/list-zip-entries.ts";
import { unpackZipEntry } from "./xlsx/unpack-zip-entry.ts";

/** Bytes of XML; that is about 250,000 responses to 30 questions, and 1.5 GB of memory. */
const largestWorkbook = 250e6;
const rowsAtOnce = 10_000;

type Cell = string | number | boolean | Date | null;
type Sheet = Readonly<{ sheet: string; data: readonly (readonly Cell[])[] }>;

/**
 * Writes the sheet called `sheet`, or the only one with cells, to `target` (readable by this user only): UTF-8, comma, LF,
 * numbers with a point, dates as 2026-04-24 10:59:37. Returns the sheet's name and the sha256 and size of the workbook.
 * Throws a UserError when the workbook can't be read, is too large, or the sheet can't be chosen or read without loss.
 */
export async function writeWorkbookAsCsv(
  file: string,
  path: string,
  sheet: string | undefined,
  target: string,
): Promise<{ sheet: string; sha256: string; bytes: number }> {
  const parts = listParts(file, path);
  const workbook = readFileSync(path);
  const chosen = chooseSheet(file, await readCells(file, workbook), sheet);
  refuseLostCells(file, chosen.sheet, (name) => {
    const part = parts.find((one) => one.name === name);
    return part ? (unpackZipEntry(path, part)?.toString("utf8") ?? null) : null;
  });
  writeCsv(chosen.data, target);
  return { sheet: chosen.sheet, sha256: createHash("sha256").update(workbook).digest("hex"), bytes: workbook.length };
}

const refuseDamaged = (file: string) =>
  new UserError(
    `${file}: can't read this workbook: it is damaged, or not written as Excel writes it. ` +
      "Open it in Excel, save it as .xlsx or as CSV UTF-8, and try again.",
  );

/** The parts of the workbook that are read: XML. No part is larger than it says. */
function listParts(file: string, path: string): ZipEntry[] {
  const entries = listZipEntries(path);
  if (entries === null) throw refuseDamaged(file);
  const parts = entries.filter(({ name }) => /\.(xml|rels)$/.test(name));
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > largestWorkbook)
    throw new UserError(
      `${file}: must unpack to at most ${largestWorkbook / 1e6} MB to be read as a workbook, but is larger. ` +
        "Save the sheet as CSV UTF-8: that has no limit.",
    );
  if (parts.some((part) => unpackZipEntry(path, part) === null)) throw refuseDamaged(file);
  return parts;
}

async function readCells(file: string, workbook: Buffer): Promise<readonly Sheet[]> {
  try {
    return (await readSheets(workbook, { trim: false })) as unknown as readonly Sheet[];
  } catch {
    throw refuseDamaged(file);
  }
}

function chooseSheet(file: string, sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const filled = sheets.filter(({ data }) => data.length > 0);
  const names = listNames(filled.map(({ sheet }) => sheet));
  const [first] = filled;
  if (first === undefined)
    throw new UserError(`${file}: must hold a header and records, but its sheets are empty. Export it again.`);
  if (wanted !== undefined) {
    const found = filled.find(({ sheet }) => sheet === wanted);
    if (found !== undefined) return found;
    throw new UserError(
      `${file}: must have a sheet ${JSON.stringify(wanted)} with cells, but it does not. Its sheets with cells are ${names}.`,
    );
  }
  if (filled.length === 1) return first;
  throw new UserError(
    `${file}: must say which sheet to read: ${names}. Write format: { sheet: ${JSON.stringify(first.sheet)} } in scan.yaml, or --sheet for inspect and init.`,
  );
}

function refuseLostCells(file: string, sheet: string, readPart: (name: string) => string | null): void {
  const lost = findLostCells(readPart, sheet);
  if (lost.length === 0) return;
  const more = lost.length > 5 ? ` and ${lost.length - 5} more` : "";
  throw new UserError(
    `${file}: must hold values, but these cells of sheet ${JSON.stringify(sheet)} hold an error such as #N/A or a formula ` +
      `without a result: ${lost.slice(0, 5).join(", ")}${more}. Correct them in Excel, save the workbook and try again.`,
  );
}

function writeCsv(rows: Sheet["data"], target: string): void {
  const output = openSync(target, "wx", 0o600);
  try {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const texts = rows.slice(start, start + rowsAtOnce).map((row) => (row.every(isBlank) ? [] : row.map(writeCell)));
      writeFileSync(output, `${Papa.unparse(texts, { newline: "\n" })}\n`);
    }
  } finally {
    closeSync(output);
  }
}

const isBlank = (cell: Cell) => cell === null || cell === "";

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return writeNumber(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (cell instanceof Date) return writeDate(cell);
  return cell.replaceAll("\0", "").replace(/\r\n|\r|\n/g, " ");
}

/**
 * A number as Excel keeps it: at most 15 significant digits, which removes the dust of binary fractions. From 16 digits
 * before the point on, the last ones are lost; such a number keeps its exponent, so that it is recognised as damaged.
 */
function writeNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  if (Math.abs(rounded) >= 1e15) return rounded.toExponential().replace("e", "E");
  return Math.abs(rounded) >= 1e-6 || rounded === 0 ? String(rounded) : rounded.toFixed(20).replace(/0+$/, "");
}

/** Days are stored as binary fractions: to the nearest second. What is no date is shown as Excel shows it. */
function writeDate(date: Date): string {
  const text = Number.isNaN(date.getTime())
    ? ""
    : new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace("T", " ");
  return /^\d{4}-/.test(text) ? text : "#####";
}
