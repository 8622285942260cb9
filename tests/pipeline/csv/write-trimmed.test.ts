import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { trimCell, writeTrimmed } from "../../../pipeline/csv/write-trimmed.ts";
import { type Database, openDatabase } from "../../../pipeline/database.ts";
import { makeTempFiles } from "../temp-files.ts";

const files = makeTempFiles();
let database: Database;
beforeAll(async () => {
  database = await openDatabase([], join(files.folder, "spill"));
});
afterAll(() => database.close());

async function trimInDatabase(texts: readonly (string | null)[]): Promise<unknown[]> {
  await database.run("create or replace table cells (position integer, c1 varchar)", "make cells");
  await database.append(
    "cells",
    texts.map((text, position) => [position, text]),
  );
  const rows = await database.rows(`select ${writeTrimmed("c1")} as cell from cells order by position`, "trim");
  return rows.map((row) => row["cell"]);
}

/** Every character of the basic plane but NUL, which no text of the database holds, and halves of pairs. */
const characters = Array.from({ length: 0xffff }, (_, index) => index + 1)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe("writeTrimmed and trimCell", () => {
  it("agree on every character before, after and inside a code", async () => {
    const cells = characters.map((one) => `${one}${one}T${one}1${one}`);
    expect(await trimInDatabase(cells)).toEqual(cells.map(trimCell));
  });

  it.each([
    ["a space", " T1 "],
    ["a no-break space", "\u00a0T1\u00a0"],
    ["U+FEFF", "\ufeffT1\ufeff"],
    ["tabs and line ends", "\t\r\nT1\n\t"],
    ["all of them", "\ufeff \u00a0\u2003T1\u202f\u3000 \r\n"],
  ])("remove %s from both ends", async (_, cell) => {
    expect(trimCell(cell)).toBe("T1");
    expect(await trimInDatabase([cell])).toEqual(["T1"]);
  });

  it("leave the inside alone, empty a blank cell and keep a missing one missing", async () => {
    expect(await trimInDatabase(["A  1", " \ufeff\t", "", null])).toEqual(["A  1", "", "", null]);
    expect(trimCell(" \ufeff\t")).toBe("");
  });
});
