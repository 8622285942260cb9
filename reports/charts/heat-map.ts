/**
 * Shows teams against measures: which side of the organisation a team lies on, by colour and shape, and how clear that is, by size.
 * In: one row per team and one cell per team and measure; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { estimateTextWidth, shortenText } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import { type ChartWords, frameRows, type Layer, type Margins, rowPlace } from "./row-chart.ts";
import { encodeStand, type StandMark, standSigns } from "./stand-signs.ts";

export type HeatRow = Readonly<{ key: string; team: string }>;
/** `row` and `column` count from 0. */
export type HeatCell = Readonly<{ key: string; row: number; column: number; stand: StandMark; written: string }>;

export type HeatFrame = ChartWords & Readonly<{ columns: readonly string[] }>;

const heads = { wide: 44, narrow: 96 } as const;

/** Teams in the order given; a group that is not shown has a short stroke, whatever the reason. */
export function chartHeatMap(rows: readonly HeatRow[], cells: readonly HeatCell[], frame: HeatFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const rowHeight = wide ? 22 : 24;
  const step = wide
    ? Math.min(112, Math.floor(560 / Math.max(frame.columns.length, 1)))
    : Math.floor(172 / Math.max(frame.columns.length, 1));
  const left = wide ? 250 : 124;
  const margins: Margins = {
    left,
    right: (wide ? 570 : 176) - step * frame.columns.length,
    top: heads[frame.layout],
    bottom: 8,
  };
  const height = Math.max(rows.length, 1) * rowHeight;
  const placed = cells.map((cell) => ({
    ...cell,
    size: standSigns[cell.stand].size,
    x: (cell.column + 0.5) * step,
    y: (cell.row + 0.5) * rowHeight,
  }));
  const names = rows.map((row, position) => ({
    ...row,
    name: shortenText(row.team, textSize, left - 14),
    y: (position + 0.5) * rowHeight,
  }));
  return frameRows(frame, margins, height, placed, [
    { ...lines(names, height, -left, step * frame.columns.length, rowHeight) },
    columnHeads(frame, step, wide),
    nameColumn(names, height, -left),
    signs(height, step * frame.columns.length),
  ]);
}

const lines = (
  rows: readonly Readonly<{ y: number }>[],
  height: number,
  left: number,
  right: number,
  rowHeight: number,
): Layer => ({
  data: { values: rows.map(({ y }) => ({ y: y + rowHeight / 2 })) },
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
