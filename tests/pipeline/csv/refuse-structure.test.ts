import { describe, expect, it } from "vitest";
import { refuseStructure } from "../../../pipeline/csv/refuse-structure.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();
const refuse = (text: string | Uint8Array) => refuseStructure("answers.csv", write(text), ";").message;

describe("refuseStructure", () => {
  it("names the first five places, counts the rest, and says what to do", () => {
    expect(refuse(`a;b\n${"1\n".repeat(7)}`)).toBe(
      [
        'answers.csv: can\'t read this file as CSV with ";" between cells:',
        ...[2, 3, 4, 5, 6].map(
          (line) => `  line ${line}: the record has another number of cells than the header (1, expected 2)`,
        ),
        "  and 2 more",
        'Export it again, or correct these lines. If another character separates the cells, say so in scan.yaml (format: { delimiter: ";" }; --delimiter for inspect and init).',
      ].join("\n"),
    );
  });

  it("does not count a sep= line as the header", () => {
    expect(refuse("\ufeffsep=;\na;b;c\n1;2;3\n1;2\n")).toContain(
      "line 4: the record has another number of cells than the header (2, expected 3)",
    );
    expect(refuse("\ufeffsep=;\na;b;c\n1;2;3\n1;2\n")).not.toContain("line 2");
  });

  it.each([
    ["records with one", "a;b\n1;2;\n3;4;\n", 'every record ends with 1 more ";" than the header. Add as many'],
    [
      "records with five",
      `sep=;\na;b\n${"1;2;;;; ;\n".repeat(9)}`,
      'every record ends with 5 more ";" than the header.',
    ],
    ["a header with two", "a;b;;\n1;2\n3;4\n", 'the header ends with 2 more ";" than every record. Remove them'],
  ])("names delimiters that are too many at the end: %s", (_, text, message) => {
    expect(refuse(text)).toContain(message);
    expect(refuse(text)).not.toContain("line 2");
  });

  it.each([
    ["text in the last cells", "a;b\n1;2;x\n3;4;\n"],
    ["not in every record", "a;b\n1;2;\n3;4\n"],
    ["more in some records", "a;b\n1;2;\n3;4;;\n"],
    ["names in the header", "a;b;c\n1;2\n3;4\n"],
    ["a quote in a cell too", 'a;b\n1;2;\n3;4";\n'],
  ])("lists the places when it is something else: %s", (_, text) => {
    expect(refuse(text)).toMatch(/\n {2}line \d: the record has/);
    expect(refuse(text)).not.toContain("ends with");
  });

  it("names UTF-16 without a byte order mark, which breaks every structure", () => {
    const text = 'a;b\n"1";2\n3;4\n';
    expect(refuse(Buffer.from(text, "utf16le"))).toContain("format: { encoding: utf-16le }");
    expect(refuse(Buffer.from(text, "utf16le").swap16())).toContain("format: { encoding: utf-16be }");
  });

  it("never quotes what is in the record", () => {
    expect(refuse('a;b\nquokka@example.org;"Quirinus\n')).not.toMatch(/quokka|Quirinus/);
    expect(refuse("a;b\nquokka@example.org;Quirinus;\n")).not.toMatch(/quokka|Quirinus/);
  });

  it("names what else it can be when every record is sound and the database refused the file all the same", () => {
    const message = refuse("a;b\n1;2\n");
    for (const cause of ["longer than 2 MB", "disk", "memory"]) expect(message).toContain(cause);
  });
});
