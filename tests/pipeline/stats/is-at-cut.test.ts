import { describe, expect, it } from "vitest";
import { isAtCut, readDecimal, readLimit } from "../../../pipeline/stats/is-at-cut.ts";
import { cutExamples, findNeighbours } from "../cut-examples.ts";

describe("isAtCut", () => {
  it.each(cutExamples)("%s changes between two neighbouring sums", (...example) => {
    const [, { items, answers, scales }, cut] = example;
    const score = (sum: number) => {
      if (scales[0]?.score === "sum") return { numerator: BigInt(sum), denominator: 1n };
      const count = items.length;
      if (!scales[0]?.rescaled) return { numerator: BigInt(sum), denominator: BigInt(count) };
      const { minimum, maximum } = answers;
      return { numerator: BigInt(100 * (sum - count * minimum)), denominator: BigInt(count * (maximum - minimum)) };
    };
    const { inside, outside } = findNeighbours(example);
    expect([inside, outside].map((sum) => isAtCut(score(sum), cut))).toEqual([true, false]);
  });

  // 44 / 17 = 2.588: rounded to two decimals it would be at 2.59. 2.59 x 17 = 44.03.
  it("does not round a mean of 17 answers", () => {
    expect(isAtCut({ numerator: 44n, denominator: 17n }, { at_least: 2.59 })).toBe(false);
    expect(isAtCut({ numerator: 45n, denominator: 17n }, { at_least: 2.59 })).toBe(true);
  });

  it.each([
    [{ at_least: -0.5 }, true],
    [{ above: -0.5 }, false],
    [{ at_most: -0.5 }, true],
    [{ below: -0.5 }, false],
  ])("at the limit itself, below zero: %j is %s", (cut, expected) => {
    expect(isAtCut({ numerator: -2n, denominator: 4n }, cut)).toBe(expected);
  });
});

describe("readLimit", () => {
  it("gives the side and the limit as it is written", () => {
    expect(readLimit({ below: 2.54 })).toEqual({ side: "below", limit: { numerator: 254n, denominator: 100n } });
  });
});

describe("readDecimal", () => {
  it.each([
    [3, 3n, 1n],
    [-0.5, -5n, 10n],
    [3.2, 32n, 10n],
  ])("of %s is %s / %s", (value, numerator, denominator) => {
    expect(readDecimal(value)).toEqual({ numerator, denominator });
  });

  it.each([1e-7, Number.NaN])("refuses %s", (value) => {
    expect(() => readDecimal(value)).toThrow(`A limit must be a plain decimal number, found ${value}.`);
  });
});
