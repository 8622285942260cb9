import { describe, expect, it } from "vitest";
import { adjustBenjaminiHochberg } from "../../../pipeline/stats/benjamini-hochberg.ts";

const expectClose = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] as number, 12);
  });
};

describe("adjustBenjaminiHochberg", () => {
  it("takes the least of p x m / rank from the largest down", () => {
    // by hand: .01 x 3, min(.03 x 3 / 2, .04), .04
    expectClose(adjustBenjaminiHochberg([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]);
  });

  it("gives equal p-values equal q-values, whatever their order", () => {
    // by hand: .02 x 4 / 3 and .5
    expectClose(adjustBenjaminiHochberg([0.02, 0.5, 0.02, 0.02]), [0.08 / 3, 0.5, 0.08 / 3, 0.08 / 3]);
  });

  it("leaves one value as it is, and gives nothing for nothing", () => {
    expect(adjustBenjaminiHochberg([0.3])).toEqual([0.3]);
    expect(adjustBenjaminiHochberg([])).toEqual([]);
  });
});
