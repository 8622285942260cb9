import { describe, expect, it } from "vitest";
import { describeWork, type MeasuredTeams } from "../../../pipeline/assess/describe-work.ts";
import type { DriverModel, Measure } from "../../../schemas/release.ts";
import { strain } from "./examples.ts";

const measureOf = (measure: string, rest: Partial<Measure>): Measure => ({ ...strain, measure, ...rest });
const outcome = measureOf("outcome", { area: "well_being" });
const pressure = measureOf("pressure", { area: "demands" });
const support = measureOf("support", { area: "resources", higher_is: "better" });

/** Eleven teams of so many answers around 3; the first lies `away` from it. */
const measured = (measure: Measure, away: number, respondents = 400): MeasuredTeams => ({
  measure,
  variance: 0.25,
  teams: Array.from({ length: 11 }, (_, index) => ({
    unit: `T${10 + index}`,
    mean: 3 + (index === 0 ? away : index % 2 === 0 ? 0.2 : -0.2),
    respondents,
    invited: null,
  })),
});
const driver = (measure: string, weight: number, goes_with: "higher" | "lower", stands_out = true) => ({
  measure,
  weight,
  interval: { low: weight, high: weight },
  weight_pooled: weight,
  goes_with,
  stands_out,
});
const model: DriverModel = {
  wave: "w1",
  outcome: "outcome",
  respondents: 4400,
  teams: 11,
  step: 0.01,
  explained: 0.4,
  explained_pooled: 0.4,
  drivers: [driver("pressure", 0.3, "higher"), driver("support", 0.1, "lower")],
};

describe("describeWork", () => {
  const teams = [measured(outcome, 1), measured(pressure, 0.5), measured(support, -0.5)];
  const work = describeWork(teams, model);

  it("multiplies a team's gap by the driver's share", () => {
    // many answers, so hardly any shrinkage: about .5 / .5 = 1 standard deviation above a mean of 3 + .5 / 11; .3 / .4 and .1 / .4
    const [first, second] = work.get("T10")?.drivers ?? [];
    expect(first?.measure).toBe("pressure");
    expect(first?.gap).toBeGreaterThan(0.8);
    expect(first?.gap).toBeLessThan(1);
    expect(first?.contribution).toBeCloseTo(0.75 * (first?.gap ?? 0), 1);
    expect(second?.gap).toBeCloseTo(first?.gap ?? Number.NaN, 1);
    expect(second?.contribution).toBeCloseTo(0.25 * (second?.gap ?? 0), 1);
  });

  it("counts few resources and many demands alike as unfavourable", () => {
    const balance = work.get("T10")?.balance;
    expect(balance?.demands).toBeGreaterThan(0.8);
    expect(balance?.resources).toBeGreaterThan(0.8);
    expect(work.get("T11")?.balance?.demands).toBeLessThan(0);
  });

  it("pulls a small team's gap in", () => {
    const small = describeWork([measured(outcome, 1, 5), measured(pressure, 0.5, 5)], model);
    expect(small.get("T10")?.drivers?.[0]?.gap).toBeLessThan(0.5);
  });

  it("turns with the outcome", () => {
    const better = measureOf("outcome", { area: "well_being", higher_is: "better" });
    const mirrored = describeWork([measured(better, 1), ...teams.slice(1)], model);
    expect(mirrored.get("T10")?.drivers?.at(-1)?.gap).toBeCloseTo(-(work.get("T10")?.drivers?.[0]?.gap ?? 0), 2);
  });

  it("names only drivers that stand out", () => {
    const weak = { ...model, drivers: [driver("pressure", 0.3, "higher"), driver("support", 0.1, "lower", false)] };
    expect(
      describeWork(teams, weak)
        .get("T10")
        ?.drivers?.map(({ measure }) => measure),
    ).toEqual(["pressure"]);
  });

  it("has a balance without weights, and needs ten teams", () => {
    expect(describeWork(teams, undefined).get("T10")).not.toHaveProperty("drivers");
    expect(describeWork(teams, undefined).get("T10")).toHaveProperty("balance");
    const nine = teams.map((one) => ({ ...one, teams: one.teams.slice(0, 9) }));
    expect(describeWork(nine, model).size).toBe(0);
  });
});
