/** Stages inspect, load and validate for every wave. Confidential. In: a Plan. Out: accepted responses in the database. */
import { join, resolve } from "node:path";
import type { Inspection } from "../../schemas/inspection.ts";
import type { LoadedExport, MappedColumns } from "../../schemas/loaded-export.ts";
import type { Problem } from "../../schemas/problem.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type ExportFile, resolveExport } from "../../schemas/scan.ts";
import { findColumn } from "../csv/find-column.ts";
import { type Database, openDatabase } from "../database.ts";
import { inspect } from "../inspect.ts";
import { load, loadUnits } from "../load.ts";
import { readRoster } from "../read-roster.ts";
import type { Plan } from "../read-scan.ts";
import { UserError } from "../user-error.ts";
import { type ValidatedExport, validate } from "../validate/validate.ts";
import type { Effects } from "./effects.ts";

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
  const files = inspectFiles(plan, effects.privateFolder);
  const rosters = files.map(({ wave, roster }) => ({ wave, inspection: roster }));
  const readable = files.flatMap(({ roster, exports }) => [roster, ...exports.map(({ inspection }) => inspection)]);
  const database = await openDatabase(
    readable.map(({ text_path }) => resolve(text_path)),
    join(effects.privateFolder, "spill"),
  );
  try {
    const sources = files.flatMap(({ exports }) => exports);
    const loading = loadAsNumbers(database, plan, sources);
    const trees = await besides(loading, () => files.map(({ roster }) => readRoster(roster)));
    await loadUnits(
      database,
      rosters.map(({ inspection }) => inspection),
      trees.map(({ length }) => length),
    );
    const exports: PlacedExport[] = [];
    for (const [position, source] of sources.entries()) {
      effects.announce(`Checking ${source.inspection.file}`);
      const validated = await validateSource(database, plan, source, position, (await loading)[position] ?? null);
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

/** One export of one wave, inspected. */
type Source = Readonly<{ wave: string; waveIndex: number; questionnaire: string; inspection: Inspection }>;

const inspectFiles = ({ scan, folder }: Plan, privateFolder: string) =>
  scan.waves.map(({ wave, roster, exports }, waveIndex) => ({
    wave,
    roster: inspectRoster(roster, folder, privateFolder),
    exports: Object.entries(scan.questionnaires).flatMap(([questionnaire, { format: base }]): Source[] => {
      const given = Object.hasOwn(exports, questionnaire) ? exports[questionnaire] : undefined;
      if (given === undefined) return [];
      const { file, format } = resolveExport(given, base);
      const inspection = inspect(file, join(folder, file), format, privateFolder);
      return [{ wave, waveIndex, questionnaire, inspection }];
    }),
  }));

const nameTable = (position: number) => `responses_${position}`;

function inspectRoster(roster: ExportFile, folder: string, privateFolder: string): Inspection {
  const { file, format } = resolveExport(roster, { decimal: ".", header_rows: 1 });
  return inspect(file, join(folder, file), format, privateFolder);
}

/** Starts reading every export as numbers; null where that can't be done. */
async function loadAsNumbers(database: Database, plan: Plan, sources: readonly Source[]) {
  const loaded: (LoadedExport | null)[] = [];
  for (const [position, source] of sources.entries()) {
    const columns = mapColumns(plan, source.questionnaire, source.inspection);
    loaded.push(await load(database, source.inspection, columns, nameTable(position), "numbers"));
  }
  return loaded;
}

/** A clean file passes as numbers; any doubt, and it is read again as text to say what is wrong and where. */
async function validateSource(
  database: Database,
  plan: Plan,
  source: Source,
  position: number,
  numbers: LoadedExport | null,
): Promise<ValidatedExport> {
  const context = { ...source, accept: plan.scan.accept };
  const clean = numbers && (await validate(database, numbers, context));
  if (clean) return clean;
  const columns = mapColumns(plan, source.questionnaire, source.inspection);
  const text = await load(database, source.inspection, columns, `${nameTable(position)}_text`, "text");
  const explained = text && (await validate(database, text, context));
  if (!explained) throw new Error("An export read as text must be explained.");
  return explained;
}

function mapColumns({ scan, instruments }: Plan, questionnaire: string, inspection: Inspection): MappedColumns {
  const { columns, instruments: ids } = scan.questionnaires[questionnaire] as Plan["scan"]["questionnaires"][string];
  return {
    unit: findColumn(inspection, columns.unit),
    response: columns.response === undefined ? null : findColumn(inspection, columns.response),
    submitted: columns.submitted === undefined ? null : findColumn(inspection, columns.submitted),
    answers: ids.flatMap((id) => {
      const { items = [], answers } = instruments.get(id) ?? {};
      return items.map(({ item }) => ({
        item,
        column: findColumn(inspection, columns.answers[item] as string),
        ...(answers as NonNullable<typeof answers>),
      }));
    }),
  };
}
