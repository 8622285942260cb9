import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { inspect } from "../../pipeline/inspect.ts";
import { makeInspections } from "./inspected-examples.ts";

const { look, folder } = makeInspections();

describe("inspect", () => {
  it("says what kind of file it is and what is never loaded", async () => {
    const text = '\ufeffTijdstempel;"E-mail";Team;Cijfer\r\n13-1-2026;a@b.c;A;7,5\r\n14-1-2026;d@e.f;B;8\r\n';
    expect(await look(text)).toMatchObject({
      file: "answers.csv",
      sha256: createHash("sha256").update(text).digest("hex"),
      bytes: Buffer.byteLength(text),
      profile: "google_forms",
      sheet: null,
      encoding: "utf-8",
      byte_order_mark: true,
      delimiter: ";",
      decimal: ",",
      line_ends: "CRLF",
      dates: "day_first",
      skip: 1,
      header_rows: 1,
      records: 2,
      remarks: [],
      columns: [
        { position: 1, name: "Tijdstempel", text: null, role: "ended", identifier: null },
        { position: 2, name: "E-mail", identifier: "e-mail address", recognised_by: "name" },
        { position: 3, name: "Team", role: null, identifier: null, content: { kind: "codes" } },
        { position: 4, name: "Cijfer", identifier: null, content: { kind: "decimals" } },
      ],
    });
  });

  it.each([
    ["one header row", "a,b\n1,2\n3,4\n", {}, 1, 2],
    ["header rows that are stated", "a,b\nA,B\nx,y\n1,2\n", { header_rows: 3 }, 3, 1],
    ["a sep= line", "sep=,\na,b\n1,2\n", {}, 1, 1],
    ["empty lines", "a,b\n\n1,2\n\n3,4\n\n", {}, 1, 2],
    ["a line break in an answer", 'a,b\n1,"x\n\ny"\n3,4\n', {}, 1, 2],
    ["no last line end", "a,b\n1,2", {}, 1, 1],
    ["CR alone at line ends", "a,b\r1,2\r3,4\r", {}, 1, 2],
  ])("counts the responses of a file with %s", async (_, text, format, header_rows, records) => {
    expect(await look(text, format)).toMatchObject({ header_rows, records });
  });

  it("believes what the analyst states over what it recognises", async () => {
    const text = "Tijdstempel;Cijfer\n4-5-2026;7,5\n";
    const stated = await look(text, { profile: "plain", decimal: ".", dates: "day_first", delimiter: ";" });
    expect(stated).toMatchObject({ profile: "plain", decimal: ".", dates: "day_first", columns: [{ role: null }, {}] });
    expect(await look(text)).toMatchObject({ profile: "google_forms", decimal: ",", dates: null });
  });

  it("does not read the decimal mark from a place or a version", async () => {
    const found = await look("start;_uuid;_submission_time;__version__;_gps_latitude;q1\n;a;2026-04-05;1.0;52.1;7,5\n");
    expect(found).toMatchObject({ profile: "kobotoolbox", decimal: ",", remarks: [] });
  });

  it("says when dates do not exist in the order that is stated", async () => {
    const found = await look("Tijdstempel,a\n24-4-2026,7\n", { dates: "month_first" });
    expect(found.dates).toBe("month_first");
    expect(found.remarks).toEqual(["Some of its dates do not exist in the order that is stated under dates."]);
  });

  it("uses no dates that disagree", async () => {
    const found = await look("Tijdstempel,a\n24-4-2026,7\n4-24-2026,8\n");
    expect(found.dates).toBeNull();
    expect(found.remarks.join()).toContain("do not agree on the order of day and month");
  });

  it("looks at the tool's dates before dates that people typed", async () => {
    const found = await look("Tijdstempel,Wanneer?\n24-4-2026,4-24-2026\n");
    expect(found).toMatchObject({
      dates: "day_first",
      columns: [{}, { content: { kind: "dates", order: "month_first" } }],
    });
  });

  it("reads UTF-16 by its byte order mark and keeps the fingerprint of the file itself", async () => {
    const bytes = Buffer.from("\ufeffTeam\tCijfer\nAé\t7\n", "utf16le");
    const found = await look(bytes);
    expect(found).toMatchObject({ encoding: "utf-16le", delimiter: "\t", records: 1, bytes: bytes.length });
    expect(found.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(readFileSync(found.text_path, "utf8")).toBe("Team\tCijfer\nAé\t7\n");
  });

  it("believes the analyst about windows-1252", async () => {
    const bytes = Buffer.from("Één;b\n1;2\n", "latin1");
    await expect(look(bytes)).rejects.toThrow("byte 1 is not valid there");
    expect((await look(bytes, { encoding: "windows-1252" })).columns[0]?.name).toBe("Één");
  });

  it("reads the sheet of a workbook like any other export", async () => {
    const header = ["ID", "Begintijd", "Tijd van voltooien", "Naam", "Team", "Cijfer"].map((value) => ({ value }));
    const record = [
      { value: 1 },
      { value: new Date(Date.UTC(2026, 3, 5, 9, 0, 0)), type: Date, format: "dd-mm-yyyy hh:mm" },
      { value: new Date(Date.UTC(2026, 3, 5, 9, 5, 0)), type: Date, format: "dd-mm-yyyy hh:mm" },
      { value: "Anna, Bakker" },
      { value: "WZ-1" },
      { value: 7.5 },
    ];
    // biome-ignore lint/suspicious/noExplicitAny: the library's types know no cells of mixed types
    const { toBuffer } = (await writeWorkbook([header, record] as any, { sheet: "Antwoorden" })) as any;
    const bytes: Buffer = await toBuffer();
    const found = await look(bytes, { delimiter: ";", decimal: ",", encoding: "windows-1252" });
    expect(found).toMatchObject({
      profile: "microsoft_forms",
      sheet: "Antwoorden",
      delimiter: ",",
      decimal: ".",
      dates: "year_first",
      records: 1,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
    });
    expect(found.columns.map(({ identifier }) => identifier)).toEqual([null, null, null, "name", null, null]);
  });

  it("tells names that occur twice apart by position", async () => {
    const found = await look("a,b,a\n1,2,3\n");
    expect(found.columns.map(({ name, position }) => [name, position])).toEqual([
      ["a", 1],
      ["b", 2],
      ["a", 3],
    ]);
    expect(found.remarks).toEqual([
      'Names that occur more than once: "a". Write { name, position } to tell them apart.',
    ]);
  });

  it("counts characters that were lost before the file came here", async () => {
    expect((await look("a,b\nx\ufffd,\ufffd\n")).remarks).toEqual([
      "2 characters were lost before the file came here (U+FFFD stands for each). Export it again if they matter.",
    ]);
  });

  it("leaves marks without width out of names", async () => {
    expect((await look("\ufeff\ufeffa, b\ufeff \n1,2\n")).columns.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it.each([
    ["is not there", "gone.csv"],
    ["is a folder", "."],
  ])("refuses a file that %s", async (_, name) => {
    await expect(inspect(name, `${folder}/${name}`, {}, folder)).rejects.toThrow("can't find this file");
  });

  it.each([
    ["an empty file", "", "the file is empty"],
    ["only a header", "a,b\n", "there is only a header"],
    ["only a header without a line end", "a,b", "there is only a header"],
    ["only a byte order mark", "\ufeff", "there is only a header"],
    ["only line ends", "\n\n\n", "the header must come first"],
    ["NUL bytes", "a,b\n1,\0\n", "NUL bytes"],
    ["mixed line ends", "a,b\n1,2\r\n3,4\n", "one kind of line end, but it has 2 LF, 1 CRLF and 0 CR"],
    ["a quote in a cell", 'a,b\n1,2"3\n', "line 2: the record has a quote inside a cell"],
    ["an unclosed quote", 'a,b\n1,"2\n3,4\n', "line 2: the record has a quote that is never closed"],
    ["a first line of answers", "WZ,vaak,soms\nGH,soms,soms\nWZ,vaak,nooit\n", "it looks like a record"],
    ["a first line with an address", "anna@example.org,WZ\nbob@example.org,GH\n", "it looks like a record"],
    ["a PDF", "%PDF-1.7\n", "but this is a PDF"],
  ])("refuses %s", async (_, text, message) => {
    await expect(look(text)).rejects.toThrow(message);
    await expect(look(text)).rejects.not.toThrow(/anna|bob|vaak/);
  });

  it("allows line ends in quotes of another kind than those of the file", async () => {
    expect((await look('a,b\r\n1,"x\ny"\r\n')).line_ends).toBe("CRLF");
  });

  it("makes a file readable whose header has another kind of line break in quotes, and keeps its fingerprint", async () => {
    const text = '"a\nx",b\r\n1,2\r\n3,4\r\n';
    const found = await look(text);
    expect(found).toMatchObject({ line_ends: "CRLF", records: 2, bytes: text.length });
    expect(found.sha256).toBe(createHash("sha256").update(text).digest("hex"));
    expect(found.columns[0]?.name).toBe("a\nx");
    expect(readFileSync(found.text_path, "utf8")).toBe(text.replace("\n", "\r\n"));
  });

  it("keeps no value of a record", async () => {
    const found = await look(
      "Team,Naam,Mail,Uitleg,Cijfer\n" +
        "WZ,Quirinus Zwart,quirinus@example.org,Het was hier gisteren erg druk vond ik,7\n".repeat(3),
    );
    expect(JSON.stringify(found)).not.toMatch(/Quirinus|quirinus|gisteren|WZ/);
  });
});
