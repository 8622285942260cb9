import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { refuseOtherFormats } from "../../../pipeline/csv/recognise-kind.ts";
import { makeTempFiles } from "../temp-files.ts";
import { makeZip } from "./make-zip.ts";

const { write } = makeTempFiles();
const recognise = (content: string | Uint8Array) => refuseOtherFormats("answers.csv", write(content));
const bytes = (latin1: string) => Buffer.from(latin1, "latin1");

describe("refuseOtherFormats", () => {
  it.each([
    ["a plain export", "id,team\n1,A\n"],
    ["a byte order mark", "\ufeffid,team\n1,A\n"],
    ["UTF-16", bytes("\xff\xfei\0d\0")],
    ["a header of HTML", "<strong>Hoe gaat het?</strong>,team\n"],
    ["a header in brackets", "[Q1] Hoe gaat het?,team\n"],
    ["a header in braces", "{naam},team\n"],
    ["a name that starts as a ZIP", "PK,team\n1,A\n"],
    ["nothing", ""],
  ])("takes %s for text", (_, content) => {
    expect(recognise(content)).toBe("text");
  });

  it("knows a workbook", async () => {
    expect(recognise(await writeExcelFile([["id"], [1]]).toBuffer())).toBe("workbook");
  });

  it.each([
    [
      "an old Excel file or one with a password",
      bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
      "an old Excel file (.xls) or a workbook with a password",
    ],
    ["a PDF", "%PDF-1.7\n", "a PDF"],
    ["SPSS", "$FL2@(#) SPSS DATA FILE", "an SPSS file"],
    ["compressed SPSS", "$FL3@(#) SPSS DATA FILE", "an SPSS file"],
    ["Stata", "<stata_dta><header>", "a Stata file"],
    ["Parquet", bytes("PAR1\x15\x04"), "a Parquet file"],
    ["SQLite", "SQLite format 3\0", "a SQLite database"],
    ["gzip", gzipSync("a,b\n"), "compressed (gzip). Unpack it first"],
    ["7-Zip", bytes("7z\xbc\xaf\x27\x1c"), "a 7-Zip file"],
    ["RAR", "Rar!\x1a\x07", "a RAR file"],
    ["RTF", "{\\rtf1\\ansi", "a text document (RTF)"],
    ["a web page", "\ufeff\n <!DOCTYPE html>\n<html>", "a web page"],
    ["a table in HTML", "<table border=1><tr><td>", "a web page"],
    ["XML", '<?xml version="1.0"?>', "XML"],
    ["JSON of objects", '[\n  {"id": 1}', "JSON"],
    ["JSON of one object", '{"responses": []}', "JSON"],
    [
      "an OpenDocument sheet",
      makeZip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "" }),
      "an OpenDocument file (.ods)",
    ],
    ["a Word document", makeZip({ "[Content_Types].xml": "", "word/document.xml": "" }), "a Word document"],
    ["a binary workbook", makeZip({ "[Content_Types].xml": "", "xl/workbook.bin": "" }), "a binary Excel file (.xlsb)"],
    ["another Office file", makeZip({ "[Content_Types].xml": "" }), "an Office file without a workbook"],
    ["a Numbers file", makeZip({ "Index/Document.iwa": "" }), "a Numbers or Pages file"],
    ["a ZIP with an export in it", makeZip({ "export.csv": "a,b\n" }), "a ZIP file. Unpack it first"],
    ["an empty ZIP", makeZip({}), "a ZIP file. Unpack it first"],
    [
      "a ZIP that is cut off",
      makeZip({ "xl/workbook.xml": "x".repeat(100) }).subarray(0, 90),
      "damaged or not complete",
    ],
    ["a ZIP with a damaged directory", damageDirectory(makeZip({ "xl/workbook.xml": "" })), "damaged or not complete"],
  ])("refuses %s and says what to do", (_, content, message) => {
    expect(() => recognise(content)).toThrow(
      "answers.csv: must be a CSV file or an Excel workbook (.xlsx), but this is ",
    );
    expect(() => recognise(content)).toThrow(message);
  });
});

/** Overwrites the signature of the first entry in the central directory. */
function damageDirectory(zip: Buffer): Buffer {
  zip.write("XX", zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1")), "latin1");
  return zip;
}
