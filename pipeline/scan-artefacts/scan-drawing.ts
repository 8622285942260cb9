/**
 * Holds a drawing against its chart file: every layer has a mark for each of some rows, says what the rows say, in their order, and
 * stands at places that are in proportion to one of their fields. In: an `<svg>` and a chart; out: what should have been so.
 *
 * Not checked: places of a layer of one or two marks (any two points lie on a line), which colour stands for which label.
 */

import { chooseByTeam, chooseByText, chooseWidest, isSaidAs } from "./choose-rows.ts";
import { axisSteps, placeFields, roomFields } from "./layout.ts";
import { type NarrowPlaces, placeNarrow } from "./narrow-places.ts";
import { type Chart, isObject, type JsonObject, walk } from "./read-chart.ts";
import { type DrawnLayer, type Mark, readDrawing } from "./read-drawing.ts";
import { type NumberInText, readNumbers } from "./read-numbers.ts";
import type { PageElement } from "./read-page.ts";

/** Empty when the drawing follows from the chart. */
export function scanDrawing(svg: PageElement, chart: Chart): string[] {
  const { layers, unreadable } = readDrawing(svg);
  const facts = gatherFacts(chart);
  const mistakes = layers.flatMap((layer) => judgeLayer(layer, facts));
  return unreadable === 0 ? mistakes : [...mistakes, "points, strokes, bars, lines and texts only"];
}

type Facts = Readonly<{
  /** Lists of rows that a layer may draw, by their number. */
  lists: ReadonlyMap<number, readonly (readonly JsonObject[])[]>;
  /** Lists of rows of which a layer may draw some: those with the mark of a team. */
  labelled: readonly (readonly JsonObject[])[];
  /** Parts of bars with their numbers. */
  bars: readonly (readonly JsonObject[])[];
  /** Every text of the chart file, for a layer of one mark. */
  said: ReadonlySet<string>;
  narrow: NarrowPlaces;
  colours: ReadonlySet<string>;
  domains: readonly (readonly [number, number])[];
  isFaceted: boolean;
}>;

const known = new WeakMap<Chart, Facts>();

function gatherFacts(chart: Chart): Facts {
  const found = known.get(chart);
  if (found !== undefined) return found;
  const said = new Set<string>();
  const domains: [number, number][] = [];
  walk(chart.spec, "", (value, where, key) => {
    if (typeof value === "string") said.add(value);
    if (
      key === "domain" &&
      where.endsWith("/domain") &&
      Array.isArray(value) &&
      value.every((one) => typeof one === "number")
    )
      domains.push(value as [number, number]);
  });
  const facts = {
    lists: groupByLength(chart.rows.flatMap(({ rows }) => [...listParts(rows), ...listCategories(rows)])),
    labelled: chart.rows.flatMap(({ rows }) => (rows.some((row) => "key" in row) ? [rows] : [])),
    bars: chart.rows.flatMap(({ rows }) => (rows.some((row) => "from" in row && "to" in row) ? [rows] : [])),
    said,
    narrow: placeNarrow(chart),
    colours: new Set([...said].filter((text) => /^#[0-9a-f]{3,8}$/i.test(text))),
    domains,
    isFaceted: isObject(chart.spec["facet"]),
  };
  known.set(chart, facts);
  return facts;
}

function groupByLength(lists: readonly (readonly JsonObject[])[]): Map<number, (readonly JsonObject[])[]> {
  const groups = new Map<number, (readonly JsonObject[])[]>();
  for (const list of lists) groups.set(list.length, [...(groups.get(list.length) ?? []), list]);
  return groups;
}

/** All rows, those with one value of a field, and those that have a field at all; each also with the first field cut again. */
function listParts(rows: readonly JsonObject[]): (readonly JsonObject[])[] {
  const once = cut(rows);
  return [rows, ...once, ...once.flatMap((part) => (part.length < rows.length && part.length > 1 ? cut(part) : []))];
}

const cutFields = ["organisation", "level", "part", "scale", "reference", "low", "previous"];

function cut(rows: readonly JsonObject[]): (readonly JsonObject[])[] {
  return cutFields.flatMap((field) => {
    const values = new Set(rows.map((row) => (typeof row[field] === "number" ? "a number" : row[field])));
    return values.size < 2
      ? []
      : [...values].map((value) =>
          rows.filter((row) => (typeof row[field] === "number" ? "a number" : row[field]) === value),
        );
  });
}

/** What an axis or the heads of panels show: each value of a text field once, in the order of the rows. */
function listCategories(rows: readonly JsonObject[]): (readonly JsonObject[])[] {
  const fields = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => typeof row[field] === "string")));
  return [...fields].map((field) =>
    [...new Set(rows.map((row) => row[field]))].map((value) => ({ [field]: value ?? null })),
  );
}

function judgeLayer(layer: DrawnLayer, facts: Facts): string[] {
  const marks = layer.groups.flat();
  const looks = new Set(marks.map(({ look }) => look));
  const strange = marks.flatMap(({ colours }) => colours).filter((colour) => !facts.colours.has(colour));
  return [
    ...(strange.length > 0 ? ["colours of the chart file"] : []),
    ...(looks.size > 6 ? ["marks of at most six looks in a layer"] : []),
    ...(drawsRows(marks, facts) || isAxis(layer, facts)
      ? []
      : ["layers that say what rows of the chart say, at places in proportion to them"]),
  ];
}

const drawsRows = (marks: readonly Mark[], { lists, labelled, bars, narrow }: Facts): boolean =>
  marks.every(({ team }) => team === null)
    ? (lists.get(marks.length) ?? []).some((rows) => draws(marks, rows, narrow)) ||
      labelled.some((rows) => drawsSome(marks, chooseByText(marks, rows), narrow)) ||
      bars.some((rows) => drawsSome(marks, chooseWidest(marks.length, rows), narrow))
    : labelled.some((rows) => drawsSome(marks, chooseByTeam(marks, rows), narrow));

const drawsSome = (marks: readonly Mark[], chosen: readonly JsonObject[], narrow: NarrowPlaces): boolean =>
  chosen.length === marks.length && draws(marks, chosen, narrow);

function draws(marks: readonly Mark[], rows: readonly JsonObject[], narrow: NarrowPlaces): boolean {
  const columns = [...listColumns(rows), ...listNarrow(rows, narrow)];
  const rowPlaces = [...placeFields].map((field) => rows.map((row) => row[field])).filter(areNumbers);
  const rooms = [...roomFields].map((field) => rows.map((row) => row[field])).filter(areNumbers);
  const isPlaced = (places: readonly number[]) =>
    isEven(places, 0) ||
    columns.some((column) => isInProportion(places, column)) ||
    rowPlaces.some((column) => isSpacedLike(places, column)) ||
    rooms.some((room) => columns.some((column) => isBeside(places, column, room)));
  return (
    sayTheSame(marks, rows) &&
    looksFollow(marks, rows) &&
    [
      marks.map(({ x }) => x),
      marks.map(({ y }) => y),
      marks.map(({ endX }) => endX),
      marks.map(({ endY }) => endY),
    ].every(isPlaced)
  );
}

/** Places on a telephone that all rows have. */
function listNarrow(rows: readonly JsonObject[], narrow: NarrowPlaces): number[][] {
  const placed = rows.map((row) => narrow.get(row));
  return ["x", "y", "below"].map((field) => placed.map((place) => place?.[field])).filter(areNumbers);
}

/** A text that stands beside another one or leaves room for it. */
const isBeside = (places: readonly number[], column: readonly number[], room: readonly number[]): boolean =>
  [1, -1].some((sign) =>
    isInProportion(
      places.map((place, position) => place - sign * (room[position] as number)),
      column,
    ),
  );

/** Rows with one label or one stand have signs of one look and colour; a team that is named may have another one. */
function looksFollow(marks: readonly Mark[], rows: readonly JsonObject[]): boolean {
  const known = new Map<string, string>();
  return marks.every(({ look, colours }, position) => {
    const sign = rows[position]?.["level"] ?? rows[position]?.["stand"];
    if (typeof sign !== "string") return true;
    const own = [look, ...colours].join(" ");
    const key = `${sign} ${rows[position]?.["label"] === ""}`;
    if (!known.has(key)) known.set(key, own);
    return known.get(key) === own;
  });
}

/** Numbers of a field, or the place of its text among the texts of the field. */
function listColumns(rows: readonly JsonObject[]): number[][] {
  const fields = Object.keys(rows[0] ?? {});
  return fields.flatMap((field) => {
    const values = rows.map((row) => row[field]);
    if (areNumbers(values)) return [values];
    const texts = [...new Set(values)];
    return values.every((value) => typeof value === "string") ? [values.map((value) => texts.indexOf(value))] : [];
  });
}

const areNumbers = (values: readonly unknown[]): values is number[] =>
  values.every((value) => typeof value === "number");

function sayTheSame(marks: readonly Mark[], rows: readonly JsonObject[]): boolean {
  if (marks.every(({ text }) => text === null)) return true;
  return Object.keys(rows[0] ?? {}).some((field) =>
    marks.every(({ text }, position) => isSaidAs(String(rows[position]?.[field] ?? ""), text ?? "")),
  );
}

/** True when one straight line leads from the values to the places; Vega rounds the places of lines to three decimals. */
function isInProportion(places: readonly number[], values: readonly number[]): boolean {
  const least = values.indexOf(Math.min(...values));
  const most = values.indexOf(Math.max(...values));
  const span = (values[most] as number) - (values[least] as number);
  if (span === 0) return isEven(places, 0);
  const slope = ((places[most] as number) - (places[least] as number)) / span;
  const start = (places[least] as number) - slope * (values[least] as number);
  return places.every((place, position) => Math.abs(start + slope * (values[position] as number) - place) < 0.02);
}

/**
 * Rows in another layout of the same chart: what was equally far apart still is, what was further apart still is. On a telephone the rows are
 * higher and the room between groups is not.
 */
function isSpacedLike(places: readonly number[], values: readonly number[]): boolean {
  const steps = new Map<number, number>();
  for (let at = 1; at < places.length; at += 1) {
    const wanted = Math.round(((values[at] as number) - (values[at - 1] as number)) * 1000);
    const found = (places[at] as number) - (places[at - 1] as number);
    if (Math.abs((steps.get(wanted) ?? found) - found) > 0.02) return false;
    steps.set(wanted, found);
  }
  const ordered = [...steps].sort(([one], [other]) => one - other);
  return ordered.every(([, step], position) => position === 0 || step > (ordered[position - 1] as [number, number])[1]);
}

/** Equal distances; `distance` fixes them, `width` is how far a place may be off: grid lines stand on whole pixels. */
function isEven(places: readonly number[], distance?: number, width = 0.02): boolean {
  const [first = 0] = places;
  const step = distance ?? ((places.at(-1) ?? 0) - first) / Math.max(places.length - 1, 1);
  return places.every((place, position) => Math.abs(place - first - step * position) < width);
}

/** Ticks, grid lines and their labels, the same kind in every panel; or a single text of the chart file. */
const isAxis = ({ groups }: DrawnLayer, facts: Facts): boolean =>
  (!facts.isFaceted || groups.length === 1 || groups.every((marks) => marks.length > 1)) &&
  groups.every((marks) => isAxisGroup(marks, facts));

function isAxisGroup(marks: readonly Mark[], facts: Facts): boolean {
  const texts = marks.map(({ text }) => text);
  const sizes = [marks.map(({ x, endX }) => endX - x), marks.map(({ y, endY }) => endY - y)];
  const width = texts.every((text) => text === null) ? 1 : 0.02;
  const places = [marks.map(({ x }) => x), marks.map(({ y }) => y)];
  if (!places.every((some) => isEven(some, undefined, width)) || !sizes.every((size) => isEven(size, 0))) return false;
  const words = texts.filter((text) => text !== null);
  if (words.length === 0) return marks.every(({ kind }) => kind === "line") && isGrid(marks);
  const [only = ""] = words;
  const parts = [only, ...only.split(" \u00b7 ")];
  const isSaid = (part: string) => [...facts.said].some((value) => isSaidAs(value, part));
  if (words.length === 1 && (isSaid(only) || parts.slice(1).every(isSaid))) return true;
  return areTicks(words, facts) || areCategories(words, facts);
}

/** Lines beside each other from one side of the plot to the other. */
const isGrid = (marks: readonly Mark[]): boolean =>
  marks.every(({ x, endX, y, endY }) => (x === endX) !== (y === endY)) &&
  (isEven(
    marks.map(({ x }) => x),
    0,
  ) ||
    isEven(
      marks.map(({ y }) => y),
      0,
    ));

const tick = /^[+\u2212-]?[\d.,]+(?:[\s\u00a0]?%)?$/;

/** Round numbers at equal distances within a scale of the chart. */
function areTicks(words: readonly string[], { domains }: Facts): boolean {
  const numbers = words.map((word) => readNumbers(word).numbers);
  if (numbers.some((found) => found.length !== 1) || !words.every((word) => tick.test(word))) return false;
  return ([0, -1] as const).some((reading) => areRound(numbers, reading, domains));
}

/** In one of the ways in which marks between digits can be read. */
function areRound(numbers: readonly (readonly NumberInText[])[], reading: 0 | -1, domains: Facts["domains"]): boolean {
  const isPercent = numbers.every((found) => found[0]?.percent === true);
  const values = numbers.map((found) => (found[0]?.readings.at(reading)?.value ?? Number.NaN) / (isPercent ? 100 : 1));
  const isInside = (domain: readonly [number, number]) =>
    values.every((value) => value >= domain[0] - 1e-9 && value <= domain[1] + 1e-9);
  const step = values.length < 2 ? Math.min(...axisSteps) : (values[1] as number) - (values[0] as number);
  const isRound = Math.abs((values[0] as number) / step - Math.round((values[0] as number) / step)) < 1e-6;
  return isRound && isEven(values.map((value) => value * 1000)) && domains.some(isInside);
}

/** Some of the texts of a field, in their order. */
const areCategories = (words: readonly string[], { lists }: Facts): boolean =>
  [...lists.values()].flat().some((rows) => {
    const [field, ...others] = Object.keys(rows[0] ?? {});
    if (field === undefined || others.length > 0) return false;
    let at = 0;
    for (const row of rows) if (at < words.length && isSaidAs(String(row[field]), words[at] as string)) at += 1;
    return at === words.length;
  });
