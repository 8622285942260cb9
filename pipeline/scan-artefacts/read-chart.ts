/**
 * Reads a Vega-Lite chart: its rows, and which fields each channel draws. In: a parsed spec; out: rows by place, fields by channel.
 * Nothing is judged here.
 */

/** A value of a parsed JSON file. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** One array of rows; `where` is its JSON pointer. */
export type ChartRows = Readonly<{ where: string; rows: readonly JsonObject[] }>;

export type Chart = Readonly<{
  spec: JsonObject;
  title: string;
  description: string;
  rows: readonly ChartRows[];
  /** Channel without its number ("x" for x and x2) to the fields it draws. */
  channels: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every field that something in the chart uses. */
  fields: ReadonlySet<string>;
}>;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A chart without rows gives none. */
export function readChart(spec: JsonObject): Chart {
  const rows: ChartRows[] = [];
  const channels = new Map<string, Set<string>>();
  const fields = new Set<string>();
  walk(spec, "", (value, where, key) => {
    if (isRowList(where) && Array.isArray(value)) rows.push({ where, rows: value.filter(isObject) });
    if (typeof value === "string")
      for (const found of value.matchAll(/\bdatum\.(\w+)/g)) fields.add(found[1] as string);
    if (key !== "field" || typeof value !== "string") return;
    fields.add(value);
    const channel = channelOf(where);
    channels.set(channel, (channels.get(channel) ?? new Set()).add(value));
  });
  const text = (key: string) => (typeof spec[key] === "string" ? spec[key] : "");
  return { spec, title: text("title"), description: text("description"), rows, channels, fields };
}

/** Where a chart keeps its rows. */
export const isRowList = (where: string): boolean => /\/data\/values$|^\/datasets\/[^/]+$/.test(where);

/** "/layer/0/encoding/x2/field" is about x; facets and the like are named by the key above. */
export const channelOf = (where: string): string =>
  (/\/encoding\/([a-zA-Z]+)/.exec(where)?.[1] ?? /\/([a-zA-Z]+)\/[^/]+$/.exec(where)?.[1] ?? "").replace(/2$/, "");

/** Visits every value with its JSON pointer and key; items of an array have the key of the array. */
export function walk(
  value: Json,
  where: string,
  visit: (value: Json, where: string, key: string) => void,
  key = "",
): void {
  visit(value, where, key);
  if (Array.isArray(value))
    for (const [position, item] of value.entries()) walk(item, `${where}/${position}`, visit, key);
  else if (isObject(value))
    for (const [name, item] of Object.entries(value)) walk(item, `${where}/${name}`, visit, name);
}
