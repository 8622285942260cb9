import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeReadable } from "../../../pipeline/csv/make-readable.ts";
import { type Database, openDatabase } from "../../../pipeline/database.ts";
import { makeTempFiles } from "../temp-files.ts";
import { nameCopy, readCells } from "./read-cells.ts";

const { folder, write } = makeTempFiles();
const target = join(folder, "even.csv");
const even = (text: string, lineEnds: "LF" | "CRLF" | "CR", marks = 0) => {
  rmSync(target, { force: true });
  const path = write(text, "uneven.csv");
  const used = makeReadable(path, lineEnds, marks, target);
  expect(used === path || used === target).toBe(true);
  return { copied: used === target, text: readFileSync(used, "utf8") };
};

describe("makeReadable", () => {
  it.each([
    ["LF", '\ufeff"a\r\nb",c\n"d\r\ne",f\n', '"a\nb",c\n"d\r\ne",f\n'],
    ["LF", '\ufeff"a\nb",c\nd,e\n', '"a\nb",c\nd,e\n'],
    ["CRLF", '"a\nb\r\rc","say ""x\n"""\r\n"d\ne",f\r\n', '"a\r\nb\r\n\r\nc","say ""x\r\n"""\r\n"d\ne",f\r\n'],
    ["LF", '\ufeff"a,",b\n"c\r\nd",e\n', '"a,",b\n"c\r\nd",e\n'],
    ["LF", '\ufeff"a ""b""",c\nd,e\n', '"a ""b""",c\nd,e\n'],
    ["CR", '"é\n",c\r"d\n",f', '"é\r",c\r"d\n",f'],
  ] as const)("gives the first record the file's own %s, and leaves the rest", (lineEnds, text, expected) => {
    expect(even(text, lineEnds)).toEqual({ copied: true, text: expected });
    if (process.platform !== "win32") expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["LF", "a,b\n1,2\n"],
    ["CRLF", '"a\r\nb",c\r\n"d\ne",f\r\n'],
    ["CR", "a,b"],
    ["LF", '\ufeff"a",b\n"c\r\nd",e\n'],
    ["LF", '\ufeff"a"\nb\n'],
    ["LF", '\ufeffa,"b,"\n1,2\n'],
    ["LF", ""],
  ] as const)("makes no copy when there is nothing to do: %s %j", (lineEnds, text) => {
    expect(even(text, lineEnds)).toEqual({ copied: false, text });
  });

  it("drops every U+FEFF, also where two pieces meet", () => {
    expect(even("\ufeffa,\ufeffb\n\ufeff1,2\ufeff\n", "LF", 3)).toEqual({ copied: true, text: "a,b\n1,2\n" });
    const filling = "x".repeat((1 << 22) - 1);
    expect(even(`a\n${filling}\ufeff${filling}\ufeff`, "LF", 2).text === `a\n${filling}${filling}`).toBe(true);
  });

  it("copies what is longer than a piece", () => {
    const rest = "1,2\r\n".repeat(1_000_000);
    expect(even(`"a\nb",c\r\n${rest}`, "CRLF").text === `"a\r\nb",c\r\n${rest}`).toBe(true);
  });
});

describe("the database reads every kind of line break within quotes", () => {
  const path = join(folder, "breaks.csv");
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase([path, nameCopy(path)], join(folder, "spill"));
  });
  afterAll(() => database.close());

  it.each(["\n", "\r\n", "\r"])("behind a byte order mark, between records %j", async (end) => {
    write(`\ufeff"h${end}i",j${end}"a${end}b",c${end}`, "breaks.csv");
    expect(await readCells(database, path, ",", { skip: 1 })).toEqual([[`a${end}b`, "c"]]);
  });

  it.each(['"h,"', '"h ""x,"""', '","'])("behind a byte order mark and a first cell %s", async (cell) => {
    write(`\ufeff${cell},i\na,b\nc,d\n`, "breaks.csv");
    expect(await readCells(database, path, ",", { skip: 1 })).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  const breaks = ["\n", "\r\n", "\r"];
  it.each(
    breaks.flatMap((end) =>
      breaks.flatMap((header) => breaks.flatMap((cell) => [1, 3].map((rows) => [end, header, cell, rows] as const))),
    ),
  )(
    "between records %j, in the header %j, in a record %j, headers and records: %i",
    async (end, header, cell, rows) => {
      const head = `h,"i${header}j"${end}`.repeat(rows);
      write(head + `a,"b${cell}c"${end}`.repeat(rows), "breaks.csv");
      const expected = Array.from({ length: rows }, () => ["a", `b${cell}c`]);
      expect(await readCells(database, path, ",", { skip: rows })).toEqual(expected);
    },
  );
});
