import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { writeWorkbookAsCsv } from "../../../pipeline/csv/read-workbook.ts";
import { UserError } from "../../../pipeline/user-error.ts";
import { makeTempFiles } from "../temp-files.ts";
import { makeZip } from "./make-zip.ts";

const { folder, write } = makeTempFiles();
let written = 0;

/** Reads a workbook; also gives the CSV text. */
async function read(workbook: Uint8Array, sheet?: string) {
  const target = join(folder, `sheet-${written++}.csv`);
  const result = await writeWorkbookAsCsv("answers.xlsx", write(workbook), sheet, target);
  return { ...result, target, text: readFileSync(target, "utf8") };
}

const make = (rows: SheetData) => writeExcelFile(rows, { dateFormat: "dd-mm-yyyy hh:mm:ss" }).toBuffer();
const readRows = async (rows: SheetData) => (await read(await make(rows))).text;

/** A workbook of one sheet written by hand: `cells` is the XML within its rows. */
const makeByHand = (cells: string, workbook = "", announced: Record<string, number> = {}) =>
  makeZip(
    {
      "xl/workbook.xml": `<workbook xmlns:r="r">${workbook}<sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/one.xml"/></Relationships>',
      "xl/styles.xml":
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>',
      "xl/worksheets/one.xml": `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    },
    announced,
  );

describe("writeWorkbookAsCsv", () => {
  it("writes texts, numbers, booleans, dates and blanks, every row as wide as the widest", async () => {
    const day = new Date(Date.UTC(2026, 3, 24, 10, 59, 37));
    expect(
      await readRows([
        ["id", "moment", "akkoord", "cijfer"],
        ["r1", day, true, 7],
        ["r2", null, false],
        [null, null, null, -2.5],
      ]),
    ).toBe("id,moment,akkoord,cijfer\nr1,2026-04-24 10:59:37,TRUE,7\nr2,,FALSE,\n,,,-2.5\n");
  });

  it("quotes what CSV needs quoted and keeps outer blanks", async () => {
    expect(await readRows([['say "hi"', "a,b", " x ", "A;B;", "<b>&amp; é😀"]])).toBe(
      '"say ""hi""","a,b"," x ",A;B;,<b>&amp; é😀\n',
    );
  });

  it("keeps row numbers: an empty row is an empty line, a line break within a cell a blank", async () => {
    expect(await readRows([[null], ["a\nb", "c"], [null, null], ["d\r\ne", "f\rg"]])).toBe("\na b,c\n\nd e,f g\n");
  });

  // As Excel shows them: 15 significant digits, 0.1 + 0.2 = 0.3, and a damaged id of 18 digits with its exponent.
  it.each([
    ["0.30000000000000004", "0.3"],
    ["0.1", "0.1"],
    ["1E-7", "0.0000001"],
    ["-1.5E-3", "-0.0015"],
    ["123456789012345", "123456789012345"],
    ["6.3412345678901235E17", "6.34123456789012E+17"],
    ["1000000000000000", "1E+15"],
    ["44737", "44737"],
    ["0", "0"],
    ["12.50", "12.5"],
  ])("writes the number %s as %s", async (stored, text) => {
    expect((await read(makeByHand(`<row r="1"><c r="A1"><v>${stored}</v></c></row>`))).text).toBe(`${text}\n`);
  });

  // Serial 46136 is 2026-04-24: R, as.Date(46136, origin = "1899-12-30"); from 1904 on: as.Date(44674, origin = "1904-01-01").
  it.each([
    ["a date", "46136", 1, "", "2026-04-24 00:00:00"],
    ["a time to the nearest second", "46136.458067129629", 1, "", "2026-04-24 10:59:37"],
    ["a date of a workbook that counts from 1904", "44674", 1, '<workbookPr date1904="1"/>', "2026-04-24 00:00:00"],
    ["a share shown in percent", "0.3", 2, "", "0.3"],
    ["a number that is no date", "46136", 0, "", "46136"],
    ["a date beyond the calendar", "99999999", 1, "", "#####"],
  ])("writes %s", async (_, stored, style, workbook, text) => {
    const bytes = makeByHand(`<row r="1"><c r="A1" s="${style}"><v>${stored}</v></c></row>`, workbook);
    expect((await read(bytes)).text).toBe(`${text}\n`);
  });

  it("gives the sheet, size and sha256 of the workbook, and a copy only this user can read", async () => {
    const workbook = await make([["id"], ["r1"]]);
    const { sheet, sha256, bytes, target } = await read(workbook);
    const expected = {
      sheet: "Sheet1",
      sha256: createHash("sha256").update(workbook).digest("hex"),
      bytes: workbook.length,
    };
    expect({ sheet, sha256, bytes }).toEqual(expected);
    if (process.platform !== "win32") expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it("gives back any texts, cell for cell", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "日", "😀", ",", '"', " ", "&", "<", "]]>", "'", ";", "\t", "=1"),
      minLength: 1,
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(Papa.parse(await readRows(rows), { delimiter: ",", skipEmptyLines: true }).data).toEqual(rows);
      }),
      { seed: 20260424, numRuns: 60 },
    );
  });
});

describe("writeWorkbookAsCsv chooses the sheet", () => {
  const sheets = (one: SheetData, two: SheetData) =>
    writeExcelFile([
      { sheet: "Antwoorden", data: one },
      { sheet: "Uitleg", data: two },
    ]).toBuffer();

  it("that is named", async () => {
    expect(await read(await sheets([["id"]], [["uitleg"]]), "Uitleg")).toMatchObject({
      sheet: "Uitleg",
      text: "uitleg\n",
    });
  });

  it("that alone has cells", async () => {
    expect((await read(await sheets([[null]], [["id"]]))).sheet).toBe("Uitleg");
  });

  it.each([
    [
      "asks which one when two have cells",
      undefined,
      'must say which sheet to read: "Antwoorden", "Uitleg". Write format: { sheet: "Antwoorden" }',
    ],
    [
      "lists the sheets when the named one is not there",
      "Blad1",
      'must have a sheet "Blad1" with cells, but it does not. Its sheets with cells are "Antwoorden", "Uitleg"',
    ],
  ])("and %s", async (_, sheet, message) => {
    await expect(read(await sheets([["id"]], [["uitleg"]]), sheet)).rejects.toThrow(message);
  });

  it("and refuses a workbook without cells", async () => {
    await expect(read(await make([]))).rejects.toThrow("its sheets are empty");
  });
});

describe("writeWorkbookAsCsv refuses", () => {
  const error = '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
  const formula = '<c r="C2"><f>A2*2</f></c>';

  it("errors and formulas without a result, by their addresses", async () => {
    const cells = `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c>${error}${formula}</row>`;
    await expect(read(makeByHand(cells))).rejects.toThrow(
      'these cells of sheet "A & B" hold an error such as #N/A or a formula without a result: B2, C2.',
    );
  });

  it("no formula with a result, no blank cell with a format", async () => {
    const cells =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" s="1"/><c r="C1" t="str"><f>"x"</f><v>x</v></c></row>';
    expect((await read(makeByHand(cells))).text).toBe("2,,x\n");
  });

  it("counts the addresses beyond the first five", async () => {
    const rows = Array.from(
      { length: 8 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="e"><v>#N/A</v></c><c r="B${index + 1}"><v>1</v></c></row>`,
    );
    await expect(read(makeByHand(rows.join("")))).rejects.toThrow("A1, A2, A3, A4, A5 and 3 more.");
  });

  it.each([
    ["announces more than 250 MB", { "xl/worksheets/one.xml": 250e6 + 1 }, "must unpack to at most 250 MB"],
    ["holds more than it announces", { "xl/worksheets/one.xml": 10 }, "can't read this workbook: it is damaged"],
    ["holds less than it announces", { "xl/worksheets/one.xml": 1000 }, "can't read this workbook: it is damaged"],
  ])("a workbook that %s", async (_, announced, message) => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c></row>';
    expect((await read(makeByHand(cells))).text).toBe("1\n");
    await expect(read(makeByHand(cells, "", announced))).rejects.toThrow(message);
  });

  it("a damaged workbook in one way only, wherever the damage is", async () => {
    const workbook = await make([
      ["id", "naam"],
      ["r1", "Quirinus"],
    ]);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(workbook.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const damaged = Buffer.from(cut ? workbook.subarray(0, at) : workbook);
        if (!cut) damaged[at] = byte;
        const error = await read(damaged).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (error === null) return;
        refused++;
        expect(error).toBeInstanceOf(UserError);
        expect(String(error)).toMatch(/^UserError: answers\.xlsx: (can't read this workbook|must (unpack|hold))/);
        expect(String(error)).not.toContain("Quirinus");
      }),
      { seed: 20260424, numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
