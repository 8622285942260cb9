/**
 * The colours of page and charts: one ink, one paper, one accent and greys between them. Charts are drawn in the light colours;
 * the style sheet puts the dark ones in their place. Texts have a contrast of at least 4.5, signs and intervals of at least 3.
 */

/** On screen in light, and in print. Every colour has a value of its own, so that the style sheet can find it. */
export const colours = {
  paper: "#fcfbf8",
  ink: "#15191e",
  muted: "#59616b",
  /** Rules and grid lines. */
  hairline: "#dedad1",
  /** Beyond the line. */
  wash: "#eff2f8",
  /** Intervals: present, never louder than the dot. */
  interval: "#848b94",
  /** Signs of teams without a signal. */
  quiet: "#7c848d",
  /** The middle part of a distribution. */
  middle: "#d0d5da",
  /** The unfavourable part of a distribution. */
  deep: "#4a525b",
  /** Text in a dark bar. */
  onDeep: "#fffffe",
  accent: "#1a4fc4",
  /** Intervals of teams with a signal. */
  accentSoft: "#6488dc",
} as const;

export type Colour = keyof typeof colours;

/** On screen where the reader asked for dark. */
export const darkColours: Readonly<Record<Colour, string>> = {
  paper: "#15181c",
  ink: "#edeae4",
  muted: "#a9b1ba",
  hairline: "#363b42",
  wash: "#1b2231",
  interval: "#7d8690",
  quiet: "#8f97a0",
  middle: "#454c55",
  deep: "#c3c9d0",
  onDeep: "#101317",
  accent: "#8db0ff",
  accentSoft: "#6386d3",
};

/** Where the system chooses the colours. */
export const forcedColours: Readonly<Record<Colour, string>> = {
  paper: "Canvas",
  ink: "CanvasText",
  muted: "CanvasText",
  hairline: "GrayText",
  wash: "Canvas",
  interval: "CanvasText",
  quiet: "CanvasText",
  middle: "GrayText",
  deep: "CanvasText",
  onDeep: "Canvas",
  accent: "LinkText",
  accentSoft: "LinkText",
};
