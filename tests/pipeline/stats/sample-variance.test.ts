import { describe, expect, it } from "vitest";
import { meanOf, sampleVariance, spread } from "../../../pipeline/stats/sample-variance.ts";

const nobody = { respondents: 0, sum: 0n, sum_squares: 0n };
const one = { respondents: 1, sum: 7n, sum_squares: 49n };
/** 2, 3 and 4. */
const three = { respondents: 3, sum: 9n, sum_squares: 29n };

describe("meanOf", () => {
  it("divides by the factor and the respondents", () => {
    expect([three, one].map((group) => meanOf(group, 2n))).toEqual([1.5, 3.5]);
  });

  it("is null for nobody", () => {
    expect(meanOf(nobody)).toBeNull();
  });
});

describe("sampleVariance", () => {
  it("has n - 1 below and is in squared points", () => {
    expect(sampleVariance(three)).toBe(1);
    expect(sampleVariance(three, 2n)).toBe(0.25);
  });

  it("is null below two respondents and 0 when all answered alike", () => {
    expect([nobody, one].map((group) => sampleVariance(group))).toEqual([null, null]);
    expect(sampleVariance({ respondents: 4, sum: 12n, sum_squares: 36n })).toBe(0);
  });

  // In floats the squares of 10^12 + 0, 1 and 2 are equal to more digits than there are; their variance is 1.
  it("loses nothing where the mean is large", () => {
    const large = [0n, 1n, 2n].map((more) => 10n ** 12n + more);
    const sum = large.reduce((total, value) => total + value, 0n);
    const sum_squares = large.reduce((total, value) => total + value * value, 0n);
    expect(sampleVariance({ respondents: 3, sum, sum_squares })).toBe(1);
  });
});

describe("spread", () => {
  it("is n x squares - sum squared", () => {
    expect(spread(three)).toBe(6n);
  });
});
