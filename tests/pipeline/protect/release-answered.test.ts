import { describe, expect, it } from "vitest";
import { releaseAnswered } from "../../../pipeline/protect/release-answered.ts";
import { standard } from "./organisations.ts";

const release = (answered: number, asked = 1000, respondents = 100, items = 10, k = 5) =>
  releaseAnswered(
    { measure: "strain.total", answered: BigInt(answered), asked: BigInt(asked) },
    { items, respondents, policy: { ...standard, k: { mean: k, detail: k, crossed: k } } },
  );

describe("releaseAnswered", () => {
  it("is the lower end of a step of 5 %", () => {
    expect([release(949), release(900), release(899), release(500)]).toEqual(
      [0.9, 0.9, 0.85, 0.5].map((value) => ({ value })),
    );
  });

  it("says no more than at least 95 % and less than half", () => {
    expect([release(950), release(1000)]).toEqual([1, 2].map(() => ({ value: 0.95, bound: "at_least" })));
    expect(release(499)).toEqual({ value: 0.5, bound: "at_most" });
  });

  it("leaves room for k blanks in the highest step", () => {
    // 55 people, 2 items: 5 of 110 fit in 5 %, 15 of 110 are 13.6 %.
    expect(release(110, 110, 55, 2)).toEqual({ value: 0.95, bound: "at_least" });
    expect(release(110, 110, 55, 2, 15)).toEqual({ value: 0.85, bound: "at_least" });
    expect(release(95, 110, 55, 2, 15)).toEqual({ value: 0.85, bound: "at_least" });
  });
});
