import { describe, expect, it } from "vitest";
import { doubtQuiet, findTippingPoint, moveBySilence } from "../../../pipeline/assess/doubt-silence.ts";

describe("findTippingPoint", () => {
  it("says how much better the silent members would have to be", () => {
    // by hand: .1 above the line, a quarter is silent: they must be .4 points better, .8 of a standard deviation of .5
    expect(findTippingPoint({ respondents: 6, invited: 8 }, 2.4, 2.3, 0.5)).toBeCloseTo(0.8, 12);
  });

  it("is negative below the line", () => {
    expect(findTippingPoint({ respondents: 5, invited: 10 }, 2.1, 2.3, 0.5)).toBeCloseTo(-0.8, 12);
  });

  it("is not there when everyone answered", () => {
    expect(findTippingPoint({ respondents: 8, invited: 8 }, 2.4, 2.3, 0.5)).toBeUndefined();
  });
});

describe("moveBySilence", () => {
  it("moves the team by the share that is silent", () => {
    // by hand: .25 x .3 x .5
    expect(moveBySilence({ respondents: 6, invited: 8 }, 0.5)).toBeCloseTo(0.0375, 12);
    expect(moveBySilence({ respondents: 8, invited: 8 }, 0.5)).toBe(0);
  });
});

describe("doubtQuiet", () => {
  it("takes no signal away from a team as likely as not beyond the line if the silent are worse", () => {
    expect(doubtQuiet("no_signal", 0.5)).toBe("too_little_evidence");
    expect(doubtQuiet("no_signal", 0.499)).toBe("no_signal");
    expect(doubtQuiet("no_signal", undefined)).toBe("no_signal");
  });

  it("leaves the other levels alone", () => {
    for (const level of ["elevated", "watch", "too_little_evidence"] as const)
      expect(doubtQuiet(level, 0.9)).toBe(level);
  });
});
