/**
 * Times the assessment of 5,000 teams on 8 measures, one wave, all of them indicators on one list; prints seconds and the share that
 * the grid of the standard deviation between teams takes; and the calibration of a release with 200 teams on one measure.
 *
 * Run: node dist/bench/assess.js [rounds]
 */
import { type AssessInput, assess } from "../pipeline/assess/assess.ts";
import { calibrate } from "../pipeline/assess/calibrate.ts";
import { posteriorBetweenTeamSd } from "../pipeline/stats/posterior-between-team-sd.ts";
import type { Measure, OrganisationStatistic, PublishedCell } from "../schemas/release.ts";

const teams = 5_000;
const measures = Array.from({ length: 8 }, (_, index) => `scale.m${index}`);
const title = { nl: "schaal", en: "scale" };

const describeMeasure = (measure: string): Measure => ({
  measure,
  instrument: "scale",
  questionnaire: "main",
  scale: measure,
  kind: "mean",
  area: null,
  title,
  meaning: title,
  minimum: 1,
  maximum: 5,
  higher_is: "worse",
});

/** Answers 5 to 40 of up to 60 invited, means between 1.5 and 3.5: fixed, by multiplication modulo a prime. */
const draw = (index: number, salt: number): number => ((index * 7919 + salt * 104729) % 10007) / 10007;

function makeCell(measure: string, index: number, salt: number): PublishedCell {
  const respondents = 5 + Math.floor(36 * draw(index, 1));
  const invited = respondents + Math.floor(20 * draw(index, 2));
  const mean = 1.5 + (draw(index, 3 + salt) + draw(index, 11 + salt)) / 1;
  const key = { wave: "w", unit: `T${index}`, segment: null, measure };
  return { ...key, status: "released", respondents, invited, mean };
}

const statistics = measures.flatMap((measure): OrganisationStatistic[] => {
  const base = { wave: "w", measure, respondents: 20 * teams, teams };
  return [
    { ...base, statistic: "pooled_within_variance", value: 0.6 },
    { ...base, statistic: "reliability", value: 0.88 },
  ];
});
const lineOf = (measure: string) => ({ kind: "own_organisation", measure, delta: 0.3 }) as const;
const [primary = "", ...further] = measures;

const input: AssessInput = {
  waves: ["w"],
  units: [
    { unit: "O", name: "O", parent: null, level: 0, leaf: false },
    ...Array.from({ length: teams }, (_, index) => ({
      unit: `T${index}`,
      name: `T${index}`,
      parent: "O",
      level: 1,
      leaf: true,
    })),
  ],
  measures: measures.map(describeMeasure),
  cells: measures.flatMap((measure, salt) =>
    Array.from({ length: teams }, (_, index) => makeCell(measure, index, salt)),
  ),
  statistics,
  line: lineOf(primary),
  indicators: further.map(lineOf),
};

function time(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const means = Array.from({ length: teams }, (_, index) => ({
  mean: 1.5 + draw(index, 3) + draw(index, 11),
  variance: 0.6 / (5 + Math.floor(36 * draw(index, 1))),
}));
const sizes = Array.from({ length: 200 }, (_, index) => {
  const respondents = 5 + Math.floor(36 * draw(index, 1));
  return { respondents, invited: respondents + Math.floor(20 * draw(index, 2)) };
});
const drawn = { teams: sizes, variance: 0.6, reliability: 0.88, mean: 2.5, betweenTeamSd: 0.25 };
const line = { kind: "own_organisation", distance: 0.23 } as const;
const rounds = Number(process.argv[2] ?? "5");
const [all, grids, calibrations]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < rounds; round++) {
  all.push(time(() => assess(input)));
  grids.push(measures.length * time(() => posteriorBetweenTeamSd(means, Math.sqrt(0.6))));
  calibrations.push(time(() => calibrate({ ...drawn, line }, { seed: round })));
}
console.log(`${teams.toLocaleString("en")} teams x ${measures.length} measures; ${rounds} rounds, medians of one run`);
console.log(`  assess      ${median(all).toFixed(2)} s`);
console.log(`  of which the grids of standard deviations between teams: ${median(grids).toFixed(2)} s`);
console.log(`  calibrate   ${median(calibrations).toFixed(2)} s for 200 teams on one measure`);
