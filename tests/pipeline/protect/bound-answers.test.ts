import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundAnswers } from "../../../pipeline/protect/bound-answers.ts";
import { chooseShown } from "../../../pipeline/protect/choose-shown.ts";
import type { MeasureDefinition } from "../../../schemas/cell.ts";
import type { Unit } from "../../../schemas/roster.ts";
import {
  addUp,
  enps,
  enpsScores,
  makeBlock,
  makeUnits,
  randomTree,
  type Scores,
  standard,
  strain,
} from "./organisations.ts";

const bound = (units: readonly Unit[], measure: MeasureDefinition, scores: Scores, shown: readonly string[]) => {
  const block = makeBlock(units, [[measure, scores]]);
  const found = boundAnswers({ units, block, shown: new Set(shown), policy: standard }).get(measure.measure);
  if (found === undefined) throw new Error("no sums");
  const points = [...found.sums].map(([unit, sum]) => [unit, Number(sum) / Number(found.scale)]);
  return { points: Object.fromEntries(points), bounds: Object.fromEntries(found.bounds) };
};

const repeat = (score: number, people: number): number[] => Array<number>(people).fill(score);

describe("boundAnswers", () => {
  const one = makeUnits([["org", null]]);
  const pair = makeUnits([
    ["org", null],
    ["a", "org"],
  ]);

  // Scale 1 to 5, W = 2: five people publish sums from 5 x 1 + 2 = 7 to 5 x 5 - 2 = 23.
  it.each([
    ["all at the maximum", [5, 5, 5, 5, 5], 23, "at_least"],
    ["just beyond the edge", [5, 5, 5, 5, 3.5], 23, "at_least"],
    ["on the edge", [5, 5, 5, 5, 3], 23, "at_least"],
    ["just inside", [5, 5, 5, 5, 2.5], 22.5, undefined],
    ["in the middle", [3, 3, 3, 3, 3], 15, undefined],
    ["on the lower edge", [1, 1, 1, 1, 3], 7, "at_most"],
    ["all at the minimum", [1, 1, 1, 1, 1], 7, "at_most"],
  ])("a scale of 1 to 5, five people %s", (_, scores, sum, side) => {
    const { points, bounds } = bound(one, strain, { org: scores }, ["org"]);
    expect(points).toEqual({ org: sum });
    expect(bounds.org).toBe(side);
  });

  // Band -80 to 80 below 20 people; W = 100 points is one person.
  it.each([
    ["-100 in a team of 5", [0, 0, 5], -400, "at_most"],
    ["-80 in a team of 5", [0, 1, 4], -400, "at_most"],
    ["-60 in a team of 5", [0, 2, 3], -300, undefined],
    ["5 of 6 promoters", [5, 1, 0], 480, "at_least"],
    ["100 in a team of 19", [19, 0, 0], 1520, "at_least"],
    ["90 in a team of 20", [18, 2, 0], 1800, undefined],
    ["95 in a team of 20", [19, 1, 0], 1900, "at_least"],
    ["100 in a team of 20", [20, 0, 0], 1900, "at_least"],
  ] as const)("an eNPS of %s", (_, [promoters, passives, detractors], sum, side) => {
    const { points, bounds } = bound(one, enps, { org: enpsScores(promoters, passives, detractors) }, ["org"]);
    expect(points).toEqual({ org: sum });
    expect(bounds.org).toBe(side);
  });

  it("bounds what is left of a unit, and the unit is its parts added up", () => {
    const { points, bounds } = bound(pair, strain, { org: repeat(5, 6), a: repeat(3, 5) }, ["org", "a"]);
    expect(points).toEqual({ org: 15 + 28, a: 15 });
    expect(bounds).toEqual({ org: "at_least" });
  });

  it("says about when parts were moved both ways", () => {
    const { points, bounds } = bound(pair, strain, { org: repeat(1, 5), a: repeat(5, 5) }, ["org", "a"]);
    expect(points).toEqual({ org: 7 + 23, a: 23 });
    expect(bounds).toEqual({ org: "about", a: "at_least" });
  });

  it("leaves a unit without people of its own to its parts", () => {
    expect(bound(pair, strain, { a: repeat(3, 5) }, ["org", "a"])).toEqual({ points: { org: 15, a: 15 }, bounds: {} });
  });

  it("keeps edges whole on a scale with half a point open to either side", () => {
    // 0 to 3, W = 1.5: five people publish at most 13.5.
    const short: MeasureDefinition = { ...strain, minimum: 0, maximum: 3, factor: 1n };
    expect(bound(one, short, { org: repeat(3, 5) }, ["org"]).points).toEqual({ org: 13.5 });
  });

  it("leaves everyone at least half of the scale, whoever subtracts what", () => {
    const property = fc.property(
      randomTree(25, 12),
      fc.integer({ min: 0, max: 2 }),
      fc.infiniteStream(fc.nat(8)),
      (tree, lean, stream) => {
        const units = makeUnits(tree.rows);
        const draw = () => Math.min(5, Math.max(1, 1 + Number(stream.next().value) / 2 + (lean - 1) * 3));
        const scores = Object.fromEntries(
          tree.rows.map(([unit], i) => [unit, Array.from({ length: tree.direct[i] ?? 0 }, draw)]),
        );
        const respondents = addUp(
          units,
          Object.fromEntries(Object.entries(scores).map(([unit, all]) => [unit, all.length])),
        );
        const { mean } = chooseShown({ units, respondents, policy: standard });
        const { points, bounds } = bound(units, strain, scores, [...mean]);
        for (const region of attack(units, points, respondents)) {
          // A clipped region is known to lie on or beyond its edge; any other sum is taken as exact.
          const { people, sum } = region;
          const lowest = sum <= people + 2 ? people : sum;
          const highest = sum >= people * 5 - 2 ? people * 5 : sum;
          const low = Math.max(1, lowest - (people - 1) * 5);
          const high = Math.min(5, highest - (people - 1));
          expect(high - low).toBeGreaterThanOrEqual(2);
          const moved = lowest < sum || highest > sum;
          if (moved) expect(bounds[region.unit]).toBeDefined();
        }
      },
    );
    fc.assert(property, { seed: 3, numRuns: 200 });
  });
});

/** What an outsider computes: each published sum minus those of the nearest published units below it. */
const attack = (
  units: readonly Unit[],
  sums: Readonly<Record<string, number>>,
  respondents: ReadonlyMap<string, number>,
) => {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const above = (unit: string): string | null => {
    const parent = parents.get(unit) ?? null;
    return parent === null || parent in sums ? parent : above(parent);
  };
  return Object.keys(sums)
    .map((unit) => {
      const below = Object.keys(sums).filter((other) => above(other) === unit);
      const take = (read: (unit: string) => number) => read(unit) - below.reduce((sum, other) => sum + read(other), 0);
      return { unit, people: take((u) => respondents.get(u) ?? 0), sum: take((u) => sums[u] ?? 0) };
    })
    .filter(({ people }) => people > 0);
};

describe("boundAnswers on scales that make up another", () => {
  const units = makeUnits([["org", null]]);
  const part = (scale: string, codes: readonly string[]): MeasureDefinition => ({
    ...strain,
    measure: `strain.${scale}`,
    scale,
    items: codes.length,
    item_codes: codes,
    factor: 1n,
  });
  const energy = part("energy", ["A", "B", "C"]);
  const rest = part("rest", ["D"]);
  const total: MeasureDefinition = { ...part("total", ["A", "B", "C", "D"]), factor: 4n };

  it("moves the total along with a bounded part, so that subtraction yields the bound", () => {
    // Energy 25 becomes 23; the total of five people, 3/4 x 25 + 1/4 x 15 = 22.5, becomes 3/4 x 23 + 1/4 x 15 = 21.
    const block = makeBlock(units, [
      [total, { org: repeat(4.5, 5) }],
      [energy, { org: repeat(5, 5) }],
      [rest, { org: repeat(3, 5) }],
    ]);
    const found = boundAnswers({ units, block, shown: new Set(["org"]), policy: standard });
    const points = [...found].map(([measure, { sums, scale }]) => [measure, Number(sums.get("org")) / Number(scale)]);
    expect(Object.fromEntries(points)).toEqual({ "strain.total": 21, "strain.energy": 23, "strain.rest": 15 });
    expect(found.get("strain.total")?.bounds.get("org")).toBe("at_least");
    expect(found.get("strain.rest")?.bounds.get("org")).toBeUndefined();
  });
});
