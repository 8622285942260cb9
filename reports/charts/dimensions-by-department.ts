/**
 * Shows the scales of one instrument side by side, one panel a scale and one row a unit.
 * In: one row per unit and scale; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { chartConfig, colours, textSize } from "../theme.ts";
import { type ChartWords, coverValues, type Layer } from "./row-chart.ts";

/** One row per unit and scale, in points of the instrument's answer scale. */
export type DimensionPoint = Readonly<{
  unit: string;
  name: string;
  organisation: boolean;
  scale: string;
  value: number;
  low: number;
  high: number;
  written: string;
  /** The organisation's figure on this scale. */
  reference: number | null;
}>;

export type DimensionsFrame = ChartWords & Readonly<{ limits: readonly [number, number]; step: number }>;

/** Panels beside each other, on a telephone below each other. */
export function chartDimensionsByDepartment(points: readonly DimensionPoint[], frame: DimensionsFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const scales = [...new Set(points.map((point) => point.scale))];
  const units = [...new Set(points.map((point) => point.unit))];
  const columns = wide ? Math.min(scales.length, 3) : 1;
  const values = points.map((point) => ({ ...point, row: keyRow(point, units, wide ? 190 : 144) }));
  const domain = coverValues(
    points.flatMap((point) => [point.low, point.high]),
    frame.step,
    frame.limits,
  );
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: frame.title,
    description: frame.description,
    config: chartConfig(frame.language),
    padding: { left: 0, right: 40, top: 0, bottom: 4 },
    data: { values },
    facet: {
      field: "scale",
      type: "nominal",
      sort: scales,
      header: {
        title: null,
        labelAnchor: "start",
        labelColor: colours.ink,
        labelFontSize: textSize,
        labelFontWeight: "bold",
        labelPadding: 6,
      },
    },
    columns,
    spacing: { row: 24, column: 64 },
    spec: {
      width: wide ? Math.floor((540 - (columns - 1) * 64) / columns) : 100,
      height: { step: 24 },
      layer: layersOf(
        values.map((value) => value.row),
        domain,
        wide,
      ),
    },
  } as unknown as TopLevelSpec;
}

/** A row is known by its place and name, so that two units of one name stay apart. */
const keyRow = (point: DimensionPoint, units: readonly string[], width: number): string =>
  `${String(units.indexOf(point.unit)).padStart(4, "0")} ${shortenText(point.name, textSize, width, point.organisation)}`;

function layersOf(rows: readonly string[], domain: readonly number[], wide: boolean): Layer[] {
  const y = {
    field: "row",
    type: "ordinal",
    scale: { domain: [...new Set(rows)] },
    axis: {
      title: null,
      grid: false,
      labelExpr: "slice(datum.label, 5)",
      labelColor: colours.ink,
      labelFontSize: textSize,
      labelLimit: 0,
      labelAlign: "left",
      labelPadding: wide ? 200 : 150,
    },
  };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: { title: null, tickCount: 3 },
  });
  return [
    {
      transform: [{ filter: "datum.organisation && datum.reference !== null" }],
      mark: { type: "rule", color: colours.interval, strokeDash: [2, 3] },
      encoding: { x: x("reference") },
    },
    {
      mark: { type: "rule", color: colours.interval, strokeWidth: 2, strokeCap: "round" },
      encoding: { x: x("low"), x2: { field: "high" }, y },
    },
    {
      mark: { type: "point", filled: true, size: 64, opacity: 1 },
      encoding: {
        x: x("value"),
        y,
        color: { condition: { test: "datum.organisation", value: colours.ink }, value: colours.accent },
      },
    },
    {
      mark: { type: "text", align: "left", dx: 8, fontSize: textSize - 1, color: colours.muted },
      encoding: { x: { value: "width" }, y, text: { field: "written" } },
    },
  ];
}
