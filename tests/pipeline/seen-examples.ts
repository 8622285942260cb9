/** Small exports, validated one way, and what counts of them, for tests of what an export may look like. */
import { expect } from "vitest";
import type { ValidatedExport } from "../../pipeline/validate/validate.ts";
import type { Column, Inspection } from "../../schemas/inspection.ts";
import type { MappedColumns, Way } from "../../schemas/loaded-export.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import { type Choices, makeExamples, mapAll, oneToFive } from "./loaded-examples.ts";

/** The units of the examples. */
export const tree = { ORG: "", A: "ORG", B: "ORG" };

export type Seen = ValidatedExport & { rows: readonly (readonly (string | null)[])[] };

/** A place for examples, with `see` beside what makeExamples gives. */
export function makeSeenExamples() {
  const examples = makeExamples();
  const { look, open, judge } = examples;

  /** Validates one way and shows unit and items of what counts; null when that way has to be left to another. */
  async function see(csv: string, as: Way, choices: Choices = {}, format: FileFormat = {}): Promise<Seen | null> {
    const inspection = await look(csv, format);
    const files = choices.attributes ? [inspection, choices.attributes] : [inspection];
    const database = await open(files, tree);
    const validated = await judge(database, inspection, as, choices);
    if (validated === null) return null;
    expect(validated.records).toBe(validated.loaded + validated.rejected + validated.excluded);
    const mapped = mapAll(inspection, oneToFive);
    const items = choices.columns?.(mapped, inspection).answers.map(({ item }) => item) ?? ["Q1"];
    const rows = await database.rows(
      `select unit, ${items.map((item) => `"${item}"::double::varchar as "${item}"`).join(", ")} from ${validated.table} order by all`,
      "see",
    );
    return {
      ...validated,
      rows: rows.map((row) => Object.values(row).map((cell) => (cell === null ? null : String(cell)))),
    };
  }

  return { ...examples, see };
}

export const byName = ({ columns }: Inspection, name: string) =>
  columns.find((column) => column.name === name) as Column;

/** Maps the answers with labels and texts that say "no opinion". */
export const labelled =
  (labels: Readonly<Record<string, number>>, missing: readonly string[] = []) =>
  (columns: MappedColumns): MappedColumns => ({
    ...columns,
    answers: columns.answers.map((answer) => ({ ...answer, labels: new Map(Object.entries(labels)), missing })),
  });

/** Per rule its count and what was done. */
export const quality = (found: ValidatedExport | null) =>
  Object.fromEntries((found?.quality ?? []).map(({ rule, action, count }) => [rule, `${count} ${action}`]));
