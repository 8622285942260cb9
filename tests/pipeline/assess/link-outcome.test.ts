import { describe, expect, it } from "vitest";
import { linkOutcome } from "../../../pipeline/assess/link-outcome.ts";
import { OutcomeLink } from "../../../schemas/release.ts";
import { cell, organisation, strain, team } from "./examples.ts";

const codes = Array.from({ length: 12 }, (_, index) => `T${10 + index}`);
const rowOf = (unit: string, value: number, headcount = 12, period = "2026-01") => ({ unit, period, value, headcount });
/** Neighbours swapped: a rank correlation of 1 - 6 x 12 / 1716. */
const swapped = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11];
const link = (rest: Partial<Parameters<typeof linkOutcome>[0]> = {}) =>
  linkOutcome({
    wave: "w1",
    measure: strain.measure,
    outcome: "absence",
    units: [organisation, ...codes.map((unit) => team(unit))],
    cells: codes.map((unit, index) => cell(unit, { respondents: 8, mean: 2 + index / 10 })),
    rows: codes.map((unit, index) => rowOf(unit, swapped[index] ?? 0)),
    k: 5,
    ...rest,
  });

describe("linkOutcome", () => {
  it("correlates ranks over teams, with an interval", () => {
    // by hand: rho .958042; tanh(atanh(rho) -+ 1.959964 sqrt((1 + rho^2 / 2) / 9)) = .812 and .991
    const found = link();
    expect(found?.correlation).toEqual({ rho: 0.96, low: 0.81, high: 0.99 });
    expect(found?.teams).toHaveLength(12);
    expect(found?.teams[0]).toEqual({ unit: "T10", figure: 2, value: 2 });
    expect(() => OutcomeLink.parse(found)).not.toThrow();
  });

  it("weighs periods by the people they are about", () => {
    // by hand: (10 x 4 + 30 x 8) / 40
    const rows = [rowOf("T10", 4, 10, "2026-01"), rowOf("T10", 8, 30, "2026-03"), rowOf("T11", 1, 10, "2026-02")];
    expect(link({ rows })).toMatchObject({
      periods: { first: "2026-01", last: "2026-03" },
      teams: [
        { unit: "T10", value: 7 },
        { unit: "T11", value: 1 },
      ],
    });
  });

  it("leaves out what is withheld, departments, and teams of which a value is about fewer than k", () => {
    const cells = [
      cell("ORG", { respondents: 90, mean: 3 }),
      { wave: "w1", unit: "T10", segment: null, measure: strain.measure, status: "withheld" as const },
      cell("T11", { respondents: 8, mean: 2.5 }),
      cell("T12", { respondents: 8, mean: 2.5 }),
      cell("T13", { respondents: 8, mean: 2.5, segment: { attribute: "tenure", value: "short" } }),
    ];
    const rows = [
      rowOf("ORG", 1),
      rowOf("T10", 1),
      rowOf("T11", 1),
      rowOf("T11", 1, 4, "2026-02"),
      rowOf("T12", 1, 5),
      rowOf("T13", 1),
    ];
    expect(link({ cells, rows })?.teams).toEqual([{ unit: "T12", figure: 2.5, value: 1 }]);
  });

  it("counts shown teams left out for having few people, and not which when they are few", () => {
    const small = (count: number) => codes.map((unit, index) => rowOf(unit, index, index < count ? 4 : 12));
    expect([0, 1, 4, 5].map((count) => link({ rows: small(count) })?.left_out)).toEqual([
      0,
      { fewer_than: 5 },
      { fewer_than: 5 },
      5,
    ]);
    expect(link({ rows: [...small(0), rowOf("T99", 1, 2)] })?.left_out).toBe(0);
  });

  it("gives no correlation of fewer than ten teams or without differences, and nothing without teams", () => {
    const nine = codes.slice(0, 9).map((unit, index) => rowOf(unit, index));
    expect(link({ rows: nine })?.correlation).toBeNull();
    expect(link({ rows: codes.map((unit) => rowOf(unit, 3)) })?.correlation).toBeNull();
    expect(link({ rows: [rowOf("elsewhere", 3)] })).toBeNull();
  });
});
