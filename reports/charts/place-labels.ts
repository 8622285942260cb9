/** Finds room for names beside their signs: to the right, else to the left, else none; and draws them there. In: signs in pixels; out: a side or null for each. */
import { estimateTextWidth } from "../text-width.ts";
import { colours, textSize } from "../theme.ts";
import type { Layer } from "./row-chart.ts";

export type LabelledSign = Readonly<{ x: number; y: number; label: string }>;

type Box = Readonly<{ left: number; right: number; y: number }>;

const gap = 10;
const lineHeight = 15;

/**
 * Earlier signs come first; signs without a label get null. `width` is where the chart ends, in pixels; `texts` begin at their place and are
 * there already.
 */
export function placeLabels(
  signs: readonly LabelledSign[],
  width: number,
  texts: readonly LabelledSign[] = [],
): ("left" | "right" | null)[] {
  const taken: Box[] = [
    ...signs.map(({ x, y }) => ({ left: x - 5, right: x + 5, y })),
    ...texts.map(({ x, y, label }) => ({ left: x, right: x + estimateTextWidth(label, textSize), y })),
  ];
  return signs.map((sign, position) => {
    if (sign.label === "") return null;
    const others = taken.filter((_, index) => index !== position);
    const side = (["right", "left"] as const).find((one) => {
      const box = boxOf(sign, one);
      return box.left >= 0 && box.right <= width && !others.some((other) => overlaps(box, other));
    });
    if (side === undefined) return null;
    taken.push(boxOf(sign, side));
    return side;
  });
}

function boxOf({ x, y, label }: LabelledSign, side: "left" | "right"): Box {
  const length = estimateTextWidth(label, textSize, true);
  return side === "right"
    ? { left: x + gap, right: x + gap + length, y }
    : { left: x - gap - length, right: x - gap, y };
}

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < lineHeight;

/** Draws each `label` on its `side` of the sign that `key` names, on paper so that it can be read over lines. `place`: x and y of the sign. */
export function drawLabels(place: Readonly<{ x: object; y: object }>): Layer[] {
  const text = (side: "left" | "right", mark: object): Layer => ({
    transform: [{ filter: `datum.side === '${side}'` }],
    mark: { type: "text", fontWeight: 600, aria: true, ...mark },
    encoding: { ...place, text: { field: "label" }, description: { field: "key" } },
  });
  const halo = { stroke: colours.paper, strokeWidth: 4, strokeJoin: "round", color: colours.paper, aria: false };
  return [halo, {}].flatMap((ink) => [
    text("right", { align: "left", dx: gap, ...ink }),
    text("left", { align: "right", dx: -gap, ...ink }),
  ]);
}
