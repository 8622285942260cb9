import { describe, expect, it } from "vitest";
import { countSubjects, explainRule, wordCount, wordRule } from "../../pipeline/explain-rule.ts";
import { Rule } from "../../schemas/problem.ts";
import { Questionnaire } from "../../schemas/scan.ts";

const settings = [...Object.keys(Questionnaire.shape), ...Object.keys(Questionnaire.shape.columns.shape)];

describe("explainRule", () => {
  it.each(Rule.options)("explains %s in whole sentences, no two rules alike", (rule) => {
    const { meaning, next } = explainRule(rule);
    for (const text of [meaning, next]) expect(text).toMatch(/^[A-Z].{20,}[^.]\.$/);
    const others = Rule.options.filter((other) => other !== rule).map(explainRule);
    expect(others.map((other) => other.next)).not.toContain(next);
    expect(others.map((other) => other.must)).not.toContain(explainRule(rule).must);
  });

  it.each(Rule.options)("names only settings of scan.yaml that exist, for %s", (rule) => {
    const named = [...explainRule(rule).next.matchAll(/\b([a-z_]+):/g)].map((found) => found[1]);
    expect(settings).toEqual(expect.arrayContaining(named));
  });

  it("names settings at all", () => {
    expect(explainRule("answer_not_in_response_set").next).toContain("labels:");
  });
});

describe("the words of a rule", () => {
  it.each<[Rule, string, string, string]>([
    ["answer_not_a_number", "an answer must be a number", "1 answer is not", "4 answers are not"],
    ["answer_out_of_scale", "an answer must lie on its scale", "1 answer does not", "4 answers do not"],
    ["duplicate_response", "a response must have an id that occurs once", "1 response does not", "4 responses do not"],
    ["missing_response", "a record must have the id of its response", "1 record does not", "4 records do not"],
  ])("of %s make sentences", (rule, sentence, one, four) => {
    expect(wordRule(rule)).toBe(sentence);
    expect(wordCount(rule, 1)).toBe(one);
    expect(wordCount(rule, 4)).toBe(four);
  });

  it("count in whole words", () => {
    expect(countSubjects("unknown_unit", 1)).toBe("1 response");
    expect(countSubjects("unknown_unit", 12)).toBe("12 responses");
  });
});
