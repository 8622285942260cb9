/**
 * Counts how often labels are right, beside two other ways to read the same published figures: the mean above the line, and a z-test against
 * the line with Benjamini and Hochberg's correction. In: a drawn organisation and its scan. Out: counts, to be added up over organisations.
 */
import { adjustBenjaminiHochberg } from "../../pipeline/stats/benjamini-hochberg.ts";
import { probabilityAboveZero } from "../../pipeline/stats/probability-above-zero.ts";
import type { Level } from "../../schemas/release.ts";
import type { DrawnOrganisation } from "./draw-organisation.ts";
import type { Scan } from "./run-scan.ts";

/** One way to flag: flags, how many of them are wrong, and per organisation the share that is. */
export type Flags = Readonly<{ flagged: number; wrong: number; shares: number; organisations: number; any: number }>;

/** Released teams only. `elevated` are those truly beyond the line. */
export type Errors = Readonly<{
  model: Flags;
  modelWatch: Flags;
  mean: Flags;
  test: Flags;
  elevated: number;
  teams: number;
  quiet: number;
  missed: number;
}>;

const rate = 0.1;

export function countErrors(organisation: DrawnOrganisation, { assessed, cells, statistics }: Scan): Errors {
  const truths = new Map(organisation.teams.map(({ unit, elevated }) => [unit, elevated]));
  const variance = statistics.find(({ statistic }) => statistic === "pooled_within_variance")?.value ?? Number.NaN;
  const teams = cells.flatMap((cell) =>
    cell.status === "released" && truths.has(cell.unit) ? [{ ...cell, mean: cell.mean ?? 0 }] : [],
  );
  const isTrue = (unit: string) => truths.get(unit) === true;
  const levelOf = new Map(assessed.assessments.map(({ unit, level }) => [unit, level]));
  const unitsAt = (...levels: Level[]) =>
    teams.map(({ unit }) => unit).filter((unit) => levels.includes(levelOf.get(unit) as Level));
  const above = teams.filter(({ mean }) => mean > organisation.line).map(({ unit }) => unit);
  const adjusted = adjustBenjaminiHochberg(
    teams.map(({ mean, respondents }) => probabilityAboveZero(organisation.line - mean, variance / respondents)),
  );
  const tested = teams.filter((_, index) => (adjusted[index] as number) <= rate).map(({ unit }) => unit);
  const quiet = unitsAt("no_signal");
  const judge = (flagged: readonly string[]): Flags => judgeList(flagged, isTrue);
  return {
    model: judge(unitsAt("elevated")),
    modelWatch: judge(unitsAt("elevated", "watch")),
    mean: judge(above),
    test: judge(tested),
    elevated: teams.filter(({ unit }) => isTrue(unit)).length,
    teams: teams.length,
    quiet: quiet.length,
    missed: quiet.filter(isTrue).length,
  };
}

function judgeList(flagged: readonly string[], isTrue: (unit: string) => boolean): Flags {
  const wrong = flagged.filter((unit) => !isTrue(unit)).length;
  const shares = flagged.length === 0 ? 0 : wrong / flagged.length;
  return { flagged: flagged.length, wrong, shares, organisations: 1, any: flagged.length > 0 ? 1 : 0 };
}

/** Adds counts of organisations; at least one. */
export function addErrors(all: readonly Errors[]): Errors {
  const [first, ...rest] = all as readonly [Errors, ...Errors[]];
  return rest.reduce((total, one) => addFields(total, one), first);
}

function addFields<Counts extends object>(one: Counts, other: Counts): Counts {
  const entries = Object.entries(one).map(([key, value]) => {
    const added = other[key as keyof Counts];
    return [key, typeof value === "number" ? value + (added as number) : addFields(value, added as object)];
  });
  return Object.fromEntries(entries);
}
