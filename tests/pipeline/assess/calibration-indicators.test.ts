/**
 * Does the rule for several indicators keep the promise of the list? 200 teams, ICC(1) .10, five indicators whose team means correlate .8,
 * a line of .45 standard deviation within teams on each.
 *
 * Expected values come from an independent simulation in R: of the signals on the joint list 10.1 % wrong, 44.5 % of true ones found; of
 * flagged teams 7.4 % wrong, 46.5 % of truly elevated teams found. A team is truly elevated when its primary indicator or two others are
 * beyond the line.
 */
import { describe, expect, it } from "vitest";
import { assess } from "../../../pipeline/assess/assess.ts";
import { type Draws, startDraws } from "../../../pipeline/stats/draw-numbers.ts";
import { absoluteLine, cell, organisation, statistic, strain, team } from "./examples.ts";

const measures = ["m0", "m1", "m2", "m3", "m4"];
const [reliability, between, line] = [0.9, Math.sqrt(0.1 / 0.9), 0.45];
const lineOf = (measure: string) => ({
  ...absoluteLine,
  measure,
  benchmark_mean: line - 0.3,
  benchmark_standard_deviation: 1,
});

/** Five numbers of variance 1 that share this much of it. */
function drawTogether({ normal }: Draws, shared: number): number[] {
  const common = Math.sqrt(shared) * normal();
  return measures.map(() => common + Math.sqrt(1 - shared) * normal());
}

function drawTeam(draws: Draws) {
  const centres = drawTogether(draws, 0.8).map((one) => between * one);
  const invited = Math.min(60, Math.max(6, Math.round(14 * Math.exp(0.5 * draws.normal()))));
  const response = 0.4 + 0.5 * draws.share();
  const people = Array.from({ length: invited }, () => {
    const truths = drawTogether(draws, 0.5).map((one, j) => (centres[j] as number) + Math.sqrt(reliability) * one);
    const scores = truths.map((truth) => truth + Math.sqrt(1 - reliability) * draws.normal());
    return { truths, scores, answers: draws.share() < response };
  });
  const answered = people.filter((one) => one.answers);
  const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    invited,
    respondents: answered.length,
    beyond: measures.map((_, j) => average(people.map(({ truths }) => truths[j] as number)) > line),
    means: measures.map((_, j) => average(answered.map(({ scores }) => scores[j] as number))),
  };
}

function simulateOrganisation(draws: Draws) {
  const teams = Array.from({ length: 200 }, () => drawTeam(draws)).filter(({ respondents }) => respondents >= 5);
  const codes = teams.map((_, index) => `T${1000 + index}`);
  const { assessments } = assess({
    waves: ["w1"],
    units: [organisation, ...codes.map((unit) => team(unit))],
    measures: measures.map((measure) => ({ ...strain, measure, minimum: -20, maximum: 20 })),
    cells: teams.flatMap(({ invited, respondents, means }, index) =>
      measures.map((measure, j) =>
        cell(codes[index] as string, { measure, respondents, invited, mean: means[j] ?? 0 }),
      ),
    ),
    statistics: measures.flatMap((measure) => [
      statistic("pooled_within_variance", 1, measure),
      statistic("reliability", reliability, measure),
    ]),
    line: lineOf("m0"),
    indicators: measures.slice(1).map(lineOf),
  });
  return assessments.map(({ level, signals }, index) => {
    const beyond = teams[index]?.beyond ?? [];
    return {
      level,
      isElevated: beyond[0] === true || beyond.slice(1).filter(Boolean).length >= 2,
      pairs: signals.map((signal, j) => ({ level: signal.level, isBeyond: beyond[j] === true })),
    };
  });
}

const shareOf = <Row>(rows: readonly Row[], holds: (row: Row) => boolean) => rows.filter(holds).length / rows.length;

describe("calibration with five indicators", () => {
  const draws = startDraws(20240601);
  const teams = Array.from({ length: 40 }, () => simulateOrganisation(draws)).flat();
  const flagged = teams.filter(({ level }) => level === "elevated");
  const pairs = teams.flatMap((one) => one.pairs);

  it("keeps the budget on the joint list", () => {
    const listed = pairs.filter(({ level }) => level === "elevated");
    expect(listed.length).toBeGreaterThan(1000);
    expect(Math.abs(shareOf(listed, ({ isBeyond }) => !isBeyond) - 0.101)).toBeLessThan(0.025);
    const beyond = pairs.filter(({ isBeyond }) => isBeyond);
    expect(Math.abs(shareOf(beyond, ({ level }) => level === "elevated") - 0.445)).toBeLessThan(0.05);
  });

  it("flags teams rightly, and finds as many as it should", () => {
    expect(flagged.length).toBeGreaterThan(200);
    expect(Math.abs(shareOf(flagged, ({ isElevated }) => !isElevated) - 0.074)).toBeLessThan(0.035);
    const elevated = teams.filter(({ isElevated }) => isElevated);
    expect(Math.abs(shareOf(elevated, ({ level }) => level === "elevated") - 0.465)).toBeLessThan(0.05);
  });

  it("misses few in no signal, for every indicator by itself", () => {
    for (const [j] of measures.entries()) {
      const quiet = teams.map((one) => one.pairs[j]).filter((pair) => pair?.level === "no_signal");
      expect(shareOf(quiet, (pair) => pair?.isBeyond === true)).toBeLessThan(0.05);
    }
    const quiet = teams.filter(({ level }) => level === "no_signal");
    expect(quiet.length).toBeGreaterThan(1000);
    expect(shareOf(quiet, ({ pairs: own }) => own[0]?.isBeyond === true)).toBeLessThan(0.05);
  });
});
