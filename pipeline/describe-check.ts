/** Words what `check` found in a scan that can be read: per export how many responses count, and why not the rest. */
import type { QualityCount, QualityRule } from "../schemas/response-quality.ts";

/** What is told of one export; counts are of responses. */
export type CheckedExport = Readonly<{
  wave: string;
  questionnaire: string;
  file: string;
  records: number;
  loaded: number;
  rejected: number;
  excluded: number;
  quality: readonly QualityCount[];
  /** Per attribute of people, how many of the loaded responses have a value. */
  known: readonly Readonly<{ attribute: string; count: number }>[];
}>;

const subjects: Record<QualityRule, string> = {
  test_response: "tests or previews",
  partial_response: "never submitted",
  too_fast: "faster than reading",
  straight_lined: "with the same answer everywhere",
  not_shown: "answers to questions that were not shown",
  left_blank: "answers left blank",
  not_reached: "answers to questions that were not reached",
  no_opinion: 'answers that say "no opinion" or "does not apply"',
  blank_answers: "blank answers",
};

const actions: Record<QualityCount["action"], string> = {
  excluded: "left out",
  kept: "kept, as scan.yaml says",
  remark: "counted, and mentioned in the report",
  missing: "count as missing",
};

/** One paragraph per export. */
export const describeCheck = (exports: readonly CheckedExport[]): string =>
  exports
    .map(({ file, records, loaded, rejected, excluded, quality, known }) =>
      [
        `${file}: ${records} responses = ${loaded} loaded + ${rejected} rejected + ${excluded} left out`,
        ...quality.map(({ rule, action, count }) => `  ${count} ${subjects[rule]}: ${actions[action]}`),
        ...known.map(({ attribute, count }) => `  ${count} of ${loaded} with a value of ${attribute}`),
      ].join("\n"),
    )
    .join("\n");
