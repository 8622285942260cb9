/** Finds a mapped column in an inspected file. */
import type { Column, IdentifierKind, Inspection } from "../../schemas/inspection.ts";
import { listNames, UserError } from "../user-error.ts";

const withArticle: Record<IdentifierKind, string> = {
  name: "a name",
  "e-mail address": "an e-mail address",
  "IP address": "an IP address",
  location: "a location",
  reference: "a reference to a person",
  "free text": "free text",
};

/** One column in all means that another character separates the cells. */
const adviseDelimiter = ({ columns, delimiter }: Inspection) =>
  columns.length > 1 ? "" : ` That is one column: check whether ${JSON.stringify(delimiter)} separates its cells.`;

/** A name as people see it: accents composed, blanks of any kind and length as one. */
const simplify = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim();

/** The column called `name`, however its blanks and accents are written. Throws a UserError when it is missing, occurs twice, or identifies a person. */
export function findColumn(inspection: Inspection, name: string): Column {
  const found = inspection.columns.filter((column) => simplify(column.name) === simplify(name));
  const [column] = found;
  if (column === undefined)
    throw new UserError(
      `${inspection.file}: must have a column ${JSON.stringify(name)}, but it does not. ` +
        `Its columns are ${listNames(inspection.columns.map((one) => one.name))}.${adviseDelimiter(inspection)}`,
    );
  if (found.length > 1)
    throw new UserError(
      `${inspection.file}: must have one column ${JSON.stringify(name)}, but has ${found.length}. Rename the others.`,
    );
  if (column.identifier !== null)
    throw new UserError(
      `${inspection.file}: can't use column ${JSON.stringify(name)}: it looks like ${withArticle[column.identifier]}, ` +
        "and what identifies a person is never loaded. Map a column with a code instead.",
    );
  return column;
}
