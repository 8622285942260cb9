/** Stages inspect, load and validate for every wave. Confidential. In: a Plan. Out: accepted responses in the database. */
import { join, resolve } from "node:path";
import type { AttributeSource } from "../../schemas/cell.ts";
import type { Inspection } from "../../schemas/inspection.ts";
import {
  type ExportSource,
  type Identity,
  type LoadedExport,
  nameAttribute,
  type Way,
} from "../../schemas/loaded-export.ts";
import type { Problem } from "../../schemas/problem.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type ExportFile, type FileFormat, resolveFile } from "../../schemas/scan.ts";
import { type Database, openDatabase } from "../database.ts";
import { inspect } from "../inspect.ts";
import { loadExport } from "../load/load-export.ts";
import { loadUnits } from "../load/load-units.ts";
import { makePolicy } from "../protect/make-policy.ts";
import { readUnitValues, type UnitValues } from "../read-roster/read-values.ts";
import { readRoster } from "../read-roster.ts";
import type { Plan } from "../read-scan.ts";
import { UserError } from "../user-error.ts";
import type { Context } from "../validate/context.ts";
import { type ValidatedExport, validate } from "../validate/validate.ts";
import type { Effects } from "./effects.ts";
import { mapColumns, mapRosterAttributes } from "./map-columns.ts";
import { type GivenOutcome, readOutcomes } from "./read-outcomes.ts";

/** A validated export and its wave's position in the scan. */
export type PlacedExport = ValidatedExport &
  Readonly<{
    waveIndex: number;
    /** What its people are told apart by: every attribute of the scan, in its order. */
    attributes: readonly AttributeSource[];
    /** Whether people are told apart by a key or by the id of a response. */
    identified: boolean;
  }>;

/** Everything read and judged, still in the database. */
export type Ingested = Readonly<{
  database: Database;
  trees: readonly (readonly Unit[])[];
  rosters: readonly Readonly<{ wave: string; inspection: Inspection }>[];
  exports: readonly PlacedExport[];
  problems: readonly Problem[];
  /** No answers: they wait for what is published. */
  outcomes: readonly GivenOutcome[];
}>;

/**
 * Stages inspect, load and validate for every wave. The caller closes the database. With the ledger's key (32 bytes) people stay
 * recognisable as keyed hashes; without one nothing of them stays.
 */
export async function ingest(plan: Plan, effects: Effects, ledgerKey: Uint8Array | null = null): Promise<Ingested> {
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
    const identify = (source: Source) => ledgerKey && { key: ledgerKey, scope: nameScope(source) };
    const loading = loadAsNumbers(database, sources, identify);
    const { trees, values } = await besides(loading, () => ({
      trees: rosters.map((roster) => readRoster(roster.inspection, roster)),
      values: rosters.map((roster) =>
        readUnitValues(roster.inspection, roster, mapRosterAttributes(plan, roster.inspection)),
      ),
    }));
    await loadUnits(database, trees);
    const outcomes = await readOutcomes(plan, trees.at(-1) ?? [], effects.privateFolder);
    const exports: PlacedExport[] = [];
    for (const [position, source] of sources.entries()) {
      effects.announce(`Checking ${source.inspection.file}`);
      const context = {
        ...source,
        tree: trees[source.waveIndex] ?? [],
        accept: plan.scan.accept,
        responses: plan.scan.responses,
        k: makePolicy(plan.policy).k.mean,
      };
      const numbers = (await loading)[position] ?? null;
      const validated = await validateSource(database, source, position, numbers, context, identify(source));
      const attributes = listAttributes(plan, source, values[source.waveIndex] ?? []);
      const identified = source.columns.key !== null || source.columns.response !== null;
      exports.push({ ...validated, waveIndex: source.waveIndex, attributes, identified });
    }
    return { database, trees, rosters, exports, problems: exports.flatMap(({ problems }) => problems), outcomes };
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

/** What an id of a response is somebody's id in. */
const nameScope = ({ wave, questionnaire }: Source) => `${wave}|${questionnaire}|`;

/**
 * Every attribute of the scan: in a column of the table, or the value of the unit that people are directly in; one that the
 * questionnaire does not ask is not known of anyone.
 */
function listAttributes({ scan }: Plan, { columns }: Source, values: readonly UnitValues[]): AttributeSource[] {
  const ofUnits = Object.keys(scan.attributes).filter((name) => scan.attributes[name]?.from === "roster");
  return Object.keys(scan.attributes).map((attribute) => {
    const own = columns.attributes.findIndex((one) => one.attribute === attribute);
    if (own !== -1) return { attribute, column: nameAttribute(own) };
    return { attribute, ofUnit: values[ofUnits.indexOf(attribute)] ?? new Map() };
  });
}

const nameTable = (position: number, as: Way) => `responses_${position}_${as}`;

/** Starts reading every export as numbers; null where that can't be done. */
async function loadAsNumbers(
  database: Database,
  sources: readonly Source[],
  identify: (source: Source) => Identity | null,
) {
  const loaded: (LoadedExport | null)[] = [];
  for (const [position, source] of sources.entries())
    loaded.push(await loadExport(database, source, nameTable(position, "numbers"), "numbers", identify(source)));
  return loaded;
}

/** The quickest way that leaves no doubt: numbers, labels, and as text to say what is wrong and where. */
async function validateSource(
  database: Database,
  source: Source,
  position: number,
  numbers: LoadedExport | null,
  context: Context,
  identity: Identity | null,
): Promise<ValidatedExport> {
  const clean = numbers && (await validate(database, numbers, context));
  if (clean) return clean;
  if (numbers) await database.run(`drop table ${numbers.table}`, "make room");
  for (const as of ["labels", "text"] as const) {
    const loaded = await loadExport(database, source, nameTable(position, as), as, identity);
    const validated = loaded && (await validate(database, loaded, context));
    if (validated) return validated;
    if (loaded) await database.run(`drop table ${loaded.table}`, "make room");
  }
  throw new Error("An export read as text must be explained.");
}
