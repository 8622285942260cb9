import { describe, expect, it } from "vitest";
import {
  chartOutcomeByTeam,
  type OutcomeDot,
  type OutcomeFrame,
  stepOf,
} from "../../../reports/charts/outcome-by-team.ts";
import { separateRows } from "../../../reports/separate-rows.ts";

const dot = (key: string, figure: number, value: number, label = ""): OutcomeDot => ({
  ...{ key: `team:${key}`, figure, value, label },
  level: label === "" ? "no_signal" : "elevated",
});

const frame = (title: string, middle: number): OutcomeFrame => ({
  ...{ language: "nl", layout: "wide", title, description: title },
  figure: { title, direction: title, middle, middleLabel: title, domain: [1, 5] },
  value: { title, direction: title, middle: 4, middleLabel: title },
});

type Row = Readonly<{ key: string; side: string; size: number }>;
const rowsOf = (dots: readonly OutcomeDot[]) =>
  (chartOutcomeByTeam(dots, frame("Verzuim", 3)) as unknown as { data: { values: Row[] } }).data.values;

describe("chartOutcomeByTeam", () => {
  it("draws the most urgent team last, and names it first where there is no room for all names", () => {
    const crowd = [dot("t1", 3, 4, "Keuken"), dot("t2", 3.02, 4.02, "Wasserij"), dot("t3", 3.01, 4.01, "Receptie")];
    const rows = rowsOf([...crowd, dot("t4", 1, 2), dot("t5", 5, 8)]);
    expect(rows.map(({ key }) => key)).toEqual(["t5", "t4", "t3", "t2", "t1"].map((key) => `team:${key}`));
    expect(rows.map(({ side }) => side)).toEqual(["none", "none", "none", "left", "right"]);
  });

  it("shares one frame between outcomes with other words in the same reach", () => {
    const dots = [dot("t1", 2, 1), dot("t2", 3, 9)];
    const [one, other] = [frame("Verzuim", 2.5), frame("Verloop", 2.6)].map((words) => {
      const {
        title: _title,
        description: _description,
        ...spec
      } = chartOutcomeByTeam(dots, words) as object as Record<string, unknown>;
      return JSON.stringify(separateRows(spec as never).frame);
    });
    expect(one).toBe(other);
    expect(one).not.toContain("Verzuim");
  });

  it("draws no line through the teams", () => {
    const spec = JSON.stringify(chartOutcomeByTeam([dot("t1", 2, 1), dot("t2", 3, 9)], frame("Verzuim", 2.5)));
    expect(spec).not.toMatch(/regression|loess|"type":"(?:line|area|trail)"/);
  });
});

describe("stepOf", () => {
  it.each([
    // A fifth of 9 is 1.8, of 0.45 is 0.09, of 30,000 is 6,000, of 10 is 2, of 25 is 5.
    [[1, 10], 1],
    [[0.05, 0.5], 0.05],
    [[20_000, 50_000], 5000],
    [[0, 10], 2],
    [[-5, 20], 5],
  ])("of %j is %d", (values, step) => {
    expect(stepOf(values)).toBe(step);
  });
});
