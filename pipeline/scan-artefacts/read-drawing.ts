/**
 * Reads a drawing as layers of marks with their places. In: an `<svg>` as Vega writes it; out: one layer per group of marks, those of the panels
 * of a chart put together in the order of the panels.
 */
import type { PageElement } from "./read-page.ts";

/**
 * A mark, or a corner of a line or a band through several places: its place, its other end (the same as its place when it has none), what it
 * says, what it looks like, and the mark of the team that it is about ("t12"). Pixels.
 */
export type Mark = Readonly<{
  kind: "text" | "line" | "point" | "bar" | "corner";
  x: number;
  y: number;
  endX: number;
  endY: number;
  text: string | null;
  team: string | null;
  look: string;
  colours: readonly string[];
}>;

/** `groups`: the marks of each panel; one group in a chart without panels. */
export type DrawnLayer = Readonly<{ groups: readonly (readonly Mark[])[] }>;

/** null for a shape that is no point, stroke, bar, line or text: its place can't be held against a row. */
export type Drawing = Readonly<{ layers: readonly DrawnLayer[]; unreadable: number }>;

/** Empty layers are left out. */
export function readDrawing(svg: PageElement): Drawing {
  const layers = new Map<string, Mark[][]>();
  let unreadable = 0;
  visitGroups(svg, "", (group, key) => {
    const marks = elementsOf(group)
      .filter(({ name, attributes }) => name !== "g" && !isFrame(name, attributes))
      .map((mark) => readMarks(mark, sharedBy(group)));
    unreadable += marks.filter((mark) => mark === null).length;
    const read = marks.flatMap((mark) => mark ?? []);
    if (read.length > 0) layers.set(key, [...(layers.get(key) ?? []), read]);
  });
  return { layers: [...layers.values()].map((groups) => ({ groups })), unreadable };
}

const elementsOf = ({ children }: PageElement): PageElement[] => children.filter((child) => typeof child !== "string");

/** Panels are groups that are moved and have a background: they share a key, so that their layers are put together. */
function visitGroups(element: PageElement, key: string, visit: (group: PageElement, key: string) => void): void {
  visit(element, key);
  elementsOf(element)
    .filter(({ name }) => name !== "defs")
    .forEach((child, position) => {
      if (child.name !== "g") return;
      const isPanel = child.attributes["transform"] !== undefined && elementsOf(child)[0]?.name === "path";
      visitGroups(child, `${key}/${isPanel ? "*" : position}`, visit);
    });
}

/** The background of a group, its title, its definitions; nothing that is drawn from a row. */
const isFrame = (name: string, { d, transform, display }: PageElement["attributes"]): boolean =>
  ["title", "desc", "defs"].includes(name) ||
  (name === "path" &&
    (display === "none" || (transform === undefined && /^(?:M0,0h-?[\d.]+v-?[\d.]+h-?[\d.]+Z)?$/.test(d ?? ""))));

/** What a group says once for all its marks. */
const sharedBy = ({ attributes: { transform: _transform, ...shared } }: PageElement): PageElement["attributes"] =>
  shared;

function readMarks(element: PageElement, shared: PageElement["attributes"]): Mark[] | null {
  const { name } = element;
  const attributes = { ...shared, ...element.attributes };
  const [x, y] = readPair(/^translate\(([^,)]+)[,\s]([^,)]+)\)/.exec(attributes["transform"] ?? ""));
  const team = attributes["data-team"] ?? null;
  const base = {
    kind: "point" as const,
    x,
    y,
    endX: x,
    endY: y,
    text: null,
    team,
    look: "",
    colours: coloursOf(attributes),
  };
  const look = (...names: readonly string[]) => names.map((one) => attributes[one] ?? "").join(" ");
  const styles = ["stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "text-anchor"];
  if (name === "text") return [{ ...base, kind: "text", text: readText(element), look: look(...styles) }];
  if (name === "line")
    return [
      {
        ...base,
        kind: "line",
        endX: x + Number(attributes["x2"] ?? 0),
        endY: y + Number(attributes["y2"] ?? 0),
        look: look(...styles),
      },
    ];
  if (name !== "path") return null;
  const d = attributes["d"] ?? "";
  if (attributes["transform"] !== undefined) return [{ ...base, look: look(...styles, "d") }];
  const bar = readPairs(/^M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+Z$/.exec(d));
  if (bar !== null) {
    const [left, top, width, height] = bar as [number, number, number, number];
    return [{ ...base, kind: "bar", x: left, y: top, endX: left + width, endY: top + height, look: look(...styles) }];
  }
  const corners = readCorners(d);
  return corners?.map((corner) => ({ ...base, kind: "corner", ...corner, look: look(...styles) })) ?? null;
}

type Corner = Pick<Mark, "x" | "y" | "endX" | "endY">;

/**
 * A line from corner to corner, in pieces where something between is not shown; or a closed band, which goes along one side and back along the
 * other. null for any other path.
 */
function readCorners(path: string): Corner[] | null {
  const d = path.replaceAll(lonePoint, "$1");
  if (!/^(?:[ML]-?[\d.]+,-?[\d.]+)*Z?$/.test(d)) return null;
  const corners = [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map((found) => {
    const [x, y] = readPair(found);
    return { x, y, endX: x, endY: y };
  });
  if (!d.endsWith("Z")) return corners;
  const half = corners.length / 2;
  const back = corners.slice(half).reverse();
  const band = corners.slice(0, half).map((one, at) => ({ ...one, endX: back[at]?.x ?? 0, endY: back[at]?.y ?? 0 }));
  return Number.isInteger(half) && band.every(({ x, endX }) => x === endX) ? band : null;
}

/** A piece of a line that is one point is closed, so that it is drawn at all. */
const lonePoint = /(M-?[\d.]+,-?[\d.]+)Z/g;

const readPair = (found: RegExpExecArray | null): [number, number] => [
  Number(found?.[1] ?? 0),
  Number(found?.[2] ?? 0),
];
const readPairs = (found: RegExpExecArray | null): number[] | null => found?.slice(1).map(Number) ?? null;

/** Lines of one text are joined by a space. */
const readText = ({ children }: PageElement): string =>
  children
    .map((child) => (typeof child === "string" ? child : readText(child)))
    .join(" ")
    .trim();

const coloursOf = ({ fill, stroke }: PageElement["attributes"]): string[] =>
  [fill, stroke].filter((colour) => colour !== undefined && colour !== "none" && colour !== "transparent") as string[];
