/**
 * Times the choice of what is published: a large tree, units by one attribute, units by two. Organisations are made here, seeded:
 * departments of about six teams, a manager in each department answers too. Prints the figures of one run.
 *
 * Run: node dist/bench/protect.js
 */
import { chooseGroups } from "../pipeline/protect/k-rule/choose-groups.ts";
import { loadSolver } from "../pipeline/protect/k-rule/cover-cuts.ts";
import { findLeak } from "../pipeline/protect/k-rule/find-leak.ts";
import { solveTree } from "../pipeline/protect/solve-tree.ts";
import { makeCrossed, makeRandom } from "./make-crossed.ts";

const k = 5;

/** Seconds on the clock, and of the processor: they differ when the machine does other work. */
const time = async <Result>(run: () => Result | Promise<Result>): Promise<[seconds: string, result: Result]> => {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return [
    `${((performance.now() - start) / 1000).toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)} s)`,
    result,
  ];
};

/** 50,000 units of up to four levels, 0 to 11 people directly in each. */
async function timeTree(): Promise<void> {
  const draw = makeRandom(1);
  const parentOf = (unit: number) => (unit < 40 ? 0 : unit < 2_000 ? 1 + (unit % 39) : 40 + (unit % 1_960));
  const units = Array.from({ length: 50_000 }, (_, unit) => ({
    unit: `u${unit}`,
    parent: unit === 0 ? null : `u${parentOf(unit)}`,
  }));
  const counts = new Map(units.map(({ unit }) => [unit, Math.floor(draw() * 12)]));
  const weigh = () => ({ weight: 1, preference: 0 });
  const [seconds, shown] = await time(() => solveTree({ units, counts, isEligible: () => true, weigh, k }));
  console.log(`tree of 50,000 units: ${shown.size.toLocaleString("en")} shown, ${seconds}`);
  const members = new Map<string, number[]>(units.map(({ unit }) => [unit, []]));
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const people = units.filter(({ unit }) => (counts.get(unit) ?? 0) > 0);
  people.forEach(({ unit }, atom) => {
    for (let above: string | null = unit; above !== null; above = parents.get(above) ?? null)
      members.get(above)?.push(atom);
  });
  const system = {
    weights: people.map(({ unit }) => counts.get(unit) as number),
    groups: [...shown].map((id) => ({ id, atoms: members.get(id) ?? [] })),
  };
  const [tested, leak] = await time(() => findLeak(system, k));
  console.log(`  tested as a general system: ${leak === null ? "no leak" : "a leak"}, ${tested}`);
}

async function timeCrossed(title: string, shape: Parameters<typeof makeCrossed>[0]): Promise<void> {
  const { weights, groups, people } = makeCrossed(shape);
  const candidates = groups.filter((group) => group.people >= k).map((group) => ({ ...group, weight: 1 }));
  const solver = await loadSolver();
  const [greedySeconds, greedy] = await time(() =>
    chooseGroups({ weights, fixed: [], candidates, k, rounds: 0, solver }),
  );
  const [seconds, choice] = await time(() => chooseGroups({ weights, fixed: [], candidates, k, solver }));
  if (choice.status === "conflict" || greedy.status === "conflict") throw new Error("Nothing is fixed here.");
  const shown = groups.filter(({ id }) => choice.chosen.has(id));
  const [tested, leak] = await time(() => findLeak({ weights, groups: shown }, k));
  console.log(`${title}: ${groups.length} groups of ${people} people, ${candidates.length} of ${k} or more`);
  console.log(`  greedy   ${greedy.weight} shown, ${greedySeconds}`);
  console.log(
    `  best     ${choice.weight} shown, ${choice.status}, at most ${choice.bound}; ${choice.rounds} rounds, ${choice.cuts} cuts, ${seconds}`,
  );
  console.log(`  tested   ${leak === null ? "no leak" : "a leak"}, ${tested}`);
}

await timeTree();
await timeCrossed("400 units x 4 bands", { seed: 1, departments: 50, teams: 7, attributes: [4], mean: 9 });
await timeCrossed("540 units x 2 attributes of 4 values, small teams", {
  seed: 1,
  departments: 90,
  teams: 6,
  attributes: [4, 4],
  mean: 9,
});
await timeCrossed("630 units x attributes of 4 and 3 values, teams of 25", {
  seed: 1,
  departments: 90,
  teams: 6,
  attributes: [4, 3],
  mean: 25,
});
