/**
 * Public collections of hard CSV files: every cell as in the JSON next to it, by the database and by papaparse, or the file is
 * refused with the reason. An empty line is no record here; a file that depends on one is refused.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../pipeline/database.ts";
import { inspect } from "../../pipeline/inspect.ts";
import { findColumn } from "../../pipeline/run/find-column.ts";
import { nameCopy, parseCells, readCells, withoutNulls } from "../pipeline/csv/read-cells.ts";

const folder = new URL("../../../shared/data/torture/", import.meta.url);
const present = existsSync(folder);

const list = (path: string) =>
  present ? readdirSync(new URL(path, folder)).filter((name) => name.endsWith(".csv")) : [];
const spectrum = list("csv-spectrum/csvs/").map((name) => ({ name, path: `csv-spectrum/csvs/${name}` }));
const testData = list("csv-test-data/csv/").map((name) => ({ name, path: `csv-test-data/csv/${name}` }));
const pathOf = (path: string) => new URL(path, folder).pathname;
const jsonOf = ({ name, path }: { name: string; path: string }) =>
  new URL(path.replace(/\/csvs?\/.*/, `/json/${basename(name, ".csv")}.json`), folder);

/** Rows of cells that the JSON asks for, header included; records as objects name the header, and one may stand alone. */
function readExpected(json: URL, header: readonly string[]): string[][] {
  const rows: unknown[] = [JSON.parse(readFileSync(json, "utf8"))].flat();
  if (rows.length === 0) return [[...header]];
  if (Array.isArray(rows[0])) return rows as string[][];
  const records = rows as Record<string, string>[];
  return [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))];
}

/** This file's own line breaks are LF in the collection, whatever its name and its JSON say. */
const withoutReturns = (name: string, rows: string[][]) =>
  name === "newlines_crlf.csv" ? rows.map((row) => row.map((cell) => cell.replaceAll("\r\n", "\n"))) : rows;

/** Files that are refused although they are no `bad-*`, and what for. */
const refused: Readonly<Record<string, string>> = {
  "location_coordinates.csv": "has a quote inside a cell that does not start with one",
  "all-empty.csv": "is empty, but the header must come first",
  "empty-one-column.csv": "there is only a header",
};

describe.skipIf(!present)("the torture files", () => {
  const sound = [...spectrum, ...testData].filter(({ name }) => !name.startsWith("bad-") && !(name in refused));
  let database: Database;
  beforeAll(async () => {
    const paths = sound.map(({ path }) => pathOf(path));
    database = await openDatabase([...paths, ...paths.map(nameCopy)], join(tmpdir(), "spill"));
  });
  afterAll(() => database?.close());

  it("are there", () => {
    expect([spectrum.length, testData.length, sound.length]).toEqual([12, 25, 27]);
  });

  it.each(sound.map((one) => [one.name, one] as const))("%s gives the cells of its JSON", async (_, one) => {
    const path = pathOf(one.path);
    const parsed = parseCells(path, ",");
    const expected = withoutReturns(one.name, readExpected(jsonOf(one), parsed[0] ?? []));
    expect(parsed).toEqual(expected);
    const [all, below] = [
      await readCells(database, path, ",", { skip: 0 }),
      await readCells(database, path, ",", { skip: 1 }),
    ];
    expect(withoutNulls(all ?? [])).toEqual(expected);
    expect(withoutNulls(below ?? [])).toEqual(expected.slice(1));
  });

  it.each(Object.entries(refused))("%s is refused on inspection: %s", async (name, reason) => {
    const path = pathOf([...spectrum, ...testData].find((one) => one.name === name)?.path ?? "");
    await expect(inspect(name, path, { delimiter: "," }, tmpdir())).rejects.toThrow(reason);
  });

  it.each([
    ["bad-header-less-fields.csv", "has another number of cells than the header (2, expected 3)"],
    ["bad-header-more-fields.csv", "has another number of cells than the header (4, expected 3)"],
    ["bad-header-no-header.csv", "the file is empty"],
    ["bad-header-wrong-header.csv", "only a header"],
    ["bad-missing-quote.csv", "has a quote that is never closed"],
    ["bad-quotes-with-unescaped-quote.csv", "has text after a closing quote"],
    ["bad-unescaped-quote.csv", "has a quote inside a cell that does not start with one"],
  ])("%s is refused on inspection: %s", async (name, message) => {
    await expect(inspect(name, pathOf(`csv-test-data/csv/${name}`), {}, tmpdir())).rejects.toThrow(message);
  });

  it("bad-*.csv are these seven", () => {
    expect(testData.filter(({ name }) => name.startsWith("bad-"))).toHaveLength(7);
  });

  it("bad-header-wrong-header.csv would be refused with records too: its columns are not the mapped ones", () => {
    const header = parseCells(pathOf("csv-test-data/csv/bad-header-wrong-header.csv"), ",")[0] ?? [];
    const columns = header.map((name, index) => ({
      position: index + 1,
      name,
      text: null,
      role: null,
      identifier: null,
    }));
    const inspection = { file: "wrong.csv", delimiter: ",", columns } as unknown as Parameters<typeof findColumn>[0];
    expect(() => findColumn(inspection, "foo")).toThrow('wrong.csv: must have a column "foo", but it does not');
  });
});
