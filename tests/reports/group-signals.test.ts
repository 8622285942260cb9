import { describe, expect, it } from "vitest";
import { openContext } from "../../reports/context.ts";
import { renderEditions, renderReport } from "../../reports/render-report.tsx";
import { summarise, summariseInOneParagraph } from "../../reports/summary.ts";
import type { NotAssessed as Reason, Release } from "../../schemas/release.ts";
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

describe("kinds of groups that were not assessed", () => {
  type Kind = NonNullable<Release["group_assessments"]>[number];
  const wave = release.waves.at(-1)?.wave ?? "";
  const kind = (attribute: string | null, level: number | null, reason: Reason): Kind => ({
    ...{ wave, attribute, level, assessments: [], expected_wrong_flags: null },
    models: [{ wave, measure: "bat_12.total", status: "not_assessed", reason, teams: 3 }],
  });
  const few = "fewer_than_ten_teams_and_no_absolute_line";
  const say = async (kinds: Kind[], language: "nl" | "en") =>
    readText(await renderReport({ ...release, group_assessments: kinds }, language));

  it("are named with the reason, one sentence for each reason", async () => {
    const kinds = [
      kind(null, 1, few),
      kind("contract", 0, "fewer_than_two_teams"),
      kind("contract", 1, few),
      kind("contract", null, few),
    ];
    const dutch = await say(kinds, "nl");
    expect(dutch).toContain(
      "Niet beoordeeld: afdelingen, Dienstverband per afdeling en Dienstverband per team. Per soort kunnen minder dan tien groepen worden vergeleken",
    );
    expect(dutch).toContain("Niet beoordeeld: Dienstverband in de hele organisatie. Per soort kan hooguit één groep");
    expect(dutch).toContain("Zonder beoordeling kan een groep geen signaal krijgen.");
    expect(dutch).not.toContain("Geen van de beoordeelde groepen");
    const english = await say(kinds, "en");
    expect(english).toContain("Not assessed: departments, Contract per department and Contract per team. Of each kind");
    expect(english).toContain("Not assessed: Contract in the whole organisation. Of each kind at most one");
  });

  it("stand beside those that were, and deeper levels are named once", async () => {
    const assessed = withGroupLevels(release, { permanent: "no_signal" }).group_assessments ?? [];
    const text = await say([...assessed, kind(null, 2, few), kind(null, 3, few), kind("contract", 2, few)], "en");
    expect(text).toContain("None of the assessed groups");
    expect(text).toContain("Not assessed: parts of departments and Contract per part of a department.");
  });

  it("of an earlier wave are not spoken of", async () => {
    const earlier = { ...kind(null, 1, few), wave: release.waves[0]?.wave ?? "" };
    expect(await say([earlier], "en")).not.toContain("Not assessed:");
  });
});

describe("a scan in which no team could be assessed", () => {
  const none = exampleRelease({ assessed: false });
  const cannot = { nl: "Daarom kan geen team een signaal krijgen.", en: "So no team can get a signal." };

  it.each(["nl", "en"] as const)(
    "says so and why to HR, the board, managers and in the summary: %s",
    async (language) => {
      const context = openContext(none, language);
      const editions: { path: string; content: string }[] = [];
      for await (const { path, content } of renderEditions(none, language, null, async () => "<svg/>"))
        if (!path.includes("works_council")) editions.push({ path, content: readText(content) });
      const pages = [
        ...editions,
        { path: "summary", content: summarise(none, language) },
        { path: "terminal", content: summariseInOneParagraph(none, language) },
      ];
      expect(pages.length).toBeGreaterThan(4);
      for (const { path, content } of pages) {
        const text = content.replace(/\s+/g, " ");
        expect({ path, says: text.includes(cannot[language]) }).toEqual({ path, says: true });
        expect(text).toContain(context.texts.notAssessed.fewer_than_ten_teams_and_no_absolute_line);
      }
    },
  );
});
