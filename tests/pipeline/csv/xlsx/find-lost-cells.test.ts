import { describe, expect, it } from "vitest";
import { findLostCells } from "../../../../pipeline/csv/xlsx/find-lost-cells.ts";

const workbook = (sheets: string, relations: string) => ({
  "xl/workbook.xml": `<workbook><sheets>${sheets}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships>${relations}</Relationships>`,
});
const two = workbook(
  '<sheet name="Eén &amp; twee" sheetId="1" r:id="rId1"/><sheet r:id="rId2" sheetId="2" name="Uitleg"/>',
  '<Relationship Target="/xl/worksheets/b.xml" Id="rId2"/><Relationship Id="rId1" Target="worksheets/a.xml"/>',
);
const find = (parts: Record<string, string>, sheet: string) => findLostCells((name) => parts[name] ?? null, sheet);

describe("findLostCells", () => {
  const parts = {
    ...two,
    "xl/worksheets/a.xml": '<c r="A1" s="1"/><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><v>3</v></c>',
    "xl/worksheets/b.xml": '<x:c r="D4" t="str"><x:f>A1</x:f></x:c><x:c r="E4"><x:f>1+1</x:f><x:v>2</x:v></x:c>',
  };

  it("finds errors on the sheet that is named, however its name is written", () => {
    expect(find(parts, "Eén & twee")).toEqual(["B1"]);
  });

  it("finds formulas without a result, those with one not", () => {
    expect(find(parts, "Uitleg")).toEqual(["D4"]);
  });

  it("finds nothing on a sheet that is not there", () => {
    expect(find(parts, "Blad3")).toEqual([]);
    expect(find({}, "Uitleg")).toEqual([]);
  });
});
