/** Words the problems of an input for a person: grouped by file and rule, with counts, places and what to do next. */
import { fieldRules, type Problem, type Rule } from "../schemas/problem.ts";

const sentences: Record<Rule, string> = {
  answer_not_a_number: "an answer must be a number",
  answer_out_of_scale: "an answer must lie on its scale",
  duplicate_response: "a response id must occur once",
  missing_unit: "a response must name its unit",
  unknown_unit: "a unit must be in the roster",
};

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
  const [first] = group as [Problem];
  const count = group.reduce((sum, problem) => sum + problem.count, 0);
  const fate =
    first.accepted === null ? "" : first.accepted === "missing" ? " (accepted: left blank)" : " (accepted: rejected)";
  return [
    `${first.file}: ${sentences[first.rule]}: ${count} ${count === 1 ? "does" : "do"} not${fate}`,
    ...group.map(describePlaces),
  ].join("\n");
}

function describePlaces({ places, count, expected }: Problem): string {
  const column = places[0]?.column;
  const lines = places.map(({ record, line }) => `${record}${line === null ? "" : ` (line ${line})`}`);
  const more = count > places.length ? ` and ${count - places.length} more` : "";
  const where = column === null || column === undefined ? "" : `column ${JSON.stringify(column)}, `;
  return `  ${where}${places.length === 1 ? "response" : "responses"} ${lines.join(", ")}${more}: expected ${expected}`;
}

function adviseAcceptance(problems: readonly Problem[]): string[] {
  const rules = [...new Set(problems.filter(({ accepted }) => accepted === null).map(({ rule }) => rule))];
  if (rules.length === 0) return [];
  const lines = rules.map((rule) => `  ${rule}: ${fieldRules.includes(rule) ? "missing   # or reject" : "reject"}`);
  return [
    "",
    "Correct the files, or say in scan.yaml what to do with these problems; the choice is recorded:",
    "accept:",
    ...lines,
  ];
}
