/** scan.yaml: everything the analyst decides. One file describes one organisation and all its waves. */
import { z } from "zod";
import { Attribute } from "./attribute.ts";
import { DateOrder, ProfileName } from "./inspection.ts";
import type { Verified } from "./instrument.ts";
import { OutcomeDescription } from "./outcome.ts";
import { PolicyChoice } from "./policy.ts";
import type { Rule } from "./problem.ts";
import { Code, IsoDate, Language, LocalText, WaveName } from "./text.ts";

const missingOrReject = z.enum(["missing", "reject"]).optional();
const reject = z.literal("reject").optional();

/** The rules whose problems may be accepted, and how: `missing` blanks the answer, `reject` drops the response. */
export const Acceptance = z.strictObject({
  answer_not_a_number: missingOrReject,
  answer_out_of_scale: missingOrReject,
  answer_not_in_response_set: missingOrReject,
  number_and_label_disagree: missingOrReject,
  spreadsheet_damage: missingOrReject,
  conflicting_answers: missingOrReject,
  conflicting_units: reject,
  duplicate_answer: missingOrReject,
  duplicate_response: reject,
  missing_response: reject,
  missing_unit: reject,
  unknown_unit: reject,
  unknown_key: reject,
  unknown_status: reject,
  unknown_attribute_value: missingOrReject,
  conflicting_attribute_values: missingOrReject,
} satisfies Record<Rule, unknown>);
export type Acceptance = z.infer<typeof Acceptance>;

/**
 * What happens to responses that are no problem and yet in doubt; counts of each are in the report.
 * exclude: left out. keep: they count like any other. remark: they count, and the report says how many there are.
 */
export const ResponseRules = z.strictObject({
  /** Tests, previews and what the tool marked as spam. */
  test: z.enum(["exclude", "keep"]).default("exclude"),
  /** Never submitted. */
  partial: z.enum(["exclude", "keep"]).default("exclude"),
  /** Faster than `seconds_per_item` for every item that was answered. */
  too_fast: z.enum(["exclude", "remark"]).default("remark"),
  /** Seconds; 2 is the rule of thumb of Huang et al. (2012), Journal of Business and Psychology 27, 99-114. */
  seconds_per_item: z.number().min(0.1).max(60).default(2),
  /** The same number at every item of each instrument, ten or more items together; an instrument of one item is left aside. */
  straight_lined: z.enum(["exclude", "remark"]).default("remark"),
});
export type ResponseRules = z.infer<typeof ResponseRules>;

const encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh"]);
const delimiter = z.enum([",", ";", "\t"]);
const decimal = z.enum([".", ","]);
const headerRows = z.int().min(1).max(5);

/** How a file is written. What is left out is recognised from the file and shown by `inspect`. */
export const FileFormat = z.strictObject({
  /** The tool that wrote the file. */
  profile: ProfileName.optional(),
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  decimal: decimal.optional(),
  header_rows: headerRows.optional(),
  /** Whether 04-05-2026 is in May (day_first) or in April (month_first). */
  dates: DateOrder.optional(),
  /** The sheet of a workbook; needed when more than one holds cells. */
  sheet: z.string().min(1).optional(),
});
export type FileFormat = z.infer<typeof FileFormat>;

/** A file: its path, or its path and what is different about its format. */
export const InputFile = z.union([
  z.string().min(1),
  z.strictObject({ file: z.string().min(1), format: FileFormat.optional() }),
]);
export type InputFile = z.infer<typeof InputFile>;

/** One export of a wave. `attributes` is a second file, with the unit of each respondent, joined on the questionnaire's key. */
export const ExportFile = z.union([
  z.string().min(1),
  z.strictObject({ file: z.string().min(1), format: FileFormat.optional(), attributes: InputFile.optional() }),
]);
export type ExportFile = z.infer<typeof ExportFile>;

/** An input's path and the format it is read with: the given one, changed by what is said about this file. */
export const resolveFile = (input: ExportFile, format: FileFormat = {}): { file: string; format: FileFormat } =>
  typeof input === "string" ? { file: input, format } : { file: input.file, format: { ...format, ...input.format } };

/** A column by its name, its text or, where names occur twice, its name and position. */
export const ColumnName = z.union([z.string().min(1), z.strictObject({ name: z.string(), position: z.int().min(1) })]);
export type ColumnName = z.infer<typeof ColumnName>;

/** A column that is recognised when the tool is known; false leaves it unused. */
const unused = z.union([ColumnName, z.literal(false)]).optional();

/** What a label stands for on the scale. */
const ownLabels = z.record(z.string().min(1), z.number());

export const Questionnaire = z.strictObject({
  /** What the questionnaire is called in reports; its code when left out. */
  title: LocalText.optional(),
  /** Names of instruments that ship with vitascan or are listed under `instruments`. */
  instruments: z.array(Code).min(1),
  format: FileFormat.default({}),
  columns: z.strictObject({
    /** Column with the unit's code as in the roster; in the attributes file when there is a `key`. */
    unit: ColumnName,
    /** Column that joins an export to its attributes; it is dropped after the join. The same name in both files. */
    key: ColumnName.optional(),
    /**
     * Column with the response's id: an id that occurs twice is a problem. This and the next ones are recognised where the
     * tool is known; false leaves one unused.
     */
    response: unused,
    /** Column that is blank when a response was not submitted. */
    submitted: unused,
    /** Column that says whether a response was finished. */
    finished: unused,
    /** Column that tells real responses from tests and previews. */
    status: unused,
    /** Column with the seconds a response took, or two columns with when it began and ended. */
    duration: unused,
    started: unused,
    ended: unused,
    /**
     * Attribute to its column; with a key looked for in the attributes file first. An attribute that is not here
     * is not known of anyone.
     */
    attributes: z.record(Code, ColumnName).default({}),
    /** Of the long format: the columns with the question and with the answer. */
    question: ColumnName.optional(),
    answer: ColumnName.optional(),
    /**
     * Item code to column; several columns when routing spread one question over blocks, of which at most one is filled.
     * In the long format: item code to the text in the question column, or to its texts in several languages.
     */
    answers: z.record(z.string(), z.union([ColumnName, z.array(ColumnName).min(1)])),
  }),
  /** Instrument or item to what its labels stand for: the name of a response set, or labels of one's own. */
  labels: z.record(z.string(), z.union([Code, ownLabels])).default({}),
  /** Answers that say "does not apply" or "no opinion", such as "-1": they count as missing. */
  missing: z.array(z.string().min(1)).default([]),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

export const Wave = z.strictObject({
  wave: WaveName,
  opened_date: IsoDate,
  closed_date: IsoDate,
  /** CSV with unit, name, parent, invited and, where units come and go, valid_from and valid_until. */
  roster: InputFile,
  /** Questionnaire to file. */
  exports: z.record(Code, ExportFile),
});
export type Wave = z.infer<typeof Wave>;

/**
 * The line a team is compared with, fixed before the wave. Of the own organisation, or absolute: a benchmark of one's own with
 * its source, a norm of the instrument, or the cut of a band of the instrument.
 */
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
  z.strictObject({
    kind: z.literal("norm"),
    measure: z.string(),
    /** The population of the norm, in Dutch or in English, as the instrument's file writes it. */
    population: z.string().min(1),
    /** Distance from the norm's mean, in its standard deviations. */
    delta: z.number().positive().max(3).default(0.3),
  }),
  z.strictObject({
    kind: z.literal("band"),
    measure: z.string(),
    /** The code of the band in the instrument's file; its cut is the line. */
    band: z.string().min(1),
  }),
]);
export type Line = z.infer<typeof Line>;

/** Where a published figure comes from and how far it was checked. */
export type Origin = Readonly<{ population: LocalText; year: number | null; source: string; verified: Verified }>;

/** The line with its numbers: a norm or a band has been looked up in the instrument. */
export type ResolvedLine =
  | Readonly<Extract<Line, { kind: "own_organisation" | "absolute" }>>
  | (Origin &
      Readonly<{
        kind: "norm";
        measure: string;
        benchmark_mean: number;
        benchmark_standard_deviation: number;
        delta: number;
      }>)
  | (Origin & Readonly<{ kind: "band"; measure: string; band: string; value: number }>);

/**
 * A figure of the organisation's own administration, to put beside what teams answered. The file is a CSV with unit, period, value
 * and headcount: one row per unit and period.
 */
export const Outcome = OutcomeDescription.extend({ file: z.string().min(1), format: FileFormat.optional() }).refine(
  ({ cost, higher_is }) => cost === undefined || higher_is === "worse",
  { path: ["cost"], message: "must be left out where more is better" },
);
export type Outcome = z.infer<typeof Outcome>;

/** A heading with nothing under it, as when its lines are commented out, says nothing. */
const orNothing = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? {}, schema);

export const Scan = z.strictObject({
  organisation: z.string().min(1).max(200),
  language: Language.default("nl"),
  /** Own instrument files, relative to scan.yaml. */
  instruments: z.array(z.string()).default([]),
  /** What people of a unit are told apart by besides the tree. */
  attributes: orNothing(z.record(Code, Attribute)),
  questionnaires: z.record(Code, Questionnaire),
  waves: z.array(Wave).min(1),
  /** Folder with the ledger of everything published before, relative to scan.yaml. All scans of an organisation share one. */
  ledger: z.string().min(1).default("ledger"),
  /** The standard preset when left out. */
  policy: PolicyChoice.optional(),
  /** A file with these settings in place of `policy`: one policy for several scans, to agree on with the works council. */
  policy_file: z.string().min(1).optional(),
  line: Line,
  /**
   * Further measures that count, each with a line of its own. The measure of `line` is the primary one: a team is elevated when it is
   * on the list for that one or for two others, and all of them share one budget of errors.
   */
  indicators: z.array(Line).default([]),
  /**
   * Figures of instruments that were not verified and may be the line all the same: `measure.band`, or `measure.population`
   * with the population as the instrument's file writes it, in Dutch or in English.
   */
  accept_unverified: z.array(z.string().min(1)).default([]),
  /** Reliability of a measure whose items are not in the data: value 0-1 and where it comes from. */
  reliability: z
    .record(z.string(), z.strictObject({ value: z.number().gt(0).max(1), source: z.string().min(1) }))
    .default({}),
  /** Absence, turnover, productivity per team: put beside the line's measure and the indicators of the newest wave. */
  outcomes: orNothing(z.record(Code, Outcome)),
  accept: orNothing(Acceptance),
  responses: orNothing(ResponseRules),
});
export type Scan = z.infer<typeof Scan>;
