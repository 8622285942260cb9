/** How charts draw where a figure stands against a reference: colour and shape say which side, size and fill how clear. */
import { colours } from "../colours.ts";
import type { Stand } from "../rows/compare-rows.ts";

export type StandMark = Stand | "not_shown";

type Sign = Readonly<{ shape: string; fill: string; stroke: string; size: number }>;

export const standSigns: Readonly<Record<StandMark, Sign>> = {
  worse_clear: { shape: "diamond", fill: colours.accent, stroke: colours.accent, size: 200 },
  worse_leaning: { shape: "diamond", fill: colours.paper, stroke: colours.accent, size: 70 },
  near: { shape: "circle", fill: colours.interval, stroke: colours.interval, size: 8 },
  better_leaning: { shape: "circle", fill: colours.paper, stroke: colours.deep, size: 70 },
  better_clear: { shape: "circle", fill: colours.deep, stroke: colours.deep, size: 170 },
  not_shown: { shape: "stroke", fill: colours.muted, stroke: colours.muted, size: 60 },
};

/** In the order of the key. */
export const standOrder: readonly StandMark[] = [
  "worse_clear",
  "worse_leaning",
  "near",
  "better_leaning",
  "better_clear",
  "not_shown",
];

const scaleOf = (pick: (sign: Sign) => string) => ({
  field: "stand",
  type: "nominal",
  legend: null,
  scale: { domain: standOrder, range: standOrder.map((stand) => pick(standSigns[stand])) },
});

/** Encodings of a point mark by `stand`; the size is `standSigns[stand].size`. */
export const encodeStand = {
  shape: scaleOf(({ shape }) => shape),
  fill: scaleOf(({ fill }) => fill),
  stroke: scaleOf(({ stroke }) => stroke),
};
