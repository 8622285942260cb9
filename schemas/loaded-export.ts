/** An export in the database, left of the wall, before anything is judged. */
import type { Attribute } from "./attribute.ts";
import type { Column, Inspection } from "./inspection.ts";

/** The mapped columns of an export. */
export type MappedColumns = Readonly<{
  /** In the attributes file when there is a key. */
  unit: Column;
  /** The key in the export and in its attributes. */
  key: Readonly<{ own: Column; attributes: Column }> | null;
  response: Column | null;
  submitted: Column | null;
  finished: Column | null;
  status: Column | null;
  duration: Column | null;
  /** Both or neither. */
  started: Column | null;
  ended: Column | null;
  /** The long format's columns; its items are told apart by a text instead of a column. */
  long: Readonly<{ question: Column; answer: Column }> | null;
  /** One per item, in the order of the instruments. */
  answers: readonly MappedAnswer[];
  /** Those of the questionnaire that people have a value of their own of, in the order of scan.yaml. */
  attributes: readonly MappedAttribute[];
}>;

/** Where the texts of an attribute are, and what they may be. */
export type MappedAttribute = Readonly<{
  attribute: string;
  definition: Attribute;
  column: Column;
  /** Whether the column is in the file that is joined on the key. */
  joined: boolean;
  /** Texts that say nothing: "prefer not to say". */
  missing: readonly string[];
}>;

/** Where an item's answers are, the closed scale they lie on and what labels stand for. */
export type MappedAnswer = Readonly<{
  item: string;
  instrument: string;
  /** One, or several of which at most one is filled in a record; none in the long format. */
  columns: readonly Column[];
  /** The texts of the question in the long format, one per language; none in a wide file. */
  questions: readonly string[];
  minimum: number;
  maximum: number;
  decimals: number;
  /** Label, as normalised by the judge, to its number; null when only numbers are answers. */
  labels: ReadonlyMap<string, number> | null;
  /** Texts that count as missing: "no opinion". */
  missing: readonly string[];
}>;

/** One export of a wave, with what is mapped in it and the file that holds its units, if that is another. */
export type ExportSource = Readonly<{
  inspection: Inspection;
  attributes: Inspection | null;
  columns: MappedColumns;
}>;

/**
 * What people are recognised by in later waves, without their ids being kept: a secret key of 32 bytes. A key that joins files is
 * somebody's in every wave; an id of a response is somebody's in its own export only, so that `scope` (wave and questionnaire) is
 * hashed with it.
 */
export type Identity = Readonly<{ key: Uint8Array; scope: string }>;

/**
 * numbers: answers are DECIMAL, in no order. labels: answers are enumerations of the texts that occur, in no order.
 * text: as labels, with the number of every record, so that a problem can be found in the file.
 */
export type Way = "numbers" | "labels" | "text";

/**
 * One row per response. Columns: unit, response (null without an id or key), doubt (test_response, partial_response,
 * unfinished_test for both, or null), seconds (null when unknown), unknown_status, unknown_key and conflicting_units (booleans),
 * person (a keyed hash, see Identity; null without a key or an id), one column per item called by its code, `attribute_<n>` with
 * the text of attribute n or null, and as text `record`, the response's number in the file from 1. `twice_<n>` is true when item
 * n has more than one answer, `attribute_twice_<n>` when attribute n has more than one value.
 */
export type LoadedExport = ExportSource &
  Readonly<{
    table: string;
    as: Way;
    /** Rows of the table: records of the file, or in the long format responses. */
    responses: number;
    /** Per item the texts of its enumeration, in order; an item that is not here is DECIMAL (as numbers) or text. */
    texts: ReadonlyMap<string, readonly string[]>;
  }>;

/** Name of the column that says whether an item has more than one answer; null where it can't have. */
export const nameTwice = ({ long, answers }: MappedColumns, index: number): string | null =>
  long !== null || (answers[index]?.columns.length ?? 0) > 1 ? `twice_${index}` : null;

/** Name of the column with the text, and later the code, of attribute `index`. */
export const nameAttribute = (index: number): string => `attribute_${index}`;

/** Name of the column that says whether attribute `index` has more than one value; null where it can't have. */
export const nameAttributeTwice = ({ long }: Pick<MappedColumns, "long">, index: number): string | null =>
  long === null ? null : `attribute_twice_${index}`;
