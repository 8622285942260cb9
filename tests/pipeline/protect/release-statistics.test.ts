import { describe, expect, it } from "vitest";
import { releaseStatistics } from "../../../pipeline/protect/release-statistics.ts";
import type { ItemMoments, MeasureDefinition, ScaleQuality } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import { enps, enpsScores, makeBlock, makeUnits, type Row, type Scores, standard, strain } from "./organisations.ts";

const alone: Policy = { ...standard, open_share: 0, statistics: { teams: 2, degrees_of_freedom: 5 } };

/** Teams t0, t1, … right below the organisation; all shown but those in `hidden`. */
const release = (
  measure: MeasureDefinition,
  teams: readonly (readonly number[])[],
  options: {
    policy?: Policy;
    hidden?: string[];
    detail?: string[];
    moments?: ItemMoments;
    quality?: ScaleQuality;
    given?: object;
    org?: number[];
  } = {},
) => {
  const rows: Row[] = [["org", null], ...teams.map((_, index): Row => [`t${index}`, "org"])];
  const units = makeUnits(rows);
  const scores: Scores = {
    org: options.org ?? [],
    ...Object.fromEntries(teams.map((team, index) => [`t${index}`, team])),
  };
  const codes = rows.map(([unit]) => unit).filter((unit) => !options.hidden?.includes(unit));
  const found = releaseStatistics({
    block: makeBlock(units, [[measure, scores]]),
    units,
    shown: { mean: new Set(codes), detail: new Set(options.detail ?? codes) },
    quality: new Map(options.quality ? [[measure.measure, options.quality]] : []),
    itemMoments: new Map(options.moments ? [[measure.measure, options.moments]] : []),
    policy: options.policy ?? standard,
    given: (options.given ?? {}) as Record<string, { value: number; source: string }>,
  });
  return Object.fromEntries(found.map((row) => [row.statistic, row]));
};

const six = (team: readonly number[]) => Array.from({ length: 6 }, () => team);
/** Ten people, sum of squares 10 around 3. */
const mixed = [2, 2, 2, 2, 2, 4, 4, 4, 4, 4];

describe("releaseStatistics on means", () => {
  const handA = [
    [2, 2.5, 3, 2.5],
    [3.5, 4, 3, 3.5],
    [1.5, 2, 2.5, 2],
  ];
  const handB = [
    [2, 3, 4],
    [4, 4, 5, 5, 3],
    [1, 2],
  ];

  // R: m <- summary(aov(y ~ team))[[1]][, "Mean Sq"]; k <- N / J; (m[1] - m[2]) / (m[1] + (k - 1) * m[2]); for k0 the same with
  // k <- (N - sum(table(team)^2) / N) / (J - 1); (m[1] - m[2]) / m[1]
  it.each([
    ["equal", handA, 12, 0.1666666667, 0.7647058824, 0.7647058824, 0.9285714286],
    ["unequal", handB, 10, 0.7571428571, 0.6478405316, 0.6642141835, 0.8597883598],
  ])("gives variance and ICCs of %s teams as R does", (_, teams, respondents, variance, icc, adjusted, icc2) => {
    const found = release(strain, teams, { policy: alone });
    const base = { wave: "2026", measure: "strain.total", respondents, teams: 3 };
    expect(found).toEqual({
      pooled_within_variance: { ...base, statistic: "pooled_within_variance", value: variance },
      icc1_mean_group_size: { ...base, statistic: "icc1_mean_group_size", value: icc },
      icc1_adjusted_group_size: { ...base, statistic: "icc1_adjusted_group_size", value: adjusted },
      icc2: { ...base, statistic: "icc2", value: icc2 },
    });
  });

  it("leaves hidden teams and people above the teams out", () => {
    const teams = [...six(mixed), [1, 1, 1, 5, 5, 5]];
    const found = release(strain, teams, { hidden: ["t6"], org: [5, 5, 5, 1, 1, 1] });
    // 6 x 10 / (60 - 6)
    expect(found.pooled_within_variance).toMatchObject({ value: 1.1111111111, respondents: 60, teams: 6 });
  });

  it("needs 5 teams and 50 degrees of freedom", () => {
    const count = (teams: number[][]) => Object.keys(release(strain, teams)).length;
    const eleven = [...mixed, 3];
    expect(count(Array.from({ length: 4 }, () => [...mixed, ...mixed]))).toBe(0);
    expect(count([eleven, eleven, eleven, eleven, mixed])).toBe(0);
    // Variance and both ICC(1): the means are all 3, so that ICC(2) would divide by 0.
    expect(count([eleven, eleven, eleven, eleven, eleven])).toBe(3);
  });

  it("never says that everyone sits at the mean of the team", () => {
    // W = 2, k = 5: the sum of squares is at least 2^2 x 5/4 = 5, over 54 degrees of freedom; MSB is 0.
    const found = release(strain, six(Array<number>(10).fill(3)));
    expect(found.pooled_within_variance?.value).toBe(0.0925925926);
    expect(found.icc1_mean_group_size?.value).toBe(-0.1111111111);
  });

  it("takes squares around published means", () => {
    // Five people at 5 publish 23 in all, mean 4.6: 5 x 0.4^2. Five teams of 12: 12 each. (60 + 0.8) / (65 - 6)
    const found = release(strain, [...Array.from({ length: 5 }, () => [...mixed, 2, 4]), [5, 5, 5, 5, 5]]);
    expect(found.pooled_within_variance?.value).toBe(1.0305084746);
  });
});

describe("releaseStatistics on reliability", () => {
  // Six people of R's example in compute-alpha.test.ts, ten times over: moments x 10, the same alpha.
  const moments: ItemMoments = {
    measure: "strain.total",
    respondents: 60,
    teams: 6,
    item_sums: [180n, 190n, 190n],
    item_sums_squares: [640n, 670n, 710n],
    total_sum: 560n,
    total_sum_squares: 5880n,
  };
  const given = { "strain.total": { value: 0.9, source: "manual" } };

  it("computes alpha from the items to 2 decimals, also when a value is given", () => {
    const found = release(strain, six(mixed), { moments, given });
    expect(found.reliability).toMatchObject({ value: 0.86, respondents: 60, teams: 6 });
    expect(found.reliability).not.toHaveProperty("source");
  });

  it("takes the given value when there are no items", () => {
    const found = release({ ...strain, items: 1 }, six(mixed), { moments, given });
    expect(found.reliability).toMatchObject({ value: 0.9, source: "manual", respondents: 60, teams: 6 });
  });

  it("computes no alpha over too few teams or people", () => {
    expect(release(strain, six(mixed), { moments: { ...moments, teams: 4 } })).not.toHaveProperty("reliability");
    expect(release(strain, six(mixed), { moments: { ...moments, respondents: 55 } })).not.toHaveProperty("reliability");
  });
});

describe("releaseStatistics on the quality of a scale", () => {
  // Three items in six teams of ten; half of each team answers 2, 2, 2 and half 4, 4, 4, but one of each half is a point off on one item.
  const answers = [...Array<number[]>(4).fill([2, 2, 2]), [3, 2, 1], ...Array<number[]>(4).fill([4, 4, 4]), [3, 4, 5]];
  const sumOf = (value: (person: number[]) => number) =>
    BigInt(answers.reduce((sum, person) => sum + value(person), 0));
  const at = (item: number) => (person: number[]) => person[item] as number;
  const product = (i: number, j: number) => 6n * sumOf((person) => at(i)(person) * at(j)(person));
  const quality: ScaleQuality = {
    products: {
      measure: "strain.total",
      respondents: 60,
      teams: 6,
      item_sums: [0, 1, 2].map((item) => 6n * sumOf(at(item))),
      item_products: [0, 1, 2].map((i) => [0, 1, 2].map((j) => product(i, j))),
    },
    teams: Array.from({ length: 6 }, (_, index) => ({
      unit: `t${index}`,
      measure: "strain.total",
      respondents: 10,
      items: [0, 1, 2].map((item) => ({
        respondents: 10,
        sum: sumOf(at(item)),
        sum_squares: sumOf((person) => at(item)(person) ** 2),
      })),
      total_sum_squares: sumOf((person) => person.reduce((sum, one) => sum + one, 0) ** 2),
    })),
    answered: { measure: "strain.total", answered: 178n, asked: 180n },
    answer_range: 4n,
  };
  const three = { ...strain, items: 3, factor: 3n };

  it("is a row for each, rounded", () => {
    const found = release(three, six(mixed), { quality });
    const value = (name: string) => found[name]?.value;
    // Items correlate 8 / sqrt(80), 8 / sqrt(128) and 12 / sqrt(160): the communality of the second would be 0.8944 x 0.9487 / 0.7071 =
    // 1.2, above 1, so there is no omega.
    expect(found.omega).toBeUndefined();
    // Squares of the scores 60; of the difference 6 x 4 / 3 = 8: 60 / 54 + 8 / 54 = 1.259, / 2 = 0.63.
    expect(value("rwg_pooled")).toBe(0.35);
    // 3 x 0.35 / (3 x 0.35 + 0.65)
    expect(value("rwg_j_pooled")).toBe(0.62);
    expect(found.items_answered).toMatchObject({ value: 0.95, bound: "at_least" });
    // V = 1, d = 2 at both ends: 1 / 5 is not less than 20 %.
    expect(found.floor).toMatchObject({ value: 0.25, bound: "at_most", respondents: 60, teams: 6 });
    expect(found.ceiling).toMatchObject({ value: 0.25, bound: "at_most" });
  });

  it("has an omega to 2 decimals, over those who answered every item", () => {
    // All pairs correlate 0.5: omega of three items is 0.75.
    const even = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 120n : 60n)));
    const products = { ...quality.products, respondents: 58, item_sums: [0n, 0n, 0n], item_products: even };
    const { omega } = release(three, six(mixed), { quality: { ...quality, products } });
    expect(omega).toMatchObject({ value: 0.75, respondents: 58, teams: 6 });
    const few = { ...products, respondents: 55 };
    expect(release(three, six(mixed), { quality: { ...quality, products: few } })).not.toHaveProperty("omega");
  });

  it("is not there for a scale of one item", () => {
    const found = release({ ...three, items: 1 }, six(mixed), { quality });
    expect(Object.keys(found)).toEqual(["pooled_within_variance", "icc1_mean_group_size", "icc1_adjusted_group_size"]);
  });
});

describe("releaseStatistics on an eNPS", () => {
  const teams = [
    enpsScores(4, 4, 4),
    enpsScores(5, 4, 3),
    enpsScores(3, 5, 4),
    enpsScores(6, 3, 3),
    enpsScores(3, 3, 6),
    enpsScores(4, 5, 3),
  ];

  // R: aov as above on rep(c(100, 0, -100), ...); MSW 6969.69696970, ICC -0.0382445141066
  it("gives points squared as R does, and no reliability", () => {
    const found = release(enps, teams, { given: { "enps.score": { value: 0.9, source: "manual" } } });
    expect(found.pooled_within_variance?.value).toBe(6969.696969697);
    expect(found.icc1_mean_group_size?.value).toBe(-0.0382445141);
    expect(found).not.toHaveProperty("reliability");
  });

  it("takes the squares of teams without counts from the published counts above them", () => {
    // In one region the pooled squares are those of its teams together: nothing is moved, so the same figure.
    const found = release(enps, teams, { detail: ["org"] });
    expect(found.pooled_within_variance).toMatchObject({ value: 6969.696969697, respondents: 72, teams: 6 });
  });

  it("is not there when no counts are published", () => {
    expect(release(enps, teams, { detail: [] })).toEqual({});
  });
});
