/**
 * Judges every distinct text of an attribute once, and writes the verdicts back as SQL.
 * In: a LoadedExport. Out: per attribute its texts with the codes they stand for, and expressions over its table.
 */
import {
  type LoadedExport,
  type MappedAttribute,
  nameAttribute,
  nameAttributeTwice,
} from "../../schemas/loaded-export.ts";
import { makeValueJudge } from "../answers/judge-value.ts";
import type { Database } from "../database.ts";
import { findProfile } from "../profiles/find-profile.ts";

/** One distinct text; `value` is its code, null when it says nothing and undefined when it is not in the list. */
export type JudgedValue = Readonly<{ text: string; count: number; value: string | null | undefined }>;

/** The texts of attribute `index` among the responses that were asked for. */
export type JudgedAttribute = Readonly<{ attribute: MappedAttribute; index: number; texts: readonly JudgedValue[] }>;

/** Judges the texts of responses that meet `condition`. */
export async function judgeAttributes(
  database: Database,
  loaded: LoadedExport,
  condition: string,
): Promise<JudgedAttribute[]> {
  const judged: JudgedAttribute[] = [];
  for (const [index, attribute] of loaded.columns.attributes.entries()) {
    const judge = makeValueJudge(attribute.definition, describeSpelling(loaded, attribute));
    const name = nameAttribute(index);
    const rows = await database.rows(
      `select ${name} as text, count(*)::integer as count from ${loaded.table}
       where ${name} is not null and ${condition} group by ${name}`,
      `list the values of ${loaded.inspection.file}`,
    );
    const texts = rows.map((row) => ({ text: String(row["text"]), count: Number(row["count"]) }));
    judged.push({ attribute, index, texts: texts.map((one) => ({ ...one, value: judge(one.text) })) });
  }
  return judged;
}

/** A text that the tool writes for a question that was not shown says nothing either. */
function describeSpelling({ inspection, attributes }: LoadedExport, { joined, missing }: MappedAttribute) {
  const file = joined && attributes !== null ? attributes : inspection;
  return { missing: [...missing, ...(findProfile(file.profile).not_shown ?? [])], decimal: file.decimal };
}

/** True for a text that is in no list. */
export const isUnknown = ({ value }: JudgedValue): boolean => value === undefined;

/** An attribute's code or null, and a condition that is true for a text in no list; both need the join, on `response`. */
export type RecodedAttribute = Readonly<{ name: string; value: string; unknown: string; join: string }>;

/** Keeps the verdicts in the database and gives the expressions of every attribute. */
export async function recodeAttributes(
  database: Database,
  { table, columns }: LoadedExport,
  judged: readonly JudgedAttribute[],
): Promise<RecodedAttribute[]> {
  if (judged.length === 0) return [];
  const values = `${table}_values`;
  await database.run(
    `create table ${values} (attribute integer, text varchar, value varchar, unknown integer)`,
    "keep the values of attributes",
  );
  await database.append(
    values,
    judged.flatMap(({ index, texts }) =>
      texts.map((one) => [index, one.text, one.value ?? null, isUnknown(one) ? 1 : 0] as const),
    ),
  );
  return judged.map(({ index }) => {
    const [name, own] = [nameAttribute(index), `value_${index}`];
    const twice = nameAttributeTwice(columns, index);
    return {
      name,
      value: twice === null ? `${own}.value` : `case when not ${twice} then ${own}.value end`,
      unknown: `${own}.unknown = 1`,
      join: `left join (select text, value, unknown from ${values} where attribute = ${index}) as ${own} on ${own}.text = response.${name}`,
    };
  });
}

/** What a column of the attribute must hold, as part of a sentence. */
export const describeList = ({ attribute, definition }: MappedAttribute): string =>
  definition.cuts === undefined
    ? `a text that is listed for attribute ${attribute}, or blank`
    : `a number for attribute ${attribute}, or blank`;

/** How many responses have a value of an attribute. */
export type KnownValues = Readonly<{ attribute: string; count: number }>;

/** Per attribute, among the responses of `table`. */
export async function countKnown(
  database: Database,
  { columns, inspection }: LoadedExport,
  table: string,
): Promise<KnownValues[]> {
  if (columns.attributes.length === 0) return [];
  const counts = columns.attributes.map((_, index) => `count(${nameAttribute(index)})::integer as known_${index}`);
  const [row] = await database.rows(
    `select ${counts.join(", ")} from ${table}`,
    `count the values of ${inspection.file}`,
  );
  return columns.attributes.map(({ attribute }, index) => ({ attribute, count: Number(row?.[`known_${index}`]) }));
}
