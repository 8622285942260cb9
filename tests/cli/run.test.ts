/** The command on good input: what it writes, that it writes the same every time, and that nobody's data is in it. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Papa from "papaparse";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Release } from "../../schemas/release.ts";
import { buildCommand, cli, readTexts, root, runCommand } from "./run-command.ts";
import { canaries, changeRow, tinyScan, writeRows, writeTinyScan } from "./tiny-scan.ts";

const home = mkdtempSync(join(tmpdir(), "test-"));
let folder = "";
let made = 0;
beforeAll(buildCommand);
beforeEach(() => {
  folder = join(home, `scan-${made++}`);
  mkdirSync(folder);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (...args: string[]) => runCommand(folder, ["run", "scan.yaml", "--out", "release", ...args]);
const release = () => Release.parse(JSON.parse(readTexts(join(folder, "release")).get("release.json") ?? ""));

describe("run", () => {
  it("writes a release that holds nothing that identifies a person", () => {
    writeTinyScan(folder, tinyScan());
    const { code, stdout, stderr, left } = run();
    expect({ code, left }).toEqual({ code: 0, left: [] });
    const files = readTexts(join(folder, "release"));
    expect([...files.keys()]).toEqual(expect.arrayContaining(["manifest.json", "release.json", "report.hr.en.html"]));
    for (const text of [stdout, stderr, ...files.values()])
      for (const canary of canaries) expect(text).not.toContain(canary);
    expect(readdirSync(folder).sort()).toEqual([
      "answers.csv",
      "ledger",
      "pulse.yaml",
      "release",
      "roster.csv",
      "scan.yaml",
    ]);
    for (const text of readTexts(join(folder, "ledger")).values())
      for (const canary of canaries) expect(text).not.toContain(canary);
  });

  it("counts the answers of every unit with those below it", () => {
    writeTinyScan(folder, tinyScan());
    run();
    const respondents = release().cells.flatMap((cell) =>
      cell.status === "released" && cell.measure === "pulse.total" ? [[cell.unit, cell.respondents]] : [],
    );
    // 12 + 15 = 27, 20 + 18 = 38, 27 + 38 = 65.
    expect(Object.fromEntries(respondents)).toEqual({ ORG: 65, D1: 27, D2: 38, T1: 12, T2: 15, T3: 20, T4: 18 });
  });

  it("is unchanged the second time, and says so", () => {
    writeTinyScan(folder, tinyScan());
    run();
    const first = readTexts(join(folder, "release"));
    const again = run("--json");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: "unchanged" });
    expect(readTexts(join(folder, "release"))).toEqual(first);
  });

  it("refuses a folder with other content and leaves it alone", () => {
    writeTinyScan(folder, tinyScan());
    mkdirSync(join(folder, "release"));
    writeFileSync(join(folder, "release", "mine.txt"), "keep me");
    const { code, stderr, left } = run();
    expect(stderr).toContain("release: can't write the release here: this folder exists and holds something else.");
    expect({ code, left }).toEqual({ code: 2, left: [] });
    expect(readTexts(join(folder, "release"))).toEqual(new Map([["mine.txt", "keep me"]]));
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("refuses a folder whose release was changed by one byte", () => {
    writeTinyScan(folder, tinyScan());
    run();
    writeFileSync(join(folder, "release", "summary.en.md"), "rewritten");
    expect(run().code).toBe(2);
    expect(readTexts(join(folder, "release")).get("summary.en.md")).toBe("rewritten");
  });

  it("writes the same bytes in another time zone, language and folder", () => {
    writeTinyScan(folder, tinyScan());
    const elsewhere = join(folder, "é b", "'c'");
    writeTinyScan(elsewhere, tinyScan());
    const args = ["run", "scan.yaml", "--out", "release"];
    expect(
      runCommand(folder, args, { TZ: "Pacific/Kiritimati", LANG: "nl_NL.UTF-8", LC_ALL: "nl_NL.UTF-8" }).code,
    ).toBe(0);
    expect(runCommand(elsewhere, args, { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" }).code).toBe(0);
    expect(readTexts(join(elsewhere, "release"))).toEqual(readTexts(join(folder, "release")));
  });

  it("does not depend on the order of the responses, nor on delimiter, quotes and line ends", () => {
    const scan = tinyScan();
    writeTinyScan(folder, scan);
    run();
    const first = release();
    const other = Papa.unparse(scan.rows.toReversed(), { delimiter: ";", quotes: true, newline: "\r\n" });
    rmSync(join(folder, "release"), { recursive: true });
    writeTinyScan(folder, scan, `\ufeffsep=;\r\n${other}`);
    expect(run().code).toBe(0);
    const { provenance: _, ...same } = release();
    const { provenance: __, ...expected } = first;
    expect(same).toEqual(expected);
  });

  it("keeps markup and formulas in names of units inert", () => {
    const scan = tinyScan();
    const names = scan.roster
      .replace("Department one", "<script>alert(1)</script>")
      .replace("Department two", '"=HYPERLINK(""x"")"')
      .replace("Team three", '"</title><img src=x onerror=alert(2)>"');
    writeTinyScan(folder, { ...scan, roster: names });
    expect(run().code).toBe(0);
    const files = readTexts(join(folder, "release"));
    for (const [path, text] of files) {
      if (path.endsWith(".html")) {
        // Only the edition for HR names departments.
        if (path.startsWith("report.hr.")) expect(text, path).toContain("&lt;script");
        expect(text, path).not.toMatch(/<script>alert|<img src=x/);
      }
      if (path.startsWith("tables/"))
        for (const cell of Papa.parse<string[]>(text, { skipEmptyLines: true }).data.flat())
          expect(cell, path).not.toMatch(/^\ufeff?[=@\t\r]/);
    }
  });

  it("stops with 10 when there is an elevated team and this was asked for", () => {
    cpSync(join(root, "fixtures/sample"), folder, { recursive: true });
    const { code, stdout } = run("--fail-on", "elevated", "--json");
    expect(JSON.parse(stdout).elevated).toBeGreaterThan(0);
    expect(code).toBe(10);
    expect(existsSync(join(folder, "release", "manifest.json"))).toBe(true);
    const again = run("--json");
    expect(again.code).toBe(0);
  });

  it("does not stop with 10 when no team is elevated", () => {
    writeTinyScan(folder, tinyScan());
    const { code, stdout } = run("--fail-on", "elevated", "--json");
    expect(JSON.parse(stdout).elevated).toBe(0);
    expect(code).toBe(0);
  });

  it("does nothing with --pdf when there is no browser", () => {
    writeTinyScan(folder, tinyScan());
    const before = readdirSync(folder);
    const { code, stderr } = runCommand(folder, ["run", "scan.yaml", "--pdf"], { CHROME_PATH: "no-such-browser" });
    expect([code, stderr]).toEqual([2, expect.stringContaining("there is nothing at no-such-browser")]);
    expect(readdirSync(folder)).toEqual(before);
  });

  const reads = (_: string, temporary: string) => readdirSync(temporary).length > 0;
  const writes = (folder: string) => readdirSync(folder).some((name) => name.startsWith(".release."));
  it.skipIf(process.platform === "win32").each([
    ["SIGINT", "reads", reads],
    ["SIGTERM", "reads", reads],
    ["SIGINT", "writes", writes],
  ] as const)("leaves nothing behind when it is stopped by %s while it %s", async (signal, _, isThere) => {
    cpSync(join(root, "fixtures/sample"), folder, { recursive: true });
    const before = readdirSync(folder);
    const temporary = join(home, `temporary-${made}`);
    mkdirSync(temporary);
    const child = spawn(process.execPath, [cli, "run", "scan.yaml", "--out", "release"], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = new Promise<number | null>((done) => child.on("close", done));
    while (!isThere(folder, temporary) && child.exitCode === null) await setTimeout(5);
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe("check", () => {
  it("counts a blank score as missing, which is no error", () => {
    const scan = tinyScan();
    const rows = changeRow(changeRow(scan.rows, 4, { P2: "" }), 9, { P2: "  ", recommend: "" });
    writeTinyScan(folder, { ...scan, rows });
    const { code, stdout } = runCommand(folder, ["check", "scan.yaml"]);
    expect(stdout).toContain(
      "answers.csv: 65 responses = 65 loaded + 0 rejected + 0 left out\n  3 blank answers: count as missing",
    );
    expect(stdout).toContain("No problems found.");
    expect(code).toBe(0);
  });

  it("counts a response that was not submitted as excluded, whatever is in it", () => {
    const scan = tinyScan();
    writeTinyScan(folder, { ...scan, rows: changeRow(scan.rows, 4, { submitted: "", P2: "99", team: "T9" }) });
    const { code, stdout } = runCommand(folder, ["check", "scan.yaml", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      problems: [],
      exports: [
        {
          records: 65,
          loaded: 64,
          rejected: 0,
          excluded: 1,
          quality: [{ rule: "partial_response", action: "excluded", count: 1, chosen: false }],
        },
      ],
    });
    expect(code).toBe(0);
  });

  it("lists problems as JSON and exits 3", () => {
    const scan = tinyScan();
    writeTinyScan(folder, { ...scan, rows: changeRow(scan.rows, 4, { P2: "99" }) });
    const { code, stdout } = runCommand(folder, ["check", "scan.yaml", "--json"]);
    const { ok, problems } = JSON.parse(stdout);
    expect({ ok, code }).toEqual({ ok: false, code: 3 });
    expect(problems).toEqual([
      expect.objectContaining({
        rule: "answer_out_of_scale",
        count: 1,
        places: [{ record: 4, line: 5, column: "P2" }],
      }),
    ]);
  });

  it("carries out what scan.yaml accepts", () => {
    const scan = tinyScan();
    const rows = changeRow(changeRow(scan.rows, 4, { P2: "99" }), 6, { team: "T9" });
    const yaml = `${scan.yaml}accept: { answer_out_of_scale: missing, unknown_unit: reject }\n`;
    writeTinyScan(folder, { ...scan, rows, yaml });
    const { code, stdout } = runCommand(folder, ["check", "scan.yaml", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, exports: [{ loaded: 64, rejected: 1, quality: [] }] });
    expect(code).toBe(0);
  });
});

describe("a line from a band", () => {
  it("flags against the published cut and says what it was published for", () => {
    const made = runCommand(folder, ["synth", "--out", "s", "--teams", "24", "--departments", "4", "--waves", "1"]);
    expect(made.code).toBe(0);
    const path = join(folder, "s", "scan.yaml");
    const yaml = readTexts(join(folder, "s")).get("scan.yaml") ?? "";
    const own = /kind: own_organisation\n {2}measure: bat_12\.total\n {2}delta: 0\.3/;
    expect(yaml).toMatch(own);
    writeFileSync(path, yaml.replace(own, "kind: band\n  measure: bat_12.total\n  band: at_risk"));
    expect(runCommand(folder, ["run", path, "--out", "release"]).code).toBe(0);
    const { models, measures } = release();
    // 2.54 is in the instrument's file, with its source
    const line = { kind: "band", band: "at_risk", value: 2.54, verified: "secondary" };
    expect(models).toMatchObject([{ status: "assessed", line }]);
    const areas = measures.map(({ measure, area }) => [measure, area]);
    expect(areas).toContainEqual(["bat_12.total", "well_being"]);
    expect(areas).toContainEqual(["enps.score", "outcomes"]);
    for (const [measure, area] of areas) if (measure?.startsWith("participation.")) expect(area).toBeNull();
    const page = readTexts(join(folder, "release")).get("report.hr.en.html");
    expect(page).toContain("a cut-off that was published for persons (");
    expect(page).toContain("Source of the line: ");
    expect(page).toContain("in another text that quotes the source");
  });
});

describe("the line of a wave", () => {
  const say = () => readTexts(join(folder, "release")).get("report.hr.en.html") ?? "";
  const narrow = (yaml: string) => yaml.replace("measure: pulse.total }", "measure: pulse.total, delta: 0.2 }");
  /** Twelve teams of twelve: enough for a line of the own organisation. */
  const wide = () => {
    const scan = tinyScan();
    const units = Array.from({ length: 12 }, (_, index) => `W${String.fromCharCode(65 + index)}`);
    const rows = units.flatMap((team, unit) =>
      Array.from({ length: 12 }, (_, index) => ({
        ...(scan.rows[(unit * 5 + index) % scan.rows.length] as Record<string, string>),
        ...{ id: `${team}-${index}`, team },
      })),
    );
    const roster = `unit,name,parent,invited\nORG,All,,0\n${units.map((unit) => `${unit},${unit},ORG,14\n`).join("")}`;
    return { ...scan, rows, roster };
  };

  it("is what the first release says, and the next is held against it", () => {
    const scan = wide();
    writeTinyScan(folder, scan);
    expect(run().code).toBe(0);
    expect(release().line).toEqual({
      wave: "2024-spring",
      lines: [{ kind: "own_organisation", measure: "pulse.total", delta: 0.3 }],
      fixed: "with_first_release",
      other_lines: [],
    });
    expect(say()).toContain("It was set when this scan was first made: the answers were already in.");
    expect(run().stdout).toContain("byte for byte the same");
    writeTinyScan(folder, { ...scan, yaml: narrow(scan.yaml) });
    const { code, stderr } = runCommand(folder, ["run", "scan.yaml", "--out", "other"]);
    expect({ code, written: existsSync(join(folder, "other")) }).toEqual({ code: 6, written: false });
    expect(stderr).toContain("line must be what was fixed for wave 2024-spring with its first release");
  });

  it("is fixed by hand on the day of the computer, which the report and a second making read from the ledger", () => {
    const scan = wide();
    // The answers of a wave that is to come need not be there.
    writeTinyScan(folder, scan, null);
    const fixed = runCommand(folder, ["ledger", "line", "scan.yaml", "--json"]);
    expect(fixed.code).toBe(0);
    const { entry } = JSON.parse(fixed.stdout);
    writeTinyScan(folder, scan);
    expect(run().code).toBe(0);
    expect(release().line).toMatchObject({
      fixed: "after_closing",
      fixed_date: entry.fixed_date,
      entry: entry.hash,
    });
    expect(say()).toContain("after the questionnaire had closed.");
    expect(say()).toContain(entry.hash.slice(0, 12));
    expect(runCommand(folder, ["verify", "release", "--scan", "scan.yaml"]).code).toBe(0);
    expect(runCommand(folder, ["audit", "release", "--scan", "scan.yaml"]).code).toBe(0);
    expect(runCommand(folder, ["ledger", "check", "scan.yaml"]).stdout).toContain("1 release and 1 line, unbroken");
    writeTinyScan(folder, { ...scan, yaml: narrow(scan.yaml) });
    expect(runCommand(folder, ["ledger", "line", "scan.yaml"]).code).toBe(6);
  });
});

describe("instruments and schemas", () => {
  it("list and explain the template like the others", () => {
    expect(runCommand(folder, ["instruments"]).stdout).toMatch(/^vita_16 .*\(needs the analyst\)$/m);
    expect(runCommand(folder, ["instruments"]).stdout).toMatch(/^bat_23 /m);
    expect(runCommand(folder, ["instruments", "vita_16", "--lang", "nl"]).stdout).toContain(
      "Kan nog niet worden gescoord",
    );
    cpSync(join(root, "schemas/instruments/templates/vita_16.yaml"), join(folder, "mine.yaml"));
    expect(runCommand(folder, ["instruments", "mine.yaml"]).stdout).toContain("Can't be scored yet");
  });

  it("tell an instrument from a template", () => {
    const required = (name: string) => JSON.parse(runCommand(folder, ["schema", name]).stdout).required;
    expect(required("instrument_template")).toEqual(expect.arrayContaining(["status", "needed"]));
    expect(required("instrument")).not.toContain("needed");
  });
});

describe("every command with --json", () => {
  const commands = [
    ["inspect", "answers.csv"],
    ["check", "scan.yaml"],
    ["plan", "scan.yaml"],
    ["ledger", "line", "scan.yaml"],
    ["run", "scan.yaml", "--out", "release"],
    ["verify", "release"],
    ["instruments"],
    ["instruments", "enps"],
    ["instruments", "vita_16"],
    ["schema", "scan"],
    ["schema", "instrument_template"],
    ["synth", "--out", "synthetic", "--teams", "6", "--departments", "2"],
  ];

  it("prints JSON and nothing else on stdout, and nothing on stderr", () => {
    writeTinyScan(folder, tinyScan(), writeRows(tinyScan().rows));
    for (const command of commands) {
      const { code, stdout, stderr } = runCommand(folder, [...command, "--json"]);
      expect(code, command.join(" ")).toBe(0);
      expect(stderr, command.join(" ")).toBe("");
      expect(() => JSON.parse(stdout), command.join(" ")).not.toThrow();
      for (const canary of canaries) expect(stdout).not.toContain(canary);
    }
  });
});

describe.skipIf(process.platform === "win32")("a reader who goes away", () => {
  it.each(["stdout", "stderr"])("of %s leaves no copy of the answers and no stack behind", (stream) => {
    const scan = tinyScan();
    writeTinyScan(folder, scan, Buffer.from(`\ufeff${writeRows(scan.rows)}`, "utf16le"));
    const temporary = mkdtempSync(join(tmpdir(), "test-"));
    const command = `"${process.execPath}" "${cli}" check scan.yaml`;
    const closed = stream === "stdout" ? `${command} 2>errors | true` : `${command} 2>&1 >/dev/null | true`;
    spawnSync("sh", ["-c", closed], { cwd: folder, env: { ...process.env, TMPDIR: temporary } });
    expect(readdirSync(temporary)).toEqual([]);
    if (stream === "stdout") expect(readFileSync(join(folder, "errors"), "utf8")).not.toMatch(/EPIPE|at .*\.js/);
    rmSync(temporary, { recursive: true });
  });
});
