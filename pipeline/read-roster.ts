/**
 * Reads a wave's roster into the tree of units.
 * In: the inspected CSV with unit, name, parent, invited. Out: one Unit per row, parents before children, siblings by code.
 */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { z } from "zod";
import type { Inspection } from "../schemas/inspection.ts";
import type { RosterRow, Unit } from "../schemas/roster.ts";
import { findColumn } from "./csv/find-column.ts";
import { listNames, UserError } from "./user-error.ts";

const shownProblems = 10;
const invitedCount = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);

/** Reads the tree. Throws one UserError with all problems of the file together. */
export function readRoster(inspection: Inspection): Unit[] {
  const rows = parseRows(inspection);
  refuse(inspection, findProblems(rows));
  const units = orderTree(rows);
  const lost = rows.length - units.length;
  if (lost > 0)
    refuse(inspection, [`  ${lost} units can't be reached from the organisation: a unit can't lie below itself`]);
  return units;
}

function refuse(inspection: Inspection, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > shownProblems ? [`  and ${problems.length - shownProblems} more`] : [];
  const shown = problems.slice(0, shownProblems);
  throw new UserError([`${inspection.file}: the roster must be one tree of units:`, ...shown, ...more].join("\n"));
}

type ParsedRow = RosterRow & { record: number; badInvited: boolean; badCode: boolean };

/** Tabs, line ends and marks that no one sees: an export that repeats such a code would not find its unit. */
const invisible = /[\p{Cc}\u200b\u2028\u2029\ufeff]/u;

function parseRows(inspection: Inspection): ParsedRow[] {
  const columns = ["unit", "name", "parent", "invited"].map((name) => findRosterColumn(inspection, name) - 1);
  const [unit, name, parent, invited] = columns as [number, number, number, number];
  const judgeInvited = rememberVerdicts();
  const text = readFileSync(inspection.text_path, "utf8");
  const { data } = Papa.parse<string[]>(text, { delimiter: inspection.delimiter, skipEmptyLines: true });
  return data.slice(inspection.skip).map((cells, index) => {
    const count = judgeInvited((cells[invited] ?? "").trim());
    return {
      record: index + 1,
      unit: (cells[unit] ?? "").trim(),
      name: (cells[name] ?? "").trim(),
      parent: (cells[parent] ?? "").trim() || null,
      invited: count === undefined ? null : count,
      badInvited: count === undefined,
      badCode: invisible.test(`${cells[unit] ?? ""}${cells[parent] ?? ""}`),
    };
  });
}

/** Judges each distinct text of `invited` once: a count, null when blank, undefined when it is no count. */
function rememberVerdicts(): (text: string) => number | null | undefined {
  const verdicts = new Map<string, number | null | undefined>([["", null]]);
  return (text) => {
    if (!verdicts.has(text)) verdicts.set(text, invitedCount.safeParse(text).data);
    return verdicts.get(text);
  };
}

/** A roster may have a column called name: it names units, not people. */
function findRosterColumn(inspection: Inspection, name: string): number {
  if (name !== "name") return findColumn(inspection, name).position;
  const column = inspection.columns.find((one) => one.name === "name");
  if (column === undefined)
    throw new UserError(
      `${inspection.file}: a roster must have the columns unit, name, parent and invited; "name" is missing. ` +
        `Its columns are ${listNames(inspection.columns.map((one) => one.name))}.`,
    );
  return column.position;
}

function findProblems(rows: readonly ParsedRow[]): string[] {
  const seen = new Map<string, number>();
  const problems: string[] = [];
  for (const row of rows) {
    if (row.unit === "" || row.unit.length > 200) problems.push(`  record ${row.record}: unit must have a code`);
    if (row.badCode)
      problems.push(`  record ${row.record}: unit and parent must not hold tabs, line ends or invisible characters`);
    if (row.name === "" || row.name.length > 300) problems.push(`  record ${row.record}: unit must have a name`);
    if (row.badInvited) problems.push(`  record ${row.record}: invited must be a whole number, or blank when unknown`);
    const first = seen.get(row.unit);
    if (first !== undefined)
      problems.push(`  record ${row.record}: unit ${JSON.stringify(row.unit)} already occurs in record ${first}`);
    else seen.set(row.unit, row.record);
  }
  const roots = rows.filter((row) => row.parent === null).map((row) => row.unit);
  if (roots.length !== 1)
    problems.push(
      `  exactly one unit, the organisation, must have no parent; found ${roots.length}: ${listNames(roots)}`,
    );
  for (const row of rows)
    if (row.parent !== null && !seen.has(row.parent))
      problems.push(`  record ${row.record}: parent ${JSON.stringify(row.parent)} must be a unit of the roster`);
  return problems;
}

type Node = { row: ParsedRow; parent: Node | null; children: Node[]; level: number; total: number | null };

/** Breadth first, so parents come before children; units on a circle are never reached. */
function orderTree(rows: readonly ParsedRow[]): Unit[] {
  const nodes = new Map(
    rows.map((row): [string, Node] => [row.unit, { row, parent: null, children: [], level: 0, total: row.invited }]),
  );
  const ordered: Node[] = [];
  for (const node of nodes.values()) {
    node.parent = node.row.parent === null ? null : (nodes.get(node.row.parent) ?? null);
    if (node.parent === null) ordered.push(node);
    else node.parent.children.push(node);
  }
  for (let index = 0; index < ordered.length; index++) {
    const { children, level } = ordered[index] as Node;
    for (const child of children.sort(byCode)) {
      child.level = level + 1;
      ordered.push(child);
    }
  }
  addInvited(ordered);
  return ordered.map(({ row: { unit, name, parent, invited }, children, level, total }) => ({
    unit,
    name,
    parent,
    level,
    leaf: children.length === 0,
    invited,
    invited_total: total,
  }));
}

const byCode = (a: Node, b: Node) => (a.row.unit < b.row.unit ? -1 : 1);

/** Adds the invited of each unit to those of its parent, children first; unknown in any part is unknown in the whole. */
function addInvited(ordered: readonly Node[]): void {
  for (let index = ordered.length - 1; index >= 0; index--) {
    const { parent, total } = ordered[index] as Node;
    if (parent === null) continue;
    parent.total = parent.total === null || total === null ? null : parent.total + total;
  }
}
