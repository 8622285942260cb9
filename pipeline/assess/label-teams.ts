/**
 * Divides signals over four levels with an explicit budget of errors; one probability per team and indicator in, a level each out.
 *
 * Decisions read the published probabilities, 3 decimals, as whole thousandths: whoever holds the release can redo them exactly.
 * Source: Bayesian false discovery rate, Newton et al. (2004), Biostatistics 5(2).
 */
import type { Level } from "../../schemas/release.ts";

/** Thousandths. On the elevated list the mean of 1 - probability stays within the budget and nobody is below the floor. */
const elevatedBudget = 100;
const elevatedFloor = 700;
const watchFloor = 500;
/** Thousandths. In "no signal" the mean probability stays within the budget and nobody is above the cap. */
const noSignalBudget = 50;
const noSignalCap = 300;

/** One team on one indicator: `probability` of lying beyond the line, 0-1 in 3 decimals. */
export type Judged = Readonly<{ unit: string; measure: string; probability: number }>;

/**
 * A level per signal, in the order given.
 * elevated: one list over all indicators, the longest from the highest probability down with a mean chance of being wrong of at most
 * 10 % and each at least 70 %. watch: otherwise at least 50 %. no_signal: per indicator the longest list from the lowest up with a mean of
 * at most 5 % and each at most 30 %, so that the promise holds for each indicator by itself. too_little_evidence: everything between.
 * Where a list ends among equal probabilities, the unit code decides, then the measure's name.
 */
export function labelSignals(signals: readonly Judged[]): Level[] {
  const wrong = orderBy(signals, ({ probability }) => 1000 - inThousandths(probability));
  const elevated = takeWithin(wrong, elevatedBudget, 1000 - elevatedFloor);
  const quiet = new Set<Judged>();
  for (const measure of new Set(signals.map((signal) => signal.measure))) {
    const own = signals.filter((signal) => signal.measure === measure);
    const missed = orderBy(own, ({ probability }) => inThousandths(probability));
    for (const signal of takeWithin(missed, noSignalBudget, noSignalCap)) quiet.add(signal);
  }
  return signals.map((signal) => levelOf(signal, elevated, quiet));
}

/** Orders codes by UTF-16 code unit, the same on every machine. */
export function compareCodes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A probability as published, in whole thousandths. */
export function inThousandths(probability: number): number {
  return Math.round(probability * 1000);
}

type Risk = Readonly<{ signal: Judged; risk: number }>;

function orderBy(signals: readonly Judged[], riskOf: (signal: Judged) => number): Risk[] {
  return signals
    .map((signal) => ({ signal, risk: riskOf(signal) }))
    .sort(
      (one, other) =>
        one.risk - other.risk ||
        compareCodes(one.signal.unit, other.signal.unit) ||
        compareCodes(one.signal.measure, other.signal.measure),
    );
}

/** The longest start of `risks`, ascending, with a mean of at most `budget` and each at most `cap`. */
function takeWithin(risks: readonly Risk[], budget: number, cap: number): ReadonlySet<Judged> {
  let sum = 0;
  const end = risks.findIndex(({ risk }, index) => {
    sum += risk;
    return risk > cap || sum > budget * (index + 1);
  });
  return new Set(risks.slice(0, end < 0 ? risks.length : end).map(({ signal }) => signal));
}

function levelOf(signal: Judged, elevated: ReadonlySet<Judged>, quiet: ReadonlySet<Judged>): Level {
  if (elevated.has(signal)) return "elevated";
  if (inThousandths(signal.probability) >= watchFloor) return "watch";
  return quiet.has(signal) ? "no_signal" : "too_little_evidence";
}
