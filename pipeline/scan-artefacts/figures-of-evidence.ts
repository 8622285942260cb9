/**
 * The figures that reports say about the scan as a whole beyond means and models: how often its labels are right, what goes together.
 * In: a release; out: figures without a unit, empty for what the release does not hold.
 */
import type {
  Assessment,
  Calibration,
  DriverModel,
  Measure,
  OutcomeCost,
  OutcomeLink,
  Release,
  TeamChart,
} from "../../schemas/release.ts";
import { countOf, counts, differences, type Figure, points, shares } from "./figures.ts";
import { mostDots, mostDotsInAll } from "./layout.ts";
import { decimalsAt, roundStep } from "./round-step.ts";

export const figuresOfEvidence = ({
  models,
  measures,
  assessments,
  drivers = [],
  outcomes = [],
  links = [],
  costs = [],
}: Release): Figure[] => [
  ...models.flatMap((model) =>
    model.status === "assessed" && model.calibration !== undefined ? figuresOfCalibration(model.calibration) : [],
  ),
  ...drivers.flatMap(figuresOfDrivers),
  ...countHeaviest(assessments),
  ...links.flatMap((link) => figuresOfLink(link, measures, links.length)),
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

/** With the equal share that every driver is held against, and how many of them stand out. */
function figuresOfDrivers({ wave, outcome, respondents, teams, explained, drivers }: DriverModel): Figure[] {
  const tags = { wave, measure: outcome, segment: null };
  return [
    ...counts([respondents, teams, drivers.length, drivers.filter(({ stands_out }) => stands_out).length], tags),
    ...shares([explained, explained / drivers.length], tags),
    ...drivers.flatMap(({ measure, weight, interval }) =>
      shares([weight, interval.low, interval.high], { ...tags, measure }),
    ),
  ];
}

/** "work pressure weighs most in 7 of the 8 teams with a signal", per wave and scale. */
function countHeaviest(assessments: readonly Assessment[]): Figure[] {
  const waves = [...new Set(assessments.map(({ wave }) => wave))];
  return waves.flatMap((wave) => {
    const flagged = assessments.filter(
      (one) =>
        one.wave === wave &&
        (one.level === "elevated" || one.level === "watch") &&
        (one.drivers ?? one.balance) !== undefined,
    );
    const heaviest = flagged.flatMap(({ drivers = [] }) =>
      drivers.filter(({ contribution }) => contribution > 0).slice(0, 1),
    );
    const numbers = [...new Set(heaviest.map(({ measure }) => measure))].map(
      (measure) => heaviest.filter((one) => one.measure === measure).length,
    );
    return counts([flagged.length, ...numbers], { wave, measure: null, segment: null });
  });
}

/** Of the teams together: the correlation, how many there are, how many a chart shows beside other charts, and the one in the middle. */
function figuresOfLink(link: OutcomeLink, measures: readonly Measure[], most: number): Figure[] {
  const { wave, measure, correlation, teams, left_out } = link;
  const tags = { wave, measure, segment: null };
  const definition = measures.find((one) => one.measure === measure);
  const figures = teams.map(({ figure }) => figure);
  const values = teams.map(({ value }) => value);
  const shown = Array.from({ length: most }, (_, others) =>
    Math.min(teams.length, mostDots, Math.floor(mostDotsInAll / (others + 1))),
  );
  return [
    ...differences([correlation?.rho, correlation?.low, correlation?.high], undefined, tags),
    ...counts([teams.length, ...shown, countOf(left_out)], tags),
    ...points([middleOf(figures)], definition, tags),
    ...valuesOf(
      link,
      [middleOf(values)].flatMap((value) => value ?? []),
    ),
  ];
}

/** What the organisation's own administration says of each team, beside the figure that is in its cell. */
export function figuresOfLinked(links: readonly OutcomeLink[]): ReadonlyMap<string, readonly Figure[]> {
  const figures = new Map<string, Figure[]>();
  for (const link of links) {
    const own = valuesOf(
      link,
      link.teams.map(({ value }) => value),
    );
    for (const [at, { unit }] of link.teams.entries())
      figures.set(unit, [...(figures.get(unit) ?? []), own[at] as Figure]);
  }
  return figures;
}

/** An outcome is no measure of the release: in a column about one its values have no place. */
function valuesOf({ wave, outcome, teams }: OutcomeLink, values: readonly number[]): Figure[] {
  const decimals = Math.min(1, decimalsAt(roundStep(teams.map(({ value }) => value))));
  return values.map((value) => ({ value, kind: "points", decimals, wave, measure: outcome, segment: null }));
}

/** The lower one of two in the middle. */
const middleOf = (values: readonly number[]): number | undefined =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length / 2) - 1];

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
