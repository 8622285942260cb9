import { describe, expect, it } from "vitest";
import { meanInterval } from "../../../pipeline/stats/mean-interval.ts";

const scale = { minimum: 1, maximum: 5 };

describe("meanInterval", () => {
  it("extends 1.96 standard errors to both sides", () => {
    // R: 3 + c(-1, 1) * qnorm(.975) * sqrt(.64 / 16)
    const interval = meanInterval({ mean: 3, respondents: 16, variance: 0.64, ...scale });
    expect(interval.low).toBeCloseTo(2.608007203092, 12);
    expect(interval.high).toBeCloseTo(3.391992796908, 12);
  });

  it("stops at the ends of the scale", () => {
    expect(meanInterval({ mean: 1.1, respondents: 5, variance: 1, ...scale }).low).toBe(1);
    expect(meanInterval({ mean: 4.9, respondents: 5, variance: 1, ...scale }).high).toBe(5);
  });
});
