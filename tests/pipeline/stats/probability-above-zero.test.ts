import { describe, expect, it } from "vitest";
import { probabilityAboveZero } from "../../../pipeline/stats/probability-above-zero.ts";

describe("probabilityAboveZero", () => {
  // R: pnorm(c(-3.5, -1.2345, 0, .1, 1.2345, 5))
  it.each([
    [-3.5, 0.000232629079035525],
    [-1.2345, 0.10850832336267],
    [0, 0.5],
    [0.1, 0.539827837277029],
    [1.2345, 0.89149167663733],
    [5, 0.999999713348428],
  ])("equals the normal distribution at %f", (mean, expected) => {
    expect(probabilityAboveZero(mean, 1)).toBeCloseTo(expected, 12);
  });

  it("keeps its precision far in the tail", () => {
    // R: pnorm(-8)
    expect(probabilityAboveZero(-8, 1) / 6.22096057427178e-16).toBeCloseTo(1, 10);
  });

  it("measures the mean in standard deviations", () => {
    // R: pnorm(.3 / sqrt(.0225))
    expect(probabilityAboveZero(0.3, 0.0225)).toBeCloseTo(0.977249868051821, 12);
  });

  it.each([
    [1e-9, 1],
    [0, 0],
    [-1e-9, 0],
  ])("takes %f without variance as known", (mean, expected) => {
    expect(probabilityAboveZero(mean, 0)).toBe(expected);
  });
});
