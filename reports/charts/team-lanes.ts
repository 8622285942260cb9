/** Places teams in lanes, one per department: a named team gets the height of a line of text, others lie close together. */
import type { Placed } from "./row-chart.ts";

/** `top` in pixels from the top of the plot. */
export type Lane = Readonly<{ group: string; teams: number; top: number }>;

type Row = Readonly<{ group: string; label: string }>;

const named = 20;
const inset = { wide: { above: 10, below: 10, least: 48 }, narrow: { above: 32, below: 10, least: 0 } } as const;

/** Lanes in the order in which their first team comes; teams of a lane keep their order. */
export function placeLanes<One extends Row>(marks: readonly One[], wide: boolean) {
  const dense = marks.length > 120 ? 5 : marks.length > 60 ? 7 : 9;
  const { above, below, least } = inset[wide ? "wide" : "narrow"];
  const rows: Placed<One>[] = [];
  const lanes: Lane[] = [];
  let top = 0;
  for (const group of new Set(marks.map((mark) => mark.group))) {
    const own = marks.filter((mark) => mark.group === group);
    lanes.push({ group, teams: own.length, top });
    let y = top + above;
    for (const mark of own) {
      const height = mark.label === "" ? dense : named;
      rows.push({ ...mark, y: y + height / 2 });
      y += height;
    }
    top = Math.max(y + below, top + least);
  }
  return { rows, lanes, height: Math.max(top, 40) };
}
