import { describe, expect, it } from "vitest";
import { roundTo } from "../../../pipeline/stats/round-to.ts";

describe("roundTo", () => {
  it.each([
    [2.3456784, 6, 2.345678],
    [0.0625, 3, 0.063],
    [-0.0625, 3, -0.063],
    [-12.5, 0, -13],
  ])("rounds %f to %i decimals, halves away from zero", (value, decimals, expected) => {
    expect(roundTo(value, decimals)).toBe(expected);
  });

  it("never gives -0", () => {
    expect(Object.is(roundTo(-0.0001, 3), 0)).toBe(true);
  });
});
