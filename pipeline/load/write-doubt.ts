/** Writes the SQL that reads what the tool itself says about a response: test, never submitted, how long it took. */
import type { Column, DateOrder } from "../../schemas/inspection.ts";
import type { MappedColumns } from "../../schemas/loaded-export.ts";
import type { Profile } from "../../schemas/profile.ts";
import { writeTrimmed } from "../csv/write-trimmed.ts";
import { quoteText } from "../database.ts";

/** What "finished" is in a file of no known tool. */
const finishedWords = {
  yes: ["true", "1", "yes", "y", "ja", "oui", "complete", "completed", "submitted", "finished"],
  no: ["false", "0", "no", "n", "nee", "nein", "non", "partial", "incomplete"],
};

const cell = ({ position }: Column) => writeTrimmed(`c${position}`);
const word = (column: Column) => `lower(coalesce(${cell(column)}, ''))`;
const isOneOf = (text: string, words: readonly string[]) =>
  words.length === 0 ? "false" : `${text} in (${words.map((one) => quoteText(one.toLowerCase())).join(", ")})`;

/**
 * test_response, partial_response, unfinished_test for both at once, null when there is no doubt. A response without a mark of
 * its end is partial.
 */
export function writeDoubt({ status, finished, submitted }: MappedColumns, profile: Profile): string {
  const marks = profile.status;
  const isTest = status && marks ? isOneOf(word(status), [...marks.test, ...marks.spam]) : null;
  const unfinished = finished ? isOneOf(word(finished), ["", ...(profile.finished ?? finishedWords).no]) : null;
  const partial = [unfinished, submitted && isBlank(submitted)].filter((one) => one !== null).join(" or ");
  const cases = [
    ...(isTest && partial !== "" ? [`when ${isTest} and (${partial}) then 'unfinished_test'`] : []),
    ...(isTest ? [`when ${isTest} then 'test_response'`] : []),
    ...(partial !== "" ? [`when ${partial} then 'partial_response'`] : []),
  ];
  return cases.length > 0 ? `case ${cases.join(" ")} end` : "null::varchar";
}

/** What databases and statistics programs write for nothing, when a file went through one. */
const nothing = "('NULL', 'NA', 'N/A')";

/** True for a blank cell or a word for nothing; only a cell that starts with a blank has to be trimmed, which costs time. */
const isBlank = (column: Column) =>
  `case when c${column.position} is null or c${column.position} in ${nothing} then true when c${column.position} < '"' or c${column.position} > '~' then coalesce(${cell(column)}, '') = '' else false end`;

/** True when the tool's mark is none that is known, so that nobody knows what the response is. */
export function writeUnknownStatus({ status, finished }: MappedColumns, profile: Profile): string {
  const marks = profile.status;
  const { yes, no } = profile.finished ?? finishedWords;
  const unknown = [
    ...(status && marks ? [`not ${isOneOf(word(status), [...marks.real, ...marks.test, ...marks.spam])}`] : []),
    ...(finished ? [`not ${isOneOf(word(finished), ["", ...yes, ...no])}`] : []),
  ];
  return unknown.length > 0 ? unknown.join(" or ") : "false";
}

/** Seconds a response took; null when unknown. Zero is what tools write when they did not measure. */
export function writeSeconds({ duration, started, ended }: MappedColumns, dates: DateOrder | null): string {
  if (duration) return `nullif(try_cast(replace(${cell(duration)}, ',', '.') as double), 0)`;
  if (!started || !ended || dates === null) return "null::double";
  const [from, until] = [writeMoment(started, dates), writeMoment(ended, dates)];
  // Times without seconds may be a minute further apart than they look.
  const slack = `case when ${cell(ended)} like '%:%:%' then 0 else 60 end`;
  return `nullif(epoch(${until}) - epoch(${from}) + ${slack}, 0)`;
}

const days: Record<DateOrder, readonly string[]> = {
  year_first: ["%Y-%m-%d", "%Y/%m/%d"],
  day_first: ["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y", "%d/%m/%y"],
  month_first: ["%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y"],
};
const times = ["%H:%M:%S", "%H:%M:%S.%f", "%H:%M", "%I:%M:%S %p", "%I:%M %p"];

function writeMoment(column: Column, dates: DateOrder): string {
  const formats = days[dates].flatMap((day) => times.map((time) => `${day} ${time}`));
  const iso = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.%fZ"];
  const list = [...formats, ...iso].map(quoteText).join(", ");
  return `try_strptime(regexp_replace(${cell(column)}, ' [A-Z]{3,4}$', ''), [${list}])`;
}
