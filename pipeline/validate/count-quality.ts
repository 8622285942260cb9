/**
 * Counts the responses in doubt and the answers that are missing.
 * In: the tables of one export: as loaded, judged and accepted. Out: how many responses count, and one row per rule that occurs.
 */
import type { LoadedExport } from "../../schemas/loaded-export.ts";
import { answerRules } from "../../schemas/problem.ts";
import type { QualityCount, QualityRule } from "../../schemas/response-quality.ts";
import { ResponseRules } from "../../schemas/scan.ts";
import { type Database, quoteName, quoteText } from "../database.ts";
import { type Context, writeCounted } from "./context.ts";
import { blankKinds } from "./recode.ts";

export type QualityCounts = Readonly<{ accepted: number; excluded: number; quality: readonly QualityCount[] }>;

/** Each response is counted under the first reason it is left out for; all other counts are of responses that count. */
export async function countQuality(database: Database, loaded: LoadedExport, context: Context): Promise<QualityCounts> {
  const [row] = await database.rows(writeCounts(loaded, context), `count the responses of ${loaded.inspection.file}`);
  const count = (name: string) => Number(row?.[name]);
  const { test, partial, too_fast, straight_lined, seconds_per_item } = context.responses;
  const gaps = count("gaps") - count("not_shown") - count("no_opinion") - count("faulty");
  const quality: QualityCount[] = [
    describe("test_response", test, test !== defaults.test, count("test_response")),
    describe("partial_response", partial, partial !== defaults.partial, count("partial_response")),
    describe(
      "too_fast",
      too_fast,
      too_fast !== defaults.too_fast || seconds_per_item !== defaults.seconds_per_item,
      count("too_fast"),
    ),
    describe("straight_lined", straight_lined, straight_lined !== defaults.straight_lined, count("straight_lined")),
    miss("not_shown", count("not_shown")),
    miss("no_opinion", count("no_opinion")),
    ...(tellsBlanksApart(loaded)
      ? [miss("left_blank", count("left_blank")), miss("not_reached", gaps - count("left_blank"))]
      : [miss("blank_answers", gaps)]),
  ];
  return {
    accepted: count("accepted"),
    excluded: count("uncounted") + count("judged") - count("accepted"),
    quality: quality.filter((one) => one.count > 0),
  };
}

/** Whole columns are counted in one pass; a condition is cheaper in a pass of its own than as a filter. */
function writeCounts({ table, as, columns }: LoadedExport, { responses }: Context): string {
  const countIn = (from: string, condition: string) => `(select count(*) from ${from} where ${condition})::integer`;
  const accepted = `${table}_accepted`;
  const judged = `${table}_judged`;
  const partial =
    responses.test === "exclude" ? "doubt = 'partial_response'" : "doubt in ('partial_response', 'unfinished_test')";
  const straight = responses.too_fast === "exclude" ? "straight_lined and not too_fast" : "straight_lined";
  const faulty = `(select count(distinct (record, place)) from ${table}_faults semi join ${accepted} using (record)
    where rule in (${answerRules.map(quoteText).join(", ")}))::integer`;
  return `select count(*)::integer as accepted, ${countIn(judged, "true")} as judged,
    ${countIn(table, `not (${writeCounted({ responses })})`)} as uncounted,
    (${columns.answers.length} * count(*) - (${columns.answers.map(({ item }) => `count(${quoteName(item)})`).join(" + ")}))::integer as gaps,
    ${blankKinds.map((kind) => `coalesce(sum(${kind}), 0)::integer as ${kind}`).join(", ")},
    ${as === "text" ? faulty : "0"} as faulty,
    ${countIn(responses.test === "exclude" ? table : accepted, "doubt in ('test_response', 'unfinished_test')")} as test_response,
    ${countIn(responses.partial === "exclude" ? table : accepted, partial)} as partial_response,
    ${countIn(responses.too_fast === "exclude" ? judged : accepted, "too_fast")} as too_fast,
    ${responses.straight_lined === "exclude" ? countIn(judged, straight) : countIn(accepted, "straight_lined")} as straight_lined
    from ${accepted}`;
}

const defaults = ResponseRules.parse({});
const actions = { exclude: "excluded", keep: "kept", remark: "remark" } as const;

const describe = (rule: QualityRule, choice: keyof typeof actions, chosen: boolean, count: number): QualityCount => ({
  rule,
  action: actions[choice],
  chosen,
  count,
});

const miss = (rule: QualityRule, count: number): QualityCount => ({ rule, action: "missing", chosen: false, count });

/** True when the file quotes what was left blank, so that an unquoted blank was never reached. */
const tellsBlanksApart = ({ texts }: LoadedExport): boolean =>
  [...texts.values()].some((enumeration) => enumeration.includes(""));
