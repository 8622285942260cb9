/**
 * Everything about a release folder that the scan is told instead of finding out: which files there are, which parts of a chart
 * place things, which numbers a design has by itself. Whoever changes the reports and means it changes it here, in the open.
 */

/** How a file is read. */
export type FileKind = "release" | "certificate" | "manifest" | "table" | "chart" | "page" | "summary";

/**
 * Every file a release may have; anything else is refused. `name` is a part that must be made of known words (measures, instruments and the
 * words below). `unit` is the code of the one unit that the file is about.
 */
export const fileLayout: readonly Readonly<{ kind: FileKind; pattern: RegExp }>[] = [
  { kind: "release", pattern: /^release\.json$/ },
  { kind: "certificate", pattern: /^certificate\.json$/ },
  { kind: "manifest", pattern: /^manifest\.json$/ },
  { kind: "table", pattern: /^tables\/(?<name>[a-z]+)(?:\.(?:nl|en))?\.csv$/ },
  { kind: "chart", pattern: /^charts\/(?<name>[\w-]+)\.(?:nl|en)\.vl\.json$/ },
  { kind: "page", pattern: /^report\.(?:nl|en)\.html$/ },
  { kind: "page", pattern: /^report\.(?<name>[a-z_]+)\.(?:nl|en)\.html$/ },
  { kind: "page", pattern: /^report\.manager\.(?<unit>[^/\\]+)\.(?:nl|en)\.html$/ },
  { kind: "summary", pattern: /^summary\.(?:nl|en)\.md$/ },
];

/** Words of file names beside measures, instruments and areas. */
export const fileWords: ReadonlySet<string> = new Set(
  (
    "cells assessments teams units segments statistics by probability unit wave answers dimensions department " +
    "departments demands resources well being outcomes other participation board manager works council hr"
  ).split(" "),
);

/** Where the reports' own sentences leave room for a figure or a name. */
export const slot = /\{\w*\}/g;

/** A list is cut off after so many: teams named, sentences, rows, dots in a chart, units in a chart. */
export const listCuts: readonly number[] = [10, 12, 30, 31, 60, 100, 500];

/** An axis ends on a multiple of one of these, or at the end of the scale. */
export const axisSteps: readonly number[] = [0.1, 0.5, 5, 10, 20];

/** Fields of a row that say where it is drawn. */
export const placeFields: ReadonlySet<string> = new Set(["y"]);

/** Fields of a row that compare it with the organisation. */
export const comparisonFields: ReadonlySet<string> = new Set(["organisation", "reference"]);

/** Fields of a row that name a unit. */
export const nameFields: ReadonlySet<string> = new Set(["unit", "team", "department", "name", "panel", "row"]);

/** Fields of a row by which rows stand in groups with space between them. */
export const groupFields: readonly string[] = ["level", "organisation", "department", "area"];

/** Transforms that keep every row as it is. */
export const allowedTransforms: ReadonlySet<string> = new Set(["filter"]);

/** Numbers that chart expressions may hold: places in a text, percents. */
export const expressionNumbers: ReadonlySet<number> = new Set([0, 1, 5, 100]);

/** Keys of a chart that hold an expression. */
export const expressionKeys: ReadonlySet<string> = new Set(["filter", "labelExpr", "test", "expr", "calculate"]);

/** Keys of a chart whose strings are read by a program, not by people. */
export const technicalKeys: ReadonlySet<string> = new Set(
  (
    "$schema type field orient align baseline anchor frame labelAnchor titleAnchor color fill stroke font shape resolve x y " +
    "background labelColor titleColor gridColor strokeCap strokeJoin fontWeight labelFontWeight titleFontWeight interpolate " +
    "decimal thousands minus currency labelAlign labelBaseline range mark format op cursor"
  ).split(" "),
);

/** Keys of a chart whose numbers are pixels, counts of ticks or weights; whole numbers or with one or two decimals. */
export const layoutKeys: ReadonlySet<string> = new Set(
  (
    "width height left right top bottom spacing row column columns padding fontSize labelFontSize titleFontSize strokeWidth " +
    "strokeDash size offset opacity dx dy x y angle labelAngle labelPadding titlePadding labelLimit titleLimit limit tickCount step grouping " +
    "cornerRadius lineHeight bandPosition paddingInner paddingOuter labelOffset fillOpacity strokeOpacity gridDash gridWidth fontWeight"
  ).split(" "),
);

/** Attributes of a drawing that place, size or colour a mark. */
export const drawingAttributes: ReadonlySet<string> = new Set(
  (
    "d transform x y x1 x2 y1 y2 dx dy cx cy r rx ry width height viewbox points fill stroke opacity fill-opacity stroke-opacity " +
    "font-size font-weight font-style stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit " +
    "text-anchor dominant-baseline offset gradientunits clip-path display xmlns version preserveaspectratio"
  ).split(" "),
);

/** Attributes that hold identifiers of a page, or words that only a program reads. */
export const identifierAttributes: ReadonlySet<string> = new Set(
  "id class for aria-labelledby aria-describedby aria-controls scope headers lang charset name role type rel http-equiv dir".split(
    " ",
  ),
);

/** Attributes with a number that belongs to the form of a page, at most two digits. */
export const formAttributes: ReadonlySet<string> = new Set(
  "tabindex colspan rowspan aria-level aria-hidden open hidden".split(" "),
);

/** Attributes that a page has word for word. */
export const fixedAttributes: ReadonlySet<string> = new Set(["width=device-width, initial-scale=1", "utf-8"]);

/** Elements whose text runs on in the text around them. */
export const inlineElements: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo br cite code em i mark q s small span strong sub sup time tspan u wbr".split(" "),
);

/** What stands in the cells of a row about a group that is not shown: always the same, whatever the reason. */
export const withheldTexts: ReadonlySet<string> = new Set(["", "niet getoond", "not shown", "withheld"]);

/** Elements of a drawing; text for those who do not see it is read as text. */
export const drawingElements: ReadonlySet<string> = new Set(
  "svg g path line text tspan title desc defs clippath rect circle".split(" "),
);

/** Words for the organisation in a sentence or a column about a team. */
export const organisationWords = /\b(?:organisatie|organisation)\b/i;
