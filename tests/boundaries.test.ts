/** Guards the shape of the project: who imports whom, who touches the process and the clock, and what no file may mention. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const notOurs = [".git", "node_modules", "dist", "releases", "coverage"];

/** Paths of our files relative to the project, with `/`. */
const files = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !notOurs.includes(name))
  .flatMap((top) => (top.isDirectory() ? listBelow(top.name) : [top.name]));

function listBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const read = (path: string) => readFileSync(join(root, path), "utf8");
const isCode = (path: string) => /\.tsx?$/.test(path);
const codeIn = (...folders: string[]) =>
  files.filter((path) => isCode(path) && folders.some((folder) => path.startsWith(folder)));

/** What a file imports: paths of the project, and names of packages as they are written. */
function findImports(path: string, text: string): string[] {
  const written = [
    ...text.matchAll(/^(?:import|export)\s[^;"]*?from\s+"([^"]+)"/gm),
    ...text.matchAll(/^import\s+"([^"]+)"/gm),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"/g),
  ].map((found) => found[1] as string);
  return written.map((one) => (one.startsWith(".") ? posix.join(posix.dirname(path), one) : one));
}

const importsOf = (path: string) => findImports(path, read(path));

/** "file imports what" for every import that `allows` refuses. */
const listOffences = (paths: readonly string[], allows: (imported: string, path: string) => boolean) =>
  paths.flatMap((path) =>
    importsOf(path)
      .filter((imported) => !allows(imported, path))
      .map((imported) => `${path} imports ${imported}`),
  );

/** A file or a folder each; `pipeline/inspect` stands for the file and the folder beside it. */
const stages = [
  "pipeline/read-scan",
  "pipeline/read-roster",
  "pipeline/read-outcome.ts",
  "pipeline/inspect",
  "pipeline/load/",
  "pipeline/init/",
  "pipeline/validate/",
  "pipeline/aggregate",
  "pipeline/score.ts",
  "pipeline/protect/",
  "pipeline/audit/",
  "pipeline/assess/",
  "pipeline/publish/",
  "pipeline/ledger/",
  "pipeline/scan-artefacts/",
];
/** What more than one stage needs. */
const shared = [
  "pipeline/answers/",
  "pipeline/csv/",
  "pipeline/profiles/",
  "pipeline/sql/",
  "pipeline/stats/",
  "pipeline/database.ts",
  "pipeline/read-yaml.ts",
  "pipeline/user-error.ts",
];
/** The command line and what it prints; `pipeline/cli.ts` is the only one that knows the stages' conductors. */
const commandLine = [
  "pipeline/cli.ts",
  "pipeline/cli/",
  "pipeline/describe-",
  "pipeline/explain-rule.ts",
  "pipeline/write-sarif.ts",
];
const stageOf = (path: string) => stages.find((stage) => path.startsWith(stage));
const isShared = (path: string) => shared.some((one) => path.startsWith(one));
const isCommandLine = (path: string) => commandLine.some((one) => path.startsWith(one));
const conducts = (path: string) => path === "pipeline/run.ts" || path.startsWith("pipeline/run/");

describe("findImports", () => {
  it("reads imports, type imports, re-exports and dynamic imports, also over several lines", () => {
    const text = [
      'import { a } from "./a.ts";',
      'import type { B } from "../b/b.ts";',
      'import {\n  c,\n  d,\n} from "c";',
      'import "d";',
      'export type { E } from "./e.ts";',
      'const f = await import("f");',
    ].join("\n");
    expect(findImports("x/y.ts", text).sort()).toEqual(["b/b.ts", "c", "d", "f", "x/a.ts", "x/e.ts"]);
  });
});

describe("the pipeline", () => {
  it("is made of stages, what they share, their conductors and the command line; each file is one of these", () => {
    const kinds = [(path: string) => stageOf(path) !== undefined, isShared, conducts, isCommandLine];
    const odd = codeIn("pipeline/").filter((path) => kinds.filter((isOfKind) => isOfKind(path)).length !== 1);
    expect(odd).toEqual([]);
  });

  it("has every place that is named here", () => {
    const empty = [...stages, ...shared, ...commandLine].filter((one) => codeIn(one).length === 0);
    expect(empty).toEqual([]);
  });
});

describe("imports", () => {
  it("are found at all", () => {
    for (const folder of ["schemas/", "pipeline/", "reports/", "fixtures/"])
      expect(codeIn(folder).flatMap(importsOf).length).toBeGreaterThan(5);
  });

  it("of schemas are schemas and zod", () => {
    expect(
      listOffences(codeIn("schemas/"), (imported) => imported.startsWith("schemas/") || imported === "zod"),
    ).toEqual([]);
  });

  it("of reports are schemas, reports and what draws, so that no answer can reach them", () => {
    const drawing = ["vega", "vega-lite", "vega-interpreter", "preact", "preact-render-to-string", "node:crypto"];
    const allows = (imported: string) => /^(schemas|reports)\//.test(imported) || drawing.includes(imported);
    expect(listOffences(codeIn("reports/"), allows)).toEqual([]);
  });

  it("of the synthetic organisation are fixtures and schemas: its truth owes nothing to the pipeline", () => {
    const allows = (imported: string) =>
      /^(fixtures|schemas)\//.test(imported) || !/^(pipeline|reports|bench|tests)\//.test(imported);
    expect(listOffences(codeIn("fixtures/"), allows)).toEqual([]);
  });

  it("of a stage are schemas, packages and what stages share, never another stage", () => {
    const inStages = codeIn("pipeline/").filter((path) => stageOf(path) !== undefined);
    expect(new Set(inStages.map(stageOf)).size).toBeGreaterThan(8);
    const allows = (imported: string, path: string) =>
      !imported.startsWith("pipeline/") ||
      isShared(imported) ||
      stageOf(imported) === stageOf(path) ||
      (path.startsWith("pipeline/aggregate") && imported === "pipeline/score.ts");
    expect(listOffences(inStages, allows)).toEqual([]);
  });

  it("of the auditor are schemas, packages and itself, and protect imports nothing of it: neither repeats the other's mistakes", () => {
    const audit = codeIn("pipeline/audit/");
    expect(audit.length).toBeGreaterThan(20);
    const allows = (imported: string) => !imported.startsWith("pipeline/") || imported.startsWith("pipeline/audit/");
    expect(listOffences(audit, allows)).toEqual([]);
    const others = (imported: string) => !imported.startsWith("pipeline/audit/");
    expect(listOffences(codeIn("pipeline/protect/"), others)).toEqual([]);
  });

  it("of what stages share are schemas, packages and each other", () => {
    const allows = (imported: string) => !imported.startsWith("pipeline/") || isShared(imported);
    expect(listOffences(codeIn(...shared), allows)).toEqual([]);
  });

  it("of pipeline/csv are no words of answers and no tools: it reads files, not what is in them", () => {
    const allows = (imported: string) => !/^pipeline\/(answers|profiles)\//.test(imported);
    expect(listOffences(codeIn("pipeline/csv/"), allows)).toEqual([]);
  });

  it("of what the command line prints are schemas, what stages share and each other", () => {
    const printed = codeIn(...commandLine).filter((path) => path !== "pipeline/cli.ts");
    const allows = (imported: string) =>
      !imported.startsWith("pipeline/") ||
      isShared(imported) ||
      (isCommandLine(imported) && imported !== "pipeline/cli.ts");
    expect(listOffences(printed, allows)).toEqual([]);
  });

  it("of conductors are not the command line's, and of the command line no stage but the one that reads scan.yaml", () => {
    expect(listOffences(codeIn("pipeline/run.ts", "pipeline/run/"), (imported) => !isCommandLine(imported))).toEqual(
      [],
    );
    const allows = (imported: string) => stageOf(imported) === undefined || imported === "pipeline/read-scan.ts";
    expect(listOffences(["pipeline/cli.ts"], allows)).toEqual([]);
  });

  it("of reports are made by the run and the command line only", () => {
    const others = codeIn("pipeline/").filter((path) => !conducts(path) && path !== "pipeline/cli.ts");
    expect(listOffences(others, (imported) => !imported.startsWith("reports/"))).toEqual([]);
  });

  it("of the machine are the command line's; nothing opens a connection, and only a browser that prints is started", () => {
    const away = /^node:(os|child_process|cluster|dgram|dns|http|http2|https|net|tls|worker_threads)$/;
    expect(listOffences(codeIn("pipeline/", "schemas/", "reports/"), (imported) => !away.test(imported))).toEqual([
      "pipeline/cli.ts imports node:os",
      "pipeline/cli/print-pages.ts imports node:child_process",
    ]);
    expect(read("pipeline/cli/print-pages.ts")).toContain('import { execFile } from "node:child_process";');
    expect(listMentions(codeIn("pipeline/"), /\bshell\b\s*:/g)).toEqual([]);
  });

  it("of right of the wall never reach the confidential types", () => {
    const allows = (imported: string, path: string) =>
      imported !== "schemas/cell.ts" || path === "pipeline/publish/compose-release.ts";
    expect(
      listOffences(codeIn("pipeline/assess/", "pipeline/audit/", "pipeline/publish/", "reports/"), allows),
    ).toEqual([]);
  });

  it("of packages are in package.json, so that an installed copy has them", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    const typesOnly = ["sarif"];
    const allows = (imported: string) =>
      /^(schemas|pipeline|reports|fixtures)\/|^node:/.test(imported) ||
      imported.replace(/\/node$/, "") in dependencies ||
      typesOnly.includes(imported);
    expect(listOffences(codeIn("schemas/", "pipeline/", "reports/", "fixtures/"), allows)).toEqual([]);
  });
});

/** "file: text" for every match of the pattern. */
const listMentions = (paths: readonly string[], pattern: RegExp) =>
  paths.flatMap((path) => [...read(path).matchAll(pattern)].map((found) => `${path}: ${found[0].trim()}`));

describe("the process and the clock", () => {
  const touching =
    /\bprocess\.(?:exit|exitCode|argv|stdout|stderr|stdin|env|cwd)\b|\bnew Date\b(?!\([^)])|\bDate\.now\b|\bconsole\.|\bMath\.random\b/g;

  it("are touched by the command line", () => {
    expect(listMentions(["pipeline/cli.ts"], touching).length).toBeGreaterThan(5);
  });

  it("are left alone everywhere else", () => {
    const others = codeIn("pipeline/", "schemas/", "reports/").filter((path) => path !== "pipeline/cli.ts");
    expect(others.length).toBeGreaterThan(60);
    expect(listMentions(others, touching)).toEqual([]);
  });
});

describe("files", () => {
  const ownText = files.filter(
    (path) => !/\.(png|csv)$/.test(path) && path !== "package-lock.json" && path !== "tests/boundaries.test.ts",
  );

  it("of code and SQL stay below 400 lines", () => {
    const long = files
      .filter((path) => isCode(path) || path.endsWith(".sql"))
      .filter((path) => read(path).split("\n").length > 400);
    expect(long).toEqual([]);
  });

  it("mention no folder of one machine", () => {
    const folders = /(?<=^|[\s"'`(=:])\/(?:w[o]rk|root|home|Users|private)\/[\w.-]+/gm;
    expect("see /root/x and '/home/me' and file:/Users/me".match(folders)).toHaveLength(3);
    expect(listMentions(ownText, folders)).toEqual([]);
  });

  it("mention nothing beside the project, except to compare with it in tests/conformance", () => {
    const others = ownText.filter((path) => !path.startsWith("tests/conformance/"));
    expect(listMentions(others, /\.\.\/shared\b/g)).toEqual([]);
  });

  it("mention no host of a package registry, so that the lock file works behind a mirror", () => {
    const hosts = /\bregistry\.[\w-]+\.[a-z]{2,}\b|"resolved": "https?:/gi;
    expect(["see registry", "example", "org"].join(".").match(hosts)).toHaveLength(1);
    expect(listMentions([...ownText, "package-lock.json"], hosts)).toEqual([]);
  });
});
