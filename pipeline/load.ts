/**
 * Loads one export into the database: only the mapped columns, by position, with the dialect pinned.
 * In: an Inspection and the columns wanted. Out: a table with one row per response; nothing is judged yet.
 *
 * As numbers, answers are DECIMAL (integer types would round 6.6 to 7 without a word); that is fast and enough for a
 * clean file; ids are kept as hashes, so that two of the same hash only lead to the careful way. As text, every cell keeps its text and its record number, so that validate can say what is wrong and where.
 */
import type { Column, Inspection } from "../schemas/inspection.ts";
import type { LoadedExport, MappedColumns } from "../schemas/loaded-export.ts";
import { keptDecimals } from "./csv/kept-decimals.ts";
import { refuseStructure } from "./csv/refuse-structure.ts";
import { writeCsvSource } from "./csv/write-csv-source.ts";
import { type Database, DatabaseError, quoteName } from "./database.ts";
import { readQuery } from "./sql/read-query.ts";
import { UserError } from "./user-error.ts";

/**
 * Reads the export into `table`. As numbers: null when some answer is no number, so that the caller reads it as text.
 * Throws a UserError when the structure is broken or the counts of two independent readers differ.
 */
export async function load(
  database: Database,
  inspection: Inspection,
  columns: MappedColumns,
  table: string,
  as: "numbers" | "text",
): Promise<LoadedExport | null> {
  if (as === "numbers" && inspection.underscore) return null;
  try {
    await database.run(writeLoad(inspection, columns, table, as), `read ${inspection.file}`);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (as === "numbers") return null;
    throw refuseStructure(inspection.file, inspection.text_path, inspection.delimiter);
  }
  const [row] = await database.rows(`select count(*)::integer as records from ${table}`, `count ${inspection.file}`);
  if (row?.["records"] !== inspection.records)
    throw new UserError(
      `${inspection.file}: can't be read with certainty: the file holds ${inspection.records} responses, ` +
        `but ${String(row?.["records"])} were read. Export it again, or save it with another delimiter.`,
    );
  return { inspection, columns, table, as };
}

function writeLoad(inspection: Inspection, columns: MappedColumns, table: string, as: "numbers" | "text"): string {
  const types = new Map(columns.answers.map(({ column, decimals }) => [column.position, writeType(decimals)]));
  const source = as === "numbers" ? writeCsvSource(inspection, types) : writeCsvSource(inspection, new Map(), true);
  const selected = [
    ...(as === "text" ? ["row_number() over () as record"] : []),
    `trim(c${columns.unit.position}) as unit`,
    ...(columns.response ? [`${writeId(columns.response, as)} as response`] : []),
    `${columns.submitted ? writeFilled(columns.submitted) : "true"} as submitted`,
    ...columns.answers.map(({ column, item }) => `c${column.position} as ${quoteName(item)}`),
  ];
  return `create table ${table} as select ${selected.join(", ")} from ${source}`;
}

/** True for a cell with more than blanks; only a cell that starts with one has to be trimmed, which costs time. */
const writeFilled = ({ position }: Column) =>
  `case when c${position} is null then false when starts_with(c${position}, ' ') then trim(c${position}) <> '' else true end`;

const writeId = ({ position }: Column, as: "numbers" | "text") =>
  as === "text"
    ? `nullif(trim(c${position}), '')`
    : `case when trim(c${position}) <> '' then hash(trim(c${position})) end`;

const writeType = (decimals: number) => {
  const kept = keptDecimals(decimals);
  return kept === 6 ? "decimal(9,6)" : `decimal(18,${kept})`;
};

/**
 * Fills the tables `units` and `closure` from the rosters of all waves; a wave is its position in the scan.
 * Throws a UserError when the database finds another number of units than `counts` says.
 */
export async function loadUnits(
  database: Database,
  rosters: readonly Inspection[],
  counts: readonly number[],
): Promise<void> {
  const reads = rosters.map((roster, wave) => {
    const cell = (name: string) => `trim(c${roster.columns.find((column) => column.name === name)?.position})`;
    return `select ${wave} as wave, ${cell("unit")} as unit, ${cell("parent")} as parent from ${writeCsvSource(roster)}`;
  });
  await database.run(`create table units as ${reads.join(" union all ")}`, "read the rosters");
  const rows = await database.rows("select wave, count(*)::integer as units from units group by wave", "count units");
  const found = new Map(rows.map((row) => [row["wave"], row["units"]]));
  rosters.forEach((roster, wave) => {
    if (found.get(wave) !== counts[wave])
      throw new UserError(`${roster.file}: can't be read with certainty. Save it again as CSV UTF-8.`);
  });
  await database.run(`create table closure as ${readQuery("closure")}`, "climb the tree of units");
}
