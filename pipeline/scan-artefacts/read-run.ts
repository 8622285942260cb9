/**
 * Reads a part of a page as one text and tells which units its markup marks as names. In: an element; out: the text with a sign in the
 * place of each marked name, and the units. A name in `<bdi>` is one, whatever it says: "Teams", "12".
 */
import type { Rulebook } from "./judge.ts";
import { type PageElement, textOf } from "./read-page.ts";

export type Run = Readonly<{ text: string; units: readonly string[] }>;

/** `units` is empty for a part without marked names. */
export function readRun(book: Rulebook, element: PageElement): Run {
  const units: string[] = [];
  const text = withoutMarked(book, element, units)
    .replace(/[ \t\r\n]+/g, " ")
    .trim();
  return { text, units };
}

function withoutMarked(book: Rulebook, element: PageElement, units: string[]): string {
  const isTight = element.children.some((child) => typeof child === "string" && child.trim() !== "");
  return element.children
    .map((child) => {
      if (typeof child === "string") return child;
      if (child.name === "svg" || child.name === "script" || child.name === "style") return " ";
      const marked = child.name === "bdi" ? unitsOf(book, child) : [];
      units.push(...marked);
      return marked.length > 0 ? "\u2022" : withoutMarked(book, child, units);
    })
    .join(isTight ? "" : " ");
}

const unitsOf = (book: Rulebook, element: PageElement): string[] =>
  book.names.ofCell(textOf(element)).flatMap(({ kind, id }) => (kind === "unit" ? [id] : []));
