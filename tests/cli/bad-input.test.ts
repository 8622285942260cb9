/** Bad input through the real command: the exit code, the sentence, nothing left behind and nobody's data in it. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommand, runCommand } from "./run-command.ts";
import { canaries, changeRow, type Row, type TinyScan, tinyScan, writeRows, writeTinyScan } from "./tiny-scan.ts";

const home = mkdtempSync(join(tmpdir(), "test-"));
beforeAll(buildCommand);
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Case = {
  /** Names the golden file. */
  name: string;
  code: number;
  scan?: (scan: TinyScan) => Partial<TinyScan>;
  /** Bytes of the export instead of the rows; null leaves the file away. */
  answers?: (scan: TinyScan) => string | Uint8Array | null;
  args?: readonly string[];
  /** A part of the sentence that must be there, whatever the rest says. */
  says: RegExp;
};

const change = (record: number, cells: Row) => (scan: TinyScan) => ({ rows: changeRow(scan.rows, record, cells) });
const yaml = (from: string | RegExp, to: string) => (scan: TinyScan) => ({ yaml: scan.yaml.replace(from, to) });
const roster = (from: string | RegExp, to: string) => (scan: TinyScan) => ({ roster: scan.roster.replace(from, to) });
const text = ({ rows }: TinyScan) => writeRows(rows);

/** The scan with an attribute, of which one response has a value that is in no list and six have a known word. */
const contract = ({ yaml: scan, rows }: TinyScan, map = "{ contract: contract }") => ({
  yaml: `${scan.replace("      unit: team\n", `      unit: team\n      attributes: ${map}\n`)}attributes:
  contract: { title: { nl: Contract, en: Contract }, values: { fixed: { title: { nl: vast, en: fixed }, texts: [Vast] } } }
`,
  rows: rows.map((row, index) => ({
    ...row,
    contract: index === 8 ? (canaries[1] as string) : index % 11 === 1 ? "Nooit vast" : "vast",
  })),
});

const cases: Case[] = [
  { name: "missing-file", code: 3, answers: () => null, says: /answers\.csv: can't find this file/ },
  { name: "missing-scan", code: 3, args: ["run", "other.yaml"], says: /other\.yaml: can't find this file/ },
  { name: "scan-is-a-folder", code: 3, args: ["run", "."], says: /can't find this file/ },
  {
    name: "missing-column",
    code: 3,
    answers: (scan) => text(scan).replace(",P2,", ",Q2,"),
    says: /answers\.csv: must have a column "P2", but it does not\. Its columns are "id".*"Q2"/,
  },
  {
    name: "column-twice",
    code: 3,
    answers: (scan) => text(scan).replace(",P2,P3,", ",P2,P2,"),
    says: /must have one column "P2", but has 2/,
  },
  {
    name: "column-that-identifies",
    code: 3,
    scan: yaml("response: id", "response: email"),
    says: /can't use column "email".*e-mail address/,
  },
  {
    name: "score-outside-the-scale",
    code: 3,
    scan: change(7, { P1: "6" }),
    says: /record 7 \(line 8\): expected a whole number from 1 to 5, or blank/,
  },
  { name: "score-with-a-fraction", code: 3, scan: change(7, { P1: "4.5" }), says: /record 7 \(line 8\)/ },
  {
    name: "text-in-an-answer",
    code: 3,
    scan: change(3, { P3: `it ${canaries[2]}` }),
    says: /answers\.csv: an answer must be a number/,
  },
  {
    name: "duplicated-response",
    code: 3,
    scan: change(9, { id: "4" }),
    says: /a response must have an id that occurs once: 1 response does not.*\n.*column "id", record 9 \(line 10\)/,
  },
  { name: "unknown-team", code: 3, scan: change(20, { team: "T9" }), says: /column "team", record 20 \(line 21\)/ },
  { name: "unknown-attribute-value", code: 3, scan: contract, says: /column "contract", records .*9 \(line 10\)/ },
  {
    name: "attribute-that-identifies",
    code: 3,
    scan: (scan) => contract(scan, "{ contract: name }"),
    says: /can't use column "name": it looks like a name/,
  },
  {
    name: "attributes-wrong",
    code: 3,
    scan: (scan) => {
      const { yaml: own, rows } = contract(scan, "{ tenure: contract }");
      return { yaml: `${own}  region: { title: { nl: Regio, en: Region }, from: roster, cuts: [3, 1] }\n`, rows };
    },
    says: /columns\.attributes\.tenure must be an attribute: "contract", "region"/,
  },
  {
    name: "roster-unknown-attribute-value",
    code: 3,
    scan: (scan) => ({
      yaml: `${scan.yaml}attributes:\n  region: { title: { nl: Regio, en: Region }, from: roster, column: invited, values: { none: { title: { nl: geen, en: none }, texts: ["0"] } } }\n`,
    }),
    says: /column "invited" must hold values that scan\.yaml lists for attribute region, or blanks, but it does not in records 4, 5, 6, 7\./,
  },
  { name: "blank-team", code: 3, scan: change(20, { team: " " }), says: /a response must name its unit/ },
  {
    name: "several-problems",
    code: 3,
    scan: ({ rows }) => ({
      rows: changeRow(changeRow(changeRow(rows, 2, { P1: "9", remark: "one\ntwo\n" }), 5, { P1: "0" }), 6, {
        team: "?",
      }),
    }),
    says: /records 2 \(line 3\), 5 \(line 8\)/,
  },
  { name: "empty-file", code: 3, answers: () => "", says: /the file is empty/ },
  {
    name: "only-a-header",
    code: 3,
    answers: (scan) => `${text(scan).split("\n")[0]}\n`,
    says: /must hold records, but there is only a header/,
  },
  {
    name: "no-header",
    code: 3,
    answers: (scan) => text(scan).split("\n").slice(1).join("\n"),
    says: /the first line must name the columns, but it looks like a record/,
  },
  { name: "nul-bytes", code: 3, answers: (scan) => text(scan).replace("\n5,", "\n5\0,"), says: /NUL/ },
  {
    name: "wrong-encoding",
    code: 3,
    answers: (scan) => Buffer.from(text(scan).replace("room 3", "caf\xe9"), "latin1"),
    says: /can't read this file as UTF-8.*windows-1252/,
  },
  {
    name: "bytes-not-in-the-named-encoding",
    code: 3,
    scan: yaml("    columns:", "    format: { encoding: utf-16le }\n    columns:"),
    answers: (scan) => Buffer.concat([Buffer.from(text(scan), "utf16le"), Buffer.from([0x61])]),
    says: /can't read this file as utf-16le/,
  },
  {
    name: "ragged-rows",
    code: 3,
    answers: (scan) => text(scan).replace(/\n5,(.*)\n6,/, "\n5,$1,extra\n6,extra,"),
    says: /line 6: the record has another number of cells than the header \(12, expected 11\)/,
  },
  {
    name: "quote-in-a-cell",
    code: 3,
    answers: (scan) => text(scan).replace("in room 3", 'in "room 3'),
    says: /line 5: the record has a quote inside a cell/,
  },
  {
    name: "unclosed-quote",
    code: 3,
    answers: (scan) => text(scan).replace(`${canaries[2]} in room 3`, `"${canaries[2]} in room 3`),
    says: /line 5: the record has a quote that is never closed/,
  },
  {
    name: "mixed-line-ends",
    code: 3,
    answers: (scan) => text(scan).replace("\n5,", "\r\n5,"),
    says: /must use one kind of line end, but it has 65 LF, 1 CRLF and 0 CR/,
  },
  {
    name: "other-delimiter-than-named",
    code: 3,
    scan: yaml("    columns:", '    format: { delimiter: ";" }\n    columns:'),
    says: /must have a column "team"/,
  },
  { name: "yaml-not-valid", code: 3, scan: yaml("language: en", "language: [en"), says: /^scan\.yaml:\d+:\d+: /m },
  { name: "yaml-alias-unknown", code: 3, scan: yaml("language: en", "language: *english"), says: /^scan\.yaml/m },
  { name: "yaml-empty", code: 3, scan: () => ({ yaml: "" }), says: /^scan\.yaml/m },
  {
    name: "yaml-wrong-values",
    code: 3,
    scan: ({ yaml }) => ({
      yaml: yaml
        .replace("language: en", "language: fr\ncolour: red")
        .replace("wave: 2024-spring", "wave: 2024")
        .replace("opened_date: 2024-02-20", "opened_date: 20-02-2024")
        .replace("{ pulse: answers.csv }", "{ pulse: [answers.csv] }")
        .replace("line: {", "accept: { unknown_unit: missing }\nline: {"),
    }),
    says: /^scan\.yaml:2:11: language must be one of "nl", "en"/m,
  },
  {
    name: "yaml-missing-settings",
    code: 3,
    scan: ({ yaml }) => ({ yaml: yaml.replace(/organisation: .*\n/, "").replace(/line: .*\n/, "") }),
    says: /organisation must be given/,
  },
  {
    name: "unknown-instrument",
    code: 3,
    scan: yaml("[pulse, enps]", "[pulse, enpz]"),
    says: /scan\.yaml:6:26: .*can't find instrument "enpz"; known are "pulse", .*"enps"/,
  },
  {
    name: "unmapped-and-unknown-items",
    code: 3,
    scan: yaml("{ P1: P1, P2: P2, P3: P3, ENPS01: recommend }", "{ P1: P1, P2: P2, P4: P3, ENPS01: P1 }"),
    says: /must map every item; missing "P3"/,
  },
  {
    name: "unknown-measure",
    code: 3,
    scan: yaml("pulse.total }", "pulse.totaal }"),
    says: /can't find measure "pulse\.totaal"; known are "pulse\.total", "enps\.score"/,
  },
  {
    name: "wrong-instrument",
    code: 3,
    scan: ({ instrument }) => ({
      instrument: instrument.replace("minimum_answered: 2", "minimum_answered: 4").replace("item: P2", "item: P1"),
    }),
    says: /^pulse\.yaml:\d+:\d+: .*must not name an item twice/m,
  },
  {
    name: "wave-in-the-future",
    code: 3,
    scan: yaml("closed_date: 2024-03-10", "closed_date: 2999-12-31"),
    says: /Wave 2024-spring must be closed before it is scanned: it closes on 2999-12-31/,
  },
  {
    name: "waves-out-of-order",
    code: 3,
    scan: yaml("closed_date: 2024-03-10", "closed_date: 2024-02-10"),
    says: /must not be before opened_date/,
  },
  {
    name: "policy-below-the-floor",
    code: 3,
    scan: yaml("line: {", "policy: { k: { mean: 4 } }\nline: {"),
    says: /policy\.k\.mean/,
  },
  {
    name: "roster-not-a-tree",
    code: 3,
    scan: ({ roster }) => ({
      roster: `${roster.replace("T2,Team two,D1,17", "T1,,D9,many")}X,Unit x,Y,1\nY,Unit y,X,1\n`,
    }),
    says: /roster\.csv: the roster must be one tree of units/,
  },
  { name: "roster-two-tops", code: 3, scan: roster("D2,Department two,ORG", "D2,Department two,"), says: /found 2/ },
  { name: "roster-without-a-column", code: 3, scan: roster("parent", "above"), says: /"parent" is missing/ },
  {
    name: "roster-only-a-header",
    code: 3,
    scan: () => ({ roster: "unit,name,parent,invited\n" }),
    says: /roster\.csv/,
  },
  {
    name: "nothing-releasable",
    code: 5,
    scan: ({ rows }) => ({ rows: rows.slice(0, 4) }),
    says: /Nothing can be released/,
  },
  { name: "unknown-command", code: 2, args: ["scan", "scan.yaml"], says: /unknown command 'scan'/ },
  { name: "unknown-option", code: 2, args: ["run", "scan.yaml", "--ouput", "x"], says: /unknown option '--ouput'/ },
  { name: "no-argument", code: 2, args: ["run"], says: /missing required argument/ },
  { name: "no-command", code: 2, args: [], says: /Usage: vitascan/ },
  { name: "unknown-language", code: 2, args: ["run", "scan.yaml", "--lang", "fr"], says: /nl, en/ },
  { name: "unknown-encoding", code: 2, args: ["inspect", "answers.csv", "--encoding", "ebcdic"], says: /--encoding/ },
  { name: "inspect-missing-file", code: 3, args: ["inspect", "gone.csv"], says: /gone\.csv: can't find this file/ },
  { name: "unknown-schema", code: 2, args: ["schema", "roster"], says: /can't find schema "roster"/ },
  { name: "instruments-unknown", code: 2, args: ["instruments", "uwes"], says: /can't find instrument "uwes"/ },
  { name: "verify-no-release", code: 3, args: ["verify", "."], says: /no manifest\.json/ },
  {
    name: "output-below-a-file",
    code: 2,
    args: ["run", "scan.yaml", "--out", "roster.csv/release"],
    says: /can't make this folder/,
  },
];

describe("bad input", () => {
  it.each(cases)("$name: exit $code", async ({ name, code, scan, answers, args, says }) => {
    const folder = join(home, name);
    const base = tinyScan();
    const made = { ...base, ...scan?.(base) };
    writeTinyScan(folder, made, answers?.(made));
    const before = readdirSync(folder);
    const outcome = runCommand(folder, args ?? ["run", "scan.yaml", "--out", "release"]);
    const said = outcome.stdout + outcome.stderr;
    expect(said).toMatch(says);
    expect(outcome.code).toBe(code);
    expect(outcome.left).toEqual([]);
    expect(readdirSync(folder)).toEqual(before);
    for (const canary of canaries) expect(said).not.toContain(canary);
    const sentences = dropProgress(outcome.stderr);
    const golden = `exit ${outcome.code}\n--- stdout\n${outcome.stdout}--- stderr\n${sentences}`;
    await expect(hideFolder(golden, folder)).toMatchFileSnapshot(`../golden/errors/${name}.txt`);
  });
});

/** The sentences without the lines of progress before them. */
const dropProgress = (stderr: string) =>
  stderr.replace(/^✖ .*\[FAILED: [\s\S]*?\]\n/m, "").replace(/^[❯›✖✔] .*\n/gm, "");

/** Today's date and the folder of the test differ from run to run. */
const hideFolder = (text: string, folder: string) =>
  text.replaceAll(folder, "<folder>").replace(/today is \d{4}-\d\d-\d\d/g, "today is <today>");
