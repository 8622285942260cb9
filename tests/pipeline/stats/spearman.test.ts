import { describe, expect, it } from "vitest";
import { rankValues } from "../../../pipeline/stats/rank-values.ts";
import { spearman } from "../../../pipeline/stats/spearman.ts";

describe("rankValues", () => {
  it("shares ranks among equals", () => {
    expect(rankValues([30, 10, 20, 10])).toEqual([4, 1.5, 3, 1.5]);
    expect(rankValues([7, 7, 7])).toEqual([2, 2, 2]);
    expect(rankValues([])).toEqual([]);
  });
});

describe("spearman", () => {
  it("is 1 less 6 x the squared differences over n (n^2 - 1)", () => {
    expect(spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])?.rho).toBeCloseTo(0.8, 12);
  });

  it("looks at order only", () => {
    expect(spearman([1, 2, 3, 4, 5], [0, 1, 10, 100, 1e9])).toMatchObject({ rho: 1, low: 1, high: 1, pairs: 5 });
    expect(spearman([1, 2, 3, 4, 5], [9, 4, 3, 2, 1])?.rho).toBe(-1);
  });

  it("has the interval of Bonett and Wright, wider than Fisher's", () => {
    // by hand, n = 12, one pair of neighbours swapped six times: 1 - 6 x 12 / 1716 = .958042; z = atanh(rho) = 1.922001
    // 1.959964 x sqrt((1 + .958042^2 / 2) / 9) = .789030; 1.959964 / 3 = .653321
    const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const second = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11];
    const rho = 1 - 72 / 1716;
    const found = spearman(first, second);
    expect(found?.rho).toBeCloseTo(rho, 12);
    const reach = 1.959963984540054 * Math.sqrt((1 + rho ** 2 / 2) / 9);
    expect(found?.low).toBeCloseTo(Math.tanh(Math.atanh(rho) - reach), 9);
    expect(found?.high).toBeCloseTo(Math.tanh(Math.atanh(rho) + reach), 9);
    const fisher = spearman(first, second, 0.95, "fisher");
    expect(fisher?.low).toBeCloseTo(Math.tanh(Math.atanh(rho) - 1.959963984540054 / 3), 9);
  });

  it("says nothing of three pairs or of a series without differences", () => {
    expect(spearman([1, 2, 3], [1, 2, 3])).toBeNull();
    expect(spearman([1, 1, 1, 1], [1, 2, 3, 4])).toBeNull();
  });
});
