/**
 * Shows teams against measures: which side of the organisation a team lies on, by colour and shape, and how clear that is, by size.
 * In: one row per team and one cell per team and measure; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { estimateTextWidth, shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { type ChartWords, frameRows, type Layer, type Margins, rowPlace } from "./row-chart.ts";
import { encodeStand, type StandMark, standSigns } from "./stand-signs.ts";

export type HeatRow = Readonly<{ key: string; team: string }>;
/** `row` and `column` count from 0. */
export type HeatCell = Readonly<{ key: string; row: number; column: number; stand: StandMark; written: string }>;

export type HeatFrame = ChartWords & Readonly<{ columns: readonly string[] }>;

const heads = { wide: 44, narrow: 116 } as const;

/** On a telephone a name stands above its signs, so that it can be read whole: from the top of the row to the name and to the signs. */
const rowOf = {
  wide: { height: 22, name: 11, signs: 11 },
  narrow: { height: 40, name: 11, signs: 29 },
} as const;

/** Teams in the order given; a group that is not shown has a short stroke, whatever the reason. */
export function chartHeatMap(rows: readonly HeatRow[], cells: readonly HeatCell[], frame: HeatFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const row = rowOf[frame.layout];
  const left = wide ? 250 : 0;
  const room = chartWidth[frame.layout] - left;
  const step = Math.min(112, Math.floor((room - 10) / Math.max(frame.columns.length, 1)));
  const margins: Margins = {
    left,
    right: room - step * frame.columns.length,
    top: heads[frame.layout],
    bottom: 8,
  };
  const height = Math.max(rows.length, 1) * row.height;
  const placed = cells.map((cell) => ({
    ...cell,
    size: standSigns[cell.stand].size,
    x: (cell.column + 0.5) * step,
    y: cell.row * row.height + row.signs,
  }));
  const names = rows.map((team, position) => ({
    ...team,
    name: shortenText(team.team, textSize, wide ? left - 14 : room - 4),
    y: position * row.height + row.name,
  }));
  const ends = rows.map((_, position) => ({ y: (position + 1) * row.height }));
  return frameRows(frame, margins, height, placed, [
    lines(ends, height, -left, step * frame.columns.length),
    columnHeads(frame, step, wide),
    nameColumn(names, height, -left),
    signs(height, step * frame.columns.length),
  ]);
}

const lines = (ends: readonly Readonly<{ y: number }>[], height: number, left: number, right: number): Layer => ({
  data: { values: ends },
  mark: { type: "rule", color: colours.hairline },
  encoding: { x: { value: left }, x2: { value: right }, y: rowPlace(height) },
});

const nameColumn = (rows: readonly object[], height: number, left: number): Layer => ({
  data: { values: rows },
  mark: { type: "text", align: "left", aria: true },
  encoding: { x: { value: left }, y: rowPlace(height), text: { field: "name" }, description: { field: "key" } },
});

function columnHeads(frame: HeatFrame, step: number, wide: boolean): Layer {
  const stagger = frame.columns.some((title) => estimateTextWidth(title, 13) > step - 8);
  const values = frame.columns.map((title, column) => ({
    x: (column + 0.5) * step,
    title: shortenText(title, 13, wide ? step * 1.9 : heads.narrow - 6),
    rise: wide && stagger && column % 2 === 0 ? -30 : -12,
  }));
  return {
    data: { values },
    mark: wide
      ? { type: "text", color: colours.muted, fontSize: 13 }
      : { type: "text", color: colours.muted, fontSize: 13, angle: 270, align: "left", dx: 4 },
    encoding: {
      x: { field: "x", type: "quantitative", scale: null },
      y: wide ? { field: "rise", type: "quantitative", scale: null } : { value: -2 },
      text: { field: "title" },
    },
  };
}

const signs = (height: number, width: number): Layer => ({
  mark: { type: "point", strokeWidth: 1.4, opacity: 1, aria: true },
  encoding: {
    x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, width], nice: false, zero: false } },
    y: rowPlace(height),
    description: { field: "key" },
    size: { field: "size", type: "quantitative", scale: null },
    ...encodeStand,
  },
});
