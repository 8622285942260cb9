import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { withCalibration } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const release = exampleRelease({ teams: 12, departments: 2 });
const partOf = async (...change: Parameters<typeof withCalibration> extends [unknown, ...infer Rest] ? Rest : never) =>
  readText(await renderReport(withCalibration(release, ...change), "en")).split("\nHow sure are these signals?\n")[2] ??
  "";

describe("how sure the signals are", () => {
  it("is said in scans of 100 and teams of 10, with how it was computed", async () => {
    // 0.04, 0.88, 0.43 and 0.66 in the release
    const part = await partOf();
    expect(part.split("\n").slice(0, 4)).toEqual([
      "In about 4 of 100 imitated scans without any difference between teams a team still got an elevated signal.",
      "In imitated scans like this one, of the teams with an elevated signal about 9 in 10 truly lie beyond the line.",
      "Of the teams that truly lie beyond the line in them, about 4 in 10 get an elevated signal. Together with the teams to watch it is about 7 in 10. So a team without an elevated signal can still lie beyond the line.",
      "How this was computed: we imitated 314 scans without differences between teams and 314 scans with differences as here, with teams of the same size, response, spread and reliability, and counted how often the labels were right.",
    ]);
  });

  it("never claims none or all", async () => {
    const part = await partOf({ scans_with_false_flag: 0, flags_right: 1, found: 0.02 });
    expect(part).toContain("In fewer than 1 of 100 imitated scans");
    expect(part).toContain("more than 9 in 10 truly lie");
    expect(part).toContain("fewer than 1 in 10 get an elevated signal");
  });

  it("leaves out a share of no teams", async () => {
    const part = await partOf({ flags_right: null, found: null, found_or_watched: null });
    expect(part).not.toContain("truly lie");
    expect(part).toContain("In about 4 of 100 imitated scans");
  });

  it("is not there when nothing was simulated", async () => {
    expect(readText(await renderReport(release, "nl"))).not.toContain("Hoe zeker zijn deze signalen?");
  });
});
