/**
 * Loads one export into the database: only the mapped columns, by position, with the dialect pinned.
 * In: an inspected export and what is mapped in it. Out: a table with one row per response; nothing is judged yet.
 *
 * Answers that are plain numbers are read as DECIMAL (integer types would round 6.6 to 7 without a word). Anything else is
 * read twice: once, or its beginning, to learn which texts there are, once as enumerations of them, a byte an answer.
 */
import { DuckDBListValue } from "@duckdb/node-api";
import type { ExportSource, Identity, LoadedExport, MappedAnswer, Way } from "../../schemas/loaded-export.ts";
import { keptDecimals } from "../answers/kept-decimals.ts";
import { refuseStructure } from "../csv/refuse-structure.ts";
import { writeCsvSource } from "../csv/write-csv-source.ts";
import { writeTrimmed } from "../csv/write-trimmed.ts";
import { type Database, DatabaseError, quoteText } from "../database.ts";
import { findProfile } from "../profiles/find-profile.ts";
import { listNames, UserError } from "../user-error.ts";
import { type Learned, learnTexts } from "./learn-texts.ts";
import { writeLongResponses, writeWideResponses } from "./write-responses.ts";

/**
 * Reads the export into `table`. As numbers: null when some answer is no plain number, so that the caller reads it another way.
 * With `identity`, people are told apart by a keyed hash of their key or id.
 * Throws a UserError when the structure is broken or the counts of two independent readers differ.
 */
export async function loadExport(
  database: Database,
  source: ExportSource,
  table: string,
  as: Way,
  identity: Identity | null = null,
): Promise<LoadedExport | null> {
  if (as === "numbers" && !canBeNumbers(source)) return null;
  const { inspection, attributes } = source;
  if (attributes !== null) await refuseAmbiguousKeys(database, source, attributes);
  try {
    const texts = await readResponses(database, source, table, as, identity);
    const responses = await countRows(database, table, inspection.file);
    if (source.columns.long === null && responses !== inspection.records) throw refuseCounts(inspection, responses);
    return { ...source, table, as, responses, texts };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (as === "numbers") return null;
    throw refuseStructure(inspection.file, inspection.text_path, inspection.delimiter);
  }
}

/**
 * Numbers can be read as such where one column holds an item, no words were seen among its first answers, and a number stands
 * for nothing but itself.
 */
const canBeNumbers = ({ inspection, columns }: ExportSource) =>
  !inspection.underscore &&
  columns.long === null &&
  columns.answers.every(
    (answer) =>
      answer.columns.length === 1 &&
      answer.columns.every(({ content }) => content.kind !== "labels" && content.kind !== "text") &&
      !renamesNumbers(answer),
  );

const numeric = /^\s*[+-]?[.,]?\d[\d.,]*(e[+-]?\d+)?\s*$/i;

/** True for own labels that are numbers, and for a "no opinion" in the decimal comma of the file: text alone tells what they say. */
const renamesNumbers = ({ labels, missing }: MappedAnswer) =>
  [...(labels?.keys() ?? [])].some((label) => numeric.test(label)) ||
  missing.some((text) => text.includes(",") && numeric.test(text));

type Texts = ReadonlyMap<string, readonly string[]>;

async function readResponses(
  database: Database,
  source: ExportSource,
  table: string,
  as: Way,
  identity: Identity | null,
): Promise<Texts> {
  const create = (rows: string) =>
    database.run(`create or replace table ${table} as ${rows}`, `read ${source.inspection.file}`);
  if (source.columns.long !== null) {
    await refuseLostAnswers(database, source);
    await refuseUnknownQuestions(database, source);
    await create(writeLongResponses(source, identity));
    return new Map();
  }
  if (as === "numbers") {
    const reading = { types: listNumberTypes(source), ...readBlanks(source) };
    await create(writeWideResponses(source, reading, "hash", identity));
    return new Map();
  }
  const readAs = async (texts: Learned): Promise<Texts> => {
    const types = new Map([...texts].map(([position, own]) => [position, writeEnumeration(own)]));
    const reading = { types, ...readBlanks(source), ordered: as === "text" };
    await create(writeWideResponses(source, reading, as === "text" ? "text" : "hash", identity));
    return new Map(source.columns.answers.flatMap((answer) => nameEnumeration(answer, texts)));
  };
  if (as === "labels" && source.inspection.records > firstRecords) {
    try {
      return await readAs(await learnTexts(database, source, readBlanks(source), firstRecords));
    } catch (error) {
      // A text that the first records don't have: learn from all of them.
      if (!(error instanceof DatabaseError)) throw error;
    }
  }
  return readAs(await learnTexts(database, source, readBlanks(source)));
}

/** The first records of a long file mostly have every text there is. */
const firstRecords = 50_000;

const readBlanks = ({ inspection }: ExportSource) => ({
  keepQuotedBlanks: findProfile(inspection.profile).tells_blanks_apart ?? false,
});

const listNumberTypes = ({ columns }: ExportSource) =>
  new Map(
    columns.answers.flatMap(({ columns: [column], decimals }) =>
      column ? [[column.position, writeType(decimals)] as const] : [],
    ),
  );

/** A column without a text has no enumeration, but every column needs a type. */
const writeEnumeration = (texts: readonly string[]) =>
  texts.length === 0 ? "varchar" : `enum(${texts.map(quoteText).join(", ")})`;

function nameEnumeration({ item, columns: [column, ...more] }: MappedAnswer, learned: Learned) {
  const texts = column && more.length === 0 ? learned.get(column.position) : undefined;
  return texts === undefined || texts.length === 0 ? [] : [[item, texts] as const];
}

const writeType = (decimals: number) => {
  const kept = keptDecimals(decimals);
  return kept === 6 ? "decimal(9,6)" : `decimal(18,${kept})`;
};

async function countRows(database: Database, from: string, file: string): Promise<number> {
  const [row] = await database.rows(`select count(*)::integer as records from ${from}`, `count ${file}`);
  return Number(row?.["records"]);
}

function refuseCounts({ file, records }: ExportSource["inspection"], found: number): UserError {
  return new UserError(
    `${file}: can't be read with certainty: the file holds ${records} records, but ${found} were read. ` +
      "Export it again, or save it with another delimiter.",
  );
}

/** Every record of a file of answers must arrive, although they are grouped by response afterwards. */
async function refuseLostAnswers(database: Database, { inspection }: ExportSource): Promise<void> {
  const found = await countRows(database, writeCsvSource(inspection, { ordered: true }), inspection.file);
  if (found !== inspection.records) throw refuseCounts(inspection, found);
}

/** A question that no record has is a slip in scan.yaml, not a question that everybody left blank. */
async function refuseUnknownQuestions(database: Database, { inspection, columns }: ExportSource): Promise<void> {
  if (columns.long === null) return;
  const [row] = await database.rows(
    `select list(distinct ${writeTrimmed(`c${columns.long.question.position}`)}) as questions from ${writeCsvSource(inspection)}`,
    `list the questions of ${inspection.file}`,
  );
  const list = row?.["questions"];
  const known = new Set(list instanceof DuckDBListValue ? list.items : []);
  const unknown = columns.answers.flatMap(({ questions }) =>
    questions.some((question) => known.has(question)) ? [] : questions,
  );
  if (unknown.length > 0)
    throw new UserError(
      `${inspection.file}: must have the question of every item in column ${JSON.stringify(columns.long.question.name)}, but no ` +
        `record has ${listNames(unknown)}. Write the text in scan.yaml exactly as in the file.`,
    );
}

/** A key that occurs twice among the attributes would count one response as two. */
async function refuseAmbiguousKeys(
  database: Database,
  { columns }: ExportSource,
  attributes: ExportSource["inspection"],
): Promise<void> {
  if (columns.key === null) throw new Error("Attributes need a key.");
  const key = writeTrimmed(`c${columns.key.attributes.position}`);
  const [row] = await database
    .rows(
      `select count(*)::integer as records, (count(nullif(key, '')) - count(distinct nullif(key, '')))::integer as doubles
       from (select ${key} as key from ${writeCsvSource(attributes)})`,
      `read ${attributes.file}`,
    )
    .catch((error: unknown) => {
      if (!(error instanceof DatabaseError)) throw error;
      throw refuseStructure(attributes.file, attributes.text_path, attributes.delimiter);
    });
  if (Number(row?.["records"]) !== attributes.records) throw refuseCounts(attributes, Number(row?.["records"]));
  if (Number(row?.["doubles"]) > 0)
    throw new UserError(
      `${attributes.file}: each key in column ${JSON.stringify(columns.key.attributes.name)} must occur once, but ` +
        `${row?.["doubles"]} records repeat one. Remove the doubles: a response can't have two units.`,
    );
}
