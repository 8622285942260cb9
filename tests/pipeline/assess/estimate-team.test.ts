import { describe, expect, it } from "vitest";
import { claimMembers, estimateTeam, teamAsSuch } from "../../../pipeline/assess/estimate-team.ts";

/** One grid point: shrinkage .04 / (.04 + .04) = .5 for the team below. */
const grid = [{ sd: 0.2, weight: 1, mean: 2, meanVariance: 0.01 }];
const team = { mean: 3, variance: 0.04 };
const lineAt = (value: number) => ({ kind: "absolute", value }) as const;
const lineAbove = (distance: number) => ({ kind: "own_organisation", distance }) as const;

describe("estimateTeam, team as such", () => {
  it("pulls the mean halfway and carries the uncertainty of the mean of teams", () => {
    // by hand: .5 * 3 + .5 * 2; .04 * .5 + .25 * .01 = .0225
    const estimate = estimateTeam(team, teamAsSuch, grid, lineAt(2.5));
    expect(estimate.mean).toBeCloseTo(2.5, 12);
    expect(estimate.sd).toBeCloseTo(0.15, 12);
    expect(estimate.probability).toBeCloseTo(0.5, 12);
  });

  it("gives the chance of being above a fixed line", () => {
    // R: pnorm((2.5 - 2.8) / .15)
    expect(estimateTeam(team, teamAsSuch, grid, lineAt(2.8)).probability).toBeCloseTo(0.0227501319481792, 12);
  });

  it("lets the organisation's line move along with its mean", () => {
    // by hand: (.5 * (3 - 2) - .2) / sqrt(.04 * .5 + .25 * .01) = 2; R: pnorm(2)
    expect(estimateTeam(team, teamAsSuch, grid, lineAbove(0.2)).probability).toBeCloseTo(0.977249868051821, 12);
  });

  it("gives the chance of being above the line if the team lies higher, for either line, when asked", () => {
    // as above: .3 higher is a line that lies .3 lower
    expect(estimateTeam(team, teamAsSuch, grid, lineAt(3.1), 0.3).ifHigher).toBeCloseTo(0.0227501319481792, 12);
    expect(estimateTeam(team, teamAsSuch, grid, lineAbove(0.5), 0.3).ifHigher).toBeCloseTo(0.977249868051821, 12);
    expect(estimateTeam(team, teamAsSuch, grid, lineAt(3.1))).not.toHaveProperty("ifHigher");
  });

  it("mixes grid points by weight", () => {
    // by hand: at sd 0 the mean is 2.2 (variance .01), at sd .2 it is 2.5 (.0225);
    // .25 * 2.2 + .75 * 2.5 = 2.425; .25 * .01 + .75 * .0225 + .25 * .75 * .3^2 = .03625
    const two = [
      { sd: 0, weight: 0.25, mean: 2.2, meanVariance: 0.01 },
      { sd: 0.2, weight: 0.75, mean: 2, meanVariance: 0.01 },
    ];
    const estimate = estimateTeam(team, teamAsSuch, two, lineAt(2.5));
    expect(estimate.mean).toBeCloseTo(2.425, 12);
    expect(estimate.sd).toBeCloseTo(Math.sqrt(0.03625), 12);
    // R: .25 * pnorm(-3) + .75 * .5
    expect(estimate.probability).toBeCloseTo(0.375337474507929, 12);
  });
});

describe("estimateTeam, present members", () => {
  it("keeps what the answers say about those who gave them", () => {
    // by hand: known .5 * .8 = .4; error .25 * .8 * .2 * .2 / 5 + .25 * .8 * .2 / 5 = .0096
    const claim = claimMembers({ respondents: 5, invited: 10 }, 0.8, 0.2);
    expect(claim.known).toBeCloseTo(0.4, 12);
    expect(claim.errorVariance).toBeCloseTo(0.0096, 12);
    // by hand: .4 * 3 + .6 * 2.5 = 2.7; .36 * .0225 + .0096 = .0177
    const estimate = estimateTeam(team, claim, grid, lineAt(2.7));
    expect(estimate.mean).toBeCloseTo(2.7, 12);
    expect(estimate.sd).toBeCloseTo(Math.sqrt(0.0177), 12);
    expect(estimate.probability).toBeCloseTo(0.5, 12);
    // by hand: own = .4 + .6 * .5 = .7; R: pnorm((.7 - .5) / sqrt(.36 * .02 + .0096 + .49 * .01))
    expect(estimateTeam(team, claim, grid, lineAbove(0.5)).probability).toBeCloseTo(0.912718721000798, 12);
  });

  it("has only measurement error left when everyone answered", () => {
    // by hand: .8 * .2 * .2 / 5
    expect(claimMembers({ respondents: 5, invited: 5 }, 0.8, 0.2).errorVariance).toBeCloseTo(0.0064, 12);
  });

  it("is certain when everyone answered without error, and on the line is not above it", () => {
    const claim = claimMembers({ respondents: 5, invited: 5 }, 1, 0.2);
    expect(estimateTeam(team, claim, grid, lineAt(2.999999))).toEqual({ mean: 3, sd: 0, probability: 1 });
    expect(estimateTeam(team, claim, grid, lineAt(3))).toEqual({ mean: 3, sd: 0, probability: 0 });
  });
});
