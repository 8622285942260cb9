/** Small exports, inspected and put into a database as the pipeline does it. */
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Database, openDatabase } from "../../pipeline/database.ts";
import { inspect } from "../../pipeline/inspect.ts";
import { load, loadUnits } from "../../pipeline/load.ts";
import { type Context, type ValidatedExport, validate } from "../../pipeline/validate/validate.ts";
import type { Inspection } from "../../schemas/inspection.ts";
import type { MappedColumns } from "../../schemas/loaded-export.ts";
import type { Acceptance, FileFormat } from "../../schemas/scan.ts";
import { makeTempFiles } from "./temp-files.ts";

/** The closed scale of the answers of an example. */
export type Answers = Readonly<{ minimum: number; maximum: number; decimals: number }>;

export const oneToFive: Answers = { minimum: 1, maximum: 5, decimals: 0 };

const context: Context = { wave: "now", waveIndex: 0, questionnaire: "example", accept: {} };

/** A place for examples, emptied and closed when the tests of the file are done. */
export function makeExamples() {
  const files = makeTempFiles();
  const opened: Database[] = [];
  afterAll(() => {
    for (const database of opened) database.close();
  });

  const look = (text: string | Uint8Array, format: Partial<FileFormat> = {}): Inspection =>
    inspect("answers.csv", files.write(text), { decimal: ".", header_rows: 1, ...format }, files.folder);

  /** A database that may read these files, with the units of `parents` (unit to parent) as its tree. */
  async function open(
    inspections: readonly Inspection[],
    parents: Readonly<Record<string, string>>,
  ): Promise<Database> {
    const rows = Object.entries(parents).map(([unit, parent]) => `${unit},${parent}`);
    const roster = look(`unit,parent\n${rows.join("\n")}\n`);
    const database = await openDatabase(
      [roster, ...inspections].map(({ text_path }) => text_path),
      join(files.folder, "spill"),
    );
    opened.push(database);
    await loadUnits(database, [roster], [rows.length]);
    return database;
  }

  /** Loads and validates one way; null when that way has to be left to the other. */
  async function judge(
    database: Database,
    inspection: Inspection,
    as: "numbers" | "text",
    { answers = oneToFive, accept = {} }: { answers?: Answers; accept?: Acceptance } = {},
  ): Promise<ValidatedExport | null> {
    const loaded = await load(database, inspection, mapAll(inspection, answers), `responses_${as}`, as);
    return loaded && validate(database, loaded, { ...context, accept });
  }

  return { ...files, look, open, judge };
}

/** Maps team, id and submitted by name; every other column is an item. */
export function mapAll({ columns }: Inspection, answers: Answers): MappedColumns {
  const find = (name: string) => columns.find((column) => column.name === name) ?? null;
  return {
    unit: find("team") as NonNullable<ReturnType<typeof find>>,
    response: find("id"),
    submitted: find("submitted"),
    answers: columns
      .filter(({ name, identifier }) => !["team", "id", "submitted"].includes(name) && identifier === null)
      .map((column) => ({ item: column.name, column, ...answers })),
  };
}
