/**
 * Shows one figure per unit with its interval and the wave before: eNPS, a mean or a response rate.
 * In: one row per unit, put into words; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import {
  type ChartWords,
  columnHead,
  figurePlace,
  frameRows,
  type Layer,
  type Margins,
  nameAbove,
  nameLine,
  placeRows,
  plotWidth,
  rowPlace,
  textColumn,
} from "./row-chart.ts";

/** One row per unit; `written` and `answers` are the figures as readers see them. */
export type UnitFigure = Readonly<{
  name: string;
  organisation: boolean;
  value: number;
  low: number | null;
  high: number | null;
  previous: number | null;
  written: string;
  answers: string;
}>;

/** `percent` writes the axis in percents; `zero` draws the rule at zero. */
export type UnitFrame = ChartWords &
  Readonly<{
    domain: readonly [number, number];
    percent: boolean;
    zero: boolean;
    heads: Readonly<{ value: string; answers: string; now: string; before: string }>;
  }>;

/** The organisation on top in ink, the departments below it. */
export function chartFigureByUnit(figures: readonly UnitFigure[], frame: UnitFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins: Margins = wide
    ? { left: 230, right: 230, top: 44, bottom: 8 }
    : { left: 14, right: 78, top: 44, bottom: 8 };
  const named = figures.map((figure) => ({
    ...figure,
    name: shortenText(figure.name, textSize, wide ? margins.left - 14 : 290, figure.organisation),
    written: shortenText(figure.written, textSize, wide ? 130 : 72),
  }));
  const gapAfter = (row: UnitFigure) => (row.organisation ? 10 : 0);
  const { rows, height } = wide
    ? placeRows(named, 26, gapAfter)
    : placeRows(named, nameAbove.rowHeight, gapAfter, nameAbove.middle);
  const width = plotWidth(frame.layout, margins);
  const right = width + margins.right;
  const axis = axisOf(frame);
  return frameRows(frame, margins, height, rows, [
    ...(frame.zero ? [zeroRule(frame, height)] : []),
    interval(frame, height, axis),
    previous(frame, height),
    dot(frame, height),
    ...nameColumns(height, -margins.left, wide),
    textColumn(height, "written", wide ? width + 140 : right, { align: "right" }),
    columnHead(frame.heads.value, wide ? width + 140 : right, "right"),
    ...(wide ? [answersColumn(height, right), columnHead(frame.heads.answers, right, "right")] : []),
    ...firstRowLabels(rows[0], frame, wide),
  ]);
}

const axisOf = (frame: UnitFrame) => ({
  tickCount: 5,
  ...(frame.percent
    ? { labelExpr: `format(datum.value * 100, ".0f") + "${frame.language === "nl" ? "\u00a0%" : "%"}"` }
    : {}),
});

const zeroRule = (frame: UnitFrame, height: number): Layer => ({
  data: { values: [{ value: 0 }] },
  mark: { type: "rule", color: colours.muted },
  encoding: { x: figurePlace("value", frame.domain, {}), y: { value: -4 }, y2: { value: height } },
});

const interval = (frame: UnitFrame, height: number, axis: object): Layer => ({
  mark: { type: "rule", strokeWidth: 2, strokeCap: "round", color: colours.interval },
  encoding: { x: figurePlace("low", frame.domain, axis), x2: { field: "high" }, y: rowPlace(height) },
});

const previous = (frame: UnitFrame, height: number): Layer => ({
  transform: [{ filter: "datum.previous !== null" }],
  mark: {
    type: "point",
    shape: "circle",
    size: 44,
    strokeWidth: 1.4,
    fill: colours.paper,
    stroke: colours.muted,
    opacity: 1,
  },
  encoding: { x: figurePlace("previous", frame.domain, {}), y: rowPlace(height) },
});

const dot = (frame: UnitFrame, height: number): Layer => ({
  mark: { type: "point", shape: "circle", filled: true, size: 76, opacity: 1 },
  encoding: {
    x: figurePlace("value", frame.domain, {}),
    y: rowPlace(height),
    color: { condition: { test: "datum.organisation", value: colours.ink }, value: colours.accent },
  },
});

function nameColumns(height: number, left: number, wide: boolean): Layer[] {
  const names = (mark: object): Layer[] =>
    wide ? [textColumn(height, "name", left, mark)] : nameLine(height, left, nameAbove.rise, mark);
  return [
    ...names({ fontWeight: 600 }).map((layer) => ({ ...layer, transform: [{ filter: "datum.organisation" }] })),
    ...names({}).map((layer) => ({ ...layer, transform: [{ filter: "!datum.organisation" }] })),
  ];
}

const answersColumn = (height: number, right: number): Layer =>
  textColumn(height, "answers", right, { align: "right", color: colours.muted });

/** Names the two signs at the first row, so that no legend is needed; left out where they would touch. */
function firstRowLabels(row: (UnitFigure & { y: number }) | undefined, frame: UnitFrame, wide: boolean): Layer[] {
  if (!wide || row === undefined || row.previous === null || row.previous === row.value) return [];
  const ahead = row.value > row.previous;
  const label = (value: number, text: string, toTheRight: boolean): Layer => ({
    data: { values: [{ value }] },
    mark: {
      type: "text",
      align: toTheRight ? "left" : "right",
      dx: toTheRight ? 2 : -2,
      fontSize: textSize - 2,
      color: colours.muted,
    },
    encoding: { x: figurePlace("value", frame.domain, {}), y: { value: row.y + 15 }, text: { value: text } },
  });
  return [label(row.value, frame.heads.now, ahead), label(row.previous, frame.heads.before, !ahead)];
}
