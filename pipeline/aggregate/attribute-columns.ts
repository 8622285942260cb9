/** What people are told apart by, in the table of responses and in the tree. In: attributes of one questionnaire and wave. */
import type { AttributeSource } from "../../schemas/cell.ts";
import type { Row } from "../database.ts";

/** The columns of the table that hold codes; an attribute of units has none. */
export const listColumns = (attributes: readonly AttributeSource[]): string[] =>
  attributes.flatMap((one) => ("column" in one ? [one.column] : []));

/** One value per attribute for people directly in `unit`, read from a row that has the columns; null where not known. */
export const readValues = (attributes: readonly AttributeSource[], unit: string, row: Row): (string | null)[] =>
  attributes.map((one) => ("column" in one ? (row[one.column] as string | null) : (one.ofUnit.get(unit) ?? null)));
