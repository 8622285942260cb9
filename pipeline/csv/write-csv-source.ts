/** Writes the one way a CSV file is named in SQL: dialect pinned, columns by position as c1, c2, …, nothing sniffed. */
import type { Inspection } from "../../schemas/inspection.ts";
import { quoteText } from "../database.ts";

/** How a file is read beyond its dialect. */
export type CsvReading = Readonly<{
  /** A column's type by position; others are text. */
  types?: ReadonlyMap<number, string>;
  /** On one thread, so that rows come in the order of the file. */
  ordered?: boolean;
  /** Keeps a quoted blank as an empty text; an unquoted one is null either way. */
  keepQuotedBlanks?: boolean;
}>;

/** The table function that reads the records of `inspection` below its header. */
export function writeCsvSource(
  inspection: Pick<Inspection, "text_path" | "columns" | "skip" | "delimiter" | "decimal">,
  { types = new Map(), ordered = false, keepQuotedBlanks = false }: CsvReading = {},
): string {
  const columns = inspection.columns.map(
    ({ position }) => `'c${position}': ${quoteText(types.get(position) ?? "varchar")}`,
  );
  const options = [
    "auto_detect = false",
    "hive_partitioning = false",
    "header = false",
    `skip = ${inspection.skip}`,
    `delim = ${quoteText(inspection.delimiter)}`,
    "quote = '\"'",
    "escape = '\"'",
    `decimal_separator = ${quoteText(inspection.decimal)}`,
    "strict_mode = true",
    "nullstr = ''",
    `allow_quoted_nulls = ${!keepQuotedBlanks}`,
    `parallel = ${!ordered}`,
    `columns = {${columns.join(", ")}}`,
  ];
  return `read_csv(${quoteText(inspection.text_path)}, ${options.join(", ")})`;
}
