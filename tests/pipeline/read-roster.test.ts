import { describe, expect, it } from "vitest";
import { inspect } from "../../pipeline/inspect.ts";
import { readRoster } from "../../pipeline/read-roster.ts";
import { makeTempFiles } from "./temp-files.ts";

const files = makeTempFiles();
const moment = { wave: "2026-Spring", closed_date: "2026-04-24" };
const read = async (csv: string, when = moment) =>
  readRoster(await inspect("roster.csv", files.write(csv), { decimal: ".", header_rows: 1 }, files.folder), when);
const header = "unit,name,parent,invited\n";
const datedHeader = "unit,name,parent,invited,valid_from,valid_until\n";

describe("readRoster", () => {
  it("gives parents before children and siblings by code, whatever the order of the file", async () => {
    const units = await read(`${header}T2,Two,D1,4\nD2,Second,ORG,\nT1,One,D1,3\nORG,All,,1\nD1,First,ORG,2\n`);
    expect(units.map(({ unit, parent, level, leaf }) => [unit, parent, level, leaf])).toEqual([
      ["ORG", null, 0, false],
      ["D1", "ORG", 1, false],
      ["D2", "ORG", 1, true],
      ["T1", "D1", 2, true],
      ["T2", "D1", 2, true],
    ]);
  });

  it("adds up who was invited over the subtree, and does not know it when a part is unknown", async () => {
    const units = await read(
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

  it("takes 0 invited for known", async () => {
    expect((await read(`${header}ORG,All,,0\nT1,One,ORG,5\n`))[0]).toMatchObject({ invited: 0, invited_total: 5 });
  });

  it("finds its columns by name, in any order, among others", async () => {
    const [unit] = await read("remark,Invited,PARENT,name, Unit\nx,3,,All,ORG\n");
    expect(unit).toMatchObject({ unit: "ORG", name: "All", invited: 3 });
  });

  it("reads names with delimiters, quotes and line breaks", async () => {
    const [unit] = await read(`${header}ORG,"Zorg, ""Welzijn""\n& co",,1\n`);
    expect(unit).toMatchObject({ unit: "ORG", name: 'Zorg, "Welzijn"\n& co' });
  });

  it("trims cells of blanks that no one sees at their ends", async () => {
    const rows = '\ufeffORG\u00a0, All ,, 1 \n"T1\t",One,"ORG\n",2\n';
    expect((await read(header + rows)).map(({ unit, name, parent, invited }) => [unit, name, parent, invited])).toEqual(
      [
        ["ORG", "All", null, 1],
        ["T1", "One", "ORG", 2],
      ],
    );
  });

  it.each([
    ["a unit twice", "ORG,All,,1\nT1,One,ORG,1\nT1,Two,ORG,1\n", 'record 3: unit "T1" already occurs in record 2'],
    ["a parent that is no unit", "ORG,All,,1\nT1,One,ORH,1\n", 'record 2: parent "ORH" must be a unit of the roster'],
    ["no top", "A,One,B,1\nB,Two,A,1\n", "exactly one unit, the organisation, must have no parent; found 0: (none)"],
    ["two tops", "A,One,,1\nB,Two,,1\n", 'found 2: "A", "B"'],
    [
      "a circle",
      "ORG,All,,1\nC,Three,A,1\nA,One,B,1\nB,Two,A,1\n",
      "3 units can't be reached from the organisation, because a unit can't lie below itself: " +
        '"A" below "B" below "A"',
    ],
    ["a unit below itself", "ORG,All,,1\nA,One,A,1\n", "1 unit can't be reached from the organisation"],
    [
      "a code with a tab in it",
      '"OR\tG",All,,1\n',
      "record 1: unit and parent must not hold tabs, line ends or invisible characters",
    ],
    ["a parent with a line end in it", 'ORG,All,,1\nA,One,"OR\nG",1\n', "record 2: unit and parent must not hold tabs"],
    ["a code with a space of no width", "ORG,All,,1\nA\u200b,One,ORG,1\n", "record 2: unit and parent must not hold"],
    ["no code", "ORG,All,,1\n,One,ORG,1\n", "record 2: unit must have a code"],
    ["no name", "ORG,All,,1\nA,,ORG,1\n", "record 2: unit must have a name"],
    [
      "invited that is no count",
      "ORG,All,,1\nA,One,ORG,2.5\n",
      "record 2: invited must be a whole number, or blank when unknown",
    ],
    ["negative invited", "ORG,All,,-1\n", "record 1: invited must be a whole number"],
    ["a code that became a large number", "ORG,All,,1\n1.2E+17,One,ORG,1\n", 'unit "1.2E+17" must be a code'],
  ])("refuses %s", async (_, rows, message) => {
    await expect(read(header + rows)).rejects.toThrow(message);
  });

  it.each([
    ["unit", "ORG,All,,1\ncanary@example.org,One,ORG,1\ncanary@example.org,One,ORG,1\n"],
    ["parent", "ORG,All,,1\nT1,One,canary@example.org,1\n"],
    ["name", "ORG,All,,1\nT1,canary@example.org,ORG,1\n"],
    ["unit without a parent", "ORG,All,,1\ncanary@example.org,One,,1\n"],
    ["unit below itself", "ORG,All,,1\ncanary@example.org,One,canary@example.org,1\n"],
  ])("refuses an e-mail address as %s without showing it", async (_, rows) => {
    const message = await read(header + rows).then(String, String);
    expect(message).toContain("record 2: unit, name and parent must be those of a unit, not an e-mail address");
    expect(message).not.toContain("canary");
  });

  it("takes a name with an @ that is no address", async () => {
    expect((await read(`${header}ORG,Team @home,,1\n`))[0]?.name).toBe("Team @home");
  });

  it("takes a plain number for a code", async () => {
    expect((await read(`${header}1,All,,1\n44737,One,1,1\n`)).map(({ unit }) => unit)).toEqual(["1", "44737"]);
  });

  it("reports all problems together, ten written out", async () => {
    const rows = Array.from({ length: 14 }, (_, index) => `T${index},,ORG,1\n`).join("");
    await expect(read(`${header}ORG,All,,1\n${rows}`)).rejects.toThrow(
      /record 11: unit must have a name\n {2}and 4 more$/,
    );
  });

  it("reports problems of cells and of the tree together", async () => {
    const rows = "ORG,All,,x\nA,One,B,1\nB,Two,A,1\nC,Three,D,1\n";
    await expect(read(header + rows)).rejects.toThrow(
      "roster.csv: the roster must be one tree of units:\n" +
        "  record 1: invited must be a whole number, or blank when unknown\n" +
        '  record 4: parent "D" must be a unit of the roster\n' +
        "  2 units can't be reached from the organisation, because a unit can't lie below itself: " +
        '"A" below "B" below "A"',
    );
  });

  it("reads a tree of a thousand levels", async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, level) => `U${level},Level ${level},${level === 0 ? "" : `U${level - 1}`},1\n`,
    );
    expect((await read(header + rows.join("")))[0]).toMatchObject({ unit: "U0", invited_total: 1000 });
  });

  it("refuses thousands of orphans without comparing each with all", async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `T${index},Team,ORG,1,,\n`);
    const csv = `${datedHeader}ORG,All,,1,,2025-12-31\n${rows.join("")}`;
    await expect(read(csv)).rejects.toThrow(/and 49991 more$/);
  });
});

describe("readRoster over time", () => {
  const roster =
    `${datedHeader}ORG,All,,1,,\nD1,North,ORG,2,,2026-04-23\nD2,South,ORG,2,2026-04-24,\n` +
    "T1,One,D1,5,2020-01-01,2026-04-23\nT1,One,D2,6,2026-04-24,\nT2,Two,ORG,7,2026-05-01,\n";

  it.each([
    ["2019-12-31", ["ORG", "D1 below ORG"]],
    ["2020-01-01", ["ORG", "D1 below ORG", "T1 below D1"]],
    ["2026-04-23", ["ORG", "D1 below ORG", "T1 below D1"]],
    ["2026-04-24", ["ORG", "D2 below ORG", "T1 below D2"]],
    ["2026-04-30", ["ORG", "D2 below ORG", "T1 below D2"]],
    ["2026-05-01", ["ORG", "D2 below ORG", "T2 below ORG", "T1 below D2"]],
  ])("gives the tree as it was on %s, both days of a period included", async (closed_date, expected) => {
    const units = await read(roster, { wave: "w", closed_date });
    expect(units.map(({ unit, parent }) => (parent === null ? unit : `${unit} below ${parent}`))).toEqual(expected);
  });

  it("counts the invited of the rows that are valid", async () => {
    expect((await read(roster)).map(({ unit, invited, invited_total }) => [unit, invited, invited_total])).toEqual([
      ["ORG", 1, 9],
      ["D2", 2, 8],
      ["T1", 6, 6],
    ]);
  });

  it("reads a roster with one of the two dates", async () => {
    const csv = "unit,name,parent,invited,Valid from\nORG,All,,1,\nT1,One,ORG,2,2026-04-25\n";
    expect((await read(csv)).map(({ unit }) => unit)).toEqual(["ORG"]);
  });

  it.each([
    [
      "a unit that is valid twice on a day",
      "ORG,All,,1,,\nT1,One,ORG,1,,2026-03-31\nT1,One,ORG,1,2026-03-31,\n",
      'record 3: the period of unit "T1" (from 2026-03-31) must not overlap that of record 2 (until 2026-03-31)',
    ],
    [
      "an overlap in another year than the wave's",
      "ORG,All,,1,,\nT1,One,ORG,1,,\nT1,One,ORG,1,2019-01-01,2019-12-31\n",
      'record 3: the period of unit "T1" (from 2019-01-01 until 2019-12-31) must not overlap that of record 2 (always)',
    ],
    [
      "two periods within a third",
      "ORG,All,,1,,\nA,One,ORG,1,2020-01-01,2020-12-31\nA,One,ORG,1,2020-02-01,2020-02-28\nA,One,ORG,1,2020-05-01,2020-05-31\n",
      'record 4: the period of unit "A" (from 2020-05-01 until 2020-05-31) must not overlap that of record 2 ' +
        "(from 2020-01-01 until 2020-12-31)",
    ],
    [
      "a period that ends before it begins",
      "ORG,All,,1,2026-02-01,2026-01-31\n",
      "record 1: valid_until (2026-01-31) must not lie before valid_from (2026-02-01)",
    ],
    [
      "a date that is not ISO 8601",
      "ORG,All,,1,24-04-2026,\n",
      "record 1: valid_from must be a date such as 2026-04-24, or blank",
    ],
    ["a day that does not exist", "ORG,All,,1,,2026-02-30\n", "record 1: valid_until must be a date"],
    [
      "a parent that is no longer valid",
      "ORG,All,,1,,\nD1,North,ORG,1,,2026-04-23\nT1,One,D1,1,,\n",
      'record 3: parent "D1" is not valid on 2026-04-24 (record 2: until 2026-04-23)',
    ],
    [
      "two tops on the day",
      "A,One,,1,,\nB,Two,,1,2026-01-01,\n",
      'exactly one unit, the organisation, must have no parent on 2026-04-24; found 2: "A", "B"',
    ],
    [
      "no unit on the day",
      "ORG,All,,1,2026-05-01,\n",
      "a unit must be valid when the wave closes, but none is on 2026-04-24",
    ],
  ])("refuses %s", async (_, rows, message) => {
    await expect(read(datedHeader + rows)).rejects.toThrow(message);
  });

  it("reads a day as a workbook gives it", async () => {
    const csv = `${datedHeader}ORG,All,,1,2026-04-24 00:00:00,2026-04-24 00:00:00\n`;
    expect((await read(csv)).map(({ unit }) => unit)).toEqual(["ORG"]);
    await expect(read(csv.replace("00:00:00", "12:30:00"))).rejects.toThrow("valid_from must be a date");
  });

  it("allows two tops that follow one another", async () => {
    const csv = `${datedHeader}OLD,All,,1,,2025-12-31\nNEW,All,,2,2026-01-01,\n`;
    expect((await read(csv)).map(({ unit }) => unit)).toEqual(["NEW"]);
  });

  it("says a wrong date once, without calling it an overlap", async () => {
    const csv = `${datedHeader}ORG,All,,1,,\nT1,One,ORG,1,,31-03-2026\nT1,One,ORG,1,2026-04-01,\n`;
    await expect(read(csv)).rejects.toThrow(
      /^[^\n]*\n {2}record 2: valid_until must be a date such as 2026-04-24, or blank$/,
    );
  });
});

describe("readRoster, invited per wave", () => {
  it.each(["invited_2026-Spring", "INVITED_2026-spring", "Invited 2026 spring"])(
    "takes %s before invited",
    async (own) => {
      expect((await read(`unit,name,parent,invited,${own}\nORG,All,,1,9\n`))[0]?.invited).toBe(9);
    },
  );

  it("does not fall back on invited when the wave's own cell is blank: it is unknown", async () => {
    expect((await read("unit,name,parent,invited,invited_2026-Spring\nORG,All,,1,\n"))[0]?.invited).toBeNull();
  });

  it("needs no column invited when the wave has its own", async () => {
    expect((await read("unit,name,parent,invited_2026-Spring\nORG,All,,4\n"))[0]?.invited).toBe(4);
  });

  it("leaves the columns of other waves alone", async () => {
    expect((await read("unit,name,parent,invited,invited_2025\nORG,All,,1,many\n"))[0]?.invited).toBe(1);
  });

  it("refuses a roster with counts of other waves only", async () => {
    await expect(read("unit,name,parent,invited_2025\nORG,All,,4\n")).rejects.toThrow(
      '"invited" or "invited_2026-Spring" is missing',
    );
  });
});

describe("readRoster, columns", () => {
  it.each(["unit", "name", "parent", "invited"])("refuses a roster without the column %s", async (name) => {
    await expect(read(`${header.replace(name, "other")}ORG,All,,1\n`)).rejects.toThrow(
      new RegExp(`must have the columns unit, name, parent and invited.*"${name}".* is missing\\. Its columns are`),
    );
  });

  it("names all that is missing at once", async () => {
    await expect(read("unit,above,people\nORG,,1\n")).rejects.toThrow(
      '"name" is missing; "parent" is missing; "invited" or "invited_2026-Spring" is missing. ' +
        'Its columns are "unit", "above", "people".',
    );
  });

  it("refuses a column that occurs twice", async () => {
    await expect(read("unit,name,parent,invited,Unit\nORG,All,,1,X\n")).rejects.toThrow('"unit" occurs 2 times');
  });

  it.each(["valid_to", "validity", "Valid"])("refuses the date column %s, which would be left unread", async (name) => {
    await expect(read(`unit,name,parent,invited,${name}\nORG,All,,1,2026-01-01\n`)).rejects.toThrow(
      `"${name}" must be called valid_from or valid_until`,
    );
  });

  it("tells which character was taken for the delimiter when there is one column", async () => {
    await expect(read("unit|name|parent|invited\nORG|All||1\n")).rejects.toThrow("check whether");
  });
});

it("reads a code without the byte order marks in it, as it does in an export", async () => {
  const units = await read(`${header}ORG,All,,1\n\ufeffA\ufeffA,One,ORG,1\n`);
  expect(units.map(({ unit }) => unit)).toEqual(["ORG", "AA"]);
});
