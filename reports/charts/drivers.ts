/**
 * Shows how large a part of the differences between people goes with each scale, beside the part that all would have if they were equal.
 * In: one row per scale, put into words; out: a Vega-Lite spec. All words are in rows, so that every outcome is drawn in one frame.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import {
  type ChartWords,
  coverValues,
  figurePlace,
  frameRows,
  type Layer,
  type Margins,
  nameLine,
  placeRows,
  plotWidth,
  rowPlace,
  textColumn,
} from "./row-chart.ts";

/** `weight` is a part of all differences, 0-1, between `low` and `high`; `written` is the same for readers. */
export type DriverRow = Readonly<{
  name: string;
  weight: number;
  low: number;
  high: number;
  stands_out: boolean;
  written: string;
  /** "higher goes with higher". */
  goes_with: string;
}>;

export type DriversFrame = ChartWords &
  Readonly<{ equalShare: Readonly<{ value: number; label: string }>; weightHead: string }>;

/** From row to row, and from the top of a row to its middle; on a telephone name and direction stand above the figure. In pixels. */
const rowsOf = { wide: { height: 30, middle: 15 }, narrow: { height: 66, middle: 50 } } as const;

/** Rows in the order given. */
export function chartDrivers(drivers: readonly DriverRow[], frame: DriversFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins: Margins = wide
    ? { left: 230, right: 286, top: 34, bottom: 34 }
    : { left: 16, right: 56, top: 34, bottom: 34 };
  const { height: rowHeight, middle } = rowsOf[frame.layout];
  const named = drivers.map((driver) => ({
    ...driver,
    name: shortenText(driver.name, textSize, wide ? margins.left - 14 : 290),
  }));
  const { rows, height } = placeRows(named, rowHeight, () => 0, middle);
  const width = plotWidth(frame.layout, margins);
  const domain = coverValues([0, ...drivers.map(({ high }) => high), frame.equalShare.value], 0.1, [0, 1]);
  const place = (field: string) => figurePlace(field, domain, axisOf(frame));
  const figures = wide ? width + 66 : width + margins.right;
  return frameRows(frame, margins, height, rows, [
    ...equalShare(frame, height, place),
    {
      mark: { type: "rule", strokeWidth: 2, strokeCap: "round", color: colours.interval },
      encoding: { x: place("low"), x2: { field: "high" }, y: rowPlace(height) },
    },
    dots(height, place),
    textColumn(height, "written", figures, { align: "right", fontWeight: 600 }),
    headOf(frame.weightHead, figures),
    ...(wide
      ? [
          textColumn(height, "name", -margins.left),
          textColumn(height, "goes_with", width + 90, { color: colours.muted }),
        ]
      : [
          ...nameLine(height, -margins.left, -36),
          ...nameLine(height, -margins.left, -18, { color: colours.muted, fontSize: textSize - 1 }, "goes_with"),
        ]),
  ]);
}

const axisOf = ({ language }: DriversFrame) => ({
  tickCount: 4,
  labelExpr: `format(datum.value * 100, ".0f") + "${language === "nl" ? "\u00a0%" : "%"}"`,
});

/** Filled where the whole interval lies above an equal share. */
const dots = (height: number, place: (field: string) => object): Layer => ({
  mark: { type: "point", shape: "circle", size: 84, strokeWidth: 1.6, opacity: 1 },
  encoding: {
    x: place("weight"),
    y: rowPlace(height),
    fill: { condition: { test: "datum.stands_out", value: colours.accent }, value: colours.paper },
    stroke: { condition: { test: "datum.stands_out", value: colours.accent }, value: colours.quiet },
  },
});

/** A dashed line through all rows, named below them. */
function equalShare({ equalShare: { value, label } }: DriversFrame, height: number, place: (field: string) => object) {
  const data = { values: [{ equal_share: value, text: label }] };
  return [
    {
      data,
      mark: { type: "rule", color: colours.muted, strokeDash: [2, 3] },
      encoding: { x: place("equal_share"), y: { value: 0 }, y2: { value: height + 12 } },
    },
    {
      data,
      mark: { type: "text", align: "left", dx: -2, fontSize: textSize - 1, color: colours.muted },
      encoding: { x: place("equal_share"), y: { value: height + 22 }, text: { field: "text" } },
    },
  ];
}

const headOf = (text: string, x: number): Layer => ({
  data: { values: [{ text }] },
  mark: { type: "text", align: "right", color: colours.muted, fontSize: textSize - 1 },
  encoding: { x: { value: x }, y: { value: -11 }, text: { field: "text" } },
});
