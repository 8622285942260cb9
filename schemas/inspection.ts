/** What a file looks like from the outside: the tool that wrote it, its dialect and its columns; no value of a respondent. */
import { z } from "zod";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh";

export type Delimiter = "," | ";" | "\t";

/** The tools whose exports are known; `long` has one row per answer, `plain` is any other file with a header. */
export const ProfileName = z.enum([
  "qualtrics",
  "limesurvey",
  "surveymonkey",
  "google_forms",
  "microsoft_forms",
  "typeform",
  "formbricks",
  "viva_glint",
  "kobotoolbox",
  "redcap",
  "long",
  "plain",
]);
export type ProfileName = z.infer<typeof ProfileName>;

/** How a tool writes a day: 2026-04-24, 24-04-2026 or 04/24/2026. */
export const DateOrder = z.enum(["year_first", "day_first", "month_first"]);
export type DateOrder = z.infer<typeof DateOrder>;

/** The kinds of column that identify a person; they are never loaded. */
export type IdentifierKind =
  | "name"
  | "e-mail address"
  | "telephone number"
  | "IP address"
  | "location"
  | "date of birth"
  | "reference"
  | "free text";

/**
 * What a tool uses a column of its own for.
 * response: the id of a response. submitted: blank when never submitted. finished: yes or no. status: real, test or preview.
 * started, ended: when the respondent began and stopped. duration: seconds between them. question, answer: of the long format.
 * timing: time spent on one question. metadata: anything else that is no answer.
 */
export type ColumnRole =
  | "response"
  | "submitted"
  | "finished"
  | "status"
  | "started"
  | "ended"
  | "duration"
  | "question"
  | "answer"
  | "timing"
  | "metadata";

/**
 * What the first records of a column hold, without a value of them.
 * numbers: whole numbers, and the closed scales they all lie on ("0-10"). labels: names of response sets that know every text.
 * choice: one option of a question with several answers. codes: few distinct short texts, such as units.
 */
export type ColumnContent = Readonly<
  | { kind: "empty" | "decimals" | "choice" | "codes" | "text" | "mixed" }
  | { kind: "numbers"; scales: readonly string[] }
  | { kind: "labels"; response_sets: readonly string[] }
  /** null: day and month can't be told apart. */
  | { kind: "dates"; order: DateOrder | null }
>;

/** One row per column of a file; `position` counts from 1 and tells columns of one name apart. */
export type Column = Readonly<{
  position: number;
  /** As in the header: a code or a question; in files with a row of options below the questions, "question | option". */
  name: string;
  /** The question's text where the file also has a code. */
  text: string | null;
  role: ColumnRole | null;
  identifier: IdentifierKind | null;
  /** What told that it identifies a person: the tool, its name, or what its cells look like; absent when nothing did. */
  recognised_by?: "profile" | "name" | "content";
  content: ColumnContent;
}>;

export type Inspection = Readonly<{
  /** The file's name as the analyst wrote it. */
  file: string;
  /** Where its UTF-8 text is: the file itself or a private copy. */
  text_path: string;
  sha256: string;
  bytes: number;
  profile: ProfileName;
  /** The sheet that was read; null for a file of text. */
  sheet: string | null;
  encoding: Encoding;
  byte_order_mark: boolean;
  delimiter: Delimiter;
  decimal: "." | ",";
  line_ends: "LF" | "CRLF" | "CR";
  /** Order of day and month in the file's dates: as scan.yaml, the tool or the records say; null when nothing does. */
  dates: DateOrder | null;
  /** Records before the first response: a `sep=` line and the header rows. */
  skip: number;
  header_rows: number;
  columns: readonly Column[];
  /** Records below the header, counted without any CSV library: responses, or answers in the long format. */
  records: number;
  /** True when a typed reader could misread a number: `1_0`. */
  underscore: boolean;
  /** What a reader should know about the file, as sentences. */
  remarks: readonly string[];
}>;
