import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeInspection } from "../../pipeline/describe-inspection.ts";
import { inspect } from "../../pipeline/inspect.ts";
import { makeExamples } from "./loaded-examples.ts";

const { look, folder } = makeExamples();

describe("inspect", () => {
  it("says what kind of file it is and what is never loaded", () => {
    const text = '\ufeffTijdstempel;"E-mail";Team;Cijfer\r\n1-1;a@b.c;A;7\r\n1-1;d@e.f;B;8\r\n';
    expect(look(text, { decimal: "," })).toMatchObject({
      file: "answers.csv",
      sha256: createHash("sha256").update(text).digest("hex"),
      bytes: Buffer.byteLength(text),
      encoding: "utf-8",
      byte_order_mark: true,
      delimiter: ";",
      decimal: ",",
      line_ends: "CRLF",
      skip: 1,
      header_rows: 1,
      records: 2,
      columns: [
        { position: 1, name: "Tijdstempel", identifier: null },
        { position: 2, name: "E-mail", identifier: "e-mail address" },
        { position: 3, name: "Team", identifier: null },
        { position: 4, name: "Cijfer", identifier: null },
      ],
    });
  });

  it.each([
    ["one header row", "a,b\n1,2\n3,4\n", 1, 2],
    ["three header rows", 'a,b\n"A\ntext",B\n"{""ImportId"":""x""}",y\n1,2\n', 3, 1],
    ["a sep= line", "sep=,\na,b\n1,2\n", 1, 1],
    ["empty lines", "a,b\n\n1,2\n\n3,4\n\n", 1, 2],
    ["a line break in an answer", 'a,b\n1,"x\n\ny"\n3,4\n', 1, 2],
    ["no last line end", "a,b\n1,2", 1, 1],
  ])("counts the responses of a file with %s", (_, text, header_rows, records) => {
    expect(look(text, { header_rows }).records).toBe(records);
  });

  it("reads UTF-16 by its byte order mark and keeps the fingerprint of the file itself", () => {
    const bytes = Buffer.from("\ufeffTeam\tCijfer\nAé\t7\n", "utf16le");
    const found = look(bytes);
    expect(found).toMatchObject({ encoding: "utf-16le", delimiter: "\t", records: 1, bytes: bytes.length });
    expect(found.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(readFileSync(found.text_path, "utf8")).toBe("Team\tCijfer\nAé\t7\n");
  });

  it("believes the analyst about windows-1252", () => {
    const bytes = Buffer.from("Één;b\n1;2\n", "latin1");
    expect(() => look(bytes)).toThrow("byte 1 is not valid there");
    expect(look(bytes, { encoding: "windows-1252" }).columns[0]?.name).toBe("Één");
  });

  it.each([
    ["is not there", "gone.csv"],
    ["is a folder", "."],
  ])("refuses a file that %s", (_, name) => {
    expect(() => inspect(name, `${folder}/${name}`, { decimal: ".", header_rows: 1 }, folder)).toThrow(
      "can't find this file",
    );
  });

  it.each([
    ["an empty file", "", "the file is empty"],
    ["only a header", "a,b\n", "there is only a header"],
    ["only a header without a line end", "a,b", "there is only a header"],
    ["only a byte order mark", "\ufeff", "there is only a header"],
    ["only line ends", "\n\n\n", "there is only a header"],
    ["NUL bytes", "a,b\n1,\0\n", "NUL bytes"],
    ["mixed line ends", "a,b\n1,2\r\n3,4\n", "one kind of line end, but it has 2 LF, 1 CRLF and 0 CR"],
    ["a quote in a cell", 'a,b\n1,2"3\n', "line 2: the record has a quote inside a cell"],
    ["an unclosed quote", 'a,b\n1,"2\n3,4\n', "line 2: the record has a quote that is never closed"],
  ])("refuses %s", (_, text, message) => {
    expect(() => look(text)).toThrow(message);
  });

  it("allows line ends in quotes of another kind than those of the file", () => {
    expect(look('a,b\r\n1,"x\ny"\r\n').line_ends).toBe("CRLF");
  });
});

describe("describeInspection", () => {
  it("shows the columns and nothing of a respondent", () => {
    const text = describeInspection(look("Team,Naam,Cijfer\nA,Quirinus,7\n"));
    expect(text).toContain("responses  1");
    expect(text).toMatch(/2 {2}Naam +never loaded: name/);
    expect(text).not.toContain("Quirinus");
  });
});
