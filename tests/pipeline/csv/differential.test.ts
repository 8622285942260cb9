/** The database and papaparse must read the same cells from any file, or the file must be refused. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../pipeline/database.ts";
import type { Delimiter } from "../../../schemas/inspection.ts";
import { makeTempFiles } from "../temp-files.ts";
import { nameCopy, parseCells, readCells, withoutNulls } from "./read-cells.ts";

const { folder } = makeTempFiles();
const path = join(folder, "generated.csv");
const seed = 20260424;

let database: Database;
beforeAll(async () => {
  database = await openDatabase([path, nameCopy(path)], join(folder, "spill"));
});
afterAll(() => database.close());

const units = [
  ...Array.from("ab7é日😀'\\_=-.#% \t\u00a0\ufeff\u2028\u0085\u0301"),
  ",",
  ";",
  '"',
  "\n",
  "\r\n",
  "\r",
  "1.5",
  "NULL",
  "nan",
];
const dialect = fc.record({
  delimiter: fc.constantFrom<Delimiter>(",", ";", "\t"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

/** A cell: its text, and whether it is quoted when it need not be. */
const cell = fc.record({
  text: fc.string({ unit: fc.constantFrom(...units), maxLength: 5 }),
  quoted: fc.boolean(),
});
type Cell = Readonly<{ text: string; quoted: boolean }>;

const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

const mustQuote = ({ text, quoted }: Cell, delimiter: string) =>
  quoted || text.includes(delimiter) || /["\r\n]/.test(text);

const writeCell = (one: Cell, delimiter: string) =>
  mustQuote(one, delimiter) ? `"${one.text.replaceAll('"', '""')}"` : one.text;

describe("the database and papaparse", () => {
  it("give the cells that were written; only a file of one column may be refused, for its empty lines", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, { delimiter, newline, mark, lastLineEnd }) => {
        const lines = rows.map((row) => row.map((one) => writeCell(one, delimiter)).join(delimiter));
        fc.pre(lines[0] !== "");
        writeFileSync(path, (mark ? "\ufeff" : "") + lines.join(newline) + (lastLineEnd ? newline : ""));
        const cells = await readCells(database, path, delimiter, { skip: 1 });
        if (cells === null) {
          expect(rows[0]).toHaveLength(1);
          refused++;
          return;
        }
        const expected = rows.filter((_, index) => index > 0 && lines[index] !== "");
        expect(withoutNulls(cells)).toEqual(
          expected.map((row) => row.map(({ text }) => text.replaceAll("\ufeff", ""))),
        );
        if (rows[0]?.length !== 1) expect(withoutNulls(cells)).toEqual(parseCells(path, delimiter).slice(1));
      }),
      { seed, numRuns: 2000 },
    );
    expect(refused).toBeLessThan(700);
  });

  it("tell a cell that was left blank from one that was never written, when asked", async () => {
    const blank = fc.constantFrom<Cell>(
      { text: "", quoted: true },
      { text: "", quoted: false },
      { text: "x", quoted: true },
    );
    const rows = fc.array(fc.array(blank, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        writeFileSync(path, cells.map((row) => row.map((one) => writeCell(one, ",")).join(",")).join("\r\n"));
        const expected = cells.slice(1).map((row) => row.map(({ text, quoted }) => (quoted ? text : null)));
        expect(await readCells(database, path, ",", { skip: 1, keepQuotedBlanks: true })).toEqual(expected);
      }),
      { seed, numRuns: 300 },
    );
  });

  it("give the same cells of any text, or the file is refused", async () => {
    let accepted = 0;
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom("a,b\n", ",7\n", '"x\r\n""y""",\n', "c,\ufeffd\n", "\n") },
      { weight: 1, arbitrary: fc.constantFrom(...units, "\0") },
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom("h,i", "\ufeffh,i", '"h\n",i', "sep=,\nh,i"), async (body, header) => {
        writeFileSync(path, `${header}\n${body}`);
        const skip = header.startsWith("sep") ? 2 : 1;
        const cells = await readCells(database, path, ",", { skip });
        if (cells === null) return;
        if (cells.length > 0) accepted++;
        expect(withoutNulls(cells)).toEqual(parseCells(path, ",").slice(skip));
      }),
      { seed, numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(700);
  });
});
