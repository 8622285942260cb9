import { describe, expect, it } from "vitest";
import { refuseStructure } from "../../../pipeline/csv/refuse-structure.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();
const refuse = (text: string) => refuseStructure("answers.csv", write(text), ";").message;

describe("refuseStructure", () => {
  it("names the first five places, counts the rest, and says what to do", () => {
    expect(refuse(`a;b\n${"1\n".repeat(7)}`)).toBe(
      [
        'answers.csv: can\'t read this file as CSV with ";" between cells:',
        ...[2, 3, 4, 5, 6].map(
          (line) => `  line ${line}: the record has another number of cells than the header (1, expected 2)`,
        ),
        "  and 2 more",
        'Export it again, or correct these lines. If another character separates the cells, say so in scan.yaml (format: { delimiter: ";" }).',
      ].join("\n"),
    );
  });

  it("does not count a sep= line as the header", () => {
    expect(refuse("\ufeffsep=;\na;b;c\n1;2;3\n1;2\n")).toContain(
      "line 4: the record has another number of cells than the header (2, expected 3)",
    );
    expect(refuse("\ufeffsep=;\na;b;c\n1;2;3\n1;2\n")).not.toContain("line 2");
  });

  it("never quotes what is in the record", () => {
    expect(refuse('a;b\nquokka@example.org;"Quirinus\n')).not.toMatch(/quokka|Quirinus/);
  });

  it("says so when every record looks right and the database refused the file all the same", () => {
    expect(refuse("a;b\n1;2\n")).toContain("a record of it is not plain CSV, or longer than 2 MB");
  });
});
