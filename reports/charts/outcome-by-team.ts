/**
 * Shows a figure of the organisation's own against the score of every team: dots and the middle team of both, never a line through them.
 * In: one row per team; out: a Vega-Lite spec. All words are in rows.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Level } from "../../schemas/release.ts";
import { formatNumber } from "../formats.ts";
import { estimateTextWidth, shortenText } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import { encodeSign, levelSizes } from "./level-signs.ts";
import { drawLabels, placeLabels } from "./place-labels.ts";
import { type ChartWords, coverValues, frameRows, type Layer, type Margins, plotWidth } from "./row-chart.ts";

/** `figure` in points of the measure, `value` in the unit of the outcome; `label` is written at the sign, or empty. */
export type OutcomeDot = Readonly<{ key: string; figure: number; value: number; level: Level; label: string }>;

/** What an axis is of; in which unit, and which side of it is unfavourable; the team in the middle. */
export type OutcomeAxis = Readonly<{ title: string; direction: string; middle: number; middleLabel: string }>;

export type OutcomeFrame = ChartWords &
  Readonly<{
    figure: OutcomeAxis & Readonly<{ domain: readonly [number, number] }>;
    value: OutcomeAxis;
  }>;

/** Earlier dots get their names first and are drawn over later ones. At least two teams must differ in their value. */
export function chartOutcomeByTeam(dots: readonly OutcomeDot[], frame: OutcomeFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const { domain } = frame.figure;
  const values = dots.map(({ value }) => value);
  const reach = coverValues(values, stepOf(values), [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  const left = 16 + Math.max(24, ...reach.map((end) => widthOfTick(end, frame)));
  const margins: Margins = wide ? { left, right: 136, top: 66, bottom: 60 } : { left, right: 10, top: 66, bottom: 76 };
  const height = wide ? 340 : 300;
  const width = plotWidth(frame.layout, margins);
  const scales: Scales = { figure: domain, value: reach, ticks: wide ? 6 : 4 };
  const named = dots.map((dot) => ({ ...dot, label: shortenText(dot.label, textSize, wide ? 240 : 150, true) }));
  const placeOf = (value: number) => height * (1 - (value - reach[0]) / (reach[1] - reach[0]));
  const sides = placeLabels(
    named.map(({ label, figure, value }) => ({
      label,
      x: (width * (figure - domain[0])) / (domain[1] - domain[0]),
      y: placeOf(value),
    })),
    wide ? width + margins.right : width,
    wide ? [{ x: width, y: placeOf(frame.value.middle), label: frame.value.middleLabel }] : [],
  );
  const rows = named
    .map((dot, position) => ({ ...dot, size: levelSizes[dot.level], side: sides[position] ?? "none" }))
    .reverse();
  return frameRows(frame, margins, height, rows, [
    ...middles(frame, scales, { width, height, wide }),
    signs(scales),
    ...drawLabels({ x: across("figure", scales), y: up("value", scales) }),
    ...axisWords(frame, { left: -margins.left, width, height, wide }),
  ]);
}

/** The ends of both axes, and about how many labels the lower one has. */
type Scales = Readonly<Record<"figure" | "value", readonly [number, number]>> & Readonly<{ ticks: number }>;

const across = (field: string, { figure, ticks }: Scales) => ({
  field,
  type: "quantitative",
  scale: { domain: figure, nice: false, zero: false },
  axis: { orient: "bottom", title: null, grid: false, tickCount: ticks },
});

const up = (field: string, { value }: Scales) => ({
  field,
  type: "quantitative",
  scale: { domain: value, nice: false, zero: false },
  axis: { title: null, tickCount: 5 },
});

/** 1, 2 or 5 times a power of ten: about a fifth of the span of the values. */
export function stepOf(values: readonly number[]): number {
  const fifth = (Math.max(...values) - Math.min(...values)) / 5;
  const power = 10 ** Math.floor(Math.log10(fifth) + 1e-9);
  const times = [5, 2, 1].find((one) => one * power <= fifth * (1 + 1e-9)) ?? 1;
  return Number((times * power).toPrecision(1));
}

const widthOfTick = (end: number, { language }: OutcomeFrame): number =>
  Math.ceil(estimateTextWidth(formatNumber(end, Number.isInteger(end) ? 0 : 1, language), textSize));

type Room = Readonly<{ width: number; height: number; wide: boolean }>;

/** Dotted lines through the middle team; named outside the plot, where there is room. */
function middles({ figure, value }: OutcomeFrame, scales: Scales, { width, height, wide }: Room): Layer[] {
  const mark = { type: "rule", color: colours.interval, strokeDash: [2, 3] };
  const text = { type: "text", align: "left", fontSize: textSize - 1, color: colours.muted };
  const ofFigure = { values: [{ middle_figure: figure.middle, text: figure.middleLabel }] };
  const ofValue = { values: [{ middle_value: value.middle, text: value.middleLabel }] };
  return [
    {
      data: ofFigure,
      mark,
      encoding: { x: across("middle_figure", scales), y: { value: -6 }, y2: { value: height } },
    },
    { data: ofValue, mark, encoding: { y: up("middle_value", scales), x: { value: 0 }, x2: { value: width } } },
    {
      data: ofFigure,
      mark: { ...text, align: alignOf((figure.middle - figure.domain[0]) / (figure.domain[1] - figure.domain[0])) },
      encoding: { x: across("middle_figure", scales), y: { value: -15 }, text: { field: "text" } },
    },
    ...(wide
      ? [
          {
            data: ofValue,
            mark: { ...text, dx: 8 },
            encoding: { y: up("middle_value", scales), x: { value: width }, text: { field: "text" } },
          },
        ]
      : []),
  ];
}

/** Away from the side that is near; `at` is a place in the plot, 0-1. */
const alignOf = (at: number): "left" | "center" | "right" => (at < 0.2 ? "left" : at > 0.8 ? "right" : "center");

const signs = (scales: Scales): Layer => ({
  mark: { type: "point", strokeWidth: 1.5, opacity: 1, aria: true },
  encoding: {
    x: across("figure", scales),
    y: up("value", scales),
    description: { field: "key" },
    size: { field: "size", type: "quantitative", scale: null },
    ...encodeSign,
  },
});

/** What is up, above the plot; what is across, below it. */
function axisWords({ figure, value }: OutcomeFrame, room: Room & Readonly<{ left: number }>): Layer[] {
  const { left, width, height, wide } = room;
  const text = (said: string, bold: boolean, x: number, y: number, mark: object): Layer => ({
    data: { values: [{ text: shortenText(said, textSize, (wide ? 0.5 : 1) * (width - left), bold) }] },
    mark: { type: "text", align: "left", ...(bold ? { fontWeight: 600 } : quiet), ...mark },
    encoding: { x: { value: x }, y: { value: y }, text: { field: "text" } },
  });
  return [
    text(value.title, true, left, -54, {}),
    text(value.direction, false, left, -36, {}),
    text(figure.title, true, left, height + 42, {}),
    wide
      ? text(figure.direction, false, width, height + 42, { align: "right" })
      : text(figure.direction, false, left, height + 60, {}),
  ];
}

const quiet = { color: colours.muted, fontSize: textSize - 1 };
