import { createHash } from "node:crypto";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type Care, scanBytes } from "../../../pipeline/csv/scan-bytes.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();
const scan = (content: string | Uint8Array, care: Care = "thorough", delimiter = ",", chunkSize = 1 << 22) =>
  scanBytes(write(content, "scanned.csv"), delimiter, care, [], { chunkSize });
const seeded = { seed: 20260424, numRuns: 150 };

describe("scanBytes counts records", () => {
  it.each([
    ["with a last line end", "a,b\n1,2\n", 2],
    ["without a last line end", "a,b\n1,2", 2],
    ["without empty lines", "a,b\n\n1,2\n\n\n3,4\n\n", 3],
    ["without empty CRLF lines", "a,b\r\n\r\n1,2\r\n\r\n", 2],
    ["with CR alone", "a,b\r1,2\r3,4", 3],
    ["of empty cells", "a,b\n,\n", 2],
    ["of one quoted empty cell", 'a\n""\n', 2],
    ["with a line break in quotes", 'a,b\n"1\n\n2",3\n', 2],
    ["with a doubled quote and a delimiter in quotes", 'a,b\n"say ""hi"", you",3\n', 2],
    ["of a header only", "a,b\n", 1],
    ["of nothing", "", 0],
    ["of only line ends", "\n\r\n\n", 0],
  ])("%s", (_, content, records) => {
    expect([scan(content, "quick").records, scan(content, "thorough").records]).toEqual([records, records]);
  });

  it("the same in both ways of reading, whatever the chunk size", () => {
    const bytes = fc.string({ unit: fc.constantFrom("a", "é", "5", ",", '"', "\n", "\r", "\r\n", " "), maxLength: 40 });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 3, max: 9 }), (content, chunkSize) => {
        const whole = scan(content);
        const inChunks = scan(content, "thorough", ",", chunkSize);
        expect(inChunks).toEqual(whole);
        expect(scan(content, "quick", ",", chunkSize)).toMatchObject({
          records: whole.records,
          lineEnds: whole.lineEnds,
        });
      }),
      { ...seeded, numRuns: 400 },
    );
  });
});

describe("scanBytes and papaparse", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "7", "é", "日", "😀", ",", ";", "\t", '"', "\n", "\r\n", "'", " ", "_", "=1"),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
  const dialect = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t"),
    newline: fc.constantFrom("\n", "\r\n"),
    quotes: fc.boolean(),
    chunkSize: fc.integer({ min: 3, max: 64 }),
  });

  it("find the same records, cells and first lines in any CSV that papaparse writes", () => {
    fc.assert(
      fc.property(table, dialect, (rows, { delimiter, newline, quotes, chunkSize }) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes });
        const parsed = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true });
        const path = write(text, "property.csv");
        const watched = rows.map((_, index) => index + 1);
        const found = scanBytes(path, delimiter, "thorough", watched, { chunkSize });
        expect(parsed.data).toHaveLength(rows.length);
        expect(found.records).toBe(parsed.data.length);
        expect(found.cells).toBe(parsed.data[0]?.length);
        expect(found.defectCount).toBe(0);
        expect(found.lines).toEqual(listFirstLines(rows, delimiter, newline, quotes));
        expect(scanBytes(path, delimiter, "quick", [], { chunkSize }).records).toBe(parsed.data.length);
      }),
      seeded,
    );
  });

  /** The line a record starts on follows from the line ends written before it. */
  function listFirstLines(rows: string[][], delimiter: string, newline: string, quotes: boolean): number[] {
    return rows.map((_, index) => {
      const before = rows.slice(0, index).map((row) => Papa.unparse([row], { delimiter, newline, quotes }) + newline);
      return 1 + (before.join("").match(/\r\n|\n|\r/g)?.length ?? 0);
    });
  }
});

describe("scanBytes notes defects with their record and line", () => {
  it.each([
    ["too many cells", "a,b\n1,2\n1,2,3\n", { kind: "cell_count", record: 3, line: 3, cells: 3 }],
    ["too few cells", "a,b\n1\n", { kind: "cell_count", record: 2, line: 2, cells: 1 }],
    ["a line of blanks", "a,b\n  \n1,2\n", { kind: "cell_count", record: 2, line: 2, cells: 1 }],
    ["a quote in a cell", 'a,b\n1,5"\n', { kind: "quote_in_cell", record: 2, line: 2, cells: 1 }],
    ["a quote after a blank", 'a,b\n1, "5"\n', { kind: "quote_in_cell", record: 2, line: 2, cells: 1 }],
    ["text after a closing quote", 'a,b\n"1"x,2\n', { kind: "text_after_quote", record: 2, line: 2, cells: 1 }],
    ["a quote never closed", 'a,b\n1,"2\n3,4\n', { kind: "unclosed_quote", record: 2, line: 2, cells: 1 }],
    [
      "a fault below a line break in quotes",
      'a,b\n"1\n\n",2\n\n3\n',
      { kind: "cell_count", record: 3, line: 6, cells: 1 },
    ],
  ])("%s", (_, content, defect) => {
    const { defects } = scan(content);
    expect(defects[0]).toMatchObject({ kind: defect.kind, record: defect.record, line: defect.line });
    if (defect.kind === "cell_count") expect(defects[0]?.cells).toBe(defect.cells);
  });

  it("and keeps the first five of them, but counts all", () => {
    const { defects, defectCount } = scan(`a,b\n${"1\n".repeat(8)}`);
    expect(defects.map(({ record }) => record)).toEqual([2, 3, 4, 5, 6]);
    expect(defectCount).toBe(8);
  });

  it("judging by the header when a sep= line comes before it", () => {
    const path = write("sep=;\na;b;c\n1;2;3\n1;2\n");
    const { cells, defects } = scanBytes(path, ";", "thorough");
    expect(cells).toBe(3);
    expect(defects.map(({ record }) => record)).toEqual([4]);
  });

  it.each([
    ["too many cells", "a,b\n1,2\n1,2,3\n", 1],
    ["an empty cell too many at the end", "a,b\n1,2,\n", 1],
    ["too few cells", "sep=,\na,b\n1\n", 1],
    ["a quote in a cell", 'a,b\n1,5"\n', 1],
    ["an empty line before the header", "\na,b\n1,2\n", 1],
    ["an empty line before the header, below sep=", "sep=,\r\n\r\na,b\r\n1,2\r\n", 1],
    ["nothing, in a sound file", 'sep=,\na,b\n1,2\n\n"3,\n4",5', 0],
    ["nothing, in a header alone", "a,b,c", 0],
  ])("when it reads quickly it notices %s, without the place", (_, content, defectCount) => {
    for (const chunkSize of [3, 4, 5, 1 << 22])
      expect(scan(content, "quick", ",", chunkSize).defectCount).toBe(defectCount);
  });

  it("names an empty line before the header", () => {
    expect(scan("a,b\n\n1,2\n").defectCount).toBe(0);
    expect(scan("\r\n\r\na,b\r\n").defects).toEqual([
      { kind: "leading_empty_line", record: 1, line: 1, cells: 1 },
      { kind: "leading_empty_line", record: 1, line: 2, cells: 1 },
    ]);
  });
});

describe("scanBytes on bytes", () => {
  it("gives the size and the sha256 of the file, byte order mark included", () => {
    const content = Buffer.from("\ufeffa,b\n1,2\n");
    const { bytes, sha256, records, cells } = scan(content);
    expect({ bytes, sha256, records, cells }).toEqual({
      bytes: 11,
      sha256: createHash("sha256").update(content).digest("hex"),
      records: 2,
      cells: 2,
    });
  });

  it("takes a quote after the byte order mark for the start of a quoted cell", () => {
    expect(scan('\ufeff"a\nx",b\n1,2\n')).toMatchObject({ records: 2, defectCount: 0 });
  });

  it.each([
    ["whole characters over chunk borders", Buffer.from("aé日😀,b\n1,2\n"), true],
    ["a byte of another encoding", Buffer.from("caf\xe9,b\n1,2\n", "latin1"), false],
    ["a character cut off at the end of the file", Buffer.from([0x61, 0x2c, 0xe2, 0x82]), false],
    ["a half of a surrogate pair", Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x2c, 0x62]), false],
  ])("tells whether it is UTF-8: %s", (_, content, utf8) => {
    for (const chunkSize of [3, 4, 5, 6, 7, 1 << 22]) expect(scan(content, "thorough", ",", chunkSize).utf8).toBe(utf8);
  });

  it("notices a NUL byte", () => {
    expect([scan("a,b\n1,\0\n").nul, scan("a,b\n1,2\n").nul]).toEqual([true, false]);
  });

  it.each([
    ["in the header", 'a\0,b\n"1\n",2\n3,4\n', 1],
    ["in a line of its own", "a,b\n\0\n1,2\n", 2],
    ["in the last record, without line end", "a,b\n1,2\n3,\0", 3],
    ["in quotes, over a line break and an empty line", 'a,b\n\n1,"\n\0\n"\n5,6\n', 2],
    ["behind others", "\0a,b\n1,\0\n3,4\n", 2],
    ["nowhere", "a,b\n1,2\n", null],
  ])("tells the last record with a NUL: %s", (_, content, record) => {
    for (const care of ["quick", "thorough"] as const)
      for (const chunkSize of [3, 4, 1 << 22]) expect(scan(content, care, ",", chunkSize).nulRecord).toBe(record);
  });

  it("takes a NUL after a closing quote for text", () => {
    expect(scan('a,b\n"1"\0,2\n').defects[0]?.kind).toBe("text_after_quote");
  });

  it("counts the characters that were lost before, over chunk borders, and no other ones", () => {
    const content = "\ufeffa,b\n\ufffd,\ufffd\ufffd\nx\ufffd\uffee,\ufeff\n";
    for (const chunkSize of [3, 4, 5, 7, 1 << 22]) expect(scan(content, "quick", ",", chunkSize).replacements).toBe(4);
    expect(scan("a,b\n1,2\n").replacements).toBe(0);
  });

  it("counts U+FEFF, the byte order mark not", () => {
    for (const chunkSize of [3, 4, 5, 7, 1 << 22]) {
      expect(scan("\ufeff\ufeffa,\ufeffb\n1,2\ufeff\n", "quick", ",", chunkSize).marks).toBe(3);
      expect(scan("\ufeffa,b\n", "thorough", ",", chunkSize).marks).toBe(0);
      expect(scan("a\ufeff,\ufffd\n", "quick", ",", chunkSize).marks).toBe(1);
    }
  });

  it.each(["\n", "\r\n", "\r"])("notices an underscore below the first line that ends with %j, not in it", (end) => {
    expect(scan(`Q_1,b${end}1,7_0${end}`).underscore).toBe(true);
    expect(scan(`Q_1,b${end}1,70${end}`).underscore).toBe(false);
  });

  it("counts line ends by kind, those in quotes not", () => {
    expect(scan('a,b\n"1\r\n2",3\r\n4,5\r6,7\n').lineEnds).toEqual({ lf: 2, crlf: 1, cr: 1 });
  });
});
