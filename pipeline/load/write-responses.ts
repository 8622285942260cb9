/**
 * Writes the SQL that turns the records of an export into one row per response: only the mapped columns, joined with their
 * attributes, blocks of routing put together, or answers in rows put side by side. See LoadedExport for the columns.
 */
import type { Column } from "../../schemas/inspection.ts";
import {
  type ExportSource,
  type Identity,
  type MappedAnswer,
  type MappedColumns,
  nameAttribute,
  nameAttributeTwice,
  nameTwice,
} from "../../schemas/loaded-export.ts";
import { type CsvReading, writeCsvSource } from "../csv/write-csv-source.ts";
import { writeTrimmed } from "../csv/write-trimmed.ts";
import { quoteName, quoteText } from "../database.ts";
import { findProfile } from "../profiles/find-profile.ts";
import { writeKeyedHash } from "../sql/write-keyed-hash.ts";
import { writeDoubt, writeSeconds, writeUnknownStatus } from "./write-doubt.ts";

const cell = ({ position }: Column) => writeTrimmed(`c${position}`);

/** An id is text, or, where only its being the same matters, its hash. */
export type IdKind = "text" | "hash";

/** One row per record of a file with one record per response. `reading.ordered` adds the record's number. */
export function writeWideResponses(
  source: ExportSource,
  reading: CsvReading,
  ids: IdKind,
  identity: Identity | null,
): string {
  const { columns } = source;
  const notShown = findProfile(source.inspection.profile).not_shown ?? [];
  const selected = [
    ...(reading.ordered ? ["record"] : []),
    `${columns.key ? "attribute_unit" : cell(columns.unit)} as unit`,
    `${writeResponse(columns, ids)} as response`,
    ...writeMarks(source),
    `${columns.key ? "attribute_key is null" : "false"} as unknown_key`,
    "false as conflicting_units",
    `${writePerson(columns, identity)} as person`,
    ...writeAttributes(columns),
    ...columns.answers.map((answer) => `${writeBlocks(answer, notShown)} as ${quoteName(answer.item)}`),
    ...columns.answers.flatMap((answer, index) => {
      const twice = nameTwice(columns, index);
      return twice === null ? [] : [`${writeTwice(answer, notShown)} as ${twice}`];
    }),
  ];
  return `select ${selected.join(", ")} from ${writeRecords(source, reading)}`;
}

/** The records of the export, numbered when they come in order, with the unit of their attributes when there is a key. */
function writeRecords({ inspection, attributes, columns }: ExportSource, reading: CsvReading): string {
  const records = reading.ordered
    ? `(select row_number() over () as record, * from ${writeCsvSource(inspection, reading)}) as records`
    : `${writeCsvSource(inspection, reading)} as records`;
  if (columns.key === null || attributes === null) return records;
  const own = writeTrimmed(`records.c${columns.key.own.position}`);
  const values = columns.attributes.flatMap(({ column, joined }, index) =>
    joined ? [`${cell(column)} as joined_${index}`] : [],
  );
  const selected = [
    `${cell(columns.key.attributes)} as attribute_key`,
    `${cell(columns.unit)} as attribute_unit`,
    ...values,
  ];
  return `${records} left join (select ${selected.join(", ")}
    from ${writeCsvSource(attributes)}) as attributes on attribute_key <> '' and attribute_key = ${own}`;
}

/** The text of each attribute, null when blank. */
const writeAttributes = ({ attributes }: MappedColumns): string[] =>
  attributes.map(
    ({ column, joined }, index) =>
      `nullif(${joined ? `joined_${index}` : cell(column)}, '') as ${nameAttribute(index)}`,
  );

/** Who it is, as a keyed hash: by the key where there is one, else by the id of the response, else null. */
function writePerson({ response, key }: MappedColumns, identity: Identity | null): string {
  const id = key?.own ?? response;
  if (identity === null || id === null) return "null::varchar";
  const scope = key === null ? identity.scope : "";
  return writeKeyedHash(identity.key, `${quoteText(`person|${scope}`)} || nullif(${cell(id)}, '')`);
}

function writeMarks({ inspection, columns }: ExportSource): string[] {
  const profile = findProfile(inspection.profile);
  return [
    `${writeDoubt(columns, profile)} as doubt`,
    `${writeSeconds(columns, inspection.dates)} as seconds`,
    `${writeUnknownStatus(columns, profile)} as unknown_status`,
  ];
}

/** Without an id of its own a response is told by its key, never as text: who has one key is one person. */
function writeResponse({ response, key }: MappedColumns, ids: IdKind): string {
  if (response !== null) return writeId(response, ids);
  return key === null ? "null" : writeId(key.own, "hash");
}

const writeId = (column: Column, ids: IdKind) =>
  ids === "text" ? `nullif(${cell(column)}, '')` : `case when ${cell(column)} <> '' then hash(${cell(column)}) end`;

/** The first block that was answered, else the first that says it was not shown; one column is taken as it is. */
function writeBlocks({ columns }: MappedAnswer, notShown: readonly string[]): string {
  const [first, ...more] = columns.map(({ position }) => `c${position}`);
  if (more.length === 0) return first ?? "null";
  const filled = columns.map((column) => `nullif(${writeBlock(column)}, '')`);
  const answered = columns.map(
    (column) => `case when ${isAnswered(writeBlock(column), notShown)} then ${writeBlock(column)} end`,
  );
  return `coalesce(${[...(notShown.length > 0 ? answered : []), ...filled].join(", ")})`;
}

const writeBlock = ({ position }: Column) => writeTrimmed(`c${position}::varchar`);

const isAnswered = (text: string, notShown: readonly string[]) =>
  `${text} not in (${["", ...notShown].map(quoteText).join(", ")})`;

/** True when blocks of one question hold different answers. */
const writeTwice = ({ columns }: MappedAnswer, notShown: readonly string[]) =>
  `len(list_distinct(list_filter([${columns.map(writeBlock).join(", ")}], text -> ${isAnswered("text", notShown)}))) > 1`;

/**
 * One row per response of a file with one record per answer, in the order of first records. An answer without the id of a
 * response is a response of its own. `record` is the first of a response.
 */
export function writeLongResponses(source: ExportSource, identity: Identity | null): string {
  const { columns } = source;
  if (columns.long === null) throw new Error("Only the long format has one record per answer.");
  const { question, answer } = columns.long;
  const answers = `select record, ${columns.key ? "attribute_unit" : cell(columns.unit)} as unit,
    ${columns.response ? `nullif(${cell(columns.response)}, '')` : "null"} as response, ${[...writeMarks(source), ...writeAttributes(columns)].join(", ")},
    ${writePerson(columns, identity)} as person,
    ${columns.key ? "attribute_key is null" : "false"} as unknown_key, ${cell(question)} as question, ${`nullif(${cell(answer)}, '')`} as answer
    from ${writeRecords(source, { ordered: true })}`;
  const own = ({ questions }: MappedAnswer) => `filter (question in (${questions.map(quoteText).join(", ")}))`;
  const selected = [
    "min(record) as record",
    "min(nullif(unit, '')) as unit",
    "min(response) as response",
    "max(doubt) as doubt",
    "max(seconds) as seconds",
    "bool_or(unknown_status) as unknown_status",
    "bool_or(unknown_key) as unknown_key",
    "count(distinct nullif(unit, '')) > 1 as conflicting_units",
    "min(person) as person",
    ...columns.attributes.flatMap((_, index) => [
      `min(${nameAttribute(index)}) as ${nameAttribute(index)}`,
      `count(distinct ${nameAttribute(index)}) > 1 as ${nameAttributeTwice(columns, index)}`,
    ]),
    ...columns.answers.map((one) => `arg_min(answer, record) ${own(one)} as ${quoteName(one.item)}`),
    ...columns.answers.map((one, index) => `count(answer) ${own(one)} > 1 as twice_${index}`),
  ];
  return `with answers as (${answers})
    select ${selected.join(", ")} from answers group by coalesce('id ' || response, 'record ' || record)`;
}
