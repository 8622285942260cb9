import { describe, expect, it } from "vitest";
import { npsInterval } from "../../../pipeline/stats/nps-interval.ts";

describe("npsInterval", () => {
  // R: en <- function(P, D, n) { m <- n + 3; p <- (P + .75) / m; d <- (D + .75) / m
  //    100 * (p - d + c(0, -1, 1) * qnorm(.975) * sqrt((p + d - (p - d)^2) / m)) }
  it.each([
    [5, 2, 10, 23.0769230769, -19.0506153764, 65.2044615302],
    [3, 3, 10, 0, -41.2890956242, 41.2890956242],
    [0, 0, 10, 0, -18.4650449091, 18.4650449091],
    [6, 4, 15, 11.1111111111, -25.4557222228, 47.677944445],
  ])("of %i promoters, %i detractors among %i", (promoters, detractors, respondents, centre, low, high) => {
    const interval = npsInterval({ promoters, detractors, respondents });
    expect(interval.centre).toBeCloseTo(centre, 9);
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
  });

  it("has width when everyone is a promoter, and stops at 100", () => {
    // R: en(10, 0, 10): 76.9230769231  47.5035515448 106.3426023014
    const interval = npsInterval({ promoters: 10, detractors: 0, respondents: 10 });
    expect(interval.low).toBeCloseTo(47.5035515448, 9);
    expect(interval.high).toBe(100);
  });

  it("stops at -100 when everyone is a detractor", () => {
    const interval = npsInterval({ promoters: 0, detractors: 10, respondents: 10 });
    expect(interval.low).toBe(-100);
    expect(interval.high).toBeCloseTo(-47.5035515448, 9);
  });
});
