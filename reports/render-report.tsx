/**
 * Renders a release as self-contained pages, one per reader and language: no requests, readable everywhere.
 * In: a release, and the certificate of its audit when there is one; out: files, one at a time.
 */
import { render } from "preact-render-to-string";
import type { Certificate } from "../schemas/certificate.ts";
import type { Release } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { type Context, openContext } from "./context.ts";
import { type DrawSvg, openDrawer } from "./draw-svg.ts";
import { makeBoardEdition } from "./editions/board.tsx";
import type { Edition } from "./editions/edition.ts";
import { nameFiles } from "./editions/file-names.ts";
import { makeHrEdition } from "./editions/hr.tsx";
import { listManagedTeams, makeManagerEdition } from "./editions/manager.tsx";
import { makeWorksCouncilEdition } from "./editions/works-council.tsx";
import { gatherFacts } from "./facts.ts";
import type { Figure } from "./figures/figure.ts";
import { linkTerms } from "./link-terms.ts";
import { stateFoot } from "./sections/masthead.tsx";
import type { Drawings } from "./sections/show-figure.tsx";
import type { Foot } from "./style/print-style.ts";
import { writeDocument } from "./write-document.ts";

export type ReportFile = Readonly<{ path: string; content: string }>;

/**
 * Every edition in one language: HR, board, works council, then one file per team with a figure in the newest wave. One at a time,
 * so that thousands of teams need no more memory than one. The same release gives the same bytes. Throws what Vega throws when a
 * chart can't be drawn.
 */
export async function* renderEditions(
  release: Release,
  language: Language,
  certificate: Certificate | null = null,
  draw: DrawSvg = openDrawer(),
): AsyncGenerator<ReportFile> {
  const context = openContext(release, language);
  const foot = stateFoot(context, certificate);
  for (const edition of listEditions(context, certificate)) yield await renderEdition(edition, { context, foot, draw });
}

/** The edition for HR alone. */
export async function renderReport(release: Release, language: Language): Promise<string> {
  const context = openContext(release, language);
  const foot = stateFoot(context, null);
  return (await renderEdition(makeHrEdition(context), { context, foot, draw: openDrawer() })).content;
}

function* listEditions(context: Context, certificate: Certificate | null): Generator<Edition> {
  const facts = gatherFacts(context);
  yield makeHrEdition(context);
  yield makeBoardEdition(context, facts);
  yield makeWorksCouncilEdition(context, certificate);
  const names = nameFiles(context.index.release.units.map(({ unit }) => unit));
  for (const unit of listManagedTeams(context))
    yield makeManagerEdition(context, facts, unit, names.get(unit.unit) ?? unit.unit);
}

type Around = Readonly<{ context: Context; foot: Foot; draw: DrawSvg }>;

async function renderEdition(edition: Edition, { context, foot, draw }: Around): Promise<ReportFile> {
  const drawings = await drawFigures(edition.figures, draw);
  const content = writeDocument({
    language: context.language,
    title: edition.title,
    foot,
    body: linkTerms(render(edition.show(drawings)), context.texts.glossary.entries),
    script: edition.script,
  });
  return { path: edition.path, content };
}

async function drawFigures(figures: readonly Figure[], draw: DrawSvg): Promise<Drawings> {
  const drawings = new Map<string, { wide: string; narrow: string }>();
  for (const figure of figures) {
    const label = `${figure.title}. ${figure.description}`;
    const wide = await draw(figure.spec("wide"), `${figure.name}-w`, label);
    const narrow = await draw(figure.spec("narrow"), `${figure.name}-n`, label);
    drawings.set(figure.name, { wide, narrow });
  }
  return drawings;
}
