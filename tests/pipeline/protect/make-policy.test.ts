import { describe, expect, it } from "vitest";
import { makePolicy } from "../../../pipeline/protect/make-policy.ts";
import { Policy, PolicyChoice } from "../../../schemas/policy.ts";

const choose = (choice: unknown) => makePolicy(PolicyChoice.parse(choice));

describe("makePolicy", () => {
  it.each([
    ["standard", 5, 10, 10],
    ["strict", 10, 20, 20],
    ["pmo", 15, 20, 20],
  ] as const)("gives preset %s its k", (preset, mean, detail, crossed) => {
    const policy = choose({ preset });
    expect(Policy.parse(policy)).toEqual({
      preset,
      k: { mean, detail, crossed },
      insiders: 0,
      enps_band: { low: -80, high: 80, below: 20 },
      open_share: 0.5,
      statistics: { teams: 5, degrees_of_freedom: 50 },
      stayers: "may_change",
      roll_up: true,
    });
  });

  it("is standard when nothing is chosen", () => {
    expect(choose({}).preset).toBe("standard");
  });

  it("takes a higher k, and those of detail and segments along with the mean's", () => {
    expect(choose({ k: { mean: 8, detail: 12 } }).k).toEqual({ mean: 8, detail: 12, crossed: 10 });
    expect(choose({ k: { mean: 25 } }).k).toEqual({ mean: 25, detail: 25, crossed: 25 });
  });

  it("adds colleagues who pool their answers to every k", () => {
    expect(choose({ insiders: 2 }).k).toEqual({ mean: 7, detail: 12, crossed: 12 });
  });

  it("takes every other measure when it is stricter", () => {
    const stricter = {
      open_share: 0.6,
      enps_band: { low: -70, high: 60, below: 30 },
      stayers: "unchanged",
      roll_up: false,
    };
    expect(choose(stricter)).toMatchObject(stricter);
  });

  it("refuses a k below the preset's, the floor or the mean's", () => {
    expect(() => choose({ preset: "strict", k: { mean: 7 } })).toThrow(
      "policy.k.mean must be at least 10 with preset strict, found 7: leave it out or choose 10 or more.",
    );
    expect(() => choose({ k: { mean: 25, detail: 12 } })).toThrow("must be at least 25");
    expect(() => choose({ k: { crossed: 9 } })).toThrow("policy.k.crossed must be at least 10");
  });

  it.each([
    [{ k: { mean: 4 } }],
    [{ insiders: -1 }],
    [{ open_share: 0.4 }],
    [{ enps_band: { low: -90 } }],
    [{ enps_band: { high: 90 } }],
    [{ enps_band: { below: 19 } }],
  ])("refuses %j, which is below the floor in code", (choice) => {
    expect(PolicyChoice.safeParse(choice).success).toBe(false);
  });
});
