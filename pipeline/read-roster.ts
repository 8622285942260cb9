/**
 * Reads a roster into the tree of units as it was on the day a wave closed.
 * In: the inspected CSV with unit, name, parent, invited and, where units come and go, valid_from and valid_until: one row
 * per unit and period. Out: one Unit per row that is valid on that day, parents before children, siblings by code.
 */
import type { Inspection } from "../schemas/inspection.ts";
import type { Unit } from "../schemas/roster.ts";
import { findRosterColumns } from "./read-roster/find-roster-columns.ts";
import { climbCircle, orderTree } from "./read-roster/order-tree.ts";
import { isValidOn, type RecordedRow, readRows, withholdAddress } from "./read-roster/read-rows.ts";
import { listNames, UserError } from "./user-error.ts";

const shownProblems = 10;

/** Reads the tree of one wave. Throws one UserError with all problems of the file together. */
export function readRoster(inspection: Inspection, moment: Readonly<{ wave: string; closed_date: string }>): Unit[] {
  const { rows, problems } = readRows(inspection, findRosterColumns(inspection, moment.wave));
  const valid = rows.filter((row) => isValidOn(row, moment.closed_date));
  const units = orderTree(valid);
  refuse(inspection, [
    ...problems,
    ...findOverlaps(rows),
    ...findRootProblems(valid, moment.closed_date, rows.some(isLimited)),
    ...findOrphans(rows, valid, moment.closed_date),
    ...findCircles(valid, units),
  ]);
  return units;
}

function refuse({ file }: Inspection, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, shownProblems);
  const more = problems.length > shownProblems ? [`and ${problems.length - shownProblems} more`] : [];
  throw new UserError(`${file}: the roster must be one tree of units:\n  ${[...shown, ...more].join("\n  ")}`);
}

const quote = (code: string) => JSON.stringify(withholdAddress(code));

const isLimited = ({ valid_from, valid_until }: RecordedRow) => valid_from !== null || valid_until !== null;

function describePeriod({ valid_from, valid_until }: RecordedRow): string {
  const parts = [valid_from && `from ${valid_from}`, valid_until && `until ${valid_until}`];
  return parts.filter((part) => part !== null).join(" ") || "always";
}

/** A unit has one row on any day. */
function findOverlaps(rows: readonly RecordedRow[]): string[] {
  const problems: string[] = [];
  const last = new Map<string, RecordedRow>();
  const start = ({ valid_from }: RecordedRow) => valid_from ?? "";
  const ordered = rows.some(isLimited)
    ? [...rows].sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))
    : rows;
  for (const row of ordered) {
    if (!row.dated) continue;
    const before = last.get(row.unit);
    if (before !== undefined && (before.valid_until === null || start(row) <= before.valid_until))
      problems.push(describeOverlap(before, row));
    if (before === undefined || endsLater(row, before)) last.set(row.unit, row);
  }
  return problems;
}

const endsLater = (row: RecordedRow, before: RecordedRow) =>
  before.valid_until !== null && (row.valid_until === null || row.valid_until > before.valid_until);

function describeOverlap(one: RecordedRow, other: RecordedRow): string {
  const [first, second] = one.record < other.record ? [one, other] : [other, one];
  if (!isLimited(first) && !isLimited(second))
    return `record ${second.record}: unit ${quote(second.unit)} already occurs in record ${first.record}`;
  return (
    `record ${second.record}: the period of unit ${quote(second.unit)} (${describePeriod(second)}) ` +
    `must not overlap that of record ${first.record} (${describePeriod(first)})`
  );
}

function findRootProblems(valid: readonly RecordedRow[], day: string, limited: boolean): string[] {
  if (valid.length === 0) return [`a unit must be valid when the wave closes, but none is on ${day}`];
  const roots = valid.filter(({ parent }) => parent === null).map(({ unit }) => unit);
  if (roots.length === 1) return [];
  const when = limited ? ` on ${day}` : "";
  return [
    `exactly one unit, the organisation, must have no parent${when}; found ${roots.length}: ${listNames(roots.map(withholdAddress))}`,
  ];
}

function findOrphans(rows: readonly RecordedRow[], valid: readonly RecordedRow[], day: string): string[] {
  const units = new Set(valid.map(({ unit }) => unit));
  const orphans = valid.filter(({ parent }) => parent !== null && !units.has(parent));
  const others = new Map(orphans.length === 0 ? [] : rows.map((row) => [row.unit, row]));
  return orphans.map(({ record, parent }) => {
    const other = others.get(parent as string);
    const place = `record ${record}: parent ${quote(parent as string)}`;
    return other === undefined
      ? `${place} must be a unit of the roster`
      : `${place} is not valid on ${day} (record ${other.record}: ${describePeriod(other)})`;
  });
}

function findCircles(valid: readonly RecordedRow[], units: readonly Unit[]): string[] {
  if (units.length === valid.length) return [];
  const reached = new Set(units.map(({ unit }) => unit));
  const lost = valid.filter(({ unit }) => !reached.has(unit));
  const [first] = lost;
  if (first === undefined) return [];
  const circle = climbCircle(valid, first.unit).map(quote);
  const shown = circle.length > 12 ? [...circle.slice(0, 10), "…", ...circle.slice(-1)] : circle;
  return [
    `${lost.length} ${lost.length === 1 ? "unit" : "units"} can't be reached from the organisation, ` +
      `because a unit can't lie below itself: ${shown.join(" below ")}`,
  ];
}
