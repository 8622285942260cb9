import { describe, expect, it } from "vitest";
import { forwardQuestions } from "../../../pipeline/profiles/forward-questions.ts";

describe("forwardQuestions", () => {
  it("carries a question to the blanks on its right, until the next one or a column without an option", () => {
    expect(forwardQuestions(["Q1", "", "Q2", "", "", ""], ["a", "b", "", "c", "", "d"])).toEqual([
      ...["Q1 | a", "Q1 | b", "Q2", "Q2 | c", "", "d"],
    ]);
  });

  it("takes an option that stands for the whole question away", () => {
    expect(forwardQuestions(["Q1", "Q2"], ["Response", "a"], ["response"])).toEqual(["Q1", "Q2 | a"]);
  });

  it("names columns beyond the shorter row", () => {
    expect(forwardQuestions(["Q1"], ["a", "b"])).toEqual(["Q1 | a", "Q1 | b"]);
    expect(forwardQuestions(["Q1", "Q2"], [])).toEqual(["Q1", "Q2"]);
  });
});
