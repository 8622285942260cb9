/**
 * Shows one team beside the organisation on every scale, each from its lowest to its highest score. In: one row per scale, also where
 * the team is not shown; out: a Vega-Lite spec that differs between teams in its rows only.
 */
import type { TopLevelSpec } from "vega-lite";
import { shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { type ChartWords, columnHead, frameRows, type Layer, type Margins, rowPlace, textColumn } from "./row-chart.ts";
import { encodeStand, type StandMark } from "./stand-signs.ts";

/** Places on the scale: 0 is its lowest score, 1 its highest; null where nothing is shown. */
export type TeamScale = Readonly<{
  scale: string;
  team: number | null;
  low: number | null;
  high: number | null;
  organisation: number | null;
  stand: StandMark;
  team_written: string;
  organisation_written: string;
  lowest: string;
  highest: string;
}>;

export type TeamScalesFrame = ChartWords & Readonly<{ heads: Readonly<{ team: string; organisation: string }> }>;

/** Larger than in the heat map, with the same order. */
const sizes: Readonly<Record<StandMark, number>> = {
  worse_clear: 190,
  worse_leaning: 110,
  near: 44,
  better_leaning: 100,
  better_clear: 160,
  not_shown: 0,
};

export function chartTeamAndOrganisation(scales: readonly TeamScale[], frame: TeamScalesFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins: Margins = wide
    ? { left: 250, right: 230, top: 30, bottom: 10 }
    : { left: 34, right: 34, top: 26, bottom: 10 };
  const rowHeight = wide ? 46 : 74;
  const height = Math.max(scales.length, 1) * rowHeight;
  const width = chartWidth[frame.layout] - margins.left - margins.right;
  const right = width + margins.right;
  const rows = scales.map((scale, position) => ({
    ...scale,
    name: shortenText(scale.scale, textSize, wide ? 190 : 280, true),
    size: sizes[scale.stand],
    short: `${scale.team_written} · ${scale.organisation_written}`,
    y: position * rowHeight + (wide ? rowHeight / 2 : 48),
  }));
  return frameRows(frame, margins, height, rows, [
    {
      mark: { type: "rule", color: colours.hairline },
      encoding: { x: { value: 0 }, x2: { value: width }, y: rowPlace(height) },
    },
    interval(height),
    organisation(height),
    team(height),
    textColumn(height, "lowest", 0, { align: "right", dx: -8, color: colours.muted, fontSize: 13 }),
    textColumn(height, "highest", width, { align: "left", dx: 8, color: colours.muted, fontSize: 13 }),
    textColumn(height, "name", -margins.left, wide ? { fontWeight: 600 } : { fontWeight: 600, dy: -30 }),
    ...(wide
      ? [
          textColumn(height, "team_written", width + 122, { align: "right", fontWeight: 600 }),
          textColumn(height, "organisation_written", right, { align: "right", color: colours.muted }),
          columnHead(frame.heads.team, width + 122, "right", -10),
          columnHead(frame.heads.organisation, right, "right", -10),
        ]
      : [
          textColumn(height, "short", right, { align: "right", dy: -30, color: colours.muted }),
          columnHead(`${frame.heads.team} · ${frame.heads.organisation}`, right, "right", -8),
        ]),
  ]);
}

const place = (field: string) => ({
  field,
  type: "quantitative",
  axis: null,
  scale: { domain: [0, 1], nice: false, zero: false },
});

const interval = (height: number): Layer => ({
  transform: [{ filter: "datum.low !== null" }],
  mark: { type: "rule", color: colours.interval, strokeWidth: 1.5 },
  encoding: { x: place("low"), x2: { field: "high" }, y: rowPlace(height) },
});

const organisation = (height: number): Layer => ({
  transform: [{ filter: "datum.organisation !== null" }],
  mark: { type: "tick", orient: "vertical", size: 22, thickness: 2, color: colours.ink },
  encoding: { x: place("organisation"), y: rowPlace(height) },
});

const team = (height: number): Layer => ({
  transform: [{ filter: "datum.team !== null" }],
  mark: { type: "point", strokeWidth: 1.6, opacity: 1 },
  encoding: {
    x: place("team"),
    y: rowPlace(height),
    size: { field: "size", type: "quantitative", scale: null },
    ...encodeStand,
  },
});
