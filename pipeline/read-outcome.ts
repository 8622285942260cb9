/**
 * Reads a file of the organisation's own administration: absence, turnover, productivity per unit.
 * In: the inspected CSV with unit, period, value and headcount in English or Dutch, and the units of the newest wave. Out: one row per unit and period, in
 * the order of the file. It holds figures of units only and meets no answer before protection is done.
 */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { z } from "zod";
import type { Inspection } from "../schemas/inspection.ts";
import { OutcomeRow, outcomeColumns } from "../schemas/outcome.ts";
import { simplifyName } from "./csv/simplify-name.ts";
import { trimCell } from "./csv/write-trimmed.ts";
import { listNames, UserError } from "./user-error.ts";

const columnNames = Object.keys(outcomeColumns) as (keyof OutcomeRow)[];
const shownProblems = 10;

/**
 * Reads one file; `units` are the codes of the roster, `wave` the wave they are of. Throws one UserError with all problems together;
 * cells are not quoted: a wrong column may hold names.
 */
export function readOutcome(inspection: Inspection, units: ReadonlySet<string>, wave: string): OutcomeRow[] {
  const judge = makeRowSchema(inspection, units, wave);
  const positions = findColumns(inspection);
  const read = parseRecords(inspection).map((cells) =>
    judge.safeParse(
      Object.fromEntries(columnNames.map((name, index) => [name, trimCell(cells[positions[index] as number] ?? "")])),
    ),
  );
  const rows = read.map(({ data }) => data ?? null);
  refuse(inspection, [
    ...read.flatMap(({ error }, index) =>
      (error?.issues ?? []).map(({ message }) => `record ${index + 1}: ${message}`),
    ),
    ...findDoubles(rows),
    ...findOtherPeriods(rows),
  ]);
  return rows.filter((row) => row !== null);
}

/** A row as text. The file's decimal mark is the only one it may use. */
function makeRowSchema({ decimal }: Inspection, units: ReadonlySet<string>, wave: string) {
  const number = decimal === "," ? /^[+-]?\d{1,15}(,\d+)?$/ : /^[+-]?\d{1,15}(\.\d+)?$/;
  const digits = /^\d{1,7}$/;
  return z
    .object({
      unit: z.string().refine((text) => units.has(text), `unit must be one of the roster of wave ${wave}`),
      period: z
        .string()
        .refine(
          (text) => OutcomeRow.shape.period.safeParse(text).success,
          "period must be such as 2026, 2026-Q1, 2026-03 or 2026-03-31",
        ),
      value: z
        .string()
        .regex(number, `value must be a number such as 4${decimal}2; leave out the row when it is unknown`),
      headcount: z.string().regex(digits, "headcount must be a whole number of people"),
    })
    .transform(
      ({ value, headcount, ...row }): OutcomeRow => ({
        ...row,
        value: Number(value.replace(",", ".")),
        headcount: Number(headcount),
      }),
    );
}

function refuse({ file }: Inspection, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, shownProblems);
  const more = problems.length > shownProblems ? [`and ${problems.length - shownProblems} more`] : [];
  throw new UserError(`${file}: must hold one number per unit and period:\n  ${[...shown, ...more].join("\n  ")}`);
}

/** Positions in a record, from 0, in the order of `columnNames`. */
function findColumns({ file, columns }: Inspection): number[] {
  const found = columnNames.map((name) => columns.filter((column) => isNamed(column.name, name)));
  const wrong = columnNames.filter((_, index) => found[index]?.length !== 1);
  if (wrong.length > 0)
    throw new UserError(
      `${file}: must have the columns unit, period, value and headcount (or eenheid, periode, waarde and medewerkers), each once; missing or twice: ${listNames(wrong)}. ` +
        `Its columns are ${listNames(columns.map(({ name }) => name))}.`,
    );
  return found.map(([column]) => (column?.position ?? 0) - 1);
}

const isNamed = (column: string, name: keyof OutcomeRow): boolean =>
  outcomeColumns[name].includes(simplifyName(column).toLowerCase());

function parseRecords({ file, text_path, delimiter, skip, records }: Inspection): string[][] {
  const { data } = Papa.parse<string[]>(readFileSync(text_path, "utf8"), { delimiter, skipEmptyLines: true });
  const read = data.slice(skip);
  if (read.length === records) return read;
  throw new UserError(
    `${file}: can't be read with certainty: the file holds ${records} records, but ${read.length} were read. ` +
      "Save it again as CSV UTF-8.",
  );
}

function findDoubles(rows: readonly (OutcomeRow | null)[]): string[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const key = row === null ? null : JSON.stringify([row.unit, row.period]);
    const before = key === null ? undefined : first.get(key);
    if (key !== null && before === undefined) first.set(key, index);
    return before === undefined
      ? []
      : [`record ${index + 1}: this unit and period already occur in record ${before + 1}`];
  });
}

/** A year beside its months would count twice. A kind of period is as long as its text, and quarters have a letter. */
function findOtherPeriods(rows: readonly (OutcomeRow | null)[]): string[] {
  const kindOf = ({ period }: OutcomeRow) => `${period.length}${period.replace(/[^QW]/g, "")}`;
  const start = rows.find((row) => row !== null);
  return rows.flatMap((row, index) =>
    row === null || start === undefined || start === null || kindOf(row) === kindOf(start)
      ? []
      : [
          `record ${index + 1}: period must be of the kind of the first one: all years, quarters, months, weeks or days`,
        ],
  );
}
