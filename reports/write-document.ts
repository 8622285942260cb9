/**
 * Writes a page as one self-contained file: its style, typeface and script are inside, and a policy allows nothing else.
 * In: the body and what names the page; out: HTML.
 */
import { createHash } from "node:crypto";
import { h } from "preact";
import { render } from "preact-render-to-string";
import type { Language } from "../schemas/text.ts";
import { colours } from "./colours.ts";
import { colourStyle } from "./style/colour-style.ts";
import { fontStyle } from "./style/font-style.ts";
import { type Foot, printStyle } from "./style/print-style.ts";
import { screenStyle } from "./style/screen-style.ts";

/** `body` is rendered HTML; `foot` stands on every printed sheet; an empty `script` leaves the page without one. */
export type Document = Readonly<{ language: Language; title: string; foot: Foot; body: string; script: string }>;

export function writeDocument({ language, title, foot, body, script }: Document): string {
  const style = styleOf(body, foot);
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    ...(script === "" ? [] : [`script-src '${hash(script)}'`]),
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = render(
    h("head", null, [
      h("meta", { charset: "utf-8" }),
      h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "theme-color", content: colours.paper }),
      h("meta", { name: "robots", content: "noindex" }),
      h("meta", { name: "referrer", content: "no-referrer" }),
      h("title", null, title),
    ]),
  );
  const styled = head.replace("</head>", () => `<style>${style}</style></head>`);
  const page = script === "" ? body : body.replace("</body>", () => `<script>${script}</script></body>`);
  return `<!doctype html>\n<html lang="${language}">\n${styled}\n${page}\n</html>\n`;
}

/** The style of a page: its text decides which letters the typeface needs, its foot is printed on every sheet. */
export const styleOf = (body: string, foot: Foot): string =>
  [fontStyle(body), colourStyle, screenStyle, printStyle(foot)].join("\n");

const hash = (text: string): string => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
