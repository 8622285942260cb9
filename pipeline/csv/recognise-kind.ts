/**
 * Tells a file of text and an Excel workbook from what people take for them, by the first bytes.
 * Signatures: the formats' own specifications.
 */
import { UserError } from "../user-error.ts";
import { readSlice } from "./read-slice.ts";
import { listZipEntries } from "./xlsx/list-zip-entries.ts";

/** First bytes of other formats, one character a byte; what the file is and what to do instead. */
const otherFormats: readonly (readonly [string | RegExp, string])[] = [
  [
    "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
    "an old Excel file (.xls) or a workbook with a password. Open it, remove the password and save it as .xlsx or as CSV UTF-8",
  ],
  ["%PDF", "a PDF. Export the answers as CSV"],
  [/^\$FL[23]/, "an SPSS file. Export the answers as CSV, or save it in SPSS as CSV with values, not labels"],
  [/^<stata_dta>/, "a Stata file. Export the answers as CSV"],
  ["PAR1", "a Parquet file. Export the answers as CSV"],
  ["SQLite format 3\u0000", "a SQLite database. Export the answers as CSV"],
  ["\u001f\u008b", "compressed (gzip). Unpack it first"],
  ["7z\u00bc\u00af\u0027\u001c", "a 7-Zip file. Unpack it first"],
  ["Rar!", "a RAR file. Unpack it first"],
  ["{\\rtf", "a text document (RTF). Export the answers as CSV"],
  [/^(\u00ef\u00bb\u00bf)?\s*<(!doctype html|html|head|body|table)\b/i, "a web page. Export the answers as CSV"],
  [/^(\u00ef\u00bb\u00bf)?\s*<\?xml/i, "XML. Export the answers as CSV"],
  [/^(\u00ef\u00bb\u00bf)?\s*(\{\s*"|\[\s*[[{"]|\[\s*\])/, "JSON. Export the answers as CSV"],
];

/** What a ZIP file is by the name of one of its entries. */
const otherZips: readonly (readonly [string, string])[] = [
  ["xl/workbook.bin", "a binary Excel file (.xlsb). Open it and save it as .xlsx or as CSV UTF-8"],
  ["word/document.xml", "a Word document. Export the answers as CSV"],
  ["content.xml", "an OpenDocument file (.ods). Open it and save it as .xlsx or as CSV UTF-8"],
  [
    "[Content_Types].xml",
    "an Office file without a workbook that can be read. Open it in Excel and save it as .xlsx or as CSV UTF-8",
  ],
  ["Index/Document.iwa", "a Numbers or Pages file. Export it as CSV or as .xlsx"],
];

/** Says whether the file at `path` is text or an Excel workbook (.xlsx). Throws a UserError for any other format that is known. */
export function refuseOtherFormats(file: string, path: string): "text" | "workbook" {
  const start = readSlice(path, 0, 512).toString("latin1");
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return recogniseZip(file, path);
  const found = otherFormats.find(([bytes]) =>
    typeof bytes === "string" ? start.startsWith(bytes) : bytes.test(start),
  );
  if (found !== undefined) throw refuse(file, found[1]);
  return "text";
}

function recogniseZip(file: string, path: string): "workbook" {
  const entries = listZipEntries(path);
  if (entries === null) throw refuse(file, "an Excel or ZIP file that is damaged or not complete. Get it again");
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("xl/workbook.xml")) return "workbook";
  const found = otherZips.find(([name]) => names.has(name));
  throw refuse(file, found?.[1] ?? "a ZIP file. Unpack it first and use the CSV or .xlsx file in it");
}

const refuse = (file: string, what: string) =>
  new UserError(`${file}: must be a CSV file or an Excel workbook (.xlsx), but this is ${what}.`);
