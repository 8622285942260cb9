/** The one look of every chart: one ink, one paper, one accent; sizes in pixels. In: language; out: Vega-Lite config. */
import type { Config } from "vega-lite";
import type { Language } from "../schemas/text.ts";

/** Colours of page and charts; every text colour has a contrast of at least 4.5 on paper. */
export const colours = {
  paper: "#fdfcf9",
  ink: "#1b1f24",
  muted: "#59626c",
  /** Rules and grid lines. */
  hairline: "#dedbd3",
  /** Intervals: present, never louder than the dot. */
  interval: "#a9b0b8",
  /** The middle part of a distribution. */
  middle: "#d3d8dd",
  accent: "#1659b5",
} as const;

/** Fonts whose widths agree with the table in text-width.ts. */
export const fontFamily = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';

export const textSize = 13;

/** Space above a chart for its title; taken away where the page prints the title itself. */
export const titleHeight = 30;

/** A chart is made twice: for a page of normal width and for a telephone. */
export type Layout = "wide" | "narrow";

/** Total width of a chart. */
export const chartWidth = { wide: 820, narrow: 300 } as const;

/** Vega-Lite configuration shared by all charts. */
export const chartConfig = (language: Language): Config => ({
  aria: false,
  background: colours.paper,
  font: fontFamily,
  locale: {
    number:
      language === "nl"
        ? { decimal: ",", thousands: ".", grouping: [3], currency: ["€ ", ""], minus: "\u2212" }
        : { decimal: ".", thousands: ",", grouping: [3], currency: ["€", ""], minus: "\u2212" },
  },
  view: { stroke: null },
  title: { anchor: "start", frame: "bounds", color: colours.ink, fontSize: 15, fontWeight: "bold", offset: 10 },
  text: { color: colours.ink, fontSize: textSize, baseline: "middle" },
  axis: {
    domain: false,
    ticks: false,
    grid: true,
    gridColor: colours.hairline,
    labelColor: colours.muted,
    labelFontSize: 12,
    labelPadding: 6,
    labelFlush: false,
    titleColor: colours.muted,
    titleFontSize: 12,
    titleFontWeight: "normal",
  },
});
