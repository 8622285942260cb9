import { describe, expect, it } from "vitest";
import { openContext } from "../../reports/context.ts";
import { renderEditions, renderReport } from "../../reports/render-report.tsx";
import { listEvidence } from "../../reports/sections/team-evidence.ts";
import type { Assessment, Change, Level, Release, Signal } from "../../schemas/release.ts";
import { withAssessed } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 12, departments: 2 });
const newest = plain.waves.at(-1)?.wave;
const unit = plain.assessments.find(({ wave }) => wave === newest)?.unit ?? "";
const change: Change = {
  since: "najaar-2024",
  estimate: 0.204,
  interval: { low: -0.1, high: 0.5 },
  probability_worse: 0.8,
  probability_better: 0.05,
  direction: "not_shown",
};
const silent = { tipping_point: 1.67, probability_if_worse: 0.91 };

const withSignal = (more: Partial<Signal>, rest: Partial<Assessment> = {}): Release =>
  withAssessed(plain, ({ signals }) => ({ ...rest, signals: signals.map((signal) => ({ ...signal, ...more })) }));
const say = (release: Release, language: "nl" | "en" = "en") => listEvidence(openContext(release, language), unit);

describe("listEvidence", () => {
  it("says the change since the previous wave and whether it is shown", () => {
    expect(say(withSignal({}, { change }))).toEqual([
      "Estimated difference with the previous wave: +0.20, with a probability of 8 in 10 between \u22120.10 and +0.50. That does not show a change.",
    ]);
    expect(say(withSignal({}, { change: { ...change, direction: "worse" } }))[0]).toMatch(
      /for the worse, with enough certainty\.$/,
    );
    expect(say(withSignal({}, { change: { ...change, direction: "better" } }), "nl")[0]).toMatch(/verbetering\.$/);
  });

  it("says the smallest change that the team could show", () => {
    expect(say(withSignal({ detectable_change: 0.437 }), "nl")).toEqual([
      "Met evenveel antwoorden is in de volgende meting meestal pas een verandering van 0,44 of meer te zien.",
    ]);
  });

  it.each([
    ["elevated", 1.67, /score, on average, 1\.7 times the spread/],
    ["elevated", -0.2, /it is 90% certain that the team lies beyond/],
    ["watch", 1.67, /it is 90% certain that the team lies beyond/],
  ] as const)("says what silence could do: %s, %d", (level: Level, tipping_point, expected) => {
    const [sentence, ...others] = say(withSignal({ silent: { ...silent, tipping_point } }, { level }));
    expect(sentence).toMatch(expected);
    expect(others).toEqual([]);
  });

  it("says nothing of what the release does not hold, or of an unknown team", () => {
    expect(say(plain)).toEqual([]);
    expect(listEvidence(openContext(withSignal({ silent }), "nl"), "nobody")).toEqual([]);
  });
});

describe("the pages", () => {
  it("say it on the card of a team with a signal and to its manager", async () => {
    const release = withSignal({ detectable_change: 0.437, silent }, { level: "elevated", change });
    const sentences = say(release, "nl");
    expect(sentences.length).toBe(3);
    const hr = readText(await renderReport(release, "nl")).split("\n");
    expect(hr).toEqual(expect.arrayContaining(sentences));
    let manager = "";
    for await (const { path, content } of renderEditions(release, "nl", null, async () => "<svg/>"))
      if (path === `report.manager.${unit}.nl.html`) manager = readText(content);
    expect(manager.split("\n")).toEqual(expect.arrayContaining(sentences));
  });
});
