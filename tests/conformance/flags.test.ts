/** What else the reference computed in R about flags: estimators, decisions, drivers, ranks; skipped where the reference is not there. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findTippingPoint } from "../../pipeline/assess/doubt-silence.ts";
import { fitTeams } from "../../pipeline/assess/fit-teams.ts";
import { labelSignals } from "../../pipeline/assess/label-teams.ts";
import { adjustBenjaminiHochberg } from "../../pipeline/stats/benjamini-hochberg.ts";
import { correlateWithin } from "../../pipeline/stats/correlate-within.ts";
import { dersimonianLaird } from "../../pipeline/stats/dersimonian-laird.ts";
import { intervalFactor } from "../../pipeline/stats/interval-factor.ts";
import { johnsonWeights } from "../../pipeline/stats/johnson-weights.ts";
import { pauleMandel } from "../../pipeline/stats/paule-mandel.ts";
import { posteriorBetweenTeamSd } from "../../pipeline/stats/posterior-between-team-sd.ts";
import { probabilityAboveZero } from "../../pipeline/stats/probability-above-zero.ts";
import { restrictedLikelihood } from "../../pipeline/stats/restricted-likelihood.ts";
import { shapleyWeights } from "../../pipeline/stats/shapley-weights.ts";
import { shrinkMeans } from "../../pipeline/stats/shrink-means.ts";
import { spearman } from "../../pipeline/stats/spearman.ts";
import { studentProbability, studentQuantile } from "../../pipeline/stats/student-t.ts";
import { weighMeans } from "../../pipeline/stats/weigh-means.ts";
import { productsOfTeam } from "../pipeline/stats/team-products.ts";

const folder = new URL("../../../shared/reference/statistics/", import.meta.url);
const present = existsSync(new URL("expected.json", folder));
const tolerance = 1e-6;

type Weights = { raw: number[]; pct: number[]; r2: number; sign: number[]; shapley: number[]; lm_r2?: number };
type Reference = {
  functions: {
    qnorm: { p: number[]; x: number[] };
    pt: Record<"t" | "df" | "p", number[]>;
    qt975: Record<"df" | "x", number[]>;
  };
  tau2: { y: number[]; v: number[]; team: string[] } & Record<
    "DL" | "Q" | "PM" | "PM_metafor" | "REML" | "mu_PM",
    number
  >;
  icc: { msw: number };
  eb_plugin: Record<"tau2" | "mu" | "vmu" | "cut", number> &
    Record<"lambda" | "estimate" | "sd" | "blup_metafor" | "blup_se_metafor" | "p_theta", number[]>;
  posterior: {
    prior_scale: number;
    rel: number;
    cut: number;
    delta: number;
    teams: { team: string; n: number; N: number; lambda: number; tip: number | null }[];
  };
  decision: { team: string[]; label: string[]; expected_false_share: number; insufficient_n: string[] };
  bh: Record<"p" | "q" | "p2" | "q2", number[]>;
  drivers: { predictors: string[]; pooled: Weights; within_team: Weights };
  spearman: { n: number; rho: number; ci_bonett_wright: [number, number]; ci_fisher: [number, number] };
};
type Person = ReadonlyMap<string, string>;

const expectNear = (found: number | undefined, expected: number, what: string) =>
  expect(Math.abs((found ?? Number.NaN) - expected), what).toBeLessThan(tolerance);
const expectAllNear = (found: readonly (number | undefined)[], expected: readonly number[], what: string) => {
  expect(found.length, what).toBe(expected.length);
  expected.forEach((value, index) => {
    expectNear(found[index], value, `${what} ${index}`);
  });
};

describe.skipIf(!present)("flags agree with the reference", () => {
  const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
  const reference: Reference = present ? JSON.parse(read("expected.json")) : ({} as Reference);
  const teams = () => reference.tau2.y.map((mean, index) => ({ mean, variance: reference.tau2.v[index] as number }));

  /** The first wave, by team in code order. */
  const readTeams = (): [string, Person[]][] => {
    const [head = "", ...lines] = read("respondents.csv").trim().split(/\r?\n/);
    const names = head.split(",");
    const people = lines.map((line) => new Map(line.split(",").map((value, index) => [names[index] ?? "", value])));
    const byTeam = new Map<string, Person[]>();
    for (const person of people.filter((one) => one.get("wave") === "1")) {
      const team = person.get("team") ?? "";
      byTeam.set(team, [...(byTeam.get(team) ?? []), person]);
    }
    return [...byTeam].sort(([one], [other]) => (one < other ? -1 : 1));
  };
  const isLarge = ([, people]: [string, Person[]]) => people.length >= 5;
  const sumItems = (person: Person) =>
    Array.from({ length: 12 }, (_, index) => Number(person.get(`bat${index + 1}`))).reduce((sum, one) => sum + one, 0);

  it("on normal and Student quantiles and probabilities", () => {
    const { qnorm, pt, qt975 } = reference.functions;
    const quantiles = qnorm.p.map((p) => (p >= 0.5 ? intervalFactor(2 * p - 1) : -intervalFactor(1 - 2 * p)));
    expectAllNear(quantiles, qnorm.x, "qnorm");
    expectAllNear(
      pt.t.map((t, index) => studentProbability(t, pt.df[index] as number)),
      pt.p,
      "pt",
    );
    expectAllNear(
      qt975.df.map((df) => studentQuantile(0.975, df)),
      qt975.x,
      "qt975",
    );
  });

  it("on every estimate of the variance between teams", () => {
    const { tau2 } = reference;
    expect(tau2.y.length).toBe(21);
    expectNear(weighMeans(teams(), 0).misfit, tau2.Q, "Q");
    expectNear(dersimonianLaird(teams()), tau2.DL, "DL");
    expectNear(pauleMandel(teams()), tau2.PM, "PM");
    expectNear(pauleMandel(teams()), tau2.PM_metafor, "PM of metafor");
    expectNear(restrictedLikelihood(teams()), tau2.REML, "REML");
    expectNear(weighMeans(teams(), tau2.PM).mean, tau2.mu_PM, "mu");
  });

  it("on shrunken means for one variance between teams", () => {
    const { eb_plugin: expected } = reference;
    const between = pauleMandel(teams());
    const { mean, variance } = weighMeans(teams(), between);
    expectNear(between, expected.tau2, "tau2");
    expectNear(mean, expected.mu, "mu");
    expectNear(variance, expected.vmu, "variance of mu");
    const shrunken = shrinkMeans(teams(), between);
    expectAllNear(
      shrunken.map(({ shrinkage }) => shrinkage),
      expected.lambda,
      "lambda",
    );
    for (const name of ["estimate", "blup_metafor"] as const)
      expectAllNear(
        shrunken.map(({ estimate }) => estimate),
        expected[name],
        name,
      );
    for (const name of ["sd", "blup_se_metafor"] as const)
      expectAllNear(
        shrunken.map(({ sd }) => sd),
        expected[name],
        name,
      );
    const above = shrunken.map(({ estimate, sd }) => probabilityAboveZero(estimate - expected.cut, sd ** 2));
    expectAllNear(above, expected.p_theta, "p_theta");
  });

  it("on how far every team is pulled, mixed over the posterior", () => {
    const { posterior, icc } = reference;
    expectNear(0.2 * Math.sqrt(icc.msw), posterior.prior_scale, "prior scale");
    const grid = posteriorBetweenTeamSd(teams(), Math.sqrt(icc.msw));
    const pulled = teams().map(({ variance }) =>
      grid.reduce((sum, { weight, sd }) => sum + (weight * sd ** 2) / (sd ** 2 + variance), 0),
    );
    expectAllNear(
      pulled,
      posterior.teams.map(({ lambda }) => lambda),
      "lambda",
    );
  });

  it("on how much better the silent would have to be", () => {
    const { posterior, icc, tau2 } = reference;
    const rows = posterior.teams.map(({ team, n, N }, index) => {
      return { unit: team, respondents: n, invited: N, mean: tau2.y[index] as number };
    });
    const line = { kind: "absolute", value: posterior.cut } as const;
    const fit = fitTeams({ teams: rows, variance: icc.msw, reliability: posterior.rel, line });
    expect(posterior.teams.filter(({ tip }) => tip === null).map(({ n, N }) => N - n)).toEqual([0, 0, 0]);
    posterior.teams.forEach(({ team, n, N, tip }, index) => {
      const estimate = fit.teams[index]?.members?.mean ?? Number.NaN;
      const found = findTippingPoint({ respondents: n, invited: N }, estimate, posterior.cut, 1);
      // the reference leaves the tipping point in points
      if (tip === null) expect(found, team).toBeUndefined();
      else expectNear(found, tip, team);
    });
  });

  it("on labels and the share of false ones, before probabilities are rounded", () => {
    const { posterior, decision, icc, tau2 } = reference;
    const rows = posterior.teams.map(({ team, n, N }, index) => {
      return { unit: team, respondents: n, invited: N, mean: tau2.y[index] as number };
    });
    const line = { kind: "absolute", value: posterior.cut } as const;
    const fit = fitTeams({ teams: rows, variance: icc.msw, reliability: posterior.rel, line });
    const judged = fit.teams.map(({ unit, members }) => ({
      unit,
      measure: "bat",
      probability: members?.probability ?? Number.NaN,
    }));
    const levels = labelSignals(judged);
    const found = new Map(judged.map(({ unit }, index) => [unit, levels[index]]));
    const names = { "insufficient data": "too_little_evidence", "no signal": "no_signal" } as Record<string, string>;
    expect(decision.team.map((team) => found.get(team))).toEqual(decision.label.map((label) => names[label] ?? label));
    const elevated = judged.filter(({ unit }) => found.get(unit) === "elevated");
    const wrong = elevated.reduce((sum, { probability }) => sum + 1 - probability, 0);
    expectNear(wrong / elevated.length, decision.expected_false_share, "expected false share");
    expect(
      readTeams()
        .filter((team) => !isLarge(team))
        .map(([team]) => team),
    ).toEqual(decision.insufficient_n);
  });

  it("on p-values against the line and their adjustment", () => {
    const { bh, posterior } = reference;
    const values = teams().map(({ mean, variance }) => probabilityAboveZero(posterior.cut - mean, variance));
    expectAllNear(values, bh.p, "p");
    expectAllNear(adjustBenjaminiHochberg(values), bh.q, "q");
    expectAllNear(adjustBenjaminiHochberg(bh.p2), bh.q2, "q2");
  });

  it("on drivers, from answers on: relative weights and Shapley shares, within teams and over everyone", () => {
    const { predictors, pooled, within_team } = reference.drivers;
    const scores = readTeams()
      .filter(isLarge)
      .map(([, people]) => people.map((one) => [...predictors.map((name) => Number(one.get(name))), sumItems(one)]));
    for (const [expected, groups] of [
      [within_team, scores],
      [pooled, [scores.flat()]],
    ] as const) {
      const correlations = correlateWithin(groups.map(productsOfTeam)) ?? [];
      const between = correlations.slice(0, -1).map((row) => row.slice(0, -1));
      const withOutcome = (correlations.at(-1) ?? []).slice(0, -1);
      const weights = johnsonWeights(between, withOutcome) ?? [];
      const total = weights.reduce((sum, { weight }) => sum + weight, 0);
      expectAllNear(
        weights.map(({ weight }) => weight),
        expected.raw,
        "raw",
      );
      expectAllNear(
        weights.map(({ weight }) => (100 * weight) / total),
        expected.pct,
        "pct",
      );
      expect(weights.map(({ direction }) => direction)).toEqual(expected.sign);
      expectNear(total, expected.r2, "R squared");
      if (expected.lm_r2 !== undefined) expectNear(total, expected.lm_r2, "R squared of lm");
      expectAllNear(shapleyWeights(between, withOutcome) ?? [], expected.shapley, "shapley");
    }
  });

  it("on Spearman's correlation and both intervals", () => {
    const { spearman: expected } = reference;
    const people = readTeams()
      .filter(isLarge)
      .flatMap(([, rows]) => rows);
    const workload = people.map((one) => Number(one.get("workload")));
    const bat = people.map(sumItems);
    const found = spearman(workload, bat);
    expect(found?.pairs).toBe(expected.n);
    expectNear(found?.rho, expected.rho, "rho");
    expectAllNear([found?.low, found?.high], expected.ci_bonett_wright, "Bonett-Wright");
    const fisher = spearman(workload, bat, 0.95, "fisher");
    expectAllNear([fisher?.low, fisher?.high], expected.ci_fisher, "Fisher");
  });
});
