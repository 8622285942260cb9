import { describe, expect, it } from "vitest";
import { makePolicy } from "../../../pipeline/protect/make-policy.ts";
import { Policy, PolicyChoice } from "../../../schemas/policy.ts";

describe("makePolicy", () => {
  it.each([
    ["standard", 5, 10],
    ["strict", 10, 20],
    ["pmo", 15, 20],
  ] as const)("gives preset %s its k", (preset, mean, detail) => {
    const policy = makePolicy({ preset, k: {} });
    expect(policy.k).toEqual({ mean, detail });
    expect(Policy.parse(policy)).toEqual({
      preset,
      k: { mean, detail },
      enps_band: { low: -80, high: 80, below: 20 },
      open_share: 0.5,
      statistics: { teams: 5, degrees_of_freedom: 50 },
    });
  });

  it("is standard when nothing is chosen", () => {
    expect(makePolicy(PolicyChoice.parse({})).preset).toBe("standard");
  });

  it("takes a higher k, and the detail's along with the mean's", () => {
    expect(makePolicy({ preset: "standard", k: { mean: 8, detail: 12 } }).k).toEqual({ mean: 8, detail: 12 });
    expect(makePolicy({ preset: "standard", k: { mean: 25 } }).k).toEqual({ mean: 25, detail: 25 });
  });

  it("refuses a k below the preset's, the floor or the mean's", () => {
    expect(() => makePolicy({ preset: "strict", k: { mean: 7 } })).toThrow(
      "policy.k.mean must be at least 10 with preset strict, found 7: leave it out or choose 10 or more.",
    );
    expect(() => makePolicy({ preset: "standard", k: { mean: 4 } })).toThrow("must be at least 5");
    expect(() => makePolicy({ preset: "standard", k: { mean: 25, detail: 12 } })).toThrow("must be at least 25");
  });
});
