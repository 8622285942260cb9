import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readScan } from "../../../pipeline/read-scan.ts";
import { openRecords } from "../../../pipeline/run/records.ts";
import { makeRelease } from "../../../pipeline/run.ts";
import { withGaps } from "../../reports/example-gaps.ts";
import { withGroups } from "../../reports/example-groups.ts";
import { exampleRelease } from "../../reports/example-release.ts";
import { renderAll, scanWith } from "./rendered.ts";

describe("an untouched release", () => {
  it.each([
    ["the example", {}],
    ["one wave", { waves: ["najaar-2025"] }],
    ["three waves", { waves: ["najaar-2023", "najaar-2024", "najaar-2025"], teams: 30 }],
    ["more teams than a chart holds", { teams: 300, departments: 6, waves: ["najaar-2025"], instruments: ["bat_12"] }],
    ["waves named after their years", { waves: ["2024", "2025"], teams: 20 }],
    ["waves named after their months", { waves: ["2024-10", "2025-10"], teams: 20 }],
    ["nobody knows how many were invited", { invitedKnown: false }],
    ["no assessment", { assessed: false }],
    ["no team can be shown", { teamsReleased: false }],
    ["no departments", { departments: 0 }],
    ["one questionnaire", { instruments: ["enps"] }],
    ["so many teams that lists are cut off", { teams: 130, departments: 40 }],
    [
      "units named after words and numbers of the reports",
      {
        names: [
          "Teams",
          "Energie",
          "Lijn",
          "12",
          "Team 3",
          "2.31",
          "eNPS",
          "Niet getoond",
          "najaar",
          "Van",
          "100 %",
          "Zorg, thuis",
        ],
      },
    ],
  ] as const)("holds nothing else: %s", async (_, options) => {
    expect(scanWith(await renderAll(exampleRelease(options)))).toEqual([]);
  });

  it("holds nothing else: departments that are not shown in every wave", async () => {
    const waves = ["najaar-2023", "najaar-2024", "najaar-2025"];
    const release = withGaps(exampleRelease({ waves, teams: 30, departments: 4 }));
    const rendered = await renderAll(release);
    expect(rendered.files.get("report.hr.nl.html")).toMatch(/d="[^"]*M[\d.]+,[\d.]+Z/);
    expect(scanWith(rendered)).toEqual([]);
  });

  it("holds nothing else: groups of people, and teams that are shown together", async () => {
    expect(scanWith(await renderAll(withGroups(exampleRelease({ teams: 30, departments: 3 }))))).toEqual([]);
  });

  it("holds nothing else: the sample, through the whole pipeline", async () => {
    const privateFolder = mkdtempSync(join(tmpdir(), "scan-artefacts-"));
    try {
      const plan = readScan("fixtures/sample/scan.yaml");
      const effects = {
        today: "2026-06-01",
        privateFolder,
        megabytes: 500,
        announce: () => {},
        tool: "vitascan 0.1.0",
      };
      const access = { folder: join(privateFolder, "ledger"), key: "0".repeat(64), random: () => new Uint8Array(32) };
      const { release } = await makeRelease(plan, effects, openRecords(access, plan));
      expect(scanWith(await renderAll(release))).toEqual([]);
    } finally {
      rmSync(privateFolder, { recursive: true, force: true });
    }
  });
});
