/**
 * Makes the tables for machines of what lies behind and beside the signals of teams: groups with their labels, what goes together with an
 * outcome, with figures of the organisation's own, and teams against their own earlier waves. In: a release; out: the files that it has rows for.
 */
import type { Release } from "../schemas/release.ts";
import type { TableFile } from "./tables.ts";
import { type CsvValue, machineCsv, writeCsv } from "./write-csv.ts";

/** A table without rows is left out: not every scan weighs work, has outcomes or three waves. */
export const tablesOfEvidence = (release: Release): TableFile[] =>
  [listGroups(release), listDrivers(release), listOutcomes(release), listLimits(release)].flatMap(
    ({ path, header, rows }) => (rows.length === 0 ? [] : [{ path, content: writeCsv(header, rows, machineCsv) }]),
  );

type Rows = Readonly<{ path: string; header: readonly string[]; rows: readonly (readonly CsvValue[])[] }>;

const text = (value: string): CsvValue => ({ text: value });

/** One row per wave, group and indicator; the groups of a kind share a line and a list. */
const listGroups = ({ group_assessments = [] }: Release): Rows => ({
  path: "tables/groups.csv",
  header: [
    ...["wave", "unit", "attribute", "value", "level", "measure", "probability", "probability_team_as_such"],
    ...["estimate", "interval_low", "interval_high"],
  ],
  rows: group_assessments.flatMap(({ assessments }) =>
    assessments.flatMap(({ wave, unit, segment, level, signals }) =>
      signals.map((signal): CsvValue[] => [
        text(wave),
        text(unit),
        segment === null ? null : text(segment.attribute),
        segment === null ? null : text(segment.value),
        text(level),
        text(signal.measure),
        signal.probability,
        signal.probability_team_as_such,
        signal.estimate,
        signal.interval.low,
        signal.interval.high,
      ]),
    ),
  ),
});

/** One row per wave, outcome and scale that was weighed; shares of the differences in the outcome, 0-1. */
const listDrivers = ({ drivers = [] }: Release): Rows => ({
  path: "tables/drivers.csv",
  header: ["wave", "outcome", "measure", "weight", "interval_low", "interval_high", "goes_with", "stands_out"],
  rows: drivers.flatMap(({ wave, outcome, drivers: weighed }) =>
    weighed.map(({ measure, weight, interval, goes_with, stands_out }): CsvValue[] => [
      text(wave),
      text(outcome),
      text(measure),
      weight,
      interval.low,
      interval.high,
      text(goes_with),
      text(stands_out ? "yes" : "no"),
    ]),
  ),
});

/** One row per wave, scale and figure of the organisation; without a correlation its cells are empty. */
const listOutcomes = ({ links = [] }: Release): Rows => ({
  path: "tables/outcomes.csv",
  header: ["wave", "measure", "outcome", "rank_correlation", "interval_low", "interval_high", "teams"],
  rows: links.map(({ wave, measure, outcome, correlation, teams }): CsvValue[] => [
    text(wave),
    text(measure),
    text(outcome),
    correlation?.rho ?? null,
    correlation?.low ?? null,
    correlation?.high ?? null,
    teams.length,
  ]),
});

/** One row per team and wave that has limits from the waves before it. */
const listLimits = ({ charts = [] }: Release): Rows => ({
  path: "tables/limits.csv",
  header: ["wave", "unit", "measure", "value", "expected_low", "expected_high", "position"],
  rows: charts.flatMap(({ unit, measure, points }) =>
    points.flatMap(({ wave, value, expected, position }): CsvValue[][] =>
      expected === undefined || position === undefined
        ? []
        : [[text(wave), text(unit), text(measure), value, expected.low, expected.high, text(position)]],
    ),
  ),
});
