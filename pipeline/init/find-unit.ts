/**
 * Finds the column with the unit of each respondent: by its name in four languages, else by what it holds.
 * In: the columns of a file. Out: a proposal, and what is unsure about it.
 */
import type { Column } from "../../schemas/inspection.ts";
import { showColumn } from "./name-column.ts";
import { wordContent } from "./word-content.ts";
import { listSome } from "./yaml-lines.ts";

export type UnitProposal = Readonly<{
  /** null when nothing points to one column. */
  column: Column | null;
  /** What the analyst has to decide; null when name and content agree. */
  question: string | null;
}>;

const noun =
  "(?:(?:sub|work|business)?[ _-]?(?:team|unit)s?|afdelings?|department|dept|division|directorate|" +
  "organi[sz]ational[ _-]?unit|(?:organisatie)?[ _-]?(?:onderdeel|eenheids?)|sector|vestigings?|" +
  "abteilungs?|(?:fach)?bereichs?|(?:organisations)?einheit|[ée]quipe|unit[ée]|service|d[ée]partement|direction)";
const whole = new RegExp(
  `^(?:(?:your|my|uw|je|jouw|mijn|dein|ihr|votre)[ _-])?${noun}(?:[ _-]?(?:code|id|name|naam|nummer|number|nr|no|key))?(?: ?\\([^()]*\\))?[:?]?$`,
  "iu",
);
const asked = new RegExp(
  `(?<!\\p{L})(?:which|what|welke?|wat|welche[mnrs]?|quelle?)(?!\\p{L}).*(?<!\\p{L})${noun}(?!\\p{L})`,
  "iu",
);

/** Proposes the column that is called a unit, else the one that asks for it, else the one that holds codes. */
export function findUnit(columns: readonly Column[]): UnitProposal {
  const possible = columns.filter(mayHoldUnits);
  const called = preferCodes(possible.filter(isCalledUnit));
  const asking = possible.filter((column) => names(column).some((name) => asked.test(name)));
  const coded = possible.filter(({ role, content }) => role === null && content.kind === "codes");
  const candidates = [called, asking, coded].find((found) => found.length > 0) ?? [];
  const [column] = candidates;
  if (column === undefined) return { column: null, question: "which column holds the unit's code?" };
  if (candidates.length > 1)
    return {
      column: null,
      question: `which holds the unit's code: ${listSome(candidates.map((one) => showColumn(one, columns)))}?`,
    };
  return { column, question: doubtUnit(column) };
}

/** True when a column's name, not only its content, says that it is the unit. */
export const isCalledUnit = (column: Column): boolean => names(column).some((name) => whole.test(name));

/** Of "Team code" and "Team name" the code. */
function preferCodes(columns: readonly Column[]): readonly Column[] {
  const withCode = columns.filter((column) => names(column).some((name) => /(code|id|nummer|number|nr)$/i.test(name)));
  return withCode.length > 0 ? withCode : columns;
}

const mayHoldUnits = (column: Column) =>
  (column.role === null || column.role === "metadata") &&
  (column.identifier === null || isNamedByContent(column)) &&
  ["codes", "numbers", "text", "mixed", "empty"].includes(column.content.kind);

/** Names of units look like names of people or like sentences; a column that is called a unit may hold them. */
const isNamedByContent = (column: Column) =>
  isCalledUnit(column) && column.recognised_by === "content" && /^(name|free text)$/.test(column.identifier ?? "");

/** A name longer than this is cut off: it can't be the short name or question that is looked for. */
const longest = 300;

const names = ({ name, text }: Column) => [name, text ?? ""].map((one) => one.trim().slice(0, longest));

function doubtUnit(column: Column): string | null {
  const { content } = column;
  if (!isCalledUnit(column)) return "is this the unit's code, as in the roster?";
  if (column.identifier !== null) return `is this the unit, and not a ${column.identifier} of a person?`;
  const holdsCodes = content.kind === "codes" || (content.kind === "numbers" && content.scales.length === 0);
  return holdsCodes ? null : `is this the unit's code? Its first records hold ${wordContent(content)}`;
}
