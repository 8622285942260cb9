/**
 * Shows teams by their eNPS: the figure with its interval, and how the answers are spread where that is shown.
 * In: one row per team; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { type Segment, segments, splitBar, type UnitParts } from "./answers-by-unit.ts";
import {
  type ChartWords,
  columnHead,
  figurePlace,
  frameRows,
  type Layer,
  type Margins,
  nameLine,
  placeRows,
  rowPlace,
  textColumn,
} from "./row-chart.ts";
import { encodeStand, type StandMark } from "./stand-signs.ts";

/** `low` and `high` are null without an interval; `parts` is null where the distribution is not shown. */
export type EnpsTeam = Readonly<{
  key: string;
  team: string;
  stand: StandMark;
  value: number;
  low: number | null;
  high: number | null;
  written: string;
  answers: string;
  parts: Pick<UnitParts, "promoters" | "passives" | "detractors"> | null;
}>;

export type EnpsFrame = ChartWords &
  Readonly<{
    domain: readonly [number, number];
    /** The organisation's figure; null when it has none. */
    organisation: number | null;
    /** What stands in place of a distribution that is not shown. */
    notShown: string;
    heads: Readonly<{ value: string; detractors: string; promoters: string; answers: string }>;
  }>;

/** In pixels from the left edge of the plot: the end of the figures, the bars, the end of the answers. */
type Columns = Readonly<{ value: number; bars: readonly [number, number]; answers: number }>;

const columns: Readonly<Record<"wide" | "narrow", Columns>> = {
  wide: { value: 300, bars: [326, 496], answers: 590 },
  narrow: { value: 286, bars: [0, 206], answers: 286 },
};

const margins: Readonly<Record<"wide" | "narrow", Margins>> = {
  wide: { left: 230, right: chartWidth.wide - 230 - 210, top: 44, bottom: 8 },
  narrow: { left: 14, right: chartWidth.narrow - 14 - 206, top: 44, bottom: 8 },
};

/** Pixels from the middle of a row to its name and its bar. */
const rises = { wide: { name: 0, bar: 0 }, narrow: { name: -18, bar: 14 } } as const;

/** Teams in the order given. */
export function chartEnpsByTeam(teams: readonly EnpsTeam[], frame: EnpsFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const column = columns[frame.layout];
  const { left } = margins[frame.layout];
  const rise = rises[frame.layout];
  const { rows, height } = placeRows(teams, wide ? 24 : 60, () => 0, wide ? 12 : 30);
  const figures = rows.map(({ parts, team, ...row }) => ({
    ...row,
    team,
    spread: parts === null ? frame.notShown : "",
    name: shortenText(team, textSize, wide ? left - 14 : 290),
  }));
  const bars = rows.flatMap((row) =>
    row.parts === null ? [] : splitBar({ ...row.parts, y: row.y }, column.bars[1] - column.bars[0], frame.language),
  );
  const frameOf = frameRows(frame, margins[frame.layout], height, figures, [
    { layer: [organisationRule(frame, height), ...plotLayers(frame, height)] },
    { layer: barLayers(bars, frame, height, rise.bar) },
    ...(wide
      ? [textColumn(height, "name", -left), textColumn(height, "answers", column.answers, answersMark)]
      : nameLine(height, -left, rise.name)),
    textColumn(height, "written", column.value, { align: "right" }),
    ...heads(frame, column, wide),
  ]);
  return { ...frameOf, resolve: { scale: { x: "independent" } } } as TopLevelSpec;
}

const answersMark = { align: "right", color: colours.muted };

/** The organisation as a line through all teams, named on top of it. */
function organisationRule(frame: EnpsFrame, height: number): Layer {
  return {
    data: { values: frame.organisation === null ? [] : [{ organisation: frame.organisation }] },
    mark: { type: "rule", color: colours.muted, strokeDash: [2, 3] },
    encoding: { x: figurePlace("organisation", frame.domain, {}), y: { value: -4 }, y2: { value: height } },
  };
}

function plotLayers(frame: EnpsFrame, height: number): Layer[] {
  const place = (field: string) => figurePlace(field, frame.domain, { tickCount: 4 });
  return [
    {
      transform: [{ filter: "datum.low !== null" }],
      mark: { type: "rule", strokeWidth: 1.5, color: colours.interval, aria: true },
      encoding: { x: place("low"), x2: { field: "high" }, y: rowPlace(height), description: { field: "key" } },
    },
    {
      mark: { type: "point", strokeWidth: 1.4, opacity: 1, size: 60, aria: true },
      encoding: { x: place("value"), y: rowPlace(height), description: { field: "key" }, ...encodeStand },
    },
  ];
}

/** Bars of equal length; where there is none, the one text for what is not shown. */
function barLayers(bars: readonly Segment[], frame: EnpsFrame, height: number, rise: number): Layer[] {
  const [from, to] = columns[frame.layout].bars;
  return [
    ...segments(bars, height, { range: [from, to], thickness: rise === 0 ? 14 : 9, rise, labelled: rise === 0 }),
    {
      transform: [{ filter: 'datum.spread !== ""' }],
      mark: { type: "text", align: "left", fontSize: textSize - 2, color: colours.muted, dy: rise, aria: true },
      encoding: {
        x: { value: from },
        y: rowPlace(height),
        text: { field: "spread" },
        description: { field: "key" },
      },
    },
  ];
}

function heads(frame: EnpsFrame, column: Columns, wide: boolean): Layer[] {
  const value = columnHead(frame.heads.value, column.value, "right");
  if (!wide) return [value];
  return [
    value,
    columnHead(frame.heads.detractors, column.bars[0], "left"),
    columnHead(frame.heads.promoters, column.bars[1], "right"),
    columnHead(frame.heads.answers, column.answers, "right"),
  ];
}
