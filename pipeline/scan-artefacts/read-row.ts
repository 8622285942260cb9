/**
 * Reads what a row is about: the unit, wave, measure and segment that its cells name. In: cells; out: keys, and which cells are names.
 */
import type { Keys } from "./figures.ts";
import { isDated, type Name, type NameKind } from "./index-names.ts";
import type { Rulebook } from "./judge.ts";

/**
 * `isOpen`: the name of the unit is also a word of the reports, so that the row need not be about it. `isMixed`: the mark of a team and a name
 * beside it are not of the same unit.
 */
export type RowKeys = Readonly<{
  units: readonly string[];
  isOpen: boolean;
  isMixed: boolean;
  keys: Keys;
  isKey: readonly boolean[];
}>;

const none: readonly Name[] = [];

/** Reads the cells that are names, no more and no less. In the first `nameColumns` even digits can be a name; a year is one once in a row. */
export function readRow(book: Rulebook, cells: readonly string[], nameColumns = 2): RowKeys {
  const named = cells.map((cell, column) => namesInCell(book, cell, column < nameColumns));
  const year = named.findIndex((names, column) => names.length > 0 && isFigure(cells[column] as string));
  for (let column = Math.max(year + 1, nameColumns); year >= 0 && column < cells.length; column += 1)
    if (isFigure(cells[column] as string)) named[column] = none;
  const [attribute] = named.flatMap((names) => idsOf(names, "attribute"));
  const candidates: string[][] = [];
  const sureCandidates: string[][] = [];
  const keys: { wave?: string; measure?: string; segment?: string } = {};
  let marked: string | undefined;
  named.forEach((names, column) => {
    const cell = cells[column] as string;
    if (names.length === 0) Object.assign(keys, cell === "" || isFigure(cell) ? {} : measureInCell(book, cell));
    const units = idsOf(names, "unit");
    if (units.length > 0 && isMark(cell)) marked = units[0];
    else if (units.length === 0) Object.assign(keys, keysOf(names, attribute));
    else {
      candidates.push(units);
      if (units.length === names.length && !book.names.isOrdinary(cell)) sureCandidates.push(units);
    }
  });
  const isKey = named.map((names) => names.length > 0);
  if (marked === undefined)
    return { ...chooseUnits(book, cells, candidates, sureCandidates), isMixed: false, keys, isKey };
  const own = marked;
  const isMixed = !sureCandidates.every((units) => units.some((unit) => isAtOrAbove(book, unit, own)));
  return { units: [own], isOpen: false, isMixed, keys, isKey };
}

/** "t12" or "team:t12": the mark by which a script finds a team in every chart, t0 being the first unit of the release. */
export const isMark = (cell: string): boolean => cell.startsWith("t") && /^(?:team:)?t\d+$/.test(cell);

function chooseUnits(
  book: Rulebook,
  cells: readonly string[],
  candidates: readonly (readonly string[])[],
  sureCandidates: readonly (readonly string[])[],
): Pick<RowKeys, "units" | "isOpen"> {
  const sure = chooseSubject(book, sureCandidates);
  const perhaps = candidates.length === sureCandidates.length ? sure : chooseSubject(book, candidates);
  const mentioned = perhaps.length > 0 ? [] : unitsInCells(book, cells);
  return {
    units: [...new Set([...sure, ...perhaps, ...mentioned])],
    isOpen: perhaps.length > 0 && sure.length === 0,
  };
}

const isAtOrAbove = ({ allowance }: Rulebook, unit: string, below: string): boolean =>
  unit === below || allowance.ancestorsOf(below).includes(unit);

/** True for a cell of digits and their marks only. */
export const isFigure = (cell: string): boolean => cell.charCodeAt(0) !== 32 && /^[\d\s.,%+\u2212-]*$/.test(cell);

/** An apostrophe keeps a spreadsheet from computing a name. */
function namesInCell({ names }: Rulebook, cell: string, mayBeDigits: boolean): readonly Name[] {
  if (cell === "") return none;
  if (!mayBeDigits && isFigure(cell)) {
    if (cell.length < 4) return none;
    const found = names.ofCell(cell);
    return found.length === 0 ? none : found.filter((name) => isDated(name, cell));
  }
  return names.ofCell(cell.startsWith("'") ? cell.replace(/^'(?=\s*[=+\-@])/, "") : cell);
}

/** A cell that says more than the title of one measure: "Response rate (well-being)". Empty for any other. */
export function measureInCell(book: Rulebook, cell: string): Keys {
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

/** The codes of one kind of name. */
export const idsOf = (names: readonly Name[], kind: NameKind): string[] =>
  names.length === 0 ? [] : names.filter((name) => name.kind === kind).map(({ id }) => id);

/** What names tell besides units; nothing where a name can mean two waves, measures or segments. `attribute`: what the row's groups are of. */
export function keysOf(names: readonly Name[], attribute?: string): Keys {
  const only = (kind: NameKind) => {
    const isOf = (id: string) => kind !== "segment" || attribute === undefined || id.startsWith(`${attribute}=`);
    const ids = idsOf(names, kind).filter(isOf);
    return ids.length === 1 ? { [kind]: ids[0] as string } : {};
  };
  return names.length === 0 ? {} : { ...only("wave"), ...only("measure"), ...only("segment") };
}

/**
 * Each cell gives the units that its name can mean. A row about a team also names its department: the lowest unit counts, and of units
 * with the same name those that lie below the other one.
 */
export function chooseSubject(book: Rulebook, cells: readonly (readonly string[])[]): readonly string[] {
  if (cells.length < 2) return cells[0] ?? [];
  const { ancestorsOf } = book.allowance;
  const liesBelow = (unit: string, others: readonly string[]) =>
    ancestorsOf(unit).some((above) => others.includes(above));
  for (const own of cells) {
    const others = cells.filter((cell) => cell !== own);
    const candidates = own.filter((unit) => others.every((other) => other.includes(unit) || liesBelow(unit, other)));
    const lowest = candidates.filter((unit) => others.some((other) => liesBelow(unit, other)));
    if (lowest.length > 0) return lowest;
    if (own.length > 0 && others.every((other) => own.every((unit) => other.includes(unit)))) return own;
  }
  return [...new Set(cells.flat())];
}
