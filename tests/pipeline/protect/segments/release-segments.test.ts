import { beforeAll, describe, expect, it } from "vitest";
import { boundAnswers } from "../../../../pipeline/protect/bound-answers.ts";
import { loadSolver, type Solve } from "../../../../pipeline/protect/segments/linear-program.ts";
import { listSegments } from "../../../../pipeline/protect/segments/list-segments.ts";
import { releaseSegments } from "../../../../pipeline/protect/segments/release-segments.ts";
import type { Atom, MeasureDefinition } from "../../../../schemas/cell.ts";
import type { Policy } from "../../../../schemas/policy.ts";
import { enps, listMultisets, makeBlock, makeUnits, oneItem, type Row, standard } from "../organisations.ts";

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

/** Scores of the people in each atom: unit, value of the attribute, their scores. */
type People = readonly (readonly [unit: string, value: string | null, scores: readonly number[]])[];

const attribute = {
  attribute: "tenure",
  title: { nl: "Dienstjaren", en: "Tenure" },
  self_declared: false,
  values: ["short", "long"].map((value) => ({ value, title: { nl: value, en: value } })),
};

const release = (
  rows: readonly Row[],
  measure: MeasureDefinition,
  people: People,
  shown: readonly string[],
  segments: readonly string[],
  policy: Policy = standard,
) => {
  const units = makeUnits(rows);
  const scores = Object.fromEntries(
    units.map(({ unit }) => [unit, people.filter(([own]) => own === unit).flatMap(([, , own]) => own)]),
  );
  const block = makeBlock(units, [[measure, scores]]);
  const atoms: Atom[] = people.map(([unit, value, own]) => ({
    unit,
    values: [value],
    respondents: own.length,
    sums: new Map([[measure.measure, BigInt(Math.round(own.reduce((sum, x) => sum + x, 0) * Number(measure.factor)))]]),
  }));
  const chosen = listSegments(units, atoms, ["tenure"]).filter(({ unit, segment }) =>
    segments.includes(`${unit} ${segment.value}`),
  );
  const input = { units, block, shown: new Set(shown), policy };
  const cells = releaseSegments({ ...input, atoms, segments: chosen, attributes: [attribute] }, solve);
  const bounded = boundAnswers(input).get(measure.measure);
  return { cells, sums: JSON.stringify([...(bounded?.sums ?? [])].map(String)), bounds: [...(bounded?.bounds ?? [])] };
};

const say = (cells: ReturnType<typeof release>["cells"]) =>
  cells.map((cell) =>
    cell.status === "withheld"
      ? `${cell.unit} ${cell.segment?.value} withheld`
      : `${cell.unit} ${cell.segment?.value} ${cell.respondents} ${cell.bound ?? ""} ${cell.mean ?? cell.enps}`,
  );

const rows: Row[] = [
  ["org", null],
  ["a", "org"],
  ["b", "org"],
];
const times = (count: number, score: number) => Array<number>(count).fill(score);

describe("releaseSegments", () => {
  it("publishes the true mean of a segment where nothing is near an edge", () => {
    const { cells } = release(
      rows,
      oneItem(5),
      [
        ["a", "short", [1, 2, 3, 4, 5, 3, 3, 3, 3, 3]],
        ["a", "long", times(10, 4)],
        ["b", "short", times(6, 2)],
        ["b", "long", times(7, 3)],
      ],
      ["org", "a", "b"],
      ["org short", "org long", "a short"],
    );
    expect(say(cells)).toEqual(["org short 16  2.625", "org long 17  3.588235", "a short 10  3", "a long withheld"]);
  });

  it("bounds a segment in which all answer alike, and keeps the sum of its unit", () => {
    const people: People = [
      ["a", "short", times(10, 5)],
      ["a", "long", times(10, 3)],
      ["b", "short", times(12, 3)],
    ];
    const shown = ["org", "a", "b"];
    const { cells, sums } = release(rows, oneItem(5), people, shown, ["a short", "a long"]);
    // a: 80 points in both; short may have 48 of 50 at most (half of the range of 4 is open), so long has 32.
    expect(say(cells)).toEqual(["a short 10 at_least 4.8", "a long 10 about 3.2"]);
    expect(sums).toEqual(release(rows, oneItem(5), people, shown, []).sums);
  });

  it("bounds what a segment leaves of its unit, though nothing is shown of it", () => {
    const people: People = [
      ["a", "short", times(10, 3)],
      ["a", null, times(5, 5)],
    ];
    const { cells } = release(rows, oneItem(5), people, ["org", "a"], ["a short"]);
    // The others have 25 points; at most 23 may follow, so that the segment has 32 of the 55.
    expect(say(cells)).toEqual(["a short 10 about 3.2", "a long withheld"]);
  });

  it("keeps the eNPS of a small segment within the band, and that can't be subtracted", () => {
    const people: People = [
      ["a", "short", times(10, 100)],
      ["a", "long", times(12, 0)],
    ];
    const { cells } = release(rows, enps, people, ["org", "a"], ["a short", "a long"]);
    expect(say(cells)).toEqual(["a short 10 at_least 80", "a long 12 about 16.666667"]);
  });

  it("rounds blanks away so that segments add up to their unit", () => {
    const half = { ...oneItem(5), factor: 6n, step: 3n, items: 2 };
    const people: People = [
      ["a", "short", [...times(9, 3), 3 + 1 / 6]],
      ["a", "long", [...times(9, 3), 3 + 1 / 6]],
    ];
    const { cells } = release(rows, half, people, ["org", "a"], ["a short", "a long"]);
    // 60 1/3 points in all are 60 1/2 in steps of a half: one of both segments takes the half.
    const means = cells.flatMap((cell) => (cell.status === "released" ? [cell.mean ?? 0] : []));
    expect(means.toSorted()).toEqual([3, 3.05]);
  });

  it("has no rows for units of which no segment is shown", () => {
    expect(release(rows, oneItem(5), [["a", "short", times(20, 3)]], ["org", "a"], []).cells).toEqual([]);
  });
});

describe("all that is published about units and segments", () => {
  const policy: Policy = { ...standard, k: { mean: 2, detail: 2, crossed: 2 } };

  /** Every organisation with these atoms, grouped by what is published about it; the open range of every atom's people. */
  const findNarrowest = (
    sizes: readonly (readonly [string, string | null, number])[],
    measure: MeasureDefinition,
    values: readonly number[],
    shown: readonly string[],
    segments: readonly string[],
  ) => {
    const worlds = sizes.reduce<number[][][]>(
      (made, [, , size]) => made.flatMap((world) => listMultisets(values, size).map((own) => [...world, own])),
      [[]],
    );
    const seen = new Map<string, Set<number>[]>();
    let released = 0;
    for (const world of worlds) {
      const people = sizes.map(([unit, value], index) => [unit, value, world[index] as number[]] as const);
      const published = release(rows, measure, people, shown, segments, policy);
      if (published.cells.length > 0) released += 1;
      const key = JSON.stringify(published);
      const atoms = seen.get(key) ?? sizes.map(() => new Set<number>());
      world.forEach((own, index) => {
        for (const score of own) atoms[index]?.add(score);
      });
      seen.set(key, atoms);
    }
    const ranges = [...seen.values()].flat().map((scores) => Math.max(...scores) - Math.min(...scores));
    return { narrowest: Math.min(...ranges), worlds: worlds.length, released, published: seen.size };
  };

  it.each([
    ["two teams of two and two", [2, 2, 2, 2], ["org short", "org long", "a short", "b long"]],
    ["a person alone in one atom", [2, 2, 3, 1], ["org short", "org long"]],
  ])(
    "leaves half of the scale open for everyone and hides nothing because of answers: %s",
    (_, [as, al, bs, bl], segments) => {
      const sizes = [
        ["a", "short", as],
        ["a", "long", al],
        ["b", "short", bs],
        ["b", "long", bl],
      ] as [string, string, number][];
      const found = findNarrowest(sizes, oneItem(3), [1, 2, 3], ["org", "a", "b"], segments);
      expect(found.narrowest).toBeGreaterThanOrEqual(1);
      expect(found.released).toBe(found.worlds);
      expect(found.published).toBeGreaterThan(10);
    },
  );
});
