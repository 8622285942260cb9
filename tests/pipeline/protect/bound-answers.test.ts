import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundedSums, boundAnswers } from "../../../pipeline/protect/bound-answers.ts";
import { chooseShown } from "../../../pipeline/protect/choose-shown.ts";
import type { MeasureDefinition } from "../../../schemas/cell.ts";
import type { Unit } from "../../../schemas/roster.ts";
import {
  addUp,
  calm,
  drive,
  enps,
  enpsScores,
  listMultisets,
  makeBlankBlock,
  makeBlock,
  makeUnits,
  oneItem,
  randomTree,
  rescaleBlock,
  type Scores,
  standard,
  strain,
  whole,
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
    const short: MeasureDefinition = { ...strain, minimum: 0, maximum: 3 };
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

describe("boundAnswers on blanks", () => {
  const one = makeUnits([["org", null]]);
  const items = (count: number, factor: bigint): MeasureDefinition => ({
    ...strain,
    factor,
    items: count,
    step: factor / BigInt(count),
  });
  const three = items(3, 6n);
  const four = items(4, 12n);
  const around = { minimum: -2, maximum: 2 };

  // In thirds 43.5, 42, 44.5; in quarters 57.33, 57.67; below zero in thirds -1.5, -2.5, 1.5, in quarters -1.33, -1.67.
  it.each<[string, MeasureDefinition, number[], number]>([
    ["a half", three, [3, 3, 3, 3, 2.5], 44 / 3],
    ["two halves", three, [3, 3, 3, 2.5, 2.5], 14],
    ["a half above a third", three, [10 / 3, 3, 3, 3, 2.5], 15],
    ["a third of a step", four, [3, 3, 3, 3, 7 / 3], 57 / 4],
    ["two thirds of a step", four, [3, 3, 3, 2.75, 8 / 3], 58 / 4],
    ["a negative half", { ...three, ...around }, [-0.5, 0, 0, 0, 0], -1 / 3],
    ["a negative half and a third", { ...three, ...around }, [-0.5, -1 / 3, 0, 0, 0], -2 / 3],
    ["a half above zero", { ...three, ...around }, [0.5, 0, 0, 0, 0], 2 / 3],
    ["a negative third of a step", { ...four, ...around }, [-1 / 3, 0, 0, 0, 0], -1 / 4],
    ["two negative thirds of a step", { ...four, ...around }, [-1 / 3, -1 / 3, 1 / 4, 0, 0], -2 / 4],
  ])("rounds a sum to whole steps, halves upwards: %s", (_, measure, scores, sum) => {
    const found = bound(one, measure, { org: scores }, ["org"]);
    expect(found.points.org).toBeCloseTo(sum, 12);
    expect(found.bounds).toEqual({});
  });

  it("leaves a scored, continuous value as it is", () => {
    const continuous = { ...items(1, 10n ** 10n), step: 1n };
    const block = makeBlock(one, [[continuous, { org: [3.0000000001, 2, 3, 4, 2.5] }]]);
    const found = boundAnswers({ units: one, block, shown: new Set(["org"]), policy: standard }).get(strain.measure);
    expect(((found?.sums.get("org") ?? 0n) * 10n ** 10n) / (found?.scale ?? 1n)).toBe(145_000_000_001n);
  });

  // W = 2: the edges of five people are 7 and 23. In quarters 28.33 and 91.67 are rounded onto them, 28.67 and 91.33 not.
  it.each<[number[], number, string | undefined]>([
    [[4 / 3, 1.75, 1, 1, 2], 7, "at_most"],
    [[5 / 3, 1.5, 1, 1, 2], 7.25, undefined],
    [[14 / 3, 4.25, 5, 5, 4], 23, "at_least"],
    [[13 / 3, 4.5, 5, 5, 4], 22.75, undefined],
  ])("bounds the rounded sum: %j", (scores, sum, side) => {
    const found = bound(one, four, { org: scores }, ["org"]);
    expect(found.points).toEqual({ org: sum });
    expect(found.bounds.org).toBe(side);
  });

  // Half of 1 to 4 is 1.5, of 1 to 2 is 0.5: with these as W, the lowest published sum would mean "four or five at 1" and
  // "all at 1".
  it.each<[number, number[], number, string | undefined]>([
    [4, [1, 1, 1, 1, 1], 7, "at_most"],
    [4, [1, 1, 1, 1, 2], 7, "at_most"],
    [4, [1, 1, 1, 2, 2], 7, "at_most"],
    [4, [1, 1, 2, 2, 2], 8, undefined],
    [2, [1, 1, 1, 1, 1], 6, "at_most"],
    [2, [1, 1, 1, 1, 2], 6, "at_most"],
    [2, [1, 1, 1, 2, 2], 7, undefined],
    [2, [2, 2, 2, 2, 2], 9, "at_least"],
  ])("rounds the open width up to whole steps on an item of 1 to %i: %j", (maximum, scores, sum, side) => {
    const found = bound(one, oneItem(maximum), { org: scores }, ["org"]);
    expect(found.points).toEqual({ org: sum });
    expect(found.bounds.org).toBe(side);
  });

  // All sums five people can have, on three items of which one may stay blank. What is published must be possible with
  // complete answers, and those alone must leave everyone half of the scale.
  it.each([2, 3, 4, 5])("shows no blank, and leaves everyone half of a scale of 1 to %i", (maximum) => {
    const measure = { ...three, maximum };
    const list = (parts: number) => Array.from({ length: (maximum - 1) * parts + 1 }, (_, index) => 1 + index / parts);
    const [complete, blank] = [list(3), list(2)];
    const publish = (scores: number[]) => JSON.stringify(bound(one, measure, { org: scores }, ["org"]));
    const open = new Map<string, number[]>();
    for (const scores of listMultisets(complete, 5)) {
      const look = publish(scores);
      const [low = maximum, high = 1] = open.get(look) ?? [];
      open.set(look, [Math.min(low, ...scores), Math.max(high, ...scores)]);
    }
    expect(open.size).toBeGreaterThan(3);
    for (const [low = 0, high = 0] of open.values()) expect(high - low).toBeGreaterThan((maximum - 1) / 2 - 1e-9);
    for (const people of [1, 2, 5])
      for (const left of listMultisets(blank, people))
        for (const ends of [1, 2, maximum])
          expect(open.has(publish([...left, ...Array<number>(5 - people).fill(ends)]))).toBe(true);
  });
});

describe("boundAnswers on a scale made of scales", () => {
  const units = makeUnits([["org", null]]);

  it("moves the whole along with a bounded part, so that subtraction yields the bound", () => {
    // Drive 25 becomes 23; the whole of five people, (3 x 25 + 4 x 16) / 7 = 139/7, becomes (3 x 23 + 4 x 16) / 7 = 19.
    const block = makeBlock(units, [
      [whole, { org: [27 / 7, 27 / 7, 27 / 7, 27 / 7, 31 / 7] }],
      [drive, { org: repeat(5, 5) }],
      [calm, { org: [3, 3, 3, 3, 4] }],
    ]);
    const found = boundAnswers({ units, block, shown: new Set(["org"]), policy: standard });
    const points = [...found].map(([measure, { sums, scale }]) => [measure, Number(sums.get("org")) / Number(scale)]);
    expect(Object.fromEntries(points)).toEqual({ "energy.whole": 19, "energy.drive": 23, "energy.calm": 16 });
    expect(found.get("energy.whole")?.bounds.get("org")).toBe("at_least");
    expect(found.get("energy.calm")?.bounds.get("org")).toBeUndefined();
  });

  it("says about when one part was lowered and another raised", () => {
    const block = makeBlock(units, [
      [whole, { org: repeat(19 / 7, 5) }],
      [drive, { org: repeat(5, 5) }],
      [calm, { org: repeat(1, 5) }],
    ]);
    const found = boundAnswers({ units, block, shown: new Set(["org"]), policy: standard });
    expect([...found].map(([, { bounds }]) => bounds.get("org"))).toEqual(["about", "at_least", "at_most"]);
  });

  it("never differs from its parts together by anything, whoever left what blank", () => {
    let [compared, blanks] = [0, 0];
    const property = fc.property(randomTree(15, 12), fc.infiniteStream(fc.nat(1_000_000)), (tree, stream) => {
      const some = makeUnits(tree.rows);
      const people = Object.fromEntries(tree.rows.map(([unit], index) => [unit, tree.direct[index] ?? 0]));
      const { mean } = chooseShown({ units: some, respondents: addUp(some, people), policy: standard });
      const block = makeBlankBlock(some, people, () => Number(stream.next().value));
      const found = boundAnswers({ units: some, block, shown: mean, policy: standard });
      const read = ({ measure }: MeasureDefinition) => found.get(measure) as BoundedSums;
      const [all, first, second] = [read(whole), read(drive), read(calm)];
      for (const unit of mean) {
        const [a = 0n, b = 0n, c = 0n] = [all, first, second].map(({ sums }) => sums.get(unit));
        const rest =
          7n * a * first.scale * second.scale - 3n * b * all.scale * second.scale - 4n * c * all.scale * first.scale;
        expect(rest).toBe(0n);
        compared += 1;
      }
      blanks += block.cells.filter(({ measure, sum }) => measure === drive.measure && sum % 2n !== 0n).length;
    });
    fc.assert(property, { seed: 7, numRuns: 200 });
    expect(compared).toBeGreaterThan(400);
    expect(blanks).toBeGreaterThan(400);
  });

  it("never reads a sum of its own", () => {
    const draws = Array.from({ length: 500 }, (_, index) => (index * 7919) % 1009);
    const release = (own: bigint) => {
      const left = [...draws];
      const block = makeBlankBlock(units, { org: 40 }, () => left.pop() ?? 0);
      const cells = block.cells.map((cell) => (cell.measure === whole.measure ? { ...cell, sum: own } : cell));
      return boundAnswers({ units, block: { ...block, cells }, shown: new Set(["org"]), policy: standard });
    };
    expect(release(1n)).toEqual(release(5000n));
  });
});

describe("boundAnswers in other points", () => {
  const one = makeUnits([["org", null]]);

  // Three items of 1 to 4, 2 or 3 answered, as 0 to 100: a step is 100/9 points and W, 4.5 steps, is rounded up to 5.
  // Five people publish from 5 to 40 steps. The mean of 2 and 3 alone is 50 points, 4.5 steps; four times 6 more is 28.5.
  const rescaled: MeasureDefinition = { ...strain, minimum: 0, maximum: 100, factor: 18n, items: 3, step: 200n };
  const two = 200 / 3;
  it.each<[string, number[], number, string | undefined]>([
    ["all at 100", [100, 100, 100, 100, 100], 40, "at_least"],
    ["all at 0", [0, 0, 0, 0, 0], 5, "at_most"],
    ["a blank", [50, two, two, two, two], 29, undefined],
    ["just inside", [100, 100, 100, 100, 300 / 9], 39, undefined],
  ])("0 to 100, five people, %s", (_, scores, steps, side) => {
    const { points, bounds } = bound(one, rescaled, { org: scores }, ["org"]);
    expect(points.org).toBeCloseTo((steps * 100) / 9, 10);
    expect(bounds.org).toBe(side);
  });

  // Three items of 1 to 5 together: 3 to 15, W = 6. Five people publish from 21 to 69.
  it.each<[string, number[], number, string | undefined]>([
    ["all at 15", [15, 15, 15, 15, 15], 69, "at_least"],
    ["just inside", [15, 15, 15, 15, 8], 68, undefined],
    ["all at 3", [3, 3, 3, 3, 3], 21, "at_most"],
  ])("a sum, five people, %s", (_, scores, sum, side) => {
    const sums: MeasureDefinition = { ...strain, minimum: 3, maximum: 15, factor: 1n, items: 3, step: 1n };
    const { points, bounds } = bound(one, sums, { org: scores }, ["org"]);
    expect(points.org).toBe(sum);
    expect(bounds.org).toBe(side);
  });

  it("publishes the same of 1 to 5 and of 0 to 100, also of totals and blanks", () => {
    let moved = 0;
    const property = fc.property(
      randomTree(8, 9),
      fc.boolean(),
      fc.infiniteStream(fc.nat(1_000_000)),
      (tree, high, stream) => {
        const units = makeUnits(tree.rows);
        const people = Object.fromEntries(tree.rows.map(([unit], index) => [unit, tree.direct[index] ?? 0]));
        const respondents = addUp(units, people);
        const { mean: shown } = chooseShown({ units, respondents, policy: standard });
        // 4 is an answer of 5 and no blank: where most draws are 4, sums reach their bounds.
        const draw = () => {
          const drawn = Number(stream.next().value);
          return high && drawn % 10 > 0 ? 4 : drawn;
        };
        const block = makeBlankBlock(units, people, draw);
        const plain = boundAnswers({ units, block, shown, policy: standard });
        const other = boundAnswers({ units, block: rescaleBlock(block), shown, policy: standard });
        for (const [measure, { scale, sums, bounds }] of plain) {
          const found = other.get(measure) as BoundedSums;
          expect(found.bounds).toEqual(bounds);
          moved += bounds.size;
          for (const [unit, sum] of sums) {
            const above = sum - BigInt(respondents.get(unit) ?? 0) * scale;
            expect((found.sums.get(unit) as bigint) * scale).toBe(25n * above * found.scale);
          }
        }
      },
    );
    fc.assert(property, { seed: 9, numRuns: 150 });
    expect(moved).toBeGreaterThan(20);
  });
});
