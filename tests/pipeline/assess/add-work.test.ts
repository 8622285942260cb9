import { describe, expect, it } from "vitest";
import { addWork, type WorkInput } from "../../../pipeline/assess/add-work.ts";
import { Assessment, type Measure } from "../../../schemas/release.ts";
import { cell, statistic, strain } from "./examples.ts";

const pressure: Measure = { ...strain, measure: "pressure", area: "demands" };
const support: Measure = { ...strain, measure: "support", area: "resources", higher_is: "better" };
const units = Array.from({ length: 12 }, (_, index) => `T${10 + index}`);
const input: WorkInput = {
  measures: [strain, pressure, support],
  cells: units.flatMap((unit, index) => [
    cell(unit, { respondents: 30, mean: 2 + index / 10 }),
    cell(unit, { measure: "pressure", respondents: 30, mean: 2 + index / 10 }),
    cell(unit, { measure: "support", respondents: 30, mean: 4 - index / 10 }),
  ]),
  statistics: ["pressure", "support"].map((measure) => statistic("pooled_within_variance", 0.36, measure)),
  drivers: [],
  assessments: units.map((unit) => ({ wave: "w1", unit, segment: null, level: "watch", signals: [] })),
};

describe("addWork", () => {
  it("gives teams a balance of demands and resources, in order", () => {
    const found = addWork(input);
    expect(found.map(({ unit }) => unit)).toEqual(units);
    const [first, last] = [found[0]?.balance, found.at(-1)?.balance];
    expect(first?.demands).toBeLessThan(0);
    expect(last?.demands).toBeGreaterThan(0);
    expect(last?.resources).toBeCloseTo(last?.demands ?? Number.NaN, 2);
    expect(() => Assessment.array().parse(found)).not.toThrow();
  });

  it("leaves out what is not released, and teams that were not assessed", () => {
    const cells = input.cells.filter(({ unit, measure }) => unit !== "T10" || measure !== "support");
    expect(addWork({ ...input, cells })[0]).toEqual(input.assessments[0]);
    const statistics = input.statistics.slice(0, 1);
    expect(addWork({ ...input, statistics })).toEqual(input.assessments);
    const assessments = input.assessments.slice(0, 9);
    expect(addWork({ ...input, assessments })).toEqual(assessments);
  });
});
