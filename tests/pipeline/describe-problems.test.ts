import { describe, expect, it } from "vitest";
import { describeProblems } from "../../pipeline/describe-problems.ts";
import type { Problem } from "../../schemas/problem.ts";

const problem = (change: Partial<Problem>): Problem => ({
  rule: "answer_out_of_scale",
  file: "answers.csv",
  wave: "now",
  questionnaire: "q",
  count: 1,
  places: [{ record: 7, line: 8, column: "Q1" }],
  expected: "a whole number from 1 to 5, or blank",
  accepted: null,
  ...change,
});

describe("describeProblems", () => {
  it("says nothing when there are none", () => {
    expect(describeProblems([])).toBe("");
  });

  it("groups by file and rule, counts, and says what to do next", () => {
    const problems = [
      problem({ accepted: "missing", rule: "answer_not_a_number" }),
      problem({}),
      problem({ count: 7, places: [1, 2].map((record) => ({ record, line: record + 1, column: "Q2" })) }),
      problem({
        file: "other.csv",
        rule: "unknown_unit",
        places: [{ record: 1, line: null, column: null }],
        expected: "a code",
      }),
    ];
    expect(describeProblems(problems)).toBe(
      `answers.csv: an answer must lie on its scale: 8 do not
  column "Q1", response 7 (line 8): expected a whole number from 1 to 5, or blank
  column "Q2", responses 1 (line 2), 2 (line 3) and 5 more: expected a whole number from 1 to 5, or blank
other.csv: a unit must be in the roster: 1 does not
  response 1: expected a code
answers.csv: an answer must be a number: 1 does not (accepted: left blank)
  column "Q1", response 7 (line 8): expected a whole number from 1 to 5, or blank

Correct the files, or say in scan.yaml what to do with these problems; the choice is recorded:
accept:
  answer_out_of_scale: missing   # or reject
  unknown_unit: reject`,
    );
  });

  it("gives no advice when everything is accepted", () => {
    expect(describeProblems([problem({ accepted: "reject" })])).not.toContain("accept:\n");
  });
});
