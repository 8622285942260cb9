import { describe, expect, it } from "vitest";
import { startDraws } from "../../../pipeline/stats/draw-numbers.ts";

const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("startDraws", () => {
  it("repeats itself with a seed, and differs with another", () => {
    const numbers = take(5, startDraws(7).normal);
    expect(take(5, startDraws(7).normal)).toEqual(numbers);
    expect(take(5, startDraws(8).normal)).not.toEqual(numbers);
  });

  it("spreads shares evenly", () => {
    const shares = take(40_000, startDraws(1).share);
    expect(Math.min(...shares.slice(0, 1000))).toBeGreaterThan(0);
    expect(Math.max(...shares.slice(0, 1000))).toBeLessThan(1);
    // five standard errors: sqrt(1 / 12 / 40000) = .00144
    expect(Math.abs(average(shares) - 0.5)).toBeLessThan(0.0072);
    for (const limit of [0.1, 0.5, 0.9]) {
      const below = shares.filter((share) => share < limit).length / shares.length;
      expect(Math.abs(below - limit)).toBeLessThan(0.0125);
    }
  });

  it("has normal numbers of mean 0 and variance 1, and no memory from one to the next", () => {
    const numbers = take(40_000, startDraws(2).normal);
    expect(Math.abs(average(numbers))).toBeLessThan(0.025);
    expect(Math.abs(average(numbers.map((one) => one ** 2)) - 1)).toBeLessThan(0.036);
    expect(Math.abs(average(numbers.slice(1).map((one, index) => one * (numbers[index] as number))))).toBeLessThan(
      0.025,
    );
  });
});
