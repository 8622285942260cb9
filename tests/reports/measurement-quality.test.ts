import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { listMeasurements } from "../../reports/rows/measurement-rows.ts";
import { measurementQualityEnglish } from "../../reports/texts/measurement-quality.en.ts";
import { measurementQualityDutch } from "../../reports/texts/measurement-quality.nl.ts";
import { dutch } from "../../reports/texts/texts.nl.ts";
import type { OrganisationStatistic, Release } from "../../schemas/release.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

type Values = Partial<Record<OrganisationStatistic["statistic"], number | undefined>>;

const example = exampleRelease();
const mean = example.measures.find(({ kind }) => kind === "mean") as Release["measures"][number];
const newest = "najaar-2025";
const good: Values = {
  icc1_mean_group_size: 0.06,
  icc1_adjusted_group_size: 0.061,
  icc2: 0.41,
  reliability: 0.8612,
  omega: 0.87,
  rwg_pooled: 0.75,
  rwg_j_pooled: 0.97,
  items_answered: 0.95,
  floor: 0.25,
  ceiling: 0.1,
};

const withStatistics = (values: Values, wave = newest): Release => ({
  ...example,
  statistics: Object.entries(values).map(([statistic, value]) => ({
    wave,
    measure: mean.measure,
    statistic: statistic as OrganisationStatistic["statistic"],
    value: value as number,
    ...(statistic === "items_answered" && value === 0.95 ? { bound: "at_least" as const } : {}),
    respondents: 300,
    teams: 24,
  })),
});

const judge = (change: Values) => {
  const values = Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined));
  const [row] = listMeasurements(withStatistics(values), newest);
  if (row === undefined) throw new Error("the scale must be there");
  return row;
};

describe("listMeasurements", () => {
  it("calls a reliable scale on which teams agree and differ fit for use", () => {
    expect(judge({})).toMatchObject({
      fitness: "yes",
      reliability: "enough",
      agreement: "strong",
      difference: "uncertain",
      floor: "unknown",
      ceiling: "few",
      fewAnswered: false,
    });
  });

  it("draws its limits where the sources do", () => {
    expect([0.6999, 0.7].map((reliability) => judge({ reliability }).reliability)).toEqual(["low", "enough"]);
    expect([0.3, 0.35, 0.5, 0.55, 0.7, 0.75].map((rwg_pooled) => judge({ rwg_pooled }).agreement)).toEqual([
      "none",
      "weak",
      "weak",
      "moderate",
      "moderate",
      "strong",
    ]);
    expect([0, 0.01].map((icc1_mean_group_size) => judge({ icc1_mean_group_size }).difference)).toEqual([
      "none",
      "uncertain",
    ]);
    expect([0.69, 0.7].map((icc2) => judge({ icc2 }).difference)).toEqual(["uncertain", "clear"]);
    expect([0.15, 0.2].map((floor) => judge({ floor }).floor)).toEqual(["few", "unknown"]);
  });

  it("is not fit when unreliable, and fit with care when something else is weak", () => {
    expect(judge({ reliability: 0.5 }).fitness).toBe("no");
    expect(judge({ reliability: undefined }).fitness).toBe("unknown");
    expect(judge({ rwg_pooled: 0.5 }).fitness).toBe("care");
    expect(judge({ icc1_mean_group_size: -0.01 }).fitness).toBe("care");
    expect(judge({ items_answered: 0.75 }).fitness).toBe("care");
    expect(judge({ rwg_pooled: undefined, floor: undefined })).toMatchObject({ fitness: "yes", agreement: "unknown" });
  });

  it("is about scales with these statistics in that wave", () => {
    expect(listMeasurements(withStatistics(good), "najaar-2024")).toEqual([]);
    expect(listMeasurements(withStatistics({ reliability: 0.8 }), newest)).toEqual([]);
  });
});

describe("the quality of the measurement", () => {
  const rowOf = async (release: Release, language: "nl" | "en") =>
    readText(await renderReport(release, language))
      .split("\n")
      .filter((line) => line.startsWith(`${mean.title[language]} | `) && /strong|sterk|0[.,]87/.test(line));

  it("is one row per scale in words, and one with the figures", async () => {
    expect(await rowOf(withStatistics(good), "en")).toEqual([
      `${mean.title.en} | yes | sufficient | strong | yes, but part is chance | lowest: not ruled out | 95% or more`,
      `${mean.title.en} | 0.86 | 0.87 | 0.75 | 0.97 | 0.06 | 0.06 | 0.41`,
    ]);
    expect(await rowOf(withStatistics({ ...good, reliability: 0.6, items_answered: 0.8 }), "nl")).toEqual([
      `${mean.title.nl} | nee, te onbetrouwbaar | te laag | sterk | ja, maar een deel is toeval | laagste: niet uitgesloten | 80 % tot 85 %`,
      `${mean.title.nl} | 0,60 | 0,87 | 0,75 | 0,97 | 0,06 | 0,06 | 0,41`,
    ]);
  });

  it("is not there without such statistics", async () => {
    const page = readText(await renderReport(withStatistics({ reliability: 0.8 }), "nl"));
    expect(page).not.toContain(dutch.method.measurement);
  });

  it("explains every column but the first, in both languages", () => {
    for (const { columns, explain } of [measurementQualityDutch, measurementQualityEnglish]) {
      const [, ...titles] = Object.values(columns);
      expect(explain.map(([word]) => word)).toEqual(titles);
    }
  });
});
