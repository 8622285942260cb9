/** One sign per label that also reads in grey and for the colour-blind: diamond or disc, filled or open. For charts and page alike. */
import type { Level } from "../../schemas/release.ts";
import { type Colour, colours } from "../colours.ts";

type Sign = Readonly<{ shape: "diamond" | "circle"; fill: Colour; stroke: Colour; interval: Colour }>;

export const levelSigns: Readonly<Record<Level, Sign>> = {
  elevated: { shape: "diamond", fill: "accent", stroke: "accent", interval: "accentSoft" },
  watch: { shape: "diamond", fill: "paper", stroke: "accent", interval: "accentSoft" },
  too_little_evidence: { shape: "circle", fill: "paper", stroke: "quiet", interval: "interval" },
  no_signal: { shape: "circle", fill: "quiet", stroke: "quiet", interval: "interval" },
};

/** Labels from most to least urgent. */
export const levelOrder: readonly Level[] = ["elevated", "watch", "too_little_evidence", "no_signal"];

/** Areas in square pixels of signs among many others: the more urgent, the larger. */
export const levelSizes: Readonly<Record<Level, number>> = {
  elevated: 92,
  watch: 62,
  too_little_evidence: 40,
  no_signal: 30,
};

const scaleOf = (pick: (sign: Sign) => string) => ({
  field: "level",
  type: "nominal",
  legend: null,
  scale: { domain: levelOrder, range: levelOrder.map((level) => pick(levelSigns[level])) },
});

/** Encodings of a point mark by `level`. */
export const encodeSign = {
  shape: scaleOf(({ shape }) => shape),
  fill: scaleOf(({ fill }) => colours[fill]),
  stroke: scaleOf(({ stroke }) => colours[stroke]),
};

/** Encoding of an interval by `level`. */
export const encodeInterval = { color: scaleOf(({ interval }) => colours[interval]) };
