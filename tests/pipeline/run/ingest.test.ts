/** What people are told apart by, and that they are recognised in a later wave, through all the stages left of the wall. */
import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readMembership } from "../../../pipeline/aggregate/read-membership.ts";
import type { Database } from "../../../pipeline/database.ts";
import { readScan } from "../../../pipeline/read-scan.ts";
import { listAttributes } from "../../../pipeline/run/describe-data.ts";
import { ingest } from "../../../pipeline/run/ingest.ts";
import { prepareScoring } from "../../../pipeline/score.ts";
import { makePlacedScans } from "../placed-scans.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
const { place } = makePlacedScans(folder);
const opened: Database[] = [];
afterAll(() => {
  for (const database of opened) database.close();
});

const title = "title: { nl: t, en: t }";
const writeScan = (columns: string) => `organisation: Two waves
questionnaires:
  q: { instruments: [enps], columns: { ${columns}, attributes: { contract: contract }, answers: { ENPS01: recommend } } }
waves:
  - { wave: one, opened_date: 2026-01-01, closed_date: 2026-01-31, roster: roster.csv, exports: { q: EXPORT_one } }
  - { wave: two, opened_date: 2026-02-01, closed_date: 2026-02-28, roster: roster.csv, exports: { q: EXPORT_two } }
line: { kind: own_organisation, measure: enps.score }
attributes:
  region: { ${title}, from: roster, column: region, values: { north: { ${title}, texts: [N] }, south: { ${title}, texts: [S] } } }
  contract: { ${title}, self_declared: true, values: { fixed: { ${title}, texts: [vast] } } }
  hours: { ${title}, from: roster, column: hours, cuts: [20] }
`;

const roster = "unit,name,parent,invited,region,hours\nORG,All,,0,,\nA,Team a,ORG,5,N,36\nB,Team b,ORG,5,S,8\n";
const ledgerKey = new Uint8Array(32).fill(9);
const person = (text: string) => createHmac("sha256", ledgerKey).update(text).digest("base64url").slice(0, 16);

async function read(yaml: string, files: Readonly<Record<string, string>>, key: Uint8Array | null) {
  const path = place(yaml, undefined, { "roster.csv": roster, ...files });
  const privateFolder = mkdtempSync(join(dirname(path), "private-"));
  mkdirSync(join(privateFolder, "spill"));
  const plan = readScan(path);
  const effects = { today: "2026-11-01", privateFolder, megabytes: 256, announce: () => {}, tool: "test" };
  const ingested = await ingest(plan, effects, key);
  opened.push(ingested.database);
  expect(ingested.problems).toEqual([]);
  return { plan, ...ingested };
}

async function listPeople({ plan, database, exports, trees }: Awaited<ReturnType<typeof read>>) {
  const instruments = prepareScoring([...plan.instruments.values()]);
  const memberships = [];
  for (const one of exports) {
    const aggregated = { ...one, instruments, responses: one.table };
    const people = { ...one, units: trees[one.waveIndex] ?? [], ledgerKey };
    memberships.push(await readMembership(database, aggregated, people));
  }
  return memberships.map(({ rows, identified, attributes }) => ({
    identified,
    attributes,
    rows: rows.map(({ unit, values, people }) => [unit, ...values, ...people.map((one) => one.split(".")[0])]),
  }));
}

describe("ingest", () => {
  it("knows who has the same key in another wave, with the values of the person and of the unit", async () => {
    const yaml = writeScan("unit: team, key: nr").replace(
      /EXPORT_(\w+)/g,
      "{ file: $1.csv, attributes: people-$1.csv }",
    );
    const files = {
      "one.csv": "nr,recommend\n7,9\n8,3\n",
      "people-one.csv": "nr,team,contract\n7,A,vast\n8,B,\n",
      "two.csv": "nr,recommend\n8,4\n",
      "people-two.csv": "nr,team,contract\n8,A,vast\n",
    };
    const found = await read(yaml, files, ledgerKey);
    const [seven, eight] = [person("person|7"), person("person|8")];
    const header = { identified: true, attributes: ["region", "contract", "hours"] };
    expect(await listPeople(found)).toEqual([
      {
        ...header,
        rows: [
          ["A", "north", "fixed", "from_20", seven],
          ["B", "south", null, "below_20", eight],
        ],
      },
      { ...header, rows: [["A", "north", "fixed", "from_20", eight]] },
    ]);
    expect(listAttributes(found.plan)).toMatchObject([
      { attribute: "region", self_declared: false, values: [{ value: "north" }, { value: "south" }] },
      { attribute: "contract", self_declared: true, values: [{ value: "fixed" }] },
      { attribute: "hours", values: [{ value: "below_20" }, { value: "from_20" }] },
    ]);
  });

  it("takes the id of a response for somebody's in its own export only, and keeps nobody without the ledger's key", async () => {
    const yaml = writeScan("unit: team, response: nr").replace(/EXPORT_(\w+)/g, "$1.csv");
    const csv = "nr,team,contract,recommend\n7,A,vast,9\n";
    const files = { "one.csv": csv, "two.csv": csv };
    const people = (await listPeople(await read(yaml, files, ledgerKey))).map(({ rows }) => rows[0]?.at(-1));
    expect(people).toEqual([person("person|one|q|7"), person("person|two|q|7")]);
    const { database, exports } = await read(yaml, files, null);
    for (const { table } of exports)
      expect(await database.rows(`select person from ${table}`, "see")).toEqual([{ person: null }]);
  });
});
