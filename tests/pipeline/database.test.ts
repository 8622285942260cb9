import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, DatabaseError, openDatabase, quoteName, quoteText } from "../../pipeline/database.ts";
import { makeTempFiles } from "./temp-files.ts";

const { folder, write } = makeTempFiles();
const allowed = write("a,b\n1,secret-canary\n");
const forbidden = write("a,b\n1,2\n");
let database: Database;
beforeAll(async () => {
  database = await openDatabase([allowed], join(folder, "spill"));
});
afterAll(() => database.close());

const read = (path: string) =>
  `select count(*)::integer as records from read_csv(${quoteText(path)}, auto_detect = true)`;

describe("the database", () => {
  it("reads a file it is allowed to read", async () => {
    expect(await database.rows(read(allowed), "read")).toEqual([{ records: 1 }]);
  });

  const outside = join(folder, "outside");
  it.each([
    ["another file", read(forbidden)],
    ["a folder of files", `select * from glob('${folder}/*')`],
    ["a web address", "select * from read_csv('https://example.org/a.csv')"],
    ["an attached database", `attach '${outside}.db'`],
    ["a copy to a file", `copy (select 1) to '${outside}.csv'`],
    ["an export", `export database '${outside}'`],
    ["an extension", "install httpfs"],
    ["a loaded extension", "load httpfs"],
    ["a setting", "set enable_external_access = true"],
    ["a longer list of paths", `set allowed_paths = ['${forbidden}']`],
  ])("refuses %s", async (_, sql) => {
    await expect(database.rows(sql, "do this")).rejects.toThrow(DatabaseError);
    expect([".db", ".csv", ""].some((end) => existsSync(outside + end))).toBe(false);
  });

  it("gives its own words for an error, not the engine's, which quote the row", async () => {
    const sql = `select b::integer from read_csv(${quoteText(allowed)}, auto_detect = true)`;
    const error = await database.rows(sql, "read the answers").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseError);
    expect((error as Error).message).toBe("The database could not read the answers.");
    expect(`${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)}`).not.toContain(
      "canary",
    );
  });

  it("appends rows with quotes and nulls", async () => {
    await database.run("create table kept (text varchar, number integer)", "create");
    await database.append("kept", [
      ["it's", 1],
      [null, null],
    ]);
    expect(await database.rows("select * from kept where text is not null", "find")).toEqual([
      { text: "it's", number: 1 },
    ]);
    expect(
      await database.rows("select count(*)::integer as n from kept where text is null and number is null", "count"),
    ).toEqual([{ n: 1 }]);
  });
});

describe("quoteName and quoteText", () => {
  const nasty = ['a"b', "a'b", 'x"; drop table kept; --', "'; drop table kept; --", "é 😀", "a\\b", "$1", "a\nb"];

  it.each(nasty)("bring %j through SQL as it is", async (text) => {
    const [row] = await database.rows(`select ${quoteText(text)} as ${quoteName(text)}`, "read back");
    expect(row).toEqual({ [text]: text });
  });
});
