import { describe, expect, it } from "vitest";
import { listResponseSets, readLabels } from "../../../pipeline/answers/list-response-sets.ts";
import { type AnswerQuestion, judgeAnswers } from "../../../pipeline/validate/judge-answers.ts";
import {
  agreement,
  damaged,
  disagrees,
  frequency,
  judge,
  judgeAll,
  noOpinion,
  notANumber,
  notInSet,
  outOfScale,
  plain,
  withSet,
} from "./questions.ts";

describe("judgeAnswers on numbers", () => {
  it.each([
    ["5", "5"],
    [" 5 ", "5"],
    ["\ufeff5", "5"],
    ["5\u200b", "5"],
    ["1e1", "10"],
    ["1.0E+01", "10"],
    ["9.9999996", "10"],
    ["-0.0000001", "0"],
  ])("takes %j for %s", (text, value) => {
    expect(judge(plain, text)).toEqual({ value });
  });

  it.each(["6.6", "0.5", ".5", "11", "-1", "70", "1e2", "1e-1", "5.000001", "10.0000005"])(
    "finds %j outside the scale",
    (text) => {
      expect(judge(plain, text)).toEqual(outOfScale);
    },
  );

  it.each(["7_0", "0x7", "5,0", "٣", "five", "5%", "--5", "1e400", "NaN", "5 5", "4/5", "1-2", "(4)", "'5"])(
    "finds no number in %j",
    (text) => {
      expect(judge(plain, text)).toEqual(notANumber);
    },
  );

  it("reads a decimal comma where the column has one, with all decimals of the scale", () => {
    const scored: AnswerQuestion = { ...plain, minimum: -1, maximum: 5, decimals: 10, decimal: "," };
    expect(judge(scored, "2,7777777778")).toEqual({ value: "2.7777777778" });
    expect(judge(scored, "2,77777777778")).toEqual(outOfScale);
    expect(judge(scored, "2.5")).toEqual(notANumber);
  });

  it("has no verdict on a blank text", () => {
    expect(judgeAnswers(plain, ["", " ", "\u00a0", "\ufeff", "\t\n", "3"]).size).toBe(1);
  });
});

describe("judgeAnswers on labels", () => {
  it.each([
    ["Nooit", "1"],
    ["zelden", "2"],
    ["SOMS", "3"],
    ["Vaak.", "4"],
    ["altijd", "5"],
    ["Never", "1"],
    ["Seldom", "2"],
    ["\ufeffsometimes", "3"],
    ["often!", "4"],
    ["<b>Always</b>", "5"],
    ["nie", "1"],
    ["selten", "2"],
    ["manchmal", "3"],
    ["h\u00e4ufig", "4"],
    ["ha\u0308ufig", "4"],
    ["immer", "5"],
    ["Jamais", "1"],
    ["rarement", "2"],
    ["parfois", "3"],
    ["souvent", "4"],
    ["toujours", "5"],
    ["Never / hardly ever", "1"],
    ["3", "3"],
  ])("takes %j for %s", (text, value) => {
    expect(judge(frequency, text)).toEqual({ value });
  });

  it.each(["Almost never", "Somtimes", "Agree", "Never;", "Never;Often;", "Never, Often", "n/a", "Never always"])(
    "finds no option in %j",
    (text) => {
      expect(judge(frequency, text)).toEqual(notInSet);
    },
  );

  it.each(["7_0", "4)", "?", "-"])("still calls %j no number", (text) => {
    expect(judge(frequency, text)).toEqual(notANumber);
  });

  it("finds a label no number where the question has no labels", () => {
    expect(judge(plain, "Never")).toEqual(notANumber);
  });

  it("reads the German wording of a real questionnaire", () => {
    const rather = withSet("agreement_4_somewhat", 1, 4);
    const texts = ["Stimme gar nicht zu", "Stimme eher nicht zu", "Stimme eher zu", "Stimme vollständig zu"];
    expect(Object.values(judgeAll(rather, ...texts))).toEqual(["1", "2", "3", "4"]);
    const often = withSet("frequency_4_rather", 1, 4);
    expect(Object.values(judgeAll(often, "gar nicht", "eher selten", "eher häufig", "sehr häufig"))).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  it.each(listResponseSets())("gives every spelling of every option of $response_set its number", (set) => {
    const last = set.options.length - 1;
    const question = { ...plain, minimum: 0, maximum: last, labels: readLabels(set, 0, last) };
    const expected = set.options.flatMap((option, index) =>
      Object.values(option)
        .flat()
        .map((label) => [label, { value: String(index) }] as const),
    );
    const texts = expected.map(([label]) => label);
    expect([...judgeAnswers(question, texts)]).toEqual([...new Map(expected)]);
  });

  it("follows the analyst's own labels, also where they hold a number", () => {
    const labels = new Map([
      ["agree (6)", 2],
      ["agree", 1],
    ]);
    const own = { ...plain, labels };
    expect(judge(own, "Agree (6)")).toEqual({ value: "2" });
    expect(judge(own, "Agree (7)")).toEqual({ value: "1" });
  });

  it("never takes an own label's number from outside the scale", () => {
    const own = { ...plain, labels: new Map([["top", 11]]) };
    expect(judgeAll(own, "top", "11 - top")).toEqual({
      top: "answer_out_of_scale",
      "11 - top": "answer_out_of_scale",
    });
  });

  it("takes no other number where own labels are numbers", () => {
    const reversed = { ...plain, minimum: 1, maximum: 2, labels: new Map([["1", 2], ["16738740", 1]]) }; // biome-ignore format: a table
    expect(judgeAll(reversed, "1", "1.0", "16738740", "2", "1 - Yes")).toEqual({
      "1": "2",
      "1.0": "2",
      "16738740": "1",
      "2": "answer_not_in_response_set",
      "1 - Yes": "2",
    });
  });
});

describe("judgeAnswers on answers that are missing", () => {
  const question = { ...agreement, missing: ["-1", "Weet niet", "9,0"], not_shown: ["N/A"], decimal: "," as const };

  it.each([
    "-1",
    "-1,0",
    "weet niet.",
    "Weet  niet",
    "9",
    "-1 - No basis",
    "9 = overgeslagen",
    "5 - Weet niet",
    "Weet niet (9)",
  ])("takes %j for no opinion", (text) => {
    expect(judge(question, text)).toEqual(noOpinion);
  });

  it("tells what was not shown, in exactly the tool's words", () => {
    expect(judge(question, "N/A")).toEqual({ missing: "not_shown" });
    expect(judge(question, "n/a")).toEqual(notInSet);
  });

  it("finds another negative code outside the scale", () => {
    expect(judge(question, "-2")).toEqual(outOfScale);
  });

  it("asks when a code for no opinion stands before a label that is an opinion", () => {
    expect(judge(question, "9 - Agree")).toEqual(disagrees);
  });
});

describe("judgeAnswers on what tools write", () => {
  const limeSurvey = { ...plain, minimum: 1, maximum: 5, numbers_its_options: true };

  it("takes A3 for the third option where the tool numbers its options", () => {
    expect(judgeAll(limeSurvey, "A3", "A05", "A6", "A0", "B3", "a3", "3")).toEqual({
      "3": "3",
      A3: "3",
      A05: "5",
      A6: "answer_out_of_scale",
      A0: "answer_out_of_scale",
      B3: "answer_not_a_number",
      a3: "answer_not_a_number",
    });
  });

  it("takes no A3 from another tool, on a scale that starts at 0, or where own labels say what A1 is", () => {
    expect(judge({ ...limeSurvey, numbers_its_options: false }, "A3")).toEqual(notANumber);
    expect(judge({ ...limeSurvey, minimum: 0 }, "A3")).toEqual(notANumber);
    expect(judgeAll({ ...limeSurvey, labels: new Map([["a1", 5]]) }, "A1", "A3")).toEqual({
      A1: "5",
      A3: "answer_not_in_response_set",
    });
  });

  it("takes ' off a defanged number only where the tool defangs", () => {
    const signed = { ...plain, minimum: -5, maximum: 5 };
    expect(judge({ ...signed, defangs_formulas: true }, "'-3")).toEqual({ value: "-3" });
    expect(judge({ ...signed, defangs_formulas: true }, "'3")).toEqual(notANumber);
    expect(judge(signed, "'-3")).toEqual(notANumber);
  });
});

describe("judgeAnswers on spreadsheet damage", () => {
  it.each([
    "Jun-25",
    "25-Jun",
    "5-jan",
    "01-mei",
    "01. Mai",
    "juin-25",
    "1/5/2026",
    "2026-05-01 00:00:00",
    "6.34E+017",
    "6.34E+17",
    "44737",
    "44737.0",
  ])("recognises %j, with and without labels", (text) => {
    expect(judge(plain, text)).toEqual(damaged);
    expect(judge(frequency, text)).toEqual(damaged);
  });

  it("takes a day count for a number where answers may be that large", () => {
    expect(judge({ ...plain, maximum: 1000 }, "44737")).toEqual(outOfScale);
  });

  it("leaves what the analyst named alone", () => {
    expect(judge({ ...plain, missing: ["44737"] }, "44737")).toEqual(noOpinion);
    expect(judge({ ...plain, labels: new Map([["jun-25", 3]]) }, "Jun-25")).toEqual({ value: "3" });
  });
});
