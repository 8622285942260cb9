import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLeak } from "../../../../pipeline/protect/k-rule/find-leak.ts";
import type { System } from "../../../../pipeline/protect/k-rule/system.ts";
import { findLightestByForce, makeGroups, shapes, weighCombination } from "./systems.ts";

/** A group per row: an x where the atom is in it. */
const draw = (weights: readonly number[], ...rows: readonly string[]): System => ({
  weights,
  groups: makeGroups(
    weights.length,
    rows.map((row) => (atom) => row[atom] === "x"),
  ),
});

describe("findLeak", () => {
  it("finds none where nothing is published, or nobody is in what is", () => {
    expect(findLeak(draw([3]), 5)).toBeNull();
    expect(findLeak(draw([3], "."), 5)).toBeNull();
  });

  it.each([
    [1, 1],
    [4, 4],
    [5, null],
  ])("finds one group of %i people to leak %s at k = 5", (people, respondents) => {
    expect(findLeak(draw([people], "x"), 5)?.respondents ?? null).toBe(respondents);
  });

  it("names the manager: the department without its teams", () => {
    expect(findLeak(draw([1, 8, 9], "xxx", ".x.", "..x"), 5)).toEqual({
      respondents: 1,
      combination: [
        { id: "g0", coefficient: 1n },
        { id: "g1", coefficient: -1n },
        { id: "g2", coefficient: -1n },
      ],
    });
    expect(findLeak(draw([5, 8, 9], "xxx", ".x.", "..x"), 5)).toBeNull();
  });

  it("finds two small groups together to be too few, as tau-Argus does not", () => {
    expect(findLeak(draw([15, 5, 3], "xxx", "x.."), 11)?.respondents).toBe(8);
    expect(findLeak(draw([15, 5, 3], "xxx"), 11)).toBeNull();
  });

  it("finds twice two people: three groups, of which two together are one and four more people twice", () => {
    const system = draw([2, 9, 9], "xx.", "x.x", ".xx");
    const leak = findLeak(system, 5);
    expect(leak?.respondents).toBe(2);
    expect(leak?.combination).toHaveLength(3);
    expect(leak && weighCombination(system, leak)).toBe(2);
  });

  it("finds the difference of two releases of one wave to be the one late answer", () => {
    expect(findLeak(draw([20, 1], "x.", "xx"), 5)?.respondents).toBe(1);
  });

  it("finds the movers between an old and a new organisation", () => {
    expect(findLeak(draw([20, 3, 20], "xx.", "x.."), 5)?.respondents).toBe(3);
    expect(findLeak(draw([20, 3, 20], "xx.", "..x", "x..", ".xx"), 5)?.respondents).toBe(3);
  });

  it("finds a combination of several light rows when each alone is about enough people", () => {
    // Every group has 6 people; g0 - g1 + g2 is about the first and the last atom: 2.
    expect(findLeak(draw([1, 5, 5, 1], "xx..", ".xx.", "..xx"), 6)?.respondents).toBe(2);
  });

  it("merges atoms that no group tells apart before it counts people", () => {
    expect(findLeak(draw([2, 3, 9], "xxx", "..x"), 5)).toBeNull();
    expect(findLeak(draw([2, 2, 9], "xxx", "..x"), 5)?.respondents).toBe(4);
  });

  it("counts a search that ran out of budget as a leak, although there is none", () => {
    const system = draw([3, 3, 3, 3], "xx..", ".xx.", "..xx");
    expect(findLeak(system, 6)).toBeNull();
    expect(findLeak(system, 6, 0)).toMatchObject({ respondents: null });
  });

  it("stays exact where coefficients outgrow what a number can hold", () => {
    // 80 triangles of pairs, each hanging on the one before: every triangle doubles the coefficients of those behind it.
    const size = 3 * 80;
    const holds = Array.from({ length: size }, (_, row) => {
      const [base, turn] = [row - (row % 3), row % 3];
      const pair = [base + turn, base + ((turn + 1) % 3), turn === 0 ? base - 3 : base + turn];
      return (atom: number) => pair.includes(atom);
    });
    const weights = Array.from({ length: size }, (_, atom) => (atom === size - 1 ? 1 : 9));
    const system = { weights, groups: makeGroups(size, holds) };
    const leak = findLeak(system, 5);
    expect(leak?.respondents).toBe(1);
    expect(leak?.combination.some(({ coefficient }) => coefficient > 2n ** 64n || coefficient < -(2n ** 64n))).toBe(
      true,
    );
    expect(leak && weighCombination(system, leak)).toBe(1);
  });

  it("refuses atoms out of place and people who are not whole", () => {
    expect(() => findLeak({ weights: [5], groups: [{ id: "a", atoms: [1] }] }, 5)).toThrow(
      "The atoms of group a must be positions below 1, ascending, each once.",
    );
    expect(() => findLeak(draw([1.5], "x"), 5)).toThrow("The weight of atom 0 must be a whole number from 1.");
  });

  it.each(Object.entries(shapes))("agrees with brute force over the rationals: %s", (_, shape) => {
    const found = { safe: 0, unsafe: 0 };
    const property = fc.property(shape, fc.constantFrom(2, 3, 5, 7, 9), (system, k) => {
      const leak = findLeak(system, k);
      const lightest = findLightestByForce(system, k);
      found[lightest === null ? "safe" : "unsafe"] += 1;
      expect(leak === null).toBe(lightest === null);
      if (leak === null || lightest === null) return;
      expect(leak.respondents).toBeGreaterThanOrEqual(lightest);
      expect(leak.respondents).toBeLessThan(k);
      expect(weighCombination(system, leak)).toBe(leak.respondents);
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
    expect(found.safe).toBeGreaterThan(50);
    expect(found.unsafe).toBeGreaterThan(50);
  });
});
