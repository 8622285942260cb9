/** Keeps the README true: its commands run, its examples are valid, its tables say what the code does. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { listResponseSets } from "../pipeline/answers/list-response-sets.ts";
import { exitCode } from "../pipeline/user-error.ts";
import { ProfileName } from "../schemas/inspection.ts";
import { Instrument, InstrumentTemplate } from "../schemas/instrument.ts";
import { floor, presets } from "../schemas/policy.ts";
import { Release } from "../schemas/release.ts";
import { FileFormat, Line, ResponseRules, Scan } from "../schemas/scan.ts";
import { buildCommand, cli, root } from "./cli/run-command.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

type Table = readonly (readonly string[])[];

const exportsGuide = readFileSync(join(root, "docs/exports.md"), "utf8");

/** The text of every fenced block of a language. */
const readBlocks = (language: string, document: string = readme): string[] =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map((block) => block[1] as string);

/** Body rows of the first table below a line that contains `text`. */
function readTable(text: string): Table {
  const lines = readme.slice(readme.indexOf(text)).split("\n");
  const first = lines.findIndex((line) => line.startsWith("|"));
  const rows = lines.slice(first, lines.indexOf("", first)).slice(2);
  return rows.map((row) => row.split("|").slice(1, -1).map(tidy));
}

const tidy = (cell: string) => cell.trim().replace(/^`|`$/g, "");

/** Lines of the shell blocks that start a command of ours, with the exit code that a comment announces. */
const commands = readBlocks("sh")
  .flatMap((block) => block.trim().split("\n"))
  .flatMap((line) => {
    const [command = "", comment = ""] = line.split(" #");
    const own = command.split("&&").find((part) => /^\s*(npx vitascan|npm start)\b/.test(part));
    const code = Number(/exit (\d+)/.exec(comment)?.[1] ?? 0);
    return own === undefined ? [] : [{ command: own.trim(), code }];
  });

const [example = ""] = readBlocks("yaml");

/** A folder that looks like a checkout to npm, and like the folder of an analyst to the commands. */
const workshop = mkdtempSync(join(tmpdir(), "vitascan-readme-"));

const runInShell = (command: string) =>
  spawnSync(command.replace(/^npx vitascan\b/, `"${process.execPath}" "${cli}"`), {
    cwd: workshop,
    shell: true,
    encoding: "utf8",
  });

beforeAll(async () => {
  await buildCommand();
  for (const folder of ["dist", "fixtures", "node_modules"])
    symlinkSync(join(root, folder), join(workshop, folder), "junction");
  const sample = join(root, "fixtures/sample");
  copyFileSync(join(root, "package.json"), join(workshop, "package.json"));
  copyFileSync(join(sample, "welzijn-2026-voorjaar.csv"), join(workshop, "export.csv"));
  copyFileSync(join(sample, "roster-2026-voorjaar.csv"), join(workshop, "roster.csv"));
  writeFileSync(join(workshop, "scan.yaml"), example);
});

afterAll(() => rmSync(workshop, { recursive: true, force: true }));

describe("the commands of the README", () => {
  it("are npm start and at least one of every command that reads or writes files", () => {
    const shown = commands.map(({ command }) => command);
    expect(shown).toContain("npm start");
    for (const name of [
      "inspect",
      "init",
      "check",
      "plan",
      "run",
      "audit",
      "ledger",
      "verify",
      "instruments",
      "synth",
      "schema",
    ])
      expect(shown.filter((command) => command.startsWith(`npx vitascan ${name} `))).not.toEqual([]);
  });

  it.each(commands)("$command exits with $code", ({ command, code }) => {
    const { status, stderr } = runInShell(command);
    expect({ status, stderr: status === code ? "" : stderr }).toEqual({ status: code, stderr: "" });
  });

  it("are found by npx in a checkout", () => {
    const { status, stdout } = spawnSync("npx --no -- vitascan instruments", {
      cwd: root,
      shell: true,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(stdout).toContain("bat_12");
  });

  it("print one JSON object and nothing on stderr with --json", () => {
    const { stdout, stderr } = runInShell("npx vitascan run scan.yaml --json");
    expect(stderr).toBe("");
    expect(Object.keys(JSON.parse(stdout))).toContain("folder");
  });

  it("are all in the table of commands", () => {
    const help = spawnSync(process.execPath, [cli, "--help"], { encoding: "utf8" }).stdout;
    const [, list = ""] = help.split("Commands:\n");
    const names = [...(list.split("\n\n")[0] ?? "").matchAll(/^ {2}([a-z]+)/gm)].map((found) => found[1]);
    expect(names.length).toBeGreaterThan(5);
    const rows = readTable("| command | does |").map(([command = ""]) => /^vitascan ([a-z]+)/.exec(command)?.[1]);
    expect([...rows].sort()).toEqual([...names].sort());
  });

  it.each(["inspect", "init", "check", "run", "plan", "print", "audit", "verify", "instruments", "synth"])(
    "show every option of %s that is not shared",
    (name) => {
      const help = spawnSync(process.execPath, [cli, "help", name], { encoding: "utf8" }).stdout;
      const [, row = ""] = new RegExp(`^(\\| \`vitascan ${name}.*)$`, "m").exec(readme) ?? [];
      const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map((found) => found[1] as string);
      expect(options).toContain("--json");
      for (const option of options.filter((one) => !["--json", "--lang"].includes(one))) expect(row).toContain(option);
    },
  );
});

describe("the YAML of the README", () => {
  const blocks = readBlocks("yaml").map((text) => parse(text) as Record<string, unknown>);

  it("starts with a complete scan", () => {
    expect(Scan.parse(blocks[0]).waves).toHaveLength(1);
  });

  it.each(blocks.slice(1).map((block) => [Object.keys(block).join(", "), block] as const))(
    "is valid where it sets %s",
    (_keys, block) => {
      if ("instrument" in block) expect(Instrument.parse(block)).toBeDefined();
      else expect(Scan.parse({ ...blocks[0], ...block })).toBeDefined();
    },
  );
});

describe("the guide to exports", () => {
  const complete = parse(example) as Record<string, unknown>;

  it.each(readBlocks("yaml", exportsGuide).map((text, index) => [index + 1, parse(text) as object] as const))(
    "shows settings that are valid, block %s",
    (_, block) => {
      expect(Scan.parse({ ...complete, ...block })).toBeDefined();
    },
  );

  it("has every tool, every setting of a format and every rule about responses", () => {
    for (const name of ProfileName.options) expect(exportsGuide).toContain(`| \`${name}\` |`);
    const settings = [...Object.keys(FileFormat.shape), ...Object.keys(ResponseRules.shape)];
    for (const name of settings) expect(exportsGuide).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it("has every response set with its labels in English", () => {
    for (const { response_set, options } of listResponseSets())
      expect(exportsGuide).toContain(`| \`${response_set}\` | ${options.map(({ en }) => en[0]).join(" / ")} |`);
  });
});

describe("the tables of the README", () => {
  it("give the thresholds of every preset", () => {
    const rows = readTable("### From how many answers a figure is shown");
    expect(rows).toEqual(
      Object.entries(presets).map(([preset, { mean, detail, crossed }]) => [
        preset,
        ...[mean, detail, crossed].map(String),
      ]),
    );
    expect(readme).toContain(`no figure is ever about fewer than ${floor} people`);
  });

  it("give every instrument and template that ships, with what can be its line", () => {
    const areas = { demands: "demands", resources: "resources", well_being: "well-being", outcomes: "outcomes" };
    const read = (folder: string, schema: typeof Instrument | typeof InstrumentTemplate) =>
      readdirSync(join(root, folder))
        .filter((file) => file.endsWith(".yaml"))
        .sort()
        .map((file) => schema.parse(parse(readFileSync(join(root, folder, file), "utf8"))));
    const ready = read("schemas/instruments", Instrument) as Instrument[];
    const templates = read("schemas/instruments/templates", InstrumentTemplate);
    const listFigures = ({ scales }: Instrument) => [
      ...new Set(
        scales.flatMap(({ bands = [], norms = [] }) => [
          ...bands.map(({ band }) => `\`${band}\``),
          ...norms.map(({ population }) => `norm of ${population.en}`),
        ]),
      ),
    ];
    const describe = ({ instrument, title, scales, items }: Instrument | InstrumentTemplate, last: string) => {
      const own = Object.entries(areas).flatMap(([area, name]) =>
        scales.some((one) => one.area === area) ? [name] : [],
      );
      return [instrument, title.en, own.join(", "), String(items.length), tidy(last)];
    };
    expect(readTable("### Instruments that ship")).toEqual([
      ...ready.map((one) => describe(one, listFigures(one).join(", "))),
      ...templates.map((one) => describe(one, "template")),
    ]);
    expect(readme).toContain("Seventeen ship, and a template.");
    expect([ready.length, templates.length]).toEqual([17, 1]);
  });

  it("give every kind of line", () => {
    const kinds = Line.options.map((one) => one.shape.kind.value);
    expect(readTable("| kind | the line |").map(([kind]) => kind)).toEqual(kinds);
  });

  it("give every exit code", () => {
    const codes = readTable("| code | meaning |").map(([code]) => Number(code));
    expect(codes).toEqual([0, ...Object.values(exitCode)]);
  });

  it("call reserved exactly the exit codes that nothing uses", () => {
    const code = readdirSync(join(root, "pipeline"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(join(root, "pipeline", path), "utf8"))
      .join();
    const unused = Object.entries(exitCode).filter(([name]) => !code.includes(`exitCode.${name}`));
    const reserved = readTable("| code | meaning |").filter(([, meaning]) => meaning?.startsWith("reserved"));
    expect(reserved.map(([number]) => Number(number))).toEqual(unused.map(([, number]) => number));
  });

  it("compare the flags of the newest wave with the truth", () => {
    const counted = compareWithTruth(
      Release.parse(JSON.parse(readFileSync(join(workshop, "releases/sample/release.json"), "utf8"))),
      JSON.parse(readFileSync(join(root, "fixtures/sample/truth.json"), "utf8")),
    );
    expect(readTable("### Flags compared with the known truth")).toEqual(counted);
  });

  it("put the heat map of raw means beside them, over the same teams", () => {
    const release = Release.parse(JSON.parse(readFileSync(join(workshop, "releases/sample/release.json"), "utf8")));
    const truth: Truth = JSON.parse(readFileSync(join(root, "fixtures/sample/truth.json"), "utf8"));
    const rows = compareHeatMap(release, truth);
    expect(readTable("| marked by |")).toEqual(rows.table);
    expect(readme).toContain(`Of the ${rows.shown} teams shown, ${rows.above} are truly above the line`);
  });
});

/** What marks a team, how many it marks, how many of those rightly and wrongly, and how many it misses. */
function compareHeatMap({ waves, models, assessments, cells }: Release, truth: Truth) {
  const newest = waves.at(-1)?.wave;
  const model = models.find(({ wave }) => wave === newest);
  if (model?.status !== "assessed") throw new Error("The sample's newest wave must be assessed.");
  const own = assessments.filter(({ wave }) => wave === newest);
  const shown = own.map(({ unit }) => unit);
  const above = new Set(
    truth.waves.find(({ wave }) => wave === newest)?.teams.flatMap((team) => (team.above_line ? [team.unit] : [])),
  );
  const truly = shown.filter((unit) => above.has(unit));
  const means = new Map(
    cells.flatMap((cell) =>
      cell.status === "released" && cell.wave === newest && cell.segment === null && cell.measure === model.measure
        ? [[cell.unit, cell.mean ?? 0]]
        : [],
    ),
  );
  const meanOf = (unit: string) => means.get(unit) ?? 0;
  const count = (name: string, marked: readonly string[]) => {
    const found = marked.filter((unit) => above.has(unit)).length;
    return [name, marked.length, found, marked.length - found, truly.length - found].map(String);
  };
  const labelled = (...levels: string[]) => own.flatMap(({ unit, level }) => (levels.includes(level) ? [unit] : []));
  const worstFirst = shown.toSorted((one, other) => meanOf(other) - meanOf(one));
  return {
    shown: shown.length,
    above: truly.length,
    table: [
      count("vitascan: elevated", labelled("elevated")),
      count("vitascan: elevated or watch", labelled("elevated", "watch")),
      count(
        "heat map: mean above the line",
        shown.filter((unit) => meanOf(unit) > model.line.value),
      ),
      count("heat map: worst of five colours", worstFirst.slice(0, Math.round(shown.length / 5))),
    ],
  };
}

type Truth = { waves: { wave: string; teams: { unit: string; above_line: boolean }[] }[] };

const labels = {
  elevated: "elevated",
  watch: "watch",
  too_little_evidence: "the answers do not settle it",
  no_signal: "no signal",
  withheld: "not shown",
};

function compareWithTruth({ waves, assessments }: Release, truth: Truth): Table {
  const newest = waves.at(-1)?.wave;
  const teams = truth.waves.find(({ wave }) => wave === newest)?.teams ?? [];
  const levels = new Map(assessments.filter(({ wave }) => wave === newest).map(({ unit, level }) => [unit, level]));
  return Object.entries(labels).map(([level, label]) => {
    const group = teams.filter(({ unit }) => (levels.get(unit) ?? "withheld") === level);
    const above = group.filter(({ above_line }) => above_line).length;
    return [label, String(above), String(group.length - above)];
  });
}
