import { describe, expect, it } from "vitest";
import { findCommonMultiple } from "../../../pipeline/stats/common-multiple.ts";

describe("findCommonMultiple", () => {
  // By hand: 2 x 2 x 3 x 5 = 60; 2 x 2 x 3 = 12; 2 x 2 x 3 x 5 x 11 = 660; 16 x 9 x 5 x 7 x 11 x 13 x 17 x 19.
  it.each([
    [[], 1n],
    [[5n], 5n],
    [[1n, 2n, 3n, 4n, 5n, 6n], 60n],
    [[2n, 3n, 4n], 12n],
    [[10n, 11n, 12n], 660n],
    [Array.from({ length: 20 }, (_, index) => BigInt(index + 1)), 232792560n],
  ])("of %s is %s", (numbers, multiple) => {
    expect(findCommonMultiple(numbers)).toBe(multiple);
  });
});
