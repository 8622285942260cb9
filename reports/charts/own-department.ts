/**
 * Shows every team against its own department: one lane per department with its figure as a stroke, the teams around it; teams
 * that clearly lie off are named. In: one row per team and one per department; out: a Vega-Lite spec.
 */
import type { TopLevelSpec } from "vega-lite";
import { estimateTextWidth, shortenText } from "../text-width.ts";
import { chartWidth, colours, textSize } from "../theme.ts";
import {
  type ChartWords,
  coverValues,
  figurePlace,
  frameRows,
  type Layer,
  nameColumn,
  rowPlace,
  textColumn,
} from "./row-chart.ts";
import { encodeStand, type StandMark } from "./stand-signs.ts";
import { placeLanes } from "./team-lanes.ts";

/** `label` is written beside the interval, or empty. */
export type DepartmentTeam = Readonly<{
  key: string;
  group: string;
  value: number;
  low: number;
  high: number;
  stand: StandMark;
  /** The department's figure. */
  reference: number;
  label: string;
}>;
export type DepartmentFigure = Readonly<{ group: string; value: number; written: string }>;

export type DepartmentFrame = ChartWords &
  Readonly<{ departments: readonly DepartmentFigure[]; limits: readonly [number, number]; step: number }>;

/** Departments in the order of their first team. */
export function chartOwnDepartment(teams: readonly DepartmentTeam[], frame: DepartmentFrame): TopLevelSpec {
  const wide = frame.layout === "wide";
  const margins = wide ? { left: 260, right: 190, top: 34, bottom: 8 } : { left: 6, right: 6, top: 34, bottom: 8 };
  const width = chartWidth[frame.layout] - margins.left - margins.right;
  const domain = coverValues(
    [...teams.flatMap(({ low, high }) => [low, high]), ...frame.departments.map(({ value }) => value)],
    frame.step,
    frame.limits,
  );
  const { rows, lanes, height } = placeLanes(teams, wide);
  const tops = new Map(lanes.map(({ group, top }) => [group, top]));
  const labelled = rows.map((row) =>
    placeLabel(row, { domain, width, wide, first: row.y - (tops.get(row.group) ?? 0) < 32 }),
  );
  const strokes = lanes.map(({ teams: _, ...lane }, position) => ({
    ...lane,
    below: lanes[position + 1]?.top ?? height,
    ...frame.departments.find((department) => department.group === lane.group),
  }));
  const place = (field: string) => figurePlace(field, domain, { tickCount: wide ? 6 : 3 });
  return frameRows(frame, margins, height, labelled, [
    laneRules(strokes, height, -margins.left, width + margins.right),
    intervals(place, height),
    {
      data: { values: strokes.filter(({ value }) => value !== undefined) },
      mark: { type: "rule", color: colours.ink, strokeWidth: 2 },
      encoding: { x: place("value"), y: rowPlace(height, "top"), y2: { field: "below" } },
    },
    signs(place, height),
    ...labels(place, height),
    ...heads(strokes, height, -margins.left, width, wide),
  ]);
}

type Place = (field: string) => object;

const laneRules = (
  lanes: readonly Readonly<{ top: number }>[],
  height: number,
  left: number,
  right: number,
): Layer => ({
  data: { values: lanes.map(({ top }) => ({ y: top })) },
  mark: { type: "rule", color: colours.hairline },
  encoding: { x: { value: left }, x2: { value: right }, y: rowPlace(height) },
});

const intervals = (place: Place, height: number): Layer => ({
  mark: { type: "rule", color: colours.interval, strokeWidth: 1.25, aria: true },
  encoding: { x: place("low"), x2: { field: "high" }, y: rowPlace(height), description: { field: "key" } },
});

const signs = (place: Place, height: number): Layer => ({
  mark: { type: "point", strokeWidth: 1.4, opacity: 1, size: 46, aria: true },
  encoding: {
    x: place("value"),
    y: rowPlace(height),
    description: { field: "key" },
    shape: encodeStand.shape,
    fill: encodeStand.fill,
    stroke: encodeStand.stroke,
  },
});

type Room = Readonly<{ domain: readonly [number, number]; width: number; wide: boolean; first: boolean }>;

/**
 * Outside the interval, away from the department: left where the team lies left of it, right where it lies right of it, unless there
 * is no room. Left of the plot there is room below the name of the department.
 */
function placeLabel<Row extends DepartmentTeam>(row: Row, { domain, width, wide, first }: Room) {
  const label = shortenText(row.label, textSize, wide ? 200 : 150);
  const needed = estimateTextWidth(label, textSize) + 8;
  const placeOf = (value: number) => ((value - domain[0]) / (domain[1] - domain[0])) * width;
  const leftRoom = placeOf(row.low) + (wide && !first ? 230 : 0);
  const rightRoom = width - placeOf(row.high) + (wide ? 190 : 0);
  const wantsLeft = row.value < row.reference;
  const left = wantsLeft ? leftRoom >= needed : rightRoom < needed;
  const room = (left ? leftRoom : rightRoom) - 8;
  return { ...row, label: shortenText(label, textSize, room), side: left ? "left" : "right" };
}

function labels(place: Place, height: number): Layer[] {
  const text = (field: string, filter: string, mark: object): Layer => ({
    transform: [{ filter: `datum.label !== '' && ${filter}` }],
    mark: { type: "text", aria: true, ...mark },
    encoding: { x: place(field), y: rowPlace(height), text: { field: "label" }, description: { field: "key" } },
  });
  const halo = { stroke: colours.paper, strokeWidth: 4, strokeJoin: "round", color: colours.paper, aria: false };
  return [halo, {}].flatMap((ink) => [
    text("high", "datum.side === 'right'", { align: "left", dx: 8, ...ink }),
    text("low", "datum.side === 'left'", { align: "right", dx: -8, ...ink }),
  ]);
}

function heads(
  lanes: readonly Readonly<{ group: string; top: number; written?: string }>[],
  height: number,
  left: number,
  width: number,
  wide: boolean,
): Layer[] {
  const values = lanes.map(({ group, top, written }) => ({
    y: top + 15,
    name: shortenText(group, textSize, wide ? 200 : 220, true),
    written: written ?? "",
  }));
  return [
    ...nameColumn(height, left, wide).map((layer) => ({ ...layer, data: { values } })),
    {
      ...textColumn(height, "written", wide ? left + 246 : width, { align: "right", color: colours.muted }),
      data: { values },
    },
  ];
}
