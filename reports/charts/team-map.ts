/**
 * The map of teams: one sign with its interval per team, grouped by department, against the line; teams with a signal are named
 * at their sign. In: one row per team, the most certain first; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Level } from "../../schemas/release.ts";
import { estimateTextWidth, shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { encodeInterval, encodeSign } from "./level-signs.ts";
import { type ChartWords, coverValues, figurePlace, frameRows, type Layer, nameColumn, rowPlace } from "./row-chart.ts";
import { type Lane, placeLanes } from "./team-lanes.ts";

/** One row per team; `key` marks the team in every chart, `label` is written at its sign or empty, `sure` beside it. */
export type TeamMark = Readonly<{
  key: string;
  group: string;
  level: Level;
  estimate: number;
  low: number;
  high: number;
  label: string;
  sure: string;
}>;

/** Words and figures that belong to the whole chart; `line`, `mean` and `limits` in points of the measure. */
export type TeamMapFrame = ChartWords &
  Readonly<{
    line: number;
    lineLabel: string;
    mean: number;
    meanLabel: string;
    limits: readonly [number, number];
    /** The side of the line where teams with a signal lie. */
    beyond: "right" | "left";
    /** How many teams a department has, also those that are not drawn; `drawn` of them are. */
    count: (drawn: number, group: string) => string;
  }>;

/** Pixels, from the left edge of the plot: `left` and `edge` are where the chart and the room for labels end. */
type Plot = Readonly<{
  domain: [number, number];
  height: number;
  left: number;
  width: number;
  edge: number;
  side: "right" | "left";
}>;

const sizes: Readonly<Record<Level, number>> = { elevated: 92, watch: 62, too_little_evidence: 34, no_signal: 26 };
const gutter = 200;
const widestLabel = 300;
const gap = 9;
const signGap = 7;

/** An empty list gives an empty plot with its line. */
export function chartTeamMap(marks: readonly TeamMark[], frame: TeamMapFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const domain = chooseDomain(marks, frame);
  const { rows, lanes, height } = placeLanes(wide ? marks : marks.map((mark) => ({ ...mark, sure: "" })), wide);
  const side = wide ? frame.beyond : frame.beyond === "right" ? "left" : "right";
  const margins = chooseMargins(rows, domain, frame, wide);
  const width = chartWidth[frame.layout] - margins.left - margins.right;
  const edge = frame.beyond === "right" ? width + margins.right : wide ? gutter - margins.left : -margins.left;
  const plot = { domain, height, left: -margins.left, width, edge, side } as const;
  const room = (row: TeamMark) =>
    wide ? widestLabel : (side === "left" ? placeOn(domain, row.low) : 1 - placeOn(domain, row.high)) * width - gap;
  const labelled = rows.map((row) => placeLabel(row, room(row)));
  return frameRows(frame, margins, height, labelled, [
    wash(plot, frame),
    ...laneRules(lanes, plot, width + margins.right),
    ...rules(plot, frame, wide),
    intervals(plot),
    signs(plot),
    ...labels(plot),
    ...laneNames(lanes, plot, frame, wide),
  ]);
}

function chooseDomain(marks: readonly TeamMark[], frame: TeamMapFrame): [number, number] {
  const values = [frame.line, frame.mean, ...marks.flatMap((mark) => [mark.low, mark.high])];
  const span = frame.limits[1] - frame.limits[0];
  return coverValues(values, span > 50 ? 10 : span > 12 ? 5 : 0.1, frame.limits);
}

/** As wide a plot as leaves room for the longest label outside it. */
function chooseMargins(
  rows: readonly TeamMark[],
  domain: readonly [number, number],
  frame: TeamMapFrame,
  wide: boolean,
) {
  const base = { top: 54, bottom: 10 };
  if (!wide) return { ...base, left: 6, right: 6 };
  const free = chartWidth.wide - gutter - 8;
  const place = (value: number, width: number) => placeOn(domain, value) * width;
  const beyond = (row: TeamMark, width: number) =>
    frame.beyond === "right" ? place(row.high, width) - width : -place(row.low, width);
  const overflow = (width: number) =>
    Math.max(0, ...rows.filter((row) => row.label !== "").map((row) => beyond(row, width) + gap + labelWidth(row)));
  let width = free;
  while (width > free / 2 && width + overflow(width) > free) width -= 4;
  return frame.beyond === "right"
    ? { ...base, left: gutter, right: free - width + 8 }
    : { ...base, left: gutter + free - width, right: 8 };
}

/** 0 at the lower end of a domain, 1 at its upper end. */
const placeOn = ([low, high]: readonly [number, number], value: number): number => (value - low) / (high - low);

const labelWidth = ({ label, level, sure }: TeamMark): number =>
  estimateTextWidth(label, textSize, level === "elevated") +
  (sure === "" ? 0 : signGap + estimateTextWidth(sure, textSize));

/** The certainty stands after the name, so it begins where the name ends. */
function placeLabel<Row extends TeamMark>(row: Row, room: number) {
  const bold = row.level === "elevated";
  const sureWidth = row.sure === "" ? 0 : signGap + estimateTextWidth(row.sure, textSize);
  const label = shortenText(row.label, textSize, room - sureWidth, bold);
  return {
    ...row,
    size: row.level === "watch" && row.label === "" ? 40 : sizes[row.level],
    label,
    offset: Math.round(estimateTextWidth(label, textSize, bold)),
    sure_offset: Math.round(sureWidth),
  };
}

const wash = (plot: Plot, frame: TeamMapFrame): Layer => ({
  data: { values: [{ from: frame.line }] },
  mark: { type: "rect", color: colours.wash, opacity: 1 },
  encoding: {
    x: figurePlace("from", plot.domain, {
      tickCount: frame.layout === "wide" ? 6 : 3,
      grid: false,
      labelPadding: 28,
    }),
    x2: { value: plot.edge },
    y: { value: 0 },
    y2: { value: plot.height },
  },
});

const laneRules = (lanes: readonly Lane[], plot: Plot, right: number): Layer[] => [
  {
    data: { values: lanes.map(({ top }) => ({ y: top })) },
    mark: { type: "rule", color: colours.hairline, strokeWidth: 1 },
    encoding: { x: { value: plot.left }, x2: { value: right }, y: rowPlace(plot.height) },
  },
];

function rules(plot: Plot, frame: TeamMapFrame, wide: boolean): Layer[] {
  const rule = (value: number, from: number, mark: object): Layer => ({
    data: { values: [{ value }] },
    mark: { type: "rule", ...mark },
    encoding: {
      x: figurePlace("value", plot.domain, {}),
      y: { value: from },
      y2: { value: plot.height },
    },
  });
  const label = (value: number, text: string, mark: object): Layer => ({
    data: { values: [{ value }] },
    mark: { type: "text", fontSize: 13, ...mark },
    encoding: { x: figurePlace("value", plot.domain, {}), y: { value: -13 }, text: { value: text } },
  });
  const lineIsRight = frame.line >= frame.mean;
  const [align, dx] = lineIsRight ? (["left", -1] as const) : (["right", 1] as const);
  const [meanAlign, meanDx] = lineIsRight ? (["right", -6] as const) : (["left", 6] as const);
  return [
    rule(frame.mean, -5, { color: colours.interval, strokeDash: [2, 3] }),
    rule(frame.line, -5, { color: colours.ink, strokeWidth: 1.5 }),
    label(frame.line, frame.lineLabel, { align, dx, fontWeight: 600 }),
    ...(wide ? [label(frame.mean, frame.meanLabel, { align: meanAlign, dx: meanDx, color: colours.muted })] : []),
  ];
}

const intervals = (plot: Plot): Layer => ({
  mark: { type: "rule", strokeWidth: 1.25, aria: true },
  encoding: {
    x: figurePlace("low", plot.domain, {}),
    x2: { field: "high" },
    y: rowPlace(plot.height),
    description: { field: "key" },
    ...encodeInterval,
  },
});

const signs = (plot: Plot): Layer => ({
  mark: { type: "point", strokeWidth: 1.5, opacity: 1, aria: true },
  encoding: {
    x: figurePlace("estimate", plot.domain, {}),
    y: rowPlace(plot.height),
    size: { field: "size", type: "quantitative", scale: null },
    description: { field: "key" },
    ...encodeSign,
  },
});

/** The name outside the interval, in ink, then its certainty, quieter; on a patch of paper, so that no line runs through it. */
function labels(plot: Plot): Layer[] {
  const right = plot.side === "right";
  const text = (field: string, dx: unknown, mark: object, filter: string): Layer => ({
    transform: [{ filter }],
    mark: { type: "text", align: right ? "left" : "right", dx, aria: true, ...mark },
    encoding: {
      x: figurePlace(right ? "high" : "low", plot.domain, {}),
      y: rowPlace(plot.height),
      text: { field },
      description: { field: "key" },
    },
  });
  const halo = { stroke: colours.paper, strokeWidth: 5, strokeJoin: "round", color: colours.paper, aria: false };
  const named = right ? gap : { expr: `-${gap} - datum.sure_offset` };
  const beside = right ? { expr: `${gap + signGap} + datum.offset` } : -gap;
  const elevated = "datum.label !== '' && datum.level === 'elevated'";
  const others = "datum.label !== '' && datum.level !== 'elevated'";
  return [
    ...(right ? [] : [text("label", named, { ...halo, fontWeight: 600 }, "datum.label !== ''")]),
    text("label", named, { fontWeight: 600 }, elevated),
    text("label", named, { color: colours.muted }, others),
    text("sure", beside, { color: colours.muted }, "datum.sure !== ''"),
  ];
}

function laneNames(lanes: readonly Lane[], plot: Plot, frame: TeamMapFrame, wide: boolean): Layer[] {
  const left = plot.left;
  const written = lanes.map(({ group, teams, top }) => ({
    y: top + 15,
    name: shortenText(group, textSize, wide ? gutter - 18 : chartWidth.narrow - 80, true),
    count: frame.count(teams, group),
    below: top + 33,
  }));
  const data = { values: written };
  const countPlace = wide
    ? { x: { value: left }, y: { ...rowPlace(plot.height), field: "below" } }
    : { x: { value: plot.width }, y: rowPlace(plot.height) };
  return [
    ...nameColumn(plot.height, left, wide).map((layer) => ({ ...layer, data })),
    {
      data,
      mark: { type: "text", align: wide ? "left" : "right", color: colours.muted, fontSize: 13 },
      encoding: { ...countPlace, text: { field: "count" } },
    },
  ];
}
