/**
 * Divides teams over four levels with an explicit budget of errors; one probability per team in, one level per team out.
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

/** One team: `probability` of lying beyond the line, 0-1 in 3 decimals. */
export type Judged = Readonly<{ unit: string; probability: number }>;

/**
 * Level by unit code; every team gets exactly one. No teams give an empty map.
 * elevated: the longest list from the highest probability down with a mean chance of being wrong of at most 10 % and each at least 70 %.
 * watch: otherwise at least 50 %. no_signal: the longest list from the lowest up with a mean of at most 5 % and each at most 30 %.
 * too_little_evidence: everything between. Where a list ends among equal probabilities, the unit code decides.
 */
export function labelTeams(teams: readonly Judged[]): Map<string, Level> {
  const chances = teams.map(({ unit, probability }) => ({ unit, chance: inThousandths(probability) }));
  const fromHighest = chances.toSorted((one, other) => other.chance - one.chance || compareCodes(one.unit, other.unit));
  const fromLowest = chances.toSorted((one, other) => one.chance - other.chance || compareCodes(one.unit, other.unit));
  const wrong = fromHighest.map(({ chance }) => 1000 - chance);
  const missed = fromLowest.map(({ chance }) => chance);
  const elevated = countWithin(wrong, elevatedBudget, 1000 - elevatedFloor);
  const quiet = new Set(fromLowest.slice(0, countWithin(missed, noSignalBudget, noSignalCap)).map(({ unit }) => unit));
  return new Map(
    fromHighest.map(({ unit, chance }, index) => [unit, levelOf(chance, index < elevated, quiet.has(unit))]),
  );
}

/** Sum of (1 - probability) over the elevated teams: how many flags are expected to be wrong, 3 decimals. */
export function expectWrongFlags(teams: readonly Judged[], levels: ReadonlyMap<string, Level>): number {
  const elevated = teams.filter(({ unit }) => levels.get(unit) === "elevated");
  return elevated.reduce((sum, { probability }) => sum + 1000 - inThousandths(probability), 0) / 1000;
}

/** Orders codes by UTF-16 code unit, the same on every machine. */
export function compareCodes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Length of the longest start of `risks`, ascending, with a mean of at most `budget` and each at most `cap`. */
function countWithin(risks: readonly number[], budget: number, cap: number): number {
  let sum = 0;
  const end = risks.findIndex((risk, index) => {
    sum += risk;
    return risk > cap || sum > budget * (index + 1);
  });
  return end < 0 ? risks.length : end;
}

function levelOf(chance: number, elevated: boolean, quiet: boolean): Level {
  if (elevated) return "elevated";
  if (chance >= watchFloor) return "watch";
  return quiet ? "no_signal" : "too_little_evidence";
}

function inThousandths(probability: number): number {
  return Math.round(probability * 1000);
}
