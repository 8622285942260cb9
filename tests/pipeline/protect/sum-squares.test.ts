import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseBlock } from "../../../pipeline/protect/release-cells.ts";
import { releaseStatistics } from "../../../pipeline/protect/release-statistics.ts";
import type { Block, MeasureDefinition } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import type { ReleasedCell } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";
import {
  calm,
  drive,
  listMultisets,
  makeBlankBlock,
  makeBlock,
  makeUnits,
  oneItem,
  type Row,
  rescaleBlock,
  standard,
  whole,
} from "./organisations.ts";

const makeTeams = (teams: number): Unit[] =>
  makeUnits([["org", null], ...Array.from({ length: teams }, (_, index): Row => [`t${index}`, "org"])]);

/** All that is published about a block when every unit is shown, without promoters, passives and detractors. */
const release = (units: readonly Unit[], block: Block, policy: Policy = standard) => {
  const shown = { mean: new Set(units.map(({ unit }) => unit)), detail: new Set<string>() };
  return {
    cells: releaseBlock({ units, block, shown, policy, answering: new Set() }),
    statistics: releaseStatistics({ units, block, shown, policy, itemMoments: new Map(), given: {} }),
  };
};

const makeTeamBlock = (units: readonly Unit[], measure: MeasureDefinition, teams: readonly (readonly number[])[]) =>
  makeBlock(units, [[measure, Object.fromEntries(teams.map((scores, index) => [`t${index}`, scores]))]]);

const findVariance = (measure: MeasureDefinition, teams: readonly (readonly number[])[]): number | undefined => {
  const units = makeTeams(teams.length);
  const { statistics } = release(units, makeTeamBlock(units, measure, teams));
  return statistics.find(({ statistic }) => statistic === "pooled_within_variance")?.value;
};

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

// 13 teams of 5 people: 52 degrees of freedom.
describe("sumSquaresWithin near its floor", () => {
  const five = oneItem(5);

  it("adds the least squares of whole scores to what one person can be away", () => {
    // Mean 2.6: two at 2, three at 3 is 5 x 0.6 x 0.4 = 1.2 a team, 15.6 in all; W^2 k / (k - 1) = 5: 20.6 / 52.
    expect(findVariance(five, times(13, [2, 2, 3, 3, 3]))).toBe(0.3961538462);
  });

  it("says the same when a few people are away from the others, and more when many are", () => {
    // [1, 3, 3, 3, 3]: 3.2 instead of 1.2. Ten such teams: 15.6 + 20 = 35.6 / 52.
    const away = (count: number) =>
      findVariance(five, [...times(count, [1, 3, 3, 3, 3]), ...times(13 - count, [2, 2, 3, 3, 3])]);
    expect([away(1), away(2)]).toEqual([0.3961538462, 0.3961538462]);
    expect(away(10)).toBe(0.6846153846);
  });

  it("leaves room for one up and one down where the open width is one step", () => {
    // 1 to 3, W = 1: W^2 k / (k - 1) = 1.25 would leave only "all at 2", as the next sum of squares is 2. 2 / 52.
    const three = oneItem(3);
    const all = times(12, [2, 2, 2, 2, 2]);
    expect(findVariance(three, [...all, [2, 2, 2, 2, 2]])).toBe(0.0384615385);
    expect(findVariance(three, [...all, [1, 2, 2, 2, 3]])).toBe(0.0384615385);
  });
});

describe("the digits of sumSquaresWithin", () => {
  const mixed = times(12, [1, 3, 3, 3, 5]);

  it.each([[[5, 5, 5, 5, 5]], [[5, 5, 5, 5, 4]], [[5, 5, 5, 4, 4]], [[5, 5, 5, 5, 3]]])(
    "tell nothing of a bounded team: %j",
    (scores) => {
      // 12 x 8 around 3; a team at its bound of 23 counts as five at 5 around 4.6, 5 x 0.4^2 = 0.8. 96.8 / 52.
      expect(findVariance(oneItem(5), [...mixed, scores])).toBe(1.8615384615);
    },
  );

  it("are those of complete answers where one is blank", () => {
    // Three items, in thirds: 14.5 points are 43.5, published as 44. Around 8.8 the scores 7.5 and four times 9 give 1.85;
    // with 44 x 44 / 5 - 44 that is 345.05, and 9 x 96 + 12 x (45 x 45 / 5 - 45) = 5184 for the others. 5529.05 becomes
    // 5530, 0.95 more: (864 + 1.85 + 0.95) / 9 / 52.
    expect(findVariance(drive, [...mixed, [2.5, 3, 3, 3, 3]])).toBe(1.8521367521);
  });

  it("are those of complete answers, also with blanks and bounded parts", () => {
    let bounded = 0;
    const property = fc.property(
      fc.array(fc.integer({ min: 8, max: 12 }), { minLength: 8, maxLength: 12 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      (sizes, stream) => {
        const units = makeTeams(sizes.length);
        const people = Object.fromEntries(sizes.map((size, index) => [`t${index}`, size]));
        // A person takes nine draws. For the last team they are all 4: every answer is 5, none is blank.
        const least = sizes.slice(0, -1).reduce((sum, size) => sum + size, 0) * 9;
        let draws = 0;
        const draw = () => (draws++ < least ? Number(stream.next().value) : 4);
        const { cells, statistics } = release(units, makeBlankBlock(units, people, draw));
        for (const measure of [whole, drive, calm]) {
          const teams = cells.filter(
            (cell): cell is ReleasedCell =>
              cell.status === "released" && cell.measure === measure.measure && cell.unit !== "org",
          );
          const ofMeasure = statistics.filter((one) => one.measure === measure.measure);
          const variance =
            ofMeasure.find(({ statistic }) => statistic === "pooled_within_variance")?.value ?? Number.NaN;
          const squares = countSteps(measure, teams, variance);
          expect(Math.abs(squares / 2 - Math.round(squares / 2))).toBeLessThan(1e-5);
          bounded += teams.filter(({ bound }) => bound !== undefined).length;
        }
      },
    );
    fc.assert(property, { seed: 8, numRuns: 60 });
    expect(bounded).toBeGreaterThan(100);
  });
});

/**
 * From published figures, in whole steps: the squares of all scores together minus all scores together, which is even
 * for complete answers (s^2 - s is). A bounded team of a scale of items adds W^2 / n and nothing else; W is 2.
 */
const countSteps = (
  { step: scoreStep, factor, made_of }: MeasureDefinition,
  teams: readonly ReleasedCell[],
  variance: number,
): number => {
  const step = Number(scoreStep) / Number(factor);
  const freedom = teams.reduce((sum, { respondents }) => sum + respondents - 1, 0);
  return teams.reduce(
    (squares, { respondents, mean = Number.NaN, bound }) => {
      if (bound !== undefined && made_of === undefined) return squares - 2 ** 2 / respondents / step ** 2;
      const sum = Math.round((mean * respondents) / step);
      return squares + sum ** 2 / respondents - sum;
    },
    (variance * freedom) / step ** 2,
  );
};

describe("the variance in other points", () => {
  it("of 0 to 100 is 25 x 25 times that of 1 to 5, also with blanks and a total", () => {
    const property = fc.property(
      fc.array(fc.integer({ min: 8, max: 12 }), { minLength: 8, maxLength: 12 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      (sizes, stream) => {
        const units = makeTeams(sizes.length);
        const people = Object.fromEntries(sizes.map((size, index) => [`t${index}`, size]));
        const block = makeBlankBlock(units, people, () => Number(stream.next().value));
        const [plain, other] = [block, rescaleBlock(block)].map((one) => release(units, one).statistics);
        expect(plain?.length).toBe(12);
        plain?.forEach(({ statistic, value }, index) => {
          const times = statistic === "pooled_within_variance" ? 625 : 1;
          // Both are rounded to ten decimals: half a unit of the last, times 625, and half a unit.
          expect(Math.abs((other?.[index]?.value ?? Number.NaN) - times * value)).toBeLessThan(313.5e-10);
        });
      },
    );
    fc.assert(property, { seed: 10, numRuns: 40 });
  });
});

describe("everything published about a mean", () => {
  const units = makeTeams(2);
  const policy = { ...standard, statistics: { teams: 2, degrees_of_freedom: 1 } };

  // As for eNPS: release every possible truth, and see what those that look the same have in common.
  it.each([2, 3, 4, 5])("leaves everyone half of an item of 1 to %i in two teams of 5", (maximum) => {
    const values = Array.from({ length: maximum }, (_, index) => index + 1);
    const truths = listMultisets(values, 5);
    const looks = new Map<string, { low: number; high: number }[]>();
    for (const first of truths)
      for (const second of truths) {
        const block = makeTeamBlock(units, oneItem(maximum), [first, second]);
        const look = JSON.stringify(release(units, block, policy));
        const open = looks.get(look) ?? [first, second].map(() => ({ low: maximum, high: 1 }));
        looks.set(
          look,
          [first, second].map((scores, index) => ({
            low: Math.min(open[index]?.low ?? maximum, ...scores),
            high: Math.max(open[index]?.high ?? 1, ...scores),
          })),
        );
      }
    expect(looks.size).toBeGreaterThan(10);
    const narrow = [...looks].filter(([, open]) => open.some(({ low, high }) => high - low < (maximum - 1) / 2));
    expect(narrow.map(([look]) => look)).toEqual([]);
  });
});
