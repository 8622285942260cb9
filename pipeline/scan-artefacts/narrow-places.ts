/**
 * Tells where the rows of a chart stand on a telephone, for charts whose rows do not keep their distances there. In: a chart; out: places of rows
 * beside those of the chart file; none for other charts.
 */
import { groupSigns, isInLanes, type PlacedLanes, placeLanes, placeSigns } from "./place-lanes.ts";
import type { Chart, JsonObject } from "./read-chart.ts";

export type NarrowPlaces = ReadonlyMap<JsonObject, Readonly<Record<string, number>>>;

export function placeNarrow(chart: Chart): NarrowPlaces {
  const places = new Map<JsonObject, Record<string, number>>();
  const signs = groupSigns(chart);
  for (const { rows } of chart.rows) if (isInLanes(rows)) placeTeams(chart, rows, places);
  if (signs === null) return places;
  const placed = placeSigns(
    signs.signs.map((own) => own.length),
    "narrow",
  );
  for (const [at, row] of signs.signs.flat().entries()) places.set(row, placed.signs[at] ?? {});
  for (const [at, row] of signs.names.entries()) places.set(row, { y: placed.names[at] ?? 0 });
  for (const { rows } of chart.rows)
    if (isRules(rows, signs.names.length - 1))
      for (const [at, row] of rows.entries()) places.set(row, { y: placed.names[at + 1] ?? 0 });
  return places;
}

/** Lines between rows have a height and nothing else. */
const isRules = (rows: readonly JsonObject[], number: number): boolean =>
  rows.length === number && rows.every((row) => Object.keys(row).join() === "y");

/** Teams by their row; everything that there is once per lane by its lane. */
function placeTeams(chart: Chart, teams: readonly JsonObject[], places: Map<JsonObject, Record<string, number>>): void {
  const placed = placeLanes(teams, "narrow");
  for (const [at, row] of teams.entries()) places.set(row, { y: placed.heights[at] ?? 0 });
  for (const { rows } of chart.rows)
    if (!rows.some((row) => "key" in row) && rows.every((row) => laneOf(chart, row) !== null))
      for (const row of rows) places.set(row, placeInLane(placed, laneOf(chart, row) ?? 0));
}

const placeInLane = ({ tops, end }: PlacedLanes, lane: number): Record<string, number> => ({
  y: tops[lane] ?? 0,
  below: tops[lane + 1] ?? end,
});

/** The lane in which a row of the chart file stands; null for a row without a height. */
function laneOf({ rows }: Chart, row: JsonObject): number | null {
  const height = row["y"] ?? row["top"];
  const teams = rows.find((list) => isInLanes(list.rows))?.rows ?? [];
  if (typeof height !== "number") return null;
  return placeLanes(teams, "wide").tops.findLastIndex((top) => top <= height);
}
