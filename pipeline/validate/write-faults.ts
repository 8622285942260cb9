/**
 * Writes the query of everything that is wrong with an export, record by record.
 * One row per fault: record, place (an item, `attribute_<n>`, or the role of a mapped column) and rule.
 */
import { type LoadedExport, nameAttribute, nameAttributeTwice, nameTwice } from "../../schemas/loaded-export.ts";
import { answerRules, fieldRules, type Rule } from "../../schemas/problem.ts";
import { quoteText } from "../database.ts";
import { type Context, writeCounted, writeRoster } from "./context.ts";
import type { RecodedAttribute } from "./judge-attributes.ts";
import type { RecodedItem } from "./recode.ts";

/** The query over a table that was loaded as text. Of an id that occurs twice, the first response without another fault is right. */
export function writeFaults(
  loaded: LoadedExport,
  items: readonly RecodedItem[],
  attributes: readonly RecodedAttribute[],
  context: Context,
): string {
  const { table, columns } = loaded;
  const counted = `${table}_counted`;
  const others = [
    ...writeResponseFaults(loaded, context, counted),
    ...items.flatMap((item) => writeAnswerFaults(item, counted)),
    ...writeTwiceFaults(loaded, counted),
    ...writeValueFaults(loaded, attributes, counted),
  ];
  const harmless = fieldRules.filter((rule) => context.accept[rule] === "missing").map(quoteText);
  const stays = harmless.length > 0 ? `where rule not in (${harmless.join(", ")})` : "";
  const doubles =
    (columns.response ?? columns.key) && columns.long === null
      ? `union all select record, 'response', 'duplicate_response' from ${counted} where response is not null
       qualify row_number() over (partition by response order by record in (select record from others), record) > 1`
      : "";
  return `with ${counted} as (select * from ${table} where ${writeCounted(context)}),
    every as (${others.join(" union all ")}),
    others as (select record from every ${stays})
    select record, place, rule from every ${doubles}`;
}

/** Rules about the response as a whole. What a response with an unknown key belongs to is unknown too: one fault is enough. */
function writeResponseFaults({ columns }: LoadedExport, context: Context, counted: string): string[] {
  const fault = (place: string, rule: Rule, condition: string) =>
    `select record, ${quoteText(place)} as place, ${quoteText(rule)} as rule from ${counted} where ${condition}`;
  return [
    fault("unit", "missing_unit", "coalesce(unit, '') = '' and not unknown_key"),
    `select record, 'unit', 'unknown_unit' from ${counted} anti join ${writeRoster(context)} using (unit) where unit <> '' and not unknown_key`,
    ...(columns.key ? [fault("key", "unknown_key", "unknown_key")] : []),
    ...(columns.status || columns.finished ? [fault("status", "unknown_status", "unknown_status")] : []),
    ...(columns.long
      ? [
          fault("unit", "conflicting_units", "conflicting_units"),
          fault("response", "missing_response", "response is null"),
        ]
      : []),
  ];
}

/** One row per answer that breaks a rule; an item without such answers is not looked at. */
function writeAnswerFaults({ item, breaks, join }: RecodedItem, counted: string): string[] {
  return answerRules.flatMap((rule) => {
    const condition = breaks(rule);
    if (condition === null) return [];
    return [
      `select record, ${quoteText(item)}, ${quoteText(rule)} from ${counted} as response ${join} where ${condition}`,
    ];
  });
}

function writeTwiceFaults({ columns }: LoadedExport, counted: string): string[] {
  const rule: Rule = columns.long === null ? "conflicting_answers" : "duplicate_answer";
  return columns.answers.flatMap(({ item }, index) => {
    const twice = nameTwice(columns, index);
    return twice === null
      ? []
      : [`select record, ${quoteText(item)}, ${quoteText(rule)} from ${counted} where ${twice}`];
  });
}

/** A value in no list; or more than one, which is one fault whatever they are. */
function writeValueFaults(
  { columns }: LoadedExport,
  attributes: readonly RecodedAttribute[],
  counted: string,
): string[] {
  return attributes.flatMap(({ unknown, join }, index) => {
    const place = quoteText(nameAttribute(index));
    const twice = nameAttributeTwice(columns, index);
    const single = twice === null ? "" : `and not ${twice}`;
    const select = (rule: Rule) => `select record, ${place}, ${quoteText(rule)} from ${counted} as response`;
    return [
      `${select("unknown_attribute_value")} ${join} where ${unknown} ${single}`,
      ...(twice === null ? [] : [`${select("conflicting_attribute_values")} where ${twice}`]),
    ];
  });
}
