import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import type { Release } from "../../schemas/release.ts";
import { withOutcomes } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 12, departments: 2 });
const release = withOutcomes(plain);
const correlate = (low: number, high: number): Release => ({
  ...release,
  links: (release.links ?? []).slice(0, 1).map((link) => ({ ...link, correlation: { rho: 0.1, low, high } })),
});

describe("figures of the organisation's own", () => {
  it("go together or not, with the rank correlation and its area, and are never a cause", async () => {
    const text = readText(await renderReport(release, "en"));
    expect(text).toContain("That does not say that one causes the other.");
    expect(text).toContain(
      "Strain (BAT-12) | Absence (% of working time) | a higher figure | 0.41 | 0.11 | 0.64 | 2 | 0",
    );
    expect(text).toContain("Strain (BAT-12) | Turnover (% of working time) | can't be said | | | | 2 | fewer than 5");
  });

  it("are not clear while 0 lies in the area, and are lower when all of it lies below 0", async () => {
    expect(readText(await renderReport(correlate(-0.2, 0.4), "nl"))).toContain("| niet duidelijk | 0,10 |");
    expect(readText(await renderReport(correlate(-0.6, -0.1), "nl"))).toContain("| een lager cijfer | 0,10 |");
  });

  it("are not spoken of when the release has none in the newest wave", async () => {
    const earlier = (release.links ?? []).map((link) => ({ ...link, wave: plain.waves[0]?.wave ?? "" }));
    for (const without of [plain, { ...release, links: earlier }])
      expect(readText(await renderReport(without, "nl"))).not.toContain("Rangcorrelatie");
  });
});
