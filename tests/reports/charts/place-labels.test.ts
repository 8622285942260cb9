import { describe, expect, it } from "vitest";
import { placeLabels } from "../../../reports/charts/place-labels.ts";

describe("placeLabels", () => {
  it("puts a name to the right, or to the left where the chart ends", () => {
    expect(
      placeLabels(
        [
          { x: 20, y: 20, label: "Keuken" },
          { x: 290, y: 60, label: "Keuken" },
        ],
        300,
      ),
    ).toEqual(["right", "left"]);
  });

  it("leaves a name out where it would lie on another name or sign", () => {
    const crowd = Array.from({ length: 6 }, (_, position) => ({ x: 100 + position * 8, y: 20, label: "Keuken" }));
    const sides = placeLabels(crowd, 220);
    expect(sides.filter((side) => side !== null).length).toBeLessThanOrEqual(2);
    expect(sides).toContain(null);
  });

  it("keeps off a text that is there already", () => {
    const signs = [{ x: 100, y: 20, label: "Keuken" }];
    expect(placeLabels(signs, 300, [{ x: 130, y: 25, label: "midden" }])).toEqual(["left"]);
    expect(placeLabels(signs, 300, [{ x: 130, y: 60, label: "midden" }])).toEqual(["right"]);
  });

  it("has no side for a sign without a name", () => {
    expect(placeLabels([{ x: 20, y: 20, label: "" }], 300)).toEqual([null]);
  });
});
