/**
 * Assesses one wave: fits every indicator, puts all signals on one list with one budget of errors, and gives every team one level.
 * In: one input per indicator, the primary one first. Out: one model per indicator, one assessment per unit with a signal.
 */
import type { Assessment, Level, Model, Signal } from "../../schemas/release.ts";
import { doubtQuiet } from "./doubt-silence.ts";
import { type FittedIndicator, fitIndicator, type IndicatorInput } from "./fit-indicator.ts";
import { chanceOfWrongFlag, judgeTeam, type Labelled } from "./judge-team.ts";
import { compareCodes, inThousandths, type Judged, labelSignals } from "./label-teams.ts";

/** Models in the order of the indicators; assessments by unit code; `expected_wrong_flags` null when nothing was assessed. */
export type WaveResult = Readonly<{
  models: Model[];
  assessments: Assessment[];
  expected_wrong_flags: number | null;
}>;

type Row = Judged & Readonly<{ signal: Signal; level: Level }>;

/** At least one indicator. One alone is the line's measure, and a team's level is its level on it. */
export function assessWave(indicators: readonly IndicatorInput[]): WaveResult {
  const fitted = indicators.map(fitIndicator);
  const primary = fitted[0]?.model.measure ?? "";
  const rows = labelRows(fitted);
  const units = groupByUnit(rows);
  const isAssessed = fitted.some(({ model }) => model.status === "assessed");
  return {
    models: fitted.map(({ model }) => countFlags(model, rows)),
    assessments: [...units].map(([unit, signals]) => ({
      wave: fitted[0]?.model.wave ?? "",
      unit,
      segment: null,
      level: judgeTeam(signals, primary),
      signals: signals.map(({ signal, level }) => (indicators.length === 1 ? signal : { ...signal, level })),
    })),
    expected_wrong_flags: isAssessed
      ? addThousandths([...units.values()].map((one) => chanceOfWrongFlag(one, primary)))
      : null,
  };
}

/** One row per team and indicator, indicators in order. */
function labelRows(fitted: readonly FittedIndicator[]): Row[] {
  const signals = fitted.flatMap((one) => one.signals);
  const levels = labelSignals(
    signals.map(({ unit, signal: { measure, probability } }) => ({ unit, measure, probability })),
  );
  return signals.map(({ unit, signal }, index) => {
    const { measure, probability, silent } = signal;
    const level = doubtQuiet(levels[index] as Level, silent?.probability_if_worse);
    return { unit, measure, probability, signal, level };
  });
}

function groupByUnit(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const units = new Map<string, Row[]>();
  for (const row of rows) {
    const signals = units.get(row.unit);
    if (signals) signals.push(row);
    else units.set(row.unit, [row]);
  }
  return new Map([...units].sort(([one], [other]) => compareCodes(one, other)));
}

/** How many of an indicator's signals are on the list, and how many of those are expected to be wrong. */
function countFlags(model: FittedIndicator["model"], rows: readonly (Labelled & Judged)[]): Model {
  if (model.status === "not_assessed") return model;
  const elevated = rows.filter(({ measure, level }) => measure === model.measure && level === "elevated");
  const expected = addThousandths(elevated.map(({ probability }) => 1 - probability));
  return { ...model, elevated: elevated.length, expected_wrong_flags: expected };
}

/** Sums figures of 3 decimals without leaving 3 decimals. */
function addThousandths(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + inThousandths(figure), 0) / 1000;
}
