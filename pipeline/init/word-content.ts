/** Words for what the first records of a column hold; no value is in them. */
import type { ColumnContent } from "../../schemas/inspection.ts";
import { listChoices } from "./yaml-lines.ts";

const words = {
  empty: "nothing",
  decimals: "numbers with decimals",
  choice: "one option of a question with several answers",
  codes: "few different short texts",
  text: "texts",
  mixed: "numbers and texts",
} as const;

/** "whole numbers on 0-10 or wider", "labels of frequency_5", "texts". Scales come narrowest first. */
export function wordContent(content: ColumnContent): string {
  if (content.kind === "numbers") return `whole numbers${wordScales(content.scales)}`;
  if (content.kind === "labels") return `labels of ${listChoices(content.response_sets)}`;
  return content.kind === "dates" ? "dates" : words[content.kind];
}

const wordScales = ([narrowest, wider]: readonly string[]) =>
  narrowest === undefined ? "" : ` on ${narrowest}${wider === undefined ? "" : " or wider"}`;
