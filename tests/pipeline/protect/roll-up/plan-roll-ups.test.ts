import { describe, expect, it } from "vitest";
import { planRollUps } from "../../../../pipeline/protect/roll-up/plan-roll-ups.ts";
import { addUp, makeUnits, type Row } from "../organisations.ts";

const rows: Row[] = [
  ["org", null],
  ["a", "org"],
  ["a1", "a"],
  ["a2", "a"],
  ["a3", "a"],
  ["b", "org"],
  ["b1", "b"],
];

const plan = (direct: Readonly<Record<string, number>>, shown: readonly string[], taken: readonly string[] = []) => {
  const units = makeUnits(rows);
  const respondents = addUp(units, direct);
  return planRollUps({ units, respondents, shown: new Set(shown), taken: new Set(taken), k: 5 });
};

const direct = { a: 1, a1: 9, a2: 3, a3: 4, b: 1, b1: 6 };

describe("planRollUps", () => {
  it("puts the hidden teams of a department and its manager together", () => {
    expect(plan(direct, ["org", "a", "a1", "b"])).toEqual([{ unit: "a:rest", parent: "a", members: ["a2", "a3"] }]);
  });

  it("takes a hidden department with everything below it", () => {
    expect(plan(direct, ["org", "b"])).toEqual([]);
    expect(plan({ ...direct, org: 1 }, ["org", "b"])).toEqual([{ unit: "org:rest", parent: "org", members: ["a"] }]);
  });

  it("leaves out a department in which a team is shown", () => {
    expect(plan({ ...direct, org: 2, b: 0 }, ["org", "a1", "b"])).toEqual([]);
  });

  it("has at least k people", () => {
    expect(plan({ ...direct, a2: 2, a3: 1 }, ["org", "a", "a1", "b"])).toEqual([]);
    expect(plan({ ...direct, a2: 3, a3: 1 }, ["org", "a", "a1", "b"])).toHaveLength(1);
  });

  it("is not another name for one hidden team, nor for the whole department", () => {
    expect(plan({ ...direct, a: 0, a2: 7, a3: 0 }, ["org", "a", "a1", "b"])).toEqual([]);
    expect(plan(direct, ["org", "a", "b"])).toEqual([]);
  });

  it("is fixed at first use", () => {
    expect(plan(direct, ["org", "a", "a1", "b"], ["a"])).toEqual([]);
  });
});
