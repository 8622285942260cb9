/**
 * What an outcome cost in teams that are shown, by assumptions of scan.yaml: a range, never one amount.
 *
 * In: the link of the outcome with the primary indicator, the rows of the outcome, its assumptions and the levels of teams. Out: the total over
 * the periods, and beside it what it was for one employee during a year in teams with an elevated signal and in the other ones.
 * Right of the wall: only teams of the link take part. All of it is counted, whatever the cause, and nothing is said of what would be saved.
 */
import type { CostAssumption, OutcomeRow } from "../../schemas/outcome.ts";
import type { Level, OutcomeCost, OutcomeLink } from "../../schemas/release.ts";
import { roundTo } from "../stats/round-to.ts";

export type CostInput = Readonly<{
  link: Pick<OutcomeLink, "wave" | "outcome" | "periods" | "teams">;
  rows: readonly OutcomeRow[];
  cost: CostAssumption;
  /** Of teams that were assessed. */
  levels: ReadonlyMap<string, Level>;
}>;

/** Of fewer teams an amount says more about a team than about a group. */
const enoughTeams = 5;
const significantDigits = 2;

/** What teams have together: units of the value times their weight, and years of employees. */
type Sum = Readonly<{ units: number; years: number }>;

/** Null with fewer than five teams, without anything that costs, or with a value below 0, which would make a cost of a gain. */
export function costOutcome({ link, rows, cost, levels }: CostInput): OutcomeCost | null {
  const sums = sumRows(rows, cost);
  const teams = link.teams.flatMap(({ unit }) => {
    const sum = sums.get(unit);
    return sum === undefined ? [] : [{ unit, sum }];
  });
  const { units } = add(teams);
  if (teams.length < enoughTeams || units <= 0 || hasGain(link, rows)) return null;
  const assessed = teams.filter(({ unit }) => levels.has(unit));
  const [elevated, others] = [true, false].map((isElevated) =>
    assessed.filter(({ unit }) => (levels.get(unit) === "elevated") === isElevated),
  ) as [typeof teams, typeof teams];
  const isEnough = elevated.length >= enoughTeams && others.length >= enoughTeams;
  const { wave, outcome, periods } = link;
  return {
    ...{ wave, outcome, periods, teams: teams.length },
    total: price(units, cost),
    per_employee_year: isEnough ? { elevated: costGroup(elevated, cost), others: costGroup(others, cost) } : null,
  };
}

const hasGain = ({ teams }: CostInput["link"], rows: CostInput["rows"]): boolean => {
  const gains = new Set(rows.flatMap(({ unit, value }) => (value < 0 ? [unit] : [])));
  return teams.some(({ unit }) => gains.has(unit));
};

const costGroup = (teams: readonly Readonly<{ sum: Sum }>[], cost: CostAssumption) => {
  const { units, years } = add(teams);
  return { ...price(units / years, cost), teams: teams.length };
};

const add = (teams: readonly Readonly<{ sum: Sum }>[]): Sum => ({
  units: teams.reduce((total, { sum }) => total + sum.units, 0),
  years: teams.reduce((total, { sum }) => total + sum.years, 0),
});

function sumRows(rows: readonly OutcomeRow[], { per }: CostAssumption): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { unit, period, value, headcount } of rows) {
    const { units, years } = sums.get(unit) ?? { units: 0, years: 0 };
    const worked = headcount * lengthOf(period);
    sums.set(unit, { units: units + (per === "unit" ? value : value * worked), years: years + worked });
  }
  return sums;
}

/** In years. */
function lengthOf(period: string): number {
  if (period.includes("Q")) return 1 / 4;
  if (period.includes("W")) return 1 / 52;
  return { 4: 1, 7: 1 / 12 }[period.length] ?? 1 / 365;
}

const price = (units: number, { low, high }: CostAssumption) => ({
  low: roundOut(units * low, Math.floor),
  high: roundOut(units * high, Math.ceil),
});

/** Two significant digits and no cents; the range never gets narrower. */
function roundOut(amount: number, round: (value: number) => number): number {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(amount)))) + 1 - significantDigits);
  return round(roundTo(amount / 10 ** digits, 6)) * 10 ** digits;
}
