/** Agreement with the reference figures computed in R; skipped where the reference folder is not beside the repository. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assess } from "../../pipeline/assess/assess.ts";
import { fitTeams } from "../../pipeline/assess/fit-teams.ts";
import { intervalFactor } from "../../pipeline/stats/interval-factor.ts";
import { npsInterval } from "../../pipeline/stats/nps-interval.ts";
import { posteriorBetweenTeamSd } from "../../pipeline/stats/posterior-between-team-sd.ts";
import { probabilityAboveZero } from "../../pipeline/stats/probability-above-zero.ts";
import { absoluteLine, inputOf, statistic, type TeamRow } from "../pipeline/assess/examples.ts";

const folder = new URL("../../../shared/reference/statistics/", import.meta.url);
const present = existsSync(new URL("expected.json", folder));
const tolerance = 1e-6;

type Reference = {
  functions: { pnorm: { x: number[]; p: number[] }; qnorm: { p: number[]; x: number[] } };
  tau2: { y: number[]; v: number[] };
  icc: { msw: number };
  posterior: { rel: number; cut: number; delta: number; tau_mean: number; tau_sd: number; teams: PosteriorRow[] };
  decision: { team: string[]; label: string[]; expected_false_share: number };
  enps: Record<string, { n: number; promoters: number; detractors: number; adj_centre: number; adj: [number, number] }>;
};
type PosteriorRow = { team: string; n: number; N: number } & Record<
  "theta_mean" | "theta_sd" | "M_mean" | "M_sd" | "p_theta_abs" | "p_theta_rel" | "p_M_abs" | "p_M_rel",
  number
>;

const levels: Record<string, string> = {
  elevated: "elevated",
  watch: "watch",
  "no signal": "no_signal",
  "insufficient data": "too_little_evidence",
};

const expectNear = (found: number | undefined, expected: number, what: string) =>
  expect(Math.abs((found ?? Number.NaN) - expected), what).toBeLessThan(tolerance);

describe.skipIf(!present)("the statistics agree with the reference", () => {
  const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
  const reference: Reference = present ? JSON.parse(read("expected.json")) : ({} as Reference);
  const rows = (): TeamRow[] =>
    reference.posterior.teams.map(({ team, n, N }, index) => [team, n, N, reference.tau2.y[index] as number]);

  it("on the normal distribution", () => {
    const { pnorm, qnorm } = reference.functions;
    pnorm.x.forEach((x, index) => {
      expectNear(probabilityAboveZero(x, 1) / (pnorm.p[index] as number), 1, `pnorm ${x}`);
    });
    qnorm.p.forEach((p, index) => {
      if (p > 0.5) expectNear(intervalFactor(2 * p - 1), qnorm.x[index] as number, `qnorm ${p}`);
    });
  });

  it("on the standard deviation between teams", () => {
    const teams = reference.tau2.y.map((mean, index) => ({ mean, variance: reference.tau2.v[index] as number }));
    const grid = posteriorBetweenTeamSd(teams, Math.sqrt(reference.icc.msw));
    const mean = grid.reduce((sum, { weight, sd }) => sum + weight * sd, 0);
    const variance = grid.reduce((sum, { weight, sd }) => sum + weight * (sd - mean) ** 2, 0);
    expectNear(mean, reference.posterior.tau_mean, "tau_mean");
    expectNear(Math.sqrt(variance), reference.posterior.tau_sd, "tau_sd");
  });

  it("on every team's posterior, both claims and both lines", () => {
    const { posterior, icc } = reference;
    const teams = rows().map(([unit, respondents, invited, mean]) => ({ unit, respondents, invited, mean }));
    const fitWith = (line: Parameters<typeof fitTeams>[0]["line"]) =>
      fitTeams({ teams, variance: icc.msw, reliability: posterior.rel, line }).teams;
    const absolute = fitWith({ kind: "absolute", value: posterior.cut });
    const relative = fitWith({ kind: "own_organisation", distance: posterior.delta });
    expect(posterior.teams.length).toBeGreaterThan(20);
    posterior.teams.forEach((row, index) => {
      expectNear(absolute[index]?.asSuch.mean, row.theta_mean, `${row.team} theta_mean`);
      expectNear(absolute[index]?.asSuch.sd, row.theta_sd, `${row.team} theta_sd`);
      expectNear(absolute[index]?.members?.mean, row.M_mean, `${row.team} M_mean`);
      expectNear(absolute[index]?.members?.sd, row.M_sd, `${row.team} M_sd`);
      expectNear(absolute[index]?.asSuch.probability, row.p_theta_abs, `${row.team} p_theta_abs`);
      expectNear(relative[index]?.asSuch.probability, row.p_theta_rel, `${row.team} p_theta_rel`);
      expectNear(absolute[index]?.members?.probability, row.p_M_abs, `${row.team} p_M_abs`);
      expectNear(relative[index]?.members?.probability, row.p_M_rel, `${row.team} p_M_rel`);
    });
  });

  it("on the labels and the expected share of wrong flags", () => {
    const { posterior, icc, decision } = reference;
    const statistics = [statistic("pooled_within_variance", icc.msw), statistic("reliability", posterior.rel)];
    const line = { ...absoluteLine, benchmark_mean: posterior.cut - 0.15 };
    const result = assess(inputOf(rows(), { statistics, line }));
    const found = Object.fromEntries(result.assessments.map(({ unit, level }) => [unit, level]));
    const expected = decision.team.map((team, index) => [team, levels[decision.label[index] as string]]);
    expect(found).toEqual(Object.fromEntries(expected));
    const flags = Object.values(found).filter((level) => level === "elevated").length;
    // probabilities are published in 3 decimals
    const share = (result.expected_wrong_flags ?? Number.NaN) / flags;
    expect(Math.abs(share - decision.expected_false_share)).toBeLessThan(0.0005);
  });

  it("on eNPS intervals", () => {
    for (const [name, row] of Object.entries(reference.enps)) {
      const interval = npsInterval({ promoters: row.promoters, detractors: row.detractors, respondents: row.n });
      expectNear(interval.centre, row.adj_centre, name);
      expectNear(interval.low, Math.max(-100, row.adj[0]), name);
      expectNear(interval.high, Math.min(100, row.adj[1]), name);
    }
  });

  it("from the raw answers on, through teams and headcounts", () => {
    const records = (text: string) => {
      const [head = "", ...lines] = text.trim().split(/\r?\n/);
      const names = head.split(",");
      return lines.map((row) => new Map(row.split(",").map((value, index) => [names[index] ?? "", value])));
    };
    const headcounts = new Map(
      records(read("teams.csv")).map((row) => [row.get("team"), Number(row.get("headcount"))]),
    );
    const byTeam = new Map<string, number[]>();
    for (const row of records(read("respondents.csv"))) {
      if (row.get("wave") !== "1") continue;
      const items = Array.from({ length: 12 }, (_, index) => Number(row.get(`bat${index + 1}`)));
      const team = row.get("team") ?? "";
      byTeam.set(team, [...(byTeam.get(team) ?? []), items.reduce((sum, item) => sum + item, 0) / 12]);
    }
    const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const shown = [...byTeam].filter(([, scores]) => scores.length >= 5);
    const within = shown.flatMap(([, scores]) => scores.map((score) => (score - average(scores)) ** 2));
    const variance = within.reduce((sum, square) => sum + square, 0) / (within.length - shown.length);
    expectNear(variance, reference.icc.msw, "msw");
    const teams = shown.map(
      ([unit, scores]): TeamRow => [unit, scores.length, headcounts.get(unit) ?? null, average(scores)],
    );
    const statistics = [
      statistic("pooled_within_variance", variance),
      statistic("reliability", reference.posterior.rel),
    ];
    const { assessments } = assess(inputOf(teams, { statistics }));
    const found = assessments.map(({ signals }) => signals[0]?.probability);
    expect(found).toEqual(reference.posterior.teams.map(({ p_M_abs }) => Math.round(p_M_abs * 1000) / 1000));
  });
});
