/** scan.yaml: everything the analyst decides. One file describes one organisation and all its waves. */
import { z } from "zod";
import { PolicyChoice } from "./policy.ts";
import { Code, IsoDate, Language, LocalText, WaveName } from "./text.ts";

/** The rules whose problems may be accepted, and how: `missing` blanks the answer, `reject` drops the record. */
export const Acceptance = z.strictObject({
  answer_not_a_number: z.enum(["missing", "reject"]).optional(),
  answer_out_of_scale: z.enum(["missing", "reject"]).optional(),
  duplicate_response: z.literal("reject").optional(),
  missing_unit: z.literal("reject").optional(),
  unknown_unit: z.literal("reject").optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;

const encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh"]);
const delimiter = z.enum([",", ";", "\t"]);
const decimal = z.enum([".", ","]);
const headerRows = z.int().min(1).max(5);

/** How a file is written. What is left out is recognised from the file and shown by `inspect`. */
export const FileFormat = z.strictObject({
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  decimal: decimal.default("."),
  header_rows: headerRows.default(1),
});
export type FileFormat = z.infer<typeof FileFormat>;

/** What one wave's file does differently from its questionnaire's format; what is left out stays as it is there. */
export const FileFormatChange = z.strictObject({
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  decimal: decimal.optional(),
  header_rows: headerRows.optional(),
});
export type FileFormatChange = z.infer<typeof FileFormatChange>;

/** One export of a wave: its path, or its path and what is different about this file. */
export const ExportFile = z.union([
  z.string().min(1),
  z.strictObject({ file: z.string().min(1), format: FileFormatChange.optional() }),
]);
export type ExportFile = z.infer<typeof ExportFile>;

/** An export's path and the format it is read with: the questionnaire's, changed by what the wave says about this file. */
export const resolveExport = (exported: ExportFile, format: FileFormat): { file: string; format: FileFormat } =>
  typeof exported === "string"
    ? { file: exported, format }
    : { file: exported.file, format: FileFormat.parse({ ...format, ...exported.format }) };

export const Questionnaire = z.strictObject({
  /** What the questionnaire is called in reports; its code when left out. */
  title: LocalText.optional(),
  /** Names of instruments that ship with vitascan or are listed under `instruments`. */
  instruments: z.array(Code).min(1),
  format: FileFormat.default({ decimal: ".", header_rows: 1 }),
  columns: z.strictObject({
    /** Column with the unit's code as in the roster. */
    unit: z.string().min(1),
    /** Column with the response's id, if the tool writes one: an id that occurs twice is a problem. */
    response: z.string().min(1).optional(),
    /** Column that is blank when a response was not submitted: such responses are excluded and counted. */
    submitted: z.string().min(1).optional(),
    /** Item code to column name. */
    answers: z.record(z.string(), z.string().min(1)),
  }),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

export const Wave = z.strictObject({
  wave: WaveName,
  opened_date: IsoDate,
  closed_date: IsoDate,
  /** CSV with unit, name, parent, invited; a path, or a path and how it is written. */
  roster: ExportFile,
  /** Questionnaire to file. */
  exports: z.record(Code, ExportFile),
});
export type Wave = z.infer<typeof Wave>;

/** The line a team is compared with, fixed before the wave: one of two kinds. */
export const Line = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("own_organisation"),
    measure: z.string(),
    /** Distance from the organisation's mean, in standard deviations between people within a team. */
    delta: z.number().positive().max(3).default(0.3),
  }),
  z.strictObject({
    kind: z.literal("absolute"),
    measure: z.string(),
    benchmark_mean: z.number(),
    benchmark_standard_deviation: z.number().positive(),
    /** Distance from the benchmark mean, in benchmark standard deviations. */
    delta: z.number().positive().max(3).default(0.3),
    source: z.string().min(1),
  }),
]);
export type Line = z.infer<typeof Line>;

/** A heading with nothing under it, as when its lines are commented out, says nothing. */
const orNothing = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? {}, schema);

export const Scan = z.strictObject({
  organisation: z.string().min(1).max(200),
  language: Language.default("nl"),
  /** Own instrument files, relative to scan.yaml. */
  instruments: z.array(z.string()).default([]),
  questionnaires: z.record(Code, Questionnaire),
  waves: z.array(Wave).min(1),
  policy: PolicyChoice.default({ preset: "standard", k: {} }),
  line: Line,
  /** Reliability of a measure whose items are not in the data: value 0-1 and where it comes from. */
  reliability: z
    .record(z.string(), z.strictObject({ value: z.number().gt(0).max(1), source: z.string().min(1) }))
    .default({}),
  accept: orNothing(Acceptance),
});
export type Scan = z.infer<typeof Scan>;
