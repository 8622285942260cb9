/**
 * Shows every team with its interval, the most certain on top, against the line.
 * In: one row per team, already sorted and put into words; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Level } from "../../schemas/release.ts";
import { capitalise } from "../formats.ts";
import { shortenText } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import {
  type ChartWords,
  columnHead,
  coverValues,
  figurePlace,
  frameRows,
  type Layer,
  type Margins,
  nameLine,
  type Placed,
  plotWidth,
  rowPlace,
  textColumn,
} from "./row-chart.ts";

/** One row per team; `sure` and `answers` are written for readers. */
export type TeamDot = Readonly<{
  team: string;
  department: string | null;
  level: Level;
  estimate: number;
  low: number;
  high: number;
  sure: string;
  answers: string;
}>;

/** Words and figures that belong to the whole chart; `line` and `mean` in points of the measure. */
export type TeamsFrame = ChartWords &
  Readonly<{
    levels: Record<Level, string>;
    /** Teams per label, written; says so when the chart holds only some of them. */
    counts: Record<Level, string>;
    heads: Readonly<{ sure: string; answers: string }>;
    line: number;
    lineLabel: string;
    mean: number;
    meanLabel: string;
    limits: readonly [number, number];
  }>;

type Row = TeamDot & Readonly<{ name: string }>;
type Head = Readonly<{ y: number; level: Level; label: string }>;

const rowHeight = 20;
const headHeight = 40;
/** On a telephone the name stands above the dot. */
const narrowRow = { height: 44, middle: 31, rise: -16 } as const;
const order: readonly Level[] = ["elevated", "watch", "too_little_evidence", "no_signal"];

/** The hero of the report. An empty list gives an empty plot with its line. */
export function chartTeamsByProbability(dots: readonly TeamDot[], frame: TeamsFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const departments = wide && dots.some((dot) => dot.department !== null);
  const margins: Margins = wide
    ? { left: departments ? 390 : 236, right: 164, top: 60, bottom: 8 }
    : { left: 14, right: 72, top: 60, bottom: 8 };
  const { rows, heads, height } = placeTeams(dots, wide ? (departments ? 196 : 224) : 290, wide, frame);
  const width = plotWidth(frame.layout, margins);
  const domain = chooseDomain(dots, frame);
  const left = -margins.left;
  const right = width + margins.right;
  return frameRows(frame, margins, height, rows, [
    ...rules(frame, domain, height, wide),
    intervals(domain, height),
    dotsOf(domain, height),
    ...(wide ? [textColumn(height, "name", left)] : nameLine(height, left, narrowRow.rise)),
    ...(departments ? [departmentColumn(height, left + 204)] : []),
    ...(wide ? [textColumn(height, "answers", right, muted("right"))] : []),
    textColumn(height, "sure", wide ? width + 76 : right, { align: "right" }),
    columnHead(frame.heads.sure, wide ? width + 76 : right, "right"),
    ...(wide ? [columnHead(frame.heads.answers, right, "right")] : []),
    ...headings(heads, height, left, wide),
  ]);
}

const muted = (align: "left" | "right") => ({ align, color: colours.muted });

function placeTeams(dots: readonly TeamDot[], nameWidth: number, wide: boolean, frame: TeamsFrame) {
  const rows: Placed<Row>[] = [];
  const heads: Head[] = [];
  let top = 0;
  for (const level of order) {
    const group = dots.filter((dot) => dot.level === level);
    if (group.length === 0) continue;
    heads.push({
      y: top + headHeight - 16,
      level,
      label: `${capitalise(frame.levels[level])} · ${frame.counts[level]}`,
    });
    top += headHeight;
    for (const dot of group) {
      const name = shortenText(dot.team, textSize, nameWidth);
      const department = dot.department === null ? "" : shortenText(dot.department, textSize, 178);
      rows.push({ ...dot, name, department, y: top + (wide ? rowHeight / 2 : narrowRow.middle) });
      top += wide ? rowHeight : narrowRow.height;
    }
  }
  return { rows, heads, height: Math.max(top, headHeight) };
}

function chooseDomain(dots: readonly TeamDot[], frame: TeamsFrame): [number, number] {
  const values = [frame.line, frame.mean, ...dots.flatMap((dot) => [dot.low, dot.high])];
  const span = frame.limits[1] - frame.limits[0];
  return coverValues(values, span > 50 ? 10 : span > 12 ? 5 : 0.1, frame.limits);
}

function rules(frame: TeamsFrame, domain: readonly number[], height: number, wide: boolean): Layer[] {
  const rule = (value: number, mark: object): Layer => ({
    data: { values: [{ value }] },
    mark: { type: "rule", ...mark },
    encoding: { x: figurePlace("value", domain, { tickCount: wide ? 5 : 3 }), y: { value: -4 }, y2: { value: height } },
  });
  const label = (value: number, text: string, y: number, mark: object): Layer => ({
    data: { values: [{ value }] },
    mark: { type: "text", fontSize: textSize - 1, ...mark },
    encoding: { x: figurePlace("value", domain, {}), y: { value: y }, text: { value: text } },
  });
  const after = frame.line >= frame.mean;
  return [
    rule(frame.mean, { color: colours.interval, strokeDash: [2, 3] }),
    rule(frame.line, { color: colours.ink, strokeWidth: 1.5 }),
    label(frame.line, frame.lineLabel, -34, {
      align: after ? "left" : "right",
      fontWeight: "bold",
      dx: after ? -1 : 1,
    }),
    ...(wide
      ? [
          label(frame.mean, frame.meanLabel, -34, {
            align: after ? "right" : "left",
            color: colours.muted,
            dx: after ? -6 : 6,
          }),
        ]
      : []),
  ];
}

const intervals = (domain: readonly number[], height: number): Layer => ({
  mark: { type: "rule", strokeWidth: 2, strokeCap: "round" },
  encoding: {
    x: figurePlace("low", domain, {}),
    x2: { field: "high" },
    y: rowPlace(height),
    color: byLevel({ elevated: "#8fb1e3", watch: colours.interval, other: "#cfd3d8" }),
  },
});

const dotsOf = (domain: readonly number[], height: number): Layer => ({
  mark: { type: "point", size: 62, strokeWidth: 1.6, opacity: 1 },
  encoding: { x: figurePlace("estimate", domain, {}), y: rowPlace(height), ...signOf },
});

/** One sign per label that also reads in grey: filled or open, diamond or disc. */
const signOf = {
  shape: {
    field: "level",
    type: "nominal",
    legend: null,
    scale: { domain: order, range: ["diamond", "diamond", "circle", "circle"] },
  },
  fill: {
    field: "level",
    type: "nominal",
    legend: null,
    scale: { domain: order, range: [colours.accent, colours.paper, colours.paper, "#8a929b"] },
  },
  stroke: {
    field: "level",
    type: "nominal",
    legend: null,
    scale: { domain: order, range: [colours.accent, colours.accent, "#8a929b", "#8a929b"] },
  },
};

const byLevel = (choice: { elevated: string; watch: string; other: string }) => ({
  field: "level",
  type: "nominal",
  legend: null,
  scale: { domain: order, range: [choice.elevated, choice.watch, choice.other, choice.other] },
});

const departmentColumn = (height: number, x: number): Layer =>
  textColumn(height, "department", x, { color: colours.muted });

const headings = (heads: readonly Head[], height: number, left: number, wide: boolean): Layer[] => [
  ...(wide
    ? []
    : [
        {
          data: { values: heads },
          mark: {
            type: "text",
            align: "left",
            fontWeight: "bold",
            color: colours.paper,
            stroke: colours.paper,
            strokeWidth: 6,
          },
          encoding: { x: { value: left + 18 }, y: rowPlace(height), text: { field: "label" } },
        },
      ]),
  {
    data: { values: heads },
    mark: { type: "point", size: 62, strokeWidth: 1.6, opacity: 1 },
    encoding: { x: { value: left + 6 }, y: rowPlace(height), ...signOf },
  },
  {
    data: { values: heads },
    mark: { type: "text", align: "left", fontWeight: "bold" },
    encoding: { x: { value: left + 18 }, y: rowPlace(height), text: { field: "label" } },
  },
];
