/**
 * Reads what a roster says of its units as attributes, such as the region they are in.
 * In: the inspected roster, attributes with their columns, and the day a wave closed. Out: per attribute one value per unit.
 */
import type { Attribute } from "../../schemas/attribute.ts";
import type { Column, Inspection } from "../../schemas/inspection.ts";
import { makeValueJudge } from "../answers/judge-value.ts";
import { UserError } from "../user-error.ts";
import { findRosterColumns } from "./find-roster-columns.ts";
import { isValidOn, type RecordedRow, readRows } from "./read-rows.ts";

/** An attribute of units and where it is in the roster. */
export type RosterAttribute = Readonly<{ attribute: string; definition: Attribute; column: Column }>;

/** Unit to the code of its value, null where the cell is blank; everyone directly in the unit has it. */
export type UnitValues = ReadonlyMap<string, string | null>;

/** One per attribute. Throws a UserError that names the records whose text is in no list. */
export function readUnitValues(
  inspection: Inspection,
  { wave, closed_date }: Readonly<{ wave: string; closed_date: string }>,
  attributes: readonly RosterAttribute[],
): UnitValues[] {
  if (attributes.length === 0) return [];
  const positions = attributes.map(({ column }) => column.position - 1);
  const { rows } = readRows(inspection, { ...findRosterColumns(inspection, wave), attributes: positions });
  const valid = rows.filter((row) => isValidOn(row, closed_date));
  return attributes.map((attribute, index) => judgeValues(inspection, valid, attribute, index));
}

function judgeValues(
  { file, decimal }: Inspection,
  rows: readonly RecordedRow[],
  { attribute, definition, column }: RosterAttribute,
  index: number,
): UnitValues {
  const judge = makeValueJudge(definition, { missing: [], decimal });
  const judged = rows.map(({ unit, record, texts }) => ({ unit, record, value: judge(texts[index] ?? "") }));
  const unknown = judged.filter(({ value }) => value === undefined).map(({ record }) => record);
  if (unknown.length > 0)
    throw new UserError(
      `${file}: column ${JSON.stringify(column.name)} must hold values that scan.yaml lists for attribute ${attribute}, ` +
        `or blanks, but it does not in ${listRecords(unknown)}. Add the text to a value under attributes: in scan.yaml, or correct the roster.`,
    );
  return new Map(judged.map(({ unit, value }) => [unit, value ?? null]));
}

const shownRecords = 10;

/** The texts themselves are not quoted: a wrong column may hold names. */
function listRecords(records: readonly number[]): string {
  const more = records.length > shownRecords ? ` and ${records.length - shownRecords} more` : "";
  return `record${records.length === 1 ? "" : "s"} ${records.slice(0, shownRecords).join(", ")}${more}`;
}
