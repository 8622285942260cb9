/**
 * Compares reading, judging, scoring and adding up 1 million responses with bare DuckDB doing the same sums unchecked.
 * Numbers have two floors: a typed read that streams into the sums, and one that is kept in a table first. Labels have one: all
 * cells as text in a table, recoded in the query. Each side runs in a process of its own, alternately; prints ratios of one run.
 *
 * Run: node dist/bench/ingest.js [rounds] [megabytes]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeTotals } from "../pipeline/aggregate.ts";
import { quoteText } from "../pipeline/database.ts";
import { readScan } from "../pipeline/read-scan.ts";
import { addUp } from "../pipeline/run/add-up.ts";
import { ingest } from "../pipeline/run/ingest.ts";
import { prepareScoring } from "../pipeline/score.ts";
import { readQuery } from "../pipeline/sql/read-query.ts";
import { type Answers, makeLargeScan, valueLabels } from "./make-large-scan.ts";

const floors = { numbers: ["streaming", "table"], labels: ["text"] } as const satisfies Record<
  Answers,
  readonly string[]
>;
type Floor = (typeof floors)[Answers][number];
type Measured = { seconds: number; megabytes: number; check: string };

const [first = "9", path, limit = "1024"] = process.argv.slice(2);
if (first === "vitascan" && path) await measure(() => runVitascan(path, Number(limit)));
else if ((first === "streaming" || first === "table" || first === "text") && path)
  await measure(() => runBare(path, first, Number(limit)));
else for (const answers of ["numbers", "labels"] as const) await compare(answers, Number(first), Number(path ?? limit));

async function measure(work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  const check = await work();
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, check }));
}

async function runVitascan(scan: string, megabytes: number): Promise<string> {
  const plan = readScan(scan);
  const privateFolder = mkdtempSync(join(tmpdir(), "vitascan-bench-"));
  const effects = { today: "2026-11-01", privateFolder, megabytes, announce: () => {}, tool: "bench" };
  const ingested = await ingest(plan, effects);
  if (ingested.problems.length > 0) throw new Error("The large scan must be clean.");
  const [sums] = await addUp(plan, ingested);
  const [row] = await ingested.database.rows(`select sum(score_2_0_sum)::varchar as sum from ${sums?.totals}`, "check");
  ingested.database.close();
  rmSync(privateFolder, { recursive: true });
  return String(row?.["sum"]);
}

/** The floor: what an analyst would write who trusts the file. */
async function runBare(scan: string, way: Floor, megabytes: number): Promise<string> {
  const plan = readScan(scan);
  const columns = Object.keys(plan.scan.questionnaires["all"]?.columns.answers ?? {});
  const scored = prepareScoring(["enps", "vitality", "bat_12"].flatMap((id) => plan.instruments.get(id) ?? []));
  const spill = mkdtempSync(join(tmpdir(), "vitascan-bench-"));
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: `${megabytes}MiB`, temp_directory: spill });
  const connection = await instance.connect();
  await connection.run(
    `create table units as select 0 as wave, unit, parent from read_csv(${quoteText(join(dirname(scan), "roster.csv"))}, auto_detect = false,
     header = true, delim = ',', columns = {'unit': 'varchar', 'name': 'varchar', 'parent': 'varchar', 'invited': 'integer'})`,
  );
  await connection.run(`create table closure as ${readQuery("closure")}`);
  const types = columns.map((name) => `'${name}': '${way === "text" ? "varchar" : "utinyint"}'`);
  await connection.run(
    `create ${way === "streaming" ? "view" : "table"} records as select team as unit, * from read_csv(${quoteText(join(dirname(scan), "export.csv"))}, auto_detect = false,
     header = true, delim = ',', quote = '"', columns = {'id': 'varchar', 'submitdate': 'varchar', 'startlanguage': 'varchar',
     'team': 'varchar', ${types.join(", ")}}) where submitdate is not null`,
  );
  await connection.run(
    `create view responses as select unit, ${columns.map((name) => (way === "text" ? recode(name) : `"${name}"`)).join(", ")} from records`,
  );
  await connection.run(`create table totals as ${writeTotals(scored, "responses", 0)}`);
  const rows = await connection.runAndReadAll("select sum(score_2_0_sum)::varchar as sum from totals");
  const sum = String(rows.getRowObjects()[0]?.["sum"]);
  connection.closeSync();
  instance.closeSync();
  rmSync(spill, { recursive: true });
  return sum;
}

/** A label's number, the way one writes it by hand. */
function recode(name: string): string {
  const labels = valueLabels(name);
  if (labels === null) return `"${name}"::utinyint as "${name}"`;
  return `case "${name}" ${[...labels].map(([label, value]) => `when '${label}' then ${value}`).join(" ")} end as "${name}"`;
}

async function compare(answers: Answers, rounds: number, limit: number): Promise<void> {
  const scan = await makeLargeScan(join(tmpdir(), "vitascan-bench"), answers);
  const self = fileURLToPath(import.meta.url);
  const sides = [...floors[answers], "vitascan"];
  const runs = new Map(sides.map((side) => [side, [] as Measured[]]));
  for (let round = 0; round < rounds; round++)
    for (const side of sides)
      runs
        .get(side)
        ?.push(JSON.parse(execFileSync(process.execPath, [self, side, scan, String(limit)], { encoding: "utf8" })));
  if (new Set([...runs.values()].flat().map(({ check }) => check)).size !== 1)
    throw new Error("All sides must give the same sums.");
  const median = (side: string, key: "seconds" | "megabytes") => {
    const values = (runs.get(side) ?? []).map((one) => one[key]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  console.log(
    `${answers}: 1,000,000 responses x 33 columns, 83,333 teams; the database may keep ${limit} MiB; ${rounds} rounds, medians of one run`,
  );
  for (const side of sides)
    console.log(
      `  ${side.padEnd(10)} ${median(side, "seconds").toFixed(2)} s   peak ${median(side, "megabytes").toFixed(0)} MiB`,
    );
  for (const floor of floors[answers])
    console.log(
      `  vitascan against bare ${floor}: ${(median("vitascan", "seconds") / median(floor, "seconds")).toFixed(2)} x the time`,
    );
}
