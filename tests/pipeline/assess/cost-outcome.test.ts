import { describe, expect, it } from "vitest";
import { type CostInput, costOutcome } from "../../../pipeline/assess/cost-outcome.ts";
import type { CostAssumption, OutcomeRow } from "../../../schemas/outcome.ts";
import { type Level, OutcomeCost } from "../../../schemas/release.ts";

const absence: CostAssumption = {
  per: "unit_per_employee_year",
  low: 400,
  high: 700,
  currency: "EUR",
  source: "Payroll 2025.",
};
const leavers: CostAssumption = { ...absence, per: "unit", low: 5000, high: 10_000 };
const codes = (count: number) => Array.from({ length: count }, (_, index) => `T${10 + index}`);
const rowOf = (unit: string, value: number, period = "2026", headcount = 10): OutcomeRow => ({
  ...{ unit, value, period, headcount },
});
const levelsOf = (units: readonly string[], elevated: number) =>
  new Map(units.map((unit, index): [string, Level] => [unit, index < elevated ? "elevated" : "no_signal"]));
const costOf = (units: readonly string[], rest: Partial<CostInput> = {}) =>
  costOutcome({
    link: {
      ...{ wave: "w1", outcome: "absence", periods: { first: "2026", last: "2026" } },
      teams: units.map((unit) => ({ unit, figure: 2, value: 4 })),
    },
    rows: units.map((unit) => rowOf(unit, 4)),
    cost: absence,
    levels: levelsOf(units, 0),
    ...rest,
  });

describe("costOutcome", () => {
  it("adds up value times people times length of the period, as a range", () => {
    // by hand: 5 teams x 10 people x 4 points x 400 and 700 euros
    expect(costOf(codes(5))).toEqual({
      ...{ wave: "w1", outcome: "absence", periods: { first: "2026", last: "2026" }, teams: 5 },
      ...{ total: { low: 80_000, high: 140_000 }, per_employee_year: null },
    });
    expect(() => OutcomeCost.parse(costOf(codes(5)))).not.toThrow();
  });

  it.each([
    ["2026-Q1", 1 / 4],
    ["2026-03", 1 / 12],
    ["2026-W05", 1 / 52],
    ["2026-03-31", 1 / 365],
  ])("takes %s for its part of a year", (period, years) => {
    // 6 x 365 x 52 people at 1 point and 1 to 2 euros: a whole number whatever the period
    const people = 12 * 365 * 52;
    const rows = codes(5).map((unit) => rowOf(unit, 100, period, people));
    const exact = 5 * 100 * people * years;
    const found = costOf(codes(5), { rows, cost: { ...absence, low: 1, high: 2 } })?.total;
    expect(found?.low).toBeLessThanOrEqual(exact);
    expect(found?.low).toBeGreaterThan(exact * 0.9);
    expect(found?.high).toBeGreaterThanOrEqual(2 * exact);
    expect(found?.high).toBeLessThan(2 * exact * 1.1);
  });

  it("counts events whatever the number of people, and rounds outwards to two digits", () => {
    // by hand: 5 teams x 2 quarters x 1.23 leavers = 12.3, x 5,000 = 61,500 and x 10,000 = 123,000
    const rows = codes(5).flatMap((unit) => [rowOf(unit, 1.23, "2026-Q1"), rowOf(unit, 1.23, "2026-Q2", 50)]);
    expect(costOf(codes(5), { rows, cost: leavers })?.total).toEqual({ low: 61_000, high: 130_000 });
  });

  it("compares teams with an elevated signal with the others from five of each, per employee per year", () => {
    const units = codes(11);
    const rows = units.map((unit, index) => rowOf(unit, index < 5 ? 6 : 4, "2026-Q1", 10 + index));
    // by hand: 6 and 4 points a year, whatever the sizes of teams
    expect(costOf(units, { rows, levels: levelsOf(units, 5) })?.per_employee_year).toEqual({
      elevated: { low: 2400, high: 4200, teams: 5 },
      others: { low: 1600, high: 2800, teams: 6 },
    });
    expect(costOf(units, { rows, levels: levelsOf(units, 4) })?.per_employee_year).toBeNull();
    expect(costOf(units, { rows, levels: levelsOf(units, 7) })?.per_employee_year).toBeNull();
  });

  it("takes only teams of the link, and only assessed ones into the comparison", () => {
    const units = codes(10);
    const rows = [...units.map((unit) => rowOf(unit, 4)), rowOf("HIDDEN", 400)];
    expect(costOf(units, { rows })?.total).toEqual({ low: 160_000, high: 280_000 });
    const assessed = levelsOf(units.slice(0, 9), 5);
    expect(costOf(units, { rows, levels: assessed })?.per_employee_year).toBeNull();
  });

  it("tells nothing of fewer than five teams, or where nothing costs", () => {
    expect(costOf(codes(4))).toBeNull();
    expect(costOf(codes(5), { rows: codes(5).map((unit) => rowOf(unit, 0)) })).toBeNull();
    expect(costOf(codes(5), { rows: [] })).toBeNull();
  });

  it("prices no gain: a value below 0 of a team of the link leaves out the whole amount", () => {
    const rows = (unit: string) => [...codes(5).map((one) => rowOf(one, 4)), rowOf(unit, -1, "2027")];
    expect(costOf(codes(5), { rows: rows("T10") })).toBeNull();
    expect(costOf(codes(5), { rows: rows("HIDDEN") })).not.toBeNull();
  });
});
