import { describe, expect, it } from "vitest";
import { summarise, summariseInOneParagraph } from "../../reports/summary.ts";
import { exampleRelease } from "./example-release.ts";

const release = exampleRelease();

describe("summarise", () => {
  it.each(["nl", "en"] as const)("names no team and no department in %s", (language) => {
    const written = summarise(release, language) + summariseInOneParagraph(release, language);
    for (const unit of release.units.filter((candidate) => candidate.parent !== null))
      expect(written).not.toMatch(new RegExp(`\\b${unit.name}\\b`));
  });

  it.each(["nl", "en"] as const)("stays the same in %s", async (language) => {
    await expect(summarise(release, language)).toMatchFileSnapshot(`../golden/pages/summary.${language}.md`);
  });

  it("says why no team was assessed", () => {
    expect(summarise(exampleRelease({ assessed: false }), "nl")).toContain("minder dan tien teams");
    expect(summariseInOneParagraph(exampleRelease({ teamsReleased: false }), "en")).toContain("can show no team");
  });

  it("keeps the organisation's name from becoming markup", () => {
    const written = summarise({ ...release, organisation: "[x](http://y) # <b>\n# z" }, "en");
    expect(written.split("\n")[0]).toBe("# Team scan \\[x\\](http://y) \\# \\<b\\> \\# z");
  });
});

describe("summariseInOneParagraph", () => {
  it("is one paragraph with the counts of the assessments", () => {
    const written = summariseInOneParagraph(release, "en");
    const count = (level: string) =>
      release.assessments.filter((row) => row.level === level && row.wave === "najaar-2025").length;
    expect(written).not.toContain("\n");
    expect(written).toContain(`${count("elevated")} of the`);
    expect(written).toContain(`${count("watch")} teams are one to watch`);
    expect(written).toContain(`${count("no_signal")} teams no signal`);
  });
});
