/** A composite of several scales, as the README has it: one base, one figure that teams are flagged by. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readScan } from "../../../pipeline/read-scan.ts";
import type { Release } from "../../../schemas/release.ts";
import { root } from "../../cli/run-command.ts";
import { makeReleaseAlone } from "../release-alone.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
const units = Array.from({ length: 12 }, (_, index) => `T${10 + index}`);
const heavy = "T21";
const roster = ["unit,name,parent,invited", "ORG,Organisation,,0", ...units.map((unit) => `${unit},${unit},ORG,9`)];

/** A scan of one questionnaire with this instrument; rows: unit and the answers to its items. */
async function release(instrument: string, items: readonly string[], rows: readonly (readonly string[])[]) {
  const home = mkdtempSync(join(folder, "scan-"));
  const name = /^instrument: (\w+)$/m.exec(instrument)?.[1] as string;
  const put = (file: string, lines: readonly string[]) => writeFileSync(join(home, file), `${lines.join("\n")}\n`);
  put("own.yaml", [instrument]);
  put("roster.csv", roster);
  put(
    "answers.csv",
    [["unit", ...items], ...rows].map((row) => row.join(",")),
  );
  put("scan.yaml", [
    "organisation: Composite",
    "instruments: [own.yaml]",
    `questionnaires: { main: { instruments: [${name}], columns: { unit: unit, answers: { ${items.map((item) => `${item}: ${item}`).join(", ")} } } } }`,
    "waves: [{ wave: w1, opened_date: 2026-01-05, closed_date: 2026-01-30, roster: roster.csv, exports: { main: answers.csv } }]",
    `line: { kind: own_organisation, measure: ${name}.strain }`,
  ]);
  const privateFolder = join(home, "private");
  mkdirSync(join(privateFolder, "spill"), { recursive: true });
  const effects = { today: "2026-02-01", privateFolder, megabytes: 256, announce: () => {}, tool: "test" };
  return makeReleaseAlone(readScan(join(home, "scan.yaml")), effects);
}

const cellOf = (made: Release, unit: string, measure: string) =>
  made.cells.find((cell) => cell.unit === unit && cell.measure === measure);
const levelOf = (made: Release, unit: string) => made.assessments.find((one) => one.unit === unit)?.level;

/** The instrument of the README. */
const readme = readFileSync(join(root, "README.md"), "utf8");
const [, documented = ""] = /```yaml\n(instrument: strain\n.*?)```/s.exec(readme) ?? [];

describe("a composite of two scales with one answer scale", () => {
  /** Exhaustion twice, engagement twice; strain is the mean of exhaustion and 6 - engagement: 2, 3, 4 and 2.5. */
  const usual = ["2,2,4,4", "3,3,3,3", "4,4,2,2", "3,3,4,4"];
  /** 5, 4, 4.5 and 4.5. */
  const strained = ["5,5,1,1", "4,4,2,2", "5,5,2,2", "4,4,1,1"];
  const rows = units.flatMap((unit) => {
    const four = unit === heavy ? strained : usual;
    return [...four, ...four].map((answers) => [unit, ...answers.split(",")]);
  });
  const items = ["EXH1", "EXH2", "ENG1", "ENG2"];

  it("has the mean of its parts over the same people, a reliability of its own, and teams flagged by it", async () => {
    const made = await release(documented, items, rows);
    // by hand: (2 + 3 + 4 + 2.5) / 4 and (5 + 4 + 4.5 + 4.5) / 4; exhaustion 12 / 4; little engagement (2 + 3 + 4 + 2) / 4
    expect(cellOf(made, "T10", "strain.strain")).toMatchObject({ respondents: 8, mean: 2.875 });
    expect(cellOf(made, heavy, "strain.strain")).toMatchObject({ respondents: 8, mean: 4.5 });
    expect(cellOf(made, "T10", "strain.exhaustion")).toMatchObject({ respondents: 8, mean: 3 });
    expect(cellOf(made, "T10", "strain.low_engagement")).toMatchObject({ respondents: 8, mean: 2.75 });
    const reliability = made.statistics.find(
      ({ measure, statistic }) => measure === "strain.strain" && statistic === "reliability",
    );
    // R, x the 96 rows with engagement turned: 4 / 3 * (1 - sum(apply(x, 2, var)) / var(rowSums(x))) = 0.9744994
    expect(reliability).toMatchObject({ value: 0.97, respondents: 96, teams: 12 });
    expect(made.models).toMatchObject([{ measure: "strain.strain", status: "assessed", claim: "members" }]);
    expect(levelOf(made, heavy)).toBe("elevated");
    expect(levelOf(made, "T10")).not.toBe("elevated");
  });

  it("counts only who has every scale, in the parts as well", async () => {
    const blank = rows.map((row, index) => (index === 0 ? [...row.slice(0, 3), "", ""] : row));
    const made = await release(documented, items, blank);
    for (const scale of ["strain", "exhaustion", "low_engagement"])
      expect(cellOf(made, "T10", `strain.${scale}`)).toHaveProperty("respondents", 7);
    expect(cellOf(made, "T11", "strain.exhaustion")).toHaveProperty("respondents", 8);
  });
});

describe("a composite of standard scores", () => {
  it("is the mean of each person's standard scores", async () => {
    const scale = (name: string, item: string) =>
      `  - { scale: ${name}, title: { nl: x, en: x }, meaning: { nl: x, en: x }, items: [${item}], score: mean, minimum_answered: 1, higher_is: worse }`;
    const instrument = [
      "instrument: z\nversion: 1\ntitle: { nl: z, en: z }\ncitation: Own.\nlicence: { id: MIT, redistribute_text: true }",
      "answers: { minimum: -4, maximum: 4, decimals: 2 }",
      "items: [{ item: Z1, label: { nl: x, en: x } }, { item: Z2, label: { nl: y, en: y } }]",
      "scales:",
      scale("first", "Z1"),
      scale("second", "Z2"),
      "  - { scale: strain, title: { nl: x, en: x }, meaning: { nl: x, en: x }, made_of: [first, second], score: mean, higher_is: worse }",
    ].join("\n");
    const scores = ["-1.20,-0.40", "0.35,0.05", "1.10,-0.10", "0.25,0.75"];
    const rows = units.flatMap((unit) => [...scores, ...scores].map((one) => [unit, ...one.split(",")]));
    const made = await release(instrument, ["Z1", "Z2"], rows);
    // by hand: (-0.80 + 0.20 + 0.50 + 0.50) / 4
    expect(cellOf(made, "T10", "z.strain")).toMatchObject({ respondents: 8, mean: 0.1 });
    expect(made.models).toMatchObject([{ measure: "z.strain", status: "assessed" }]);
  });
});
