import { describe, expect, it } from "vitest";
import { Outcome } from "../../schemas/scan.ts";

const text = { nl: "x", en: "x" };
const cost = { per: "unit_per_employee_year", low: 400, high: 700, source: "Payroll." };
const absence = { title: text, unit_of_value: text, higher_is: "worse", file: "absence.csv", cost };
const complain = (value: unknown) => Outcome.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe("the cost of an outcome", () => {
  it("is a range in euros with a source", () => {
    expect(Outcome.parse(absence).cost).toEqual({ ...cost, currency: "EUR" });
  });

  it("is never one amount, without a source, or in cents", () => {
    for (const high of [400, 399])
      expect(complain({ ...absence, cost: { ...cost, high } })).toEqual([
        "must be more than low: what something costs is not known to one amount",
      ]);
    expect(complain({ ...absence, cost: { ...cost, source: "" } })).toHaveLength(1);
    expect(complain({ ...absence, cost: { ...cost, low: 399.95 } })).toHaveLength(1);
  });

  it("is not of what is better when it is more", () => {
    expect(complain({ ...absence, higher_is: "better" })).toEqual(["must be left out where more is better"]);
  });
});
