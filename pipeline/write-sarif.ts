/**
 * Writes problems in the form that CI services read: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
 * In: Problems. Out: one log with one run, one result per place; never a respondent's value.
 */
import type { Log, ReportingDescriptor, Result } from "sarif";
import { type Place, type Problem, Rule } from "../schemas/problem.ts";
import { describeFate, describeValues } from "./describe-problems.ts";
import { countSubjects, explainRule, wordRule } from "./explain-rule.ts";

/** The log of all problems, in their order. What stops the run is an error, what scan.yaml accepts a note. */
export function writeSarif(problems: readonly Problem[], tool: Readonly<{ name: string; version: string }>): Log {
  const rules = Rule.options.filter((rule) => problems.some((problem) => problem.rule === rule));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(describeRule) } },
        results: problems.flatMap((problem) => writeResults(problem, rules.indexOf(problem.rule))),
      },
    ],
  };
}

function describeRule(rule: Rule): ReportingDescriptor {
  const { meaning, next } = explainRule(rule);
  return {
    id: rule,
    shortDescription: { text: capitalise(`${wordRule(rule)}.`) },
    fullDescription: { text: meaning },
    help: { text: next },
    defaultConfiguration: { level: "error" },
  };
}

/** One result per place, and one without a line for the places that are not listed and the texts that may be shown. */
function writeResults(problem: Problem, ruleIndex: number): Result[] {
  const { rule, file, places, count, accepted } = problem;
  const write = (text: string, line: number | null): Result => ({
    ruleId: rule,
    ruleIndex,
    level: accepted === null ? "error" : "note",
    message: { text: capitalise(`${wordRule(rule)}: ${text}${describeFate(accepted)}.`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: writeUri(file) },
          ...(line === null ? {} : { region: { startLine: line } }),
        },
      },
    ],
  });
  const more = count > places.length ? [`and ${count - places.length} more, ${countSubjects(rule, count)} in all`] : [];
  const rest = [...more, ...describeValues(problem)];
  return [
    ...places.map((place) => write(describePlace(place, problem), place.line)),
    ...(rest.length > 0 ? [write(`${nameColumn(places[0])}${rest.join("; ")}`, null)] : []),
  ];
}

const describePlace = (place: Place, { expected }: Problem) =>
  `${nameColumn(place)}record ${place.record}, expected ${expected}`;

const nameColumn = (place: Place | undefined) =>
  place === undefined || place.column === null ? "" : `column ${JSON.stringify(place.column)}, `;

const capitalise = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A path as a relative reference, or as a file URI when it starts at the root of a disk. */
function writeUri(file: string): string {
  const path = file.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace("%3A", ":")}` : encoded;
}
