import { describe, expect, it } from "vitest";
import { openContext } from "../../reports/context.ts";
import { makeDriverFigures } from "../../reports/figures/drivers-figure.ts";
import { renderReport } from "../../reports/render-report.tsx";
import { withAssessed, withDrivers } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 12, departments: 2 });
const release = withDrivers(plain);
const nameOf = (unit: string) => plain.units.find((one) => one.unit === unit)?.name;

describe("what goes together with the signal", () => {
  it("is a figure that states the finding, with a table of parts and their area, said as an association", async () => {
    const text = readText(await renderReport(release, "en"));
    expect(text).toContain("That is an association. It does not say that one causes the other.");
    expect(text).toContain("The scale Energy goes together most clearly with Strain (BAT-12)");
    // 0.21 - 0.04 and + 0.06
    expect(text).toContain("Energy | a lower outcome | yes | 21% | 17% | 27%");
    expect(text).toContain("Motivation | neither | no | 16% | 12% | 22%");
    expect(text).toContain(
      "37% of the differences in Strain (BAT-12) between people in the same team (211 respondents in 10 teams)",
    );
  });

  it("is drawn with the largest part first, beside an equal part", () => {
    const [model] = release.drivers ?? [];
    if (model === undefined) throw new Error("The example has drivers.");
    const turned = { ...release, drivers: [{ ...model, drivers: [...model.drivers].reverse() }] };
    const [figure] = makeDriverFigures(openContext(turned, "en"));
    const spec = JSON.stringify(figure?.spec("wide"));
    expect(spec.indexOf('"Energy"')).toBeLessThan(spec.indexOf('"Motivation"'));
    // 0.37 / 2
    expect(spec).toContain('{"equal_share":0.185,"text":"equal part 18.5%"}');
    expect(figure?.table.rows.map(([scale]) => scale)).toEqual(["Energy", "Motivation"]);
  });

  it.each([
    [[], "No scale stands out above an equal part for Strain (BAT-12)"],
    [["energy", "motivation"], "The scales Energy and Motivation go together most clearly with Strain (BAT-12)"],
    [["energy", "motivation", "resilience", "total"], "4 of the 5 scales clearly go together with Strain (BAT-12)"],
  ])("says which scales stand out: %j", (clear, title) => {
    const [model] = release.drivers ?? [];
    const [driver] = model?.drivers ?? [];
    if (model === undefined || driver === undefined) throw new Error("The example has drivers.");
    const drivers = [
      "vitality.energy",
      "vitality.motivation",
      "vitality.resilience",
      "vitality.total",
      "enps.score",
    ].map((measure) => ({ ...driver, measure, stands_out: clear.some((scale) => measure === `vitality.${scale}`) }));
    const [figure] = makeDriverFigures(openContext({ ...release, drivers: [{ ...model, drivers }] }, "en"));
    expect(figure?.title).toBe(title);
  });

  it("says above the teams which scale weighs most in more than half of them", async () => {
    const levels = withAssessed(release, ({ unit, drivers }) =>
      unit === "T004" || unit === "T006"
        ? { level: "watch", drivers: (drivers ?? []).map((driver) => ({ ...driver, contribution: 0.1 })) }
        : {},
    );
    const flagged = levels.assessments.filter(({ wave, level }) => wave === "najaar-2025" && level !== "no_signal");
    const heavy = flagged.filter(({ drivers }) => (drivers?.[0]?.contribution ?? 0) > 0).length;
    expect(2 * heavy).toBeGreaterThan(flagged.length);
    expect(readText(await renderReport(levels, "en"))).toContain(
      `The scale Energy weighs most in ${heavy} of the ${flagged.length} teams in this table`,
    );
  });

  it("names what weighs most in every team with a signal, and no other team", async () => {
    const text = readText(await renderReport(release, "nl"));
    const part =
      text.split("Wat in teams met een signaal het meest weegt\n")[1]?.split("De kolommen Stressoren")[0] ?? "";
    expect(part.trim().split("\n").slice(1)).toEqual([
      `${nameOf("T002")} | Energie | +0,4 | \u22120,3`,
      `${nameOf("T003")} | geen schaal valt op | |`,
    ]);
  });

  it("is not there when nothing was weighed in the newest wave", async () => {
    const earlier = (release.drivers ?? []).map((model) => ({ ...model, wave: plain.waves[0]?.wave ?? "" }));
    for (const without of [plain, { ...release, drivers: earlier }])
      expect(readText(await renderReport(without, "nl"))).not.toContain("samengaat met");
  });
});
