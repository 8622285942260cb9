import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveTree, type TreeProblem, type TreeUnit } from "../../../pipeline/protect/solve-tree.ts";
import { addUp, makeUnits, type Row, randomTree } from "./organisations.ts";

type Direct = Readonly<Record<string, number>>;

const solve = (
  rows: readonly Row[],
  direct: Direct,
  k: number,
  weigh: TreeProblem<TreeUnit>["weigh"] = () => ({ weight: 1, preference: 0 }),
) =>
  [
    ...solveTree({
      units: makeUnits(rows),
      counts: new Map(Object.entries(direct)),
      isEligible: () => true,
      weigh,
      k,
    }),
  ].sort();

/** Straight from the definition: people of a shown unit who are in no shown unit below it. */
const listRemainders = (units: readonly TreeUnit[], direct: Direct, shown: ReadonlySet<string>): number[] => {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const firstShown = (unit: string | null): string | null =>
    unit === null || shown.has(unit) ? unit : firstShown(parents.get(unit) ?? null);
  return [...shown].map((own) =>
    units.filter(({ unit }) => firstShown(unit) === own).reduce((sum, { unit }) => sum + (direct[unit] ?? 0), 0),
  );
};

const isSafe = (units: readonly TreeUnit[], direct: Direct, shown: ReadonlySet<string>, k: number): boolean => {
  const totals = addUp(units, direct);
  const big = [...shown].every((unit) => (totals.get(unit) ?? 0) >= k);
  return big && listRemainders(units, direct, shown).every((rest) => rest === 0 || rest >= k);
};

describe("solveTree", () => {
  const pair: Row[] = [
    ["org", null],
    ["a", "org"],
  ];

  it("shows nothing of an empty tree", () => {
    expect(solve([], {}, 5)).toEqual([]);
  });

  it.each([
    [4, []],
    [5, ["org"]],
    [0, []],
  ])("shows one unit of %i people only from k = 5 on", (people, shown) => {
    expect(solve([["org", null]], { org: people }, 5)).toEqual(shown);
  });

  it("never shows both a manager's department and the one team below it", () => {
    expect(solve(pair, { org: 1, a: 8 }, 5)).toHaveLength(1);
    expect(solve(pair, { org: 4, a: 8 }, 5)).toHaveLength(1);
  });

  it("shows both when nobody or k people are left between them", () => {
    expect(solve(pair, { org: 0, a: 8 }, 5)).toEqual(["a", "org"]);
    expect(solve(pair, { org: 5, a: 8 }, 5)).toEqual(["a", "org"]);
  });

  it("hides a team beside a small one so that two are hidden together", () => {
    const rows: Row[] = [...pair, ["b", "org"], ["c", "org"]];
    const shown = solve(rows, { a: 20, b: 6, c: 3 }, 5, ({ unit }) => ({
      weight: unit === "org" ? 10 : 1,
      preference: 0,
    }));
    expect(shown).toHaveLength(2);
    expect(shown).toContain("org");
  });

  it("hides the smaller of two teams when the weights are equal", () => {
    const rows: Row[] = [...pair, ["b", "org"], ["c", "org"]];
    const people: Direct = { a: 20, b: 6, c: 3, org: 29 };
    const weigh = ({ unit }: TreeUnit) => ({ weight: unit === "org" ? 10 : 1, preference: people[unit] ?? 0 });
    expect(solve(rows, { a: 20, b: 6, c: 3 }, 5, weigh)).toEqual(["a", "org"]);
    expect(
      solve(rows, { a: 6, b: 20, c: 3 }, 5, ({ unit }) => ({
        weight: unit === "org" ? 10 : 1,
        preference: unit === "b" ? 20 : 6,
      })),
    ).toEqual(["b", "org"]);
  });

  it("lets weight go before any preference", () => {
    const weigh = ({ unit }: TreeUnit) =>
      unit === "a" ? { weight: 1, preference: 1e9 } : { weight: 2, preference: 0 };
    expect(solve(pair, { org: 1, a: 8 }, 5, weigh)).toEqual(["org"]);
  });

  it("hides the first of equal teams", () => {
    const rows: Row[] = [["org", null, 0], ...["a", "b", "c"].map((unit): Row => [unit, "org"])];
    expect(solve(rows, { org: 1, a: 9, b: 9, c: 9 }, 5)).toEqual(["b", "c", "org"]);
  });

  it("shows a grandchild's whole group and not its parent when that is worth more", () => {
    const rows: Row[] = [...pair, ["a1", "a"]];
    const weigh = ({ unit }: TreeUnit) => ({ weight: unit === "a1" ? 2 : 1, preference: 0 });
    expect(solve(rows, { org: 9, a: 2, a1: 9 }, 5, weigh)).toEqual(["a1", "org"]);
  });

  it("refuses a child before its parent and a total below its parts", () => {
    const backwards = [
      { unit: "a", parent: "org" },
      { unit: "org", parent: null },
    ];
    const problem = { counts: new Map(), isEligible: () => true, weigh: () => ({ weight: 1, preference: 0 }), k: 5 };
    expect(() => solveTree({ ...problem, units: backwards })).toThrow("Unit a must come after its parent org.");
    expect(() => solve(pair, { org: -1 }, 5)).toThrow("must be a whole number from 0");
  });

  it("never leaves 1 to k-1 people, in any tree", () => {
    const property = fc.property(randomTree(60, 9), fc.constantFrom(2, 5, 10), ({ rows, direct }, k) => {
      const units = makeUnits(rows);
      const people = Object.fromEntries(rows.map(([unit], index) => [unit, direct[index] ?? 0]));
      return isSafe(units, people, new Set(solve(rows, people, k)), k);
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
  });

  it("reaches the weight and preference of the best of all subsets", () => {
    const property = fc.property(
      randomTree(10, 7),
      fc.constantFrom(2, 5),
      fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }),
      ({ rows, direct }, k, weights) => {
        const units = makeUnits(rows);
        const people = Object.fromEntries(rows.map(([unit], index) => [unit, direct[index] ?? 0]));
        const weigh = ({ unit }: TreeUnit) => {
          const index = Number(unit.slice(1));
          return { weight: weights[index] ?? 0, preference: direct[index] ?? 0 };
        };
        const worth = (shown: Iterable<TreeUnit>) =>
          [...shown].reduce((sum, unit) => sum + weigh(unit).weight * 1000 + weigh(unit).preference, 0);
        const chosen = new Set(solve(rows, people, k, weigh));
        let best = 0;
        for (let subset = 0; subset < 2 ** units.length; subset += 1) {
          const shown = units.filter((_, index) => (subset >> index) & 1);
          const set = new Set(shown.map(({ unit }) => unit));
          if (worth(shown) > best && isSafe(units, people, set, k)) best = worth(shown);
        }
        expect(worth(units.filter(({ unit }) => chosen.has(unit)))).toBe(best);
      },
    );
    fc.assert(property, { seed: 2, numRuns: 150 });
  });

  it("goes 100,000 levels deep", () => {
    const units = Array.from({ length: 100_000 }, (_, i) => ({ unit: `u${i}`, parent: i === 0 ? null : `u${i - 1}` }));
    const counts = new Map(units.map(({ unit }) => [unit, 1]));
    const shown = solveTree({
      units,
      counts,
      isEligible: () => true,
      weigh: () => ({ weight: 1, preference: 0 }),
      k: 5,
    });
    expect(shown.size).toBe(20_000);
  });

  it("solves 83,000 teams below a few departments", () => {
    const units: TreeUnit[] = [{ unit: "org", parent: null }];
    for (let d = 0; d < 4; d += 1) units.push({ unit: `d${d}`, parent: "org" });
    for (let t = 0; t < 83_000; t += 1) units.push({ unit: `t${t}`, parent: `d${t % 4}` });
    const counts = new Map(units.map(({ unit }, index) => [unit, unit.startsWith("t") ? (index % 12) + 1 : 0]));
    const big = units.filter(({ unit }) => (counts.get(unit) ?? 0) >= 5).length;
    const shown = solveTree({
      units,
      counts,
      isEligible: () => true,
      weigh: () => ({ weight: 1, preference: 0 }),
      k: 5,
    });
    expect(shown.size).toBe(big + 5);
  });
});
