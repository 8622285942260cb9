import { describe, expect, it } from "vitest";
import {
  auditRelease,
  makeMeasure,
  makeMembership,
  makeRelease,
  people,
  type Shown,
  spread,
  type Tree,
} from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1" };
const crew = [...spread("T1", 7), ...people("T2", 8, 5)];

const wordBands = async (shown: readonly Shown[], measures = [makeMeasure("energy")]) => {
  const organisation = { tree, people: crew, instruments: measures.map(({ measure }) => measure) };
  const { leaks } = await auditRelease(makeRelease({ ...organisation, measures, shown }), [
    makeMembership(organisation),
  ]);
  return leaks
    .filter(({ attack }) => attack === "band")
    .map(({ explanation, combination }) => ({ explanation, combination }));
};

describe("a bounded figure", () => {
  it("is undone by its parent and its siblings when those are exact", async () => {
    // T2 has 40 of 8, published as 38: 4.75. D1 says 61 of 15, T1 21 of 7.
    expect(await wordBands([{ unit: "D1" }, { unit: "T1" }, { unit: "T2", mean: 4.75, bound: "at_least" }])).toEqual([
      {
        explanation: "T2 is bounded, but follows from D1 - T1",
        combination: [
          { release: 1, unit: "D1", segment: null, coefficient: 1 },
          { release: 1, unit: "T1", segment: null, coefficient: -1 },
        ],
      },
    ]);
  });

  it("holds when the parent is bounded too", async () => {
    const shown: Shown[] = [
      { unit: "D1", mean: 3.933333, bound: "at_least" },
      { unit: "T1" },
      { unit: "T2", mean: 4.75, bound: "at_least" },
    ];
    expect(await wordBands(shown)).toEqual([]);
  });

  it("is undone by its true promoters and detractors", async () => {
    const enps = makeMeasure("enps", "enps");
    const shown: Shown[] = [
      { unit: "D1", measure: "enps", enps: 80, bound: "at_least", promoters: 15, passives: 0, detractors: 0 },
    ];
    expect((await wordBands(shown, [enps])).map(({ explanation }) => explanation)).toEqual([
      "D1 is bounded, but follows from D1",
    ]);
    expect(await wordBands([{ ...(shown[0] as Shown), parts_bound: "about" }], [enps])).toEqual([]);
  });
});
