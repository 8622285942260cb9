/**
 * Judges where the rows of a chart stand: each place must follow from the rows before it, so that no room is left for a row that is not shown.
 * In: the rows of a chart; out: what should have been so. Empty when all is well.
 */
import type { Rulebook } from "./judge.ts";
import { groupFields, lanes, nameFields, signLines } from "./layout.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { Chart, JsonObject } from "./read-chart.ts";

/** Pixels are whole or halves; counts of rows and columns have no gaps; sizes follow from signs and texts. */
export function judgePlaces(book: Rulebook, chart: Chart, rows: readonly PlacedRow[]): string[] {
  const tops = chart.rows.flatMap(({ rows: list }) => (isInLanes(list) ? [...placeLanes(list).tops] : []));
  const lists = chart.rows.map(({ rows: list }) => list);
  const hasSigns = lists.flat().some((row) => isSign(row));
  return [
    ...(hasSigns ? judgeSigns(book, rows) : lists.flatMap((list) => judgeHeights(list, tops))),
    ...lists.flatMap((list) => ["panel", "row", "column"].flatMap((field) => judgeNumbering(list, field))),
    ...(lists.flat().every(isOnGrid) ? [] : ["places in whole or half pixels"]),
    ...(followsFrom(lists.flat(), "size", ["level", "stand"]) &&
    followsFrom(lists.flat(), "offset", ["label", "level"]) &&
    followsFrom(lists.flat(), "sure_offset", ["sure"])
      ? []
      : ["signs of one size for each label, and room that follows from the text"]),
  ];
}

/** A sign without a name, one of many for a department. */
const isSign = (row: JsonObject): boolean =>
  ["level", "x", "y"].every((field) => field in row) && ![...nameFields].some((field) => field in row);

const heightsOf = (rows: readonly JsonObject[]): number[] =>
  rows.map(({ y }) => y).filter((height) => typeof height === "number");

function judgeHeights(rows: readonly JsonObject[], tops: readonly number[]): string[] {
  const heights = heightsOf(rows);
  const isNamed = rows.some((row) => [...nameFields].some((field) => field in row));
  if (heights.length < rows.length || !isNamed) return [];
  if (isInLanes(rows)) {
    const expected = placeLanes(rows).heights;
    return heights.every((height, position) => height === expected[position]) ? [] : ["rows that follow each other in lanes"];
  }
  const distinct = rows.filter((row, position) => position === 0 || row["y"] !== rows[position - 1]?.["y"]);
  const isHeads = tops.length > 0 && heights.every((height, position) => height === (tops[position] ?? 0) + lanes.name);
  const isEvenly = isEven(distinct, heightsOf(distinct)) || isHeads;
  return isEvenly ? [] : ["rows at equal distances, or one larger distance where a group begins"];
}

/** Rows of a chart with lanes: teams by group, with room for a text where there is one. */
const isInLanes = (rows: readonly JsonObject[]): boolean =>
  rows.length > 0 && rows.every((row) => "group" in row && "label" in row && "y" in row);

function placeLanes(rows: readonly JsonObject[]): { heights: number[]; tops: number[] } {
  const dense = lanes.dense.find(([most]) => rows.length <= most)?.[1] ?? 0;
  const heights: number[] = [];
  const tops: number[] = [];
  let top = 0;
  let y = 0;
  rows.forEach((row, position) => {
    if (row["group"] !== rows[position - 1]?.["group"]) {
      top = position === 0 ? 0 : Math.max(y + lanes.below, top + lanes.least);
      tops.push(top);
      y = top + lanes.above;
    }
    const height = row["label"] === "" ? dense : lanes.named;
    heights.push(y + height / 2);
    y += height;
  });
  return { heights, tops };
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

/** Rows that agree on the other fields have the same value. */
function followsFrom(rows: readonly JsonObject[], field: string, others: readonly string[]): boolean {
  const known = new Map<string, unknown>();
  return rows.every((row) => {
    if (!(field in row)) return true;
    const key = others.map((other) => String(row[other])).join("\n");
    if (!known.has(key)) known.set(key, row[field]);
    return known.get(key) === row[field];
  });
}

/** Signs without a name, one per team, stand in lines below each other from the height of the name of their department. */
function judgeSigns({ allowance }: Rulebook, rows: readonly PlacedRow[]): string[] {
  const signs = rows.filter(({ row }) => isSign(row));
  const heads = rows.filter(({ row }) => "name" in row && typeof row["y"] === "number");
  const expected = "signs in lines without gaps, as many of each label as the department has teams with it";
  const isRight = heads.every(({ row, place }, position) => {
    const top = row["y"] as number;
    const next = heads[position + 1]?.row["y"] as number | undefined;
    const own = signs.filter(({ row: { y } }) => (y as number) >= top && (next === undefined || (y as number) < next));
    const lines = [...new Set(own.map((sign) => sign.row["y"] as number))];
    const follows = next === undefined || next - top === lines.length * signLines.height + signLines.gap;
    const figures = place.units.length === 0 ? allowance.everyone : place.units.flatMap((unit) => allowance.ofUnit(unit, {}));
    const levels = [...new Set(own.map((sign) => String(sign.row["level"])))];
    const isCounted = levels.every((level) => {
      const number = own.filter((sign) => sign.row["level"] === level).length;
      return figures.some((figure) => figure.level === level && figure.value === number);
    });
    return follows && isCounted && lines.every((y, line) => y === top + line * signLines.height) && isFilled(own, lines);
  });
  return isRight ? [] : [expected];
}

/** Every line begins at the left and has no gap; all but the last have the same number of signs. */
function isFilled(signs: readonly PlacedRow[], lines: readonly number[]): boolean {
  const sizes = lines.map((y) => {
    const places = signs.filter(({ row }) => row["y"] === y).map(({ row }) => row["x"] as number);
    return places.every((x, position) => x === signLines.first + position * signLines.step) ? places.length : 0;
  });
  const [first = 0] = sizes;
  return sizes.every((size, position) => size > 0 && (position === sizes.length - 1 ? size <= first : size === first));
}
