/**
 * Damaged exports, all the way from bytes to counts: each ends in a sentence of ours or in counts that reconcile with those of
 * another reader, and never shows what a respondent wrote.
 */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../pipeline/database.ts";
import { inspect } from "../../pipeline/inspect.ts";
import { loadExport } from "../../pipeline/load/load-export.ts";
import { loadUnits } from "../../pipeline/load/load-units.ts";
import { mapColumns } from "../../pipeline/run/map-columns.ts";
import { UserError } from "../../pipeline/user-error.ts";
import { type ValidatedExport, validate } from "../../pipeline/validate/validate.ts";
import type { Inspection } from "../../schemas/inspection.ts";
import type { MappedColumns } from "../../schemas/loaded-export.ts";
import { type FileFormat, ResponseRules } from "../../schemas/scan.ts";
import { canaries, fuzzExports, fuzzPlan, fuzzUnits } from "./fuzz-exports.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { makeTempFiles } from "./temp-files.ts";

const { folder } = makeTempFiles();

/** 10,000 cases: most of them on the exports that are quick to read. */
const runs: Readonly<Record<string, number>> = { plain: 3000, labels: 3000, limesurvey: 2500, qualtrics: 1500 };

const context = {
  wave: "now",
  waveIndex: 0,
  questionnaire: "fuzz",
  tree: fuzzUnits.map((unit) => ({
    ...unit,
    name: unit.unit,
    level: 0,
    leaf: true,
    invited: null,
    invited_total: null,
  })),
  accept: {},
  responses: ResponseRules.parse({}),
  k: 5,
};

type Outcome = Readonly<{
  inspection: Inspection;
  columns: MappedColumns;
  validated: ValidatedExport;
  /** Rows of the table that validation made. */
  rows: number;
}>;

type Ingest = (bytes: Uint8Array, questionnaire: string, format: FileFormat) => Promise<Outcome>;

/**
 * Inspects, maps, loads and validates a file, each way in turn as the pipeline does. One database serves many files: it may
 * read two paths, whose content changes; a fresh one now and then keeps it small.
 */
function makeIngest(name: string): { ingest: Ingest; close: () => void } {
  const [path, copy] = [join(folder, `${name}.csv`), join(folder, `${name}-copy.csv`)];
  let database: Database | null = null;
  let cases = 0;

  async function freshen(): Promise<Database> {
    if (database !== null && ++cases % 400 !== 0) return database;
    database?.close();
    database = await openDatabase([path, copy], join(folder, `${name}-spill`));
    await loadUnits(database, [fuzzUnits]);
    return database;
  }

  /** A copy goes where the database may read it. */
  function moveCopy(inspection: Inspection): Inspection {
    if (inspection.text_path === path) return inspection;
    copyFileSync(inspection.text_path, copy);
    rmSync(inspection.text_path);
    return { ...inspection, text_path: copy };
  }

  const ingest: Ingest = async (bytes, questionnaire, format) => {
    writeFileSync(path, bytes);
    const inspection = moveCopy(await inspect("answers.csv", path, format, folder));
    const columns = mapColumns(fuzzPlan, questionnaire, inspection, null);
    const opened = await freshen();
    for (const as of ["numbers", "labels", "text"] as const) {
      const loaded = await loadExport(opened, { inspection, attributes: null, columns }, `case_${cases}_${as}`, as);
      const validated = loaded && (await validate(opened, loaded, context));
      if (!validated) continue;
      const [row] = await opened.rows(`select count(*)::integer as rows from ${validated.table}`, "count");
      return { inspection, columns, validated, rows: Number(row?.["rows"]) };
    }
    throw new Error("An export read as text must be explained.");
  };
  return { ingest, close: () => database?.close() };
}

/** Cells of the records as papaparse reads them, header rows left out. */
function parseRecords({ text_path, delimiter, line_ends, skip }: Inspection): string[][] {
  const newline = { LF: "\n", CRLF: "\r\n", CR: "\r" } as const;
  const text = readFileSync(text_path, "utf8").replace(/^\ufeff/, "");
  return Papa.parse<string[]>(text, { delimiter, newline: newline[line_ends], skipEmptyLines: true }).data.slice(skip);
}

/** Checks a file that was read: its counts, and the texts of its problems. */
function expectReconciled({ inspection, columns, validated, rows }: Outcome): void {
  const records = parseRecords(inspection);
  const { loaded, rejected, excluded } = validated;
  expect(validated.records).toBe(records.length);
  expect(loaded + rejected + excluded).toBe(records.length);
  expect(Math.min(loaded, rejected, excluded)).toBeGreaterThanOrEqual(0);
  expect(rows).toBe(loaded);
  if (rejected > 0) expect(validated.problems.length).toBeGreaterThan(0);
  expectNothingShown(JSON.stringify([validated.problems, validated.quality, inspection]));
  const isOfNumbers =
    inspection.profile === "plain" &&
    inspection.decimal === "." &&
    columns.answers.every(({ labels }) => labels === null) &&
    !records.flat().includes("3 - soms");
  if (isOfNumbers) expect(loaded).toBe(countSound(records, columns));
}

/** How many plain responses are right by a rule of this test's own: unit of the roster, whole numbers from 1 to 5, ids once. */
function countSound(records: readonly (readonly string[])[], { unit, response, answers }: MappedColumns): number {
  const at = (record: readonly string[], position: number) => (record[position - 1] ?? "").trim();
  const sound = records.filter(
    (record) =>
      fuzzUnits.some((one) => one.unit === at(record, unit.position)) &&
      answers.every(({ columns: [column] }) => {
        const text = at(record, column?.position ?? 0);
        return (
          text === "" || (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && [1, 2, 3, 4, 5].includes(Number(text)))
        );
      }),
  );
  if (response === null) return sound.length;
  const ids = sound.map((record) => at(record, response.position)).filter((id) => id !== "");
  return new Set(ids).size;
}

function expectNothingShown(text: string): void {
  for (const canary of canaries) expect(text).not.toContain(canary.slice(0, 7));
}

/** The sentence a file is refused with, or its problems when it was read and its counts reconcile. */
async function explainOutcome(outcome: Promise<Outcome>): Promise<string | ValidatedExport["problems"]> {
  try {
    const found = await outcome;
    expectReconciled(found);
    return found.validated.problems;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(/^answers\.csv: /);
    expect(error.message).not.toContain("its structure is sound");
    expectNothingShown(error.message);
    return error.message;
  }
}

const format = fc.oneof(
  { weight: 6, arbitrary: fc.constant<FileFormat>({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<FileFormat>(
      { encoding: "windows-1252" },
      { encoding: "macintosh" },
      { encoding: "utf-16le" },
      { delimiter: ";" },
      { header_rows: 2 },
      { profile: "plain" },
    ),
  },
);

describe.concurrent("an export", () => {
  it.each(fuzzExports.map((one) => [one.questionnaire, one] as const))("of %s is read as it is", async (name, one) => {
    const { ingest, close } = makeIngest(`${name}-sound`);
    expect(await explainOutcome(ingest(Buffer.from(one.text), name, {}))).toEqual([]);
    close();
  });

  it.each(fuzzExports.map((one) => [one.questionnaire, one] as const))(
    "of %s that is damaged is refused in our words, or its counts reconcile",
    async (name, one) => {
      const { ingest, close } = makeIngest(name);
      const numRuns = runs[name] as number;
      const sentences = new Set<string>();
      let [read, faulty] = [0, 0];
      await fc.assert(
        fc.asyncProperty(mutateBytes, format, async (mutate, chosen) => {
          const found = await explainOutcome(ingest(mutate(Buffer.from(one.text)), name, chosen));
          if (typeof found === "string") sentences.add(found.slice(0, 60));
          else {
            read++;
            if (found.length > 0) faulty++;
          }
        }),
        { seed: 20260424, numRuns },
      );
      close();
      expect(read).toBeGreaterThan(numRuns / 5);
      expect(faulty).toBeGreaterThan(numRuns / 20);
      expect(sentences.size).toBeGreaterThan(10);
    },
    300_000,
  );
});
