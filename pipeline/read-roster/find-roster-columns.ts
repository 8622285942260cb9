/** Finds the columns of a roster by their names; capitals, blanks and hyphens in them don't matter. */
import type { Column, Inspection } from "../../schemas/inspection.ts";
import { simplifyName } from "../csv/simplify-name.ts";
import { listNames, UserError } from "../user-error.ts";

/** Positions in a record, from 0; null for a column that the roster does not have. */
export type RosterColumns = Readonly<{
  unit: number;
  name: number;
  parent: number;
  invited: number;
  valid_from: number | null;
  valid_until: number | null;
  /** Columns with attributes of units; none unless asked for. */
  attributes: readonly number[];
}>;

/** Finds them for one wave: its own column `invited_<wave>` wins over `invited`. Throws a UserError that names all that must change. */
export function findRosterColumns(inspection: Inspection, wave: string): RosterColumns {
  const find = (name: string) => inspection.columns.filter((column) => simplify(column.name) === simplify(name));
  const own = `invited_${wave}`;
  const invited = find(own).length > 0 ? own : "invited";
  const names = ["unit", "name", "parent", invited, "valid_from", "valid_until"];
  const missing = names.slice(0, 4).filter((name) => find(name).length === 0);
  const twice = names.filter((name) => find(name).length > 1);
  refuse(inspection, [
    ...missing.map(
      (name) => `${JSON.stringify(name)}${name === "invited" ? ` or ${JSON.stringify(own)}` : ""} is missing`,
    ),
    ...twice.map((name) => `${JSON.stringify(name)} occurs ${find(name).length} times`),
    ...findMisnamed(inspection.columns).map(
      (name) => `${JSON.stringify(name)} must be called valid_from or valid_until`,
    ),
  ]);
  const [unit, name, parent, count, from, until] = names.map((one) => (find(one)[0]?.position ?? 0) - 1);
  return {
    unit: unit as number,
    name: name as number,
    parent: parent as number,
    invited: count as number,
    valid_from: from === -1 ? null : (from as number),
    valid_until: until === -1 ? null : (until as number),
    attributes: [],
  };
}

const simplify = (name: string) =>
  simplifyName(name)
    .toLowerCase()
    .replace(/[ _-]+/g, "_");

/** Columns that mean to be a date of validity: left unread, they would change the tree without a word. */
const findMisnamed = (columns: readonly Column[]) =>
  columns.map(({ name }) => name).filter((name) => /^valid(?!_(from|until)$)/.test(simplify(name)));

function refuse({ file, columns, delimiter }: Inspection, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const one = `That is one column: check whether ${JSON.stringify(delimiter)} separates its cells.`;
  throw new UserError(
    `${file}: a roster must have the columns unit, name, parent and invited (or invited_<wave>), each once, ` +
      `and may have valid_from and valid_until: ${problems.join("; ")}. ` +
      `Its columns are ${listNames(columns.map(({ name }) => name))}.${columns.length === 1 ? ` ${one}` : ""}`,
  );
}
