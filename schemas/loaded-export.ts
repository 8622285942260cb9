/** An export in the database, left of the wall, before anything is judged. */
import type { Column, Inspection } from "./inspection.ts";

/** The mapped columns of an export. */
export type MappedColumns = Readonly<{
  unit: Column;
  response: Column | null;
  submitted: Column | null;
  /** One per item, in the order of the instruments. */
  answers: readonly MappedAnswer[];
}>;

/** The column of an item and the closed scale its answers lie on. */
export type MappedAnswer = Readonly<{
  item: string;
  column: Column;
  minimum: number;
  maximum: number;
  decimals: number;
}>;

/**
 * One row per response. Columns: unit, response, submitted (boolean), then one per item called by its code.
 * As text there is also `record`, the response's number in the file from 1.
 */
export type LoadedExport = Readonly<{
  inspection: Inspection;
  columns: MappedColumns;
  table: string;
  as: "numbers" | "text";
}>;
