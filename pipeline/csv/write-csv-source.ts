/** Writes the one way a CSV file is named in SQL: dialect pinned, columns by position as c1, c2, …, nothing sniffed. */
import type { Inspection } from "../../schemas/inspection.ts";
import { quoteText } from "../database.ts";

/**
 * The table function that reads the responses of `inspection`. `types` gives a column's type by position; others are text.
 * `ordered` reads on one thread, so that rows come in the order of the file.
 */
export function writeCsvSource(
  inspection: Inspection,
  types: ReadonlyMap<number, string> = new Map(),
  ordered: boolean = false,
): string {
  const columns = inspection.columns.map(({ position }) => `'c${position}': '${types.get(position) ?? "varchar"}'`);
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
    `parallel = ${!ordered}`,
    `columns = {${columns.join(", ")}}`,
  ];
  return `read_csv(${quoteText(inspection.text_path)}, ${options.join(", ")})`;
}
