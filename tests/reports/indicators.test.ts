/** What a report says of teams that other indicators than the primary one flag. */
import { describe, expect, it } from "vitest";
import { openContext } from "../../reports/context.ts";
import { gatherFacts } from "../../reports/facts.ts";
import { renderEditions, renderReport } from "../../reports/render-report.tsx";
import { summarise } from "../../reports/summary.ts";
import { withIndicators } from "./example-indicators.ts";
import { readText } from "./read-page.ts";

describe("a team that two other indicators flag", () => {
  const release = withIndicators("elevated", "too_little_evidence", ["elevated", "elevated"]);

  it("is said to be flagged by those, with the certainty of each, and not by the primary one", async () => {
    const text = readText(await renderReport(release, "en"));
    expect(text).toContain(
      "lies on the unfavourable side of the line with enough certainty on other scales: Energy (95%) and Motivation (85%). On the scale Strain (BAT-12) that is 40% sure.",
    );
    expect(text).not.toContain("That is 40% sure (");
    expect(text).toContain("on at least two other scales of these: Energy and Motivation.");
    expect(summarise(release, "nl")).toContain("op minstens twee van deze andere schalen");
  });

  it("is as sure as the second of the two, and as wrong as the release says", () => {
    const { assessed } = gatherFacts(openContext(release, "en"));
    expect([assessed?.lowest, assessed?.highest]).toEqual(["85%", "85%"]);
    expect(assessed?.wrong).toContain("20%");
  });
});

describe("a team that one other indicator makes one to watch", () => {
  it("is told so to HR and its manager", async () => {
    const release = withIndicators("watch", "no_signal", ["elevated", "no_signal"]);
    const pages: string[] = [];
    for await (const { content } of renderEditions(release, "nl", null, async () => "<svg/>"))
      pages.push(readText(content).replace(/\s/g, " "));
    const told = pages.filter((text) =>
      text.includes("op één andere schaal: Energie (95 %). Dat is te weinig voor een verhoogd signaal."),
    );
    expect(told).toHaveLength(2);
  });
});

describe("a team that the primary indicator flags", () => {
  it("is told of by that one alone", async () => {
    const release = withIndicators("elevated", "elevated", ["elevated", "elevated"]);
    const text = readText(await renderReport(release, "en"));
    expect(text).not.toContain("on other scales:");
    expect(text).toContain("That is 40% sure (");
  });
});
