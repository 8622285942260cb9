/**
 * The whole pipeline on one screen, and the only file that imports stages.
 * Confidential until `protect`; everything after it is a function of what was released.
 */
import { join, resolve } from "node:path";
import { chartSpecs } from "../reports/render-charts.ts";
import { renderReport } from "../reports/render-report.tsx";
import { summarise } from "../reports/summary.ts";
import { tables } from "../reports/tables.ts";
import type { Block, Participation } from "../schemas/cell.ts";
import type { Inspection } from "../schemas/inspection.ts";
import type { MappedColumns } from "../schemas/loaded-export.ts";
import type { Policy } from "../schemas/policy.ts";
import type { Problem } from "../schemas/problem.ts";
import type { Measure, OrganisationStatistic, PublishedCell, Release } from "../schemas/release.ts";
import type { Unit } from "../schemas/roster.ts";
import { resolveExport } from "../schemas/scan.ts";
import { type Aggregated, aggregate, readBlocks, readItemMoments, readParticipation } from "./aggregate.ts";
import { assess } from "./assess/assess.ts";
import { findColumn } from "./csv/find-column.ts";
import { type Database, openDatabase } from "./database.ts";
import { inspect } from "./inspect.ts";
import { load, loadUnits } from "./load.ts";
import { chooseParticipation, chooseShown, type Shown } from "./protect/choose-shown.ts";
import { makePolicy } from "./protect/make-policy.ts";
import { releaseBlock, releaseParticipation } from "./protect/release-cells.ts";
import { releaseStatistics } from "./protect/release-statistics.ts";
import {
  describeMeasure,
  describeParticipation,
  draftRelease,
  hashPolicy,
  type Remark,
  sealRelease,
} from "./publish/compose-release.ts";
import type { ReleaseFile } from "./publish/write-release.ts";
import { readRoster } from "./read-roster.ts";
import type { Plan } from "./read-scan.ts";
import { prepareScoring } from "./score.ts";
import { exitCode, UserError } from "./user-error.ts";
import { type ValidatedExport, validate } from "./validate/validate.ts";

/** What the pipeline may not reach for itself. */
export type Effects = Readonly<{
  /** The current day, ISO 8601: a wave that closes later can't be scanned. */
  today: string;
  /** A folder only this user can read, removed by the caller: decoded copies and spilled data. */
  privateFolder: string;
  announce: (step: string) => void;
  tool: string;
}>;

/** Everything read and judged, still in the database. */
export type Ingested = Readonly<{
  database: Database;
  trees: readonly (readonly Unit[])[];
  rosters: readonly Readonly<{ wave: string; inspection: Inspection }>[];
  exports: readonly (ValidatedExport & { waveIndex: number })[];
  problems: readonly Problem[];
}>;

/** Stages inspect, load and validate for every wave. The caller closes the database. */
export async function ingest(plan: Plan, effects: Effects): Promise<Ingested> {
  refuseOpenWaves(plan, effects.today);
  effects.announce("Inspecting the files");
  const files = inspectFiles(plan, effects.privateFolder);
  const trees = files.map(({ roster }) => readRoster(roster));
  const readable = files.flatMap(({ roster, exports }) => [roster, ...exports.map(({ inspection }) => inspection)]);
  const database = await openDatabase(
    readable.map(({ text_path }) => resolve(text_path)),
    join(effects.privateFolder, "spill"),
  );
  try {
    await loadUnits(
      database,
      files.map(({ roster }) => roster),
      trees.map(({ length }) => length),
    );
    const exports: (ValidatedExport & { waveIndex: number })[] = [];
    for (const [waveIndex, { wave, exports: found }] of files.entries())
      for (const { questionnaire, inspection } of found) {
        effects.announce(`Loading and checking ${inspection.file}`);
        const validated = await loadAndValidate(database, plan, inspection, { wave, questionnaire, waveIndex });
        exports.push({ ...validated, waveIndex });
      }
    const rosters = files.map(({ wave, roster }) => ({ wave, inspection: roster }));
    return { database, trees, rosters, exports, problems: exports.flatMap(({ problems }) => problems) };
  } catch (error) {
    database.close();
    throw error;
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

const inspectFiles = ({ scan, folder }: Plan, privateFolder: string) =>
  scan.waves.map(({ wave, roster, exports }) => ({
    wave,
    roster: inspect(roster, join(folder, roster), { decimal: ".", header_rows: 1 }, privateFolder),
    exports: Object.entries(scan.questionnaires).flatMap(([questionnaire, { format: base }]) => {
      const given = exports[questionnaire];
      if (given === undefined) return [];
      const { file, format } = resolveExport(given, base);
      return [{ questionnaire, inspection: inspect(file, join(folder, file), format, privateFolder) }];
    }),
  }));

async function loadAndValidate(
  database: Database,
  plan: Plan,
  inspection: Inspection,
  place: { wave: string; questionnaire: string; waveIndex: number },
): Promise<ValidatedExport> {
  const columns = mapColumns(plan, place.questionnaire, inspection);
  const table = `responses_${place.waveIndex}_${place.questionnaire}`;
  const context = { ...place, accept: plan.scan.accept };
  const numbers = await load(database, inspection, columns, table, "numbers");
  const clean = numbers && (await validate(database, numbers, context));
  if (clean) return clean;
  const text = await load(database, inspection, columns, `${table}_text`, "text");
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

/** Problems that scan.yaml does not accept: they stop the run. */
export const listRefusals = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ accepted }) => accepted === null);

/** One questionnaire in one wave after protect chose what is shown: counts only. */
type Chosen = Readonly<{
  aggregated: Aggregated;
  units: readonly Unit[];
  participation: Participation;
  answering: ReadonlySet<string>;
  blocks: readonly Readonly<{ block: Block; shown: Shown }>[];
}>;

/** Stages score and aggregate: the sums of every questionnaire and wave, still in the database. */
export async function addUp(plan: Plan, { database, exports }: Ingested): Promise<Aggregated[]> {
  const sums: Aggregated[] = [];
  for (const { table, wave, questionnaire, waveIndex } of exports) {
    const ids = plan.scan.questionnaires[questionnaire]?.instruments ?? [];
    const instruments = prepareScoring(ids.flatMap((id) => plan.instruments.get(id) ?? []));
    sums.push(await aggregate(database, { wave, waveIndex, questionnaire, instruments, responses: table }));
  }
  return sums;
}

/** The first half of protect: which units are shown, decided from counts alone. */
async function choose({ database, trees }: Ingested, sums: readonly Aggregated[], policy: Policy): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (const aggregated of sums) {
    const units = trees[aggregated.waveIndex] ?? [];
    const participation = await readParticipation(database, aggregated);
    const answering = chooseParticipation({ units, answered: participation.counts, policy });
    const blocks = (await readBlocks(database, aggregated, units)).map((block) => ({
      block,
      shown: chooseShown({ units, respondents: countRespondents(block), policy, ...limitTo(answering) }),
    }));
    chosen.push({ aggregated, units, participation, answering, blocks });
  }
  return chosen;
}

const limitTo = (answering: ReadonlySet<string>) => (answering.size > 0 ? { within: answering } : {});

const countRespondents = ({ cells }: Block) => new Map(cells.map(({ unit, respondents }) => [unit, respondents]));

/** The whole pipeline up to a sealed release. Throws a UserError for bad input or when nothing can be released. */
export async function makeRelease(plan: Plan, effects: Effects): Promise<Release> {
  const policy = makePolicy(plan.scan.policy);
  const ingested = await ingest(plan, effects);
  try {
    refuseProblems(ingested.problems);
    effects.announce("Scoring and adding up");
    const sums = await addUp(plan, ingested);
    effects.announce("Protecting");
    const chosen = await choose(ingested, sums, policy);
    const cells = chosen.flatMap((one) => protectCells(one, policy));
    const statistics = await protectStatistics(plan, ingested.database, chosen, policy);
    if (!cells.some(({ status }) => status === "released"))
      throw new UserError(
        `Nothing can be released: no group has ${policy.k.mean} answers that can be shown safely. ` +
          "Wait for more answers; the thresholds can't be lowered.",
        exitCode.nothingReleasable,
      );
    const draft = draftRelease({
      scan: plan.scan,
      tool: effects.tool,
      config_hash: plan.config_hash,
      policy,
      instruments: [...plan.instruments.values()],
      trees: ingested.trees,
      measures: listMeasures(plan, chosen),
      cells,
      statistics,
      exports: ingested.exports,
      rosters: ingested.rosters.map(({ wave, inspection }) => ({ wave, ...inspection })),
      remarks: chosen.flatMap(listRemarks),
    });
    effects.announce("Assessing the teams");
    const waves = draft.waves.map(({ wave }) => wave);
    return sealRelease({ ...draft, ...assess({ ...draft, waves, line: plan.scan.line }) });
  } finally {
    ingested.database.close();
  }
}

function refuseProblems(problems: readonly Problem[]): void {
  const refusals = listRefusals(problems);
  if (refusals.length > 0) throw new ProblemsFound(problems);
}

/** The input has problems that scan.yaml does not accept. */
export class ProblemsFound extends UserError {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super("The input must be clean, or scan.yaml must say what to do with its problems.");
    this.problems = problems;
  }
}

function protectCells({ units, participation, answering, blocks }: Chosen, policy: Policy): PublishedCell[] {
  const invitedKnown = units[0]?.invited_total !== null;
  return [
    ...blocks.flatMap(({ block, shown }) => releaseBlock({ units, block, shown, policy })),
    ...(invitedKnown ? releaseParticipation({ units, participation, shown: answering }) : []),
  ];
}

async function protectStatistics(plan: Plan, database: Database, chosen: readonly Chosen[], policy: Policy) {
  const statistics: OrganisationStatistic[] = [];
  for (const { aggregated, units, blocks } of chosen)
    for (const { block, shown } of blocks) {
      const leaves = new Set(units.filter(({ unit, leaf }) => leaf && shown.mean.has(unit)).map(({ unit }) => unit));
      const itemMoments = await readItemMoments(database, aggregated, block.instrument, leaves);
      statistics.push(...releaseStatistics({ block, units, shown, itemMoments, policy, given: plan.scan.reliability }));
    }
  return statistics;
}

function listMeasures({ scan }: Plan, chosen: readonly Chosen[]): Measure[] {
  const measures = new Map<string, Measure>();
  for (const { aggregated, blocks, answering } of chosen) {
    const { questionnaire } = aggregated;
    const participation = describeParticipation(questionnaire, scan.questionnaires[questionnaire]?.title);
    for (const { block } of blocks)
      for (const definition of block.measures)
        measures.set(definition.measure, describeMeasure(questionnaire, definition));
    if (answering.size > 0) measures.set(participation.measure, participation);
  }
  return [...measures.values()];
}

function listRemarks({ aggregated, units, participation, blocks }: Chosen): Remark[] {
  const { wave, questionnaire } = aggregated;
  const root = units[0]?.unit ?? "";
  const answered = participation.counts.get(root) ?? 0;
  const crowded = units.filter(
    ({ unit, invited_total }) => invited_total !== null && (participation.counts.get(unit) ?? 0) > invited_total,
  );
  return [
    ...blocks.map(({ block }) => ({
      wave,
      questionnaire,
      rule: "incomplete_block" as const,
      instrument: block.instrument,
      count: answered - (countRespondents(block).get(root) ?? 0),
    })),
    ...(crowded.length > 0
      ? [{ wave, questionnaire, rule: "more_answers_than_invited" as const, count: crowded.length }]
      : []),
  ];
}

/** Stage publish: every file of the release folder, from the release alone. */
export async function renderFiles(release: Release, effects: Pick<Effects, "announce">): Promise<ReleaseFile[]> {
  const files: ReleaseFile[] = [{ path: "release.json", content: `${JSON.stringify(release, null, 1)}\n` }];
  files.push(...tables(release));
  for (const language of ["nl", "en"] as const) {
    effects.announce(`Drawing the report (${language})`);
    for (const { name, spec } of chartSpecs(release, language))
      files.push({ path: `charts/${name}.${language}.vl.json`, content: `${JSON.stringify(spec, null, 1)}\n` });
    files.push({ path: `report.${language}.html`, content: await renderReport(release, language) });
    files.push({ path: `summary.${language}.md`, content: summarise(release, language) });
  }
  return files;
}

/** What each policy would hide, in counts: one row per preset, wave, questionnaire and instrument. */
export type Forecast = Readonly<{
  preset: string;
  k: Policy["k"];
  wave: string;
  questionnaire: string;
  instrument: string;
  units: number;
  shown: number;
  detailed: number;
  teams: number;
  teams_shown: number;
}>;

/** Forecasts what is shown under each policy. Nothing is released by it but these counts. */
export async function forecast(plan: Plan, policies: readonly Policy[], effects: Effects): Promise<Forecast[]> {
  const ingested = await ingest(plan, effects);
  try {
    refuseProblems(ingested.problems);
    const sums = await addUp(plan, ingested);
    const rows: Forecast[] = [];
    for (const policy of policies)
      for (const { aggregated, units, blocks } of await choose(ingested, sums, policy))
        for (const { block, shown } of blocks)
          rows.push({
            preset: policy.preset,
            k: policy.k,
            wave: aggregated.wave,
            questionnaire: aggregated.questionnaire,
            instrument: block.instrument,
            units: units.length,
            shown: shown.mean.size,
            detailed: shown.detail.size,
            teams: units.filter(({ leaf }) => leaf).length,
            teams_shown: units.filter(({ leaf, unit }) => leaf && shown.mean.has(unit)).length,
          });
    return rows;
  } finally {
    ingested.database.close();
  }
}

export { hashPolicy };
