/**
 * Draws Vega-Lite specs as inline SVG in Node: no canvas, no eval, no script, no style attribute.
 * In: a spec and a prefix that is unique on the page; out: one `<svg>` element as text.
 */
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { separateRows } from "./separate-rows.ts";
import { shareAttributes } from "./share-attributes.ts";
import { estimateTextWidth } from "./text-width.ts";
import { colours, titleHeight } from "./theme.ts";

/** Draws one chart; the page's own heading replaces the spec's title. Throws what Vega throws on an invalid spec. */
export type DrawSvg = (spec: TopLevelSpec, prefix: string, label: string) => Promise<string>;

type TextItem = Readonly<{ fontSize?: number; fontWeight?: string | number; text?: unknown; limit?: number }>;
type Untyped = Readonly<{
  textMetrics: { width: (item: TextItem, text: unknown) => number };
  resetSVGDefIds: () => void;
}>;

const untyped = vega as unknown as Untyped;

/** A drawer that compiles charts which differ in their rows only once. */
export function openDrawer(): DrawSvg {
  const compiled = new Map<string, vega.Runtime>();
  return async (spec, prefix, label) => {
    untyped.textMetrics.width = measureText;
    untyped.resetSVGDefIds();
    const { frame, rows } = separateRows(withoutTitle(spec));
    const key = JSON.stringify(frame);
    const runtime = compiled.get(key) ?? vega.parse(compile(frame).spec, undefined, { ast: true });
    compiled.set(key, runtime);
    const view = new vega.View(runtime, {
      renderer: "none",
      expr: expressionInterpreter,
      logLevel: vega.Error,
    } as ConstructorParameters<typeof vega.View>[1]);
    for (const [name, values] of rows) view.data(name, values);
    const svg = await view.toSVG();
    view.finalize();
    return embed(svg, prefix, label);
  };
}

/** Draws one chart by itself. */
export const drawSvg: DrawSvg = (spec, prefix, label) => openDrawer()(spec, prefix, label);

/** Vega asks for the width of the item's own text or of a part of it when it shortens. */
function measureText(item: TextItem, text: unknown): number {
  const bold = item.fontWeight === "bold" || Number(item.fontWeight) >= 600;
  return estimateTextWidth(String(text ?? ""), item.fontSize ?? 11, bold);
}

/** Without what only a chart by itself needs: its title and description. */
function withoutTitle(spec: TopLevelSpec): TopLevelSpec {
  const { title: _title, description: _description, ...rest } = spec as TopLevelSpec & { padding?: unknown };
  const padding = rest.padding as { top?: unknown } | undefined;
  if (padding === undefined || Number(padding.top) < titleHeight) return rest as TopLevelSpec;
  return { ...rest, padding: { ...padding, top: Number(padding.top) - titleHeight } } as TopLevelSpec;
}

function embed(svg: string, prefix: string, label: string): string {
  const size = /<svg[^>]*? viewBox="([^"]*)"/.exec(svg)?.[1] ?? "0 0 0 0";
  const body = shareAttributes(
    svg.slice(svg.indexOf(">") + 1).replace(/<[a-zA-Z][^<>]*>/g, (tag) => cleanTag(tag, prefix)),
  );
  const [, , width, height] = size.split(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeAttribute(label)}" width="${width}" height="${height}" viewBox="${size}">${body}`;
}

/** Roles, labels for parts of a picture, the typeface, and what is so by default. */
const dropped =
  / (?:(?:role|class|pointer-events|font-family|aria-[a-z]+)="[^"]*"|(?:opacity|stroke-width)="1"|text-anchor="start"|[xy]2="0")/g;

/** Inside tags only: ids get the chart's prefix, marks that name a team keep its key, roles and labels for parts of a picture and what is so by default go, and pixels have two decimals. */
const cleanTag = (tag: string, prefix: string): string =>
  tag
    .replace(/ aria-label="team:(t\d+)"/g, ' data-team="$1"')
    .replace(dropped, "")
    .replace(/ id="|url\(#/g, (start) => `${start}${prefix}-`)
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
    .replace(/^<rect width="[^"]*" height="[^"]*" fill="[^"]*"\/>$/, (rect) =>
      rect.includes(colours.paper) ? "" : rect,
    );

const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
