import { describe, expect, it } from "vitest";
import { computeAlpha } from "../../../pipeline/protect/compute-alpha.ts";
import { roundFraction } from "../../../pipeline/protect/divide-exactly.ts";
import type { ItemMoments } from "../../../schemas/cell.ts";

const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0);

const makeMoments = (items: readonly (readonly number[])[], teams = 1): ItemMoments => {
  const totals = (items[0] ?? []).map((_, person) => sum(items.map((item) => item[person] ?? 0)));
  const square = (values: readonly number[]) => BigInt(sum(values.map((value) => value * value)));
  return {
    measure: "strain.total",
    respondents: totals.length,
    teams,
    item_sums: items.map((item) => BigInt(sum(item))),
    item_sums_squares: items.map(square),
    total_sum: BigInt(sum(totals)),
    total_sum_squares: square(totals),
  };
};

const alpha = (items: readonly (readonly number[])[]) => roundFraction(computeAlpha(makeMoments(items)), 10);

describe("computeAlpha", () => {
  // R: x <- cbind(c(1,2,3,4,5,3), c(2,2,3,5,4,3), c(1,3,2,4,4,5)); 3/2*(1-sum(apply(x,2,var))/var(rowSums(x)))
  it("equals R", () => {
    expect(
      alpha([
        [1, 2, 3, 4, 5, 3],
        [2, 2, 3, 5, 4, 3],
        [1, 3, 2, 4, 4, 5],
      ]),
    ).toBe(0.8647959184);
  });

  it("is 1 for items that are always the same", () => {
    expect(
      alpha([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toBe(1);
  });

  it("is 0 for items that contradict each other and for everyone the same answer", () => {
    expect(
      alpha([
        [1, 2, 3, 4],
        [4, 3, 2, 2],
      ]),
    ).toBe(0);
    expect(
      alpha([
        [3, 3, 3],
        [2, 2, 2],
      ]),
    ).toBe(0);
  });

  it("refuses one item, and a total that is not the sum of its items", () => {
    expect(() => alpha([[1, 2, 3]])).toThrow("must be computed from at least two items");
    const moments = makeMoments([
      [1, 2],
      [2, 3],
    ]);
    expect(() => computeAlpha({ ...moments, total_sum: 9n })).toThrow("must be the sum of its items");
  });
});
