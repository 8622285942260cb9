/**
 * Tells whom each row of a chart is about: the unit, measure and group that it names, or those of the named row at the same height or in the
 * same column. In: a chart; out: one row per row, with its place.
 */
import type { Keys } from "./figures.ts";
import type { Place, Rulebook } from "./judge.ts";
import { nameFields } from "./layout.ts";
import type { Chart, JsonObject } from "./read-chart.ts";
import { readRow } from "./read-row.ts";

/** `own`: what the row itself says. `isNamed`: it names a unit. `isHeaded`: another row gave it its place. `keys`: fields that are names. */
export type PlacedRow = Readonly<{
  where: string;
  row: JsonObject;
  place: Place;
  own: Keys;
  isNamed: boolean;
  isMixed: boolean;
  isHeaded: boolean;
  keys: ReadonlySet<string>;
}>;

/** `about`: the unit that a file is about; rows without a name are about it. */
export function placeRows(book: Rulebook, chart: Chart, about: string | null): PlacedRow[] {
  const rows = chart.rows.flatMap(({ where, rows }) =>
    rows.map((row, position) => readNames(book, row, `${where}/${position}`)),
  );
  const heads = rows.filter(({ row, isNamed, place }) => isNamed || "measure" in place.keys || "name" in row);
  const byHeight = new Map(
    heads.flatMap((one) => (typeof one.row["y"] === "number" ? [[one.row["y"], one.place]] : [])),
  );
  const columns = rows.filter(({ row, isNamed, place }) => !isNamed && !("y" in row) && "measure" in place.keys);
  const byColumn = new Map(columns.map((one) => [one.row["x"], one.place]));
  const heights = [...byHeight.keys()].sort((one, other) => one - other);
  const own = about === null ? [] : [about];
  return rows.map((one) => {
    const { x, y, level } = one.row;
    const headed =
      typeof y === "number" ? (byHeight.get(y) ?? (level === undefined ? undefined : above(y))) : undefined;
    const column = "y" in one.row ? byColumn.get(x ?? null) : undefined;
    const keys = { ...headed?.keys, ...column?.keys, ...one.place.keys };
    if (one.isNamed) return { ...one, place: { ...one.place, keys: { ...column?.keys, ...one.place.keys } } };
    const units = headed === undefined || headed.units.length === 0 ? own : headed.units;
    const isHeaded = units.length > 0 || Object.keys(keys).length > 0;
    return { ...one, isHeaded, place: { ...(headed ?? one.place), units, keys } };
  });

  /** Signs go on below the line of their name. */
  function above(y: number): Place | undefined {
    const at = heights.findLast((height) => height <= y);
    return at === undefined ? undefined : byHeight.get(at);
  }
}

/** The names first: they tell whom the other fields are about. */
function readNames(book: Rulebook, row: JsonObject, where: string): PlacedRow {
  const texts = Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const names = texts.filter(([field]) => nameFields.has(field));
  const ordered = [...names, ...texts.filter(([field]) => !nameFields.has(field))];
  const cells = ordered.map(([, text]) => withoutPlace(text));
  const about = readRow(book, cells, names.length);
  const keys = new Set(ordered.flatMap(([field], position) => (about.isKey[position] === true ? [field] : [])));
  const place = { units: about.units, isRow: true, isOpen: about.isOpen, keys: about.keys };
  return {
    where,
    row,
    place,
    own: about.keys,
    isNamed: about.units.length > 0,
    isMixed: about.isMixed,
    isHeaded: false,
    keys,
  };
}

/** "0003 Home care" begins with its place in the order. */
export const withoutPlace = (text: string): string => text.replace(/^\d{4} /, "");
