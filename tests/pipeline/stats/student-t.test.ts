import { describe, expect, it } from "vitest";
import { incompleteBeta } from "../../../pipeline/stats/incomplete-beta.ts";
import { studentProbability, studentQuantile } from "../../../pipeline/stats/student-t.ts";

describe("incompleteBeta", () => {
  it("is a polynomial for whole numbers", () => {
    // by hand: I_x(2, 3) = 6 x^2 - 8 x^3 + 3 x^4
    for (const x of [0.1, 0.3, 0.5, 0.9]) {
      expect(incompleteBeta(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 13);
    }
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe("Student's t", () => {
  it("has a closed form for 1 and for 2 degrees of freedom", () => {
    for (const t of [-30, -2.5, -0.1, 0, 0.4, 1.7, 12]) {
      expect(studentProbability(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
      expect(studentProbability(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 12);
    }
  });

  it("nears the normal distribution", () => {
    // R: qnorm(.975) 1.959963984540054
    expect(studentProbability(-1.959963984540054, 1e8)).toBeCloseTo(0.025, 8);
    expect(studentQuantile(0.975, 1e8)).toBeCloseTo(1.959963984540054, 7);
  });

  it("has quantiles that turn back into their probability", () => {
    // by hand, 2 degrees of freedom: t = (2 p - 1) / sqrt(2 p (1 - p))
    expect(studentQuantile(0.975, 2)).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), 12);
    expect(studentQuantile(0.025, 2)).toBeCloseTo(-0.95 / Math.sqrt(2 * 0.975 * 0.025), 12);
    expect(studentProbability(studentQuantile(0.8, 7.3), 7.3)).toBeCloseTo(0.8, 13);
  });
});
