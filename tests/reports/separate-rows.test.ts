import type { TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { openDrawer } from "../../reports/draw-svg.ts";
import { separateRows } from "../../reports/separate-rows.ts";

const spec = (values: readonly object[], label = "a"): TopLevelSpec =>
  ({
    data: { values },
    width: 100,
    height: 20,
    layer: [
      { mark: "point", encoding: { x: { field: "x", type: "quantitative", scale: { domain: [0, 10] } } } },
      { data: { values: [{ label }] }, mark: "text", encoding: { text: { field: "label" } } },
    ],
  }) as TopLevelSpec;

describe("separateRows", () => {
  it("gives charts that differ in their rows one frame", () => {
    const one = separateRows(spec([{ x: 1 }]));
    const other = separateRows(spec([{ x: 2 }, { x: 3 }], "b"));
    expect(one.frame).toEqual(other.frame);
    expect([...one.rows]).toEqual([
      ["rows0", [{ x: 1 }]],
      ["rows1", [{ label: "a" }]],
    ]);
  });

  it("leaves the rows that it was given alone", async () => {
    const values = [Object.freeze({ x: 1 })];
    await openDrawer()(spec(values), "p", "label");
    expect(values).toEqual([{ x: 1 }]);
  });
});

describe("a drawer that has drawn before", () => {
  it("draws what a fresh one draws", async () => {
    const used = openDrawer();
    await used(spec([{ x: 9 }], "first"), "p", "label");
    const again = await used(spec([{ x: 4 }], "second"), "p", "label");
    expect(again).toBe(await openDrawer()(spec([{ x: 4 }], "second"), "p", "label"));
    expect(again).toContain("second");
    expect(again).not.toContain("first");
  });
});
