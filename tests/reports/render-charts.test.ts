import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../reports/draw-svg.ts";
import { chartSpecs, teamChartSpecs } from "../../reports/render-charts.ts";
import { withDrivers, withOutcomes } from "./example-evidence.ts";
import { withGroups } from "./example-groups.ts";
import { exampleRelease } from "./example-release.ts";

const plain = exampleRelease({ teams: 16, departments: 3, waves: ["najaar-2024", "voorjaar-2025", "najaar-2025"] });
const { drivers } = withDrivers(plain);
const release = withOutcomes({ ...plain, drivers });

/** Every kind of chart: those of the editions for HR and the board, of groups, of what goes together, and of the first manager. */
const charts = [...chartSpecs(withGroups(release), "nl"), ...[...teamChartSpecs(release, "nl")].slice(0, 1)];

describe("chartSpecs", () => {
  it.each(charts.map((chart) => [chart.name, chart.spec] as const))(
    "gives %s as a valid spec that stays the same",
    async (name, spec) => {
      expect(() => compile(spec as TopLevelSpec)).not.toThrow();
      expect(spec).toMatchObject({ $schema: expect.stringContaining("vega-lite/v6"), title: expect.any(String) });
      await expect(`${JSON.stringify(spec, null, 1)}\n`).toMatchFileSnapshot(`../golden/charts/${name}.nl.vl.json`);
    },
  );

  it("names every chart once, the same in both languages", () => {
    const names = chartSpecs(release, "en").map((chart) => chart.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(chartSpecs(release, "nl").map((chart) => chart.name));
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_-]*$/);
  });

  it("gives no chart when nothing but the organisation's figures is published and it has none", () => {
    expect(chartSpecs({ ...plain, cells: [], assessments: [], models: [] }, "nl")).toEqual([]);
  });
});

describe("teamChartSpecs", () => {
  it("gives a chart for every team with a figure, named after its code, with rows of that team only", () => {
    const charts = [...teamChartSpecs(release, "nl")];
    const shown = new Set(
      release.cells.flatMap((cell) =>
        cell.status === "released" && cell.wave === "najaar-2025" && cell.measure === "bat_12.total" ? [cell] : [],
      ),
    );
    const teams = [...shown].filter(({ unit }) => release.units.find((one) => one.unit === unit)?.leaf === true);
    expect(charts.map(({ name }) => name)).toEqual(teams.map(({ unit }) => `manager.${unit}.team-and-organisation`));
    for (const [at, { spec }] of charts.entries()) {
      const rows = (spec as { data: { values: { scale: string; team: number }[] } }).data.values;
      const row = rows.find(({ scale }) => scale === "Spanningsklachten (BAT-12)");
      expect(row?.team).toBeCloseTo(((teams[at]?.mean as number) - 1) / 4, 4);
    }
  });
});

describe("drawSvg", () => {
  const specs = chartSpecs(release, "nl");

  it("prefixes every id and leaves no style, script or handler", async () => {
    for (const { name, spec } of specs) {
      const svg = await drawSvg(spec as TopLevelSpec, `p-${name}`, "label");
      expect(svg).not.toMatch(/ style=| on[a-z]+=|<script|<style/);
      for (const id of svg.matchAll(/ id="([^"]*)"/g)) expect(id[1]).toContain(`p-${name}-`);
      for (const use of svg.matchAll(/url\(#([^)]*)\)/g)) expect(use[1]).toContain(`p-${name}-`);
    }
  });

  it("draws the same bytes twice", async () => {
    const first = specs[0] as { spec: object };
    const draw = () => drawSvg(first.spec as TopLevelSpec, "a", "b");
    expect(await draw()).toBe(await draw());
  });

  it("escapes its label", async () => {
    const first = specs[0] as { spec: object };
    expect(await drawSvg(first.spec as TopLevelSpec, "a", '"><script>')).toContain(
      'aria-label="&quot;&gt;&lt;script&gt;"',
    );
  });
});
