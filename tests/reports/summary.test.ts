import { describe, expect, it } from "vitest";
import { summarise, summariseAsText, summariseInOneParagraph } from "../../reports/summary.ts";
import { exampleRelease } from "./example-release.ts";

const release = exampleRelease();

describe("summarise", () => {
  it.each(["nl", "en"] as const)("names no team and no department in %s", (language) => {
    const written = [summarise, summariseAsText, summariseInOneParagraph]
      .map((write) => write(release, language))
      .join("\n");
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

describe("summariseAsText", () => {
  it.each(["nl", "en"] as const)("stays the same in %s, in lines that fit a mail", async (language) => {
    const written = summariseAsText(release, language);
    for (const line of written.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
    expect(written).not.toMatch(/[|#*]/);
    await expect(written).toMatchFileSnapshot(`../golden/pages/summary.${language}.txt`);
  });

  it("keeps control characters of names out", () => {
    expect(summariseAsText({ ...release, organisation: "A\u001b[31mB" }, "en").split("\n")[0]).toBe(
      "Team scan A [31mB",
    );
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
