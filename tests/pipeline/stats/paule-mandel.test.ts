import { describe, expect, it } from "vitest";
import { pauleMandel } from "../../../pipeline/stats/paule-mandel.ts";
import { alike, bcg } from "./bcg.ts";

describe("pauleMandel", () => {
  it("gives the published figure of the BCG trials", () => {
    // documentation of metafor: 0.3181
    expect(pauleMandel(bcg)).toBeCloseTo(0.3181, 4);
  });

  it("of two equally sure means is half their squared distance less the variance", () => {
    // by hand: (4 - 2)^2 / 2 - 1
    const teams = [2, 4].map((mean) => ({ mean, variance: 1 }));
    expect(pauleMandel(teams)).toBeCloseTo(1, 12);
  });

  it("is 0 when the means lie closer than chance puts them, and for one team", () => {
    expect(pauleMandel(alike)).toBe(0);
    expect(pauleMandel(alike.slice(0, 1))).toBe(0);
  });
});
