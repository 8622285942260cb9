import { describe, expect, it } from "vitest";
import { describeScale, makeJudge } from "../../../pipeline/validate/judge-answer.ts";

const whole = { minimum: 0, maximum: 10, decimals: 0 };
const scored = { minimum: -1, maximum: 5, decimals: 10 };
const notANumber = { rule: "answer_not_a_number" };
const outOfScale = { rule: "answer_out_of_scale" };

describe("makeJudge on a scale of whole numbers", () => {
  const judge = makeJudge(whole, ".");

  it.each([
    ["5", "5"],
    [" 5 ", "5"],
    ["\t5\u00a0", "5"],
    ["+5", "5"],
    ["05", "5"],
    ["5.0", "5"],
    ["5.000000", "5"],
    ["5.", "5"],
    ["0", "0"],
    ["10", "10"],
    ["1e1", "10"],
    ["1.0E+01", "10"],
    ["50e-1", "5"],
    ["100e-2", "1"],
  ])("takes %j for %s", (text, value) => {
    expect(judge(text)).toEqual({ value });
  });

  it.each([
    ["5.0000001", "5"],
    ["10.00000000000000000001", "10"],
    ["9.9999996", "10"],
    ["-0.0000001", "0"],
  ])("rounds %s beyond the sixth decimal, as the database does: %s", (text, value) => {
    expect(judge(text)).toEqual({ value });
  });

  it("takes -0 for zero", () => {
    const verdict = judge("-0");
    expect("value" in verdict && Number(verdict.value) === 0).toBe(true);
  });

  it.each(["6.6", "0.5", ".5", "11", "-1", "70", "1e2", "1e-1", "5.000001", "10.0000005"])(
    "finds %j outside it",
    (text) => {
      expect(judge(text)).toEqual(outOfScale);
    },
  );

  it.each([
    "7_0",
    "0x7",
    "5,0",
    "1,000",
    "٣",
    "５",
    "five",
    "5%",
    "5 (agree)",
    "--5",
    "1e",
    "e1",
    ".",
    "",
    "1e400",
    "NaN",
    "Infinity",
    "true",
    "5 5",
    "\ufeff",
    "9999999999999999",
    "'5",
  ])("finds no number in %j", (text) => {
    expect(judge(text)).toEqual(notANumber);
  });
});

describe("makeJudge with a decimal comma", () => {
  const judge = makeJudge(scored, ",");

  it.each([
    ["2,5", "2.5"],
    ["2,50", "2.5"],
    ["5,0", "5"],
    ["-0,25", "-0.25"],
    [",5", "0.5"],
    ["25e-1", "2.5"],
    ["2,7777777778", "2.7777777778"],
  ])("takes %j for %s", (text, value) => {
    expect(judge(text)).toEqual({ value });
  });

  it.each(["2.5", "1.000,5", "2,5,5"])("finds no number in %j", (text) => {
    expect(judge(text)).toEqual(notANumber);
  });

  it("finds more decimals than the scale has outside it", () => {
    expect(judge("2,77777777778")).toEqual(outOfScale);
  });
});

describe("describeScale", () => {
  it("says what a column must hold", () => {
    expect(describeScale(whole)).toBe("a whole number from 0 to 10, or blank");
    expect(describeScale(scored)).toBe("a number with at most 10 decimals from -1 to 5, or blank");
  });
});
