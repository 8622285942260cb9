/** Small literal inputs for the tests of assess: one scale of 1-5, higher is worse, unless said otherwise. */
import type { AssessInput } from "../../../pipeline/assess/assess.ts";
import type { Measure, OrganisationStatistic, ReleasedCell, ReleaseUnit } from "../../../schemas/release.ts";

export const strain: Measure = {
  measure: "strain.total",
  instrument: "strain",
  questionnaire: "main",
  scale: "total",
  kind: "mean",
  area: "well_being",
  title: { nl: "Belasting", en: "Strain" },
  meaning: { nl: "Hoger is zwaarder.", en: "Higher is heavier." },
  minimum: 1,
  maximum: 5,
  higher_is: "worse",
};

export const enps: Measure = {
  ...strain,
  measure: "enps.score",
  instrument: "enps",
  scale: "score",
  kind: "enps",
  area: "outcomes",
  minimum: -100,
  maximum: 100,
  higher_is: "better",
};

export const organisation: ReleaseUnit = { unit: "ORG", name: "Organisation", parent: null, level: 0, leaf: false };

export const team = (unit: string, parent = "ORG", level = 1): ReleaseUnit => ({
  unit,
  name: unit,
  parent,
  level,
  leaf: true,
});

export const cell = (unit: string, rest: Partial<ReleasedCell> & { respondents: number }): ReleasedCell => ({
  wave: "w1",
  unit,
  segment: null,
  measure: strain.measure,
  status: "released",
  invited: null,
  ...rest,
});

export const statistic = (
  name: OrganisationStatistic["statistic"],
  value: number,
  measure = strain.measure,
): OrganisationStatistic => ({ wave: "w1", measure, statistic: name, value, respondents: 288, teams: 21 });

export type TeamRow = readonly [unit: string, respondents: number, invited: number | null, mean: number];

/** One wave of leaf teams under one organisation, with the statistics a claim about members needs. */
export const inputOf = (rows: readonly TeamRow[], rest: Partial<AssessInput> = {}): AssessInput => ({
  waves: ["w1"],
  units: [organisation, ...rows.map(([unit]) => team(unit))],
  measures: [strain, enps],
  cells: rows.map(([unit, respondents, invited, mean]) => cell(unit, { respondents, invited, mean })),
  statistics: [statistic("pooled_within_variance", referenceVariance), statistic("reliability", referenceReliability)],
  line: absoluteLine,
  ...rest,
});

/** 2.15 on the scale. */
export const absoluteLine = {
  kind: "absolute",
  measure: strain.measure,
  benchmark_mean: 2,
  benchmark_standard_deviation: 0.5,
  delta: 0.3,
  source: "example",
} as const;

export const relativeLine = { kind: "own_organisation", measure: strain.measure, delta: 0.3 } as const;

/** Synthetic wave of 21 teams: unit, respondents, invited, mean. */
export const referenceTeams: readonly TeamRow[] = [
  ["T01", 12, 24, 2.11111111111111],
  ["T02", 8, 13, 2],
  ["T03", 13, 15, 2.34615384615385],
  ["T04", 17, 22, 2.47549019607843],
  ["T05", 12, 12, 2.02083333333333],
  ["T08", 17, 23, 2.02941176470588],
  ["T09", 22, 31, 2.51515151515152],
  ["T10", 13, 24, 2.17948717948718],
  ["T11", 14, 19, 2.21428571428571],
  ["T12", 8, 8, 2.19791666666667],
  ["T13", 7, 8, 2.03571428571429],
  ["T15", 5, 12, 1.61666666666667],
  ["T16", 18, 26, 2.09722222222222],
  ["T17", 27, 34, 2.17283950617284],
  ["T18", 12, 24, 1.54166666666667],
  ["T19", 10, 23, 1.99166666666667],
  ["T20", 17, 31, 1.80392156862745],
  ["T21", 11, 21, 1.88636363636364],
  ["T22", 18, 18, 1.7037037037037],
  ["T23", 6, 13, 2.26388888888889],
  ["T24", 21, 23, 2.32539682539683],
];
export const referenceVariance = 0.364829655433274;
export const referenceReliability = 0.885888770033621;
