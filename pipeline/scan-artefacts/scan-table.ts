/**
 * Scans a table, of a page or of a CSV file: every number in a row must be one of the unit, wave and measure that the row names.
 * In: cells as texts; out: findings per row and column.
 */
import { anywhere, expectation, judgeText, type Place, type Rulebook } from "./judge.ts";
import type { JudgeOrder, Listed } from "./judge-order.ts";
import type { Keys } from "./figures.ts";
import type { Report } from "./finding.ts";
import type { Name, NameKind } from "./index-names.ts";

/** `header`: the titles of the columns, empty when there are none. Rows may have any number of cells. */
export type Table = Readonly<{ where: string; header: readonly string[]; rows: readonly (readonly string[])[] }>;

/** What a row is about. */
export type RowKeys = Readonly<{ units: readonly string[]; isOpen: boolean; keys: Keys; isKey: readonly boolean[] }>;

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
    const wrong = cells.map((cell, column) => {
      if (about.isKey[column] === true) return [];
      const kinds = judgeText(book, cell, placeInColumn(place, columns[column]));
      for (const kind of kinds)
        report(`${table.where} row ${row + 1} column ${column + 1}`, kind, expectation[kind] ?? "");
      return kinds;
    });
    if (about.units.length !== 1 || wrong.flat().length > 0) return;
    const list = JSON.stringify(about.keys);
    const isShown = cells.some((cell, column) => about.isKey[column] !== true && /\d/.test(cell));
    lists.set(list, [...(lists.get(list) ?? []), { unit: about.units[0] as string, isShown }]);
  });
  for (const rows of lists.values())
    if (!judgeOrder(rows)) report(table.where, "order", "units that are not shown after the others, or all units in the order of the release");
}

function placeOfRow({ units, isOpen, keys }: RowKeys, inherited: Place): Place {
  if (units.length > 0) return { units, isRow: true, isOpen, keys };
  return { ...anywhere, units: inherited.units, isOpen: inherited.units.length > 0, keys };
}

/** What the title of a column adds: a wave, a measure, a segment; the organisation beside a unit. */
function readColumn(book: Rulebook, title: string): Keys & { units: readonly string[] } {
  const names = book.names.ofCell(title);
  if (names.length === 0 || book.names.isOrdinary(title)) return { units: [] };
  return { ...keysOf(names), units: idsOf(names, "unit") };
}

function placeInColumn(place: Place, column: (Keys & { units: readonly string[] }) | undefined): Place {
  if (column === undefined) return place;
  const { units, ...keys } = column;
  const merged = { ...place, keys: { ...place.keys, ...keys } };
  if (units.length === 0) return merged;
  return place.units.length === 0 ? { ...merged, units, isRow: true } : { ...merged, units: [...place.units, ...units] };
}

/** Reads the cells that are names, no more and no less. */
export function readRow(book: Rulebook, cells: readonly string[]): RowKeys {
  const named = cells.map((cell, column) => namesInCell(book, cell, column));
  const sureUnits = named.map((names, column) =>
    names.length > 0 && names.every(({ kind }) => kind === "unit") && !book.names.isOrdinary(cells[column] as string)
      ? idsOf(names, "unit")
      : [],
  );
  const sure = chooseSubject(book, sureUnits.filter((ids) => ids.length > 0));
  const perhaps = sure.length > 0 ? [] : chooseSubject(book, named.map((names) => idsOf(names, "unit")).filter((ids) => ids.length > 0));
  const mentioned = sure.length + perhaps.length > 0 ? [] : unitsInCells(book, cells);
  const isName = named.map((names) => names.length > 0);
  return {
    units: [...sure, ...perhaps, ...mentioned],
    isOpen: perhaps.length > 0,
    keys: Object.assign(
      {},
      ...cells.map((cell) => measureInCell(book, cell)),
      ...named.filter((names) => sure.length > 0 || idsOf(names, "unit").length === 0).map(keysOf),
    ) as Keys,
    isKey: isName,
  };
}

/** A cell of digits only can be the name of a unit where rows begin, nowhere else. */
const namesInCell = (book: Rulebook, cell: string, column: number): readonly Name[] =>
  column > 1 && /^[\d\s.,%+\u2212-]*$/.test(cell) ? [] : book.names.ofCell(cell.replace(/^'(?=\s*[=+\-@])/, ""));

/** A cell that says more than the title of one measure: "Response rate (well-being)". */
function measureInCell(book: Rulebook, cell: string): Keys {
  const [only, ...others] = book.names.inText(cell).flatMap(({ names }) => idsOf(names, "measure"));
  return only === undefined || others.length > 0 ? {} : { measure: only };
}

/** Units in cells that say more than a name: "Rest of Care (12 people)". */
const unitsInCells = (book: Rulebook, cells: readonly string[]): string[] =>
  cells.flatMap((cell) =>
    book.names
      .inText(cell)
      .filter(({ unsure }) => !unsure)
      .flatMap(({ names }) => idsOf(names, "unit")),
  );

export const idsOf = (names: readonly Name[], kind: NameKind): string[] =>
  names.filter((name) => name.kind === kind).map(({ id }) => id);

function keysOf(names: readonly Name[]): Keys {
  const only = (kind: NameKind) => {
    const ids = idsOf(names, kind);
    return ids.length === 1 ? ids[0] : undefined;
  };
  const [wave, measure, segment] = [only("wave"), only("measure"), only("segment")];
  return {
    ...(wave === undefined ? {} : { wave }),
    ...(measure === undefined ? {} : { measure }),
    ...(segment === undefined ? {} : { segment }),
  };
}

/**
 * Each cell gives the units that its name can mean. A row about a team also names its department: the lowest unit counts, and of units
 * with the same name those that lie below the other one.
 */
export function chooseSubject(book: Rulebook, cells: readonly (readonly string[])[]): readonly string[] {
  const { ancestorsOf } = book.allowance;
  const liesBelow = (unit: string, others: readonly string[]) => ancestorsOf(unit).some((above) => others.includes(above));
  for (const own of cells) {
    const others = cells.filter((cell) => cell !== own);
    const candidates = own.filter((unit) => others.every((other) => other.includes(unit) || liesBelow(unit, other)));
    const lowest = candidates.filter((unit) => others.length === 0 || others.some((other) => liesBelow(unit, other)));
    if (lowest.length > 0) return lowest;
    if (candidates.length > 0 && candidates.length === own.length && others.every((other) => own.every((unit) => other.includes(unit))))
      return candidates;
  }
  return [...new Set(cells.flat())];
}
