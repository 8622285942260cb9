import { describe, expect, it } from "vitest";
import { type AssessInput, assess } from "../../../pipeline/assess/assess.ts";
import { Assessment, Model, type PublishedCell } from "../../../schemas/release.ts";
import {
  absoluteLine,
  cell,
  enps,
  inputOf,
  referenceTeams,
  relativeLine,
  statistic,
  strain,
  type TeamRow,
} from "./examples.ts";

const firstTeams = (count: number) => referenceTeams.slice(0, count);
const only = <Row>(rows: readonly Row[]): Row => {
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
};
const modelOf = (input: AssessInput) => only(assess(input).models);
const reasonOf = (input: AssessInput) => {
  const model = modelOf(input);
  return model.status === "not_assessed" ? model.reason : model.status;
};
const withheld = (unit: string, measure = strain.measure): PublishedCell => ({
  wave: "w1",
  unit,
  segment: null,
  measure,
  status: "withheld",
});

describe("assess, 21 teams against an absolute line", () => {
  const result = assess(inputOf(referenceTeams));

  it("labels the teams as R does", () => {
    // R: bfdr <- function(p, alpha, floor) { o <- order(-p); q <- cumsum(1 - p[o]) / seq_along(o); k <- which(q <= alpha & p[o] >= floor)
    //    f <- rep(FALSE, length(p)); if (length(k)) f[o[1:max(k)]] <- TRUE; f }
    // el <- bfdr(p_M, .10, .70); ns <- bfdr(1 - p_M, .05, .70)
    // ifelse(el, "elevated", ifelse(p_M >= .5, "watch", ifelse(ns, "no signal", "insufficient data")))
    const units = (level: string) => result.assessments.filter((row) => row.level === level).map(({ unit }) => unit);
    expect(units("elevated")).toEqual(["T03", "T04", "T09", "T12", "T24"]);
    expect(units("watch")).toEqual(["T10", "T11", "T17", "T23"]);
    expect(units("no_signal")).toEqual(["T05", "T08", "T13", "T15", "T18", "T20", "T21", "T22"]);
    expect(units("too_little_evidence")).toEqual(["T01", "T02", "T16", "T19"]);
  });

  it("publishes the probabilities, the estimate and its 8 in 10 interval", () => {
    // R: M_mean 2.31763896577648, M_sd 0.0766477659427638, p_M 0.98580620869049, p_theta 0.713785305284181;
    // M_mean + c(-1, 1) * qnorm(.9) * M_sd = 2.219411 2.415867
    const signal = only(result.assessments.find(({ unit }) => unit === "T03")?.signals ?? []);
    expect(signal).toMatchObject({ measure: strain.measure, probability: 0.986, probability_team_as_such: 0.714 });
    expect(signal.estimate).toBeCloseTo(2.317639, 5);
    expect(signal.interval.low).toBeCloseTo(2.219411, 5);
    expect(signal.interval.high).toBeCloseTo(2.415867, 5);
  });

  it("describes the model", () => {
    const model = only(result.models);
    // by hand: 2 + .3 x .5; (1 - .986) + (1 - 1) + (1 - 1) + (1 - .72) + (1 - .998) = .296
    expect(model).toMatchObject({
      status: "assessed",
      claim: "members",
      line: { kind: "absolute", value: 2.15, delta: 0.3, source: "example" },
      teams: 21,
      reliability: 0.885889,
      elevated: 5,
      expected_wrong_flags: 0.296,
      missing: [],
    });
    expect(result.expected_wrong_flags).toBe(0.296);
  });

  it("writes rows that fit their schemas", () => {
    expect(() => Model.array().parse(result.models)).not.toThrow();
    expect(() => Assessment.array().parse(result.assessments)).not.toThrow();
  });

  it("gives the same whatever the order of cells", () => {
    const turned = assess(inputOf(referenceTeams.toReversed()));
    expect(turned.assessments).toEqual(result.assessments);
    expect(turned.models).toEqual(result.models);
  });
});

describe("assess against the own organisation", () => {
  it("places the line above the mean of teams", () => {
    const model = modelOf(inputOf(referenceTeams, { line: relativeLine }));
    if (model.status !== "assessed") throw new Error(model.reason);
    // R: sum(pw * mus) + .3 * sqrt(s2) and sum(pw * tt)
    expect(model.mean).toBeCloseTo(2.0890437129027, 5);
    expect(model.line.value).toBeCloseTo(2.27024710412, 5);
    expect(model.between_team_sd).toBeCloseTo(0.180478, 5);
    expect(model.line).not.toHaveProperty("source");
  });

  it("gives the relative probabilities", () => {
    // R: p_M_rel of T04 0.954662180234543, p_theta_rel 0.624530049643257
    const { assessments } = assess(inputOf(referenceTeams, { line: relativeLine }));
    const signal = assessments.find(({ unit }) => unit === "T04")?.signals[0];
    expect(signal).toMatchObject({ probability: 0.955, probability_team_as_such: 0.625 });
  });

  it("places the line below the mean when higher is better", () => {
    const measures = [{ ...strain, higher_is: "better" as const }];
    const model = modelOf(inputOf(referenceTeams, { line: relativeLine, measures }));
    if (model.status !== "assessed") throw new Error(model.reason);
    expect(model.line.value).toBeLessThan(model.mean);
  });
});

describe("assess with fewer than ten teams", () => {
  it("leans on the benchmark", () => {
    // R: see fit-teams.test.ts, a benchmark of 2.5 with standard deviation .3 x .6 around it, line 2.5 + .3 x 1
    const rows: TeamRow[] = [
      ["a", 6, 8, 2.9],
      ["b", 9, 12, 2.4],
      ["c", 12, 20, 3.3],
      ["d", 7, 7, 2.6],
      ["e", 15, 15, 2.8],
      ["f", 8, 14, 3.1],
    ];
    const line = { ...absoluteLine, benchmark_mean: 2.5, benchmark_standard_deviation: 1 };
    const statistics = [statistic("pooled_within_variance", 0.36), statistic("reliability", 0.9)];
    const { models, assessments } = assess(inputOf(rows, { line, statistics }));
    expect(assessments.map(({ signals }) => signals[0]?.probability)).toEqual([0.718, 0.001, 1, 0.003, 0.491, 0.941]);
    expect(only(models)).toMatchObject({ teams: 6, mean: 2.768405, between_team_sd: 0.159606 });
  });

  it("leans on the mirrored benchmark when higher is better", () => {
    const rows: TeamRow[] = [
      ["a", 6, 8, 3.1],
      ["b", 9, 12, 3.6],
      ["c", 12, 20, 2.7],
      ["d", 7, 7, 3.4],
      ["e", 15, 15, 3.2],
      ["f", 8, 14, 2.9],
    ];
    const line = { ...absoluteLine, benchmark_mean: 3.5, benchmark_standard_deviation: 1 };
    const statistics = [statistic("pooled_within_variance", 0.36), statistic("reliability", 0.9)];
    const measures = [{ ...strain, higher_is: "better" as const }];
    const { models } = assess(inputOf(rows, { line, statistics, measures }));
    expect(only(models)).toMatchObject({ mean: 3.231595, line: { value: 3.2 } });
  });
});

describe("assess against a published figure", () => {
  const origin = {
    population: { nl: "werknemers", en: "workers" },
    year: 2019,
    source: "A manual.",
    verified: "secondary",
  } as const;

  it("treats a norm as a benchmark, and says where it comes from", () => {
    const { kind: _, source: __, ...numbers } = absoluteLine;
    const result = assess(inputOf(referenceTeams, { line: { kind: "norm", ...numbers, ...origin } }));
    expect(result.assessments).toEqual(assess(inputOf(referenceTeams)).assessments);
    // by hand: 2 + .3 x .5
    expect(only(result.models)).toMatchObject({ line: { kind: "norm", value: 2.15, delta: 0.3, ...origin } });
    expect(() => Model.array().parse(result.models)).not.toThrow();
  });

  it("takes the cut of a band as the line, without a distance", () => {
    const line = { kind: "band", measure: strain.measure, band: "raised", value: 2.15, ...origin } as const;
    const result = assess(inputOf(referenceTeams, { line }));
    expect(result.assessments).toEqual(assess(inputOf(referenceTeams)).assessments);
    const model = only(result.models);
    expect(model).toMatchObject({ line: { kind: "band", band: "raised", value: 2.15, ...origin } });
    expect("line" in model && model.line).not.toHaveProperty("delta");
    expect(() => Model.array().parse(result.models)).not.toThrow();
  });

  it("does not let a cut pull at the mean of fewer than ten teams", () => {
    // R, with a flat prior on the mean of teams, the Simpson weights pw and mM, vv of fit-teams.test.ts, s2 = .36, rel = .9:
    // sum(pw * mus), sum(pw * tt), and per team sum(pw * pnorm((mM - 2.8) / sqrt(vv)))
    const rows: TeamRow[] = [
      ["a", 6, 8, 2.9],
      ["b", 9, 12, 2.4],
      ["c", 12, 20, 3.3],
      ["d", 7, 7, 2.6],
      ["e", 15, 15, 2.8],
      ["f", 8, 14, 3.1],
    ];
    const line = { kind: "band", measure: strain.measure, band: "raised", value: 2.8, ...origin } as const;
    const statistics = [statistic("pooled_within_variance", 0.36), statistic("reliability", 0.9)];
    const { models, assessments } = assess(inputOf(rows, { line, statistics }));
    expect(assessments.map(({ signals }) => signals[0]?.probability)).toEqual([0.769, 0.002, 1, 0.005, 0.53, 0.961]);
    expect(only(models)).toMatchObject({ teams: 6, mean: 2.862973, between_team_sd: 0.14972 });
  });

  it("keeps the side of a band on a scale where higher is better", () => {
    const measures = [{ ...strain, higher_is: "better" as const }];
    const line = { kind: "band", measure: strain.measure, band: "low", value: 1.9, ...origin } as const;
    const { models, assessments } = assess(inputOf(referenceTeams, { line, measures }));
    expect(only(models)).toMatchObject({ line: { value: 1.9 } });
    const probabilityOf = (unit: string) => assessments.find((one) => one.unit === unit)?.signals[0]?.probability;
    // T18 has the lowest mean, 1.54, T09 the highest, 2.52
    expect(probabilityOf("T18")).toBeGreaterThan(0.9);
    expect(probabilityOf("T09")).toBeLessThan(0.1);
  });
});

describe("assess, the claim", () => {
  it("is about the team as such when the invited of one team are unknown", () => {
    const rows = referenceTeams.map(
      ([unit, n, invited, mean]): TeamRow => [unit, n, unit === "T05" ? null : invited, mean],
    );
    const { models, assessments } = assess(inputOf(rows));
    expect(only(models)).toMatchObject({ claim: "team_as_such", missing: ["invited"], reliability: null });
    const [signal] = assessments[0]?.signals ?? [];
    expect(signal?.probability).toBe(signal?.probability_team_as_such);
    // R: theta_mean and p_theta of T01: 2.10060151864904 0.344321168643013
    expect(signal?.estimate).toBeCloseTo(2.100602, 5);
    expect(signal?.probability).toBe(0.344);
  });

  it.each([[undefined], [0], [-0.2]])("is about the team as such when the reliability is %s", (alpha) => {
    const variance = statistic("pooled_within_variance", 0.36);
    const statistics = alpha === undefined ? [variance] : [variance, statistic("reliability", alpha)];
    expect(modelOf(inputOf(referenceTeams, { statistics }))).toMatchObject({
      claim: "team_as_such",
      missing: ["reliability"],
    });
  });

  it.each([
    // 1 - .1 / .9, and nothing: what people of one team differ by would all be error.
    { alpha: 0.9, icc1: 0.1, expected: { claim: "members", reliability: 0.888889 } },
    { alpha: 0.9, icc1: -0.1, expected: { claim: "members", reliability: 0.9 } },
    { alpha: 0.3, icc1: 0.8, expected: { claim: "team_as_such", missing: ["reliability"] } },
  ])("uses the reliability within teams: alpha $alpha, ICC(1) $icc1", ({ alpha, icc1, expected }) => {
    const statistics = [
      statistic("pooled_within_variance", 0.36),
      statistic("reliability", alpha),
      statistic("icc1_adjusted_group_size", icc1),
    ];
    expect(modelOf(inputOf(referenceTeams, { statistics }))).toMatchObject(expected);
  });

  it("needs no reliability for eNPS, and knows a team that answered in full", () => {
    const cells = [..."ABCDEFGHIJ"].map((unit, index) =>
      cell(unit, { measure: enps.measure, respondents: 10, invited: index === 0 ? 10 : 15, enps: 10 * index - 60 }),
    );
    const line = { ...absoluteLine, measure: enps.measure, benchmark_mean: 0, benchmark_standard_deviation: 100 };
    const statistics = [statistic("pooled_within_variance", 6000, enps.measure)];
    const rows = cells.map(({ unit }): TeamRow => [unit, 10, null, 0]);
    const { models, assessments } = assess(inputOf(rows, { cells, line, statistics }));
    expect(only(models)).toMatchObject({ claim: "members", reliability: null, missing: [], line: { value: -30 } });
    expect(assessments[0]?.signals[0]).toMatchObject({
      probability: 1,
      estimate: -60,
      interval: { low: -60, high: -60 },
    });
    const chances = assessments.map(({ signals }) => signals[0]?.probability ?? 0);
    expect(chances).toEqual(chances.toSorted((one, other) => other - one));
  });
});

describe("assess, on the line", () => {
  it("does not put a team on the published line beyond it", () => {
    // in floats 10 - .7 x 90 is just above -53
    const cells = [..."ABCDEFGHIJ"].map((unit, index) =>
      cell(unit, { measure: enps.measure, respondents: 100, invited: 100, enps: index === 0 ? -53 : 10 * index }),
    );
    const line = {
      ...absoluteLine,
      measure: enps.measure,
      benchmark_mean: 10,
      benchmark_standard_deviation: 90,
      delta: 0.7,
    };
    const statistics = [statistic("pooled_within_variance", 6000, enps.measure)];
    const rows = cells.map(({ unit }): TeamRow => [unit, 100, 100, 0]);
    const { models, assessments } = assess(inputOf(rows, { cells, line, statistics }));
    expect(only(models)).toMatchObject({ line: { value: -53 } });
    expect(assessments[0]?.signals[0]?.probability).toBe(0);
  });
});

describe("assess, waves that can't be assessed", () => {
  it("says when the measure is not in the wave", () => {
    expect(reasonOf(inputOf([]))).toBe("measure_not_in_wave");
    expect(reasonOf(inputOf(referenceTeams, { waves: ["w2"] }))).toBe("measure_not_in_wave");
  });

  it("knows a measure that is there but withheld everywhere", () => {
    const cells = [withheld("T01"), withheld("T02")];
    expect(modelOf(inputOf(firstTeams(2), { cells }))).toMatchObject({ reason: "fewer_than_two_teams", teams: 0 });
  });

  it("needs two teams for an absolute line", () => {
    expect(reasonOf(inputOf(firstTeams(1)))).toBe("fewer_than_two_teams");
    expect(reasonOf(inputOf(firstTeams(2)))).toBe("assessed");
  });

  it("needs ten teams for a line of the own organisation", () => {
    expect(reasonOf(inputOf(firstTeams(9), { line: relativeLine }))).toBe("fewer_than_ten_teams_and_no_absolute_line");
    expect(reasonOf(inputOf(firstTeams(10), { line: relativeLine }))).toBe("assessed");
    expect(reasonOf(inputOf(firstTeams(1), { line: relativeLine }))).toBe("fewer_than_two_teams");
  });

  it("needs a variance, above 0", () => {
    expect(reasonOf(inputOf(referenceTeams, { statistics: [] }))).toBe("variance_not_released");
    const statistics = [statistic("pooled_within_variance", 0)];
    expect(reasonOf(inputOf(referenceTeams, { statistics }))).toBe("variance_not_released");
  });

  it("gives no assessments and no expected wrong flags", () => {
    const result = assess(inputOf(firstTeams(9), { line: relativeLine }));
    expect(result.assessments).toEqual([]);
    expect(result.expected_wrong_flags).toBeNull();
  });
});

describe("assess, which cells count", () => {
  it("leaves out withheld teams, departments, other measures and other waves", () => {
    const plain = inputOf(referenceTeams);
    const cells = [
      ...plain.cells,
      withheld("T25"),
      cell("ORG", { respondents: 300, invited: 400, mean: 4.9 }),
      cell("T01", { measure: enps.measure, respondents: 12, enps: -50 }),
      { ...cell("T01", { respondents: 12, invited: 24, mean: 4.9 }), wave: "w0" },
    ];
    expect(assess({ ...plain, cells }).assessments).toEqual(assess(plain).assessments);
  });

  it("takes the expected wrong flags from the newest wave", () => {
    const plain = inputOf(referenceTeams);
    const result = assess({ ...plain, waves: ["w1", "w2"] });
    expect(result.models.map(({ status }) => status)).toEqual(["assessed", "not_assessed"]);
    expect(result.expected_wrong_flags).toBeNull();
    expect(assess({ ...plain, waves: ["w0", "w1"] }).expected_wrong_flags).toBe(0.296);
  });

  it("returns every cell in order, means with an interval", () => {
    const plain = inputOf(referenceTeams);
    const { cells } = assess({ ...plain, cells: [withheld("T25"), ...plain.cells] });
    expect(cells.map(({ unit }) => unit)).toEqual(["T25", ...referenceTeams.map(([unit]) => unit)]);
    expect(cells[0]).toEqual(withheld("T25"));
    // R: 2.11111111111111 + c(-1, 1) * qnorm(.975) * sqrt(0.364829655433274 / 12)
    expect(cells[1]).toMatchObject({ interval: { low: 1.769366, high: 2.452856 } });
  });

  it("keeps the interval of an estimate on the scale", () => {
    const line = { ...absoluteLine, benchmark_mean: 1.2 };
    const rows = firstTeams(3).map(([unit, , , mean], index): TeamRow => [unit, 5, 40, index === 0 ? 1 : mean - 0.9]);
    const statistics = [statistic("pooled_within_variance", 1), statistic("reliability", 0.9)];
    const { assessments } = assess(inputOf(rows, { line, statistics }));
    expect(assessments[0]?.signals[0]?.interval.low).toBe(1);
  });
});
