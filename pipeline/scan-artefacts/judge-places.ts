/**
 * Judges where the rows of a chart stand: each place must follow from the rows before it, so that no room is left for a row that is not shown.
 * In: the rows of a chart; out: what should have been so. Empty when all is well.
 */
import type { Rulebook } from "./judge.ts";
import { groupFields, lanes, nameFields } from "./layout.ts";
import { groupSigns, isInLanes, placeLanes, placeSigns } from "./place-lanes.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { Chart, Json, JsonObject } from "./read-chart.ts";

/** Pixels are whole or halves; counts of rows and columns have no gaps; sizes follow from signs and texts. */
export function judgePlaces(book: Rulebook, chart: Chart, rows: readonly PlacedRow[]): string[] {
  const tops = chart.rows.flatMap(({ rows: list }) => (isInLanes(list) ? [...placeLanes(list, "wide").tops] : []));
  const lists = chart.rows.map(({ rows: list }) => list);
  const hasSigns = groupSigns(chart) !== null;
  return [
    ...(hasSigns ? judgeSigns(book, chart, rows) : lists.flatMap((list) => judgeHeights(list, tops))),
    ...lists.flatMap((list) => ["panel", "row", "column"].flatMap((field) => judgeNumbering(list, field))),
    ...(lists.flat().every(isOnGrid) ? [] : ["places in whole or half pixels"]),
    ...(followsFrom(lists.flat(), "size", ({ level, stand, label }) => [level, stand, label === ""]) &&
    followsFrom(lists.flat(), "offset", ({ label, level }) => [label, level]) &&
    followsFrom(lists.flat(), "sure_offset", ({ sure }) => [sure])
      ? []
      : ["signs of one size for each label, and room that follows from the text"]),
  ];
}

const heightsOf = (rows: readonly JsonObject[]): number[] =>
  rows.map(({ y }) => y).filter((height) => typeof height === "number");

function judgeHeights(rows: readonly JsonObject[], tops: readonly number[]): string[] {
  const heights = heightsOf(rows);
  const isNamed = rows.some((row) => [...nameFields].some((field) => field in row));
  if (heights.length < rows.length || !isNamed) return [];
  if (isInLanes(rows)) {
    const expected = placeLanes(rows, "wide").heights;
    return heights.every((height, position) => height === expected[position])
      ? []
      : ["rows that follow each other in lanes"];
  }
  const distinct = rows.filter((row, position) => position === 0 || row["y"] !== rows[position - 1]?.["y"]);
  const isHeads = tops.length > 0 && heights.every((height, position) => height === (tops[position] ?? 0) + lanes.name);
  const isEvenly = isEven(distinct, heightsOf(distinct)) || isHeads;
  return isEvenly ? [] : ["rows at equal distances, or one larger distance where a group begins"];
}

/** Rows stand at equal distances, with one larger distance where a group begins: a gap would be a row that is not shown. */
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

/** "0003 Home care", or a number: counted from 0 without gaps. */
function judgeNumbering(rows: readonly JsonObject[], field: string): string[] {
  const found = rows.flatMap((row) => {
    const value = row[field];
    if (typeof value === "number") return [value];
    const place = /^\d{4} /.exec(String(value ?? ""))?.[0];
    return place === undefined ? [] : [Number(place)];
  });
  const hasGap = [...new Set(found)].some((place, position) => place !== position);
  return hasGap ? [`${field} numbered from 0 without gaps`] : [];
}

const pixelFields = ["x", "y", "top", "below", "rise", "size", "offset", "sure_offset"];

const isOnGrid = (row: JsonObject): boolean =>
  pixelFields.every((field) => typeof row[field] !== "number" || Number.isInteger((row[field] as number) * 2));

/** Rows that agree on the others have the same value. */
function followsFrom(
  rows: readonly JsonObject[],
  field: string,
  othersOf: (row: JsonObject) => readonly (Json | undefined)[],
): boolean {
  const known = new Map<string, unknown>();
  return rows.every((row) => {
    if (!(field in row)) return true;
    const key = JSON.stringify(othersOf(row));
    if (!known.has(key)) known.set(key, row[field]);
    return known.get(key) === row[field];
  });
}

/** Signs without a name, one per team, in lines below the name of their department: as many of each label as it has teams with it. */
function judgeSigns(book: Rulebook, chart: Chart, rows: readonly PlacedRow[]): string[] {
  const found = groupSigns(chart);
  if (found === null) return [];
  const { names, signs } = found;
  const placed = placeSigns(
    signs.map((own) => own.length),
    "wide",
  );
  const isPlaced =
    names.every((row, at) => row["y"] === placed.names[at]) &&
    signs.flat().every(({ x, y }, at) => x === placed.signs[at]?.x && y === placed.signs[at]?.y);
  const isCounted = names.every((row, at) => {
    const place = rows.find((one) => one.row === row)?.place;
    return countsAgree(book, place?.units ?? [], signs[at] ?? []);
  });
  return isPlaced && isCounted
    ? []
    : ["signs in lines without gaps, as many of each label as the department has teams with it"];
}

function countsAgree({ allowance }: Rulebook, units: readonly string[], signs: readonly JsonObject[]): boolean {
  const figures = units.length === 0 ? allowance.everyone : units.flatMap((unit) => allowance.ofUnit(unit, {}));
  return [...new Set(signs.map(({ level }) => level))].every((level) => {
    const number = signs.filter((sign) => sign["level"] === level).length;
    return figures.some((figure) => figure.level === level && figure.value === number);
  });
}
