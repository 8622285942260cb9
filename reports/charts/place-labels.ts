/** Finds room for names beside their signs: to the right, else to the left, else none. In: signs in pixels; out: a side or null for each. */
import { estimateTextWidth } from "../text-width.ts";
import { textSize } from "../theme.ts";

export type LabelledSign = Readonly<{ x: number; y: number; label: string }>;

type Box = Readonly<{ left: number; right: number; y: number }>;

const gap = 10;
const lineHeight = 15;

/** Earlier signs come first; signs without a label get null. `width` is where the chart ends, in pixels. */
export function placeLabels(signs: readonly LabelledSign[], width: number): ("left" | "right" | null)[] {
  const taken: Box[] = signs.map(({ x, y }) => ({ left: x - 5, right: x + 5, y }));
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
