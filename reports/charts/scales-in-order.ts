/**
 * Shows the organisation on every scale, from demands and resources to outcomes, each on its own scale from lowest to highest; small
 * strokes are the departments. In: one row per scale; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { type ChartWords, columnHead, frameRows, type Layer, type Margins, rowPlace, textColumn } from "./row-chart.ts";

/** `at`, `low`, `high` and `departments` are places on the scale: 0 is its lowest value, 1 its highest. `better` is its favourable end. */
export type ScaleRow = Readonly<{
  area: string;
  scale: string;
  at: number;
  low: number;
  high: number;
  written: string;
  ends: readonly [string, string];
  better: "low" | "high";
  departments: readonly number[];
}>;

export type ScalesFrame = ChartWords & Readonly<{ heads: Readonly<{ value: string; favourable: string }> }>;

type Placed = Omit<ScaleRow, "ends" | "departments"> &
  Readonly<{ y: number; name: string; lowest: string; highest: string }>;
type Stroke = Readonly<{ y: number; of_department: number }>;

/** Rows in the order given, with the area above its first row. */
export function chartScalesInOrder(rows: readonly ScaleRow[], frame: ScalesFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins: Margins = wide
    ? { left: 270, right: 110, top: 26, bottom: 10 }
    : { left: 42, right: 74, top: 26, bottom: 10 };
  const width = chartWidth[frame.layout] - margins.left - margins.right;
  const { placed, strokes, areas, height } = placeRows(rows, wide);
  const left = -margins.left;
  return frameRows(frame, margins, height, placed, [
    track(height, width),
    departments(strokes, height),
    interval(height),
    dot(height),
    ends("lowest", 0, "right", -8, height),
    ends("highest", width, "left", 8, height),
    favourable(placed, height),
    { ...textColumn(height, "name", left, wide ? {} : { dy: -18 }) },
    textColumn(height, "written", width + margins.right, { align: "right", fontWeight: 600 }),
    {
      ...textColumn(height, "area", left, { fontWeight: 600, color: colours.muted, fontSize: 13 }),
      data: { values: areas },
    },
    columnHead(frame.heads.value, width + margins.right, "right", -12),
    ...(wide ? [columnHead(frame.heads.favourable, width / 2, "center", -12)] : []),
  ]);
}

function placeRows(rows: readonly ScaleRow[], wide: boolean) {
  const placed: Placed[] = [];
  const strokes: Stroke[] = [];
  const areas: { y: number; area: string }[] = [];
  let top = 0;
  for (const [position, row] of rows.entries()) {
    if (row.area !== rows[position - 1]?.area) {
      areas.push({ y: top + 14, area: row.area });
      top += 30;
    }
    const name = shortenText(row.scale, textSize, wide ? 220 : 290);
    const { ends, departments: marks, ...drawn } = row;
    const y = top + (wide ? 13 : 32);
    placed.push({ ...drawn, name, lowest: ends[0], highest: ends[1], y });
    strokes.push(...marks.map((of_department) => ({ y, of_department })));
    top += wide ? 28 : 48;
  }
  return { placed, strokes, areas, height: Math.max(top, 30) };
}

const place = (field: string) => ({
  field,
  type: "quantitative",
  axis: null,
  scale: { domain: [0, 1], nice: false, zero: false },
});

const track = (height: number, width: number): Layer => ({
  mark: { type: "rule", color: colours.hairline, strokeWidth: 1 },
  encoding: { x: { value: 0 }, x2: { value: width }, y: rowPlace(height) },
});

const departments = (strokes: readonly Stroke[], height: number): Layer => ({
  data: { values: strokes },
  mark: { type: "tick", orient: "vertical", size: 11, thickness: 1.2, color: colours.interval },
  encoding: { x: place("of_department"), y: rowPlace(height) },
});

const interval = (height: number): Layer => ({
  mark: { type: "rule", color: colours.accentSoft, strokeWidth: 4 },
  encoding: { x: place("low"), x2: { field: "high" }, y: rowPlace(height) },
});

const dot = (height: number): Layer => ({
  mark: { type: "point", filled: true, size: 90, opacity: 1, color: colours.accent },
  encoding: { x: place("at"), y: rowPlace(height) },
});

const ends = (field: string, x: number, align: "left" | "right", dx: number, height: number): Layer =>
  textColumn(height, field, x, { align, dx, color: colours.muted, fontSize: 13 });

/** A small triangle points to the favourable end. */
const favourable = (rows: readonly Placed[], height: number): Layer => ({
  data: { values: rows.map(({ y, better }) => ({ y, at: better === "high" ? 1 : 0, better })) },
  mark: { type: "point", filled: true, size: 42, opacity: 1, color: colours.quiet },
  encoding: {
    x: place("at"),
    y: rowPlace(height),
    shape: {
      field: "better",
      type: "nominal",
      legend: null,
      scale: { domain: ["low", "high"], range: ["triangle-left", "triangle-right"] },
    },
  },
});
