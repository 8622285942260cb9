/**
 * Judges a field of a row of a chart that is no name and no place: is it a figure of the unit, or of what the field compares the unit with?
 * In: a row and a field; out: what is wrong.
 */
import { type Figure, holdsFigure, type Keys } from "./figures.ts";
import type { FindingKind } from "./finding.ts";
import { anywhere, judgeStated, judgeText, type Rulebook } from "./judge.ts";
import { judgeCell } from "./judge-cell.ts";
import { comparisonFields, departmentFields, limitFields, pairFields, placeFields } from "./layout.ts";
import { type PlacedRow, withoutPlace } from "./place-rows.ts";
import type { Json } from "./read-chart.ts";

const nothing: readonly FindingKind[] = [];

/** A number must be the figure to the last digit; lists and objects have no place in a row. */
export function judgeField(book: Rulebook, one: PlacedRow, field: string, value: Json): readonly FindingKind[] {
  if (value === null || typeof value === "boolean") return nothing;
  if (typeof value !== "number" && typeof value !== "string") return ["form"];
  const { place } = one;
  if (comparisonFields.has(field)) return judgeComparison(book, one, value);
  if (typeof value === "string") {
    if (limitFields.has(field)) return judgeText(book, value, { ...anywhere, keys: place.keys });
    if (pairFields.has(field))
      return judgeText(book, value, { ...place, units: [...place.units, ...listAbove(book, one)] });
    return judgeCell(book, withoutPlace(value), place);
  }
  if (departmentFields.has(field))
    return holdsFigure(book.allowance.departments, exact(value), place.keys) ? nothing : ["number"];
  if (isBand(book, one)) return nothing;
  const kind = judgeStated(book, [exact(value)], place);
  return kind === null ? nothing : [kind];
}

const exact = (value: number) => ({ value, decimals: Number.POSITIVE_INFINITY, percent: false });

/** The organisation or a unit above the row's own, on the measure and in the wave of the row's own figures; never another unit. */
function judgeComparison(book: Rulebook, one: PlacedRow, value: number | string): readonly FindingKind[] {
  const { allowance } = book;
  const { place } = one;
  const isAlone = place.units.length === 0;
  const units = listAbove(book, one);
  const above = isAlone ? allowance.organisation : book.standingOf({ ...place, units }).figures;
  if (typeof value === "string") return judgeCell(book, value, { ...place, units, isOpen: false });
  const found = listOwnKeys(book, one).some((keys) => holdsFigure(above, exact(value), keys));
  return found ? nothing : [isAlone ? "number" : "attribution"];
}

/** Units above those of the row; the organisation is compared with itself. */
const listAbove = ({ allowance }: Rulebook, { place }: PlacedRow): string[] =>
  place.units.flatMap((unit) => (allowance.isOrganisation(unit) ? [unit] : [...allowance.ancestorsOf(unit)]));

/** The measures and waves of which the row has a figure of its own; where it has none, those that it names. */
function listOwnKeys({ standingOf }: Rulebook, { row, place, keys }: PlacedRow): Keys[] {
  const numbers = Object.entries(row).flatMap(([field, value]) =>
    typeof value === "number" && !keys.has(field) && !placeFields.has(field) && !comparisonFields.has(field)
      ? [value]
      : [],
  );
  if (place.units.length === 0 || numbers.length === 0) return [place.keys];
  const isOwn = ({ value, kind }: Figure) =>
    kind !== "count" && kind !== "teams" && numbers.some((number) => Math.abs(number - value) < 1e-9);
  const own = standingOf(place).figures.filter(isOwn);
  return own.map(({ wave, measure }) => ({
    ...place.keys,
    ...(wave === null ? {} : { wave }),
    ...(measure === null ? {} : { measure }),
  }));
}

/** The band in which chance puts teams that are equal, at a number of respondents. */
function isBand({ allowance }: Rulebook, { row, isNamed }: PlacedRow): boolean {
  const { respondents, low, high, ...others } = row;
  if (isNamed || Object.keys(others).length > 0) return false;
  if (typeof respondents !== "number" || typeof low !== "number" || typeof high !== "number") return false;
  return allowance.isBand(respondents, low, high);
}
