import { beforeAll, describe, expect, it } from "vitest";
import type { Assessment, Release } from "../../../schemas/release.ts";
import {
  withAssessed,
  withCalibration,
  withCharts,
  withDrivers,
  withGroupLevels,
  withOutcomes,
} from "../../reports/example-evidence.ts";
import { withGroups } from "../../reports/example-groups.ts";
import { exampleRelease } from "../../reports/example-release.ts";
import { type Rendered, renderAll, replaceIn, scanOnly, scanWith } from "./rendered.ts";

const page = "report.hr.nl.html";
let rendered: Rendered;
beforeAll(async () => {
  rendered = await renderAll(makeRelease());
});

describe("what lies behind the signals", () => {
  it("holds nothing but figures of the release", () => {
    expect(scanWith(rendered)).toEqual([]);
  });

  it.each([
    ["how often labels are right", "In ongeveer 4 van de 100", "In ongeveer 77 van de 100"],
    ["a change of a team", "+0,20, met", "+0,29, met"],
    ["the smallest change", "verandering van 0,44", "verandering van 0,49"],
    ["what silence could do", "gemiddeld 1,7 keer", "gemiddeld 7,7 keer"],
    ["a driver", ">21\u00a0%<", ">29\u00a0%<"],
    ["a balance", ">+0,4<", ">+0,9<"],
    ["an equal share", ">gelijk deel 18,5\u00a0%<", ">gelijk deel 17,5\u00a0%<"],
    ["in how many teams a scale weighs most", "zwaarst in 2 van de 3", "zwaarst in 997 van de 3"],
    ["a correlation", ">0,41<", ">0,47<"],
    ["a correlation below its figure", "teams: 0,41, met", "teams: 0,47, met"],
    ["an amount", "en 1.100.000 euro", "en 1.900.000 euro"],
    ["an amount per employee", "tussen 3.300 en", "tussen 3.400 en"],
    ["a limit of chance", ">1,80<", ">1,87<"],
  ])("is found when it is another figure: %s", (_, from, to) => {
    expect(scanOnly(rendered, { files: replaceIn(rendered, page, from, to) })).not.toEqual([]);
  });

  const chart = "charts/outcome-absence-by-team.nl.vl.json";

  it.each(["figure", "value"])("is found when a team has the %s of another one in the chart of an outcome", (field) => {
    const spec = JSON.parse(rendered.files.get(chart) ?? "") as { data: { values: Record<string, unknown>[] } };
    const [one, other] = spec.data.values as [Record<string, unknown>, Record<string, unknown>];
    expect(one[field]).not.toBe(other[field]);
    one[field] = other[field];
    const found = scanOnly(rendered, { files: { [chart]: `${JSON.stringify(spec, null, 1)}\n` } });
    expect(found.map(({ kind }) => kind)).toContain("attribution");
  });

  it("is found when the axis of an outcome goes on where no team is", () => {
    const domain = /"value",\s*"type":\s*"quantitative",\s*"scale":\s*\{\s*"domain":\s*\[\s*[\d.]+,\s*([\d.]+)/;
    const [whole = "", high = ""] = domain.exec(rendered.files.get(chart) ?? "") ?? [];
    expect(Number(high)).toBeGreaterThan(0);
    const files = replaceIn(rendered, chart, whole, whole.replace(new RegExp(`${high}$`), String(Number(high) + 3)));
    expect(scanOnly(rendered, { files }).map(({ kind }) => kind)).toContain("domain");
  });

  it("is found when the cell of a team has the outcome of another one", () => {
    const row =
      /(<bdi>(?:verhoogd signaal|aandachtspunt)<\/bdi><\/td><td class="n">\d,\d\d<\/td><td class="n">)(\d,\d+)</;
    const [whole = "", start = "", value = ""] = row.exec(rendered.files.get(page) ?? "") ?? [];
    const files = replaceIn(rendered, page, whole, `${start}${value.startsWith("9") ? "8" : "9"}${value.slice(1)}<`);
    expect(scanOnly(rendered, { files }).map(({ kind }) => kind)).toContain("attribution");
  });

  it.each([123_456, -0.01])("holds whatever the size of an outcome: times %d", async (times) => {
    const plain = withOutcomes(exampleRelease({ teams: 14, departments: 2, waves: ["najaar"] }));
    const links = (plain.links ?? []).map((link) => ({
      ...link,
      teams: link.teams.map((team) => ({ ...team, value: Number((times * team.value).toFixed(6)) })),
    }));
    expect(scanWith(await renderAll({ ...plain, links }))).toEqual([]);
  });

  it("is found when a group has the label of the teams around it", () => {
    const row = /(<bdi>Vast<\/bdi><\/td><td[^>]*><bdi>)aandachtspunt/;
    const [whole = "", start = ""] = row.exec(rendered.files.get(page) ?? "") ?? [];
    const files = replaceIn(rendered, page, whole, `${start}verhoogd signaal`);
    expect(scanOnly(rendered, { files }).map(({ kind }) => kind)).toContain("attribution");
  });
});

/** With T002 two of three teams with a signal. */
const weighed: Partial<Assessment> = {
  level: "watch",
  drivers: [{ measure: "vitality.energy", gap: 0.5, contribution: 0.3 }],
};

function makeRelease(): Release {
  const plain = exampleRelease({ teams: 24, departments: 3, waves: ["voorjaar", "zomer", "najaar"] });
  const moved = withAssessed(withDrivers(withCalibration(plain)), ({ signals, unit }) => ({
    ...(unit === "T004" ? weighed : {}),
    change: {
      ...{ since: "zomer", estimate: 0.204, interval: { low: -0.1, high: 0.5 } },
      ...{ probability_worse: 0.8, probability_better: 0.05, direction: "not_shown" },
    },
    signals: signals.map((signal) => ({
      ...signal,
      ...{ detectable_change: 0.437, silent: { tipping_point: 1.67, probability_if_worse: 0.91 } },
    })),
  }));
  const grouped = withGroupLevels(withGroups(moved), { permanent: "watch" }, "D1");
  return withShownValues(withCharts(withOutcomes(grouped), ["above", "within", "below"]));
}

/** A chart follows the figures that are shown. */
function withShownValues(release: Release): Release {
  const findMean = (wave: string, unit: string) => {
    const cell = release.cells.find(
      (one) => one.wave === wave && one.unit === unit && one.measure === "bat_12.total" && one.segment === null,
    );
    if (cell?.status !== "released" || cell.mean === undefined) throw new Error("The team must be shown.");
    return cell.mean;
  };
  const charts = (release.charts ?? []).map((chart) => ({
    ...chart,
    points: chart.points.map((point) => ({ ...point, value: findMean(point.wave, chart.unit) })),
  }));
  return { ...release, charts };
}
