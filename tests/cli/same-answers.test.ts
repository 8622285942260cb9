/**
 * The same answers, written as nine tools write them, give the same release: cells, statistics and assessments to the last digit.
 * Every file also carries an e-mail address, a name and a free text, which must come out of none of them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { inspect } from "../../pipeline/inspect.ts";
import type { Release } from "../../schemas/release.ts";
import { buildCommand, runCommand } from "./run-command.ts";
import { canaries, type Row, tinyScan, writeTinyScan } from "./tiny-scan.ts";

const home = mkdtempSync(join(tmpdir(), "test-"));
const { rows, yaml } = tinyScan();
const agreement = [
  "Helemaal mee oneens",
  "Mee oneens",
  "Noch mee eens, noch mee oneens",
  "Mee eens",
  "Helemaal mee eens",
];
const label = (answer: string | undefined) => agreement[Number(answer) - 1] as string;
const items = ["P1", "P2", "P3"] as const;

/** What a tool's file differs in: its bytes, and the lines of scan.yaml about it. */
type Written = Readonly<{
  tool: string;
  profile: string;
  columns: string;
  more?: string;
  file?: string;
  attributes?: string;
  content: () => string | Buffer | Promise<Buffer>;
  /** Rules for which some response is left out; none when absent. */
  leftOut?: readonly string[];
}>;

const csv = (table: readonly (readonly string[])[], delimiter = ",", newline = "\n", quotes = false) =>
  Papa.unparse([...table.map((row) => [...row])], { delimiter, newline, quotes }) + newline;

const answers = (names: readonly string[]) =>
  `answers: { ${["P1", "P2", "P3", "ENPS01"].map((item, index) => `${item}: ${JSON.stringify(names[index])}`).join(", ")} }`;

const qualtrics = (row: Row, index: number, status = "IP Address", finished = "True") => [
  "2024-03-01 10:00:00",
  "2024-03-01 10:05:00",
  status,
  "192.0.2.7",
  "100",
  "300",
  finished,
  `R_${index}`,
  row["email"] as string,
  row["team"] as string,
  ...items.map((item) => label(row[item])),
  row["recommend"] as string,
  row["remark"] as string,
];

const tools: readonly Written[] = [
  {
    tool: "Qualtrics, choice text, with a preview and an unfinished response",
    profile: "qualtrics",
    columns: `unit: team, ${answers(["Q1_1", "Q1_2", "Q1_3", "Q2"])}`,
    more: "labels: { pulse: agreement_5 }",
    leftOut: ["partial_response", "test_response"],
    content: () => {
      const names = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished"];
      const header = [...names, "ResponseId", "RecipientEmail", "team", "Q1_1", "Q1_2", "Q1_3", "Q2", "Q3"];
      return csv([
        header,
        header.map((name) => `Text of ${name}`),
        header.map((name) => `{"ImportId":"${name}"}`),
        ...rows.map((row, index) => qualtrics(row, index)),
        qualtrics(rows[0] as Row, 900, "Survey Preview"),
        qualtrics(rows[0] as Row, 901, "IP Address", "False"),
      ]);
    },
  },
  {
    tool: "LimeSurvey, codes and texts, option codes, semicolons",
    profile: "limesurvey",
    columns: `unit: team, ${answers(["P[P1]", "P[P2]", "P[P3]", "ENPS"])}`,
    content: () =>
      `\ufeff${csv(
        [
          [
            "id. Response ID",
            "submitdate. Date submitted",
            "lastpage. Last page",
            "startlanguage. Start language",
            "token. Access code",
            "team. Your team",
            "P[P1]. Statements [one]",
            "P[P2]. Statements [two]",
            "P[P3]. Statements [three]",
            "ENPS. How likely?",
            "REM. Anything else?",
          ],
          ...rows.map((row, index) => [
            `${index + 1}`,
            "2024-03-01 10:00:00",
            "3",
            "nl",
            row["token"] as string,
            row["team"] as string,
            ...items.map((item) => `A${row[item]}`),
            row["recommend"] as string,
            row["remark"] as string,
          ]),
        ],
        ";",
        "\r\n",
        true,
      )}`,
  },
  {
    tool: "Microsoft Forms, a Dutch workbook with labels",
    profile: "microsoft_forms",
    file: "answers.xlsx",
    columns: `unit: "In welk team werk je?", ${answers(["Stelling 1", "Stelling 2", "Stelling 3", "Hoe waarschijnlijk is het dat je ons aanbeveelt?"])}`,
    more: "labels: { pulse: agreement_5 }",
    content: async () => {
      const header = [
        "ID",
        "Begintijd",
        "Tijd van voltooien",
        "E-mail",
        "Naam",
        "In welk team werk je?",
        "Stelling 1",
        "Stelling 2",
        "Stelling 3",
        "Hoe waarschijnlijk is het dat je ons aanbeveelt?",
        "Toelichting",
      ];
      const moment = (minute: number) => ({
        value: new Date(Date.UTC(2024, 2, 1, 10, minute)),
        type: Date,
        format: "m/d/yy h:mm:ss",
      });
      const body = rows.map((row, index) => [
        { value: index + 1 },
        moment(0),
        moment(5),
        { value: "anonymous" },
        { value: row["name"] as string },
        { value: row["team"] as string },
        ...items.map((item) => ({ value: label(row[item]) })),
        { value: Number(row["recommend"]) },
        { value: row["remark"] as string },
      ]);
      return writeWorkbook([header.map((value) => ({ value })), ...body]).toBuffer();
    },
  },
  {
    tool: "Google Forms, labels with numbers before them",
    profile: "google_forms",
    columns: `unit: Team, ${answers(["Stelling 1", "Stelling 2", "Stelling 3", "Aanbevelen"])}`,
    content: () =>
      csv([
        ["Tijdstempel", "E-mailadres", "Team", "Stelling 1", "Stelling 2", "Stelling 3", "Aanbevelen", "Toelichting"],
        ...rows.map((row) => [
          "15-3-2024 12:16:28",
          row["email"] as string,
          row["team"] as string,
          ...items.map((item) => `${row[item]} - ${label(row[item])}`),
          ({ "0": "0 - Zeer onwaarschijnlijk", "10": "10 - Zeer waarschijnlijk" } as Row)[row["recommend"] as string] ??
            (row["recommend"] as string),
          row["remark"] as string,
        ]),
      ]),
  },
  {
    tool: "SurveyMonkey, two header rows",
    profile: "surveymonkey",
    columns: `unit: Team, ${answers(["Stellingen | een", "Stellingen | twee", "Stellingen | drie", "Aanbevelen"])}`,
    more: "labels: { pulse: agreement_5 }",
    content: () =>
      csv([
        [
          "Respondent ID",
          "Collector ID",
          "Start Date",
          "End Date",
          "IP Address",
          "Email Address",
          "First Name",
          "Last Name",
          "Custom Data 1",
          "Team",
          "Stellingen",
          "",
          "",
          "Aanbevelen",
          "Toelichting",
        ],
        ["", "", "", "", "", "", "", "", "", "Response", "een", "twee", "drie", "Response", "Open-Ended Response"],
        ...rows.map((row, index) => [
          `1184${index}`,
          "77",
          "03/01/2024 10:00:00",
          "03/15/2024 10:05:00",
          "192.0.2.1",
          row["email"] as string,
          row["name"] as string,
          "",
          row["token"] as string,
          row["team"] as string,
          ...items.map((item) => label(row[item])),
          row["recommend"] as string,
          row["remark"] as string,
        ]),
      ]),
  },
  {
    tool: "Peakon, one row per answer",
    profile: "long",
    columns: `unit: team, response: responseId, ${answers(["Q-P1", "Q-P2", "Q-P3", "Q-ENPS"])}`,
    content: () =>
      csv([
        ["accountEmail", "responseId", "team", "questionId", "answerId", "answerScore", "answerComment"],
        ...["P1", "P2", "P3", "recommend"].flatMap((item) =>
          rows.map((row, index) => [
            row["email"] as string,
            `R${index}`,
            row["team"] as string,
            item === "recommend" ? "Q-ENPS" : `Q-${item}`,
            `${item}${index}`,
            row[item] as string,
            row["remark"] as string,
          ]),
        ),
      ]),
  },
  {
    tool: "Viva Glint, with the teams in another file",
    profile: "viva_glint",
    columns: `unit: Team, key: EMP ID, ${answers(["One", "Two", "Three", "Recommend"])}`,
    attributes: `\n        attributes: people.csv`,
    content: () =>
      csv([
        [
          "First Name",
          "Last Name",
          "Email",
          "Status",
          "EMP ID",
          "Manager ID",
          "Survey Cycle Completion Date",
          "Survey Cycle Sent Date",
          ...["One", "Two", "Three", "Recommend"].flatMap((name) => [name, `${name}_COMMENT`]),
        ],
        ...rows.map((row, index) => [
          row["name"] as string,
          "X",
          row["email"] as string,
          "ACTIVE",
          `E${index}`,
          "M1",
          "26-03-2024 09:34",
          "20-03-2024 08:00",
          ...[...items, "recommend"].flatMap((item) => [row[item] as string, row["remark"] as string]),
        ]),
      ]),
  },
  {
    tool: "a Dutch Excel: sep= line, windows-1252, decimal commas",
    profile: "plain",
    columns: `unit: "Téam", response: id, ${answers([...items, "recommend"])}`,
    more: "format: { encoding: windows-1252 }",
    content: () =>
      Buffer.from(
        `sep=;\r\n${csv([["id", "Naam", "Téam", ...items, "recommend"], ...rows.map((row, index) => [`${index}`, row["name"] as string, row["team"] as string, ...items.map((item) => `${row[item]},0`), row["recommend"] as string])], ";", "\r\n")}`,
        "latin1",
      ),
  },
  {
    tool: "UTF-16 with tabs",
    profile: "plain",
    columns: `unit: team, response: id, ${answers([...items, "recommend"])}`,
    content: () =>
      Buffer.from(
        `\ufeff${csv([["id", "team", ...items, "recommend"], ...rows.map((row, index) => [`${index}`, row["team"] as string, ...items.map((item) => row[item] as string), row["recommend"] as string])], "\t")}`,
        "utf16le",
      ),
  },
];

const read = (folder: string): Release => JSON.parse(readFileSync(join(folder, "out", "release.json"), "utf8"));

/** What must be the same; where the file came from and what it left out may differ. */
const figures = ({ cells, statistics, models, assessments }: Release) => ({ cells, statistics, models, assessments });

describe("the same answers", () => {
  let plain: Release;
  beforeAll(async () => {
    await buildCommand();
    const folder = join(home, "plain");
    writeTinyScan(folder, tinyScan());
    expect(runCommand(folder, ["run", "scan.yaml", "--out", "out"]).stderr).not.toContain("must");
    plain = read(folder);
    expect(plain.cells.filter(({ status }) => status === "released").length).toBeGreaterThan(5);
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it.each(tools)(
    "from $tool",
    async ({ tool, profile, columns, more, content, file = "answers.csv", attributes, leftOut = [] }) => {
      const folder = join(home, tool.replace(/\W+/g, "-"));
      const own = yaml
        .replace(/ {4}columns:\n(?: {6}.*\n)+/, `${more ? `    ${more}\n` : ""}    columns: { ${columns} }\n`)
        .replace("exports: { pulse: answers.csv }", `exports:\n      pulse:\n        file: ${file}${attributes ?? ""}`);
      writeTinyScan(folder, { ...tinyScan(), yaml: own }, null);
      writeFileSync(join(folder, file), await content());
      const people = [
        ["EMP ID", "Team", "Gender"],
        ...rows.map((row, index) => [`E${index}`, row["team"] as string, "F"]),
      ];
      writeFileSync(join(folder, "people.csv"), csv(people));

      const format = more?.includes("windows-1252") ? { encoding: "windows-1252" as const } : {};
      expect((await inspect(file, join(folder, file), format, home)).profile).toBe(profile);

      const { code, stderr, left } = runCommand(folder, ["run", "scan.yaml", "--out", "out"]);
      expect({ code, stderr: code === 0 ? "" : stderr, left }).toEqual({ code: 0, stderr: "", left: [] });
      const release = read(folder);
      expect(figures(release)).toEqual(figures(plain));
      const excluded = release.data_quality.filter(({ action }) => action === "excluded");
      expect(excluded.map(({ rule }) => rule).sort()).toEqual(leftOut);
      for (const name of readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" }).filter((one) =>
        /\.\w+$/.test(one),
      ))
        for (const canary of canaries) expect(readFileSync(join(folder, "out", name), "utf8")).not.toContain(canary);
    },
    60_000,
  );
});
