/**
 * The figures that reports say about the scan as a whole beyond means and models: how often its labels are right, what goes together.
 * In: a release; out: figures without a unit, empty for what the release does not hold.
 */
import type { Calibration, DriverModel, Release } from "../../schemas/release.ts";
import { counts, type Figure, shares } from "./figures.ts";

export const figuresOfEvidence = ({ models, drivers = [] }: Release): Figure[] => [
  ...models.flatMap((model) =>
    model.status === "assessed" && model.calibration !== undefined ? figuresOfCalibration(model.calibration) : [],
  ),
  ...drivers.flatMap(figuresOfDrivers),
];

/** "about 4 of 100 scans", "about 9 in 10 teams". */
const figuresOfCalibration = ({ scans, scans_with_false_flag, ...of }: Calibration): Figure[] =>
  counts([
    scans,
    Math.round(100 * scans_with_false_flag),
    ...[of.flags_right, of.found, of.found_or_watched].flatMap((share) =>
      share === null ? [] : [Math.round(10 * share)],
    ),
  ]);

function figuresOfDrivers({ wave, outcome, respondents, teams, explained, drivers }: DriverModel): Figure[] {
  const tags = { wave, measure: outcome, segment: null };
  return [
    ...counts([respondents, teams], tags),
    ...shares([explained], tags),
    ...drivers.flatMap(({ measure, weight, interval }) =>
      shares([weight, interval.low, interval.high], { ...tags, measure }),
    ),
  ];
}
