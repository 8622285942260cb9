/**
 * An e-mail address, a name and a free text in every column and in every kind of defect: none of them may come out in anything
 * that is printed or written, whatever the command makes of the file.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommand, runCommand } from "./run-command.ts";
import { canaries, type Row, type TinyScan, tinyScan, writeRows, writeTinyScan } from "./tiny-scan.ts";

const home = mkdtempSync(join(tmpdir(), "test-"));
beforeAll(buildCommand);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const columns = ["id", "submitted", "team", "P1", "P2", "P3", "recommend"];

/** Every way the canaries are planted: in four rows, and in all, so that no number of responses opens the door. */
const plantings = columns.flatMap((column) => [
  { name: `once in ${column}`, rows: plant(column, (index) => index < canaries.length) },
  { name: `everywhere in ${column}`, rows: plant(column, () => true) },
]);

function plant(column: string, where: (index: number) => boolean): (rows: readonly Row[]) => Row[] {
  return (rows) =>
    rows.map((row, index) => (where(index) ? { ...row, [column]: canaries[index % canaries.length] as string } : row));
}

/** Defects of the file itself, planted beside a canary. */
const defects: readonly (readonly [string, (csv: string) => string | Uint8Array])[] = [
  ["a quote that never closes", (csv) => csv.replace(/\n3,/, '\n"3,')],
  ["a quote inside a cell", (csv) => csv.replace("shouts", 'sho"uts')],
  ["a cell too many", (csv) => csv.replace(canaries[2], `${canaries[2]},more`)],
  ["a cell too few", (csv) => csv.replace(/,[^,\n]*\n4,/, "\n4,")],
  ["bytes of another encoding", (csv) => Buffer.from(csv.replace(canaries[1], `${canaries[1]}é`), "latin1")],
  ["a NUL byte", (csv) => csv.replace(canaries[1], `${canaries[1]}\0`)],
  ["mixed line ends", (csv) => csv.replace("\n7,", "\r\n7,")],
  ["no header", (csv) => csv.slice(csv.indexOf("\n") + 1)],
  ["a record as second header row", (csv) => csv],
  ["another delimiter in half of the file", (csv) => csv.slice(0, 2000) + csv.slice(2000).replaceAll(",", ";")],
  ["the end cut off", (csv) => csv.slice(0, -40)],
  ["a workbook that is none", (csv) => `PK\u0003\u0004${csv}`],
  ["UTF-16 without a mark", (csv) => Buffer.from(csv, "utf16le")],
];

/** Every text of the canaries, also in parts that a shortened message could hold. */
const found = (text: string) =>
  [...canaries, "quokka", "Quirinus", "Canarybird", "Zebedee", "platypus"].filter((one) =>
    text.toLowerCase().includes(one.toLowerCase()),
  );

let made = 0;
function leak(scan: TinyScan, answers: string | Uint8Array, commands: readonly (readonly string[])[]) {
  const folder = join(home, `scan-${made++}`);
  writeTinyScan(folder, scan, answers);
  const leaks: string[] = [];
  for (const args of commands) {
    const { code, stdout, stderr, left } = runCommand(folder, args);
    leaks.push(...found(stdout + stderr).map((one) => `${args.join(" ")} prints ${one}`));
    if (code === 70) leaks.push(`${args.join(" ")} ends with a defect`);
    leaks.push(...left.map((one) => `${args.join(" ")} leaves ${one}`));
  }
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (file === "proposed.yaml" || /^releases\/.*\.\w+$/.test(file))
      leaks.push(...found(readFileSync(join(folder, file), "utf8")).map((one) => `${file} holds ${one}`));
  rmSync(folder, { recursive: true });
  return leaks;
}

const every = [
  ["inspect", "answers.csv"],
  ["inspect", "answers.csv", "--json"],
  ["check", "scan.yaml"],
  ["check", "scan.yaml", "--json"],
  ["check", "scan.yaml", "--sarif"],
  ["run", "scan.yaml", "--out", "releases/one"],
  ["init", "answers.csv", "roster.csv", "--out", "proposed.yaml"],
] as const;

describe("nothing of a respondent comes out", () => {
  it("of a clean scan", () => {
    const scan = tinyScan();
    expect(leak(scan, writeRows(scan.rows), every)).toEqual([]);
  }, 120_000);

  it.each(defects.map(([name, damage]) => ({ name, damage })))(
    "of a file with $name",
    async ({ name, damage }) => {
      const scan = tinyScan();
      const yaml = name.includes("header row")
        ? scan.yaml.replace("    columns:", "    format: { header_rows: 2 }\n    columns:")
        : scan.yaml;
      expect(leak({ ...scan, yaml }, damage(writeRows(scan.rows)), every)).toEqual([]);
    },
    120_000,
  );

  it("of a file without a header in which only the names look alike", () => {
    const people = ["Piet Jansen", "Els Bakker", "Kees Visser", "Fatima el Idrissi", "Anna in 't Veld"];
    const open = ["geen tijd", "te druk", "prima", "goed zo", "fijn team"];
    const rows = people.map((name, index) => `${name},${open[index]},${1 + index}`);
    const text = [`${canaries[1]},${canaries[2]},4`, ...rows, ""].join("\n");
    expect(leak(tinyScan(), text, [every[0], every[1], every[2], every[6]])).toEqual([]);
  }, 120_000);

  it("of answers, ids and units that are not what they should be", () => {
    const leaks: string[] = [];
    for (const { name, rows } of plantings) {
      const scan = tinyScan();
      const commands = [every[2], every[3], every[6]];
      leaks.push(...leak(scan, writeRows(rows(scan.rows)), commands).map((one) => `${name}: ${one}`));
    }
    expect(leaks).toEqual([]);
  }, 600_000);

  it("of problems that are accepted, also not in the release", () => {
    const scan = tinyScan();
    const accept = ["answer_not_a_number: missing", "unknown_unit: reject", "duplicate_response: reject"];
    const rows = scan.rows.map((row, index) =>
      index % 9 === 1 ? { ...row, P1: canaries[2] } : index % 9 === 2 ? { ...row, team: canaries[1] } : row,
    );
    const yaml = `${scan.yaml}accept:\n${accept.map((one) => `  ${one}\n`).join("")}`;
    expect(leak({ ...scan, yaml }, writeRows(rows), every)).toEqual([]);
  }, 120_000);
});
