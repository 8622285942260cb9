/** Finds a mapped column in an inspected file. */
import type { Column, IdentifierKind, Inspection } from "../../schemas/inspection.ts";
import type { ColumnName } from "../../schemas/scan.ts";
import { simplifyName } from "../csv/simplify-name.ts";
import { listNames, UserError } from "../user-error.ts";

/**
 * What a column is wanted for. A key may be a reference to a person: it is dropped after the join. Codes of units are compared
 * with the roster, and values of attributes with a closed list, so that looking like names or sentences does not matter.
 */
export type ColumnUse = "key" | "unit" | "attribute";

const withArticle: Record<IdentifierKind, string> = {
  name: "a name",
  "e-mail address": "an e-mail address",
  "telephone number": "a telephone number",
  "IP address": "an IP address",
  location: "a location",
  "date of birth": "a date of birth",
  reference: "a reference to a person",
  "free text": "free text",
};

/**
 * The column with that name or, where it also has a code, that text, however blanks and accents are written; a position tells
 * columns of one name apart. Throws a UserError when it is missing, not the only one, or identifies a person.
 */
export function findColumn(inspection: Inspection, wanted: ColumnName, use?: ColumnUse): Column {
  const column = typeof wanted === "string" ? findByName(inspection, wanted) : findByPosition(inspection, wanted);
  if (isRefused(column, use))
    throw new UserError(
      `${inspection.file}: can't use column ${JSON.stringify(column.name)}: it looks like ${withArticle[column.identifier as IdentifierKind]}, ` +
        "and what identifies a person is never loaded. Map a column with a code instead.",
    );
  return column;
}

function isRefused({ identifier, recognised_by }: Column, use: ColumnUse | undefined): boolean {
  if (identifier === null) return false;
  if (use === "key") return identifier !== "reference";
  return !(use !== undefined && recognised_by === "content" && (identifier === "name" || identifier === "free text"));
}

/** True when some column has that name or text. */
export const hasColumn = ({ columns }: Inspection, wanted: ColumnName): boolean =>
  columns.some(({ name, text }) =>
    [name, text].some((own) => isCalled(own, typeof wanted === "string" ? wanted : wanted.name)),
  );

const spell = (name: string) => JSON.stringify(name);

/** A name counts before a text, and a text before both together, as the header shows them. */
function findByName(inspection: Inspection, name: string): Column {
  const { file, columns } = inspection;
  const spellings: readonly ((column: Column) => string | null)[] = [
    (column) => column.name,
    (column) => column.text,
    (column) => (column.text === null ? null : `${column.name}. ${column.text}`),
  ];
  const [found = []] = spellings
    .map((spelling) => columns.filter((column) => isCalled(spelling(column), name)))
    .filter((some) => some.length > 0);
  if (found.length > 1)
    throw new UserError(
      `${file}: must have one column ${spell(name)}, but has ${found.length}, at positions ` +
        `${found.map(({ position }) => position).join(", ")}. ` +
        `Write { name: ${spell(found[0]?.name ?? name)}, position: ${found[0]?.position} } for the one that is meant.`,
    );
  if (found[0] === undefined) throw refuseUnknown(inspection, name);
  return found[0];
}

function findByPosition(inspection: Inspection, { name, position }: { name: string; position: number }): Column {
  const { file, columns } = inspection;
  const column = columns[position - 1];
  if (column === undefined)
    throw new UserError(`${file}: can't find a column at position ${position}: it has ${columns.length} columns.`);
  if (!isCalled(column.name, name) && !isCalled(column.text, name))
    throw new UserError(
      `${file}: must have column ${spell(name)} at position ${position}, but that one is ${spell(column.name)}. ${whereElse(columns, name)}`,
    );
  return column;
}

const isCalled = (own: string | null, name: string) => own !== null && simplifyName(own) === simplifyName(name);

function whereElse(columns: readonly Column[], name: string): string {
  const positions = columns.filter((column) => isCalled(column.name, name)).map(({ position }) => position);
  return positions.length === 0
    ? `No column is called ${spell(name)}.`
    : `That name is at position ${positions.join(", ")}.`;
}

function refuseUnknown(inspection: Inspection, name: string): UserError {
  return new UserError(
    `${inspection.file}: must have a column ${spell(name)}, but it does not. ` +
      `Its columns are ${listNames(inspection.columns.map((one) => one.name))}.${adviseDelimiter(inspection)}`,
  );
}

/** One column in all means that another character separates the cells. */
const adviseDelimiter = ({ columns, delimiter }: Inspection) =>
  columns.length > 1 ? "" : ` That is one column: check whether ${JSON.stringify(delimiter)} separates its cells.`;
