/** Stages inspect, load and validate for every wave. Confidential. In: a Plan. Out: accepted responses in the database. */
import { join, resolve } from "node:path";
import type { Inspection } from "../../schemas/inspection.ts";
import type { ExportSource, LoadedExport, Way } from "../../schemas/loaded-export.ts";
import type { Problem } from "../../schemas/problem.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type ExportFile, type FileFormat, resolveFile } from "../../schemas/scan.ts";
import { type Database, openDatabase } from "../database.ts";
import { inspect } from "../inspect.ts";
import { loadExport } from "../load/load-export.ts";
import { loadUnits } from "../load/load-units.ts";
import { makePolicy } from "../protect/make-policy.ts";
import { readRoster } from "../read-roster.ts";
import type { Plan } from "../read-scan.ts";
import { UserError } from "../user-error.ts";
import type { Context } from "../validate/context.ts";
import { type ValidatedExport, validate } from "../validate/validate.ts";
import type { Effects } from "./effects.ts";
import { mapColumns } from "./map-columns.ts";

/** A validated export and its wave's position in the scan. */
export type PlacedExport = ValidatedExport & Readonly<{ waveIndex: number }>;

/** Everything read and judged, still in the database. */
export type Ingested = Readonly<{
  database: Database;
  trees: readonly (readonly Unit[])[];
  rosters: readonly Readonly<{ wave: string; inspection: Inspection }>[];
  exports: readonly PlacedExport[];
  problems: readonly Problem[];
}>;

/** Stages inspect, load and validate for every wave. The caller closes the database. */
export async function ingest(plan: Plan, effects: Effects): Promise<Ingested> {
  refuseOpenWaves(plan, effects.today);
  effects.announce("Inspecting the files");
  const files = await inspectFiles(plan, effects.privateFolder);
  const sources = files
    .flatMap(({ exports }) => exports)
    .map((one) => ({ ...one, columns: mapColumns(plan, one.questionnaire, one.inspection, one.attributes) }));
  const rosters = files.map(({ wave, closed_date, roster }) => ({ wave, closed_date, inspection: roster }));
  const readable = [...rosters, ...sources].map(({ inspection }) => inspection);
  const attributes = sources.flatMap((source) => source.attributes ?? []);
  const database = await openDatabase(
    [...readable, ...attributes].map(({ text_path }) => resolve(text_path)),
    join(effects.privateFolder, "spill"),
    effects.megabytes,
  );
  try {
    const loading = loadAsNumbers(database, sources);
    const trees = await besides(loading, () => rosters.map((roster) => readRoster(roster.inspection, roster)));
    await loadUnits(database, trees);
    const exports: PlacedExport[] = [];
    for (const [position, source] of sources.entries()) {
      effects.announce(`Checking ${source.inspection.file}`);
      const context = {
        ...source,
        tree: trees[source.waveIndex] ?? [],
        accept: plan.scan.accept,
        responses: plan.scan.responses,
        k: makePolicy(plan.scan.policy).k.mean,
      };
      const numbers = (await loading)[position] ?? null;
      const validated = await validateSource(database, source, position, numbers, context);
      exports.push({ ...validated, waveIndex: source.waveIndex });
    }
    return { database, trees, rosters, exports, problems: exports.flatMap(({ problems }) => problems) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Does `work` while the database is busy with `busy`, and waits for both, so that a failure never leaves it running. */
async function besides<T>(busy: Promise<unknown>, work: () => T): Promise<T> {
  try {
    return work();
  } finally {
    await busy;
  }
}

function refuseOpenWaves({ scan }: Plan, today: string): void {
  const open = scan.waves.find(({ closed_date }) => closed_date >= today);
  if (open !== undefined)
    throw new UserError(
      `Wave ${open.wave} must be closed before it is scanned: it closes on ${open.closed_date}, and today is ${today}. ` +
        "Results during fieldwork would show single answers. Run again after the closing date.",
    );
}

/** Looks at one file, for the command line. */
export const inspectFile = inspect;

/** One export of one wave, inspected and mapped. */
type Source = ExportSource & Readonly<{ wave: string; waveIndex: number; questionnaire: string }>;

type WaveFiles = Readonly<{
  wave: string;
  closed_date: string;
  roster: Inspection;
  exports: readonly Omit<Source, "columns">[];
}>;

/** Inspects every file of every wave, one after the other. */
async function inspectFiles({ scan, folder }: Plan, privateFolder: string) {
  const look = async (input: ExportFile, base: FileFormat = {}) => {
    const { file, format } = resolveFile(input, base);
    const inspection = await inspect(file, join(folder, file), format, privateFolder);
    refuseGuess(inspection, format);
    return inspection;
  };
  const waves: WaveFiles[] = [];
  for (const [waveIndex, { wave, closed_date, roster, exports }] of scan.waves.entries()) {
    const sources: Omit<Source, "columns">[] = [];
    const tree = await look(roster);
    for (const [questionnaire, { format }] of Object.entries(scan.questionnaires)) {
      const given = Object.hasOwn(exports, questionnaire) ? exports[questionnaire] : undefined;
      if (given === undefined) continue;
      const second = typeof given === "string" ? undefined : given.attributes;
      const inspection = await look(given, format);
      const attributes = second === undefined ? null : await look(second);
      sources.push({ wave, waveIndex, questionnaire, inspection, attributes });
    }
    waves.push({ wave, closed_date, roster: tree, exports: sources });
  }
  return waves;
}

/** A second line of a file of no known tool may be the first response: the analyst says which. */
function refuseGuess({ file, profile, header_rows }: Inspection, format: FileFormat): void {
  if (profile !== "plain" || header_rows === 1 || format.header_rows !== undefined) return;
  throw new UserError(
    `${file}: the second line looks like names of columns, but it could be a response. Say which in scan.yaml: ` +
      "format: { header_rows: 2 }, or header_rows: 1.",
  );
}

const nameTable = (position: number, as: Way) => `responses_${position}_${as}`;

/** Starts reading every export as numbers; null where that can't be done. */
async function loadAsNumbers(database: Database, sources: readonly Source[]) {
  const loaded: (LoadedExport | null)[] = [];
  for (const [position, source] of sources.entries())
    loaded.push(await loadExport(database, source, nameTable(position, "numbers"), "numbers"));
  return loaded;
}

/** The quickest way that leaves no doubt: numbers, labels, and as text to say what is wrong and where. */
async function validateSource(
  database: Database,
  source: Source,
  position: number,
  numbers: LoadedExport | null,
  context: Context,
): Promise<ValidatedExport> {
  const clean = numbers && (await validate(database, numbers, context));
  if (clean) return clean;
  if (numbers) await database.run(`drop table ${numbers.table}`, "make room");
  for (const as of ["labels", "text"] as const) {
    const loaded = await loadExport(database, source, nameTable(position, as), as);
    const validated = loaded && (await validate(database, loaded, context));
    if (validated) return validated;
    if (loaded) await database.run(`drop table ${loaded.table}`, "make room");
  }
  throw new Error("An export read as text must be explained.");
}
