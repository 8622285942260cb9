/** A real survey of 7,382 soldiers in 99 companies: the figures agree with plain queries on the file and with R. */
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBlocks } from "../../pipeline/aggregate.ts";
import { readScan } from "../../pipeline/read-scan.ts";
import { addUp } from "../../pipeline/run/add-up.ts";
import { ingest } from "../../pipeline/run/ingest.ts";
import type { Block } from "../../schemas/cell.ts";
import type { Release } from "../../schemas/release.ts";
import { makeReleaseAlone } from "../pipeline/release-alone.ts";

const data = fileURLToPath(new URL("../../../shared/data/teams/bh1996.csv", import.meta.url));
const present = existsSync(data);
const measure = "bh1996_wellbeing.score";

describe.skipIf(!present)("the Bliese and Halverson survey", () => {
  let home = "";
  let block: Block;
  let release: Release;
  /** By company and for everyone (null): respondents and mean, straight from the file. */
  let plain: Map<string | null, { respondents: number; mean: number }>;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "test-"));
    cpSync(fileURLToPath(new URL("../../fixtures/examples/bh1996", import.meta.url)), home, { recursive: true });
    copyFileSync(data, join(home, "bh1996.csv"));
    const plan = readScan(join(home, "scan.yaml"));
    const effects = { today: "2026-01-01", privateFolder: home, megabytes: 1024, announce: () => {}, tool: "test" };
    const ingested = await ingest(plan, effects);
    const [sums] = await addUp(plan, ingested);
    [block] = (await readBlocks(ingested.database, sums as NonNullable<typeof sums>, ingested.trees[0] ?? [])) as [
      Block,
    ];
    ingested.database.close();
    release = await makeReleaseAlone(plan, effects);
    plain = await queryPlainly();
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function queryPlainly() {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const sql = `select GRP::varchar as unit, count(WBEING)::integer as respondents, avg(WBEING)::double as mean
      from read_csv('${data.replaceAll("'", "''")}') group by grouping sets ((GRP), ())`;
    const rows = (await connection.runAndReadAll(sql)).getRowObjects();
    return new Map(
      rows.map((row) => [
        row["unit"] as string | null,
        { respondents: row["respondents"] as number, mean: row["mean"] as number },
      ]),
    );
  }

  const isRoot = (unit: string) => release.units.find((one) => one.unit === unit)?.parent === null;

  it("has the respondents and the mean of all 99 companies and of everyone", () => {
    expect(plain.size).toBe(100);
    expect(block.cells).toHaveLength(100);
    const { factor } = block.measures[0] as Block["measures"][number];
    for (const { unit, respondents, sum } of block.cells) {
      const expected = plain.get(isRoot(unit) ? null : unit);
      expect(respondents, unit).toBe(expected?.respondents);
      const mean = Number(sum) / Number(factor) / respondents;
      expect(Math.abs(mean - (expected?.mean as number)), unit).toBeLessThan(1e-9);
    }
    expect(block.cells.find(({ unit }) => isRoot(unit))?.respondents).toBe(7382);
  });

  it("publishes the same means to six decimals", () => {
    const cells = release.cells.filter((cell) => cell.measure === measure);
    expect(cells).toHaveLength(100);
    for (const cell of cells) {
      const expected = plain.get(isRoot(cell.unit) ? null : cell.unit);
      expect(cell.status).toBe("released");
      if (cell.status !== "released") continue;
      expect(cell.respondents).toBe(expected?.respondents);
      expect(cell.bound).toBeUndefined();
      expect(Math.abs((cell.mean as number) - (expected?.mean as number))).toBeLessThan(1e-6);
    }
  });

  it("has the ICC(1) of R", () => {
    // m <- summary(aov(WBEING ~ as.factor(GRP), d))[[1]][["Mean Sq"]]; k <- mean(table(d$GRP))
    // sprintf("%.10f", (m[1] - m[2]) / (m[1] + (k - 1) * m[2]))
    const icc = release.statistics.find(({ statistic }) => statistic === "icc1_mean_group_size");
    expect(icc?.value).toBeCloseTo(0.0433690501, 10);
    expect(icc).toMatchObject({ measure, respondents: 7382, teams: 99 });
  });

  it("makes the claim about companies as such, and says what was missing for more", () => {
    expect(release.models).toEqual([
      expect.objectContaining({
        wave: "1996",
        measure,
        status: "assessed",
        claim: "team_as_such",
        teams: 99,
        missing: ["invited", "reliability"],
      }),
    ]);
    expect(release.assessments).toHaveLength(99);
  });

  it("publishes no participation, because nobody says how many were invited", () => {
    expect(release.measures.map((one) => one.measure)).toEqual([measure]);
  });
});
