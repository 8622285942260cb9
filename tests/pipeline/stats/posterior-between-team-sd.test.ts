import { describe, expect, it } from "vitest";
import { type GridPoint, posteriorBetweenTeamSd } from "../../../pipeline/stats/posterior-between-team-sd.ts";

const summarise = (grid: readonly GridPoint[]) => {
  const average = (value: (point: GridPoint) => number) =>
    grid.reduce((sum, point) => sum + point.weight * value(point), 0);
  const sd = average((point) => point.sd);
  return { mean: average((point) => point.mean), sd, spread: Math.sqrt(average((point) => (point.sd - sd) ** 2)) };
};

const expectSummary = (grid: readonly GridPoint[], mean: number, sd: number, spread: number) => {
  const found = summarise(grid);
  expect(Math.abs(found.mean - mean)).toBeLessThan(1e-6);
  expect(Math.abs(found.sd - sd)).toBeLessThan(1e-6);
  expect(Math.abs(found.spread - spread)).toBeLessThan(1e-6);
};

/** (1:teams - .5) / teams on the line from mean - reach to mean + reach, and variances 1 / c(5, 8, 13, 20). */
const spreadEvenly = (teams: number, reach: number) =>
  Array.from({ length: teams }, (_, index) => ({
    mean: 3 + reach * ((2 * (index + 0.5)) / teams - 1),
    variance: 1 / ([5, 8, 13, 20][index % 4] as number),
  }));

// R: post <- function(y, v, s, K = 20001) { tt <- seq(0, .8 * s, length.out = K); sw <- c(1, rep(c(4, 2), (K - 3) / 2), 4, 1)
//    m <- sapply(tt, function(t) { w <- 1 / (v + t^2); sum(w * y) / sum(w) })
//    ll <- sapply(seq_along(tt), function(g) { u <- v + tt[g]^2
//      -.5 * log(sum(1 / u)) - .5 * sum(log(u) + (y - m[g])^2 / u) - .5 * (tt[g] / (.2 * s))^2 })
//    p <- exp(ll - max(ll)) * sw; p <- p / sum(p); e <- sum(p * tt); c(sum(p * m), e, sqrt(sum(p * tt^2) - e^2)) }
describe("posteriorBetweenTeamSd", () => {
  it("agrees with a fine grid when two teams say little about the spread", () => {
    // R: post(c(2, 3), c(.04, .04), .6)
    const grid = posteriorBetweenTeamSd(
      [
        { mean: 2, variance: 0.04 },
        { mean: 3, variance: 0.04 },
      ],
      0.6,
    );
    expectSummary(grid, 2.5, 0.1914217855656, 0.0875748364174);
  });

  it("agrees when the spread presses against the cut", () => {
    // R: post(c(1.2, 4.6, 2.1, 3.9, 1.5, 4.4, 3, 2.6, 4.8, 1.1, 3.4, 2), rep(.036, 12), .6)
    const means = [1.2, 4.6, 2.1, 3.9, 1.5, 4.4, 3, 2.6, 4.8, 1.1, 3.4, 2];
    const grid = posteriorBetweenTeamSd(
      means.map((mean) => ({ mean, variance: 0.036 })),
      0.6,
    );
    expectSummary(grid, 2.8833333333333, 0.4694809359718, 0.0097873526077);
  });

  it("agrees when teams differ less than chance allows", () => {
    // R: post(c(2.31, 2.34, 2.29, 2.33, 2.3, 2.32, 2.35, 2.28, 2.31, 2.3), .36 / c(6, 9, 12, 7, 15, 8, 10, 11, 5, 20), .6)
    const means = [2.31, 2.34, 2.29, 2.33, 2.3, 2.32, 2.35, 2.28, 2.31, 2.3];
    const answers = [6, 9, 12, 7, 15, 8, 10, 11, 5, 20];
    const teams = means.map((mean, index) => ({ mean, variance: 0.36 / (answers[index] as number) }));
    expectSummary(posteriorBetweenTeamSd(teams, 0.6), 2.3100394640902, 0.0490057442218, 0.0388459007813);
  });

  it("lays the grid close enough for a posterior that is very narrow", () => {
    // R: J <- 20000; post(3 + (2 * (1:J - .5) / J - 1), 1 / rep(c(5, 8, 13, 20), J / 4), 1, 4001)
    const grid = posteriorBetweenTeamSd(spreadEvenly(20_000, 1), 1);
    expectSummary(grid, 3.00001711892723, 0.48667792601382, 0.00339144911264);
  });

  it("takes a benchmark as prior of the mean of teams", () => {
    // R, mu and sd on a 801 x 1001 grid, nothing integrated out by hand:
    // y <- c(2.9, 2.4, 3.3, 2.6, 2.8, 3.1); v <- .36 / c(6, 9, 12, 7, 15, 8); b <- 2.5; B <- (.3 * .6)^2
    // lp <- outer(seq(0, .48, length.out = 1001), seq(b - 9 * sqrt(B), b + 9 * sqrt(B), length.out = 801), Vectorize(function(t, m)
    //   sum(dnorm(y, m, sqrt(v + t^2), log = TRUE)) + dnorm(m, b, sqrt(B), log = TRUE) - .5 * (t / .12)^2))
    const means = [2.9, 2.4, 3.3, 2.6, 2.8, 3.1];
    const answers = [6, 9, 12, 7, 15, 8];
    const teams = means.map((mean, index) => ({ mean, variance: 0.36 / (answers[index] as number) }));
    const found = summarise(posteriorBetweenTeamSd(teams, 0.6, { mean: 2.5, variance: 0.18 ** 2 }));
    expect(Math.abs(found.mean - 2.76840469598)).toBeLessThan(1e-6);
    expect(Math.abs(found.sd - 0.159606156875)).toBeLessThan(1e-6);
  });

  it("gives weights that add up to 1, with the mean of teams and its variance by hand", () => {
    const grid = posteriorBetweenTeamSd(
      [
        { mean: 2, variance: 0.04 },
        { mean: 3, variance: 0.04 },
      ],
      0.6,
    );
    expect(grid.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const [first] = grid;
    expect(first).toMatchObject({ sd: 0, mean: 2.5 });
    expect(first?.meanVariance).toBeCloseTo(0.02, 12);
  });

  // brute force: the density of the module's description on 4,001 points between 0 and the cut
  it.each([
    [100, 0.35],
    [200, 0.3],
    [1000, 0.2],
  ])("spares %i teams half of the points without losing a sixth digit", (count, sd) => {
    const normal = drawNormals(count);
    const teams = Array.from({ length: count }, (_, index) => {
      const variance = 1 / (5 + (index % 30));
      return { mean: 2 + sd * normal() + Math.sqrt(variance) * normal(), variance };
    });
    const found = posteriorBetweenTeamSd(teams, 1);
    expect(found).toHaveLength(31);
    const dense = integrateDensely(teams);
    const average = (points: readonly { sd: number; weight: number }[], value: (sd: number) => number) =>
      points.reduce((sum, point) => sum + point.weight * value(point.sd), 0);
    for (const value of [(one: number) => one, (one: number) => one ** 2 / (one ** 2 + 0.1)])
      expect(Math.abs(average(found, value) - average(dense, value))).toBeLessThan(1e-7);
  });
});

/** Park and Miller's generator and Box-Muller, from a fixed seed. */
function drawNormals(seed: number): () => number {
  let state = seed;
  const share = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share());
}

function integrateDensely(teams: readonly { mean: number; variance: number }[]) {
  const points = Array.from({ length: 4001 }, (_, index) => {
    const sd = (0.8 * index) / 4000;
    const weights = teams.map(({ variance }) => 1 / (variance + sd ** 2));
    const precision = weights.reduce((sum, one) => sum + one, 0);
    const mean = teams.reduce((sum, team, i) => sum + (weights[i] as number) * team.mean, 0) / precision;
    const misfit = teams.reduce((sum, team, i) => {
      const weight = weights[i] as number;
      return sum - Math.log(weight) + weight * (team.mean - mean) ** 2;
    }, 0);
    return { sd, log: -0.5 * (Math.log(precision) + misfit + (sd / 0.2) ** 2) };
  });
  const highest = Math.max(...points.map(({ log }) => log));
  const factor = (index: number) => (index % 4000 === 0 ? 1 : index % 2 === 1 ? 4 : 2);
  const masses = points.map(({ log }, index) => factor(index) * Math.exp(log - highest));
  const total = masses.reduce((sum, one) => sum + one, 0);
  return points.map(({ sd }, index) => ({ sd, weight: (masses[index] as number) / total }));
}
