/** Writes a column as scan.yaml names it. In: a column and its neighbours. Out: YAML on one line. */
import type { Column } from "../../schemas/inspection.ts";
import { simplifyName } from "../csv/simplify-name.ts";
import { quote, quoteShort } from "./yaml-lines.ts";

/** Its name where no other column has that name, else its name and position. */
export const nameColumn = (column: Column, columns: readonly Column[]): string =>
  isAlone(column, columns) ? quote(column.name) : `{ name: ${quote(column.name)}, position: ${column.position} }`;

/** A column in a comment: its name, its position where names occur twice, and the question's text where it has both. */
export function showColumn(column: Column, columns: readonly Column[]): string {
  const { name, text, position } = column;
  const place = isAlone(column, columns) ? "" : ` at position ${position}`;
  return `${quoteShort(name)}${place}${text === null || text === name ? "" : ` (${quoteShort(text)})`}`;
}

function isAlone(column: Column, columns: readonly Column[]): boolean {
  const name = simplifyName(column.name);
  return name !== "" && columns.filter((one) => simplifyName(one.name) === name).length === 1;
}
