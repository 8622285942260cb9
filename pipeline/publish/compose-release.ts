/**
 * Puts release.json together from what protect and assess let through. Right of the wall.
 * In: the plan, the trees, published cells and statistics, assessments, counts of the input. Out: one Release.
 */
import { createHash } from "node:crypto";
import type { MeasureDefinition } from "../../schemas/cell.ts";
import type { Area, Instrument } from "../../schemas/instrument.ts";
import { floor, type Policy } from "../../schemas/policy.ts";
import {
  type DataQuality,
  type DriverModel,
  type InputRecord,
  type LineRecord,
  type Measure,
  type OrganisationStatistic,
  type PublishedCell,
  Release,
  type ReleaseAttribute,
  type ReleaseUnit,
} from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import type { Scan } from "../../schemas/scan.ts";
import { describeQuality, describeTotals, type ExportRecord } from "./describe-quality.ts";

/**
 * Remarks that follow from published figures: people without every scale of an instrument (loaded minus respondents of the
 * organisation, from k up), shown units with more answers than invited. Exact: a "fewer than" would promise what is not kept.
 */
export type Remark = Readonly<Pick<DataQuality, "wave" | "questionnaire" | "rule" | "instrument"> & { count: number }>;

/** Everything of the release but the assessments, which are made from it. */
export type Draft = Omit<Release, "models" | "assessments" | "expected_wrong_flags">;

export function draftRelease(input: {
  readonly scan: Scan;
  readonly tool: string;
  readonly config_hash: string;
  readonly policy: Policy;
  readonly instruments: readonly Instrument[];
  /** Trees per wave, oldest first. */
  readonly trees: readonly (readonly Unit[])[];
  readonly rollUps: readonly Readonly<{ unit: string; parent: string; members: readonly string[] }>[];
  readonly attributes: readonly ReleaseAttribute[];
  readonly measures: readonly Measure[];
  readonly line: LineRecord;
  readonly cells: readonly PublishedCell[];
  readonly statistics: readonly OrganisationStatistic[];
  readonly drivers?: readonly DriverModel[];
  readonly exports: readonly ExportRecord[];
  readonly rosters: readonly Readonly<{ wave: string; file: string; records: number }>[];
  readonly remarks: readonly Remark[];
}): Draft {
  const { scan, policy } = input;
  const described = input.exports.map((one) => describeExport(one, policy.k.mean, countItems(input, one)));
  return {
    format: "vitascan-release/1",
    organisation: scan.organisation,
    language: scan.language,
    policy: { ...policy, hash: hashPolicy(policy) },
    waves: scan.waves.map(({ wave, opened_date, closed_date }) => ({ wave, opened_date, closed_date })),
    units: placeRollUps(mergeTrees(input.trees), input.rollUps),
    attributes: [...input.attributes],
    measures: [...input.measures],
    line: input.line,
    cells: [...input.cells],
    statistics: [...input.statistics],
    ...(input.drivers?.length ? { drivers: [...input.drivers] } : {}),
    responses: scan.responses,
    accept: scan.accept,
    data_quality: [...described.flatMap(({ rows }) => rows), ...input.remarks.map(describeRemark)],
    instruments: input.instruments.map(({ instrument, version, title, citation, items, unverified }) => ({
      instrument,
      version,
      title,
      citation,
      items: items.map(({ item }) => item),
      unverified,
    })),
    provenance: {
      inputs: [
        ...input.rosters.map(({ wave, file, records }) => ({
          wave,
          questionnaire: null,
          file: nameOnly(file),
          sha256: null,
          records,
          loaded: records,
          rejected: 0,
          excluded: 0,
        })),
        ...described.map(({ input }) => input),
      ],
      tool: input.tool,
      config_hash: input.config_hash,
    },
  };
}

/** Checks the finished release against its schema; what is not in the schema can't leave. */
export const sealRelease = (release: Release): Release => Release.parse(release);

/** sha256 of the policy in effect, over its canonical JSON. */
export const hashPolicy = (policy: Policy): string =>
  createHash("sha256")
    .update(JSON.stringify({ floor, ...policy }))
    .digest("hex");

/** One row per unit that is in any wave's tree; the newest wave's name and place win. Parents before children. */
function mergeTrees(trees: readonly (readonly Unit[])[]): ReleaseUnit[] {
  const merged = new Map<string, ReleaseUnit>();
  for (const tree of trees.toReversed())
    for (const { unit, name, parent, level, leaf } of tree)
      if (!merged.has(unit)) merged.set(unit, { unit, name, parent, level, leaf });
  return [...merged.values()].sort((a, b) => a.level - b.level);
}

/** Roll-ups are the first of their level, with their parent's name. */
function placeRollUps(
  units: readonly ReleaseUnit[],
  rollUps: Parameters<typeof draftRelease>[0]["rollUps"],
): ReleaseUnit[] {
  const byUnit = new Map(units.map((unit) => [unit.unit, unit]));
  const placed = rollUps.flatMap(({ unit, parent, members }) => {
    const above = byUnit.get(parent);
    return above === undefined
      ? []
      : [{ unit, name: above.name, parent, level: above.level + 1, leaf: false, members: [...members] }];
  });
  return [...placed, ...units].sort((a, b) => a.level - b.level);
}

/** What a measure is, as published; `area` is that of its scale. */
export const describeMeasure = (questionnaire: string, definition: MeasureDefinition, area: Area | null): Measure => ({
  measure: definition.measure,
  instrument: definition.instrument,
  questionnaire,
  scale: definition.scale,
  kind: definition.kind,
  area,
  title: definition.title,
  meaning: definition.meaning,
  minimum: definition.minimum,
  maximum: definition.maximum,
  higher_is: definition.higher_is,
});

/** Participation in a questionnaire as a measure: the share of the invited who answered. */
export const describeParticipation = (
  questionnaire: string,
  title: Measure["title"] = { nl: questionnaire, en: questionnaire },
): Measure => ({
  measure: `participation.${questionnaire}`,
  instrument: null,
  questionnaire,
  scale: "participation",
  kind: "participation",
  area: null,
  title,
  meaning: {
    nl: "Welk deel van de genodigden heeft geantwoord.",
    en: "Which share of the invited people answered.",
  },
  minimum: 0,
  maximum: 1,
  higher_is: "better",
});

const describeRemark = ({ wave, questionnaire, rule, instrument, count }: Remark): DataQuality => ({
  wave,
  questionnaire,
  rule,
  ...(instrument === undefined ? {} : { instrument }),
  action: "remark",
  chosen: false,
  count,
});

/** How many answers a response to an export's questionnaire can hold. */
function countItems(
  { scan, instruments }: Pick<Parameters<typeof draftRelease>[0], "scan" | "instruments">,
  { questionnaire }: ExportRecord,
): number {
  const used = scan.questionnaires[questionnaire]?.instruments ?? [];
  return instruments
    .filter(({ instrument }) => used.includes(instrument))
    .reduce((sum, { items }) => sum + items.length, 0);
}

/** What is told of one export: its rows of data_quality and its line in the provenance. */
function describeExport(one: ExportRecord, k: number, items: number): { rows: DataQuality[]; input: InputRecord } {
  const rows = describeQuality(one, k, items);
  const { wave, questionnaire, inspection } = one;
  const input = { wave, questionnaire, file: nameOnly(inspection.file), sha256: null, ...describeTotals(one, rows, k) };
  return { rows, input };
}

/** A path tells how somebody's folders are called. */
const nameOnly = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
