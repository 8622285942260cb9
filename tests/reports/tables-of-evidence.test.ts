import { describe, expect, it } from "vitest";
import { tablesOfEvidence } from "../../reports/tables-of-evidence.ts";
import { withCharts, withDrivers, withGroupLevels, withOutcomes } from "./example-evidence.ts";
import { withGroups } from "./example-groups.ts";
import { exampleRelease } from "./example-release.ts";

const waves = ["najaar-2023", "najaar-2024", "najaar-2025"];
const plain = exampleRelease({ teams: 12, departments: 2, waves });
const linesOf = (release: typeof plain, path: string) =>
  tablesOfEvidence(release)
    .find((file) => file.path === path)
    ?.content.trimEnd()
    .split("\r\n");

describe("tables of evidence", () => {
  it("are not there for a release that holds none of it", () => {
    expect(tablesOfEvidence(plain)).toEqual([]);
  });

  it("give one row per group and indicator, with attribute and value", () => {
    expect(linesOf(withGroupLevels(withGroups(plain), { permanent: "watch" }), "tables/groups.csv")).toEqual([
      "wave,unit,attribute,value,level,measure,probability,probability_team_as_such,estimate,interval_low,interval_high",
      "najaar-2025,ORG,contract,permanent,watch,bat_12.total,0.83,0.7,2.6,2.4,2.8",
    ]);
  });

  it("give one row per scale that was weighed, to the last digit", () => {
    expect(linesOf(withDrivers(plain), "tables/drivers.csv")).toEqual([
      "wave,outcome,measure,weight,interval_low,interval_high,goes_with,stands_out",
      `najaar-2025,bat_12.total,vitality.energy,0.21,${0.21 - 0.04},${0.21 + 0.06},lower,yes`,
      `najaar-2025,bat_12.total,vitality.motivation,0.16,${0.16 - 0.04},${0.16 + 0.06},neither,no`,
    ]);
  });

  it("give one row per figure of the organisation, with empty cells where nothing can be said", () => {
    expect(linesOf(withOutcomes(plain), "tables/outcomes.csv")).toEqual([
      "wave,measure,outcome,rank_correlation,interval_low,interval_high,teams",
      "najaar-2025,bat_12.total,absence,0.412,0.11,0.64,2",
      "najaar-2025,bat_12.total,turnover,,,,2",
    ]);
  });

  it("give one row per team and wave with limits", () => {
    expect(linesOf(withCharts(plain, ["above"]), "tables/limits.csv")).toEqual([
      "wave,unit,measure,value,expected_low,expected_high,position",
      "najaar-2025,T002,bat_12.total,2.654,1.801,2.499,above",
    ]);
  });
});
