import { describe, expect, it } from "vitest";
import { chartDrivers, type DriverRow } from "../../../reports/charts/drivers.ts";
import { separateRows } from "../../../reports/separate-rows.ts";

const row = (name: string, weight: number): DriverRow => ({
  ...{ name, weight, low: weight - 0.02, high: weight + 0.05, stands_out: weight > 0.1 },
  ...{ written: `${100 * weight} %`, goes_with: `${name} hoger` },
});

const chart = (title: string, layout: "wide" | "narrow", weights: readonly number[]) => {
  const {
    title: _title,
    description: _description,
    ...spec
  } = chartDrivers(
    weights.map((weight, at) => row(`${title} ${at}`, weight)),
    {
      ...{ language: "nl", layout, title, description: title, weightHead: title },
      equalShare: { value: (weights[0] ?? 0) / 2, label: title },
    },
  ) as object as Record<string, unknown>;
  return separateRows(spec as never);
};

describe("chartDrivers", () => {
  it.each(["wide", "narrow"] as const)("shares one frame between outcomes with as many scales: %s", (layout) => {
    const [one, other] = [chart("Werkdruk", layout, [0.2, 0.1]), chart("Steun", layout, [0.15, 0.05])];
    expect(JSON.stringify(one.frame)).toBe(JSON.stringify(other.frame));
    expect(JSON.stringify(one.frame)).not.toContain("Werkdruk");
  });

  it("has an axis from 0 that holds every interval", () => {
    expect(JSON.stringify(chart("Werkdruk", "wide", [0.2]).frame)).toContain('"domain":[0,0.3]');
    expect(JSON.stringify(chart("Werkdruk", "wide", [0.28]).frame)).toContain('"domain":[0,0.4]');
  });
});
