/**
 * Do the published probabilities and labels keep their promise? 200 teams, ICC(1) .10, headcount around 14, response 40-90 %.
 *
 * Expected values come from an independent simulation of the same model in R (pooled over replications): absolute line with 10 % truly
 * elevated: false share of the elevated list 8.5 %, found 36 %, missed in "no signal" 2.6 %; with a true reliability of .75 where .9 is used 16.3 % false;
 * line of the own organisation: 9.3 % false, 54.3 % found. Bands add three standard errors of the shares seen here.
 */
import { describe, expect, it } from "vitest";
import { findLine, type Outcome, type Random, type Setting, simulateOutcomes } from "./simulated-organisations.ts";

const sd = Math.sqrt(0.1 / 0.9);
const seed = 20240601;
const usual: Setting = {
  teams: 200,
  line: "absolute",
  truth: findLine(sd, 0.9, 0.1, seed),
  drawOrganisation: () => ({ mean: 0, sd }),
  trueReliability: 0.9,
  usedReliability: 0.9,
};

const isElevated = ({ elevated }: Outcome) => elevated;
const isFalse = ({ elevated }: Outcome) => !elevated;
const isLevel = (level: Outcome["level"]) => (outcome: Outcome) => outcome.level === level;
const shareOf = (outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean) =>
  outcomes.filter(holds).length / outcomes.length;

/** Three binomial standard errors of a share, doubled in variance because teams of one organisation share its model. */
const band = (share: number, count: number) => 3 * Math.sqrt((2 * share * (1 - share)) / count);

const expectShare = (found: readonly Outcome[], holds: (outcome: Outcome) => boolean, expected: number) => {
  expect(found.length).toBeGreaterThan(200);
  expect(Math.abs(shareOf(found, holds) - expected)).toBeLessThan(band(expected, found.length));
};

/** In every tenth from .5 up, and below, the share truly above the line is the mean published probability. */
const expectCalibrated = (outcomes: readonly Outcome[]) => {
  for (const [from, to] of [
    [0, 0.1],
    [0.1, 0.3],
    [0.3, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 1.1],
  ] as const) {
    const group = outcomes.filter(({ probability }) => probability >= from && probability < to);
    const mean = group.reduce((sum, { probability }) => sum + probability, 0) / group.length;
    expectShare(group, isElevated, mean);
  }
};

describe("calibration against an absolute line", () => {
  const outcomes = simulateOutcomes(usual, 150, seed);

  it("keeps the promise of the elevated list", () => {
    const list = outcomes.filter(isLevel("elevated"));
    expect(shareOf(list, isFalse)).toBeLessThanOrEqual(0.12);
    expectShare(list, isFalse, 0.085);
  });

  it("finds as many of the truly elevated teams as the model can", () => {
    expectShare(outcomes.filter(isElevated), isLevel("elevated"), 0.36);
  });

  it("misses at most 1 in 20 in no signal", () => {
    const quiet = outcomes.filter(isLevel("no_signal"));
    expect(shareOf(quiet, isElevated)).toBeLessThanOrEqual(0.05);
    expectShare(quiet, isElevated, 0.026);
  });

  it("publishes probabilities that come true as often as they say", () => {
    expectCalibrated(outcomes);
  });

  it("would notice a reliability that is set too high", () => {
    const truth = findLine(sd, 0.75, 0.1, seed);
    const wrong = simulateOutcomes({ ...usual, truth, trueReliability: 0.75 }, 100, seed);
    const list = wrong.filter(isLevel("elevated"));
    expect(shareOf(list, isFalse)).toBeGreaterThan(0.12);
    expectShare(list, isFalse, 0.163);
  });
});

describe("calibration against the own organisation", () => {
  const outcomes = simulateOutcomes({ ...usual, line: "own_organisation", truth: 0.3 }, 100, seed);

  it("keeps the promise of the elevated list", () => {
    expectShare(outcomes.filter(isLevel("elevated")), isFalse, 0.093);
    expectShare(outcomes.filter(isElevated), isLevel("elevated"), 0.543);
  });

  it("publishes probabilities that come true as often as they say", () => {
    expectCalibrated(outcomes);
  });
});

describe("calibration with fewer than ten teams", () => {
  it("publishes probabilities that come true when organisations differ as the prior says", () => {
    // the benchmark lies .3 below the line of 1; mean of teams N(.7, .3^2), sd between teams half-normal(.2) below .8
    const drawOrganisation = (random: Random) => ({ mean: 0.7 + 0.3 * random.normal(), sd: drawSd(random) });
    expectCalibrated(simulateOutcomes({ ...usual, teams: 9, truth: 1, drawOrganisation }, 2000, seed));
  });
});

function drawSd(random: Random): number {
  const sd = Math.abs(0.2 * random.normal());
  return sd < 0.8 ? sd : drawSd(random);
}
