/** Finds a mapped column in an inspected file. */
import type { Column, Inspection } from "../../schemas/inspection.ts";
import { listNames, UserError } from "../user-error.ts";

/** The column called `name`. Throws a UserError when it is missing, occurs twice, or identifies a person. */
export function findColumn(inspection: Inspection, name: string): Column {
  const found = inspection.columns.filter((column) => column.name === name.trim());
  const [column] = found;
  if (column === undefined)
    throw new UserError(
      `${inspection.file}: must have a column ${JSON.stringify(name)}, but it does not. ` +
        `Its columns are ${listNames(inspection.columns.map((one) => one.name))}.`,
    );
  if (found.length > 1)
    throw new UserError(
      `${inspection.file}: must have one column ${JSON.stringify(name)}, but has ${found.length}. Rename the others.`,
    );
  if (column.identifier !== null)
    throw new UserError(
      `${inspection.file}: can't use column ${JSON.stringify(name)}: it looks like ${column.identifier}, ` +
        "and what identifies a person is never loaded. Map a column with a code instead.",
    );
  return column;
}
