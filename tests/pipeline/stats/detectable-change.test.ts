import { describe, expect, it } from "vitest";
import { detectableChange } from "../../../pipeline/stats/detectable-change.ts";

describe("detectableChange", () => {
  it("is 2.12 standard errors of a difference", () => {
    // R: (qnorm(.9) + qnorm(.8)) * sqrt(2 * .36 / 8) = 0.6369518
    expect(detectableChange(8, 0.36)).toBeCloseTo(0.6369518, 6);
  });

  it("halves with four times as many answers", () => {
    expect(detectableChange(32, 0.36)).toBeCloseTo(detectableChange(8, 0.36) / 2, 12);
  });
});
