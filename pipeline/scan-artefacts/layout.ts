/**
 * Everything about a release folder that the scan is told instead of finding out: which files there are, which parts of a chart
 * place things, which numbers a design has by itself. Whoever changes the reports and means it changes it here, in the open.
 */

import type { Level } from "../../schemas/release.ts";

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
  { kind: "chart", pattern: /^charts\/manager\.(?<unit>[\w~-]+)\.(?<name>[\w-]+)\.(?:nl|en)\.vl\.json$/ },
  { kind: "page", pattern: /^report\.(?<name>hr|board|works_council)\.(?:nl|en)\.html$/ },
  { kind: "page", pattern: /^report\.manager\.(?<unit>[\w~-]+)\.(?:nl|en)\.html$/ },
  { kind: "summary", pattern: /^summary\.(?:nl|en)\.(?:md|txt)$/ },
];

/** Words of file names beside measures, instruments and areas. */
export const fileWords: ReadonlySet<string> = new Set(
  (
    "cells assessments teams units segments statistics by probability unit wave answers dimensions department " +
    "departments demands resources well being outcomes other participation scale scales in order own signs map funnel " +
    "groups team and organisation hr board works_council drivers limits outcome"
  ).split(" "),
);

/** Where the reports' own sentences leave room for a figure or a name. */
export const slot = /\{\w*\}/g;

/** A list is cut off after so many: teams named, sentences, rows, dots in a chart, units in a chart. */
export const listCuts: readonly number[] = [10, 12, 15, 30, 31, 40, 60, 100, 120, 250];

/** Of a list that is cut off, so many stand open and the others are folded away. */
export const folds: readonly (readonly [open: number, cut: number])[] = [[12, 60]];

/** Teams in a chart of an outcome, and in all of these charts together. */
export const mostDots = 250;
export const mostDotsInAll = 400;

/** Charts hold no more: scales side by side, units below the organisation, departments by themselves, teams beside their department. */
export const mostOwn = 100;
export const mostMeasures = 10;
export const mostUnits = 30;
export const mostDepartments = 15;

/** A department with fewer teams than this goes with the others where teams could be told apart. */
export const fewestTeams = 5;

/** Half of the band in which chance alone puts 95 % of teams that are equal, in standard errors. */
export const bandWidth = 1.96;

/** From so many respondents on the band lies within the plot; below it, it runs out of it. */
export const bandStart = 5;

/** An axis ends on a multiple of one of these, or at the end of the scale. */
export const axisSteps: readonly number[] = [0.1, 0.25, 0.5, 5, 10, 20];

/** Fields of a row that say where it is drawn or how large: pixels, and counts of rows and columns. */
export const placeFields: ReadonlySet<string> = new Set(
  "x y top below row column rise size offset sure_offset".split(" "),
);

/** Fields of a row that hold the width of a text, which moves another one. */
export const roomFields: ReadonlySet<string> = new Set(["offset", "sure_offset"]);

/** Fields of a row that compare it with the organisation or a unit above it. */
export const comparisonFields: ReadonlySet<string> = new Set(["organisation", "organisation_written", "reference"]);

/** Fields of a row with its own figure and the one it is compared with. */
export const pairFields: ReadonlySet<string> = new Set(["short"]);

/** Fields of a row with the figure of some department that is not named: a stroke among strokes. */
export const departmentFields: ReadonlySet<string> = new Set(["of_department"]);

/** Fields of a row that name a unit. */
export const nameFields: ReadonlySet<string> = new Set("key unit team department name group panel row".split(" "));

/** Fields of a row that may name something else as well: a scale, a group of people, words of the reports. */
export const looseNameFields: ReadonlySet<string> = new Set(["name", "group"]);

/** Fields of a row by which rows stand in groups with space between them. */
export const groupFields: readonly string[] = ["level", "organisation", "department", "area"];

/** Fields of a row that hold an end of its scale. */
export const limitFields: ReadonlySet<string> = new Set(["lowest", "highest"]);

/** Lanes of teams, in pixels: the height of a team with a text and of one without by the number of teams; room above and below, the least. */
export const lanes = {
  named: 20,
  dense: [
    [60, 9],
    [120, 7],
    [Number.POSITIVE_INFINITY, 5],
  ],
  /** From the top of a lane to its name. */
  name: 15,
  wide: { above: 10, below: 10, least: 48 },
  narrow: { above: 32, below: 10, least: 0 },
} as const;

/** Signs in lines, in pixels: from line to line, between departments, from the name to the first line, from sign to sign, signs on a line. */
export const signLines = {
  first: 8,
  name: 13,
  wide: { line: 26, gap: 4, drop: 0, step: 18, most: 31 },
  narrow: { line: 22, gap: 14, drop: 23, step: 17, most: 17 },
} as const;

/** Transforms that keep every row as it is. */
export const allowedTransforms: ReadonlySet<string> = new Set(["filter"]);

/** Numbers that chart expressions may hold: places in a text, percents, pixels between a sign and its texts. */
export const expressionNumbers: ReadonlySet<number> = new Set([0, 1, 5, 100, 9, 16]);

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
    "range cornerRadius lineHeight bandPosition paddingInner paddingOuter labelOffset fillOpacity strokeOpacity gridDash gridWidth fontWeight thickness"
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

/** Attributes that a page has word for word; the last is the colour of its paper. */
export const fixedAttributes: ReadonlySet<string> = new Set([
  "width=device-width, initial-scale=1",
  "utf-8",
  "#fcfbf8",
]);

/** Elements whose text runs on in the text around them. */
export const inlineElements: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo br cite code em i mark q s small span strong sub sup time tspan u wbr".split(" "),
);

/** What stands in the cells of a row about a group that is not shown: always the same, whatever the reason. */
export const withheldTexts: ReadonlySet<string> = new Set(["", "niet getoond", "not shown", "not_shown", "withheld"]);

/** How cells and columns say a label. A column of a label holds, beside a department, how many of its teams have it. */
export const levelTitles: Readonly<Record<Level, readonly string[]>> = {
  elevated: ["verhoogd signaal", "elevated signal"],
  watch: ["aandachtspunt", "watch"],
  too_little_evidence: [
    "geen uitsluitsel",
    "not settled",
    "de antwoorden geven geen uitsluitsel",
    "the answers do not settle it",
  ],
  no_signal: ["geen signaal gevonden", "no signal found"],
};

/** How rows say where a figure lies of another one; scales of signs list all of them, and the two ends of a scale. */
export const signWords: readonly string[] =
  "worse_clear worse_leaning near better_leaning better_clear not_shown low high".split(" ");

/** By what a table is sorted where that is no figure: the place of a label, and less than any number for an unknown one. */
export const sortRanks: Readonly<Record<Level | "unknown", string>> = {
  ...{ elevated: "0", watch: "1", too_little_evidence: "2", no_signal: "3" },
  unknown: "-1",
};

/** What follows a number of teams: how many teams a department has follows from what is published about each of them. */
export const teamWords = /^\s+teams?\b/i;

/** Elements of a drawing; text for those who do not see it is read as text. */
export const drawingElements: ReadonlySet<string> = new Set(
  "svg g path line text tspan title desc defs clippath rect circle".split(" "),
);

/** Words for the organisation in a sentence or a column about a team. */
export const organisationWords = /\b(?:organisatie|organisation)\b/i;

/** Titles of columns beside a team: figures of the organisation, and of the team's own department. */
export const organisationTitles: ReadonlySet<string> = new Set(["organisatie", "organisation"]);
export const departmentTitles: ReadonlySet<string> = new Set(["afdeling zelf", "department itself"]);
