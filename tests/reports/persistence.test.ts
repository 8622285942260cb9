import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { withCharts } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 12, departments: 2, waves: ["2024", "2025", "2026"] });
const nameOf = (unit: string) => plain.units.find((one) => one.unit === unit)?.name;

describe("teams that differ from their own earlier waves", () => {
  it("are listed with the wave, the side and the limits of chance; others are not", async () => {
    const text = readText(await renderReport(withCharts(plain, ["above", "within", "below"]), "en"));
    expect(text.split("\n").filter((line) => /than before \|/.test(line))).toEqual([
      `${nameOf("T002")} | 2026 | less favourable than before | 2.65 | 1.80 | 2.50`,
      `${nameOf("T004")} | 2026 | more favourable than before | 2.65 | 1.80 | 2.50`,
    ]);
  });

  it("turn around where higher is better", async () => {
    const measures = plain.measures.map((one) => ({ ...one, higher_is: "better" as const }));
    const text = readText(await renderReport({ ...withCharts(plain, ["above"]), measures }, "nl"));
    expect(text).toContain(`${nameOf("T002")} | 2026 | gunstiger dan daarvoor |`);
  });

  it("may be none, and are not spoken of without charts", async () => {
    const none = "Geen team wijkt zo ver af dat toeval het zelden verklaart.";
    expect(readText(await renderReport(withCharts(plain, ["within"]), "nl"))).toContain(none);
    expect(readText(await renderReport(plain, "nl"))).not.toContain(none);
  });
});
