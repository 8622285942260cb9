/**
 * Scans the rows of a chart: every number must be a released figure, to the last digit, of the unit that the row is about.
 * In: a chart; out: findings per row and field.
 */
import type { FindingKind, Report } from "./finding.ts";
import { expectation, namesOthers, type Rulebook } from "./judge.ts";
import { judgeField } from "./judge-field.ts";
import type { JudgeOrder } from "./judge-order.ts";
import { judgePlaces } from "./judge-places.ts";
import { comparisonFields, looseNameFields, nameFields, placeFields } from "./layout.ts";
import { type PlacedRow, placeRows, withoutPlace } from "./place-rows.ts";
import type { Chart } from "./read-chart.ts";

/** All rows of a chart; `about` is the unit that its file is about, or null. */
export function scanRows(
  book: Rulebook,
  judgeOrder: JudgeOrder,
  chart: Chart,
  about: string | null,
  report: Report,
): void {
  const rows = placeRows(book, chart, about);
  const named = rows.filter(({ isNamed }) => isNamed);
  const checked = new Set(named.flatMap(({ row }) => Object.values(row).filter((value) => typeof value === "number")));
  for (const one of rows) {
    for (const [field, value] of Object.entries(one.row)) {
      if (one.keys.has(field) || (placeFields.has(field) && typeof value === "number")) continue;
      const isRepeated = !one.isNamed && !one.isHeaded && typeof value === "number" && checked.has(value);
      const kinds = isRepeated ? [] : judgeField(book, one, field, value);
      for (const kind of kinds) report(`${one.where}/${field}`, kind, explain(chart, field, kind));
    }
    reportNames(book, one, report);
  }
  const first = chart.rows[0]?.where ?? "";
  for (const expected of judgePlaces(book, chart, rows)) report(first, "order", expected);
  for (const list of chart.rows.flatMap(({ where }) =>
    listUnits(
      book,
      named.filter((one) => one.where.startsWith(where)),
    ),
  ))
    if (!judgeOrder(list)) report(first, "order", "units that are not shown after the others");
}

const explain = ({ fields }: Chart, field: string, kind: FindingKind): string =>
  `${expectation[kind] ?? "a number, a text or null"}${fields.has(field) ? "" : "; the chart does not even draw this column"}`;

function reportNames(book: Rulebook, { row, keys, where, isMixed, place }: PlacedRow, report: Report): void {
  const { names } = book;
  if (namesOthers(book, place.units)) report(where, "name", expectation.name ?? "");
  if (isMixed) report(where, "attribution", "the mark of the unit that the row names");
  for (const field of nameFields) {
    const value = row[field];
    if (typeof value !== "string" || value === "" || keys.has(field)) continue;
    if (!(looseNameFields.has(field) && names.isSaid(withoutPlace(value))))
      report(`${where}/${field}`, "name", "the name of a unit of the release");
  }
}

/** One list per wave, measure and segment, from top to bottom; a unit with several rows is shown when one of them is. */
function listUnits({ allowance }: Rulebook, named: readonly PlacedRow[]): { unit: string; isShown: boolean }[][] {
  const lists = new Map<string, { unit: string; isShown: boolean }[]>();
  for (const { row, place, own, keys } of named) {
    if (place.units.length !== 1) continue;
    const key = JSON.stringify(own);
    const unit = place.units[0] as string;
    const list = lists.get(key) ?? [];
    const last = list.at(-1);
    const others = Object.keys(row).filter((field) => !keys.has(field) && !placeFields.has(field));
    const isShown =
      others.length === 0
        ? !allowance.isHidden(unit, own)
        : others.some((field) => !comparisonFields.has(field) && /\d/.test(String(row[field])));
    if (last?.unit === unit) last.isShown ||= isShown;
    else list.push({ unit, isShown });
    lists.set(key, list);
  }
  return [...lists.values()];
}
