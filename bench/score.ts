/**
 * Compares scoring and adding up 1 million people on 23 + 16 + 1 items with a query written by hand for the same numbers: people,
 * sums and sums of squares of ten scores per unit of the tree. Both read one table in one process, alternately; prints the ratio
 * of their medians in one run.
 *
 * Run: node dist/bench/score.js [rounds]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { synthesise } from "../fixtures/synth/synthesise.ts";
import { writeTotals } from "../pipeline/aggregate.ts";
import { type Database, openDatabase } from "../pipeline/database.ts";
import { findShippedInstrument, readInstrument } from "../pipeline/read-scan.ts";
import { prepareScoring } from "../pipeline/score.ts";
import { readQuery } from "../pipeline/sql/read-query.ts";
import { Instrument } from "../schemas/instrument.ts";

const people = 1_000_000;
const teams = 83_333;
const departments = 1_000;

const { content = "" } = synthesise({ seed: 1 }).files.find(({ path }) => path === "instruments/vitality.yaml") ?? {};
const vitality = Instrument.parse(parse(Buffer.from(content).toString()));
const instruments = [
  readInstrument(findShippedInstrument("bat_23")),
  vitality,
  readInstrument(findShippedInstrument("enps")),
];
const prepared = prepareScoring(instruments);

/** The scores by hand: name, items (a minus sign: reversed, 8 - answer), fewest answers. */
const number = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${String(from + index).padStart(2, "0")}`);
const scales = [
  { name: "exhaustion", items: number("BAT", 1, 8), fewest: 7 },
  { name: "distance", items: number("BAT", 9, 13), fewest: 4 },
  { name: "cognitive", items: number("BAT", 14, 18), fewest: 4 },
  { name: "emotional", items: number("BAT", 19, 23), fewest: 4 },
  { name: "energy", items: ["VIT_E1", "VIT_E2", "-VIT_E3", "VIT_E4", "-VIT_E5", "VIT_E6"], fewest: 5 },
  { name: "motivation", items: ["VIT_M1", "VIT_M2", "VIT_M3", "-VIT_M4", "VIT_M5"], fewest: 4 },
  { name: "resilience", items: ["VIT_R1", "VIT_R2", "-VIT_R3", "VIT_R4", "VIT_R5"], fewest: 4 },
] as const;

/** What an analyst writes who takes means as floating numbers and trusts the answers. */
function writeByHand(): string {
  const answer = (item: string) => (item.startsWith("-") ? `8 - ${item.slice(1)}` : item);
  const counts = scales.flatMap(({ name, items }) => [
    `${items.map((item) => `(${item.replace("-", "")} is not null)::integer`).join(" + ")} as ${name}_n`,
    `${items.map((item) => `coalesce(${answer(item)}, 0)`).join(" + ")} as ${name}_sum`,
  ]);
  const enough = (from: number, to: number) =>
    scales
      .slice(from, to)
      .map(({ name, fewest }) => `${name}_n >= ${fewest}`)
      .join(" and ");
  const means = scales.map(
    ({ name }, index) => `case when ${index < 4 ? "bat" : "vit"} then ${name}_sum / ${name}_n end as ${name}`,
  );
  const scores = [
    ...scales.map(({ name }) => name),
    "(8 * exhaustion + 5 * distance + 5 * cognitive + 5 * emotional) / 23",
    "(6 * energy + 5 * motivation + 5 * resilience) / 16",
    "enps",
  ];
  const sums = scores.flatMap((score, index) => [
    `sum(${score}) as sum_${index}`,
    `sum((${score}) * (${score})) as squares_${index}`,
  ]);
  const columns = ["answered", "bat", "vit", "enps"].concat(
    scores.flatMap((_, index) => [`sum_${index}`, `squares_${index}`]),
    ["promoters", "detractors"],
  );
  return `with counted as (select unit, ENPS01, ${counts.join(", ")} from answers),
    based as (select *, ${enough(0, 4)} as bat, ${enough(4, 7)} as vit from counted),
    scored as (select unit, bat, vit, case when ENPS01 >= 9 then 100 when ENPS01 <= 6 then -100 when ENPS01 is not null then 0 end as enps, ${means.join(", ")} from based),
    direct as (select unit, count(*) as answered, count(*) filter (bat) as bat, count(*) filter (vit) as vit, count(enps) as enps, ${sums.join(", ")},
      count(*) filter (enps = 100) as promoters, count(*) filter (enps = -100) as detractors from scored group by unit)
    select ancestor as unit, ${columns.map((name) => `sum(${name}) as ${name}`).join(", ")}
    from direct join closure using (unit) group by ancestor`;
}

async function fill(database: Database): Promise<void> {
  const draw = ({ items, answers }: Instrument) =>
    items.map(
      ({ item }) =>
        `case when random() < 0.01 then null else ${answers.minimum} + floor(random() * ${answers.maximum - answers.minimum + 1})::integer end as ${item}`,
    );
  await database.run("select setseed(0.5)", "fix the seed");
  await database.run(
    `create table answers as select 'T' || i % ${teams} as unit, ${instruments.flatMap(draw).join(", ")} from range(${people}) as numbers (i)`,
    "make answers",
  );
  await database.run(
    `create table units as
     select 0 as wave, 'org' as unit, null as parent union all
     select 0, 'D' || i, 'org' from range(${departments}) as departments (i) union all
     select 0, 'T' || i, 'D' || i % ${departments} from range(${teams}) as teams (i)`,
    "make units",
  );
  await database.run(`create table closure as ${readQuery("closure")}`, "climb");
}

async function time(database: Database, query: string, table: string): Promise<number> {
  await database.run(`drop table if exists ${table}`, "clean");
  const start = performance.now();
  await database.run(`create table ${table} as ${query}`, "add up");
  return (performance.now() - start) / 1000;
}

/** Throws unless both sides have the same people, sums and squares in every unit; floating sums to nine digits. */
async function compareNumbers(database: Database): Promise<void> {
  const columns = prepared.flatMap(({ column, scales: own }) => own.map((scale) => ({ ...scale, block: column })));
  const order = ["exhaustion", "mental_distance", "cognitive", "emotional", "energy", "motivation", "resilience"];
  const byHand = ({ definition: { instrument, scale } }: (typeof columns)[number]) =>
    scale === "total" ? (instrument === "bat_23" ? 7 : 8) : scale === "score" ? 9 : order.indexOf(scale);
  const near = (ours: string, theirs: string, factor: bigint) =>
    `abs(${ours}::double / ${factor} - coalesce(${theirs}, 0)) > 1e-9 * abs(${theirs}) + 1e-9`;
  const differs = columns.flatMap((scale) => [
    near(`${scale.column}_sum`, `sum_${byHand(scale)}`, scale.definition.factor),
    near(`${scale.column}_squares`, `squares_${byHand(scale)}`, scale.definition.factor ** 2n),
  ]);
  const counts = ["block_0_respondents <> bat", "block_1_respondents <> vit", "block_2_respondents <> enps"];
  const [row] = await database.rows(
    `select count(*)::integer as units, count(*) filter (${[...counts, ...differs].join(" or ")})::integer as different
     from ours full join theirs using (unit)`,
    "compare",
  );
  if (row?.["units"] !== 1 + departments + teams || row["different"] !== 0)
    throw new Error(`Both sides must give the same numbers; ${row?.["different"]} of ${row?.["units"]} units differ.`);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const rounds = Number(process.argv[2] ?? "7");
const spill = mkdtempSync(join(tmpdir(), "vitascan-bench-"));
const database = await openDatabase([], spill, 2048);
await fill(database);
const [ours, theirs]: [number[], number[]] = [[], []];
for (let round = 0; round < rounds; round++) {
  ours.push(await time(database, writeTotals(prepared, "answers", 0), "ours"));
  theirs.push(await time(database, writeByHand(), "theirs"));
  if (round === 0) await compareNumbers(database);
}
database.close();
rmSync(spill, { recursive: true });
console.log(`1,000,000 people x 40 items, ${teams.toLocaleString("en")} teams; ${rounds} rounds, medians of one run`);
console.log(`  by hand    ${median(theirs).toFixed(2)} s`);
console.log(`  vitascan   ${median(ours).toFixed(2)} s`);
console.log(`  vitascan against the query by hand: ${(median(ours) / median(theirs)).toFixed(2)} x the time`);
