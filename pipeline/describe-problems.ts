/** Words the problems of an input for a person: grouped by file and rule, with counts, places and what to do next. */
import { isFieldRule, type Problem, type Rule } from "../schemas/problem.ts";
import { countSubjects, explainRule, wordCount, wordRule } from "./explain-rule.ts";

/** One paragraph per file and rule, refusals first; an empty text when there are none. */
export function describeProblems(problems: readonly Problem[]): string {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.file}\0${problem.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const worded = [...groups.values()].sort((a, b) => rank(a) - rank(b)).map(describeGroup);
  return [...worded, ...adviseAcceptance(problems)].join("\n");
}

const rank = ([problem]: readonly Problem[]) => (problem?.accepted === null ? 0 : 1);

function describeGroup(group: readonly Problem[]): string {
  const [{ file, rule, accepted }] = group as [Problem];
  const count = group.reduce((sum, problem) => sum + problem.count, 0);
  return [
    `${file}: ${wordRule(rule)}: ${wordCount(rule, count)}${describeFate(accepted)}`,
    ...describeColumns(group),
    ...explainSilence(group),
    ...(accepted === null ? [`  next: ${explainRule(rule).next}`, ...showLabels(group)] : []),
  ].join("\n");
}

/** What scan.yaml does with a problem, as an addition to a sentence; empty when it stops the run. */
export const describeFate = (accepted: Problem["accepted"]): string =>
  accepted === null ? "" : accepted === "missing" ? " (accepted: left blank)" : " (accepted: rejected)";

const shownColumns = 10;

/** A line per column; of more than ten columns the fullest. What was expected is said once when it is the same in all. */
function describeColumns(group: readonly Problem[]): string[] {
  const [{ rule, expected }] = group as [Problem];
  const fullest = [...group].sort((one, other) => other.count - one.count);
  const [shown, hidden] =
    group.length > shownColumns ? [fullest.slice(0, shownColumns), fullest.slice(shownColumns)] : [group, []];
  const once = group.length > 1 && group.every((problem) => problem.expected === expected);
  const rest = hidden.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(once ? [`  expected: ${expected}`] : []),
    ...shown.flatMap((problem) => [
      `  ${describePlaces(problem)}${once ? "" : `: expected ${problem.expected}`}`,
      ...describeValues(problem).map((text) => `    ${text}`),
    ]),
    ...(hidden.length === 0
      ? []
      : [`  and ${countSubjects(rule, rest)} in ${hidden.length} other column${hidden.length === 1 ? "" : "s"}`]),
  ];
}

/** Rules whose texts may be shown, and what these are. */
const texts: Partial<Record<Rule, string>> = {
  answer_not_in_response_set: "labels",
  unknown_unit: "codes",
  unknown_attribute_value: "texts",
};

/** Why the texts of a rule are not there, for the columns where none of them may be shown. */
function explainSilence(group: readonly Problem[]): string[] {
  const [{ rule }] = group as [Problem];
  if (texts[rule] === undefined || group.every(({ values }) => values.length > 0)) return [];
  return [`  ${texts[rule]} that are not shown may say who answered: look them up in the file, by record`];
}

function describePlaces({ places, count }: Problem): string {
  const column = places[0]?.column;
  const lines = places.map(({ record, line }) => `${record}${line === null ? "" : ` (line ${line})`}`);
  const more = count > places.length ? ` and ${count - places.length} more` : "";
  const where = column === null || column === undefined ? "" : `column ${JSON.stringify(column)}, `;
  return `${where}${places.length === 1 ? "record" : "records"} ${lines.join(", ")}${more}`;
}

const shownValues = 20;

/** One sentence with the texts that may be shown and how often each occurs; none when nothing may. */
export function describeValues({ rule, count, values }: Problem): string[] {
  const [first, ...others] = values.slice(0, shownValues);
  if (first === undefined) return [];
  const listed = [
    `${JSON.stringify(first.text)} (${countSubjects(rule, first.count)})`,
    ...others.map((value) => `${JSON.stringify(value.text)} (${value.count})`),
  ];
  const rest = count - values.slice(0, shownValues).reduce((sum, value) => sum + value.count, 0);
  return [`found: ${listed.join(", ")}${rest > 0 ? `; ${countSubjects(rule, rest)} with others` : ""}`];
}

/** The lines of scan.yaml that would make unknown labels known, with the labels that may be shown. */
function showLabels(group: readonly Problem[]): string[] {
  const [{ rule, questionnaire }] = group as [Problem];
  if (rule !== "answer_not_in_response_set") return [];
  const texts = [...new Set(group.flatMap(({ values }) => values.map(({ text }) => text)))];
  const labels = (texts.length === 0 ? ["a label"] : texts.slice(0, 3)).map((text) => JSON.stringify(text));
  return [
    "    questionnaires:",
    `      ${questionnaire}:`,
    "        labels:",
    `          <instrument or item>: { ${labels.map((label) => `${label}: <number>`).join(", ")} }`,
  ];
}

function adviseAcceptance(problems: readonly Problem[]): string[] {
  const rules = [...new Set(problems.filter(({ accepted }) => accepted === null).map(({ rule }) => rule))];
  if (rules.length === 0) return [];
  const lines = rules.map((rule) => `  ${rule}: ${isFieldRule(rule) ? "missing   # or reject" : "reject"}`);
  return [
    "",
    "Correct the files, or say in scan.yaml what to do with these problems; the choice is recorded:",
    "accept:",
    ...lines,
  ];
}
