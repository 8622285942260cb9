import { describe, expect, it } from "vitest";
import { indexCells } from "../../../pipeline/protect/bound-answers.ts";
import { boundParts } from "../../../pipeline/protect/bound-parts.ts";
import { releaseBlock } from "../../../pipeline/protect/release-cells.ts";
import { releaseStatistics } from "../../../pipeline/protect/release-statistics.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { enps, enpsScores, makeBlock, makeUnits, type Scores, standard } from "./organisations.ts";

type Counts = readonly [promoters: number, passives: number, detractors: number];

const makeScores = (counts: Readonly<Record<string, Counts>>): Scores =>
  Object.fromEntries(Object.entries(counts).map(([unit, [p, q, d]]) => [unit, enpsScores(p, q, d)]));

const bound = (units: readonly Unit[], counts: Readonly<Record<string, Counts>>, mean: string[], detail: string[]) => {
  const cells = indexCells(makeBlock(units, [[enps, makeScores(counts)]]), enps);
  const shown = { mean: new Set(mean), detail: new Set(detail) };
  const parts = boundParts({ units, cells, measure: enps, shown, policy: standard });
  return Object.fromEntries(
    [...parts].map(([unit, { promoters, passives, detractors, moved }]) => [
      unit,
      [promoters, passives, detractors, moved],
    ]),
  );
};

describe("boundParts of one unit", () => {
  const one = makeUnits([["org", null]]);

  // Below 20 people each group keeps a tenth of them, from 20 on one person; on either edge counts are marked.
  it.each<[Counts, [...Counts, boolean]]>([
    [
      [4, 4, 4],
      [4, 4, 4, false],
    ],
    [
      [3, 6, 3],
      [3, 6, 3, false],
    ],
    [
      [2, 8, 2],
      [2, 8, 2, true],
    ],
    [
      [1, 10, 1],
      [2, 8, 2, true],
    ],
    [
      [0, 12, 0],
      [2, 8, 2, true],
    ],
    [
      [5, 7, 0],
      [7, 3, 2, true],
    ],
    [
      [6, 0, 6],
      [5, 2, 5, true],
    ],
    [
      [0, 10, 0],
      [1, 8, 1, true],
    ],
    [
      [0, 20, 0],
      [1, 18, 1, true],
    ],
    [
      [2, 16, 2],
      [2, 16, 2, false],
    ],
    // eNPS 100 of 12: published as 80, in people 9.6, so 10 at least; one pair fits in the other two.
    [
      [12, 0, 0],
      [11, 0, 1, true],
    ],
    [
      [0, 0, 25],
      [0, 1, 24, true],
    ],
    [
      [0, 1, 24],
      [0, 1, 24, true],
    ],
  ])("publishes %j as %j", (counts, expected) => {
    expect(bound(one, { org: counts }, ["org"], ["org"])).toEqual({ org: expected });
  });
});

describe("boundParts in a tree", () => {
  const units = makeUnits([
    ["org", null],
    ["a", "org"],
    ["b", "org"],
    ["c", "org"],
  ]);

  it("adds up regions and marks every unit that contains a moved one", () => {
    const counts = { a: [0, 10, 0], b: [4, 4, 4], c: [3, 3, 3] } as const;
    expect(bound(units, counts, ["org", "a", "b", "c"], ["org", "a", "b"])).toEqual({
      org: [8, 15, 8, true],
      a: [1, 8, 1, true],
      b: [4, 4, 4, false],
    });
  });

  it("does not let neighbours prove that everyone in a team is passive", () => {
    // All of the detractors in a, all of the promoters in c: what is left for b, by the eNPS figures, is passive.
    const counts = { a: [0, 4, 5], b: [0, 9, 0], c: [5, 4, 0] } as const;
    expect(bound(units, counts, ["org", "a", "b", "c"], ["org"])).toEqual({ org: [6, 15, 6, true] });
  });
});

/** Every way to divide people over promoters, passives and detractors. */
const listCounts = (people: number): Counts[] =>
  Array.from({ length: people + 1 }, (_, p) =>
    Array.from({ length: people - p + 1 }, (_, d): Counts => [p, people - p - d, d]),
  ).flat();

const listTruths = (sizes: readonly (readonly [string, number])[]): Record<string, Counts>[] =>
  sizes.reduce<Record<string, Counts>[]>(
    (truths, [unit, people]) =>
      truths.flatMap((truth) => listCounts(people).map((counts) => ({ ...truth, [unit]: counts }))),
    [{}],
  );

describe("everything published about an eNPS", () => {
  const flat = makeUnits([
    ["org", null],
    ["a", "org"],
    ["b", "org"],
    ["c", "org"],
  ]);
  const deep = makeUnits([
    ["org", null],
    ["dept", "org"],
    ["a", "dept"],
    ["b", "dept"],
  ]);
  const policy = { ...standard, statistics: { teams: 2, degrees_of_freedom: 1 } };

  // An attacker who knows this code and the eNPS, parts and statistics of every unit can only tell apart truths that
  // are published differently. So: release every possible truth and see what those that look the same have in common.
  it.each([
    [
      "three teams of 5",
      flat,
      [
        ["a", 5],
        ["b", 5],
        ["c", 5],
      ],
      ["org", "a", "b", "c"],
      ["org"],
    ],
    [
      "a team of 10 beside one of 5",
      flat,
      [
        ["a", 10],
        ["b", 5],
      ],
      ["org", "a", "b"],
      ["org", "a"],
    ],
    [
      "a team of 6 below a hidden rest of 5",
      deep,
      [
        ["dept", 5],
        ["a", 6],
      ],
      ["org", "dept", "a"],
      ["dept"],
    ],
    ["an organisation of 20", flat, [["org", 20]], ["org"], ["org"]],
  ] as const)("leaves everyone half of the scale: %s", (_, units, sizes, mean, detail) => {
    const shown = { mean: new Set<string>(mean), detail: new Set<string>(detail) };
    const looks = new Map<string, Map<string, Set<number>>>();
    for (const truth of listTruths(sizes)) {
      const block = makeBlock(units, [[enps, makeScores(truth)]]);
      const cells = releaseBlock({ units, block, shown, policy, answering: shown.mean });
      const statistics = releaseStatistics({ block, units, shown, itemMoments: new Map(), policy, given: {} });
      const look = JSON.stringify([cells, statistics]);
      const open = looks.get(look) ?? new Map(sizes.map(([unit]) => [unit, new Set<number>()]));
      looks.set(look, open);
      for (const [unit, counts] of Object.entries(truth))
        for (const [index, people] of counts.entries()) if (people > 0) open.get(unit)?.add(100 - 100 * index);
    }
    expect(looks.size).toBeGreaterThan(1);
    const narrow = [...looks].filter(([, open]) =>
      [...open.values()].some((scores) => Math.max(...scores) - Math.min(...scores) < 100),
    );
    expect(narrow.map(([look]) => look)).toEqual([]);
  });
});
