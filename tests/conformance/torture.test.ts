/**
 * Public collections of hard CSV files: every record counted, every broken structure refused.
 * Not covered: `bad-header-wrong-header`, whose structure is sound (a missing column is found when columns are mapped).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { scanBytes } from "../../pipeline/csv/scan-bytes.ts";
import { inspect } from "../../pipeline/inspect.ts";

const folder = new URL("../../../shared/data/torture/", import.meta.url);
const present = existsSync(folder);

const list = (path: string) =>
  present ? readdirSync(new URL(path, folder)).filter((name) => name.endsWith(".csv")) : [];
const spectrum = list("csv-spectrum/csvs/");
const testData = list("csv-test-data/csv/");

/** An empty line is no response here; these files hold a record of one empty cell. */
const emptyLines = ["all-empty.csv", "empty-one-column.csv"];

/** Records of the file, header included, by the JSON next to it: rows as objects leave the header out, and one row may stand alone. */
function countExpected(json: URL): number {
  const rows: unknown[] = [JSON.parse(readFileSync(json, "utf8"))].flat();
  return rows.length + (Array.isArray(rows[0]) ? 0 : 1);
}

const scan = (file: URL) => (["quick", "thorough"] as const).map((care) => scanBytes(file.pathname, ",", care));

describe.skipIf(!present)("the torture files", () => {
  it("are there", () => {
    expect([spectrum.length, testData.length]).toEqual([12, 25]);
  });

  it.each([
    ...spectrum.map((name) => [name, `csv-spectrum/csvs/${name}`, `csv-spectrum/json/${basename(name, ".csv")}.json`]),
    ...testData
      .filter((name) => !name.startsWith("bad-") && !emptyLines.includes(name))
      .map((name) => [name, `csv-test-data/csv/${name}`, `csv-test-data/json/${basename(name, ".csv")}.json`]),
  ])("%s has as many records as its JSON, read both ways", (name, file, json) => {
    const expected = countExpected(new URL(json, folder));
    for (const { records, defectCount } of scan(new URL(file, folder))) {
      expect(records).toBe(expected);
      // A quote inside a cell that does not start with one: readable, but not strict CSV, so it is refused.
      expect(defectCount > 0).toBe(name === "location_coordinates.csv");
    }
  });

  it.each(emptyLines.map((name) => [name]))("%s keeps its other records", (name) => {
    const file = new URL(`csv-test-data/csv/${name}`, folder);
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    for (const { records } of scan(file)) expect(records).toBe(lines.length);
  });

  it.each([
    ["bad-header-less-fields.csv", "cell_count"],
    ["bad-header-more-fields.csv", "cell_count"],
    ["bad-missing-quote.csv", "unclosed_quote"],
    ["bad-quotes-with-unescaped-quote.csv", "text_after_quote"],
    ["bad-unescaped-quote.csv", "quote_in_cell"],
  ])("%s is refused for %s", (name, kind) => {
    const { defects } = scanBytes(new URL(`csv-test-data/csv/${name}`, folder).pathname, ",", "thorough");
    expect(defects[0]?.kind).toBe(kind);
  });

  it.each([
    ["bad-header-no-header.csv", "is empty"],
    ["bad-missing-quote.csv", "never closed"],
    ["bad-quotes-with-unescaped-quote.csv", "text after a closing quote"],
    ["bad-unescaped-quote.csv", "quote inside a cell"],
  ])("%s is refused on inspection: %s", (name, message) => {
    const path = new URL(`csv-test-data/csv/${name}`, folder).pathname;
    expect(() => inspect(name, path, { decimal: ".", header_rows: 1 }, tmpdir())).toThrow(message);
  });
});
