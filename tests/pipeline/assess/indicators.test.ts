/** Several indicators of one wave: 21 teams on strain, and on a second scale made of the same means. */
import { describe, expect, it } from "vitest";
import { assess } from "../../../pipeline/assess/assess.ts";
import { Assessment, Model, type PublishedCell } from "../../../schemas/release.ts";
import type { ResolvedLine } from "../../../schemas/scan.ts";
import {
  absoluteLine,
  cell,
  inputOf,
  organisation,
  referenceReliability,
  referenceTeams,
  referenceVariance,
  relativeLine,
  statistic,
  strain,
  team,
} from "./examples.ts";

const further = ["energy", "sleep", "focus"];
const measures = [strain, ...further.map((measure) => ({ ...strain, measure }))];
const lineOf = (measure: string): ResolvedLine => ({ ...absoluteLine, measure });
const cellsOf = (measure: string, means: readonly (readonly [string, number])[]): PublishedCell[] =>
  referenceTeams.map(([unit, respondents, invited]) => {
    const mean = means.find(([code]) => code === unit)?.[1] ?? 1.6;
    return cell(unit, { measure, respondents, invited, mean });
  });
const statistics = measures.flatMap(({ measure }) => [
  statistic("pooled_within_variance", referenceVariance, measure),
  statistic("reliability", referenceReliability, measure),
]);
const plain = inputOf(referenceTeams, { measures, statistics });
const assessWith = (means: Readonly<Record<string, readonly (readonly [string, number])[]>>) =>
  assess({
    ...plain,
    cells: [...plain.cells, ...Object.entries(means).flatMap(([measure, rows]) => cellsOf(measure, rows))],
    indicators: Object.keys(means).map(lineOf),
  });
const levelsOf = (result: ReturnType<typeof assess>) =>
  new Map(result.assessments.map(({ unit, level }) => [unit, level]));

describe("assess with several indicators", () => {
  const single = levelsOf(assess(plain));

  it("keeps one level per team, with a signal and a level of its own per indicator", () => {
    const result = assessWith({ energy: [], sleep: [] });
    expect(result.assessments).toHaveLength(21);
    expect(result.assessments[0]?.signals.map(({ measure }) => measure)).toEqual([strain.measure, "energy", "sleep"]);
    expect(result.assessments.every(({ signals }) => signals.every(({ level }) => level !== undefined))).toBe(true);
    expect(result.models.map(({ measure }) => measure)).toEqual([strain.measure, "energy", "sleep"]);
    expect(() => Assessment.array().parse(result.assessments)).not.toThrow();
    expect(() => Model.array().parse(result.models)).not.toThrow();
  });

  it("changes nothing about the primary indicator when the others are quiet", () => {
    expect(levelsOf(assessWith({ energy: [], sleep: [] }))).toEqual(single);
  });

  it("watches a quiet team that is on the list for one other indicator", () => {
    expect(single.get("T22")).toBe("no_signal");
    const levels = levelsOf(assessWith({ energy: [["T22", 3.6]], sleep: [] }));
    expect(levels.get("T22")).toBe("watch");
    expect(levels.get("T18")).toBe("no_signal");
  });

  it("flags it for two, and counts how likely that is wrong", () => {
    const result = assessWith({ energy: [["T22", 3.6]], sleep: [["T22", 3.6]] });
    expect(levelsOf(result).get("T22")).toBe("elevated");
    const wrong = result.assessments
      .filter(({ level }) => level === "elevated")
      .map(({ signals }) => signals.filter(({ level }) => level === "elevated").map((one) => 1 - one.probability));
    // by hand: the primary signal of those that have one, the two others of T22
    const expected = wrong.map((chances) => chances.reduce((sum, one) => sum + one, 0)).reduce((a, b) => a + b, 0);
    expect(result.expected_wrong_flags).toBeCloseTo(expected, 9);
    const [first] = result.models;
    expect(first?.status === "assessed" && first.elevated).toBe(result.assessments.filter(isFlaggedOnStrain).length);
  });

  it("still shows the others when the primary one can't be assessed", () => {
    const nine = new Set(referenceTeams.slice(0, 9).map(([unit]) => unit));
    const cells = [...plain.cells, ...cellsOf("energy", [["T04", 3.6]])].filter(({ unit }) => nine.has(unit));
    const line = { ...relativeLine };
    const result = assess({ ...plain, line, cells, indicators: [lineOf("energy")] });
    expect(result.models.map(({ status }) => status)).toEqual(["not_assessed", "assessed"]);
    const levels = levelsOf(result);
    expect(levels.get("T04")).toBe("watch");
    expect(levels.get("T01")).toBe("too_little_evidence");
  });

  it("says nothing about a team that shows no indicator, and the same whatever the order of cells", () => {
    const cells = [...plain.cells, ...cellsOf("energy", [])].filter(({ unit }) => unit !== "T08");
    const input = { ...plain, indicators: [lineOf("energy")] };
    expect(levelsOf(assess({ ...input, cells })).has("T08")).toBe(false);
    expect(assess({ ...input, cells: cells.toReversed() }).assessments).toEqual(
      assess({ ...input, cells }).assessments,
    );
  });
});

const isFlaggedOnStrain = ({ signals }: Assessment) =>
  signals.some(({ measure, level }) => measure === strain.measure && level === "elevated");

describe("assess, silence", () => {
  it("publishes how much better the silent would have to be", () => {
    // R: tip of T03 / sqrt(MSW): see the reference; (2.31763897 - 2.15) / (2 / 15) / .604011 = 2.0816
    const signal = assess(plain).assessments.find(({ unit }) => unit === "T03")?.signals[0];
    expect(signal?.silent?.tipping_point).toBe(2.08);
    expect(signal?.silent?.probability_if_worse).toBeGreaterThan(signal?.probability ?? 1);
  });

  it("is not mentioned where everyone answered", () => {
    const signal = assess(plain).assessments.find(({ unit }) => unit === "T05")?.signals[0];
    expect(signal).not.toHaveProperty("silent");
  });

  it("does not call a team quiet when it may hide a signal", () => {
    // by hand: 85 % of the last team is silent; .3 x .604 x .85 = .154 takes it from 2.06 across the line of 2.15
    const rows = [
      ...Array.from({ length: 23 }, (_, index) => [`A${10 + index}`, 40, 40, index % 2 === 0 ? 1.6 : 2] as const),
      ["Z", 60, 400, 2.06] as const,
    ];
    const input = inputOf(rows, { units: [organisation, ...rows.map(([unit]) => team(unit))] });
    const last = assess(input).assessments.at(-1);
    expect(last?.signals[0]?.silent?.probability_if_worse).toBeGreaterThan(0.5);
    expect(last?.signals[0]?.probability).toBeLessThan(0.3);
    expect(last?.level).toBe("too_little_evidence");
  });
});
