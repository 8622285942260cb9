/** Questions for tests of the judge, and short ways to ask it. */
import { findResponseSet, readLabels } from "../../../pipeline/answers/list-response-sets.ts";
import { type AnswerQuestion, judgeAnswers, type Verdict } from "../../../pipeline/validate/judge-answers.ts";
import type { ResponseSet } from "../../../schemas/response-set.ts";

/** 0 to 10, numbers only. */
export const plain: AnswerQuestion = {
  minimum: 0,
  maximum: 10,
  decimals: 0,
  decimal: ".",
  labels: null,
  missing: [],
  not_shown: [],
  numbers_its_options: false,
  defangs_formulas: false,
};

export const withSet = (name: string, minimum: number, maximum: number): AnswerQuestion => ({
  ...plain,
  minimum,
  maximum,
  labels: readLabels(findResponseSet(name) as ResponseSet, minimum, maximum),
});

export const frequency = withSet("frequency_5", 1, 5);
export const agreement = withSet("agreement_5", 1, 5);

export const judge = (question: AnswerQuestion, text: string): Verdict | undefined =>
  judgeAnswers(question, [text]).get(text);

/** Text to verdict, short: the number, the kind of missing or the rule. */
export function judgeAll(question: AnswerQuestion, ...texts: string[]): Record<string, string> {
  const verdicts = [...judgeAnswers(question, texts)];
  return Object.fromEntries(verdicts.map(([text, verdict]) => [text, Object.values(verdict)[0] as string]));
}

export const notANumber = { rule: "answer_not_a_number" };
export const outOfScale = { rule: "answer_out_of_scale" };
export const notInSet = { rule: "answer_not_in_response_set" };
export const disagrees = { rule: "number_and_label_disagree" };
export const damaged = { rule: "spreadsheet_damage" };
export const noOpinion = { missing: "no_opinion" };
