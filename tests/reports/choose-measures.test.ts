import { describe, expect, it } from "vitest";
import { indexRelease } from "../../reports/index-release.ts";
import { renderReport } from "../../reports/render-report.tsx";
import {
  chooseDimensions,
  chooseKind,
  chooseMainMeasures,
  orderCells,
  orderMeasures,
} from "../../reports/rows/choose-measures.ts";
import { summarise } from "../../reports/summary.ts";
import type { Measure, Release } from "../../schemas/release.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const example = exampleRelease();

/** The example with other areas; participation keeps none. */
const withAreas = (areas: Readonly<Record<string, Measure["area"]>>): Release => ({
  ...example,
  measures: example.measures.map((one) => ({
    ...one,
    area: one.kind === "participation" ? null : (areas[one.measure] ?? null),
  })),
});
const names = (measures: readonly { measure: string }[]) => measures.map(({ measure }) => measure);

const spread = withAreas({
  "enps.score": "outcomes",
  "bat_12.total": "well_being",
  "vitality.energy": "resources",
  "vitality.motivation": "resources",
  "vitality.resilience": "demands",
});
const index = indexRelease(spread);

describe("orderMeasures", () => {
  it("goes from demands over resources and well-being to outcomes, then what has no area, then participation", () => {
    expect(names(orderMeasures(spread.measures))).toEqual([
      "vitality.resilience",
      "vitality.energy",
      "vitality.motivation",
      "bat_12.total",
      "enps.score",
      "vitality.total",
      "participation.enps",
      "participation.wellbeing",
    ]);
  });

  it("keeps the order of measures without an area", () => {
    const plain = withAreas({}).measures;
    expect(orderMeasures(plain)).toEqual(plain);
  });
});

describe("orderCells", () => {
  it("goes wave by wave, in each from measure to measure, and keeps the units of a measure in order", () => {
    const cells = orderCells(index);
    expect([...new Set(cells.map(({ wave, measure }) => `${wave} ${measure}`))].slice(6, 10)).toEqual([
      "najaar-2024 participation.enps",
      "najaar-2024 participation.wellbeing",
      "najaar-2025 vitality.resilience",
      "najaar-2025 vitality.energy",
    ]);
    const unitsOf = (list: typeof cells) =>
      list.flatMap(({ wave, measure, unit }) => (wave === "najaar-2025" && measure === "bat_12.total" ? [unit] : []));
    expect(unitsOf(cells)).toEqual(unitsOf(example.cells));
    expect(cells).toHaveLength(example.cells.length);
  });
});

describe("choosing measures", () => {
  it("takes one main scale of every instrument and area, in the order of areas", () => {
    expect(names(chooseMainMeasures(index))).toEqual([
      "vitality.resilience",
      "vitality.energy",
      "bat_12.total",
      "vitality.total",
    ]);
    expect(names(chooseMainMeasures(indexRelease(example)))).toEqual(["bat_12.total", "vitality.total"]);
  });

  it("sets only scales of one area side by side", () => {
    expect(
      chooseDimensions(index).map(({ instrument, area, alone, measures }) => [
        instrument,
        area,
        alone,
        names(measures),
      ]),
    ).toEqual([["vitality", "resources", true, ["vitality.energy", "vitality.motivation"]]]);
  });

  it.each([
    ["areas of two scales and of one", spread],
    [
      "a total with one scale of its area",
      withAreas({ "vitality.total": "well_being", "vitality.energy": "well_being" }),
    ],
    ["no areas", withAreas({})],
  ])("leaves no released scale out of the page: %s", (_, release) => {
    const own = indexRelease(release);
    const shown = new Set([...chooseMainMeasures(own), ...chooseDimensions(own).flatMap((one) => one.measures)]);
    expect(names([...shown]).sort()).toEqual(names(chooseKind(own, "mean")).sort());
  });
});

describe("the areas on the page", () => {
  const headings = async (release: Release, language: "nl" | "en") => {
    const page = await renderReport(release, language);
    return [...page.matchAll(/<h3 class="area">([^<]*)<\/h3>/g)].map(([, text]) => text);
  };

  it("stand as small headings above their figures, in the order of the picture", async () => {
    expect(await headings(spread, "nl")).toEqual(["Stressoren", "Energiebronnen", "Welzijn", "Andere schalen"]);
    expect(await headings(spread, "en")).toEqual(["Demands", "Resources", "Well-being", "Other scales"]);
  });

  it("have no heading where nothing names an area, or where one figure stands alone", async () => {
    expect(await headings(withAreas({}), "nl")).toEqual([]);
    const alone = exampleRelease({ instruments: ["bat_12"] });
    expect(alone.measures.find(({ kind }) => kind === "mean")?.area).toBe("well_being");
    expect(await headings(alone, "nl")).toEqual([]);
  });

  it("name the area in the title when one instrument has scales of several side by side", async () => {
    const two = withAreas({
      "vitality.total": "resources",
      "vitality.energy": "resources",
      "vitality.motivation": "demands",
      "vitality.resilience": "demands",
    });
    const both: Release = {
      ...two,
      measures: two.measures.map((one) => (one.measure === "vitality.total" ? { ...one, scale: "spirit" } : one)),
    };
    const text = readText(await renderReport(both, "nl"));
    expect(text).toMatch(/Vitaliteit, 16 vragen \(stressoren\): \d+ afdeling/);
    expect(text).toMatch(/Vitaliteit, 16 vragen \(energiebronnen\): (\d+|geen) afdeling/);
  });

  it("order the summary too", () => {
    const lines = summarise(spread, "en")
      .split("\n")
      .filter((line) => line.startsWith("- "));
    expect(lines.map((line) => line.split(":")[0])).toEqual([
      "- Resilience",
      "- Energy",
      "- Strain (BAT-12)",
      "- eNPS",
      "- Vitality",
      "- Response rate (short questionnaire)",
      "- Response rate (well-being questionnaire)",
    ]);
  });
});
