import { describe, expect, it } from "vitest";
import { inspect } from "../../pipeline/inspect.ts";
import { readOutcome } from "../../pipeline/read-outcome.ts";
import { makeTempFiles } from "./temp-files.ts";

const files = makeTempFiles();
const units = new Set(["ORG", "T1", "T2"]);
const header = "unit,period,value,headcount\n";
const read = async (csv: string) =>
  readOutcome(await inspect("absence.csv", files.write(csv), { header_rows: 1 }, files.folder), units, "2026-spring");

describe("readOutcome", () => {
  it("gives one row per unit and period, in the order of the file", async () => {
    expect(await read(`${header}T2,2026-02,4.5,12\nT1,2026-01,-3,0\n`)).toEqual([
      { unit: "T2", period: "2026-02", value: 4.5, headcount: 12 },
      { unit: "T1", period: "2026-01", value: -3, headcount: 0 },
    ]);
  });

  it("finds its columns by name, in any order, among others, and reads decimal commas", async () => {
    const csv = "remark;Headcount; value ;PERIOD;Unit\nx;12;4,5;2026-Q1;T1\ny;9;3,25;2026-Q2;T1\n";
    expect(await read(csv)).toEqual([
      { unit: "T1", period: "2026-Q1", value: 4.5, headcount: 12 },
      { unit: "T1", period: "2026-Q2", value: 3.25, headcount: 9 },
    ]);
  });

  it("finds Dutch names too, but not a column in both languages", async () => {
    expect(await read("eenheid;Periode;waarde;medewerkers\nT1;2026-Q1;4,5;12\n")).toEqual([
      { unit: "T1", period: "2026-Q1", value: 4.5, headcount: 12 },
    ]);
    await expect(read("unit,eenheid,period,value,headcount\nT1,T1,2026,1,12\n")).rejects.toThrow(
      'each once; missing or twice: "unit"',
    );
  });

  it.each(["2026", "2026-Q4", "2026-12", "2026-W53", "2026-03-31"])("takes %s for a period", async (period) => {
    expect(await read(`${header}T1,${period},1,5\n`)).toHaveLength(1);
  });

  it.each([
    ["an unknown unit", "T3,2026-01,1,5\n", "record 1: unit must be one of the roster of wave 2026-spring"],
    ["no unit", "T1,2026-01,1,5\n,2026-01,1,5\n", "record 2: unit must be one of the roster"],
    ["a value that is no number", "T1,2026-01,four,5\n", "record 1: value must be a number such as 4.2"],
    ["a value with a percent sign", "T1,2026-01,4.2%,5\n", "record 1: value must be a number"],
    ["no value", "T1,2026-01,,5\n", "leave out the row when it is unknown"],
    ["a value with both marks", '"T1",2026-01,"1.234,5",5\n', "record 1: value must be a number"],
    ["half a person", "T1,2026-01,1,5.5\n", "record 1: headcount must be a whole number of people"],
    ["fewer than no people", "T1,2026-01,1,-5\n", "record 1: headcount must be a whole number of people"],
    ["a month 13", "T1,2026-13,1,5\n", "record 1: period must be such as 2026, 2026-Q1, 2026-03 or 2026-03-31"],
    ["a month in words", "T1,mrt-26,1,5\n", "record 1: period must be such as 2026"],
    [
      "a unit and period twice",
      "T1,2026-01,1,5\nT2,2026-01,1,5\nT1,2026-01,2,5\n",
      "record 3: this unit and period already occur in record 1",
    ],
    ["a year beside months", "T1,2026-01,1,5\nT1,2026,1,5\n", "record 2: period must be of the kind of the first one"],
    ["a week beside a quarter", "T1,2026-Q1,1,5\nT1,2026-W05,1,5\n", "record 2: period must be of the kind"],
  ])("refuses %s", async (_, rows, message) => {
    await expect(read(header + rows)).rejects.toThrow(message);
  });

  it("refuses a file without its columns or with one twice, and names them", async () => {
    await expect(read("unit,period,value,value\nT1,2026-01,1,2\n")).rejects.toThrow(
      'absence.csv: must have the columns unit, period, value and headcount (or eenheid, periode, waarde and medewerkers), each once; missing or twice: "value", "headcount". ' +
        'Its columns are "unit", "period", "value", "value".',
    );
  });

  it("reports all problems together, ten written out, and quotes no cell", async () => {
    const rows = Array.from({ length: 12 }, () => "quokka@example.org,quokka,quokka,quokka\n").join("");
    const message = await read(header + rows).then(String, String);
    expect(message).toMatch(/^UserError: absence\.csv: must hold one number per unit and period:\n {2}record 1: unit/);
    // four faults in each of 12 records
    expect(message).toMatch(/and 38 more$/);
    expect(message).not.toContain("quokka");
  });
});
