/** Writes what holds for the whole scan: policy, line, accepted problems and doubtful responses, with their defaults. */
import { type Instrument, measureName } from "../../schemas/instrument.ts";
import { ResponseRules } from "../../schemas/scan.ts";
import { ask, blank, listChoices, nest, remark, write, type YamlLine } from "./yaml-lines.ts";

/** `instruments`: those that were found in the exports. */
export const writeRules = (instruments: readonly Instrument[]): YamlLine[] => [
  remark("How many answers a figure needs before it is published: standard, strict or pmo."),
  ...nest("policy:", [write("preset: standard")]),
  blank,
  remark(
    "The line a team is compared with, fixed before the newest wave opened: the organisation's own mean, and delta",
  ),
  remark(
    "standard deviations between people within a team on the unfavourable side. `vitascan ledger line` records it and the day.",
  ),
  ...nest("line:", [write("kind: own_organisation"), writeMeasure(instruments), write("delta: 0.3")]),
  blank,
  remark(
    "Problems in the answers stop the run. Accept a rule here, as missing or reject, after looking at what `check` shows.",
  ),
  write("accept: {}"),
  blank,
  remark("Responses in doubt; the report counts them."),
  ...nest("responses:", writeResponseRules()),
];

/** Sure when there is one measure to choose from. */
function writeMeasure(instruments: readonly Instrument[]): YamlLine {
  const [first, ...others] = listHeadlines(instruments);
  if (first === undefined) return ask('measure: ""', "instrument.scale, such as enps.score");
  return ask(
    `measure: ${first}`,
    others.length === 0 ? null : `is this the measure to compare on, or ${listChoices(others)}?`,
  );
}

/** Per instrument its total, else its scales; means before net promoter scores, which say less per answer. */
function listHeadlines(instruments: readonly Instrument[]): string[] {
  const headlines = instruments.flatMap(({ instrument, scales }) => {
    const totals = scales.filter(({ scale }) => scale === "total");
    return (totals.length > 0 ? totals : scales).map(({ scale, score }) => ({
      name: measureName(instrument, scale),
      score,
    }));
  });
  const [means, others] = [true, false].map((mean) => headlines.filter(({ score }) => (score === "mean") === mean));
  return [...(means ?? []), ...(others ?? [])].map(({ name }) => name);
}

const explanations: Readonly<Record<keyof ResponseRules, string>> = {
  test: "tests, previews and spam: exclude or keep",
  partial: "never submitted: exclude or keep",
  too_fast: "less than seconds_per_item for every item: exclude, or remark to count them only",
  seconds_per_item: "seconds",
  straight_lined: "the same number at ten or more items: exclude or remark",
};

function writeResponseRules(): YamlLine[] {
  const defaults = ResponseRules.parse({});
  return (Object.keys(explanations) as (keyof ResponseRules)[]).map((rule) =>
    write(`${rule}: ${defaults[rule]}`, explanations[rule]),
  );
}
