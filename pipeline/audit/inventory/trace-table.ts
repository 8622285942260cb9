/**
 * Traces every number of a table to what was released about the row's unit.
 *
 * In: a CSV file and what tables may say; out: how many numbers it has, and one row per line with a number that was not released.
 * Columns are told by what is in them, not by their headers, so that tables in any language and with new columns can be
 * read: a column of unit names, of waves, of measures or of segment values is a key, and any number elsewhere must be
 * traced. A line that names a unit may hold that unit's numbers only; of a withheld cell there are none.
 */
import papaparse from "papaparse";
import type { Allowed, AllowedIndex } from "./index-allowed.ts";
import type { Offence } from "./take-inventory.ts";

export type TracedTable = Readonly<{ numbers: number; offences: readonly Offence[] }>;

/** Positions of key columns; -1 where the table has none. */
type Keys = Readonly<{ wave: number; unit: number; measure: number; value: number; all: ReadonlySet<number> }>;

export const traceTable = (path: string, content: string, allowed: AllowedIndex): TracedTable => {
  const [header = [], ...rows] = readRows(content);
  const keys = findKeys(header, rows, allowed);
  const decimal = header.length > 1 && isSemicolon(content) ? "," : ".";
  let numbers = 0;
  const offences: Offence[] = [];
  for (const [index, row] of rows.entries()) {
    const entries = findEntries(row, keys, allowed);
    const found = row.flatMap((field, column) => (keys.all.has(column) ? [] : readNumber(field, decimal)));
    numbers += found.length;
    const isKnown = (number: number) =>
      entries === null ? allowed.others.has(number) : entries.some((entry) => entry.numbers.has(number));
    if (!found.every(isKnown))
      offences.push({
        wave: keys.wave === -1 ? "" : (row[keys.wave] ?? ""),
        measure: null,
        explanation: `${path}, line ${index + 2}: a number that belongs to no released cell`,
      });
  }
  return { numbers, offences };
};

const isSemicolon = (content: string): boolean => {
  const [header = ""] = content.split("\n", 1);
  return header.split(";").length > header.split(",").length;
};

/** Without the byte order mark and the apostrophe that keeps text from being run as a formula. */
const readRows = (content: string): string[][] => {
  const delimiter = isSemicolon(content) ? ";" : ",";
  const { data } = papaparse.parse<string[]>(content.replace(/^\ufeff/, ""), { delimiter, skipEmptyLines: true });
  return data.map((row) => row.map((field) => field.replace(/^'/, "")));
};

const findKeys = (header: readonly string[], rows: readonly (readonly string[])[], allowed: AllowedIndex): Keys => {
  const columns = header.map((_, column) => column);
  const find = (names: Readonly<{ has: (text: string) => boolean }>, taken: readonly number[] = []) =>
    columns.find((column) => !taken.includes(column) && rows.length > 0 && isColumnOf(rows, column, names)) ?? -1;
  const wave = find(allowed.waves);
  const unit = find(allowed.units, [wave]);
  const measure = find(allowed.measures, [wave, unit]);
  const value = find(allowed.values, [wave, unit, measure]);
  const department = find(allowed.units, [wave, unit, measure, value]);
  return { wave, unit, measure, value, all: new Set([wave, unit, measure, value, department]) };
};

/** Whether a column holds such names and blanks only, and at least one name. */
const isColumnOf = (
  rows: readonly (readonly string[])[],
  column: number,
  names: Readonly<{ has: (text: string) => boolean }>,
): boolean =>
  rows.some((row) => (row[column] ?? "") !== "") &&
  rows.every((row) => (row[column] ?? "") === "" || names.has(row[column] as string));

/** What was released about the row's unit, wave, measure and segment, as far as the row names them; null when it names no unit. */
const findEntries = (row: readonly string[], keys: Keys, allowed: AllowedIndex): readonly Allowed[] | null => {
  const unit = row[keys.unit];
  if (unit === undefined || unit === "") return null;
  const wave = row[keys.wave];
  const measures = allowed.measures.get(row[keys.measure] ?? "");
  const values = keys.value === -1 ? undefined : allowed.values.get(row[keys.value] as string);
  return (allowed.units.get(unit) ?? []).filter(
    (entry) =>
      (wave === undefined || entry.wave === wave) &&
      (measures === undefined || measures.has(entry.measure)) &&
      (keys.value === -1 ||
        (entry.segment === null ? values === undefined : values?.has(entry.segment.value) === true)),
  );
};

const readNumber = (field: string, decimal: string): number[] => {
  const text = decimal === "," ? field.replace(",", ".") : field;
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? [Number(text)] : [];
};
