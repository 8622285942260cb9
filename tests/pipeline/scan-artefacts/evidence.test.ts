import { beforeAll, describe, expect, it } from "vitest";
import type { Release } from "../../../schemas/release.ts";
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
    ["the smallest change", "zien van 0,44", "zien van 0,49"],
    ["what silence could do", "gemiddeld 1,7 keer", "gemiddeld 7,7 keer"],
    ["a driver", ">21\u00a0%<", ">29\u00a0%<"],
    ["a balance", ">+0,4<", ">+0,9<"],
    ["a correlation", ">0,41<", ">0,47<"],
    ["an amount", "en 1.100.000 euro", "en 1.900.000 euro"],
    ["an amount per employee", "tussen 3.300 en", "tussen 3.400 en"],
    ["a limit of chance", ">1,80<", ">1,87<"],
  ])("is found when it is another figure: %s", (_, from, to) => {
    expect(scanOnly(rendered, { files: replaceIn(rendered, page, from, to) })).not.toEqual([]);
  });

  it("is found when a group has the label of the teams around it", () => {
    const row = /(<bdi>Vast<\/bdi><\/td><td[^>]*><bdi>)aandachtspunt/;
    const [whole = "", start = ""] = row.exec(rendered.files.get(page) ?? "") ?? [];
    const files = replaceIn(rendered, page, whole, `${start}verhoogd signaal`);
    expect(scanOnly(rendered, { files }).map(({ kind }) => kind)).toContain("attribution");
  });
});

function makeRelease(): Release {
  const plain = exampleRelease({ teams: 24, departments: 3, waves: ["voorjaar", "zomer", "najaar"] });
  const moved = withAssessed(withDrivers(withCalibration(plain)), ({ signals }) => ({
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
