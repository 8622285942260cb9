import { describe, expect, it } from "vitest";
import { type CheckedExport, describeCheck } from "../../pipeline/describe-check.ts";
import { type QualityCount, QualityRule } from "../../schemas/response-quality.ts";

const makeExport = (
  file: string,
  quality: readonly QualityCount[] = [],
  known: CheckedExport["known"] = [],
): CheckedExport => ({
  wave: "2026-spring",
  questionnaire: "wellbeing",
  file,
  records: 80,
  loaded: 65,
  rejected: 5,
  excluded: 10,
  quality,
  known,
});

describe("describeCheck", () => {
  it("says nothing when there are no exports", () => {
    expect(describeCheck([])).toBe("");
  });

  it("shows counts that add up and what becomes of responses and answers in doubt, a paragraph per export", () => {
    const quality: QualityCount[] = [
      { rule: "test_response", action: "excluded", chosen: false, count: 10 },
      { rule: "partial_response", action: "kept", chosen: true, count: 3 },
      { rule: "straight_lined", action: "remark", chosen: false, count: 2 },
      { rule: "no_opinion", action: "missing", chosen: false, count: 7 },
    ];
    expect(describeCheck([makeExport("a.csv", quality), makeExport("b.csv")]).split("\n")).toEqual([
      "a.csv: 80 responses = 65 loaded + 5 rejected + 10 left out",
      "  10 tests or previews: left out",
      "  3 never submitted: kept, as scan.yaml says",
      "  2 with the same answer everywhere: counted, and mentioned in the report",
      '  7 answers that say "no opinion" or "does not apply": count as missing',
      "b.csv: 80 responses = 65 loaded + 5 rejected + 10 left out",
    ]);
  });

  it("says how many have a value of each attribute", () => {
    expect(describeCheck([makeExport("a.csv", [], [{ attribute: "tenure", count: 61 }])])).toContain(
      "\n  61 of 65 with a value of tenure",
    );
  });

  it.each(QualityRule.options)("has words for %s that no other rule has", (rule) => {
    const word = (one: QualityRule) =>
      describeCheck([makeExport("a.csv", [{ rule: one, action: "remark", chosen: false, count: 1 }])]);
    expect(word(rule)).not.toContain("undefined");
    expect(QualityRule.options.filter((one) => word(one) === word(rule))).toEqual([rule]);
  });
});
