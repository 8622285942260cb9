/**
 * Scans a Vega-Lite chart outside its rows: scales, sort orders, transforms, sentences, expressions, and numbers under other keys.
 * In: a chart; out: findings by JSON pointer.
 */
import { Level, type Release } from "../../schemas/release.ts";
import { holdsFigure } from "./figures.ts";
import type { Report } from "./finding.ts";
import { anywhere, expectation, judgeText, type Place, type Rulebook } from "./judge.ts";
import { followsFromValues, type Limits } from "./judge-domain.ts";
import type { JudgeOrder } from "./judge-order.ts";
import {
  allowedTransforms,
  bandStart,
  expressionKeys,
  expressionNumbers,
  layoutKeys,
  placeFields,
  signWords,
  technicalKeys,
} from "./layout.ts";
import { type Chart, channelOf, isObject, isRowList, type Json, type JsonObject } from "./read-chart.ts";
import { readNumbers } from "./read-numbers.ts";
import { scanRows } from "./scan-rows.ts";

/** `about`: the unit that the file is about, null for none. */
export type ChartScan = Readonly<{ book: Rulebook; judgeOrder: JudgeOrder; release: Release; about: string | null }>;

type Scan = Readonly<{
  book: Rulebook;
  place: Place;
  chart: Chart;
  limits: readonly Limits[];
  said: ReadonlySet<string>;
  report: Report;
}>;

/** A whole chart file. */
export function scanChart({ book, judgeOrder, release, about }: ChartScan, chart: Chart, report: Report): void {
  scanRows(book, judgeOrder, chart, about, report);
  const place = about === null ? anywhere : { ...anywhere, units: [about], isOpen: true };
  const said = new Set<string>(
    chart.rows.flatMap(({ rows }) =>
      rows.flatMap((row) => Object.values(row).filter((value) => typeof value === "string")),
    ),
  );
  const limits = release.measures.map(({ minimum, maximum }): Limits => [minimum, maximum]);
  scanPart(
    { book, place, chart, limits, said: new Set([...said, ...Level.options, ...signWords]), report },
    chart.spec,
    "",
    "",
  );
}

const computing = new Set(["aggregate", "bin", "timeUnit", "impute", "stack"]);
const composite = new Set(["boxplot", "errorbar", "errorband"]);

function scanPart(scan: Scan, value: Json, where: string, key: string): void {
  if (isRowList(where)) return;
  if (isList(where, key, value)) scanList(scan, value as readonly Json[], where);
  else if (Array.isArray(value))
    for (const [position, item] of value.entries()) scanPart(scan, item, `${where}/${position}`, key);
  else if (isObject(value)) scanObject(scan, value, where);
  else scanLeaf(scan, value, where, key);
}

function scanObject(scan: Scan, part: JsonObject, where: string): void {
  const { report } = scan;
  for (const [key, value] of Object.entries(part)) {
    const place = `${where}/${key}`;
    if (!/^\$?[a-zA-Z_]+2?$/.test(key)) report(where, "hidden", "keys of letters only");
    if (key === "data" && !(isObject(value) && Object.keys(value).every((name) => name === "values")))
      report(place, "transform", "rows that stand in the file itself");
    if (computing.has(key) && value !== null && value !== false)
      report(place, "transform", "no computing on rows: they are drawn as they are");
    if (key === "mark" && composite.has(String(isObject(value) ? value["type"] : value)))
      report(place, "transform", "a mark that draws rows as they are");
    if (key === "transform" && Array.isArray(value))
      for (const [position, one] of value.entries())
        if (!isObject(one) || !Object.keys(one).every((name) => allowedTransforms.has(name)))
          report(`${place}/${position}`, "transform", `only ${[...allowedTransforms].join(", ")}`);
    scanPart(scan, value, place, key);
  }
}

/** Lists that put values in order or say how far a scale goes. */
const isList = (where: string, key: string, value: Json): boolean =>
  Array.isArray(value) && (key === "domain" || key === "sort" || (key === "values" && where.endsWith("/axis/values")));

function scanList(scan: Scan, list: readonly Json[], where: string): void {
  const { chart, said, limits, report } = scan;
  if (list.some((item) => typeof item !== "number")) {
    if (!list.every((item) => typeof item === "string" && said.has(item)))
      report(where, "domain", "nothing but what stands in the rows of the chart");
    return;
  }
  const fields = chart.channels.get(channelOf(where)) ?? new Set<string>();
  const drawn = [...fields];
  if (drawn.length > 0 && drawn.every((field) => placeFields.has(field))) {
    const side = channelOf(where) === "x" ? "width" : "height";
    if (list[0] !== 0 || list[1] !== chart.spec[side]) report(where, "domain", `0 to the ${side} of the chart`);
    return;
  }
  const rows = chart.rows.flatMap((one) => one.rows);
  const valuesOf = (some: readonly JsonObject[]) =>
    some.flatMap((row) => drawn.map((field) => row[field]).filter((value) => typeof value === "number"));
  const inPlot = rows.filter(({ respondents }) => typeof respondents !== "number" || respondents >= bandStart);
  if (![rows, inPlot].some((some) => followsFromValues(list as readonly number[], valuesOf(some), limits)))
    report(where, "domain", "the least that holds the rows of the chart, or the ends of the answer scale");
}

const pixelChannels = /\/encoding\/(?:x|y|x2|y2|xOffset|yOffset|size|opacity|angle|strokeWidth)\/value$/;

function scanLeaf(scan: Scan, value: string | number | boolean | null | Json, where: string, key: string): void {
  const { book, report } = scan;
  if (typeof value === "number") {
    const isLayout = layoutKeys.has(key) || pixelChannels.test(where) || (key === "domain" && value === 0);
    if (isLayout && Math.abs(value) < 1e5 && isNearWhole(value * 100)) return;
    const stated = { value, decimals: Number.POSITIVE_INFINITY, percent: false };
    if (key === "datum" && holdsFigure(book.allowance.everyone, stated, {})) return;
    report(where, "number", "no number that is neither a row nor a matter of layout");
  } else if (typeof value === "string") scanText(scan, value, where, key);
}

const isNearWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

function scanText({ book, place, report }: Scan, text: string, where: string, key: string): void {
  if (expressionKeys.has(key)) {
    const wrong = readNumbers(text).numbers.some(
      ({ readings }) => !readings.some(({ value }) => expressionNumbers.has(Math.abs(value))),
    );
    if (wrong) report(where, "number", "no number in an expression except places in a text and percents");
    return;
  }
  if (technicalKeys.has(key) && isTechnical(text)) return;
  if (/\/encoding\/[a-zA-Z]+(?:\/condition)?\/value$/.test(where) && isTechnical(text)) return;
  for (const kind of judgeText(book, text, place)) report(where, kind, expectation[kind] ?? "");
}

/** A colour, a font, an address of a schema, a word of the language of charts. */
const isTechnical = (text: string): boolean =>
  /^#[0-9a-f]{3,8}$/i.test(text) ||
  /^[\p{L}\s,"-]*$/u.test(text) ||
  /^https:\/\/vega\.github\.io\/schema\/vega-lite\/v\d\.json$/.test(text);
