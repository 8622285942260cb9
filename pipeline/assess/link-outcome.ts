/**
 * Puts published figures of teams beside the organisation's own administration: absence, turnover, productivity per team.
 *
 * In: published cells of one wave and measure, rows of an outcome. Out: one row per team in both, and how the two go together over teams.
 * Right of the wall: a team whose figure is withheld is not in it, nor one of which a value is about fewer than k people. Ranks, because such
 * figures are skewed; an association over teams, which says nothing about persons or causes (Robinson 1950, American Sociological Review 15).
 */
import type { OutcomeRow } from "../../schemas/outcome.ts";
import type { Count, OutcomeLink, PublishedCell, ReleaseUnit } from "../../schemas/release.ts";
import { roundTo } from "../stats/round-to.ts";
import { spearman } from "../stats/spearman.ts";
import { compareCodes } from "./label-teams.ts";

/** `cells` of one wave and measure; `rows` of one outcome; `k` of the measure's policy. */
export type LinkInput = Readonly<{
  wave: string;
  measure: string;
  outcome: string;
  units: readonly ReleaseUnit[];
  cells: readonly PublishedCell[];
  rows: readonly OutcomeRow[];
  k: number;
}>;

/** Over fewer teams a correlation is mostly chance. */
const enoughTeams = 10;
/** Digits of values and correlations. */
const [valueDecimals, correlationDecimals] = [6, 2];

/** Teams by unit code; null when no team is in both. */
export function linkOutcome(input: LinkInput): OutcomeLink | null {
  const { wave, measure, outcome, rows, k } = input;
  const figures = readFigures(input);
  const { values, tooSmall } = averagePeriods(input);
  const teams = [...figures]
    .flatMap(([unit, figure]) => {
      const value = values.get(unit);
      return value === undefined ? [] : [{ unit, figure, value }];
    })
    .sort((one, other) => compareCodes(one.unit, other.unit));
  if (teams.length === 0) return null;
  const periods = [...new Set(rows.map(({ period }) => period))].sort(compareCodes);
  const [first = "", last = ""] = [periods[0], periods.at(-1)];
  const left_out = hideFew(tooSmall.filter((unit) => figures.has(unit)).length, k);
  return { wave, measure, outcome, periods: { first, last }, correlation: correlate(teams), teams, left_out };
}

function readFigures({ cells, units }: LinkInput): ReadonlyMap<string, number> {
  const leaves = new Set(units.filter(({ leaf, members }) => leaf && members === undefined).map(({ unit }) => unit));
  return new Map(
    cells.flatMap((cell) => {
      const figure = cell.status === "released" ? (cell.mean ?? cell.enps ?? cell.share) : undefined;
      return figure === undefined || cell.segment !== null || !leaves.has(cell.unit) ? [] : [[cell.unit, figure]];
    }),
  );
}

/** Per unit the mean of its periods by headcount; a unit with a period of fewer than k people has none. */
function averagePeriods({ rows, k }: LinkInput): { values: ReadonlyMap<string, number>; tooSmall: string[] } {
  const units = new Map<string, OutcomeRow[]>();
  for (const row of rows) {
    const own = units.get(row.unit);
    if (own) own.push(row);
    else units.set(row.unit, [row]);
  }
  const isTooSmall = (own: readonly OutcomeRow[]) => own.some(({ headcount }) => headcount < k);
  const kept = [...units].filter(([, own]) => !isTooSmall(own));
  return {
    values: new Map(kept.map(([unit, own]) => [unit, averageRows(own)])),
    tooSmall: [...units].filter(([, own]) => isTooSmall(own)).map(([unit]) => unit),
  };
}

function averageRows(rows: readonly OutcomeRow[]): number {
  const people = rows.reduce((sum, { headcount }) => sum + headcount, 0);
  const total = rows.reduce((sum, { headcount, value }) => sum + headcount * value, 0);
  return roundTo(total / people, valueDecimals);
}

/** Which small teams these are shows only where they are many. */
const hideFew = (count: number, k: number): Count => (count > 0 && count < k ? { fewer_than: k } : count);

function correlate(teams: OutcomeLink["teams"]): OutcomeLink["correlation"] {
  if (teams.length < enoughTeams) return null;
  const found = spearman(
    teams.map(({ figure }) => figure),
    teams.map(({ value }) => value),
  );
  if (found === null) return null;
  const [rho, low, high] = [found.rho, found.low, found.high].map((one) => roundTo(one, correlationDecimals)) as Three;
  return { rho, low, high };
}

type Three = [number, number, number];
