/**
 * Shows the published mean of every team against its number of respondents, with the band in which chance alone puts 95 % of teams.
 * In: one row per team, and the band by number of respondents; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Level } from "../../schemas/release.ts";
import { shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { encodeSign, levelSizes } from "./level-signs.ts";
import { drawLabels, placeLabels } from "./place-labels.ts";
import { type ChartWords, frameRows, type Layer, type Margins } from "./row-chart.ts";

/** `label` is written at the sign, or empty. */
export type FunnelDot = Readonly<{ key: string; respondents: number; value: number; level: Level; label: string }>;
/** One row per number of respondents. */
export type FunnelBand = Readonly<{ respondents: number; low: number; high: number }>;

export type FunnelFrame = ChartWords &
  Readonly<{
    band: readonly FunnelBand[];
    mean: number;
    line: number;
    meanLabel: string;
    lineLabel: string;
    bandLabel: string;
    respondentsLabel: string;
    domain: readonly [number, number];
    most: number;
  }>;

export function chartFunnel(dots: readonly FunnelDot[], frame: FunnelFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins: Margins = wide
    ? { left: 40, right: 150, top: 16, bottom: 48 }
    : { left: 34, right: 10, top: 16, bottom: 48 };
  const height = wide ? 380 : 320;
  const width = chartWidth[frame.layout] - margins.left - margins.right;
  const scales = { x: [0, frame.most], y: frame.domain };
  const named = dots.map((dot) => ({ ...dot, label: shortenText(dot.label, textSize, wide ? 240 : 150, true) }));
  const sides = placeLabels(
    named.map(({ label, respondents, value }) => ({
      label,
      x: (respondents / frame.most) * width,
      y: height - ((value - frame.domain[0]) / (frame.domain[1] - frame.domain[0])) * height,
    })),
    width,
  );
  const labelled = named.map((dot, position) => ({
    ...dot,
    size: levelSizes[dot.level],
    side: sides[position] ?? "none",
  }));
  return frameRows(frame, margins, height, labelled, [
    band(frame, scales),
    ...levels(frame, scales, width, wide),
    signs(scales, frame),
    ...drawLabels({ x: across("respondents", scales, frame), y: up("value", scales) }),
  ]);
}

type Scales = Readonly<{ x: readonly number[]; y: readonly number[] }>;

const across = (field: string, { x }: Scales, frame: FunnelFrame) => ({
  field,
  type: "quantitative",
  scale: { domain: x, nice: false, zero: false },
  axis: {
    orient: "bottom",
    title: frame.respondentsLabel,
    titleAnchor: "start",
    titlePadding: 8,
    grid: false,
    tickCount: 6,
  },
});

const up = (field: string, { y }: Scales) => ({
  field,
  type: "quantitative",
  scale: { domain: y, nice: false, zero: false },
  axis: { title: null, tickCount: 5 },
});

const band = (frame: FunnelFrame, scales: Scales): Layer => ({
  data: { values: frame.band },
  mark: { type: "area", color: colours.middle, opacity: 0.45 },
  encoding: {
    x: across("respondents", scales, frame),
    y: up("low", scales),
    y2: { field: "high" },
  },
});

function levels(frame: FunnelFrame, scales: Scales, width: number, wide: boolean): Layer[] {
  const rule = (value: number, mark: object): Layer => ({
    data: { values: [{ value }] },
    mark: { type: "rule", ...mark },
    encoding: { y: up("value", scales), x: { value: 0 }, x2: { value: width } },
  });
  const label = (value: number, text: string, dy: number, mark: object): Layer => ({
    data: { values: [{ value }] },
    mark: wide
      ? { type: "text", align: "left", dx: 8, fontSize: 13, ...mark }
      : { type: "text", align: "right", dx: -2, dy, fontSize: 13, ...mark },
    encoding: { y: up("value", scales), x: { value: width }, text: { value: text } },
  });
  const above = frame.line > frame.mean;
  return [
    rule(frame.mean, { color: colours.interval, strokeDash: [2, 3] }),
    rule(frame.line, { color: colours.ink, strokeWidth: 1.5 }),
    label(frame.line, frame.lineLabel, above ? -10 : 10, { fontWeight: 600 }),
    label(frame.mean, frame.meanLabel, above ? 10 : -10, { color: colours.muted }),
    ...(wide
      ? [
          {
            data: { values: frame.band.slice(-1) },
            mark: { type: "text", align: "left", dx: 8, fontSize: 13, color: colours.muted },
            encoding: { y: up(above ? "low" : "high", scales), x: { value: width }, text: { value: frame.bandLabel } },
          },
        ]
      : []),
  ];
}

const signs = (scales: Scales, frame: FunnelFrame): Layer => ({
  mark: { type: "point", strokeWidth: 1.5, opacity: 1, aria: true },
  encoding: {
    x: across("respondents", scales, frame),
    y: up("value", scales),
    description: { field: "key" },
    size: { field: "size", type: "quantitative", scale: null },
    ...encodeSign,
  },
});
