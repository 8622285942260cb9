import { describe, expect, it } from "vitest";
import { openContext } from "../../reports/context.ts";
import { listBriefs, listTeamBriefs } from "../../reports/sections/briefs.ts";
import type { Release } from "../../schemas/release.ts";
import { withCharts, withDrivers, withGroupLevels, withOutcomes } from "./example-evidence.ts";
import { withGroups } from "./example-groups.ts";
import { exampleRelease } from "./example-release.ts";

const waves = ["najaar-2023", "najaar-2024", "najaar-2025"];
const plain = exampleRelease({ teams: 16, departments: 2, waves });
const briefs = (release: Release) => listBriefs(openContext(release, "en"));
const ofTeam = (release: Release, unit: string) => listTeamBriefs(openContext(release, "en"), unit);

describe("briefs for the board", () => {
  it("begin with the wave before, and say nothing else of a release that holds nothing else", () => {
    const before = plain.assessments.filter(({ wave }) => wave === "najaar-2024");
    const elevated = before.filter(({ level }) => level === "elevated").length;
    expect(briefs(plain)).toEqual([
      `In the previous wave ${elevated} of the ${before.length} teams shown had an elevated signal.`,
    ]);
  });

  it("say nothing of a wave before that had no model or another line", () => {
    expect(briefs(exampleRelease({ teams: 16, waves: ["2025"] }))).toEqual([]);
    expect(briefs(exampleRelease({ teams: 16, assessed: false }))).toEqual([]);
  });

  it("say whether groups have a signal, what stands out and what goes together, without a name of a unit", () => {
    const all = withOutcomes(withDrivers(withGroupLevels(withGroups(plain), { permanent: "watch" })));
    const found = briefs(all);
    expect(found.slice(1)).toEqual([
      "Departments or other groups have a signal as well. The report for HR says which.",
      "What goes together most clearly with Strain (BAT-12): Energy.",
      "Teams with a higher score on Strain (BAT-12) also have a higher figure for Absence.",
      "Whether Strain (BAT-12) and Turnover go together is not clear.",
      "What goes together need not be a cause.",
    ]);
    for (const { name, parent } of all.units) if (parent !== null) expect(found.join(" ")).not.toContain(name);
    expect(briefs(withGroupLevels(withGroups(plain), { permanent: "no_signal" }))[1]).toBe(
      "None of the assessed groups has a signal.",
    );
  });
});

describe("briefs for a manager", () => {
  it("name what weighs most in the own team and nothing where nothing weighs against it", () => {
    const release = withDrivers(plain);
    expect(ofTeam(release, "T002")).toEqual([
      "Least favourable in this team: Energy. That goes together with the outcome and need not be its cause.",
    ]);
    expect(ofTeam(release, "T003")).toEqual([]);
  });

  it("say how the wave lies beside the team's own earlier ones: higher strain is less favourable", () => {
    const release = withCharts(plain, ["above", "within", "below"]);
    expect(ofTeam(release, "T002")[0]).toMatch(/^This wave is less favourable/);
    expect(ofTeam(release, "T003")[0]).toMatch(/^This wave differs no more/);
    expect(ofTeam(release, "T004")[0]).toMatch(/^This wave is more favourable/);
    expect(ofTeam(release, "T005")).toEqual([]);
  });
});
