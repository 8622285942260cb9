/**
 * Renders a release as one self-contained page: no scripts, no requests, readable everywhere.
 * In: a release and a language; out: the HTML of the page.
 */
import { createHash } from "node:crypto";
import { render } from "preact-render-to-string";
import type { Release } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { type Context, openContext } from "./context.ts";
import { drawSvg } from "./draw-svg.ts";
import { gatherFacts } from "./facts.ts";
import type { Figure } from "./figures/figure.ts";
import { makeFigures } from "./figures/make-figures.ts";
import { pageStyle } from "./page-style.ts";
import { Page } from "./sections/page.tsx";
import type { Drawings } from "./sections/show-figure.tsx";

/** The whole report; the same release gives the same bytes. Throws what Vega throws when a chart can't be drawn. */
export async function renderReport(release: Release, language: Language): Promise<string> {
  const context = openContext(release, language);
  const facts = gatherFacts(context);
  const figures = makeFigures(context, facts);
  const drawings = await drawFigures(Object.values(figures).flat());
  return writeDocument(context, render(<Page context={context} facts={facts} figures={figures} drawings={drawings} />));
}

async function drawFigures(figures: readonly Figure[]): Promise<Drawings> {
  const drawings = new Map<string, { wide: string; narrow: string }>();
  for (const figure of figures) {
    const label = `${figure.title}. ${figure.description}`;
    const wide = await drawSvg(figure.spec("wide"), `${figure.name}-w`, label);
    const narrow = await drawSvg(figure.spec("narrow"), `${figure.name}-n`, label);
    drawings.set(figure.name, { wide, narrow });
  }
  return drawings;
}

function writeDocument(context: Context, body: string): string {
  const { index, language, texts } = context;
  const policy = `default-src 'none'; style-src 'sha256-${hashStyle()}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  const head = render(
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <title>{texts.page.title(index.release.organisation)}</title>
    </head>,
  );
  const page = head.replace("</head>", () => `<style>${pageStyle}</style></head>`);
  return `<!doctype html>\n<html lang="${language}">\n${page}\n${body}\n</html>\n`;
}

const hashStyle = (): string => createHash("sha256").update(pageStyle, "utf8").digest("base64");
