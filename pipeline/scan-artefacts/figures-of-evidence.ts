/**
 * The figures that reports say about the scan as a whole beyond means and models: how often its labels are right, what goes together.
 * In: a release; out: figures without a unit, empty for what the release does not hold.
 */
import type {
  Calibration,
  DriverModel,
  Measure,
  OutcomeCost,
  OutcomeLink,
  Release,
  TeamChart,
} from "../../schemas/release.ts";
import { countOf, counts, differences, type Figure, points, shares } from "./figures.ts";

export const figuresOfEvidence = ({
  models,
  drivers = [],
  outcomes = [],
  links = [],
  costs = [],
}: Release): Figure[] => [
  ...models.flatMap((model) =>
    model.status === "assessed" && model.calibration !== undefined ? figuresOfCalibration(model.calibration) : [],
  ),
  ...drivers.flatMap(figuresOfDrivers),
  ...links.flatMap(figuresOfLink),
  ...outcomes.flatMap(({ cost }) => (cost === undefined ? [] : counts([cost.low, cost.high]))),
  ...costs.flatMap(figuresOfCost),
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

/** Teams are counted; what is published of each of them is not said in a report. */
function figuresOfLink({ wave, measure, correlation, teams, left_out }: OutcomeLink): Figure[] {
  const tags = { wave, measure, segment: null };
  return [
    ...differences([correlation?.rho, correlation?.low, correlation?.high], undefined, tags),
    ...counts([teams.length, countOf(left_out)], tags),
  ];
}

/** Whole amounts, and how many teams they are about. */
const figuresOfCost = ({ teams, total, per_employee_year: groups }: OutcomeCost): Figure[] =>
  counts([
    ...[teams, total.low, total.high],
    ...(groups === null ? [] : [groups.elevated, groups.others].flatMap((one) => [one.teams, one.low, one.high])),
  ]);

/** The limits of chance around a team's own earlier waves; its figures are those of its cells. */
export const figuresOfChart = ({ measure, points: waves }: TeamChart, definition: Measure | undefined): Figure[] =>
  waves.flatMap(({ wave, expected }) =>
    points([expected?.low, expected?.high], definition, { wave, measure, segment: null }),
  );
