import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundAnswers, indexCells } from "../../../pipeline/protect/bound-answers.ts";
import { releaseEnds } from "../../../pipeline/protect/release-ends.ts";
import { findTeams, sumSquaresWithin } from "../../../pipeline/protect/sum-squares.ts";
import { listMultisets, makeBlock, makeUnits, oneItem, type Row, standard } from "./organisations.ts";

/** What is published of an item of 1 to 5 in teams right below the organisation. */
const release = (teams: readonly (readonly number[])[]) => {
  const measure = oneItem(5);
  const units = makeUnits([["org", null], ...teams.map((_, index): Row => [`t${index}`, "org"])]);
  const block = makeBlock(units, [[measure, Object.fromEntries(teams.map((team, index) => [`t${index}`, team]))]]);
  const shown = new Set(units.map(({ unit }) => unit));
  const bounded = boundAnswers({ units, block, shown, policy: standard }).get(measure.measure);
  if (bounded === undefined) throw new Error("the measure must be there");
  const squares = {
    units,
    shown: { mean: shown, detail: new Set<string>() },
    measure,
    cells: indexCells(block, measure),
    bounded,
    policy: standard,
  };
  const found = findTeams(squares);
  const within = sumSquaresWithin(squares, found);
  return { ends: releaseEnds({ measure, bounded, teams: found, within }), within, bounded };
};

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

describe("releaseEnds", () => {
  it("is Cantelli's limit on both sides", () => {
    // 20 teams 1,2,2,2,3: mean 2, squares 40, of 100 people V = 0.4. 0.4 / (0.4 + 1) = 0.2857; 0.4 / (0.4 + 9) = 0.0426.
    expect(release(times(20, [1, 2, 2, 2, 3])).ends).toEqual({
      floor: { value: 0.3, bound: "at_most" },
      ceiling: { value: 0.05, bound: "at_most" },
    });
  });

  it("counts the squares between teams as well", () => {
    // 10 teams at mean 2 and 10 at 4, each with squares 2: V = (40 + 100) / 100 = 1.4, d = 2: 1.4 / 5.4 = 0.259.
    const { ends } = release([...times(10, [1, 2, 2, 2, 3]), ...times(10, [3, 4, 4, 4, 5])]);
    expect(ends).toEqual({ floor: { value: 0.3, bound: "at_most" }, ceiling: { value: 0.3, bound: "at_most" } });
  });

  it("counts a team that is published as a bound as a whole at its end", () => {
    // 5 of 100 people, and 95 x 0.4 / 1.4 = 27.1 or, at the other end, 95 x 0.4 / 9.4 = 4.04 of the others: 32.1 and 9.04.
    const low = release([...times(19, [1, 2, 2, 2, 3]), [1, 1, 1, 1, 1]]);
    expect(low.bounded.bounds.get("t19")).toBe("at_most");
    expect(low.ends.floor).toEqual({ value: 0.35, bound: "at_most" });
    const high = release([...times(19, [1, 2, 2, 2, 3]), [5, 5, 5, 5, 5]]);
    expect(high.ends.ceiling).toEqual({ value: 0.1, bound: "at_most" });
  });

  it("says nothing where more than half may be at an end", () => {
    expect(release(times(20, [1, 1, 1, 1, 1])).ends.floor).toBeNull();
  });

  it("is never below the true share", () => {
    const team = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 8 });
    const property = fc.property(fc.array(team, { minLength: 2, maxLength: 6 }), (teams) => {
      const { ends } = release(teams);
      const all = teams.flat();
      for (const [share, end] of [
        [ends.floor, 1],
        [ends.ceiling, 5],
      ] as const)
        if (share !== null) expect(all.filter((one) => one === end).length / all.length).toBeLessThan(share.value);
    });
    fc.assert(property, { seed: 4, numRuns: 500 });
  });

  it("is the same for all answers that look the same in sums and squares", () => {
    const looks = new Map<string, Set<string>>();
    for (const first of listMultisets([1, 2, 3, 4, 5], 5))
      for (const second of [
        [1, 1, 3, 5, 5],
        [1, 2, 3, 4, 5],
        [1, 3, 3, 4, 4],
      ]) {
        const { ends, within, bounded } = release([first, second]);
        const look = [...bounded.sums.values(), within.numerator, within.denominator, ...bounded.bounds].join();
        looks.set(look, (looks.get(look) ?? new Set()).add(JSON.stringify(ends)));
      }
    expect(looks.size).toBeGreaterThan(50);
    expect([...looks.values()].filter(({ size }) => size > 1)).toEqual([]);
  });
});

describe("a counted share beside sums and squares", () => {
  it("would give answers away, also as one cut", () => {
    // Teams of 3 on 1 to 5 with sums 6, 6, 7, 9, 12 and 12. Of all answers with these sums and squares, those with 20 % or more of
    // the 18 people at 1 leave the people of the team of 9 less than half of the scale.
    const sums = [6, 6, 7, 9, 12, 12];
    const teams = sums.map((sum) =>
      listMultisets([1, 2, 3, 4, 5], 3).filter((team) => team.reduce((all, one) => all + one, 0) === sum),
    );
    const worlds = teams.reduce<number[][][]>((all, own) => all.flatMap((w) => own.map((one) => [...w, one])), [[]]);
    const squaresOf = (world: number[][]) =>
      world.flat().reduce((all, one) => all + one * one, 0) - sums.reduce((all, sum) => all + (sum * sum) / 3, 0);
    const alike = worlds.filter((world) => Math.abs(squaresOf(world) - 32 / 3) < 1e-9);
    const spreadOf = (some: number[][][]) => {
      const answers = some.flatMap((world) => world[3] ?? []);
      return Math.max(...answers) - Math.min(...answers);
    };
    const many = alike.filter((world) => world.flat().filter((one) => one === 1).length >= 0.2 * 18);
    expect(many.length).toBeGreaterThan(0);
    expect([spreadOf(alike), spreadOf(many)]).toEqual([4, 0]);
  });
});
