/** What a file looks like from the outside, before a value of it is read. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh";

export type Delimiter = "," | ";" | "\t";

/** The kinds of column that identify a person; they are never loaded. */
export type IdentifierKind = "name" | "e-mail address" | "IP address" | "location" | "reference" | "free text";

/** One row per column of a file; `position` counts from 1. */
export type Column = Readonly<{ position: number; name: string; identifier: IdentifierKind | null }>;

export type Inspection = Readonly<{
  /** The file's name as the analyst wrote it. */
  file: string;
  /** Where its UTF-8 text is: the file itself or a private decoded copy. */
  text_path: string;
  sha256: string;
  bytes: number;
  encoding: Encoding;
  byte_order_mark: boolean;
  delimiter: Delimiter;
  decimal: "." | ",";
  line_ends: "LF" | "CRLF" | "CR";
  /** Records before the first response: a `sep=` line and the header rows. */
  skip: number;
  header_rows: number;
  columns: readonly Column[];
  /** Responses in the file, counted without any CSV library. */
  records: number;
  /** True when a typed reader could misread a number: `1_0`. */
  underscore: boolean;
}>;
