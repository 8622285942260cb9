import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../pipeline/database.ts";
import { loadUnits } from "../../../pipeline/load/load-units.ts";
import { makeTempFiles } from "../temp-files.ts";

const files = makeTempFiles();
let database: Database;
beforeAll(async () => {
  database = await openDatabase([], join(files.folder, "spill"));
  await loadUnits(database, [
    [
      { unit: "ORG", parent: null },
      { unit: "D1", parent: "ORG" },
      { unit: "T'1", parent: "D1" },
    ],
    [
      { unit: "ORG", parent: null },
      { unit: "T'1", parent: "ORG" },
    ],
    [],
  ]);
});
afterAll(() => database.close());

const list = async (sql: string) => (await database.rows(sql, "list")).map((row) => Object.values(row).join(" "));

describe("loadUnits", () => {
  it("keeps one row per wave and unit; the top has no parent", async () => {
    expect(await list("select wave, unit, coalesce(parent, '-') as parent from units order by all")).toEqual([
      "0 D1 ORG",
      "0 ORG -",
      "0 T'1 D1",
      "1 ORG -",
      "1 T'1 ORG",
    ]);
  });

  it("climbs from each unit to the top of the tree of its own wave, the unit itself included", async () => {
    expect(await list("select wave, unit, ancestor from closure order by all")).toEqual([
      "0 D1 D1",
      "0 D1 ORG",
      "0 ORG ORG",
      "0 T'1 D1",
      "0 T'1 ORG",
      "0 T'1 T'1",
      "1 ORG ORG",
      "1 T'1 ORG",
      "1 T'1 T'1",
    ]);
  });
});
