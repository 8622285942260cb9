import { describe, expect, it } from "vitest";
import { describeProblems } from "../../pipeline/describe-problems.ts";
import { Problem, Rule } from "../../schemas/problem.ts";

const problem = (change: Partial<Problem>): Problem => ({
  rule: "answer_out_of_scale",
  file: "answers.csv",
  wave: "now",
  questionnaire: "q",
  count: 1,
  places: [{ record: 7, line: 8, column: "Q1" }],
  expected: "a whole number from 1 to 5, or blank",
  values: [],
  accepted: null,
  ...change,
});

/** The places of `records` in a file with one header line. */
const at = (column: string | null, ...records: number[]) =>
  records.map((record) => ({ record, line: record + 1, column }));

describe("describeProblems", () => {
  it("says nothing when there are none", () => {
    expect(describeProblems([])).toBe("");
  });

  it("groups by file and rule, counts, and says what to do next", () => {
    const problems = [
      problem({ accepted: "missing", rule: "answer_not_a_number" }),
      problem({}),
      problem({ count: 7, places: at("Q2", 1, 2) }),
      problem({
        file: "other.csv",
        rule: "missing_unit",
        places: [{ record: 1, line: null, column: null }],
        expected: "a code",
      }),
    ];
    expect(describeProblems(problems)).toBe(
      `answers.csv: an answer must lie on its scale: 8 answers do not
  expected: a whole number from 1 to 5, or blank
  column "Q1", record 7 (line 8)
  column "Q2", records 1 (line 2), 2 (line 3) and 5 more
  next: If the number says "no opinion", list it under missing: of the questionnaire. If the tool numbers the options otherwise, export labels or change its numbers.
other.csv: a response must name its unit: 1 response does not
  record 1: expected a code
  next: Check that unit: under columns: is the right column; fill in the unit in the file, or leave these responses out.
answers.csv: an answer must be a number: 1 answer is not (accepted: left blank)
  column "Q1", record 7 (line 8): expected a whole number from 1 to 5, or blank

Correct the files, or say in scan.yaml what to do with these problems; the choice is recorded:
accept:
  answer_out_of_scale: missing   # or reject
  missing_unit: reject`,
    );
  });

  it("says what was expected per column when that differs", () => {
    const text = describeProblems([
      problem({}),
      problem({ places: at("NPS", 3), expected: "a whole number from 0 to 10" }),
    ]);
    expect(text).toContain('column "Q1", record 7 (line 8): expected a whole number from 1 to 5, or blank\n');
    expect(text).toContain('column "NPS", record 3 (line 4): expected a whole number from 0 to 10\n');
  });

  it("shows ten columns of a problem and counts the others, the fullest first", () => {
    const wide = Array.from({ length: 30 }, (_, index) =>
      problem({ count: index + 1, places: at(`Q${index + 1}`, 1) }),
    );
    const text = describeProblems(wide);
    expect(text).toContain('  column "Q30", record 1 (line 2) and 29 more\n  column "Q29"');
    expect(text).toContain('  column "Q21", record 1 (line 2) and 20 more\n  and 210 answers in 20 other columns\n');
    expect(text).not.toContain('"Q20"');
  });

  it("says why a label is not shown", () => {
    const hidden = problem({ rule: "answer_not_in_response_set", count: 9 });
    const text = describeProblems([hidden]);
    expect(text).toContain("\n  labels that are not shown may say who answered: look them up in the file, by record\n");
    const shown = describeProblems([{ ...hidden, values: [{ text: "Vaak", count: 9 }] }]);
    expect(shown).not.toContain("not shown");
    const units = describeProblems([problem({ rule: "unknown_unit", count: 4 })]);
    expect(units).toContain("\n  codes that are not shown may say who answered");
  });

  it("lists the units that may be shown with their responses, and counts the others", () => {
    const text = describeProblems([
      problem({
        rule: "unknown_unit",
        count: 22,
        places: at("team", 3, 9),
        expected: "the code of a unit of the roster",
        values: [
          { text: "T99", count: 12 },
          { text: "T98", count: 7 },
        ],
      }),
    ]);
    expect(text).toContain(`answers.csv: a response must name a unit of the roster: 22 responses do not
  column "team", records 3 (line 4), 9 (line 10) and 20 more: expected the code of a unit of the roster
    found: "T99" (12 responses), "T98" (7); 3 responses with others
  next: `);
  });

  it("does not speak of others when all values are shown", () => {
    const values = [{ text: "T99", count: 5 }];
    const text = describeProblems([problem({ rule: "unknown_unit", count: 5, values })]);
    expect(text).toMatch(/found: "T99" \(5 responses\)\n/);
  });

  it("writes out twenty values and counts those after them as others", () => {
    const values = Array.from({ length: 23 }, (_, index) => ({ text: `U${index}`, count: 10 }));
    const text = describeProblems([problem({ rule: "unknown_unit", count: 235, values })]);
    expect(text).toContain('"U19" (10); 35 responses with others');
    expect(text).not.toContain("U20");
  });

  it("shows the lines of scan.yaml that give a label its number, with labels that may be shown", () => {
    const labels = problem({
      rule: "answer_not_in_response_set",
      questionnaire: "wellbeing",
      count: 9,
      values: [{ text: 'Heel "vaak"', count: 9 }],
    });
    expect(describeProblems([labels])).toContain(`under missing: if it is no opinion.
    questionnaires:
      wellbeing:
        labels:
          <instrument or item>: { "Heel \\"vaak\\"": <number> }`);
    expect(describeProblems([{ ...labels, values: [] }])).toContain('{ "a label": <number> }');
  });

  it("keeps a column's line breaks out of the lines of the list", () => {
    expect(describeProblems([problem({ places: at("How\nare you?", 1) })])).toContain(
      'column "How\\nare you?", record 1',
    );
  });

  it("gives no advice when everything is accepted", () => {
    const text = describeProblems([problem({ accepted: "reject" })]);
    expect(text).toContain("1 answer does not (accepted: rejected)");
    expect(text).not.toContain("accept:\n");
    expect(text).not.toContain("next:");
  });

  it.each(Rule.options)("has a sentence, a count and a next step for %s", (rule) => {
    const text = describeProblems([Problem.parse(problem({ rule, count: 2 }))]);
    expect(text).toMatch(/^answers\.csv: an? (answer|response|record|value) must .+: 2 \1s (do|are) not\n/);
    expect(text).toMatch(/\n {2}next: [A-Z].+\.\n/);
    expect(text).toContain(`\naccept:\n  ${rule}: `);
  });
});
