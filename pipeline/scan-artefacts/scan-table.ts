/**
 * Scans a table, of a page or of a CSV file: every number in a row must be one of the unit, wave and measure that the row names.
 * In: cells as texts; out: findings per row and column.
 */
import type { Keys } from "./figures.ts";
import type { Report } from "./finding.ts";
import { anywhere, expectation, namesOthers, type Place, type Rulebook } from "./judge.ts";
import { judgeCell } from "./judge-cell.ts";
import type { JudgeOrder, Listed } from "./judge-order.ts";
import { departmentTitles, organisationTitles } from "./layout.ts";
import { readLevel } from "./read-level.ts";
import { idsOf, keysOf, type RowKeys, readRow } from "./read-row.ts";

/** `header`: the titles of the columns, empty when there are none. Rows may have any number of cells. */
export type Table = Readonly<{ where: string; header: readonly string[]; rows: readonly (readonly string[])[] }>;

/** `inherited` is whom the surroundings of the table are about, for rows that name nobody. */
export function scanTable(
  book: Rulebook,
  judgeOrder: JudgeOrder,
  table: Table,
  inherited: Place,
  report: Report,
): void {
  const columns = table.header.map((title) => readColumn(book, title));
  const lists = new Map<string, Listed[]>();
  table.rows.forEach((cells, row) => {
    const about = readRow(book, cells);
    const place = placeOfRow(about, inherited);
    let isRight = !about.isMixed;
    if (namesOthers(book, about.units)) report(`${table.where} row ${row + 1}`, "name", expectation.name ?? "");
    if (about.isMixed)
      report(`${table.where} row ${row + 1}`, "attribution", "the mark of the team that the row names");
    cells.forEach((cell, column) => {
      if (cell === "" || about.isKey[column] === true) return;
      for (const kind of judgeCell(book, cell, placeInColumn(book, place, columns[column]))) {
        report(`${table.where} row ${row + 1} column ${column + 1}`, kind, expectation[kind] ?? "");
        isRight = false;
      }
    });
    if (isRight && about.units.length === 1) listRow(lists, about, cells);
  });
  for (const rows of lists.values()) if (!judgeOrder(rows)) report(table.where, "order", inOrder);
}

const inOrder = "units that are not shown after the others, or all units in the order of the release";

/** One list per wave, measure and segment, from top to bottom. */
function listRow(lists: Map<string, Listed[]>, { units, keys, isKey }: RowKeys, cells: readonly string[]): void {
  const key = `${keys.wave}\n${keys.measure}\n${keys.segment}`;
  const isShown = cells.some((cell, column) => isKey[column] !== true && /\d/.test(cell));
  const row = { unit: units[0] as string, isShown };
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [row]);
  else list.push(row);
}

/** A row without a name in a table about a unit is about the unit; only its column can say otherwise. */
function placeOfRow({ units, isOpen, keys }: RowKeys, inherited: Place): Place {
  if (units.length > 0) return { units, isRow: true, isOpen, keys };
  if (inherited.isRow) return { ...inherited, isOpen: false, keys };
  return { ...anywhere, units: inherited.units, isOpen: inherited.isOpen, keys };
}

/** `above`: the column is about the organisation or the department of the row's unit instead. */
type Column = Readonly<{ units: readonly string[]; keys: Keys; above?: "organisation" | "department" }>;

/** What the title of a column adds: a wave, a measure, a segment, a label; the organisation beside a unit. null for a title that names nothing. */
function readColumn(book: Rulebook, title: string): Column | null {
  const small = title.toLowerCase();
  if (organisationTitles.has(small)) return { units: [], keys: {}, above: "organisation" };
  if (departmentTitles.has(small)) return { units: [], keys: {}, above: "department" };
  const level = readLevel(title);
  if (level !== undefined) return { units: [], keys: { level } };
  const names = book.names.ofCell(title);
  const column = { units: idsOf(names, "unit"), keys: keysOf(names) };
  const saysNothing = column.units.length === 0 && Object.keys(column.keys).length === 0;
  return saysNothing || book.names.isOrdinary(title) ? null : column;
}

function placeInColumn({ allowance }: Rulebook, place: Place, column: Column | null | undefined): Place {
  if (column === null || column === undefined) return place;
  const { units, above } = column;
  if (above !== undefined && place.units.length > 0) {
    const isRight = (unit: string) => allowance.isOrganisation(unit) === (above === "organisation");
    return { ...place, isRow: true, isOpen: false, units: place.units.flatMap(allowance.ancestorsOf).filter(isRight) };
  }
  const merged = { ...place, keys: { ...place.keys, ...column.keys } };
  if (units.length === 0) return merged;
  return place.units.length === 0
    ? { ...merged, units, isRow: true }
    : { ...merged, units: [...place.units, ...units] };
}
