import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { withDrivers } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 12, departments: 2 });
const release = withDrivers(plain);
const nameOf = (unit: string) => plain.units.find((one) => one.unit === unit)?.name;

describe("what goes together with the signal", () => {
  it("is a figure that states the finding, with a table of parts and their area, said as an association", async () => {
    const text = readText(await renderReport(release, "en"));
    expect(text).toContain("That is an association. It does not say that one causes the other.");
    expect(text).toContain("\nEnergy goes together with Strain (BAT-12) most\n");
    // 0.21 - 0.04 and + 0.06
    expect(text).toContain("Energy | a lower outcome | yes | 21% | 17% | 27%");
    expect(text).toContain("Motivation | neither | no | 16% | 12% | 22%");
    expect(text).toContain(
      "37% of the differences in Strain (BAT-12) between people in the same team (211 respondents in 10 teams)",
    );
  });

  it("says so when no scale stands out", async () => {
    const flat = (release.drivers ?? []).map((model) => ({
      ...model,
      drivers: model.drivers.map((driver) => ({ ...driver, stands_out: false })),
    }));
    const text = readText(await renderReport({ ...release, drivers: flat }, "nl"));
    expect(text).toContain("\nGeen schaal valt op in wat samengaat met Spanningsklachten (BAT-12)\n");
  });

  it("names what weighs most in every team with a signal, and no other team", async () => {
    const text = readText(await renderReport(release, "nl"));
    const part = text.split("Wat in teams met een signaal het meest weegt\n")[1]?.split("Achter stressoren")[0] ?? "";
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
