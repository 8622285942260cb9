/**
 * Compares vitascan's way from file to sums, every check included, with bare DuckDB's typed read of the same file with the
 * same scoring and the same tree: once into a table that is then scored, once streaming without keeping an answer.
 * Prints seconds, peak memory and ratios of one run.
 * Run: npm run bench (or: node dist/bench/ingest.js [rounds])
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
import { makeLargeScan } from "./make-large-scan.ts";

type Measured = { seconds: number; megabytes: number; check: string };

const [mode = "5", path = ""] = process.argv.slice(2);
const sides = ["streaming", "table", "vitascan"] as const;
type Side = (typeof sides)[number];

if (mode === "vitascan") await measure(() => runVitascan(path));
else if (mode === "table" || mode === "streaming") await measure(() => runBare(path, mode));
else await compare(Number(mode));

async function measure(work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  const check = await work();
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, check }));
}

async function runVitascan(scan: string): Promise<string> {
  const plan = readScan(scan);
  const privateFolder = mkdtempSync(join(tmpdir(), "vitascan-bench-"));
  const ingested = await ingest(plan, { today: "2026-11-01", privateFolder, announce: () => {}, tool: "bench" });
  const [sums] = await addUp(plan, ingested);
  const [row] = await ingested.database.rows(`select sum(score_2_0_sum)::varchar as sum from ${sums?.totals}`, "check");
  ingested.database.close();
  rmSync(privateFolder, { recursive: true });
  return String(row?.["sum"]);
}

/** The floor: what an analyst would write who trusts the file. */
async function runBare(scan: string, way: "table" | "streaming"): Promise<string> {
  const plan = readScan(scan);
  const columns = plan.scan.questionnaires["all"]?.columns.answers ?? {};
  const scored = prepareScoring(["enps", "vitality", "bat_12"].flatMap((id) => plan.instruments.get(id) ?? []));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `create table units as select 0 as wave, unit, parent from read_csv(${quoteText(join(dirname(scan), "roster.csv"))}, auto_detect = false,
     header = true, delim = ',', columns = {'unit': 'varchar', 'name': 'varchar', 'parent': 'varchar', 'invited': 'integer'})`,
  );
  await connection.run(`create table closure as ${readQuery("closure")}`);
  const types = Object.keys(columns).map((name) => `'${name}': 'utinyint'`);
  await connection.run(
    `create ${way === "table" ? "table" : "view"} responses as select team as unit, * from read_csv(${quoteText(join(dirname(scan), "export.csv"))}, auto_detect = false,
     header = true, delim = ',', quote = '"', columns = {'id': 'varchar', 'submitdate': 'varchar', 'startlanguage': 'varchar',
     'team': 'varchar', ${types.join(", ")}}) where submitdate is not null`,
  );
  await connection.run(`create table totals as ${writeTotals(scored, "responses", 0)}`);
  const rows = await connection.runAndReadAll("select sum(score_2_0_sum)::varchar as sum from totals");
  return String(rows.getRowObjects()[0]?.["sum"]);
}

async function compare(rounds: number): Promise<void> {
  const scan = await makeLargeScan(join(tmpdir(), "vitascan-bench-large"));
  const self = fileURLToPath(import.meta.url);
  const runs: Record<Side, Measured[]> = { streaming: [], table: [], vitascan: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of sides)
      runs[side].push(JSON.parse(execFileSync(process.execPath, [self, side, scan], { encoding: "utf8" })));
  const checks = new Set(sides.flatMap((side) => runs[side].map(({ check }) => check)));
  if (checks.size !== 1) throw new Error("All sides must give the same sums.");
  const median = (side: Side, key: "seconds" | "megabytes") => {
    const values = runs[side].map((one) => one[key]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  console.log(`1,000,000 responses x 33 columns, 83,333 teams, ${rounds} rounds, medians of one run`);
  for (const side of sides) {
    const seconds = median(side, "seconds");
    const megabytes = median(side, "megabytes");
    const ratios = side === "vitascan" ? sides.filter((one) => one !== side).map((one) => describeRatio(one)) : [];
    console.log([`${side.padEnd(10)} ${seconds.toFixed(2)} s   peak ${megabytes.toFixed(0)} MB`, ...ratios].join("\n"));
  }

  function describeRatio(side: Side): string {
    const times = median("vitascan", "seconds") / median(side, "seconds");
    const memory = median("vitascan", "megabytes") / median(side, "megabytes");
    return `  against bare ${side}: ${times.toFixed(2)} x the time, ${memory.toFixed(2)} x the memory`;
  }
}
