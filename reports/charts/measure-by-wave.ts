/**
 * Shows how a measure moved per unit, one small panel a unit, the organisation as a quiet line behind it.
 * In: one row per unit and wave; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { chartConfig, colours, textSize } from "../theme.ts";
import { type ChartWords, coverValues, type Layer } from "./row-chart.ts";

/** One row per unit and wave, without figures where the unit is not shown; `organisation` is the organisation's figure in that wave, `written` the unit's own or that it is not shown. */
export type WavePoint = Readonly<{
  unit: string;
  name: string;
  wave: string;
  value: number | null;
  low: number | null;
  high: number | null;
  organisation: number | null;
  written: string;
}>;

/** `waves` oldest first; `limits` of the answer scale. */
export type WavesFrame = ChartWords &
  Readonly<{ waves: readonly string[]; limits: readonly [number, number]; step: number }>;

/** Panels in the order of the rows. */
export function chartMeasureByWave(points: readonly WavePoint[], frame: WavesFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const panel = wide ? { columns: 3, width: 216, height: 96 } : { columns: 1, width: 250, height: 84 };
  const values = keyPanels(points, frame, panel.width + 22);
  const domain = coverValues(
    points.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high])),
    frame.step,
    frame.limits,
  );
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: frame.title,
    description: frame.description,
    config: chartConfig(frame.language),
    padding: { left: 0, right: 10, top: 0, bottom: 4 },
    data: { values },
    facet: {
      field: "panel",
      type: "nominal",
      sort: [...new Set(values.map((value) => value.panel))],
      header: {
        title: null,
        labelExpr: "slice(datum.label, 5)",
        labelAnchor: "start",
        labelColor: colours.ink,
        labelFontSize: textSize,
        labelFontWeight: "bold",
        labelPadding: 4,
      },
    },
    columns: panel.columns,
    resolve: { axis: { x: "independent" } },
    spacing: { row: 26, column: wide ? 44 : 24 },
    spec: { width: panel.width, height: panel.height, layer: layersOf(frame, domain) },
  } as unknown as TopLevelSpec;
}

/** A panel is known by its place and name, so that two units of one name stay apart; `column` is the place of the wave. Only the newest figure is written. */
function keyPanels(points: readonly WavePoint[], frame: WavesFrame, width: number) {
  const units = [...new Set(points.map((point) => point.unit))];
  const newest = frame.waves.at(-1);
  return points.map((point) => ({
    ...point,
    panel: `${String(units.indexOf(point.unit)).padStart(4, "0")} ${shortenText(point.name, textSize, width, true)}`,
    column: frame.waves.indexOf(point.wave),
    written: point.wave === newest || point.value === null ? point.written : "",
  }));
}

function layersOf(frame: WavesFrame, domain: readonly number[]): Layer[] {
  const wide = frame.layout === "wide";
  const ends = [frame.waves[0], frame.waves.at(-1)];
  const x = {
    field: "wave",
    type: "ordinal",
    scale: { domain: frame.waves, padding: 0.35 },
    axis: {
      title: null,
      values: ends,
      labelAngle: 0,
      labelLimit: wide ? 106 : 54,
      labelFontSize: wide ? 12 : 11,
      ...(wide ? {} : { labelExpr: 'split(datum.label, "-")' }),
      grid: false,
    },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: { title: null, tickCount: 3 },
  });
  return [
    {
      transform: [{ filter: "datum.organisation !== null" }],
      mark: { type: "line", color: colours.interval, strokeWidth: 1.5, strokeDash: [3, 3] },
      encoding: { x, y: y("organisation") },
    },
    {
      mark: { type: "rule", color: colours.interval, strokeWidth: 2, strokeCap: "round" },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    },
    {
      transform: [{ filter: "datum.value === null" }],
      mark: { type: "text", fontSize: 12, color: colours.muted, lineBreak: " ", lineHeight: 13, dy: -20 },
      encoding: { x, y: { value: "height" }, text: { field: "written" } },
    },
    {
      mark: { type: "line", color: colours.accent, strokeWidth: 2, invalid: "break-paths-show-path-domains" },
      encoding: { x, y: y("value") },
    },
    {
      mark: { type: "point", filled: true, size: 50, opacity: 1, color: colours.accent },
      encoding: { x, y: y("value") },
    },
    {
      transform: [{ filter: "datum.value !== null" }],
      mark: { type: "text", align: "left", dx: 8, fontSize: textSize - 1, fontWeight: 600 },
      encoding: { x, y: y("value"), text: { field: "written" } },
    },
  ];
}
