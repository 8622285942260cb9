/**
 * Writes the verdicts on distinct answers back as SQL: the number of an answer, and why one is missing.
 * In: a LoadedExport with its judged answers. Out: expressions over its table, and the joins they need.
 */
import { type LoadedExport, nameTwice } from "../../schemas/loaded-export.ts";
import { keptDecimals } from "../answers/kept-decimals.ts";
import { type Database, quoteName } from "../database.ts";
import type { JudgedAnswer, JudgedText } from "./judge-export.ts";

/** Why an answer is not there. not_reached is told from left_blank only by a file that quotes what it left blank. */
export const blankKinds = ["not_shown", "no_opinion", "left_blank"] as const;
export type BlankKind = (typeof blankKinds)[number];

/** An item's number, or null, and per kind of blank a condition; null where that kind does not occur. */
export type RecodedItem = Readonly<{
  item: string;
  value: string;
  blanks: Readonly<Record<BlankKind, string | null>>;
  /** True for an answer that breaks `rule`; null where none does. */
  breaks: (rule: string) => string | null;
  join: string;
}>;

/** Name of the table with the verdicts on texts that are no enumeration. */
const nameVerdicts = ({ table }: LoadedExport) => `${table}_verdicts`;

/** Keeps the verdicts on texts that are no enumeration in the database; they can be many. */
export async function keepVerdicts(
  database: Database,
  loaded: LoadedExport,
  judged: readonly JudgedAnswer[],
): Promise<void> {
  const verdicts = nameVerdicts(loaded);
  await database.run(
    `create table ${verdicts} (item integer, text varchar, value varchar, missing varchar, rule varchar)`,
    "keep verdicts",
  );
  await database.append(
    verdicts,
    judged.flatMap(({ answer, index, texts }) =>
      loaded.texts.has(answer.item)
        ? []
        : texts.map(({ text, verdict }) => [
            index,
            text,
            verdict && "value" in verdict ? verdict.value : null,
            verdict && "missing" in verdict ? verdict.missing : verdict === null ? "left_blank" : null,
            verdict && "rule" in verdict ? verdict.rule : null,
          ]),
    ),
  );
}

/** The expressions of every item. As numbers, an answer that passed is its own value; of two answers neither counts. */
export const recodeItems = (loaded: LoadedExport, judged: readonly JudgedAnswer[]): RecodedItem[] =>
  judged.map((one) => {
    const enumeration = loaded.texts.get(one.answer.item);
    if (loaded.as === "numbers") return takeNumber(one);
    if (enumeration !== undefined) return recodeByPosition(one, enumeration);
    const recoded = recodeByJoin(loaded, one);
    const twice = nameTwice(loaded.columns, one.index);
    return twice === null ? recoded : dropTwo(recoded, twice);
  });

/** Without the answer, and without the reason for a blank, where there are two. */
function dropTwo(recoded: RecodedItem, twice: string): RecodedItem {
  const { not_shown, no_opinion, left_blank } = recoded.blanks;
  const once = (condition: string | null) => (condition === null ? null : `(not ${twice} and ${condition})`);
  return {
    ...recoded,
    value: `case when not ${twice} then ${recoded.value} end`,
    blanks: { not_shown: once(not_shown), no_opinion: once(no_opinion), left_blank: once(left_blank) },
  };
}

const takeNumber = ({ answer: { item } }: JudgedAnswer): RecodedItem => ({
  item,
  value: quoteName(item),
  blanks: { not_shown: null, no_opinion: null, left_blank: null },
  breaks: () => null,
  join: "",
});

/** A byte leads straight to its number. */
function recodeByPosition({ answer: { item }, texts }: JudgedAnswer, enumeration: readonly string[]): RecodedItem {
  const verdicts = new Map(texts.map((one) => [one.text, one]));
  const code = `enum_code(response.${quoteName(item)})`;
  const values = enumeration.map((text) => {
    const verdict = verdicts.get(text)?.verdict;
    return verdict && "value" in verdict ? verdict.value : "null";
  });
  const where = (meets: (one: JudgedText) => boolean) => {
    const codes = enumeration.flatMap((text, index) => {
      const one = verdicts.get(text);
      return one !== undefined && meets(one) ? [index] : [];
    });
    return codes.length === 0 ? null : `coalesce(${code} in (${codes.join(", ")}), false)`;
  };
  return {
    item,
    value: `list_extract([${values.join(", ")}]::integer[], ${code} + 1)`,
    blanks: {
      not_shown: where(isMissing("not_shown")),
      no_opinion: where(isMissing("no_opinion")),
      left_blank: where(({ verdict }) => verdict === null),
    },
    breaks: (rule) => where(({ verdict }) => verdict !== null && "rule" in verdict && verdict.rule === rule),
    join: "",
  };
}

const isMissing =
  (kind: "not_shown" | "no_opinion") =>
  ({ verdict }: JudgedText) =>
    verdict !== null && "missing" in verdict && verdict.missing === kind;

function recodeByJoin(loaded: LoadedExport, { answer, index, texts }: JudgedAnswer): RecodedItem {
  const own = `verdict_${index}`;
  const type = answer.decimals === 0 ? "integer" : `decimal(18, ${keptDecimals(answer.decimals)})`;
  const where = (column: string, value: string, occurs: boolean) =>
    occurs ? `coalesce(${own}.${column} = '${value}', false)` : null;
  return {
    item: answer.item,
    value: `${own}.value::${type}`,
    blanks: {
      not_shown: where("missing", "not_shown", texts.some(isMissing("not_shown"))),
      no_opinion: where("missing", "no_opinion", texts.some(isMissing("no_opinion"))),
      left_blank: where(
        "missing",
        "left_blank",
        texts.some(({ verdict }) => verdict === null),
      ),
    },
    breaks: (rule) =>
      where(
        "rule",
        rule,
        texts.some(({ verdict }) => verdict !== null && "rule" in verdict && verdict.rule === rule),
      ),
    join: `left join (select text, value, missing, rule from ${nameVerdicts(loaded)} where item = ${index}) as ${own} on ${own}.text = response.${quoteName(answer.item)}`,
  };
}
