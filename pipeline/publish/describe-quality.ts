/**
 * Says what was found in an export and what was done with it, without telling of fewer than k people. Right of the wall.
 * In: the exact counts of one export. Out: one row of data_quality per rule that may be told, and its totals.
 *
 * Nothing published undoes a "fewer than": totals are told only where the rows already tell them, and counts whose sum
 * follows from other figures are told together or not at all.
 */
import type { Rule } from "../../schemas/problem.ts";
import type { Count, DataQuality, InputRecord } from "../../schemas/release.ts";
import type { QualityCount } from "../../schemas/response-quality.ts";

/** What is known of one export after validation. records = loaded + rejected + excluded. */
export type ExportRecord = Readonly<{
  wave: string;
  questionnaire: string;
  inspection: Readonly<{ file: string }>;
  /** Accepted problems: answers left blank, or responses dropped, per rule. */
  accepted: readonly Readonly<{ rule: Rule; accepted: "missing" | "reject"; count: number }>[];
  records: number;
  loaded: number;
  rejected: number;
  excluded: number;
  quality: readonly QualityCount[];
}>;

type Found = Readonly<Pick<DataQuality, "rule" | "action" | "chosen"> & { count: number }>;
type Told = Readonly<Pick<DataQuality, "rule" | "action" | "chosen" | "count">>;

/**
 * The rows of one export with `k` as the smallest count of people: left out, wrong, in doubt, missing answers. `items` is how
 * many answers a response can miss.
 */
export function describeQuality(one: ExportRecord, k: number, items: number): DataQuality[] {
  const found = listFound(one);
  const having = (...actions: DataQuality["action"][]) => found.filter(({ action }) => actions.includes(action));
  const told: Told[] = [
    ...having("excluded", "rejected").map((row) => ({ ...row, count: bandCount(row.count, k) })),
    ...having("kept", "remark").flatMap((row) => tellShare(row, one.loaded, k)),
    ...(one.loaded < k ? [] : tellMissing(having("missing"), (k - 1) * items + 1)),
  ];
  return told.map((row) => ({ wave: one.wave, questionnaire: one.questionnaire, ...row }));
}

/**
 * The totals of one export, next to its `rows` of describeQuality. Rejected and excluded are what the rows add up to, or
 * their only row; null when they would tell more. `records` is null unless all its parts are exact.
 */
export function describeTotals(
  one: ExportRecord,
  rows: readonly DataQuality[],
  k: number,
): Pick<InputRecord, "records" | "loaded" | "rejected" | "excluded"> {
  const countsOf = (wanted: DataQuality["action"]) =>
    rows.filter(({ action }) => action === wanted).map(({ count }) => count);
  const loaded = bandCount(one.loaded, k);
  const rejected = tellTotal(one.rejected, countsOf("rejected"));
  const excluded = tellTotal(one.excluded, countsOf("excluded"));
  const exact = [loaded, rejected, excluded].every((count) => typeof count === "number");
  return { records: exact ? one.records : null, loaded, rejected, excluded };
}

/** A count of people as published: exact when 0 or at least k, else "fewer than k". */
export const bandCount = (count: number, k: number): Count => (count > 0 && count < k ? { fewer_than: k } : count);

/** Every rule that occurs, with its exact count. */
const listFound = ({ accepted, quality }: ExportRecord): Found[] => [
  ...quality,
  ...accepted.map(({ rule, accepted: choice, count }) => ({
    rule,
    action: choice === "missing" ? ("missing" as const) : ("rejected" as const),
    chosen: true,
    count,
  })),
];

/**
 * A count among the `people` who count. Both it and the others are k or more, or it says "fewer than" or "more than"; of
 * fewer than 2k people either would tell too much, so nothing is said.
 */
function tellShare(row: Found, people: number, k: number): Told[] {
  if (people < 2 * k) return [];
  return [{ ...row, count: row.count > people - k ? { more_than: people - k } : bandCount(row.count, k) }];
}

/**
 * Counts of answers that are missing, of `least` or more together: so many take k people, even when each of them missed every
 * item. Six answers "no opinion" beside two people without the scale would tell what both answered. In a questionnaire of one
 * question their sum is known: responses less respondents. So the reasons are told when each has `least`; else their sum; else nothing.
 */
function tellMissing(rows: readonly Found[], least: number): Told[] {
  if (rows.every(({ count }) => count >= least)) return [...rows];
  const sum = rows.reduce((total, { count }) => total + count, 0);
  return sum < least ? [] : [{ rule: "blank_answers", action: "missing", chosen: false, count: sum }];
}

function tellTotal(total: number, counts: readonly Count[]): Count | null {
  const exact = counts.filter((count) => typeof count === "number");
  if (exact.length < counts.length) return counts.length === 1 ? (counts[0] ?? null) : null;
  return exact.reduce((sum, count) => sum + count, 0) === total ? total : null;
}
