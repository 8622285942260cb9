/**
 * What in a team's work goes with the primary indicator: gaps of the team on each driver, times what the driver weighs in the organisation.
 * In: published figures of the drivers and released weights. Out: per team its contributions and the balance of demands and resources.
 *
 * A gap is how far the team as such lies from the mean of teams after shrinkage, in standard deviations within teams: a small team's gap is
 * mostly chance and is pulled in. Weights are the organisation's: that these drivers weigh the same in every team is assumed, not shown.
 * Source: Krasikova, LeBreton & Tonidandel (2011) on relative weights; Demerouti et al. (2001), Journal of Applied Psychology 86, on demands and
 * resources.
 */
import type { Assessment, DriverModel, Measure } from "../../schemas/release.ts";
import { roundTo } from "../stats/round-to.ts";
import { turnOf } from "./fit-indicator.ts";
import { fitTeams, type Team } from "./fit-teams.ts";
import { compareCodes } from "./label-teams.ts";

/** One measure in one wave: released leaf units in the measure's own points, and the released variance within teams, above 0. */
export type MeasuredTeams = Readonly<{ measure: Measure; variance: number; teams: readonly Team[] }>;

/** What an assessment says of a team's work. */
export type Work = Pick<Assessment, "drivers" | "balance">;

/** By unit code. Measures with fewer than ten teams have no gaps; a team has a balance when it has a gap of each area. */
export function describeWork(measured: readonly MeasuredTeams[], model: DriverModel | undefined): Map<string, Work> {
  const gaps = new Map(measured.map((one) => [one.measure.measure, findGaps(one)]));
  const units = new Set([...gaps.values()].flatMap((one) => [...one.keys()]));
  const areaOf = (area: Measure["area"]) => measured.filter(({ measure }) => measure.area === area);
  return new Map(
    [...units].sort(compareCodes).map((unit) => {
      const gapOf = (measure: string) => gaps.get(measure)?.get(unit);
      const demands = averageGap(areaOf("demands"), gapOf);
      const resources = averageGap(areaOf("resources"), gapOf);
      const balance = demands === undefined || resources === undefined ? {} : { balance: { demands, resources } };
      return [unit, { ...listContributions(model, measured, gapOf), ...balance }];
    }),
  );
}

const enoughTeams = 10;

/** Higher is unfavourable, in standard deviations within teams. */
function findGaps({ measure, variance, teams }: MeasuredTeams): ReadonlyMap<string, number> {
  if (teams.length < enoughTeams) return new Map();
  const turn = turnOf(measure);
  const turned = teams
    .map((team) => ({ ...team, mean: turn * team.mean }))
    .sort((one, other) => compareCodes(one.unit, other.unit));
  const line = { kind: "own_organisation", distance: 0 } as const;
  const fit = fitTeams({ teams: turned, variance, reliability: undefined, line });
  return new Map(fit.teams.map(({ unit, asSuch }) => [unit, (asSuch.mean - fit.mean) / Math.sqrt(variance)]));
}

/** Drivers that stand out only. A driver counts against a team when it lies on the side that goes with a worse outcome. */
function listContributions(
  model: DriverModel | undefined,
  measured: readonly MeasuredTeams[],
  gapOf: (measure: string) => number | undefined,
): Pick<Work, "drivers"> {
  const outcome = measured.find(({ measure }) => measure.measure === model?.outcome)?.measure;
  if (model === undefined || outcome === undefined || !(model.explained > 0)) return {};
  const drivers = model.drivers
    .filter(({ stands_out, goes_with }) => stands_out && goes_with !== "neither")
    .flatMap(({ measure, weight, goes_with }) => {
      const driver = measured.find((one) => one.measure.measure === measure)?.measure;
      const gap = gapOf(measure);
      if (driver === undefined || gap === undefined) return [];
      const towardsWorse = (goes_with === "higher" ? 1 : -1) * turnOf(outcome) * turnOf(driver);
      return [
        {
          measure,
          gap: roundTo(towardsWorse * gap, 2),
          contribution: roundTo((towardsWorse * gap * weight) / model.explained, 2),
        },
      ];
    })
    .sort((one, other) => other.contribution - one.contribution || compareCodes(one.measure, other.measure));
  return drivers.length > 0 ? { drivers } : {};
}

function averageGap(
  measured: readonly MeasuredTeams[],
  gapOf: (measure: string) => number | undefined,
): number | undefined {
  const found = measured.map(({ measure }) => gapOf(measure.measure)).filter((gap) => gap !== undefined);
  if (found.length === 0) return undefined;
  return roundTo(found.reduce((sum, gap) => sum + gap, 0) / found.length, 2);
}
