/**
 * Judges every distinct answer of an export once.
 * In: a LoadedExport. Out: per item its texts, how often they are given, and the verdict on each.
 */
import { DuckDBListValue } from "@duckdb/node-api";
import type { LoadedExport, MappedAnswer } from "../../schemas/loaded-export.ts";
import { type Database, quoteName, quoteText } from "../database.ts";
import { findProfile } from "../profiles/find-profile.ts";
import { type AnswerQuestion, judgeAnswers, type Verdict } from "./judge-answers.ts";

/** One distinct text; `verdict` is null for a blank. Only as text is `count` the number of times it is given; else it is 1. */
export type JudgedText = Readonly<{ text: string; count: number; verdict: Verdict | null }>;

/** The texts of one item among the responses that were asked for. */
export type JudgedAnswer = Readonly<{ answer: MappedAnswer; index: number; texts: readonly JudgedText[] }>;

/** Judges the answers of responses that meet `condition`. A continuous item read as numbers gives its extremes only. */
export async function judgeExport(
  database: Database,
  loaded: LoadedExport,
  condition: string,
): Promise<JudgedAnswer[]> {
  const rows = await readDistinct(database, loaded, condition);
  return loaded.columns.answers.map((answer, index) => {
    const own = rows.get(answer.item) ?? [];
    const verdicts = judgeAnswers(
      makeQuestion(loaded, answer),
      own.map(({ text }) => text),
    );
    return { answer, index, texts: own.map((one) => ({ ...one, verdict: verdicts.get(one.text) ?? null })) };
  });
}

/** What an item's cells may hold, given how the file was read. */
export function makeQuestion({ inspection, as }: LoadedExport, answer: MappedAnswer): AnswerQuestion {
  const profile = findProfile(inspection.profile);
  const { minimum, maximum, decimals, missing } = answer;
  return {
    minimum,
    maximum,
    decimals,
    decimal: as === "numbers" ? "." : inspection.decimal,
    labels: answer.labels,
    missing,
    not_shown: profile.not_shown ?? [],
    numbers_its_options: profile.numbers_its_options ?? false,
    defangs_formulas: profile.defangs_formulas ?? false,
  };
}

type Counted = Readonly<{ text: string; count: number }>;

/** As labels, the enumerations say it already; those of responses that do not count are among them and at worst lead to text. */
async function readDistinct(
  database: Database,
  loaded: LoadedExport,
  condition: string,
): Promise<ReadonlyMap<string, Counted[]>> {
  return loaded.as === "numbers" ? readNumbers(database, loaded, condition) : readTexts(database, loaded, condition);
}

/** In one pass, without counts: a number that passes needs none. Of a continuous item the extremes, and one with too many decimals. */
async function readNumbers({ rows }: Database, { table, columns, inspection }: LoadedExport, condition: string) {
  const lists = columns.answers.map(({ item, decimals }) => {
    const name = quoteName(item);
    return decimals > 0
      ? `[min(${name}), max(${name}), min(${name}) filter (where ${name} <> round(${name}, ${decimals}))]::varchar[]`
      : `list(distinct ${name})::varchar[]`;
  });
  const [row] = await rows(
    `select ${lists.map((list, index) => `${list} as item_${index}`).join(", ")} from ${table} where ${condition}`,
    `list the answers of ${inspection.file}`,
  );
  return new Map(
    columns.answers.map(({ item }, index) => {
      const list = row?.[`item_${index}`];
      const texts = list instanceof DuckDBListValue ? list.items : [];
      return [item, texts.flatMap((text) => (typeof text === "string" ? [{ text, count: 1 }] : []))];
    }),
  );
}

async function readTexts({ rows }: Database, { table, columns, inspection }: LoadedExport, condition: string) {
  const queries = columns.answers.map(({ item }) => {
    const name = quoteName(item);
    return `select ${quoteText(item)} as item, ${name}::varchar as text, count(*)::integer as count from ${table} where ${condition} group by ${name}`;
  });
  const found = new Map<string, Counted[]>();
  for (const row of await rows(queries.join(" union all "), `list the answers of ${inspection.file}`)) {
    if (row["text"] === null) continue;
    const item = String(row["item"]);
    const texts = found.get(item) ?? [];
    texts.push({ text: String(row["text"]), count: Number(row["count"]) });
    found.set(item, texts);
  }
  return found;
}
