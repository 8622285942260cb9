import { describe, expect, it } from "vitest";
import { writeCsvSource } from "../../../pipeline/csv/write-csv-source.ts";
import { makeExamples } from "../loaded-examples.ts";

const { look } = makeExamples();

describe("writeCsvSource", () => {
  const file = look("a;b;c\n1;2;3\n", { decimal: "," });

  it("pins everything that could be guessed, and never skips errors", () => {
    const source = writeCsvSource(file, new Map([[2, "decimal(9,6)"]]));
    for (const option of [
      "auto_detect = false",
      "header = false",
      "skip = 1",
      "delim = ';'",
      "quote = '\"'",
      "escape = '\"'",
      "decimal_separator = ','",
      "strict_mode = true",
      "nullstr = ''",
      "columns = {'c1': 'varchar', 'c2': 'decimal(9,6)', 'c3': 'varchar'}",
    ])
      expect(source).toContain(option);
    expect(source).not.toMatch(/store_rejects|ignore_errors|null_padding|union_by_name/);
  });

  it("reads on one thread only when the order of the file matters", () => {
    expect(
      [writeCsvSource(file), writeCsvSource(file, new Map(), true)].map((sql) => /parallel = (\w+)/.exec(sql)?.[1]),
    ).toEqual(["true", "false"]);
  });

  it("quotes a path with a quote", () => {
    expect(writeCsvSource({ ...file, text_path: "/x/it's.csv" })).toMatch(/^read_csv\('\/x\/it''s\.csv', /);
  });
});
