import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeCsvSource } from "../../../pipeline/csv/write-csv-source.ts";
import { openDatabase } from "../../../pipeline/database.ts";
import { inspect } from "../../../pipeline/inspect.ts";

it("reads a file in a folder whose name looks like a partition", async () => {
  const folder = mkdtempSync(join(tmpdir(), "source-"));
  const path = join(folder, "c2=5", "answers.csv");
  mkdirSync(join(folder, "c2=5"));
  writeFileSync(path, "team,Q1\nA,1\nB,2\n");
  const inspection = await inspect("answers.csv", path, {}, folder);
  const database = await openDatabase([path], join(folder, "spill"));
  const rows = await database.rows(`select c1, c2 from ${writeCsvSource(inspection)} order by c1`, "read");
  database.close();
  rmSync(folder, { recursive: true });
  expect(rows).toEqual([
    { c1: "A", c2: "1" },
    { c1: "B", c2: "2" },
  ]);
});
