import { describe, expect, it } from "vitest";
import { inspect } from "../../../pipeline/inspect.ts";
import { readUnitValues } from "../../../pipeline/read-roster/read-values.ts";
import { Attribute } from "../../../schemas/attribute.ts";
import type { Column } from "../../../schemas/inspection.ts";
import { makeTempFiles } from "../temp-files.ts";

const files = makeTempFiles();
const title = { nl: "t", en: "t" };
const definition = Attribute.parse({
  title,
  from: "roster",
  column: "regio",
  values: { north: { title, texts: ["Noord"] }, south: { title, texts: ["Zuid"] } },
});

async function read(csv: string, columns: readonly string[] = ["regio"]) {
  const inspection = await inspect("roster.csv", files.write(csv), {}, files.folder);
  const attributes = columns.map((name) => ({
    attribute: name,
    definition,
    column: inspection.columns.find((column) => column.name === name) as Column,
  }));
  return readUnitValues(inspection, { wave: "now", closed_date: "2026-04-24" }, attributes);
}

describe("readUnitValues", () => {
  it("gives each unit its own value only, and null to a blank", async () => {
    const [values] = await read(
      "unit,name,parent,invited,regio\nORG,All,,1,\nT1,One,ORG,5,Noord\nT2,Two,ORG,5, zuid \n",
    );
    expect([...(values ?? [])]).toEqual([
      ["ORG", null],
      ["T1", "north"],
      ["T2", "south"],
    ]);
  });

  it("reads the rows that are valid when the wave closes", async () => {
    const [values] = await read(
      "unit,name,parent,invited,valid_from,valid_until,regio\nORG,All,,1,,,Noord\n" +
        "T1,One,ORG,5,,2026-01-01,Oost\nT1,One,ORG,5,2026-01-02,,Zuid\n",
    );
    expect([...(values ?? [])]).toEqual([
      ["ORG", "north"],
      ["T1", "south"],
    ]);
  });

  it("reads several attributes, and nothing when there is none", async () => {
    const csv = "unit,name,parent,invited,regio,land\nORG,All,,1,Noord,Zuid\n";
    expect((await read(csv, ["land", "regio"])).map((values) => values.get("ORG"))).toEqual(["south", "north"]);
    expect(await read(csv, [])).toEqual([]);
  });

  it("refuses a text that is in no list by its record, without the text", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `T${index},Team,ORG,5,Jan Jansen\n`).join("");
    const refused = read(`unit,name,parent,invited,regio\nORG,All,,1,Noord\n${rows}`);
    await expect(refused).rejects.toThrow(
      'roster.csv: column "regio" must hold values that scan.yaml lists for attribute regio, or blanks, ' +
        "but it does not in records 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more.",
    );
    await expect(refused).rejects.not.toThrow("Jansen");
  });
});
