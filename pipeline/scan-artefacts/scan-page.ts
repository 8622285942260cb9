/**
 * Scans a page: every sentence, table, list and label must say nothing but released figures of whom it is about.
 * In: a tree of elements; out: findings by line, column and element.
 */

import type { Report } from "./finding.ts";
import { anywhere, expectation, judgeText, type Place, type Rulebook } from "./judge.ts";
import type { JudgeOrder } from "./judge-order.ts";
import { drawingElements, inlineElements } from "./layout.ts";
import type { Chart } from "./read-chart.ts";
import { readFoot } from "./read-foot.ts";
import { findAll, locateIn, type PageElement, readPage, textOf } from "./read-page.ts";
import { chooseSubject } from "./read-row.ts";
import { readRun } from "./read-run.ts";
import { readTable } from "./read-table.ts";
import { hashBytes, type Surroundings, scanAttributes } from "./scan-attributes.ts";
import { scanDrawing } from "./scan-drawing.ts";
import { scanTable } from "./scan-table.ts";

/** `about`: the unit that the whole page is about, null for none. `charts`: the chart files that its drawings are held against. */
export type PageInput = Readonly<{
  content: string;
  about: string | null;
  charts: readonly Chart[];
  around: Surroundings;
}>;

type Scan = PageInput &
  Readonly<{ book: Rulebook; judgeOrder: JudgeOrder; tell: (element: PageElement, ...rest: Tell) => void }>;
type Tell = Parameters<Report> extends [string, ...infer Rest] ? Rest : never;

/** One page. */
export function scanPage(book: Rulebook, judgeOrder: JudgeOrder, input: PageInput, report: Report): void {
  const { root, asides } = readPage(input.content);
  const locate = locateIn(input.content);
  for (const { kind, text, at } of asides)
    if (kind === "comment" || text.toLowerCase() !== "!doctype html") report(locate(at), "hidden", `no ${kind}`);
  const tell: Scan["tell"] = (element, kind, expected) =>
    report(`${locate(element.at)}, <${element.name}>`, kind, expected);
  const place = input.about === null ? anywhere : { ...anywhere, units: [input.about], isOpen: true };
  const around = { ...input.around, embedded: withStyles(root, input.around.embedded) };
  scanInside({ ...input, around, book, judgeOrder, tell }, root, place);
}

const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "dt", "legend"]);
const items = new Set(["li", "dd", "article", "option", "label", "div", "figcaption", "section"]);

function scanElement(scan: Scan, element: PageElement, place: Place): void {
  if (element.name === "script" || element.name === "style") scanFixed(scan, element);
  else if (element.name === "svg") scanSvg(scan, element, place);
  else scanVisible(scan, element, place);
}

function scanVisible(scan: Scan, element: PageElement, place: Place): void {
  scanAttributes(scan.book, scan.around, element, place, false, (...finding) => scan.tell(element, ...finding));
  if (element.name === "table") scanPageTable(scan, element, place);
  else if (element.name === "ul" || element.name === "ol") scanList(scan, element, place);
  else scanInside(scan, element, items.has(element.name) ? placeOfItem(scan, element, place) : place);
}

/** A list puts its items in an order; one about a unit that is not shown has no place among the others. */
function scanList(scan: Scan, list: PageElement, place: Place): void {
  scanInside(scan, list, place);
  const named = list.children.flatMap((item) => {
    const units =
      typeof item === "string"
        ? []
        : chooseSubject(
            scan.book,
            unitsNamed(scan, item).map((unit) => [unit]),
          );
    const [unit, ...others] = units;
    return unit === undefined || others.length > 0 ? [] : [{ unit, isShown: !scan.book.allowance.isHidden(unit, {}) }];
  });
  if (!scan.judgeOrder(named)) scan.tell(list, "order", "units that are not shown after the others");
}

/** Runs of text between elements that break a line, and those elements; a heading that names a unit is about what follows. */
function scanInside(scan: Scan, element: PageElement, place: Place): void {
  let current = place;
  let run: (PageElement | string)[] = [];
  const finish = () => {
    if (run.length > 0) scanRun(scan, { ...element, children: run }, current);
    run = [];
  };
  for (const child of element.children) {
    if (typeof child === "string" || isInline(child)) run.push(child);
    else {
      finish();
      if (isHeading(child)) current = placeAfter(scan, child, place, current);
      scanElement(scan, child, current);
    }
  }
  finish();
}

const isInline = (element: PageElement): boolean =>
  inlineElements.has(element.name) && element.children.every((child) => typeof child === "string" || isInline(child));

const isHeading = (element: PageElement): boolean =>
  headings.has(element.name) ||
  ((element.name === "header" || element.name === "hgroup") &&
    findAll(element, ({ name }) => headings.has(name)).length > 0);

function scanRun(scan: Scan, run: PageElement, place: Place): void {
  const { text, units } = readRun(scan.book, run);
  for (const kind of judgeText(scan.book, text, place, units)) scan.tell(run, kind, expectation[kind] ?? "");
  for (const child of run.children)
    if (typeof child !== "string")
      for (const inner of listElements(child))
        scanAttributes(scan.book, scan.around, inner, place, false, (...finding) => scan.tell(inner, ...finding));
}

const listElements = (element: PageElement): PageElement[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === "string" ? [] : listElements(child))),
];

/** Units that an element surely names. */
function unitsNamed({ book }: Scan, element: PageElement): string[] {
  const run = readRun(book, element);
  const sure = book.names.inText(run.text).filter(({ unsure }) => !unsure);
  const units = [
    ...run.units,
    ...sure.flatMap(({ names }) => names.flatMap(({ kind, id }) => (kind === "unit" ? [id] : []))),
  ];
  return units.filter((unit) => !book.allowance.isOrganisation(unit));
}

/** A heading without a unit ends what an earlier one was about. */
function placeAfter(scan: Scan, heading: PageElement, outer: Place, current: Place): Place {
  const units = unitsNamed(scan, heading);
  const isHidden = units.every((unit) => scan.book.allowance.isHidden(unit, {}));
  if (units.length > 0) return { ...anywhere, units, isOpen: heading.name !== "dt" && !isHidden };
  return /^h[4-6]$/.test(heading.name) ? current : outer;
}

/** A text of a few lines; a large part of a page is not read to find that out. */
const isShort = (element: PageElement): boolean => countSigns(element, 400) <= 400 && textOf(element).length <= 200;

function countSigns({ name, children }: PageElement, most: number): number {
  if (name === "svg" || name === "script" || name === "style") return 0;
  let signs = 0;
  for (const child of children) {
    signs += typeof child === "string" ? child.length : countSigns(child, most - signs);
    if (signs > most) return signs;
  }
  return signs;
}

/** An item of a list and a small box are about the units that they name; a large part of a page only says so in a heading. */
function placeOfItem(scan: Scan, element: PageElement, place: Place): Place {
  const isSmall = element.name === "li" || element.name === "dd" || isShort(element);
  const units = isSmall ? unitsNamed(scan, element) : [];
  return units.length === 0 ? place : { ...anywhere, units };
}

function scanPageTable(scan: Scan, table: PageElement, place: Place): void {
  const inRows = findAll(table, ({ name }) => name === "tr");
  for (const row of inRows.flatMap(listElements))
    scanAttributes(scan.book, scan.around, row, place, true, (...finding) => scan.tell(row, ...finding));
  for (const drawing of findAll(table, ({ name }) => name === "svg")) scanSvg(scan, drawing, place);
  const captions = findAll(table, ({ name }) => name === "caption");
  for (const caption of captions) scanInside(scan, caption, place);
  const outer = { ...place, isRow: scan.about !== null };
  const inherited = captions.reduce((current, caption) => placeAfter(scan, caption, current, current), outer);
  const { header, rows } = readTable(table);
  scanTable(scan.book, scan.judgeOrder, { where: "", header, rows }, inherited, (where, kind, expected) =>
    scan.tell({ ...table, name: where === "" ? "table" : `table> <${where.trim()}` }, kind, expected),
  );
  scanTable(scan.book, scan.judgeOrder, { where: "", header: [], rows: [header] }, inherited, (_, kind, expected) =>
    scan.tell(table, kind, expected),
  );
}

/** A style or a script is the same on every page, whatever the release says; what a style prints at the foot is read as text. */
function scanFixed({ book, around, tell }: Scan, element: PageElement): void {
  const text = element.children.join("");
  if (!around.embedded.has(hashBytes(text)))
    tell(element, "hidden", `a ${element.name} that every page has, word for word`);
  for (const kind of judgeText(book, readFoot(text).foot, anywhere)) tell(element, kind, expectation[kind] ?? "");
}

/** The fingerprints of the styles of a page that are fixed but for their foot, with the others. */
function withStyles(root: PageElement, embedded: ReadonlySet<string>): ReadonlySet<string> {
  const styles = findAll(root, ({ name }) => name === "style").map(({ children }) => children.join(""));
  const fixed = styles.filter((text) => embedded.has(hashBytes(readFoot(text).style)));
  return new Set([...embedded, ...fixed.map(hashBytes)]);
}

/** A sign that says the same as the word beside it, or a drawing of a chart file. */
function scanSvg(scan: Scan, svg: PageElement, place: Place): void {
  const tell = (...finding: Tell) => scan.tell(svg, ...finding);
  scanAttributes(scan.book, scan.around, svg, place, false, tell);
  const inside = listElements(svg).slice(1);
  for (const part of inside) {
    scanAttributes(scan.book, scan.around, part, place, false, tell);
    if (!drawingElements.has(part.name)) tell("hidden", "no other elements in a drawing than shapes and texts");
    if (part.name === "title" || part.name === "desc")
      for (const kind of judgeText(scan.book, textOf(part), place)) tell(kind, expectation[kind] ?? "");
  }
  const isSign = svg.attributes["aria-hidden"] === "true" && inside.length <= 3 && textOfDrawing(svg).trim() === "";
  if (isSign) return;
  const label = svg.attributes["aria-label"] ?? "";
  const charts = scan.charts.filter(({ title, description }) => title !== "" && label === `${title}. ${description}`);
  if (charts.length === 0) {
    tell("drawing", "a label that is the title and the description of a chart file of the release");
    return;
  }
  const mistakes = charts.map((chart) => scanDrawing(svg, chart));
  const best = mistakes.reduce((least, some) => (some.length < least.length ? some : least));
  for (const expected of new Set(best)) tell("drawing", expected);
}

const textOfDrawing = (element: PageElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOfDrawing(child))).join(" ");
