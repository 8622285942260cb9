import { describe, expect, it } from "vitest";
import { assessChange, type Moved } from "../../../pipeline/assess/assess-change.ts";
import { Change } from "../../../schemas/release.ts";

/** Ten teams of 20 that stay where they are, and one that moves. */
const teamsWith = (shift: number, respondents = 20): Moved[] =>
  Array.from({ length: 11 }, (_, index) => ({
    unit: `T${10 + index}`,
    before: { mean: 2.2, respondents },
    after: { mean: 2.2 + (index === 0 ? shift : ([0.02, -0.02][index % 2] ?? 0)), respondents },
  }));
const variances = { before: 0.36, after: 0.36 };
const assess = (teams: readonly Moved[], turn: 1 | -1 = 1) => assessChange({ teams, variances, turn, since: "2025" });

describe("assessChange", () => {
  it("shows a large move and pulls it towards the others", () => {
    const found = assess(teamsWith(1.2));
    expect(found.get("T10")).toMatchObject({ since: "2025", direction: "worse" });
    expect(found.get("T10")?.estimate).toBeLessThan(1.2);
    expect(found.get("T10")?.probability_worse).toBeGreaterThan(0.9);
    expect([...found.values()].filter(({ direction }) => direction !== "not_shown")).toHaveLength(1);
    expect(() => Change.array().parse([...found.values()])).not.toThrow();
  });

  it("mirrors where higher is better", () => {
    const [worse, better] = [assess(teamsWith(1.2)).get("T10"), assess(teamsWith(1.2), -1).get("T10")];
    expect(better?.direction).toBe("better");
    expect(better?.estimate).toBeCloseTo(worse?.estimate ?? Number.NaN, 6);
    expect(better?.probability_better).toBeCloseTo(worse?.probability_worse ?? Number.NaN, 2);
  });

  it("does not show the same move in teams of five", () => {
    expect(assess(teamsWith(0.6, 5)).get("T10")?.direction).toBe("not_shown");
  });

  // Python, mu flat, sd of change on 20,001 points of Simpson's rule in [0, .8 x .6] with the prior of scale .12, variances .36 / 10:
  // sum(w * m), sum(w * norm.sf(.06, m, sqrt(var))) and sum(w * norm.cdf(-.06, m, sqrt(var)))
  it("agrees with an independent integration", () => {
    const differences = [0.5, -0.3, 0.1, 0.2, -0.2, 0, 0.05, -0.1, 0.15, -0.05];
    const teams = differences.map((difference, index) => ({
      unit: `T${10 + index}`,
      before: { mean: 2, respondents: 20 },
      after: { mean: 2 + difference, respondents: 20 },
    }));
    const found = [...assess(teams).values()];
    expect(found[0]?.probability_worse).toBe(0.669);
    expect(found[1]?.probability_better).toBe(0.35);
    expect(found[0]?.estimate).toBeCloseTo(0.128476833, 5);
  });

  it("says nothing of fewer than ten teams", () => {
    expect(assess(teamsWith(1).slice(0, 9)).size).toBe(0);
  });
});
