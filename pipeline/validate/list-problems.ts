/** Turns faults into problems that a person can find in the file. In: the table of faults. Out: one Problem per rule and column. */
import type { Column } from "../../schemas/inspection.ts";
import { type LoadedExport, nameAttribute } from "../../schemas/loaded-export.ts";
import { isFieldRule, type Problem, type Rule } from "../../schemas/problem.ts";
import { isKnownWording } from "../answers/known-words.ts";
import { looksDamaged } from "../answers/looks-damaged.ts";
import { findPlaces } from "../csv/find-places.ts";
import { type Database, quoteText } from "../database.ts";
import type { Context } from "./context.ts";
import { describeScale } from "./judge-answers.ts";
import { describeList, isUnknown, type JudgedAttribute } from "./judge-attributes.ts";
import { type JudgedAnswer, makeQuestion } from "./judge-export.ts";
import { looksLikeCodeOf } from "./looks-like-code.ts";

const expectations: Record<
  Exclude<Rule, `answer_${string}` | "number_and_label_disagree" | "spreadsheet_damage" | "unknown_attribute_value">,
  string
> = {
  conflicting_answers: "one answer in these columns together, or the same in each",
  conflicting_units: "one unit in all records of a response",
  duplicate_answer: "one answer to a question in a response",
  duplicate_response: "an id that occurs once",
  missing_response: "the id of a response",
  missing_unit: "the code of a unit",
  unknown_unit: "the code of a unit of the roster",
  unknown_key: "a key of the attributes file",
  unknown_status: "a status that the tool is known to write",
  conflicting_attribute_values: "one value in all records of a response",
};

/** A fault's rule and place, how often it occurs and the first few records. */
type Found = Readonly<{ place: string; rule: Rule; count: number; records: readonly number[] }>;

/** Every problem of the export, by rule and place, in the order of both. */
export async function listProblems(
  database: Database,
  loaded: LoadedExport,
  { judged, values }: Readonly<{ judged: readonly JudgedAnswer[]; values: readonly JudgedAttribute[] }>,
  faults: string,
  context: Context,
): Promise<Problem[]> {
  const found = await readFaults(database, loaded, faults);
  const lines = findPlaces(
    loaded.inspection,
    found.flatMap(({ records }) => records),
  );
  const problems: Problem[] = [];
  for (const one of found) {
    const answer = judged.find((judgedAnswer) => judgedAnswer.answer.item === one.place);
    const attribute = values.find(({ index }) => nameAttribute(index) === one.place);
    const column = answer ? answer.answer.columns[0] : (attribute?.attribute.column ?? findRole(loaded, one.place));
    problems.push({
      rule: one.rule,
      file: loaded.inspection.file,
      wave: context.wave,
      questionnaire: context.questionnaire,
      count: one.count,
      places: one.records.map((record) => ({
        record,
        line: lines.get(record) ?? null,
        column: column?.name ?? answer?.answer.questions[0] ?? null,
      })),
      ...(answer
        ? describeAnswer(loaded, answer, one.rule, context.k)
        : attribute
          ? describeAttribute(attribute, one.rule, context.k)
          : await describeRole(database, loaded, one, faults, context)),
      accepted: context.accept[one.rule] ?? null,
    });
  }
  return problems;
}

async function readFaults(database: Database, { inspection }: LoadedExport, faults: string): Promise<Found[]> {
  const rows = await database.rows(
    `select place, rule, count(*)::integer as count, list_sort(min(record, 5))::varchar as records
     from ${faults} group by place, rule order by rule, place`,
    `list the problems of ${inspection.file}`,
  );
  return rows.map((row) => ({
    place: String(row["place"]),
    rule: row["rule"] as Rule,
    count: Number(row["count"]),
    records: JSON.parse(String(row["records"])) as number[],
  }));
}

function findRole({ columns }: LoadedExport, place: string): Column | null {
  if (place === "unit") return columns.unit;
  if (place === "key") return columns.key?.own ?? null;
  if (place === "status") return columns.status ?? columns.finished;
  return columns.response ?? columns.key?.own ?? null;
}

type Description = Pick<Problem, "expected" | "values">;

/** Only labels made of words of response sets are shown: no name and no free text can be among them. */
function describeAnswer(loaded: LoadedExport, { answer, texts }: JudgedAnswer, rule: Rule, k: number): Description {
  const expected =
    isFieldRule(rule) && rule in expectations
      ? expectations[rule as keyof typeof expectations]
      : describeScale(makeQuestion(loaded, answer));
  const shown = texts.filter(
    ({ text, count, verdict }) =>
      rule === "answer_not_in_response_set" &&
      verdict !== null &&
      "rule" in verdict &&
      verdict.rule === rule &&
      count >= k &&
      isKnownWording(text, answer.labels?.keys()),
  );
  return { expected, values: sortByCount(shown.map(({ text, count }) => ({ text, count }))) };
}

/** The same rule for texts of attributes: words of response sets, or of the texts that scan.yaml lists. */
function describeAttribute({ attribute, texts }: JudgedAttribute, rule: Rule, k: number): Description {
  if (rule !== "unknown_attribute_value")
    return { expected: expectations[rule as keyof typeof expectations], values: [] };
  const own = Object.values(attribute.definition.values ?? {}).flatMap((value) => value.texts);
  const shown = texts.filter((one) => isUnknown(one) && one.count >= k && isKnownWording(one.text, own));
  return { expected: describeList(attribute), values: sortByCount(shown.map(({ text, count }) => ({ text, count }))) };
}

/** Texts in a column of another role than an answer: shown where they look like codes of the roster, named where they look damaged. */
async function describeRole(
  database: Database,
  { table, inspection }: LoadedExport,
  { place, rule }: Found,
  faults: string,
  { tree, k }: Context,
): Promise<Description> {
  const expected = expectations[rule as keyof typeof expectations];
  if (rule !== "unknown_unit" && rule !== "duplicate_response") return { expected, values: [] };
  const rows = await database.rows(
    `select ${place} as text, count(*)::integer as count from ${table} semi join (select record from ${faults}
       where rule = ${quoteText(rule)}) using (record) group by ${place}`,
    `list the problems of ${inspection.file}`,
  );
  const texts = rows.map((row) => ({ text: String(row["text"]), count: Number(row["count"]) }));
  const damaged = texts.filter(({ text }) => looksDamaged(text)).reduce((sum, { count }) => sum + count, 0);
  const looksLikeCode = looksLikeCodeOf(tree);
  return {
    expected:
      damaged === 0 ? expected : `${expected}; ${damaged} look changed by a spreadsheet, as when 1-5 becomes 5-Jan`,
    values:
      rule === "unknown_unit" ? sortByCount(texts.filter(({ text, count }) => count >= k && looksLikeCode(text))) : [],
  };
}

const sortByCount = (values: Problem["values"]) =>
  values.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, 20);
