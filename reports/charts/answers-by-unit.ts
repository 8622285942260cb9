/**
 * Shows how the answers to the eNPS question are spread: promoters, passives and detractors per unit.
 * In: one row per unit; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../../schemas/text.ts";
import { formatNumber } from "../formats.ts";
import { shortenText } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import {
  type ChartWords,
  columnHead,
  frameRows,
  type Layer,
  type Margins,
  nameAbove,
  placeRows,
  plotWidth,
  rowPlace,
  textColumn,
} from "./row-chart.ts";

/** One row per unit; the three counts add up to about `respondents`. */
export type UnitParts = Readonly<{
  name: string;
  organisation: boolean;
  promoters: number;
  passives: number;
  detractors: number;
  respondents: number;
}>;

export type PartsFrame = ChartWords &
  Readonly<{ heads: Readonly<{ promoters: string; passives: string; detractors: string; answers: string }> }>;

type Part = "detractors" | "passives" | "promoters";
export type Segment = Readonly<{ y: number; part: Part; from: number; to: number; label: string }>;

const parts: readonly Part[] = ["detractors", "passives", "promoters"];
const partColours: Record<Part, string> = {
  detractors: colours.deep,
  passives: colours.middle,
  promoters: colours.accent,
};

/** Bars of equal length with the counts written in them. */
export function chartAnswersByUnit(units: readonly UnitParts[], frame: PartsFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins: Margins = wide
    ? { left: 230, right: 90, top: 34, bottom: 6 }
    : { left: 0, right: 0, top: 34, bottom: 6 };
  const named = units.map((unit) => ({
    ...unit,
    written: formatNumber(unit.respondents, 0, frame.language),
    name: shortenText(unit.name, textSize, wide ? margins.left - 14 : 290, unit.organisation),
  }));
  const gapAfter = (row: UnitParts) => (row.organisation ? 10 : 0);
  const { rows, height } = wide
    ? placeRows(named, 26, gapAfter)
    : placeRows(named, nameAbove.rowHeight, gapAfter, nameAbove.middle);
  const rise = wide ? 0 : nameAbove.rise;
  const width = plotWidth(frame.layout, margins);
  return frameRows(frame, margins, height, rows, [
    ...segments(
      rows.flatMap((row) => splitBar(row, width, frame.language)),
      height,
    ),
    {
      ...textColumn(height, "name", -margins.left, { fontWeight: 600, dy: rise }),
      transform: [{ filter: "datum.organisation" }],
    },
    { ...textColumn(height, "name", -margins.left, { dy: rise }), transform: [{ filter: "!datum.organisation" }] },
    ...heads(frame, width, width + margins.right, wide),
    ...(wide ? [textColumn(height, "written", width + margins.right, { align: "right", color: colours.muted })] : []),
  ]);
}

type Parts = Readonly<Record<Part, number> & { y: number }>;

/** The three parts of a bar of `width` pixels, from 0 to 1, with their counts where there is room. */
export function splitBar(row: Parts, width: number, language: Language): Segment[] {
  const total = row.promoters + row.passives + row.detractors;
  if (total === 0) return [];
  let from = 0;
  return parts.map((part) => {
    const to = from + row[part] / total;
    const label = (to - from) * width >= 26 ? formatNumber(row[part], 0, language) : "";
    const segment = { y: row.y, part, from, to, label };
    from = to;
    return segment;
  });
}

type Bars = Readonly<{ range?: readonly [number, number]; thickness: number; rise: number; labelled: boolean }>;

/** Bars across the plot, or across `range` in pixels; `rise` is how far below its row a bar lies. */
export function segments(
  values: readonly Segment[],
  height: number,
  { range, thickness, rise, labelled }: Bars = { thickness: 18, rise: 0, labelled: true },
): Layer[] {
  const across = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [0, 1], nice: false, zero: false, ...(range === undefined ? {} : { range }) },
  });
  return parts.flatMap((part): Layer[] => [
    {
      data: { values: values.filter((segment) => segment.part === part) },
      mark: {
        type: "rule",
        strokeWidth: thickness,
        color: partColours[part],
        ...(rise === 0 ? {} : { yOffset: rise }),
      },
      encoding: { x: across("from"), x2: { field: "to" }, y: rowPlace(height) },
    },
    ...(labelled ? [labels(part)] : []),
  ]);

  function labels(part: Part): Layer {
    return {
      data: { values: values.filter((segment) => segment.part === part && segment.label !== "") },
      mark: {
        type: "text",
        align: "right",
        dx: -6,
        fontSize: textSize - 1,
        color: part === "passives" ? colours.ink : colours.onDeep,
      },
      encoding: { x: across("to"), y: rowPlace(height), text: { field: "label" } },
    };
  }
}

const heads = (frame: PartsFrame, width: number, right: number, wide: boolean): Layer[] => [
  columnHead(frame.heads.detractors, 0, "left"),
  columnHead(frame.heads.passives, width / 2, "center"),
  columnHead(frame.heads.promoters, width, "right"),
  ...(wide ? [columnHead(frame.heads.answers, right, "right")] : []),
];
