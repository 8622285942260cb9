/** The one look of every chart: typeface, sizes in pixels, axes. In: language; out: Vega-Lite config. */
import type { Config } from "vega-lite";
import type { Language } from "../schemas/text.ts";
import { colours } from "./colours.ts";

export { colours } from "./colours.ts";

/** The embedded typeface goes under a name of its own, because a cut-down copy may not carry the original one. */
export const fontFamily = '"Report Sans", "Source Sans 3", "Segoe UI", Arial, sans-serif';

export const textSize = 14;

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
  title: { anchor: "start", frame: "bounds", color: colours.ink, fontSize: 16, fontWeight: 600, offset: 10 },
  text: { color: colours.ink, fontSize: textSize, baseline: "middle" },
  axis: {
    domain: false,
    ticks: false,
    grid: true,
    gridColor: colours.hairline,
    labelColor: colours.muted,
    labelFontSize: 13,
    labelPadding: 6,
    labelFlush: false,
    titleColor: colours.muted,
    titleFontSize: 13,
    titleFontWeight: "normal",
  },
});
