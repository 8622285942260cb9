/** Drivers of a whole run, from an export to the release, against R; skipped where the reference is not there. */
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readScan } from "../../pipeline/read-scan.ts";
import type { Release } from "../../schemas/release.ts";
import { makeReleaseAlone } from "../pipeline/release-alone.ts";
import { makeTempFiles } from "../pipeline/temp-files.ts";

const reference = new URL("../../../shared/reference/statistics/", import.meta.url);
const present = existsSync(new URL("expected.json", reference));
const { folder, write } = makeTempFiles();
const read = (name: string) => readFileSync(new URL(name, reference), "utf8");

type Weights = { raw: number[]; r2: number; sign: number[] };
const resources = ["autonomy", "support", "clarity", "growth", "recognition"];
const bat = Array.from({ length: 12 }, (_, index) => `bat${index + 1}`);
const text = { nl: "t", en: "t" };

const describeInstrument = (
  instrument: string,
  scales: readonly Record<string, unknown>[],
  items: readonly string[],
) => ({
  instrument,
  version: 1,
  title: text,
  citation: "Made for this test.",
  licence: { id: "MIT", redistribute_text: true },
  answers: { minimum: 1, maximum: 5 },
  items: items.map((item) => ({ item, label: text })),
  scales: scales.map((scale) => ({ title: text, meaning: text, score: "mean", ...scale })),
});

/** The first wave of the reference as an analyst would scan it. */
function writeFiles(predictors: readonly string[]): string {
  const total = { scale: "total", items: bat, minimum_answered: 12, higher_is: "worse", area: "well_being" };
  write(stringify(describeInstrument("bat", [total], bat)), "bat.yaml");
  const scales = predictors.map((item) => ({
    scale: item,
    items: [item],
    minimum_answered: 1,
    ...(resources.includes(item)
      ? { higher_is: "better", area: "resources" }
      : { higher_is: "worse", area: "demands" }),
  }));
  write(stringify(describeInstrument("work", scales, predictors)), "work.yaml");
  const [head = "", ...rows] = read("respondents.csv").trim().split(/\r?\n/);
  write(`${[head, ...rows.filter((row) => row.startsWith("1,"))].join("\n")}\n`, "answers.csv");
  const teams = read("teams.csv").trim().split(/\r?\n/).slice(1);
  const units = teams.map((row) => row.split(",")).map(([unit, headcount]) => `${unit},${unit},ORG,${headcount}`);
  write(`unit,name,parent,invited\nORG,Organisation,,0\n${units.join("\n")}\n`, "roster.csv");
  const answers = Object.fromEntries([...bat, ...predictors].map((item) => [item, item]));
  return write(
    stringify({
      organisation: "Reference",
      instruments: ["bat.yaml", "work.yaml"],
      questionnaires: { main: { instruments: ["bat", "work"], columns: { unit: "team", answers } } },
      waves: [
        {
          wave: "first",
          opened_date: "2026-01-05",
          closed_date: "2026-01-30",
          roster: "roster.csv",
          exports: { main: "answers.csv" },
        },
      ],
      line: { kind: "own_organisation", measure: "bat.total" },
    }),
    "scan.yaml",
  );
}

describe.skipIf(!present)("drivers of 288 respondents in 21 teams", () => {
  let release: Release;
  let expected: { predictors: string[]; pooled: Weights; within_team: Weights };

  beforeAll(async () => {
    expected = JSON.parse(read("expected.json")).drivers;
    const effects = {
      today: "2026-02-01",
      privateFolder: folder,
      megabytes: 512,
      announce: () => undefined,
      tool: "test",
    };
    release = await makeReleaseAlone(readScan(writeFiles(expected.predictors)), effects);
  });

  it("are the relative weights of R, rounded to a step", () => {
    const [model] = release.drivers ?? [];
    expect(release.drivers).toHaveLength(1);
    expect(model).toMatchObject({ wave: "first", outcome: "bat.total", respondents: 288, teams: 21 });
    // 2 / sqrt(105) for the outcome x 2 / sqrt(288) for a driver x 5 / 4 = .029
    expect(model?.step).toBe(0.05);
    const half = 0.025 + 1e-9;
    expect(Math.abs((model?.explained ?? 0) - expected.within_team.r2)).toBeLessThanOrEqual(half);
    expect(Math.abs((model?.explained_pooled ?? 0) - expected.pooled.r2)).toBeLessThanOrEqual(half);
    expect(model?.drivers.map(({ measure }) => measure)).toEqual(expected.predictors.map((name) => `work.${name}`));
    model?.drivers.forEach((driver, index) => {
      expect(Math.abs(driver.weight - (expected.within_team.raw[index] ?? 1))).toBeLessThanOrEqual(half);
      expect(Math.abs(driver.weight_pooled - (expected.pooled.raw[index] ?? 1))).toBeLessThanOrEqual(half);
      expect(driver.goes_with).toBe(expected.within_team.sign[index] === 1 ? "higher" : "lower");
      expect(driver.interval.low).toBeLessThanOrEqual(driver.weight);
      expect(driver.interval.high).toBeGreaterThanOrEqual(driver.weight);
    });
  });

  it("show workload as what stands out, and a balance for every assessed team", () => {
    const standing = release.drivers?.[0]?.drivers.filter(({ stands_out }) => stands_out);
    expect(standing?.map(({ measure }) => measure)).toEqual(["work.workload"]);
    expect(release.assessments).toHaveLength(21);
    for (const { balance, drivers } of release.assessments) {
      expect(balance).toBeDefined();
      expect(drivers?.map(({ measure }) => measure)).toEqual(["work.workload"]);
    }
  });
});
