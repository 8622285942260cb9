import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseShown } from "../../../../pipeline/protect/choose-shown.ts";
import {
  addRollUpCells,
  addRollUps,
  countRollUps,
  fitRollUps,
} from "../../../../pipeline/protect/roll-up/add-roll-ups.ts";
import { planRollUps } from "../../../../pipeline/protect/roll-up/plan-roll-ups.ts";
import type { Unit } from "../../../../schemas/roster.ts";
import { addUp, enps, enpsScores, makeBlock, makeUnits, type Row, randomTree, standard } from "../organisations.ts";

const rows: Row[] = [
  ["org", null, 1],
  ["a", "org", 2],
  ["a1", "a", 10],
  ["a2", "a", 4],
  ["a3", "a", 5],
  ["b", "org", 8],
];
const rest = { unit: "a:rest", parent: "a", members: ["a2", "a3"] };

describe("fitRollUps", () => {
  const units = makeUnits(rows);

  it("leaves out a member that is gone", () => {
    expect(fitRollUps(makeUnits(rows.filter(([unit]) => unit !== "a3")), [rest])).toEqual([
      { ...rest, members: ["a2"] },
    ]);
  });

  it("drops a roll-up of which a member has moved, or the parent is gone", () => {
    const moved = rows.map((row): Row => (row[0] === "a3" ? ["a3", "b", 5] : row));
    expect(
      fitRollUps(makeUnits(moved.toSorted((x, y) => Number(x[0] === "a3") - Number(y[0] === "a3"))), [rest]),
    ).toEqual([]);
    expect(fitRollUps(makeUnits(rows.slice(0, 1)), [rest])).toEqual([]);
  });

  it("refuses a roster with a unit of that code", () => {
    expect(() => fitRollUps(makeUnits([...rows, ["a:rest", "b", 3]]), [rest])).toThrow(
      'Unit "a:rest" must have another code',
    );
  });

  it("keeps what fits", () => {
    expect(fitRollUps(units, [rest])).toEqual([rest]);
  });
});

describe("addRollUps", () => {
  it("puts the members and the people directly in the parent below the roll-up", () => {
    const tree = addRollUps(makeUnits(rows), [rest]);
    const places = tree.map(({ unit, parent, invited, invited_total }) => [unit, parent, invited, invited_total]);
    expect(places).toEqual([
      ["org", null, 1, 30],
      ["a", "org", 0, 21],
      ["b", "org", 8, 8],
      ["a:rest", "a", 2, 11],
      ["a1", "a", 10, 10],
      ["a2", "a:rest", 4, 4],
      ["a3", "a:rest", 5, 5],
    ]);
    expect(tree.filter(({ members }) => members)).toHaveLength(1);
    expect(tree.find(({ unit }) => unit === "a:rest")).toMatchObject({ name: "a", level: 2, leaf: false });
  });

  it("knows no number of invited where a part is unknown", () => {
    const unknown = rows.map((row): Row => (row[0] === "a3" ? ["a3", "a", null] : row));
    const tree = addRollUps(makeUnits(unknown), [rest]);
    expect(tree.find(({ unit }) => unit === "a:rest")?.invited_total).toBeNull();
  });
});

describe("counts and cells of roll-ups", () => {
  const units = makeUnits(rows);

  it("are those of the parent without its other units", () => {
    expect(countRollUps(units, [rest], addUp(units, { org: 1, a: 2, a1: 9, a2: 3, a3: 4, b: 6 })).get("a:rest")).toBe(
      9,
    );
  });

  it("subtract every sum of a cell", () => {
    const scores = {
      a: enpsScores(1, 0, 0),
      a1: enpsScores(2, 1, 4),
      a2: enpsScores(1, 1, 1),
      a3: enpsScores(0, 2, 1),
    };
    const { cells } = addRollUpCells(units, [rest], makeBlock(units, [[enps, scores]]));
    expect(cells.find(({ unit }) => unit === "a:rest")).toEqual({
      unit: "a:rest",
      measure: "enps.score",
      respondents: 7,
      sum: 0n,
      sum_squares: 40_000n,
      promoters: 2,
      passives: 3,
      detractors: 2,
    });
  });
});

describe("roll-ups of random organisations", () => {
  /** Respondents of a group by the units whose direct people it holds, and every combination's support by regions. */
  const isSafe = (tree: readonly Unit[], respondents: ReadonlyMap<string, number>, shown: ReadonlySet<string>) => {
    const left = new Map([...shown].map((unit) => [unit, respondents.get(unit) ?? 0]));
    const nearest = new Map<string, string | null>();
    for (const { unit, parent } of tree) {
      const above = parent === null ? null : shown.has(parent) ? parent : (nearest.get(parent) ?? null);
      nearest.set(unit, above);
      if (shown.has(unit) && above !== null) left.set(above, (left.get(above) ?? 0) - (respondents.get(unit) ?? 0));
    }
    return [...left.values()].every((people) => people === 0 || people >= standard.k.mean);
  };

  it("take no unit's place, keep the k-rule and cover more people", () => {
    let covered = 0;
    fc.assert(
      fc.property(randomTree(14, 7), ({ rows: tree, direct }) => {
        const units = makeUnits(tree);
        const respondents = addUp(units, Object.fromEntries(tree.map(([unit], index) => [unit, direct[index] ?? 0])));
        const plain = chooseShown({ units, respondents, policy: standard });
        const rollUps = planRollUps({ units, respondents, shown: plain.mean, taken: new Set(), k: 5 });
        const augmented = addRollUps(units, rollUps);
        const counts = countRollUps(units, rollUps, respondents);
        const { mean } = chooseShown({ units: augmented, respondents: counts, policy: standard });
        const isRest = (unit: string) => rollUps.some((rollUp) => rollUp.unit === unit);
        expect([...mean].filter((unit) => !isRest(unit))).toHaveLength(plain.mean.size);
        expect(isSafe(augmented, counts, mean)).toBe(true);
        covered += [...mean].filter(isRest).length;
      }),
      { seed: 7, numRuns: 500 },
    );
    expect(covered).toBeGreaterThan(50);
  });
});
