/**
 * Writes the query of the responses that count, and of those in doubt because of their answers.
 * One row per response that was not rejected: unit, person, attributes, one number per item, how many answers are missing and why, and two marks.
 */
import type { LoadedExport, MappedAnswer } from "../../schemas/loaded-export.ts";
import type { ResponseRules } from "../../schemas/scan.ts";
import { quoteName } from "../database.ts";
import type { RecodedAttribute } from "./judge-attributes.ts";
import { blankKinds, type RecodedItem } from "./recode.ts";

/** A straight line over fewer items than this says little. */
const fewestItems = 10;

/**
 * Columns: unit, person, `attribute_<n>` (the code or null), doubt, the items, the three kinds of blank as counts, too_fast and straight_lined (booleans), and as text `record`.
 * `condition` says which rows of the loaded table are kept.
 */
export function writeJudgedResponses(
  loaded: LoadedExport,
  items: readonly RecodedItem[],
  attributes: readonly RecodedAttribute[],
  responses: ResponseRules,
  condition: string,
): string {
  const ordered = loaded.as === "text" ? ["record"] : [];
  const recoded = [
    ...ordered.map((name) => `response.${name}`),
    "response.unit",
    "response.person",
    ...attributes.map(({ name, value }) => `${value} as ${name}`),
    "response.doubt",
    "response.seconds",
    ...items.map(({ item, value }) => `${value} as ${quoteName(item)}`),
    ...blankKinds.map((kind) => `${addUp(items.flatMap(({ blanks }) => blanks[kind] ?? []))} as ${kind}`),
  ];
  const names = items.map(({ item }) => quoteName(item));
  const answered = addUp(names.map((name) => `${name} is not null`));
  const marked = [
    ...ordered,
    "unit",
    "person",
    ...attributes.map(({ name }) => name),
    "doubt",
    ...names,
    ...blankKinds,
    `${isTimed(loaded) ? `coalesce(seconds > 0 and seconds < ${responses.seconds_per_item} * (${answered}), false)` : "false"} as too_fast`,
    `${writeStraightLined(loaded.columns.answers)} as straight_lined`,
  ];
  return `select ${marked.join(", ")} from (select ${recoded.join(", ")} from ${loaded.table} as response
    ${[...items, ...attributes].map(({ join }) => join).join(" ")} where ${condition}) as recoded`;
}

const isTimed = ({ columns: { duration, started } }: LoadedExport) => duration !== null || started !== null;

const addUp = (conditions: readonly string[]) =>
  conditions.length === 0 ? "0" : conditions.map((one) => `(${one})::integer`).join(" + ");

/**
 * True for one number at every item of every instrument with more than one item. Such a line is no proof: a scale without
 * turned items can be answered so in earnest.
 */
function writeStraightLined(answers: readonly MappedAnswer[]): string {
  const blocks = new Map<string, string[]>();
  for (const { instrument, item, decimals } of answers)
    if (decimals === 0) blocks.set(instrument, [...(blocks.get(instrument) ?? []), quoteName(item)]);
  const long = [...blocks.values()].filter(({ length }) => length > 1);
  if (long.flat().length < fewestItems) return "false";
  return `coalesce(${long.map(([first, ...more]) => more.map((one) => `${one} = ${first}`).join(" and ")).join(" and ")}, false)`;
}

/** The condition on a judged response to be left out for how it was answered. */
export function writeLeftOut({ too_fast, straight_lined }: ResponseRules): string {
  const marks = [
    ...(too_fast === "exclude" ? ["too_fast"] : []),
    ...(straight_lined === "exclude" ? ["straight_lined"] : []),
  ];
  return marks.length === 0 ? "false" : marks.join(" or ");
}
