/**
 * Posterior of the standard deviation between teams, as weights on a grid; one row per team in, one row per grid point out.
 *
 * Model: mean_t ~ N(theta_t, variance_t), theta_t ~ N(mu, sd^2), mu flat or around a benchmark, sd half-normal with scale
 * 0.2 x the standard deviation within teams, cut at four times that scale.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 5.4 (mu integrated out, sd on a grid).
 *
 * 61 points with Simpson's rule instead of the trapezium rule: the density is even in sd, so that the trapezium does well on
 * probabilities, but sd itself is odd and the density does not vanish at the cut; there the trapezium was off by up to 1e-4
 * and Simpson, at the same cost, by less than 1e-6.
 */

/** A team's published mean and its sampling variance; points and points squared. */
export type TeamMean = Readonly<{ mean: number; variance: number }>;

/** One grid point: a standard deviation between teams, its posterior weight, and the mean of teams given it. */
export type GridPoint = Readonly<{ sd: number; weight: number; mean: number; meanVariance: number }>;

type Density = Readonly<{ sd: number; mean: number; meanVariance: number; logDensity: number }>;

const intervals = 60;
const priorScale = 0.2;
const priorCut = 0.8;
/** Points this far below the highest log density weigh less than 2e-9 of it. */
const negligible = 20;
/** The grid is laid again, closer, until at least this many of its intervals carry weight. */
const enoughIntervals = 45;
/** From this width on, in points, Simpson's rule over every second point is still within 1e-6 (a normal density has 4.7). */
const fineWidth = 4;
/** Each round is at least a quarter closer and mostly thirty times; 20,000 teams need two. */
const maximumRounds = 10;

/**
 * Weights add up to 1. `teams` in a fixed order (sums depend on it in the last digit), at least one with a flat mu; every variance
 * and `withinTeamSd` above 0. With `benchmark`, mu ~ N(benchmark.mean, benchmark.variance), which is the same as
 * one more observation of mu.
 *
 * @example with means 2 and 3, variances 0.04 and withinTeamSd 0.6 the posterior mean of sd is 0.1914; R: see the test
 */
export function posteriorBetweenTeamSd(
  teams: readonly TeamMean[],
  withinTeamSd: number,
  benchmark?: TeamMean,
): readonly GridPoint[] {
  const densityAt = (sd: number) => findDensity(sd, teams, priorScale * withinTeamSd, benchmark);
  let grid = layGrid(0, priorCut * withinTeamSd, densityAt);
  for (let round = 0; round < maximumRounds; round++) {
    const { first, last } = findRange(grid);
    if (last - first >= enoughIntervals) break;
    grid = layGrid(pointAt(grid, first).sd, pointAt(grid, last).sd, densityAt);
  }
  return weighGrid(thinInside(grid));
}

/**
 * Every second point of a grid that is fine for what it holds: nothing at both ends and a density many points wide. Half as many points
 * then give the same six digits, and every team is spared half of its work.
 */
function thinInside(grid: readonly Density[]): readonly Density[] {
  const highest = Math.max(...grid.map((point) => point.logDensity));
  const isInside = [0, intervals].every((end) => pointAt(grid, end).logDensity < highest - negligible);
  return isInside && measureWidth(grid, highest) >= fineWidth ? grid.filter((_, index) => index % 2 === 0) : grid;
}

/** Standard deviation of the density, in points of the grid. */
function measureWidth(grid: readonly Density[], highest: number): number {
  let [total, first, second] = [0, 0, 0];
  grid.forEach(({ logDensity }, index) => {
    const mass = Math.exp(logDensity - highest);
    total += mass;
    first += mass * index;
    second += mass * index ** 2;
  });
  return Math.sqrt(second / total - (first / total) ** 2);
}

/** Log density of `sd` given the means, up to a constant, with mu integrated out. */
function findDensity(sd: number, teams: readonly TeamMean[], scale: number, benchmark?: TeamMean): Density {
  const between = sd * sd;
  let precision = benchmark ? 1 / benchmark.variance : 0;
  let weighted = benchmark ? benchmark.mean / benchmark.variance : 0;
  for (const team of teams) {
    precision += 1 / (team.variance + between);
    weighted += team.mean / (team.variance + between);
  }
  const mean = weighted / precision;
  let misfit = benchmark ? (benchmark.mean - mean) ** 2 / benchmark.variance : 0;
  for (const team of teams) {
    const variance = team.variance + between;
    misfit += Math.log(variance) + (team.mean - mean) ** 2 / variance;
  }
  const logDensity = -0.5 * (Math.log(precision) + misfit + (sd / scale) ** 2);
  return { sd, mean, meanVariance: 1 / precision, logDensity };
}

function layGrid(from: number, to: number, densityAt: (sd: number) => Density): readonly Density[] {
  return Array.from({ length: intervals + 1 }, (_, index) => densityAt(from + ((to - from) * index) / intervals));
}

/** First and last point of the grid between which the weight lies, one point wider on each side. */
function findRange(grid: readonly Density[]): { first: number; last: number } {
  const highest = Math.max(...grid.map((point) => point.logDensity));
  const carries = (point: Density) => point.logDensity > highest - negligible;
  const first = Math.max(0, grid.findIndex(carries) - 1);
  const last = Math.min(intervals, grid.findLastIndex(carries) + 1);
  return { first, last };
}

function weighGrid(grid: readonly Density[]): readonly GridPoint[] {
  const highest = Math.max(...grid.map((point) => point.logDensity));
  const masses = grid.map(
    (point, index) => simpsonFactor(index, grid.length - 1) * Math.exp(point.logDensity - highest),
  );
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return grid.map(({ sd, mean, meanVariance }, index) => ({
    sd,
    weight: (masses[index] as number) / total,
    mean,
    meanVariance,
  }));
}

function simpsonFactor(index: number, last: number): number {
  if (index === 0 || index === last) return 1;
  return index % 2 === 1 ? 4 : 2;
}

function pointAt(grid: readonly Density[], index: number): Density {
  return grid[index] as Density;
}
