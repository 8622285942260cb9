/** What a run adds to published figures, through all stages, on the tiny scan: four or five teams in two departments. */
import { mkdirSync, mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readScan } from "../../../pipeline/read-scan.ts";
import { tinyScan, writeRows } from "../../cli/tiny-scan.ts";
import { makePlacedScans } from "../placed-scans.ts";
import { makeReleaseAlone } from "../release-alone.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
const { place, change } = makePlacedScans(folder);
const { roster, rows } = tinyScan();

async function release(yaml: string, extra: Readonly<Record<string, string>> = {}) {
  const path = place(yaml, undefined, { "roster.csv": roster, "answers.csv": writeRows(rows), ...extra });
  const privateFolder = mkdtempSync(join(dirname(path), "private-"));
  mkdirSync(join(privateFolder, "spill"));
  const effects = {
    today: "2026-11-01",
    privateFolder,
    megabytes: 256,
    announce: () => {},
    tool: "test",
  };
  return makeReleaseAlone(readScan(path), effects);
}

const fixed =
  "line: { kind: absolute, measure: pulse.total, benchmark_mean: 3.2, benchmark_standard_deviation: 0.5, source: own }";
const line = "line: { kind: own_organisation, measure: pulse.total }";
const text = "{ nl: Verzuim, en: Absence }";
const outcomes = `outcomes:\n  absence: { title: ${text}, unit_of_value: { nl: dagen, en: days }, higher_is: worse, file: absence.csv }\n`;

describe("a release", () => {
  it("assesses teams and departments, each by themselves, and says what flags are worth", async () => {
    const five = rows.map((row, index) => (index >= 56 ? { ...row, team: "T5" } : row));
    const files = { "roster.csv": `${roster}T5,Team five,D2,10\n`, "answers.csv": writeRows(five) };
    const made = await release(change(line, fixed), files);
    expect(made.assessments.map(({ unit }) => unit)).toEqual(["T1", "T2", "T3", "T4", "T5"]);
    expect(made.models[0]).toHaveProperty("calibration.seed", 20260101);
    expect(
      made.group_assessments?.map(({ level, assessments }) => [level, assessments.map(({ unit }) => unit)]),
    ).toEqual([[1, ["D1", "D2"]]]);
    expect(made.group_assessments?.[0]?.models[0]).not.toHaveProperty("calibration");
    expect(made).not.toHaveProperty("outcomes");
  });

  it("says that fewer than ten teams are not assessed without an absolute line", async () => {
    const made = await release(change(line, line));
    const reason = "fewer_than_ten_teams_and_no_absolute_line";
    expect(made.models).toEqual([
      { wave: "2024-spring", measure: "pulse.total", status: "not_assessed", reason, teams: 4 },
    ]);
    expect(made.assessments).toEqual([]);
    expect(made.expected_wrong_flags).toBeNull();
    expect(made.group_assessments?.[0]?.models[0]).toMatchObject({ status: "not_assessed", reason, teams: 2 });
  });

  it("puts outcomes beside the figures of shown teams", async () => {
    const csv = "unit,period,value,headcount\nT1,2024-Q1,3,14\nT1,2024-Q2,6,7\nT2,2024-Q1,2,4\nD1,2024-Q1,9,30\n";
    const made = await release(change(line, `${line}\n${outcomes}`), { "absence.csv": csv });
    const figure = made.cells.find(({ unit, measure }) => unit === "T1" && measure === "pulse.total");
    expect(made.outcomes?.map(({ outcome }) => outcome)).toEqual(["absence"]);
    expect(made.links).toEqual([
      {
        ...{ wave: "2024-spring", measure: "pulse.total", outcome: "absence", correlation: null },
        periods: { first: "2024-Q1", last: "2024-Q2" },
        // (14 x 3 + 7 x 6) / 21
        teams: [{ unit: "T1", figure: figure?.status === "released" ? figure.mean : null, value: 4 }],
        left_out: { fewer_than: 5 },
      },
    ]);
  });

  it("is not made from a file of outcomes with faults, or without the file", async () => {
    const csv = "unit,period,value,headcount\nT9,2024-Q1,3,14\nT1,2024-Q2,x,7\n";
    const yaml = change(line, `${line}\n${outcomes}`);
    await expect(release(yaml, { "absence.csv": csv })).rejects.toThrow(
      "absence.csv: must hold one number per unit and period:\n" +
        "  record 1: unit must be one of the roster of wave 2024-spring\n" +
        "  record 2: value must be a number such as 4.2",
    );
    await expect(release(yaml)).rejects.toThrow("absence.csv");
  });
});
