import { describe, expect, it } from "vitest";
import { readRoster } from "../../pipeline/read-roster.ts";
import { makeExamples } from "./loaded-examples.ts";

const { look } = makeExamples();
const read = (csv: string) => readRoster(look(csv));
const header = "unit,name,parent,invited\n";

describe("readRoster", () => {
  it("gives parents before children and siblings by code, whatever the order of the file", () => {
    const units = read(`${header}T2,Two,D1,4\nD2,Second,ORG,\nT1,One,D1,3\nORG,All,,1\nD1,First,ORG,2\n`);
    expect(units.map(({ unit, parent, level, leaf }) => [unit, parent, level, leaf])).toEqual([
      ["ORG", null, 0, false],
      ["D1", "ORG", 1, false],
      ["D2", "ORG", 1, true],
      ["T1", "D1", 2, true],
      ["T2", "D1", 2, true],
    ]);
  });

  it("adds up who was invited over the subtree, and does not know it when a part is unknown", () => {
    const units = read(
      `${header}ORG,All,,1\nD1,First,ORG,2\nD2,Second,ORG,\nT1,One,D1,3\nT2,Two,D1,4\nT3,Three,D2,5\n`,
    );
    // D1: 2 + 3 + 4.
    expect(Object.fromEntries(units.map(({ unit, invited_total }) => [unit, invited_total]))).toEqual({
      ORG: null,
      D1: 9,
      D2: null,
      T1: 3,
      T2: 4,
      T3: 5,
    });
  });

  it("takes 0 invited for known", () => {
    expect(read(`${header}ORG,All,,0\nT1,One,ORG,5\n`)[0]).toMatchObject({ invited: 0, invited_total: 5 });
  });

  it("finds its columns by name, in any order, among others", () => {
    const [unit] = read("remark,invited,parent,name,unit\nx,3,,All,ORG\n");
    expect(unit).toMatchObject({ unit: "ORG", name: "All", invited: 3 });
  });

  it("reads names with delimiters, quotes and line breaks, and trims codes", () => {
    const [unit] = read(`${header} ORG ,"Zorg, ""Welzijn""\n& co",,1\n`);
    expect(unit).toMatchObject({ unit: "ORG", name: 'Zorg, "Welzijn"\n& co' });
  });

  it.each([
    ["a unit twice", "ORG,All,,1\nT1,One,ORG,1\nT1,Two,ORG,1\n", 'record 3: unit "T1" already occurs in record 2'],
    ["a parent that is no unit", "ORG,All,,1\nT1,One,ORH,1\n", 'record 2: parent "ORH" must be a unit of the roster'],
    ["no top", "A,One,B,1\nB,Two,A,1\n", "exactly one unit, the organisation, must have no parent; found 0: (none)"],
    ["two tops", "A,One,,1\nB,Two,,1\n", 'found 2: "A", "B"'],
    ["a circle", "ORG,All,,1\nA,One,B,1\nB,Two,A,1\n", "2 units can't be reached from the organisation"],
    ["a unit below itself", "ORG,All,,1\nA,One,A,1\n", "1 units can't be reached from the organisation"],
    [
      "a code with a tab",
      '"ORG\t",All,,1\n',
      "record 1: unit and parent must not hold tabs, line ends or invisible characters",
    ],
    ["a parent with a line end", 'ORG,All,,1\nA,One,"ORG\n",1\n', "record 2: unit and parent must not hold tabs"],
    [
      "a code with a byte order mark in it",
      "ORG,All,,1\n\ufeffA,One,ORG,1\n",
      "record 2: unit and parent must not hold tabs",
    ],
    ["no code", "ORG,All,,1\n,One,ORG,1\n", "record 2: unit must have a code"],
    ["no name", "ORG,All,,1\nA,,ORG,1\n", "record 2: unit must have a name"],
    [
      "invited that is no count",
      "ORG,All,,1\nA,One,ORG,2.5\n",
      "record 2: invited must be a whole number, or blank when unknown",
    ],
    ["negative invited", "ORG,All,,-1\n", "record 1: invited must be a whole number"],
  ])("refuses %s", (_, rows, message) => {
    expect(() => read(header + rows)).toThrow(message);
  });

  it("reports all problems together, ten written out", () => {
    const rows = Array.from({ length: 14 }, (_, index) => `T${index},,ORG,1\n`).join("");
    expect(() => read(`${header}ORG,All,,1\n${rows}`)).toThrow(/record 11: unit must have a name\n {2}and 4 more$/);
  });

  it.each(["unit", "name", "parent", "invited"])("refuses a roster without the column %s", (name) => {
    expect(() => read(`${header.replace(name, "other")}ORG,All,,1\n`)).toThrow(/other/);
  });

  it("reads a tree of a thousand levels", () => {
    const rows = Array.from(
      { length: 1000 },
      (_, level) => `U${level},Level ${level},${level === 0 ? "" : `U${level - 1}`},1\n`,
    );
    expect(read(header + rows.join(""))[0]).toMatchObject({ unit: "U0", invited_total: 1000 });
  });
});
