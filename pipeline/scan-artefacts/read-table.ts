/** Reads a table of a page as rows of texts. In: a table element; out: titles of columns, and rows with what their attributes say. */
import { sortRanks } from "./layout.ts";
import { readLevel } from "./read-level.ts";
import { findAll, type PageElement, textOf } from "./read-page.ts";

/** Texts of cells; after them the attributes of the row and its cells that hold a text, so that they are judged with the row. */
export type PageTable = Readonly<{ header: readonly string[]; rows: readonly (readonly string[])[] }>;

const isNamed =
  (...names: readonly string[]) =>
  (element: PageElement) =>
    names.includes(element.name);

/** A header with cells over several columns gives no titles. A cell over several rows stands in each of them. */
export function readTable(table: PageElement): PageTable {
  const heads = findAll(table, isNamed("thead")).flatMap((head) => findAll(head, isNamed("tr")));
  const rows = findAll(table, isNamed("tr")).filter((row) => !heads.includes(row));
  const titles = (heads.at(-1)?.children ?? []).filter((cell) => typeof cell !== "string");
  const isPlain = titles.every(
    ({ attributes }) => attributes["colspan"] === undefined && attributes["rowspan"] === undefined,
  );
  return { header: isPlain ? titles.map(textOf) : [], rows: [...spread(rows)] };
}

function* spread(rows: readonly PageElement[]): Generator<string[]> {
  let hanging: { column: number; text: string; left: number }[] = [];
  for (const row of rows) {
    const cells = row.children.filter((cell) => typeof cell !== "string" && isNamed("td", "th")(cell)) as PageElement[];
    const texts = cells.map(textOf);
    for (const { column, text } of hanging) texts.splice(column, 0, text);
    hanging = hanging.flatMap((one) => (one.left > 1 ? [{ ...one, left: one.left - 1 }] : []));
    cells.forEach((cell, column) => {
      const span = Number(cell.attributes["rowspan"] ?? 1);
      if (span > 1) hanging.push({ column, text: textOf(cell), left: span - 1 });
    });
    yield [...texts, ...listAttributes(row)];
  }
}

/** Texts for those who do not see the page, and data for a script. */
const listAttributes = (element: PageElement): string[] => [
  ...Object.entries(element.attributes).flatMap(([name, value]) =>
    holdsText(name) && !(name === "data-sort" && isRank(textOf(element), value)) ? [value] : [],
  ),
  ...element.children.flatMap((child) =>
    typeof child === "string" || child.name === "svg" ? [] : listAttributes(child),
  ),
];

/** By what a cell without a figure is sorted. */
function isRank(text: string, value: string): boolean {
  const level = readLevel(text);
  return value === (level === undefined ? sortRanks.unknown : sortRanks[level]) && !/\d/.test(text);
}

/** Attributes whose value is read by people or by a script that sorts. */
export const holdsText = (name: string): boolean =>
  /^data-/.test(name) ||
  [
    "aria-label",
    "aria-description",
    "aria-valuetext",
    "aria-valuenow",
    "title",
    "alt",
    "value",
    "content",
    "abbr",
  ].includes(name);
