/**
 * Draws a Vega-Lite spec as inline SVG in Node: no canvas, no eval, no script, no style attribute.
 * In: a spec and a prefix that is unique on the page; out: one `<svg>` element as text.
 */
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { estimateTextWidth } from "./text-width.ts";
import { colours, titleHeight } from "./theme.ts";

type TextItem = Readonly<{ fontSize?: number; fontWeight?: string | number; text?: unknown; limit?: number }>;
type Untyped = Readonly<{
  textMetrics: { width: (item: TextItem, text: unknown) => number };
  resetSVGDefIds: () => void;
}>;

const untyped = vega as unknown as Untyped;

/** Draws one chart; the page's own heading replaces the spec's title. Throws what Vega throws on an invalid spec. */
export async function drawSvg(spec: TopLevelSpec, prefix: string, label: string): Promise<string> {
  untyped.textMetrics.width = measureText;
  untyped.resetSVGDefIds();
  const compiled = compile(withoutTitle(spec)).spec;
  const view = new vega.View(vega.parse(compiled, undefined, { ast: true }), {
    renderer: "none",
    expr: expressionInterpreter,
    logLevel: vega.Error,
  } as ConstructorParameters<typeof vega.View>[1]);
  const svg = await view.toSVG();
  view.finalize();
  return embed(svg, prefix, label);
}

/** Vega asks for the width of the item's own text or of a part of it when it shortens. */
function measureText(item: TextItem, text: unknown): number {
  const bold = item.fontWeight === "bold" || Number(item.fontWeight) >= 600;
  return estimateTextWidth(String(text ?? ""), item.fontSize ?? 11, bold);
}

function withoutTitle(spec: TopLevelSpec): TopLevelSpec {
  const { title: _title, ...rest } = spec as TopLevelSpec & { title?: unknown; padding?: unknown };
  const padding = rest.padding as { top?: unknown } | undefined;
  if (padding === undefined || Number(padding.top) < titleHeight) return rest as TopLevelSpec;
  return { ...rest, padding: { ...padding, top: Number(padding.top) - titleHeight } } as TopLevelSpec;
}

function embed(svg: string, prefix: string, label: string): string {
  const size = /<svg[^>]*? viewBox="([^"]*)"/.exec(svg)?.[1] ?? "0 0 0 0";
  const body = svg.slice(svg.indexOf(">") + 1).replace(/<[a-zA-Z][^<>]*>/g, (tag) => cleanTag(tag, prefix));
  const [, , width, height] = size.split(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeAttribute(label)}" width="${width}" height="${height}" viewBox="${size}">${body}`;
}

/** Inside tags only: ids get the chart's prefix, roles and labels for parts of a picture go. */
const cleanTag = (tag: string, prefix: string): string =>
  tag
    .replace(/ (?:role|class|pointer-events|aria-[a-z]+)="[^"]*"/g, "")
    .replace(/ id="/g, ` id="${prefix}-`)
    .replace(/url\(#/g, `url(#${prefix}-`)
    .replace(/ font-family="[^"]*"/g, "")
    .replace(/^<rect width="[^"]*" height="[^"]*" fill="[^"]*"\/>$/, (rect) =>
      rect.includes(colours.paper) ? "" : rect,
    );

const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
