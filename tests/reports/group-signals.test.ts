import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { withGroupLevels } from "./example-evidence.ts";
import { withGroups } from "./example-groups.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const release = withGroups(exampleRelease({ teams: 12, departments: 2 }));

describe("groups with a signal", () => {
  it("stand in the order of the release with label, certainty and respondents", async () => {
    const levels = { permanent: "watch", temporary: "elevated" } as const;
    const lines = readText(await renderReport(withGroupLevels(release, levels), "en")).split("\n");
    const rows = lines.filter((line) => line.includes(" | Contract | "));
    // 0.83 in steps of 5 %
    expect(rows).toEqual([
      "Stichting Waterrand | Contract | Permanent | watch | 85% | 42",
      "Stichting Waterrand | Contract | Temporary | elevated signal | 85% | 42",
    ]);
    expect(lines.join("\n")).toContain("This is about groups, never about one person.");
  });

  it("say so when none has one", async () => {
    const text = readText(await renderReport(withGroupLevels(release, { permanent: "no_signal" }), "nl"));
    expect(text).toContain("Geen van de beoordeelde groepen heeft een verhoogd signaal");
    expect(text).not.toContain("| Dienstverband |");
  });

  it("are not spoken of when no group was assessed", async () => {
    for (const without of [release, withGroupLevels(release, {})])
      expect(readText(await renderReport(without, "nl"))).not.toContain("Afdelingen en groepen met een signaal");
  });
});
