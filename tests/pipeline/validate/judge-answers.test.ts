import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseLabel } from "../../../pipeline/answers/normalise-label.ts";
import { describeScale, judgeAnswers, type Verdict } from "../../../pipeline/validate/judge-answers.ts";
import { agreement, disagrees, frequency, judge, judgeAll, notANumber, outOfScale, plain } from "./questions.ts";

describe("judgeAnswers on labels with a printed number", () => {
  it("lets the label decide where the number stands behind it", () => {
    expect(judgeAll(agreement, "Agree (6)", "Strongly agree (5)", "Disagree - 8", "Neutral: 1", "Maybe (3)")).toEqual({
      "Agree (6)": "4",
      "Strongly agree (5)": "5",
      "Disagree - 8": "2",
      "Neutral: 1": "3",
      "Maybe (3)": "answer_not_in_response_set",
    });
    expect(judge(plain, "Agree (6)")).toEqual(notANumber);
  });

  it("takes a number before a label that agrees with it, in every form", () => {
    expect(
      judgeAll(frequency, "1. Never", "2 = zelden", "3 - manchmal", "4: souvent", "5 (Always)", "(5) altijd"),
    ).toEqual({
      "1. Never": "1",
      "2 = zelden": "2",
      "3 - manchmal": "3",
      "4: souvent": "4",
      "5 (Always)": "5",
      "(5) altijd": "5",
    });
  });

  it("refuses a number before a label that disagrees with it", () => {
    expect(judge(frequency, "5 - Never")).toEqual(disagrees);
    expect(judge(frequency, "0 - Never")).toEqual(disagrees);
  });

  it("takes numbers of labels that nobody knows when only the ends have a label", () => {
    expect(judgeAll(plain, "0 - Not at all likely", "10 - Extremely likely", "3", "9")).toEqual({
      "0 - Not at all likely": "0",
      "10 - Extremely likely": "10",
      "3": "3",
      "9": "9",
    });
    expect(judge(plain, "10 - Zou ik zeker aanbevelen")).toEqual({ value: "10" });
    expect(judge(plain, "10 (Always)")).toEqual({ value: "10" });
    expect(judge(plain, "\ufeff0 = Helemaal niet")).toEqual({ value: "0" });
  });

  it("refuses them all when one number goes with two labels, or one label with two numbers", () => {
    expect(judgeAll(plain, "1 - Rood", "1 - Blauw", "2 - Groen", "3")).toEqual({
      "1 - Rood": "number_and_label_disagree",
      "1 - Blauw": "number_and_label_disagree",
      "2 - Groen": "number_and_label_disagree",
      "3": "3",
    });
    expect(judgeAll(plain, "1 - Rood", "2 - Rood")).toEqual({
      "1 - Rood": "number_and_label_disagree",
      "2 - Rood": "number_and_label_disagree",
    });
  });

  it("takes spellings of one label as one", () => {
    expect(judgeAll(plain, "1 - Rood", "1. ROOD.", "1")).toEqual({ "1 - Rood": "1", "1. ROOD.": "1", "1": "1" });
  });

  it("refuses a column that is printed the other way round than a response set of its size", () => {
    const five = { ...plain, minimum: 1, maximum: 5 };
    expect(judgeAll(five, "1 - Strongly agree", "3 - Neutral", "5 - Strongly disagree")).toEqual({
      "1 - Strongly agree": "number_and_label_disagree",
      "3 - Neutral": "number_and_label_disagree",
      "5 - Strongly disagree": "number_and_label_disagree",
    });
    expect(judge(five, "3 - Neutral")).toEqual({ value: "3" });
  });

  it("refuses a label of a smaller response set at the wrong end of a long scale", () => {
    expect(judge(plain, "0 - Extremely likely")).toEqual(disagrees);
    expect(judge(plain, "10 - Zeer onwaarschijnlijk")).toEqual(disagrees);
    expect(judge(plain, "5 - Extremely likely")).toEqual({ value: "5" });
  });

  it("takes no unknown label's number beside one that disagrees with the question's labels", () => {
    expect(judgeAll(agreement, "1 - Strongly agree", "2 - De acuerdo", "4 - Agree")).toEqual({
      "1 - Strongly agree": "number_and_label_disagree",
      "2 - De acuerdo": "number_and_label_disagree",
      "4 - Agree": "4",
    });
  });

  it("finds a printed number outside the scale", () => {
    expect(judge(plain, "11 - Meer dan ooit")).toEqual(outOfScale);
  });

  it.each(["1-2 times", "5 - 10", "1 - Ja;2 - Nee", "1. 5 hours", "2: 3 or 4", "3.x", "5 agree", "3 - 4 keer"])(
    "finds no number in %j",
    (text) => {
      expect(judge(plain, text)).toEqual(notANumber);
    },
  );

  it("takes none on a scale with decimals", () => {
    expect(judge({ ...plain, decimals: 2 }, "5 - Middle")).toEqual(notANumber);
  });
});

describe("judgeAnswers on anything", () => {
  const labels = frequency.labels as ReadonlyMap<string, number>;
  const piece = fc.oneof(
    fc.constantFrom(...labels.keys()),
    fc.constantFrom(
      "1",
      "5",
      "6",
      "-1",
      "A3",
      "10",
      "٣",
      "½",
      "1e0",
      "0x1",
      "Anna",
      "agree",
      "'",
      "=1",
      "\ufeff",
      "\u00a0",
    ),
    fc.constantFrom(" ", " - ", "-", "(", ")", ";", ",", ".", ":", "/", "<b>", "&nbsp;", "\n"),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
  const question = { ...frequency, numbers_its_options: true, defangs_formulas: true };

  it("gives a value on the scale, and only where the text holds that number or a label of it", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        for (const [given, verdict] of judgeAnswers(question, texts)) {
          if (!("value" in verdict)) continue;
          const value = Number(verdict.value);
          expect([1, 2, 3, 4, 5]).toContain(value);
          const own = normaliseLabel(given);
          const isLabelled = [...labels].some(([label, number]) => number === value && own.includes(label));
          const isNumbered = new RegExp(`(?<!\\d)0*${value}(?!\\d)`).test(own);
          expect(isLabelled || isNumbered).toBe(true);
        }
      }),
      { seed: 3, numRuns: 1500 },
    );
  });

  it("takes no text of words alone that is no label", () => {
    const words = fc.stringMatching(/^[a-zé]{1,8}( [a-zé]{1,8}){0,3}$/).filter((one) => !labels.has(one));
    fc.assert(
      fc.property(words, (one) => {
        expect(["answer_not_in_response_set", "spreadsheet_damage"]).toContain(
          Object.values(judge(question, one) as Verdict)[0],
        );
      }),
      { seed: 4, numRuns: 800 },
    );
  });

  it("says the same of a text whatever the order of the column", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 8 }), (texts) => {
        expect(new Map([...judgeAnswers(question, [...texts].reverse())].reverse())).toEqual(
          judgeAnswers(question, texts),
        );
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe("describeScale", () => {
  it("says what a column must hold", () => {
    expect(describeScale(plain)).toBe("a whole number from 0 to 10, or blank");
    expect(describeScale({ ...plain, minimum: -1, maximum: 5, decimals: 10 })).toBe(
      "a number with at most 10 decimals from -1 to 5, or blank",
    );
    expect(describeScale(frequency)).toBe("a label of the response set or a whole number from 1 to 5, or blank");
    expect(describeScale({ ...plain, labels: new Map([["16738740", 1]]) })).toBe(
      "a label of the response set, or blank",
    );
  });
});
