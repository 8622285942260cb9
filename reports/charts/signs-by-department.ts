/**
 * Shows how many teams of each department carry which label: one sign per team, no names. In: one row per department with its labels,
 * the most urgent first; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import type { Level } from "../../schemas/release.ts";
import { shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import { encodeSign } from "./level-signs.ts";
import { type ChartWords, frameRows, type Layer, rowPlace, textColumn } from "./row-chart.ts";

export type DepartmentLevels = Readonly<{ department: string; levels: readonly Level[] }>;

const step = { wide: 18, narrow: 17 } as const;
const line = { wide: 26, narrow: 22 } as const;

/** Signs go on to a next line where a department has more teams than fit. */
export function chartSignsByDepartment(departments: readonly DepartmentLevels[], frame: ChartWords): TopLevelSpec {
  const { layout } = frame;
  const wide = layout === "wide";
  const left = wide ? 250 : 0;
  const perLine = Math.floor((chartWidth[layout] - left) / step[layout]);
  const names: { y: number; name: string }[] = [];
  const signs: { x: number; y: number; level: Level }[] = [];
  let top = 0;
  for (const { department, levels } of departments) {
    names.push({ y: top + 13, name: shortenText(department, textSize, wide ? left - 20 : 290, !wide) });
    const first = top + (wide ? 13 : 36);
    levels.forEach((level, position) => {
      const x = (position % perLine) * step[layout] + 8;
      signs.push({ x, y: first + Math.floor(position / perLine) * line[layout], level });
    });
    top = first - 13 + Math.ceil(levels.length / perLine) * line[layout] + (wide ? 4 : 14);
  }
  const height = Math.max(top, 30);
  const width = chartWidth[layout] - left;
  const margins = { left, right: 0, top: 4, bottom: 4 };
  return frameRows(frame, margins, height, signs, [
    { ...textColumn(height, "name", -left, wide ? {} : { fontWeight: 600 }), data: { values: names } },
    rule(names, height, -left, width),
    {
      mark: { type: "point", size: 88, strokeWidth: 1.6, opacity: 1 },
      encoding: {
        x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, width], nice: false, zero: false } },
        y: rowPlace(height),
        ...encodeSign,
      },
    },
  ]);
}

const rule = (names: readonly Readonly<{ y: number }>[], height: number, left: number, width: number): Layer => ({
  data: { values: names.slice(1).map(({ y }) => ({ y: y - 15 })) },
  mark: { type: "rule", color: colours.hairline },
  encoding: { x: { value: left }, x2: { value: width }, y: rowPlace(height) },
});
