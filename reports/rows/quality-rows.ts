/**
 * Orders what a release says about its input, as a reader asks for it. In: a release; out: one row per questionnaire and wave,
 * and one row per rule that needs an explanation.
 */
import { Rule } from "../../schemas/problem.ts";
import type { DataQuality, InputRecord, Release } from "../../schemas/release.ts";
import { ResponseRules } from "../../schemas/scan.ts";

export type QualityRuleName = DataQuality["rule"];
export type QualityAction = DataQuality["action"];

/** What came in for a questionnaire in a wave, what was left out of it, and what is to be said of the rest: responses first. */
export type Received = Readonly<{
  wave: string;
  questionnaire: string;
  input: InputRecord | undefined;
  leftOut: readonly DataQuality[];
  remaining: readonly DataQuality[];
}>;

/** One row per questionnaire of a wave that has a file or a finding, in the order of the release. */
export function listReceived({ provenance, data_quality }: Release, wave: string): Received[] {
  const inputs = provenance.inputs.filter((input) => input.wave === wave && input.questionnaire !== null);
  const rows = data_quality.filter((row) => row.wave === wave);
  const names = new Set([...inputs, ...rows].flatMap(({ questionnaire }) => questionnaire ?? []));
  return [...names].map((questionnaire) => {
    const own = rows.filter((row) => row.questionnaire === questionnaire);
    const about = (subject: Subject) => own.filter((row) => !isLeftOut(row) && subjectOf(row) === subject);
    return {
      wave,
      questionnaire,
      input: inputs.find((input) => input.questionnaire === questionnaire),
      leftOut: own.filter(isLeftOut),
      remaining: [...about("responses"), ...about("answers"), ...about("units")],
    };
  });
}

const isLeftOut = ({ action }: DataQuality): boolean => action === "excluded" || action === "rejected";

export type Subject = "responses" | "answers" | "units";

/** What the count of a row is of. */
export function subjectOf({ rule, action }: Pick<DataQuality, "rule" | "action">): Subject {
  if (rule === "more_answers_than_invited") return "units";
  return action === "missing" ? "answers" : "responses";
}

/** What a scan does about a rule: chosen in its settings or left to vitascan; null where there is nothing to choose. */
export type RuleInScan = Readonly<{
  rule: QualityRuleName;
  choice: Readonly<{ action: QualityAction; chosen: boolean }> | null;
}>;

/** The rules on responses in doubt, those that occurred and the problems that scan.yaml accepts. */
export function listRules({ responses, accept, data_quality }: Release): RuleInScan[] {
  const doubtful = listDoubtful(responses);
  const found = new Set(data_quality.map(({ rule }) => rule));
  const accepted = Rule.options.filter((rule) => accept[rule] !== undefined || found.has(rule));
  const others = [...found].filter((rule) => !isProblem(rule) && !doubtful.some((one) => one.rule === rule));
  return [
    ...doubtful,
    ...accepted.map((rule) => ({ rule, choice: describeAcceptance(accept[rule]) })),
    ...others.map((rule) => ({ rule, choice: null })),
  ];
}

const isProblem = (rule: QualityRuleName): boolean => Rule.options.some((one) => one === rule);

const actionOf = { exclude: "excluded", keep: "kept", remark: "remark" } as const;
const defaults = ResponseRules.parse({});

function listDoubtful(responses: ResponseRules): RuleInScan[] {
  const describe = (setting: "test" | "partial" | "too_fast" | "straight_lined", alsoChosen = false) => ({
    action: actionOf[responses[setting]],
    chosen: alsoChosen || responses[setting] !== defaults[setting],
  });
  const otherLimit = responses.seconds_per_item !== defaults.seconds_per_item;
  return [
    { rule: "test_response", choice: describe("test") },
    { rule: "partial_response", choice: describe("partial") },
    { rule: "too_fast", choice: describe("too_fast", otherLimit) },
    { rule: "straight_lined", choice: describe("straight_lined") },
  ];
}

const describeAcceptance = (accepted: "missing" | "reject" | undefined): RuleInScan["choice"] =>
  accepted === undefined ? null : { action: accepted === "reject" ? "rejected" : "missing", chosen: true };
