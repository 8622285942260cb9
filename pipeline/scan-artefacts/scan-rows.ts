/**
 * Scans the rows of a chart: every number must be a released figure, to the last digit, of the unit that the row names.
 * In: rows; out: findings per row and field. A row without a name is about the unit of the named row at the same height.
 */

import { holdsFigure } from "./figures.ts";
import type { FindingKind, Report } from "./finding.ts";
import { expectation, judgeStated, type Place, type Rulebook } from "./judge.ts";
import { judgeCell } from "./judge-cell.ts";
import type { JudgeOrder } from "./judge-order.ts";
import { comparisonFields, groupFields, nameFields, placeFields } from "./layout.ts";
import type { Chart, Json, JsonObject } from "./read-chart.ts";
import { readRow } from "./read-row.ts";

type Row = Readonly<{ where: string; row: JsonObject; place: Place; isNamed: boolean; keys: ReadonlySet<string> }>;

/** All rows of a chart. */
export function scanRows(book: Rulebook, judgeOrder: JudgeOrder, chart: Chart, report: Report): void {
  const rows = chart.rows.flatMap(({ where, rows }) =>
    rows.map((row, position) => readNames(book, row, `${where}/${position}`)),
  );
  const named = rows.filter(({ isNamed }) => isNamed);
  const byHeight = new Map(named.map((one) => [one.row["y"], one.place]));
  const checked = new Set(named.flatMap(({ row }) => Object.values(row).filter((value) => typeof value === "number")));
  for (const one of rows) {
    const height = one.isNamed ? undefined : byHeight.get(one.row["y"] ?? null);
    const place = height ?? one.place;
    for (const [field, value] of Object.entries(one.row)) {
      if (one.keys.has(field) || placeFields.has(field)) continue;
      const isRepeated = !one.isNamed && height === undefined && typeof value === "number" && checked.has(value);
      const kinds = isRepeated ? [] : judgeValue(book, field, value, place);
      for (const kind of kinds) report(`${one.where}/${field}`, kind, explain(chart, field, kind));
    }
    reportNames(one, report);
  }
  for (const list of chart.rows) reportPlaces(list.rows, list.where, report);
  for (const list of listUnits(named))
    if (!judgeOrder(list)) report(chart.rows[0]?.where ?? "", "order", "units that are not shown after the others");
}

/** The names first: they tell whom the other fields are about. */
function readNames(book: Rulebook, row: JsonObject, where: string): Row {
  const texts = Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const names = texts.filter(([field]) => nameFields.has(field));
  const ordered = [...names, ...texts.filter(([field]) => !nameFields.has(field))];
  const cells = ordered.map(([, text]) => withoutPlace(text));
  const about = readRow(book, cells, names.length);
  const keys = new Set(ordered.flatMap(([field], position) => (about.isKey[position] === true ? [field] : [])));
  const place = { units: about.units, isRow: true, isOpen: about.isOpen, keys: about.keys };
  return { where, row, place, isNamed: about.units.length > 0, keys };
}

/** "0003 Home care" begins with its place in the order. */
export const withoutPlace = (text: string): string => text.replace(/^\d{4} /, "");

function judgeValue(book: Rulebook, field: string, value: Json, place: Place): readonly FindingKind[] {
  if (value === null || typeof value === "boolean") return [];
  if (typeof value === "string") return judgeCell(book, withoutPlace(value), place);
  if (typeof value !== "number") return ["form"];
  const stated = { value, decimals: Number.POSITIVE_INFINITY, percent: false };
  if (comparisonFields.has(field))
    return holdsFigure(book.allowance.organisation, stated, place.keys) ? [] : ["number"];
  const kind = judgeStated(book, [stated], place);
  return kind === null ? [] : [kind];
}

const explain = ({ fields }: Chart, field: string, kind: FindingKind): string =>
  `${expectation[kind] ?? "a number, a text or null"}${fields.has(field) ? "" : "; the chart does not even draw this column"}`;

function reportNames({ row, keys, where }: Row, report: Report): void {
  for (const field of nameFields) {
    const value = row[field];
    if (typeof value === "string" && value !== "" && !keys.has(field))
      report(`${where}/${field}`, "name", "the name of a unit of the release");
  }
}

/** Rows stand at equal distances, with one larger distance where a group begins: a gap would be a row that is not shown. */
function reportPlaces(rows: readonly JsonObject[], where: string, report: Report): void {
  const heights = rows.map((row) => row["y"]).filter((height) => typeof height === "number");
  if (
    heights.length === rows.length &&
    rows.some((row) => [...nameFields].some((field) => field in row)) &&
    !isEven(rows, heights)
  )
    report(where, "order", "rows at equal distances, or one larger distance where a group begins");
  for (const field of ["panel", "row"]) {
    const places = rows
      .map((row) => /^\d{4} /.exec(String(row[field] ?? ""))?.[0])
      .filter((place) => place !== undefined);
    if ([...new Set(places)].some((place, position) => Number(place) !== position))
      report(where, "order", `${field} numbered from 0 without gaps`);
  }
}

function isEven(rows: readonly JsonObject[], heights: readonly number[]): boolean {
  const steps = heights.slice(1).map((height, position) => height - (heights[position] as number));
  const least = Math.min(...steps);
  const larger = steps.flatMap((step, position) => (Math.abs(step - least) < 1e-6 ? [] : [{ step, position }]));
  const begins = (position: number) =>
    groupFields.some((field) => rows[position]?.[field] !== rows[position + 1]?.[field]);
  return (
    least > 0 &&
    new Set(larger.map(({ step }) => Math.round(step * 1e6))).size <= 1 &&
    larger.every(({ position }) => begins(position))
  );
}

/** One list per wave, measure and segment, from top to bottom. */
function listUnits(named: readonly Row[]): { unit: string; isShown: boolean }[][] {
  const lists = new Map<string, { unit: string; isShown: boolean }[]>();
  for (const { row, place, keys } of named) {
    if (place.units.length !== 1) continue;
    const key = JSON.stringify(place.keys);
    const isShown = Object.entries(row).some(
      ([field, value]) =>
        !keys.has(field) && !placeFields.has(field) && !comparisonFields.has(field) && /\d/.test(String(value)),
    );
    lists.set(key, [...(lists.get(key) ?? []), { unit: place.units[0] as string, isShown }]);
  }
  return [...lists.values()];
}
