import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findShippedInstrument, listShippedInstruments, readInstrument, readScan } from "../../pipeline/read-scan.ts";
import { PolicyChoice } from "../../schemas/policy.ts";
import { makePlacedScans } from "./placed-scans.ts";
import { makeTempFiles } from "./temp-files.ts";

const { folder, write } = makeTempFiles();
const { yaml, instrument, place, refusal, change } = makePlacedScans(folder);

describe("readScan", () => {
  it("fills in what scan.yaml leaves out", () => {
    const path = place(yaml);
    const { scan, instruments, policy, folder: home } = readScan(path);
    expect(policy).toEqual(PolicyChoice.parse({}));
    expect(scan).toMatchObject({
      line: { kind: "own_organisation", delta: 0.3 },
      accept: {},
      responses: {
        test: "exclude",
        partial: "exclude",
        too_fast: "remark",
        seconds_per_item: 2,
        straight_lined: "remark",
      },
      questionnaires: { pulse: { format: {}, labels: {}, missing: [] } },
    });
    expect([...instruments.keys()]).toEqual(["pulse", "enps"]);
    expect(home).toBe(dirname(path));
  });

  it("has one fingerprint for scan.yaml and the instruments that are used", () => {
    const hash = createHash("sha256");
    const enps = readFileSync(findShippedInstrument("enps"), "utf8");
    for (const text of [yaml, instrument, enps]) hash.update(text).update("\0");
    expect(readScan(place(yaml)).config_hash).toBe(hash.digest("hex"));
    expect(readScan(place(`${yaml}# a remark\n`)).config_hash).not.toBe(readScan(place(yaml)).config_hash);
    expect(readScan(place(yaml, `${instrument}# a remark\n`)).config_hash).not.toBe(readScan(place(yaml)).config_hash);
  });

  it("takes the policy from a file of its own, which counts for the fingerprint", () => {
    const path = place(`${yaml}policy_file: policy.yaml\n`);
    writeFileSync(join(dirname(path), "policy.yaml"), "preset: strict\nk: { mean: 12 }\n");
    const first = readScan(path);
    expect(first.policy).toMatchObject({ preset: "strict", k: { mean: 12 } });
    writeFileSync(join(dirname(path), "policy.yaml"), "preset: strict\nk: { mean: 13 }\n");
    expect(readScan(path).config_hash).not.toBe(first.config_hash);
    writeFileSync(join(dirname(path), "policy.yaml"), "preset: lenient\n");
    expect(() => readScan(path)).toThrow(/policy\.yaml:1:9: preset must be/);
  });

  it("reads a file that starts with a byte order mark or has CRLF line ends", () => {
    expect(readScan(place(`\ufeff${yaml.replaceAll("\n", "\r\n")}`)).scan.organisation).toBe("Tiny organisation");
  });
});

describe("readScan refuses, with line and column", () => {
  const first = yaml.split("\n").length;

  it.each([
    [
      "a key twice",
      () => change("language: en", "language: en\nlanguage: nl"),
      "scan.yaml:3:1: must be valid YAML: Map keys must be unique",
    ],
    [
      "a tab as indentation",
      () => change("  pulse:\n", "\tpulse:\n"),
      /^scan\.yaml:5:\d+: must be valid YAML: Tabs are not allowed/m,
    ],
    [
      "an alias without an anchor",
      () => change("language: en", "language: *en"),
      "scan.yaml:2:11: must be valid YAML: *en stands for &en, which is nowhere above it",
    ],
    ["a document that is not a block of settings", () => "- a\n", "scan.yaml:1:1: must be a block of settings"],
    ["an empty document", () => "", "scan.yaml: must be given: a block of settings"],
    [
      "an unknown setting, at itself",
      () => change("language: en", "langauge: en"),
      "scan.yaml:2:11: langauge can't be set: there is no such setting here",
    ],
    [
      "an unknown choice",
      () => change("language: en", "language: fr"),
      'scan.yaml:2:11: language must be one of "nl", "en"',
    ],
    [
      "a number for a name",
      () => change("2024-spring", "2024"),
      "scan.yaml:13:11: waves.0.wave must be text: put it between quotes",
    ],
    [
      "a name that can't be a folder",
      () => change("2024-spring", "../x"),
      "waves.0.wave must be letters, digits, - and _",
    ],
    [
      "a wave that is a number",
      () => change("2024-spring", '"12"'),
      "with a letter in it or a year in front, such as 2026-spring or 2026-04",
    ],
    [
      "a date written otherwise",
      () => change("2024-02-20", "20-02-2024"),
      "waves.0.opened_date must be a date like 2026-04-24",
    ],
    [
      "a date that does not exist",
      () => change("2024-02-20", "2024-02-30"),
      "waves.0.opened_date must be a date like 2026-04-24",
    ],
    [
      "a file that is a list",
      () => change("{ pulse: answers.csv }", "{ pulse: [answers.csv] }"),
      "waves.0.exports.pulse must be text or a block of settings",
    ],
    [
      "a wrong format of one file",
      () => change("answers.csv", "{ file: a.csv, format: { encoding: ebcdic } }"),
      'waves.0.exports.pulse format.encoding must be one of "utf-8"',
    ],
    [
      "an unknown kind of line",
      () => change("own_organisation", "benchmark"),
      'line.kind must be one of "own_organisation", "absolute"',
    ],
    [
      "a line without its numbers",
      () => change("own_organisation", "absolute"),
      "line.benchmark_mean must be given: a number",
    ],
    ["a delta of 0", () => change("pulse.total }", "pulse.total, delta: 0 }"), "line.delta must be more than 0"],
    ["a delta beyond 3", () => change("pulse.total }", "pulse.total, delta: 4 }"), "line.delta must be at most 3"],
    [
      "a threshold below the floor",
      () => `${yaml}policy: { k: { mean: 4 } }\n`,
      `scan.yaml:${first}:22: policy.k.mean must be at least 5`,
    ],
    [
      "a policy beside a policy file",
      () => `${yaml}policy: { preset: strict }\npolicy_file: policy.yaml\n`,
      "policy must be left out where policy_file names a file with it",
    ],
    [
      "another choice than reject for an unknown unit",
      () => `${yaml}accept: { unknown_unit: missing }\n`,
      'accept.unknown_unit must be "reject"',
    ],
    ["no waves", () => yaml.replace(/waves:[\s\S]*\n(?=line)/, "waves: []\n"), "waves must list at least 1"],
    [
      "a wave without files",
      () => change("{ pulse: answers.csv }", "{}"),
      "waves.0.exports must name at least one file",
    ],
    [
      "a file of no questionnaire",
      () => change("{ pulse: answers.csv }", "{ puls: answers.csv }"),
      'waves.0.exports.puls must be a questionnaire: "pulse"',
    ],
    [
      "a wave that closes before it opens",
      () => change("2024-03-10", "2024-02-10"),
      "waves.0.closed_date must not be before opened_date",
    ],
    [
      "an unknown instrument",
      () => change("[pulse, enps]", "[pulse, enpz]"),
      'scan.yaml:6:26: questionnaires.pulse.instruments.1 can\'t find instrument "enpz"; known are "pulse", ',
    ],
    ["an instrument twice", () => change("[pulse, enps]", "[pulse, pulse]"), "must be in one questionnaire only"],
    ["an item that is not mapped", () => change("P2: P2, ", ""), 'must map every item; missing "P2"'],
    [
      "an item that does not exist",
      () => change("P2: P2, ", "P2: P2, P9: P9, "),
      'answers.P9 must be an item of "pulse", "enps"',
    ],
    ["a column for two items", () => change("P2: P2", "P2: P1"), 'must map each column once; "P1" twice'],
    [
      "an unknown measure of the line",
      () => change("pulse.total }", "pulse.mean }"),
      'line.measure can\'t find measure "pulse.mean"; known are "pulse.total", "enps.score"',
    ],
    [
      "a reliability of an unknown measure",
      () => `${yaml}reliability: { pulse.x: { value: 0.8, source: s } }\n`,
      'can\'t find measure "pulse.x"',
    ],
    [
      "an instrument file that is not there",
      () => change("pulse.yaml", "gone.yaml"),
      /gone\.yaml: can't find this file/,
    ],
  ])("%s", (_, text, message) => {
    expect(refusal(text())).toMatch(
      typeof message === "string" ? new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) : message,
    );
  });

  it("all problems together", () => {
    const scan = change("language: en", "language: fr\ncolour: red").replace("delta", "x");
    expect(refusal(scan).split("\n")).toHaveLength(2);
  });

  it("waves that are not from old to new, and a wave twice", () => {
    const wave = /waves:\n([\s\S]*)\n(?=line)/.exec(yaml)?.[1] as string;
    const message = refusal(yaml.replace(wave, `${wave}\n${wave}`));
    expect(message).toContain("waves.1.wave must not occur twice");
    expect(message).toContain("waves.1.closed_date must be after the wave before it; list waves from old to new");
  });

  it("an own instrument that is called as a shipped one", () => {
    expect(refusal(yaml, instrument.replace("instrument: pulse", "instrument: enps"))).toContain(
      "must not redefine the shipped instrument enps",
    );
  });

  it.each([
    ["P1", "P1"],
    ["P1", "p1"],
  ])("two instruments of one questionnaire with the items %s and %s", (item, other) => {
    const second = instrument
      .replace("instrument: pulse", "instrument: second")
      .replace("item: P1", `item: ${other}`)
      .replaceAll(/item: (P[23])/g, "item: S$1");
    const scan = change("[pulse.yaml]", "[pulse.yaml, second.yaml]")
      .replace("[pulse, enps]", "[pulse, second]")
      .replace("ENPS01: recommend", `SP2: s2, SP3: s3${other === item ? "" : ", p1: s1"}`);
    expect(refusal(scan, instrument, { "second.yaml": second })).toContain(
      `must not have two items with one code; "${other}" is in more than one instrument`,
    );
  });

  it("an item called as something every object has", () => {
    const own = instrument.replace("item: P2", "item: constructor");
    expect(refusal(change("P2: P2, ", ""), own)).toContain('must map every item; missing "constructor"');
  });

  it.each(["unit", "Record"])("an item called %s, as a column of the tables of responses", (item) => {
    const own = instrument.replace("item: P2", `item: ${item}`);
    expect(refusal(change("P2: P2", `${item}: P2`), own)).toContain(`must not have items called "${item}"`);
  });

  it("aliases that multiply without end", () => {
    const ten = (name: string) => `[${Array(10).fill(`*${name}`).join(",")}]`;
    const bomb = `organisation: x\na: &a [x]\nb: &b ${ten("a")}\nc: &c ${ten("b")}\nd: ${ten("c")}\n`;
    expect(refusal(bomb)).toBe("scan.yaml: must not repeat aliases without end.");
  });

  it("a scan that is not there, or is a folder", () => {
    expect(() => readScan(join(folder, "gone.yaml"))).toThrow("gone.yaml: can't find this file");
    expect(() => readScan(folder)).toThrow("can't find this file");
  });
});

describe("labels and missing answers", () => {
  const add = (lines: string) => change("    columns:\n", `${lines}\n    columns:\n`);

  it.each([
    [
      "of no instrument or item",
      "    labels: { P9: agreement_5 }",
      'labels.P9 must be an instrument or an item of "pulse", "enps"',
    ],
    [
      "of an unknown response set",
      "    labels: { pulse: agreement_55 }",
      /labels\.pulse can't find response set "agreement_55"; known are .*"agreement_5"/,
    ],
    [
      "of a response set that does not fit",
      "    labels: { pulse: agreement_7 }",
      /labels\.pulse has 7 options, but the answers lie on 1 to 5; response sets that fit are .*"agreement_5"/,
    ],
    [
      "for a number off the scale",
      "    labels: { P1: { Nooit: 0, Altijd: 5 } }",
      "labels.P1 must stand for answers from 1 to 5; found 0",
    ],
    [
      "that are one label",
      '    labels: { P1: { "Nee": 1, "nee!": 5, "Ja": 3 } }',
      'labels.P1 must give each label once; "Nee", "nee!" are the same label',
    ],
    ["missing that are answers with a comma", '    missing: ["4,0"]', "missing.0 must not be an answer on the scale"],
    ["for a fraction", "    labels: { P1: { Nooit: 1.5 } }", "labels.P1 must stand for answers from 1 to 5; found 1.5"],
    [
      "missing that are answers",
      '    missing: ["9"]',
      'missing.0 must not be an answer on the scale of "enps"; found "9"',
    ],
  ])("are refused %s", (_, lines, message) => {
    expect(() => readScan(place(add(lines)))).toThrow(message);
  });

  it("are taken as they are written where they fit", () => {
    const labels = "    labels: { pulse: agreement_5, P1: { Nooit: 1, Altijd: 5 } }";
    const { scan } = readScan(place(add(`${labels}\n    missing: ["-1", weet niet]`)));
    expect(scan.questionnaires["pulse"]).toMatchObject({
      labels: { pulse: "agreement_5", P1: { Nooit: 1, Altijd: 5 } },
      missing: ["-1", "weet niet"],
    });
  });
});

describe("readInstrument", () => {
  it("reads every shipped instrument", () => {
    expect(listShippedInstruments()).toEqual(expect.arrayContaining(["bat_12", "enps"]));
    for (const id of listShippedInstruments()) expect(readInstrument(findShippedInstrument(id)).instrument).toBe(id);
  });

  it("reports all problems of a file with line and column", () => {
    const wrong = instrument
      .replace("item: P2", "item: P1")
      .replace("maximum: 5", "maximum: 1")
      .replace("score: mean", "score: nps");
    expect(() => readInstrument(write(wrong, "wrong.yaml"))).toThrow(
      /^wrong\.yaml:8:3: items must not name an item twice\nwrong\.yaml:6:10: answers minimum must be below maximum\n.*must be exactly one item.*\n.*must give promoter_from/,
    );
  });
});

describe("what scan.yaml and instruments can't say", () => {
  it("refuses two own instruments with one id", () => {
    const twice = yaml.replace(/instruments: \[pulse\.yaml\]/, "instruments: [pulse.yaml, other.yaml]");
    expect(twice).not.toBe(yaml);
    expect(refusal(twice, instrument, { "other.yaml": instrument })).toMatch(/must not define instrument pulse twice/);
  });

  it.each([
    [
      "answers: { minimum: 1, maximum: 5 }",
      "answers: { minimum: 0.5, maximum: 5 }",
      /limits with at most the 0 decimals/,
    ],
    ["answers: { minimum: 1, maximum: 5 }", "answers: { minimum: 1, maximum: 1001 }", /between -1000 and 1000/],
    ["minimum_answered: 2", "minimum_answered: 4", /at most the 3 items/],
  ])("refuses %s changed to %s", (from, to, message) => {
    expect(refusal(yaml, instrument.replace(from, to))).toMatch(message);
  });

  it("takes a heading with nothing under it for nothing", () => {
    expect(readScan(place(`${yaml}\naccept:\n`)).scan.accept).toEqual({});
  });

  it("refuses a k that would hide everything for ever", () => {
    expect(refusal(`${yaml}\npolicy: { k: { mean: 1001 } }\n`)).toMatch(/policy\.k\.mean/);
  });
});

describe("a file that is no scan.yaml", () => {
  it.each([
    ["an export", "id,team,remark\n1,T1,shouts at Zebedee\n2,T2,[Zebedee\n"],
    ["notes", "Zebedee: shouts\n"],
    ["a report", "# Report\n\nZebedee: shouts: at everybody\n| a | b |\n"],
  ])("is refused without a word of it: %s", (_, text) => {
    const message = refusal(text);
    expect(message).toMatch(/must be a file with settings, but it has none of them: "organisation".*not an export/);
    expect(message).not.toContain("Zebedee");
  });

  it("quotes nothing of a scan.yaml that is no YAML, and stops after five errors", () => {
    const message = refusal(`${yaml}\nsecret Zebedee\n${"- x: [ Zebedee\n".repeat(9)}`);
    expect(message).toMatch(/must be valid YAML/);
    expect(message).not.toContain("Zebedee");
    expect(message.split("\n").length).toBeLessThanOrEqual(6);
  });
});
