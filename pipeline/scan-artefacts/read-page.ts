/** Reads a page as a tree. In: HTML; out: elements, texts, and what stands outside both: comments and instructions. */
import { Parser } from "htmlparser2";

/** `at` is the place of the tag in the file. Names are in small letters. */
export type PageElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (PageElement | string)[];
  at: number;
}>;

/** A comment, a processing instruction or a section of another language. */
export type Aside = Readonly<{ kind: "comment" | "instruction"; text: string; at: number }>;

export type ReadPage = Readonly<{ root: PageElement; asides: readonly Aside[] }>;

type Open = { name: string; attributes: Record<string, string>; children: (PageElement | string)[]; at: number };

/** Scripts and styles keep their text as a child. A tag that is never closed is closed by its parent. */
export function readPage(html: string): ReadPage {
  const root: Open = { name: "", attributes: {}, children: [], at: 0 };
  const open = [root];
  const asides: Aside[] = [];
  const top = () => open.at(-1) as Open;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: Open = { name, attributes, children: [], at: parser.startIndex };
        top().children.push(element);
        open.push(element);
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
      ontext: (text) => {
        const { children } = top();
        const last = children.at(-1);
        if (typeof last === "string") children[children.length - 1] = last + text;
        else children.push(text);
      },
      oncomment: (text) => asides.push({ kind: "comment", text, at: parser.startIndex }),
      onprocessinginstruction: (_, text) => asides.push({ kind: "instruction", text, at: parser.startIndex }),
    },
    { lowerCaseAttributeNames: true, recognizeSelfClosing: true },
  );
  parser.end(html);
  return { root, asides };
}

const known = new WeakMap<PageElement, string>();

/** Everything that can be read in an element, with a space between its parts. Drawings, scripts and styles are left out. */
export function textOf(element: PageElement): string {
  const kept = known.get(element);
  if (kept !== undefined) return kept;
  const text = joinTexts(element);
  known.set(element, text);
  return text;
}

const joinTexts = (element: PageElement): string =>
  element.children
    .map((child) => (typeof child === "string" ? child : notText.has(child.name) ? " " : textOf(child)))
    .join(isTight(element) ? "" : " ")
    .replace(/[ \t\r\n]+/g, " ")
    .trim();

const notText = new Set(["svg", "script", "style", "template"]);

/** Parts of a sentence stand against each other, parts of a list apart. */
const isTight = ({ children }: PageElement): boolean =>
  children.some((child) => typeof child === "string" && child.trim() !== "");

/** All elements below and including this one that satisfy the condition; not below one that does. */
export const findAll = (element: PageElement, fits: (element: PageElement) => boolean): PageElement[] =>
  fits(element)
    ? [element]
    : element.children.flatMap((child) => (typeof child === "string" ? [] : findAll(child, fits)));

/** "line 3 column 118", from the number of signs before it. */
export function locateIn(content: string): (at: number) => string {
  const starts = [0];
  for (let end = content.indexOf("\n"); end >= 0; end = content.indexOf("\n", end + 1)) starts.push(end + 1);
  return (at) => {
    const after = starts.findIndex((start) => start > at);
    const line = after < 0 ? starts.length : after;
    return `line ${line} column ${at - (starts[line - 1] as number) + 1}`;
  };
}
