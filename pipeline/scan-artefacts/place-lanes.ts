/**
 * Places what stands in lanes or lines where the designs do, on a wide screen and on a telephone. In: rows, or numbers of signs; out: pixels.
 * Every place follows from what is shown: nothing that is not shown can take room.
 */
import { lanes, signLines } from "./layout.ts";
import type { Chart, JsonObject } from "./read-chart.ts";

export type Layout = "wide" | "narrow";

/** Middles of rows, tops of lanes, and where the last lane ends. */
export type PlacedLanes = Readonly<{ heights: readonly number[]; tops: readonly number[]; end: number }>;

/** Rows of a chart with lanes: teams by group, with room for a text where there is one. */
export const isInLanes = (rows: readonly JsonObject[]): boolean =>
  rows.length > 0 && rows.every((row) => "group" in row && "label" in row && "y" in row);

export function placeLanes(rows: readonly JsonObject[], layout: Layout): PlacedLanes {
  const { above, below, least } = lanes[layout];
  const dense = lanes.dense.find(([most]) => rows.length <= most)?.[1] ?? 0;
  const heights: number[] = [];
  const tops: number[] = [];
  let y = 0;
  const end = () => (tops.length === 0 ? 0 : Math.max(y + below, (tops.at(-1) as number) + least));
  for (const [position, row] of rows.entries()) {
    if (row["group"] !== rows[position - 1]?.["group"]) {
      tops.push(end());
      y = (tops.at(-1) as number) + above;
    }
    const height = row["label"] === "" ? dense : lanes.named;
    heights.push(y + height / 2);
    y += height;
  }
  return { heights, tops, end: end() };
}

/** One number of signs per department; out: the heights of the names, and the places of the signs in the same order. */
export function placeSigns(
  numbers: readonly number[],
  layout: Layout,
): { names: number[]; signs: { x: number; y: number }[] } {
  const { line, gap, drop, step, most } = signLines[layout];
  const names: number[] = [];
  const signs: { x: number; y: number }[] = [];
  let top = 0;
  for (const number of numbers) {
    names.push(top + signLines.name);
    const first = top + signLines.name + drop;
    for (let at = 0; at < number; at += 1)
      signs.push({ x: signLines.first + (at % most) * step, y: first + Math.floor(at / most) * line });
    top = first - signLines.name + Math.ceil(number / most) * line + gap;
  }
  return { names, signs };
}

/** Signs of a chart by the name that they stand below; null for a chart without signs. */
export function groupSigns({ rows }: Chart): { names: JsonObject[]; signs: JsonObject[][] } | null {
  const all = rows.flatMap((list) => list.rows);
  const signs = all.filter((row) => ["level", "x", "y"].every((field) => field in row) && !("key" in row));
  const names = all.filter((row) => "name" in row && typeof row["y"] === "number");
  if (signs.length === 0) return null;
  const isBelow = (sign: JsonObject, at: number) =>
    Number(sign["y"]) >= Number(names[at]?.["y"] ?? 0) &&
    (at === names.length - 1 || Number(sign["y"]) < Number(names[at + 1]?.["y"]));
  return { names, signs: names.map((_, at) => signs.filter((sign) => isBelow(sign, at))) };
}
