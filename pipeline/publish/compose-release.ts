/**
 * Puts release.json together from what protect and assess let through. Right of the wall.
 * In: the plan, the trees, published cells and statistics, assessments, counts of the input. Out: one Release.
 */
import { createHash } from "node:crypto";
import type { MeasureDefinition } from "../../schemas/cell.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { floor, type Policy } from "../../schemas/policy.ts";
import type { Problem } from "../../schemas/problem.ts";
import {
  type Count,
  type DataQuality,
  type InputRecord,
  type Measure,
  type OrganisationStatistic,
  type PublishedCell,
  Release,
  type ReleaseUnit,
} from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import type { Scan } from "../../schemas/scan.ts";

/** What is known of one export after validation. */
export type ExportRecord = Readonly<{
  wave: string;
  questionnaire: string;
  inspection: Readonly<{ file: string }>;
  problems: readonly Problem[];
  records: number;
  loaded: number;
  rejected: number;
  excluded: number;
  blanks: number;
}>;

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
  readonly measures: readonly Measure[];
  readonly cells: readonly PublishedCell[];
  readonly statistics: readonly OrganisationStatistic[];
  readonly exports: readonly ExportRecord[];
  readonly rosters: readonly Readonly<{ wave: string; file: string; sha256: string; records: number }>[];
  readonly remarks: readonly Remark[];
}): Draft {
  const { scan, policy, exports } = input;
  return {
    format: "vitascan-release/1",
    organisation: scan.organisation,
    language: scan.language,
    policy: { ...policy, hash: hashPolicy(policy) },
    waves: scan.waves.map(({ wave, opened_date, closed_date }) => ({ wave, opened_date, closed_date })),
    units: mergeTrees(input.trees),
    measures: [...input.measures],
    cells: [...input.cells],
    statistics: [...input.statistics],
    data_quality: [
      ...exports.flatMap(describeExport).map((row) => band(row, policy.k.mean)),
      ...input.remarks.map(describeRemark),
    ],
    instruments: input.instruments.map(({ instrument, version, title, citation, unverified }) => ({
      instrument,
      version,
      title,
      citation,
      unverified,
    })),
    provenance: {
      inputs: [
        ...input.rosters.map(({ wave, file, sha256, records }) => ({
          wave,
          file,
          sha256,
          records,
          loaded: records,
          rejected: 0,
          excluded: 0,
        })),
        ...exports.map((one) => describeInput(one, policy.k.mean)),
      ],
      tool: input.tool,
      config_hash: input.config_hash,
    },
  };
}

/** Checks the finished release against its schema; what is not in the schema can't leave. */
export const sealRelease = (release: Release): Release => Release.parse(release);

/** sha256 of the policy in effect, over its canonical JSON. */
const hashPolicy = (policy: Policy): string =>
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

/** What a measure is, as published. */
export const describeMeasure = (questionnaire: string, definition: MeasureDefinition): Measure => ({
  measure: definition.measure,
  instrument: definition.instrument,
  questionnaire,
  scale: definition.scale,
  kind: definition.kind,
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
  title,
  meaning: {
    nl: "Welk deel van de genodigden heeft geantwoord.",
    en: "Which share of the invited people answered.",
  },
  minimum: 0,
  maximum: 1,
  higher_is: "better",
});

type ExactQuality = Omit<DataQuality, "count"> & { count: number };

function describeExport({ wave, questionnaire, problems, excluded, blanks }: ExportRecord): ExactQuality[] {
  const rows: ExactQuality[] = [
    { wave, questionnaire, rule: "partial_response", action: "excluded", count: excluded },
    { wave, questionnaire, rule: "blank_answers", action: "missing", count: blanks },
  ];
  for (const { rule, accepted, count } of problems) {
    const action = accepted === "missing" ? "missing" : "rejected";
    const same = rows.find((row) => row.rule === rule);
    if (same) same.count += count;
    else rows.push({ wave, questionnaire, rule, action, count });
  }
  return rows;
}

const describeRemark = ({ wave, questionnaire, rule, instrument, count }: Remark): ExactQuality => ({
  wave,
  questionnaire,
  rule,
  ...(instrument === undefined ? {} : { instrument }),
  action: "remark",
  count,
});

const band = (row: ExactQuality, k: number): DataQuality => ({ ...row, count: bandCount(row.count, k) });

/** A count as published: exact when 0 or at least k, else "fewer than k". */
export const bandCount = (count: number, k: number): Count => (count > 0 && count < k ? { fewer_than: k } : count);

function describeInput(
  { wave, inspection, records, loaded, rejected, excluded }: ExportRecord,
  k: number,
): InputRecord {
  const banded = { rejected: bandCount(rejected, k), excluded: bandCount(excluded, k) };
  const undoes = typeof banded.rejected === "object" || typeof banded.excluded === "object";
  return {
    wave,
    file: inspection.file,
    sha256: null,
    records: undoes ? null : records,
    loaded,
    ...banded,
  };
}
