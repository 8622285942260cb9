/**
 * Writes large synthetic scans for benchmarks: 1 million responses x 33 columns, 83,333 teams in a three-level tree; once with
 * answers as numbers and once, the same answers, as Dutch labels.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { synthesise } from "../fixtures/synth/synthesise.ts";

const responses = 1_000_000;
const teams = 83_333;
const departments = 1_000;
const bat = ["01", "03", "04", "09", "11", "13", "14", "17", "18", "19", "20", "23"].map((code) => `BAT${code}`);
const vitality = [..."EEEEEE"]
  .map((_, i) => `VIT_E${i + 1}`)
  .concat(
    [1, 2, 3, 4, 5].map((i) => `VIT_M${i}`),
    [1, 2, 3, 4, 5].map((i) => `VIT_R${i}`),
  );

/** How the answers are written. */
export type Answers = "numbers" | "labels";

const labels = {
  vitality: ["Nooit", "Sporadisch", "Af en toe", "Regelmatig", "Dikwijls", "Zeer dikwijls", "Altijd"],
  bat_12: ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"],
};

/** What a label stands for: its place on the scale. */
export const valueLabels = (name: string): ReadonlyMap<string, number> | null => {
  const set = name.startsWith("BAT") ? labels.bat_12 : name.startsWith("VIT") ? labels.vitality : null;
  return set && new Map(set.map((label, index) => [label, index + 1]));
};

/** The scan's path, made once; the seed is fixed, so the same file is made everywhere. */
export async function makeLargeScan(parent: string, answers: Answers): Promise<string> {
  const folder = join(parent, answers);
  const scan = join(folder, "scan.yaml");
  if (existsSync(scan)) return scan;
  mkdirSync(join(folder, "instruments"), { recursive: true });
  await writeExport(join(folder, "export.csv"), answers);
  writeFileSync(join(folder, "roster.csv"), writeRoster());
  const own = synthesise({ seed: 1 }).files.find(({ path }) => path === "instruments/vitality.yaml");
  writeFileSync(join(folder, "instruments", "vitality.yaml"), own?.content ?? "");
  writeFileSync(scan, writeScan(answers));
  return scan;
}

async function writeExport(path: string, answers: Answers): Promise<void> {
  const answer = (name: string, points: number) => {
    const number = `case when random() < 0.01 then null else 1 + floor(random() * ${points})::integer end`;
    const texts = [...(valueLabels(name)?.keys() ?? [])].map((label) => `'${label}'`);
    return `${answers === "numbers" ? number : `[${texts.join(", ")}][${number}]`} as "${name}"`;
  };
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  await connection.run("select setseed(0.5)");
  await connection.run(`copy (
    select i as id, '2026-04-' || lpad((1 + i % 28)::varchar, 2, '0') || ' 10:11:12' as submitdate, 'nl' as startlanguage,
      'T' || lpad((i % ${teams})::varchar, 6, '0') as team, floor(random() * 11)::integer as ENPS01,
      ${vitality.map((name) => answer(name, 7)).join(", ")}, ${bat.map((name) => answer(name, 5)).join(", ")}
    from range(${responses}) as numbers (i)) to '${path.replaceAll("'", "''")}' (header, delimiter ',')`);
  connection.closeSync();
}

function writeRoster(): string {
  const rows = ["unit,name,parent,invited", "org,Organisation,,1"];
  for (let index = 0; index < departments; index++) rows.push(`D${index},Department ${index},org,1`);
  for (let index = 0; index < teams; index++) {
    const unit = `T${String(index).padStart(6, "0")}`;
    rows.push(`${unit},Team ${index},D${index % departments},16`);
  }
  return `${rows.join("\n")}\n`;
}

const writeScan = (answers: Answers) => `organisation: Large
instruments: [instruments/vitality.yaml]
questionnaires:
  all:
    instruments: [enps, vitality, bat_12]
    columns:
      unit: team
      response: id
      submitted: submitdate
      answers: { ${["ENPS01", ...vitality, ...bat].map((name) => `${name}: ${name}`).join(", ")} }
${answers === "labels" ? `    labels: { vitality: { ${labels.vitality.map((label, index) => `"${label}": ${index + 1}`).join(", ")} } }\n` : ""}waves:
  - { wave: one, opened_date: 2026-04-01, closed_date: 2026-04-30, roster: roster.csv, exports: { all: export.csv } }
line: { kind: own_organisation, measure: bat_12.total }
`;
