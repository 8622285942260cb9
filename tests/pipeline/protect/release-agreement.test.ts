import { describe, expect, it } from "vitest";
import { boundAnswers, indexCells } from "../../../pipeline/protect/bound-answers.ts";
import { releaseAgreement } from "../../../pipeline/protect/release-agreement.ts";
import { findTeams, sumSquaresWithin } from "../../../pipeline/protect/sum-squares.ts";
import type { MeasureDefinition, ScaleQuality, TeamItems } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import { listMultisets, makeBlock, makeUnits, type Row, standard, strain } from "./organisations.ts";

/** A person's answers to two items. */
type Person = readonly [number, number];

const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const makeItems = (unit: string, team: readonly Person[]): TeamItems => ({
  unit,
  measure: strain.measure,
  respondents: team.length,
  items: [0, 1].map((item) => ({
    respondents: team.length,
    sum: BigInt(add(team.map((person) => person[item] as number))),
    sum_squares: BigInt(add(team.map((person) => (person[item] as number) ** 2))),
  })),
  total_sum_squares: BigInt(add(team.map((person) => add(person) ** 2))),
});

/** Teams right below the organisation, answers from 1 to `maximum`. */
const release = (teams: readonly (readonly Person[])[], maximum = 5, policy: Policy = standard) => {
  const measure: MeasureDefinition = { ...strain, maximum };
  const units = makeUnits([["org", null], ...teams.map((_, index): Row => [`t${index}`, "org"])]);
  const scores = Object.fromEntries(teams.map((team, index) => [`t${index}`, team.map((person) => add(person) / 2)]));
  const block = makeBlock(units, [[measure, scores]]);
  const shown = { mean: new Set(units.map(({ unit }) => unit)), detail: new Set<string>() };
  const bounded = boundAnswers({ units, block, shown: shown.mean, policy }).get(measure.measure);
  if (bounded === undefined) throw new Error("the measure must be there");
  const squares = { units, shown, measure, cells: indexCells(block, measure), bounded, policy };
  const within = sumSquaresWithin(squares, findTeams(squares));
  const quality = {
    teams: teams.map((team, index) => makeItems(`t${index}`, team)),
    answer_range: BigInt(maximum - 1),
  } as unknown as ScaleQuality;
  const freedom = teams.flat().length - teams.length;
  return { agreement: releaseAgreement({ measure, quality, bounded, within, freedom, policy }), within, bounded };
};

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);
const half = (one: Person, other: Person): Person[] => [...times(6, one), ...times(6, other)];

describe("releaseAgreement", () => {
  it("is 1 - S / E in steps, and rwg(j) from that", () => {
    // Six teams of 12, items alike: squares of the scores 72, of the difference none, counted as 2^2 x 5 / 4 = 5. 77 / 66 / 2 =
    // 0.583: 0.417 is published as 0.40; of two items 0.8 / (0.8 + 0.6) = 0.571.
    expect(release(times(6, half([2, 2], [4, 4]))).agreement).toEqual({ rwg: 0.4, rwgj: 0.57 });
  });

  it("counts what the items of one person differ", () => {
    // Every score is 3, counted as 5; squares of the items 12 a team on average: 77 again.
    expect(release(times(6, half([2, 4], [4, 2]))).agreement).toEqual({ rwg: 0.4, rwgj: 0.57 });
    // Both: 72 + 72 = 144 / 66 / 2 is above 1.
    const both = [...times(3, [1, 3] as const), ...times(3, [3, 1] as const), ...times(3, [3, 5] as const)];
    expect(release(times(6, [...both, ...times(3, [5, 3] as const)])).agreement).toEqual({ rwg: 0, rwgj: 0 });
  });

  it("never says complete agreement of a few teams", () => {
    // 5 + 5 over 66, / 2 = 0.076: 0.924 is published as 0.90.
    expect(release(times(6, half([3, 3], [3, 3]))).agreement?.rwg).toBe(0.9);
  });

  it("leaves teams out that are published as a bound", () => {
    const top = half([5, 5], [5, 5]);
    expect(release([...times(5, half([2, 2], [4, 4])), top]).agreement).not.toBeNull();
    expect(release([...times(4, half([2, 2], [4, 4])), top, top]).agreement).toBeNull();
  });

  it("is not there for items with two options", () => {
    expect(release(times(6, half([1, 1], [2, 2])), 2).agreement).toBeNull();
  });
});

describe("everything published about a mean and its agreement", () => {
  const policy: Policy = {
    ...standard,
    k: { mean: 3, detail: 3, crossed: 3 },
    statistics: { teams: 2, degrees_of_freedom: 1 },
  };
  const pairs = [1, 2, 3].flatMap((left) => [1, 2, 3].map((right): Person => [left, right]));
  const all = listMultisets(
    pairs.map((_, index) => index),
    3,
  ).map((team) => team.map((index) => pairs[index] as Person));
  const withSum = (sum: number) => all.filter((team) => add(team.flat()) === sum);

  // Teams of 3, by the sums of their answers. Without the least for differing items the first two leave less than a point.
  it.each([[[9, 15, 15]], [[9, 10, 16]], [[10, 12, 13]], [[9, 12, 15]]])(
    "leaves everyone half of the scale: %j",
    (sums) => {
      const looks = new Map<string, { low: number; high: number }[]>();
      for (const first of withSum(sums[0] as number))
        for (const second of withSum(sums[1] as number))
          for (const third of withSum(sums[2] as number)) {
            const world = [first, second, third];
            const { agreement, within } = release(world, 3, policy);
            expect(agreement).not.toBeNull();
            const look = JSON.stringify([agreement, `${within.numerator}/${within.denominator}`]);
            const open = looks.get(look) ?? world.map(() => ({ low: 9, high: 0 }));
            looks.set(
              look,
              world.map((team, index) => ({
                low: Math.min(open[index]?.low ?? 9, ...team.map(add)),
                high: Math.max(open[index]?.high ?? 0, ...team.map(add)),
              })),
            );
          }
      expect(looks.size).toBeGreaterThan(3);
      const narrow = [...looks].filter(([, open]) => open.some(({ low, high }) => high - low < 2));
      expect(narrow.map(([look]) => look)).toEqual([]);
    },
  );
});
