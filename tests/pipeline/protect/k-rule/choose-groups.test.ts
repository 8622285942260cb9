import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, chooseGroups } from "../../../../pipeline/protect/k-rule/choose-groups.ts";
import { loadSolver } from "../../../../pipeline/protect/k-rule/cover-cuts.ts";
import type { Candidate } from "../../../../pipeline/protect/k-rule/prepare-problem.ts";
import type { Group, System } from "../../../../pipeline/protect/k-rule/system.ts";
import { findLightestByForce, shapes, weighCombination } from "./systems.ts";

const solver = await loadSolver();

const choose = (weights: readonly number[], candidates: readonly Candidate[], fixed: readonly Group[] = [], k = 5) =>
  chooseGroups({ weights, fixed, candidates, k, solver });

const group = (id: string, atoms: readonly number[], weight = 1): Candidate => ({ id, atoms, weight });

const idsOf = (choice: Choice): string[] => (choice.status === "conflict" ? [] : [...choice.chosen].sort());

/** A manager (atom 0) and two teams. */
const department = [group("department", [0, 1, 2]), group("team a", [1]), group("team b", [2])];

describe("chooseGroups", () => {
  it("chooses nothing from nothing, and everything where nothing leaks", async () => {
    expect(await choose([], [])).toMatchObject({ status: "optimal", weight: 0, bound: 0, rounds: 0 });
    expect(idsOf(await choose([5, 8, 9], department))).toEqual(["department", "team a", "team b"]);
  });

  it("hides one of three where the manager would be left", async () => {
    const choice = await choose([1, 8, 9], department);
    expect(choice).toMatchObject({ status: "optimal", weight: 2, bound: 2 });
    expect(idsOf(choice)).toContain("department");
  });

  it("hides what weighs least", async () => {
    const candidates = department.map((one) => ({ ...one, weight: one.id === "team a" ? 1 : 3 }));
    expect(idsOf(await choose([1, 8, 9], candidates))).toEqual(["department", "team b"]);
  });

  it("never shows a group below k, and always one of nobody", async () => {
    expect(idsOf(await choose([4, 5], [group("four", [0]), group("five", [1]), group("empty", [])]))).toEqual([
      "empty",
      "five",
    ]);
  });

  it("shows what is known anyway: a group with the same people as another", async () => {
    const candidates = [...department, group("only band of a", [1], 0)];
    expect(idsOf(await choose([5, 8, 9], candidates))).toContain("only band of a");
  });

  it("keeps what is fixed and hides the candidates that leak with it", async () => {
    const [whole, ...teams] = department as [Candidate, ...Candidate[]];
    expect(idsOf(await choose([1, 8, 9], teams, [whole]))).toEqual(["team b"]);
    expect(idsOf(await choose([1, 8, 9], [whole], teams))).toEqual([]);
  });

  it("gives the leak back when the fixed groups leak by themselves", async () => {
    const choice = await choose([1, 8, 9], [], department);
    if (choice.status !== "conflict") throw new Error("must be a conflict");
    expect(choice.leak.respondents).toBe(1);
    expect(choice.leak.combination.map(({ id }) => id)).toEqual(["department", "team a", "team b"]);
  });

  it("beats greed: two small groups instead of the large one that stands in their way", async () => {
    // The large group comes first and leaves 3 people beside each of the others.
    const candidates = [
      group("large", [0, 1, 2, 3]),
      group("one", [0, 1]),
      group("other", [1, 2]),
      group("third", [2, 3]),
    ];
    const choice = await choose([3, 5, 5, 3], candidates, [], 6);
    const greedy = await chooseGroups({ weights: [3, 5, 5, 3], fixed: [], candidates, k: 6, rounds: 0 });
    expect(choice).toMatchObject({ status: "optimal" });
    expect(idsOf(choice).length).toBeGreaterThanOrEqual(idsOf(greedy).length);
  });

  it("states the gap when it may not look further than greed", async () => {
    const choice = await chooseGroups({ weights: [1, 8, 9], fixed: [], candidates: department, k: 5, rounds: 0 });
    expect(choice).toMatchObject({ status: "gap", weight: 2, bound: 3, rounds: 0 });
  });

  it("stays safe and states the gap when the solver has no time", async () => {
    const choice = await chooseGroups({
      weights: [1, 8, 9],
      fixed: [],
      candidates: department,
      k: 5,
      timeLimitSeconds: 0,
    });
    expect(choice).toMatchObject({ status: "gap", weight: 2, bound: 3 });
  });

  it("hides what it can't settle within its budget, and calls that no optimum", async () => {
    const candidates = [group("ab", [0, 1]), group("bc", [1, 2]), group("cd", [2, 3])];
    const input = { weights: [3, 3, 3, 3], fixed: [], candidates, k: 6, solver };
    expect(await chooseGroups(input)).toMatchObject({ status: "optimal", weight: 3 });
    const choice = await chooseGroups({ ...input, budget: 0 });
    expect(choice).toMatchObject({ status: "gap", bound: 3 });
    expect(choice.status !== "conflict" && choice.weight).toBeLessThan(3);
  });

  it("refuses one id twice and weights that are not whole", async () => {
    await expect(choose([5], [group("a", [0])], [group("a", [0])])).rejects.toThrow("found a twice");
    await expect(choose([5], [group("a", [0], 0.5)])).rejects.toThrow(
      "The weight of group a must be a whole number from 0.",
    );
  });

  it("gives the same answer in whatever order groups and atoms come", async () => {
    const property = fc.asyncProperty(toProblem(shapes.twoAttributes), fc.nat(1000), async (problem, seed) => {
      const plain = await chooseGroups({ ...problem, k: 5, solver });
      expect(await chooseGroups({ ...shuffle(problem, seed), k: 5, solver })).toEqual(plain);
    });
    await fc.assert(property, { seed: 1, numRuns: 100 });
  });

  it.each(Object.entries(shapes))("is the best of all subsets, and safe: %s", async (_, shape) => {
    let compared = 0;
    const property = fc.asyncProperty(
      toProblem(shape),
      fc.constantFrom(3, 5, 7),
      async ({ weights, fixed, candidates }, k) => {
        const choice = await choose(weights, candidates, fixed, k);
        const isSafe = (groups: readonly Group[]) => findLightestByForce({ weights, groups }, k) === null;
        if (choice.status === "conflict") {
          expect(isSafe(fixed)).toBe(false);
          expect(weighCombination({ weights, groups: fixed }, choice.leak)).toBe(choice.leak.respondents);
          return;
        }
        compared += 1;
        expect(isSafe([...fixed, ...candidates.filter(({ id }) => choice.chosen.has(id))])).toBe(true);
        expect(choice.status).toBe("optimal");
        expect(choice.weight).toBe(findBestByForce(fixed, candidates, isSafe));
      },
    );
    await fc.assert(property, { seed: 2, numRuns: 60 });
    expect(compared).toBeGreaterThan(20);
  });
});

/** The first group is fixed, the others are candidates of weight 0 to 3; at most 8 groups. */
const toProblem = (shape: fc.Arbitrary<System>) =>
  fc.record({ system: shape, worth: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }) }).map(({ system, worth }) => {
    const [first, ...rest] = system.groups.slice(0, 8);
    return {
      weights: system.weights,
      fixed: first === undefined ? [] : [first],
      candidates: rest.map((one, index) => ({ ...one, weight: worth[index] ?? 0 })),
    };
  });

const findBestByForce = (
  fixed: readonly Group[],
  candidates: readonly Candidate[],
  isSafe: (groups: readonly Group[]) => boolean,
) => {
  const worth = (subset: readonly Candidate[]) => subset.reduce((total, { weight }) => total + weight, 0);
  const subsets = Array.from({ length: 2 ** candidates.length }, (_, bits) =>
    candidates.filter((__, index) => (bits >> index) & 1),
  );
  const ordered = subsets.sort((one, other) => worth(other) - worth(one));
  return worth(ordered.find((subset) => isSafe([...fixed, ...subset])) ?? []);
};

/** The same problem, groups and atoms in another order. */
const shuffle = <P extends { weights: readonly number[]; fixed: readonly Group[]; candidates: readonly Candidate[] }>(
  problem: P,
  seed: number,
) => {
  const rank = (index: number) => ((index + 1) * (2 * seed + 7919)) % 104729;
  const order = problem.weights.map((_, atom) => atom).sort((a, b) => rank(a) - rank(b));
  const places = new Map(order.map((atom, place) => [atom, place]));
  const move = <G extends Group>(one: G): G => ({
    ...one,
    atoms: one.atoms.map((atom) => places.get(atom) as number).sort((a, b) => a - b),
  });
  return {
    weights: order.map((atom) => problem.weights[atom] as number),
    fixed: problem.fixed.map(move),
    candidates: problem.candidates
      .map(move)
      .map((one, index) => ({ one, at: rank(index) }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one),
  };
};
