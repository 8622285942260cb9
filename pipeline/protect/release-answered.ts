/**
 * The share of the items of a scale that was answered, in steps of 5 %, by everyone who responded in the shown teams.
 *
 * In: confidential counts; out: the lower end of a step, "less than" half, or "at least" the highest step. That step holds k
 * blank answers or more: how few people left something blank is a count below k like any other. Who left it is in no figure.
 */
import type { AnsweredItems } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { Share } from "./release-ends.ts";

/** Of half of the answers and less no more is said. */
const lowestCut = 10n;

/** `respondents` are those of the measure, as published; they set the highest step. At least one response. */
export const releaseAnswered = (
  { answered, asked }: AnsweredItems,
  { items, respondents, policy }: Readonly<{ items: number; respondents: number; policy: Policy }>,
): Share => {
  const answers = BigInt(items * respondents);
  const highest = (20n * (answers - BigInt(policy.k.mean))) / answers;
  const step = (20n * answered) / asked;
  if (step < lowestCut) return { value: 0.5, bound: "at_most" };
  if (step >= highest) return { value: Number(highest) / 20, bound: "at_least" };
  return { value: Number(step) / 20 };
};
