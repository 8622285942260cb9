import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLeak } from "../../../../pipeline/protect/k-rule/find-leak.ts";
import { minimiseLeak } from "../../../../pipeline/protect/k-rule/minimise-leak.ts";
import { findLightestByForce, makeGroups, shapes } from "./systems.ts";

describe("minimiseLeak", () => {
  // A manager, two teams; the old release had the department without its first team's late answer (atom 3).
  const system = {
    weights: [1, 8, 9, 1],
    groups: makeGroups(4, [(atom) => atom < 3, () => true, (atom) => atom === 1, (atom) => atom === 2]),
  };
  const whole = { respondents: null, combination: system.groups.map(({ id }) => ({ id, coefficient: 1n })) };

  it("leaves out groups that are not needed for a leak, the last first", () => {
    expect(minimiseLeak(system, whole, 5)).toEqual(["g0", "g1"]);
  });

  it("blames what is fixed only where a candidate can't be blamed alone", () => {
    expect(minimiseLeak(system, whole, 5, new Set(["g0"]))).toEqual(["g0", "g1"]);
    expect(minimiseLeak(system, whole, 5, new Set(["g0", "g2", "g3"]))).toEqual(["g0", "g2", "g3"]);
  });

  it.each(Object.entries(shapes))("gives groups that leak, and none of which can be left out: %s", (_, shape) => {
    const property = fc.property(shape, fc.constantFrom(3, 5, 7), ({ weights, groups }, k) => {
      const leak = findLeak({ weights, groups }, k);
      fc.pre(leak !== null);
      const ids = leak === null ? [] : minimiseLeak({ weights, groups }, leak, k);
      const left = groups.filter(({ id }) => ids.includes(id));
      expect(findLightestByForce({ weights, groups: left }, k)).not.toBeNull();
      for (const one of left)
        expect(findLightestByForce({ weights, groups: left.filter((other) => other !== one) }, k)).toBeNull();
    });
    fc.assert(property, { seed: 3, numRuns: 60 });
  });
});
