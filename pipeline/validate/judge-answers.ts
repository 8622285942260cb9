/**
 * Judges the distinct texts of one answer column together. In: what the question allows and its texts. Out: per text a number of
 * the closed scale, why the answer is missing, or the rule it breaks; blank texts have no verdict.
 */
import { cleanCell } from "../answers/normalise-label.ts";
import { type AnswerQuestion, labelsReplaceNumbers, makeCellJudge, type Verdict } from "./judge-cell.ts";
import { type PrintedNumber, trustNumbers } from "./trust-numbers.ts";

export type { AnswerQuestion, Verdict };

/** One verdict per text that is not blank. */
export function judgeAnswers(question: AnswerQuestion, texts: readonly string[]): ReadonlyMap<string, Verdict> {
  const judgeCell = makeCellJudge(question);
  const first = texts.flatMap((text) => {
    const cell = cleanCell(question.defangs_formulas ? text.replace(/^\s*'(?=[=+\-@])/, "") : text);
    return cell === "" ? [] : [[text, judgeCell(cell)] as const];
  });
  const printed = first.flatMap(([, verdict]) => ("printed" in verdict ? [verdict.printed] : []));
  const trusted = trustNumbers(printed, question);
  return new Map(
    first.map(([text, verdict]) => [text, "printed" in verdict ? settle(verdict.printed, trusted) : verdict]),
  );
}

/** A known label must stand for its number; another label takes the number when the whole column can be trusted. */
function settle({ number, known }: PrintedNumber, trusted: boolean): Verdict {
  return (known === null ? trusted : known === number)
    ? { value: String(number) }
    : { rule: "number_and_label_disagree" };
}

/** What an item's column must hold, as part of a sentence. */
export function describeScale(question: AnswerQuestion): string {
  const { minimum, maximum, decimals, labels } = question;
  const kind = decimals === 0 ? "a whole number" : `a number with at most ${decimals} decimals`;
  const number = `${kind} from ${minimum} to ${maximum}`;
  if (labels === null) return `${number}, or blank`;
  return labelsReplaceNumbers(question)
    ? "a label of the response set, or blank"
    : `a label of the response set or ${number}, or blank`;
}
