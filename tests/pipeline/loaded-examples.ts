/** Small exports, inspected and put into a database as the pipeline does it. */
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Database, openDatabase } from "../../pipeline/database.ts";
import { inspect } from "../../pipeline/inspect.ts";
import { loadExport } from "../../pipeline/load/load-export.ts";
import { loadUnits } from "../../pipeline/load/load-units.ts";
import type { Context } from "../../pipeline/validate/context.ts";
import { type ValidatedExport, validate } from "../../pipeline/validate/validate.ts";
import type { Inspection } from "../../schemas/inspection.ts";
import type { Identity, MappedAnswer, MappedColumns, Way } from "../../schemas/loaded-export.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type Acceptance, type FileFormat, ResponseRules } from "../../schemas/scan.ts";
import { makeTempFiles } from "./temp-files.ts";

/** The closed scale of the answers of an example. */
export type Answers = Readonly<{ minimum: number; maximum: number; decimals: number }>;

export const oneToFive: Answers = { minimum: 1, maximum: 5, decimals: 0 };

/** What an example may change: how answers are written, and what is decided about them. */
export type Choices = Readonly<{
  answers?: Answers;
  accept?: Acceptance;
  responses?: Partial<ResponseRules>;
  columns?: (columns: MappedColumns, inspection: Inspection) => MappedColumns;
  attributes?: Inspection;
  identity?: Identity;
}>;

/** A place for examples, emptied and closed when the tests of the file are done. */
export function makeExamples() {
  const files = makeTempFiles();
  const opened: Database[] = [];
  const trees = new Map<Database, readonly Unit[]>();
  afterAll(() => {
    for (const database of opened) database.close();
  });

  const look = (text: string | Uint8Array, format: FileFormat = {}): Promise<Inspection> =>
    inspect("answers.csv", files.write(text), format, files.folder);

  /** A database that may read these files, with the units of `parents` (unit to parent) as its tree. */
  async function open(
    inspections: readonly Inspection[],
    parents: Readonly<Record<string, string>>,
  ): Promise<Database> {
    const units = Object.entries(parents).map(([unit, parent]) => ({ unit, parent: parent || null }));
    const database = await openDatabase(
      inspections.map(({ text_path }) => text_path),
      join(files.folder, "spill"),
    );
    opened.push(database);
    await loadUnits(database, [units]);
    trees.set(
      database,
      units.map((one) => ({ ...one, name: one.unit, level: 0, leaf: true, invited: null, invited_total: null })),
    );
    return database;
  }

  /** Loads and validates one way; null when that way has to be left to another. */
  async function judge(
    database: Database,
    inspection: Inspection,
    as: Way,
    { answers = oneToFive, accept = {}, responses = {}, columns = (all) => all, attributes, identity }: Choices = {},
  ): Promise<ValidatedExport | null> {
    const source = {
      inspection,
      attributes: attributes ?? null,
      columns: columns(mapAll(inspection, answers), inspection),
    };
    const context: Context = {
      wave: "now",
      waveIndex: 0,
      questionnaire: "example",
      tree: trees.get(database) ?? [],
      accept,
      responses: ResponseRules.parse(responses),
      k: 5,
    };
    const loaded = await loadExport(database, source, `responses_${as}`, as, identity);
    return loaded && validate(database, loaded, context);
  }

  return { ...files, look, open, judge };
}

/** Maps team, id and submitted by name; every other column that identifies nobody is an item. */
export function mapAll({ columns }: Inspection, answers: Answers): MappedColumns {
  const find = (name: string) => columns.find((column) => column.name === name) ?? null;
  return {
    unit: find("team") as NonNullable<ReturnType<typeof find>>,
    key: null,
    response: find("id"),
    submitted: find("submitted"),
    finished: null,
    status: null,
    duration: null,
    started: null,
    ended: null,
    long: null,
    attributes: [],
    answers: columns
      .filter(({ name, identifier }) => !["team", "id", "submitted"].includes(name) && identifier === null)
      .map((column) => mapAnswer(column.name, [column], answers)),
  };
}

/** An item of one instrument, in the given columns. */
export const mapAnswer = (item: string, columns: MappedAnswer["columns"], answers: Answers): MappedAnswer => ({
  item,
  instrument: "example",
  columns,
  questions: [],
  labels: null,
  missing: [],
  ...answers,
});
