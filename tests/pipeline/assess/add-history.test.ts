import { describe, expect, it } from "vitest";
import { addHistory, type HistoryInput } from "../../../pipeline/assess/add-history.ts";
import { assess } from "../../../pipeline/assess/assess.ts";
import { Assessment, type PublishedCell } from "../../../schemas/release.ts";
import { inputOf, referenceReliability, referenceTeams, referenceVariance, statistic, strain } from "./examples.ts";

const single = inputOf(referenceTeams);
const names = ["w1", "w2", "w3"];
/** Three waves of the same figures, but T18 gets worse by so much in the last. */
const wavesWith = (shift: number, count = 3): HistoryInput => {
  const waves = names.slice(0, count);
  const moved = (cell: PublishedCell, wave: string): PublishedCell =>
    cell.status === "released" && cell.unit === "T18" && wave === waves.at(-1)
      ? { ...cell, wave, mean: (cell.mean ?? 0) + shift }
      : { ...cell, wave };
  const cells = waves.flatMap((wave) => single.cells.map((cell) => moved(cell, wave)));
  const statistics = waves.flatMap((wave) =>
    [statistic("pooled_within_variance", referenceVariance), statistic("reliability", referenceReliability)].map(
      (row) => ({ ...row, wave }),
    ),
  );
  const { assessments } = assess({ ...single, waves, cells, statistics });
  return { waves, measure: strain, cells, statistics, assessments };
};
const find = (rows: readonly Assessment[], wave: string, unit: string) =>
  rows.find((row) => row.wave === wave && row.unit === unit);

describe("addHistory", () => {
  const input = wavesWith(1.5);
  const { assessments, charts } = addHistory(input);

  it("compares every wave with the one before it", () => {
    expect(assessments).toHaveLength(63);
    expect(assessments.filter(({ wave }) => wave === "w1").every(({ change }) => change === undefined)).toBe(true);
    expect(find(assessments, "w2", "T18")?.change).toMatchObject({ since: "w1", direction: "not_shown" });
    expect(find(assessments, "w3", "T18")?.change).toMatchObject({ since: "w2", direction: "worse" });
    expect(() => Assessment.array().parse(assessments)).not.toThrow();
  });

  it("changes nothing else about an assessment", () => {
    expect(assessments.map(({ change: _, ...rest }) => rest)).toEqual(input.assessments);
  });

  it("draws a chart per team from the third wave on", () => {
    expect(charts).toHaveLength(21);
    expect(charts.find(({ unit }) => unit === "T18")?.points.map(({ position }) => position)).toEqual([
      undefined,
      undefined,
      "above",
    ]);
    expect(addHistory(wavesWith(1.5, 2)).charts).toEqual([]);
  });

  it("leaves out teams that were not shown, and waves without a variance", () => {
    const cells = input.cells.filter(({ wave, unit }) => wave !== "w2" || unit !== "T18");
    const hidden = addHistory({ ...input, cells });
    expect(find(hidden.assessments, "w3", "T18")).not.toHaveProperty("change");
    expect(hidden.charts).toHaveLength(20);
    const statistics = input.statistics.filter(({ wave }) => wave !== "w2");
    expect(addHistory({ ...input, statistics }).assessments.filter(({ change }) => change)).toEqual([]);
  });
});
