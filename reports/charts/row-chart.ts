/** The frame shared by charts that read like a table: names on the left, a plot in the middle, figures on the right. */
import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../../schemas/text.ts";
import { chartConfig, chartWidth, colours, type Layout, textSize, titleHeight } from "../theme.ts";

/** What every chart is told: language, width, and the sentences that name it. */
export type ChartWords = Readonly<{ language: Language; layout: Layout; title: string; description: string }>;

/** Pixels left and right of the plot, above it and below it. */
export type Margins = Readonly<{ left: number; right: number; top: number; bottom: number }>;

/** Rows with a place: `y` is the middle of the row in pixels from the top of the plot. */
export type Placed<Row> = Row & Readonly<{ y: number }>;

export type Layer = Readonly<Record<string, unknown>>;

/** A spec with fixed margins, so that nothing depends on measured text. */
export function frameRows(
  words: ChartWords,
  margins: Margins,
  height: number,
  rows: readonly object[],
  layer: readonly Layer[],
): TopLevelSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: words.title,
    description: words.description,
    width: plotWidth(words.layout, margins),
    height,
    autosize: { type: "none" },
    padding: { ...margins, top: margins.top + titleHeight },
    config: chartConfig(words.language),
    data: { values: rows },
    layer,
  } as unknown as TopLevelSpec;
}

/** Pixels between the margins. */
export const plotWidth = (layout: Layout, margins: Margins): number =>
  chartWidth[layout] - margins.left - margins.right;

/** Rows of equal height, the first with extra space below it when it is the organisation; `middle` is where in the row `y` lies. */
export function placeRows<Row extends object>(
  rows: readonly Row[],
  rowHeight: number,
  gapAfter: (row: Row) => number,
  middle = rowHeight / 2,
): { rows: Placed<Row>[]; height: number } {
  let top = 0;
  const placed = rows.map((row) => {
    const y = top + middle;
    top += rowHeight + gapAfter(row);
    return { ...row, y };
  });
  return { rows: placed, height: Math.max(top, rowHeight) };
}

/** The vertical place of a row. */
export const rowPlace = (height: number, field = "y") => ({
  field,
  type: "quantitative",
  axis: null,
  scale: { domain: [0, height], reverse: true, nice: false, zero: false },
});

/** The horizontal place of a figure, with its axis on top. */
export const figurePlace = (field: string, domain: readonly number[], axis: object) => ({
  field,
  type: "quantitative",
  scale: { domain, nice: false, zero: false },
  axis: { orient: "top", title: null, ...axis },
});

/** A column of texts at a fixed place; pixels from the left edge of the plot. */
export const textColumn = (height: number, field: string, x: number, mark: object = {}): Layer => ({
  mark: { type: "text", align: "left", ...mark },
  encoding: { x: { value: x }, y: rowPlace(height), text: { field } },
});

/** Room on a telephone: each name stands on a line of its own, above the figure. In pixels. */
export const nameAbove = { rowHeight: 48, middle: 33, rise: -18 } as const;

/** A name or another text above its figure, on a patch of paper, so that no grid line runs through it. */
export function nameLine(height: number, x: number, rise: number, mark: object = {}, field = "name"): Layer[] {
  const halo = { stroke: colours.paper, strokeWidth: 6, strokeJoin: "round", color: colours.paper };
  return [halo, {}].map((ink) => textColumn(height, field, x, { ...mark, ...ink, dy: rise }));
}

/** Names of groups; on a telephone, where lines of the plot would run through them, on a patch of paper. */
export const nameColumn = (height: number, x: number, wide: boolean): Layer[] =>
  wide ? [textColumn(height, "name", x, { fontWeight: 600 })] : nameLine(height, x, 0, { fontWeight: 600 });

/** A word above a column, on the line of the axis labels. */
export const columnHead = (text: string, x: number, align: "left" | "right" | "center", y = -14): Layer => ({
  data: { values: [{}] },
  mark: { type: "text", align, color: colours.muted, fontSize: textSize - 1 },
  encoding: { x: { value: x }, y: { value: y }, text: { value: text } },
});

/** A domain that holds all values, ends on whole steps and stays within the limits. */
export function coverValues(
  values: readonly number[],
  step: number,
  limits: readonly [number, number],
): [number, number] {
  const low = Math.floor(Math.min(...values) / step - 1e-9) * step;
  const high = Math.ceil(Math.max(...values) / step + 1e-9) * step;
  return [tidy(Math.max(low, limits[0])), tidy(Math.min(high, limits[1]))];
}

/** Removes the tail that binary fractions leave behind: 2.3000000000000003 becomes 2.3. */
const tidy = (value: number): number => Number(value.toFixed(6));
