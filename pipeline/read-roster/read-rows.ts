/**
 * Reads the records of a roster and judges each by itself.
 * In: the inspected CSV and its columns. Out: one row per record, and what is wrong with the cells of any.
 */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { z } from "zod";
import type { Inspection } from "../../schemas/inspection.ts";
import type { RosterRow } from "../../schemas/roster.ts";
import { IsoDate } from "../../schemas/text.ts";
import { trimCell } from "../csv/write-trimmed.ts";
import { UserError } from "../user-error.ts";
import type { RosterColumns } from "./find-roster-columns.ts";

/**
 * `record` counts from 1 below the header; `dated` is false when its dates say nothing; `texts` are the trimmed cells of the
 * columns with attributes.
 */
export type RecordedRow = RosterRow & Readonly<{ record: number; dated: boolean; texts: readonly string[] }>;

/** Both days are included; dates of ISO 8601 are in the order of their text. */
export const isValidOn = ({ valid_from, valid_until }: RosterRow, day: string): boolean =>
  (valid_from === null || valid_from <= day) && (valid_until === null || day <= valid_until);

/** Tabs, line ends and marks that no one sees: an export that repeats such a code would not find its unit. */
const invisible = /[\p{Cc}\u200b\u2028\u2029\ufeff]/u;
const address = /\S@\S+\.\S/;

/** A code as a message may show it: an address of a person is left out. */
export const withholdAddress = (code: string): string => (address.test(code) ? "(not shown)" : code);

const invitedCount = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);

/** A day; workbooks give a day as its first second. */
const day = z
  .string()
  .transform((text) => text.replace(/ 00:00:00$/, ""))
  .pipe(IsoDate);

/** Reads all records, valid on the day or not. Throws a UserError when two independent readers count differently. */
export function readRows(inspection: Inspection, columns: RosterColumns): { rows: RecordedRow[]; problems: string[] } {
  const readCells = makeReader(columns);
  const read = parseRecords(inspection).map(readCells);
  return {
    rows: read.map(toRow),
    problems: read.flatMap((cells, index) => findFaults(cells).map((fault) => `record ${index + 1}: ${fault}`)),
  };
}

/** What a record says; undefined is a verdict: not what it must be. */
type Cells = Readonly<{
  unit: string;
  name: string;
  parent: string;
  invited: number | null | undefined;
  from: string | null | undefined;
  until: string | null | undefined;
  texts: readonly string[];
}>;

function makeReader(columns: RosterColumns): (record: readonly string[]) => Cells {
  const judgeInvited = rememberVerdicts(invitedCount);
  const judgeDate = rememberVerdicts(day);
  return (record) => {
    const cell = (position: number | null) => (position === null ? "" : trimCell(record[position] ?? ""));
    return {
      unit: cell(columns.unit),
      name: cell(columns.name),
      parent: cell(columns.parent),
      invited: judgeInvited(cell(columns.invited)),
      from: judgeDate(cell(columns.valid_from)),
      until: judgeDate(cell(columns.valid_until)),
      texts: columns.attributes.map(cell),
    };
  };
}

const toRow = ({ unit, name, parent, invited, from, until, texts }: Cells, index: number): RecordedRow => ({
  record: index + 1,
  unit,
  name,
  parent: parent || null,
  invited: invited ?? null,
  valid_from: from ?? null,
  valid_until: until ?? null,
  dated: from !== undefined && until !== undefined && !isReversed(from, until),
  texts,
});

const isReversed = (from: string | null, until: string | null) => from !== null && until !== null && until < from;

function parseRecords(inspection: Inspection): string[][] {
  const text = readFileSync(inspection.text_path, "utf8");
  const { data } = Papa.parse<string[]>(text, { delimiter: inspection.delimiter, skipEmptyLines: true });
  const records = data.slice(inspection.skip);
  if (records.length !== inspection.records)
    throw new UserError(
      `${inspection.file}: can't be read with certainty: the file holds ${inspection.records} records, ` +
        `but ${records.length} were read. Save it again as CSV UTF-8.`,
    );
  return records;
}

/** Judges each distinct text of a column once: null when blank, undefined when it is not what it must be. */
function rememberVerdicts<T>(schema: z.ZodType<T, string>): (text: string) => T | null | undefined {
  const verdicts = new Map<string, T | null | undefined>([["", null]]);
  return (text) => {
    if (!verdicts.has(text)) verdicts.set(text, schema.safeParse(text).data);
    return verdicts.get(text);
  };
}

/** Many codes become this one. A code that looks like a day may be one's own: DEC-01. */
const largeNumber = /^\d([.,]\d+)?e\+\d+$/i;

/** Whatever is wrong with a record by itself, as sentences. */
function findFaults({ unit, name, parent, invited, from, until }: Cells): string[] {
  const faults: string[] = [];
  if (unit === "" || unit.length > 200) faults.push("unit must have a code");
  if (invisible.test(unit) || invisible.test(parent))
    faults.push("unit and parent must not hold tabs, line ends or invisible characters");
  else if (largeNumber.test(unit))
    faults.push(
      `unit ${JSON.stringify(unit)} must be a code, but a spreadsheet wrote it as a rounded number, as it may have done with others. ` +
        "Restore it, here and in the exports, and keep that column as text",
    );
  if ([unit, name, parent].some((text) => address.test(text)))
    faults.push("unit, name and parent must be those of a unit, not an e-mail address");
  if (name === "" || name.length > 300) faults.push("unit must have a name");
  if (invited === undefined) faults.push("invited must be a whole number, or blank when unknown");
  if (from === undefined) faults.push("valid_from must be a date such as 2026-04-24, or blank");
  if (until === undefined) faults.push("valid_until must be a date such as 2026-04-24, or blank");
  if (from !== undefined && until !== undefined && isReversed(from, until))
    faults.push(`valid_until (${until}) must not lie before valid_from (${from})`);
  return faults;
}
