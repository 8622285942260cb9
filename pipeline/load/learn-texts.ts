/**
 * Learns which texts the answers of an export consist of, in one pass without an order.
 * In: an export and its columns. Out: per column position the distinct texts, sorted; a column with too many is left out.
 */
import { DuckDBListValue } from "@duckdb/node-api";
import type { ExportSource } from "../../schemas/loaded-export.ts";
import { type CsvReading, writeCsvSource } from "../csv/write-csv-source.ts";
import type { Database } from "../database.ts";

/** Closed answers have a handful of texts; a column with more than this is no closed question. */
const mostTexts = 500;
/** Two to ten MB a column is what the database takes to tell texts apart; a long questionnaire is read in parts. */
const columnsAtOnce = 64;

/** Column position to its distinct texts, sorted. */
export type Learned = ReadonlyMap<number, readonly string[]>;

/**
 * Distinct texts of every answer column of a closed scale, in the whole file or in about its first `records`. Null is not among
 * them; a quoted blank is, where it is kept.
 */
export async function learnTexts(
  database: Database,
  { inspection, columns }: ExportSource,
  blanks: Pick<CsvReading, "keepQuotedBlanks">,
  records?: number,
): Promise<Learned> {
  const closed = columns.answers.filter(({ decimals }) => decimals === 0).flatMap((answer) => answer.columns);
  const positions = [...new Set(closed.map(({ position }) => position))];
  if (positions.length === 0) return new Map();
  const csv = writeCsvSource(inspection, blanks);
  const file = records === undefined ? csv : `(select * from ${csv} limit ${records})`;
  const learned: [number, readonly string[]][] = [];
  for (let start = 0; start < positions.length; start += columnsAtOnce) {
    const some = positions.slice(start, start + columnsAtOnce);
    const [row] = await database.rows(
      `select ${some.map((position) => `list(distinct c${position}) as c${position}`).join(", ")} from ${file}`,
      `list the answers of ${inspection.file}`,
    );
    for (const position of some) {
      const list = row?.[`c${position}`];
      const items = list instanceof DuckDBListValue ? list.items : [];
      learned.push([position, items.filter((text) => typeof text === "string").sort()]);
    }
  }
  return new Map(learned.filter(([, texts]) => texts.length <= mostTexts));
}
