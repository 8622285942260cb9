/**
 * Random organisations through everything that decides what is shown: the tree, roll-ups, segments of two attributes, and a second
 * release after late and erased answers, moved people and moved teams, as far as the ledger lets it. A brute-force attacker who knows all groups of
 * all releases then tries every set of fewer than k people.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findConflict } from "../../pipeline/ledger/find-conflict.ts";
import { chooseShown } from "../../pipeline/protect/choose-shown.ts";
import { findLeak } from "../../pipeline/protect/k-rule/find-leak.ts";
import { addRollUps, countRollUps, fitRollUps } from "../../pipeline/protect/roll-up/add-roll-ups.ts";
import { planRollUps, type RollUp } from "../../pipeline/protect/roll-up/plan-roll-ups.ts";
import { chooseSegments } from "../../pipeline/protect/segments/choose-segments.ts";
import type { Atom } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { ReleasedCell } from "../../schemas/release.ts";
import { makeMembership, makeRelease, type UnitRow } from "../pipeline/ledger/ledger-examples.ts";
import { addUp, makeUnits, standard } from "../pipeline/protect/organisations.ts";

const k = 3;
const policy: Policy = { ...standard, k: { mean: k, detail: k, crossed: k } };
const attributes = ["tenure", "contract"];

type Person = Readonly<{ id: string; unit: string; values: readonly (string | null)[] }>;
type Organisation = Readonly<{ rows: readonly (readonly [string, string | null])[]; people: readonly Person[] }>;
type Published = Readonly<{
  groups: readonly ReadonlySet<string>[];
  cells: readonly ReleasedCell[];
  rollUps: readonly RollUp[];
}>;

/** What protect shows of an organisation, as sets of people. */
async function protect({ rows, people }: Organisation, earlier: readonly RollUp[]): Promise<Published> {
  const units = makeUnits(rows);
  const direct: Record<string, number> = {};
  for (const { unit } of people) direct[unit] = (direct[unit] ?? 0) + 1;
  const respondents = addUp(units, direct);
  const plain = chooseShown({ units, respondents, policy });
  const taken = new Set(earlier.map(({ parent }) => parent));
  const planned = planRollUps({ units, respondents, shown: plain.mean, taken, k });
  const rollUps = fitRollUps(units, [...earlier, ...planned]);
  const tree = addRollUps(units, rollUps);
  const { mean } = chooseShown({ units: tree, respondents: countRollUps(units, rollUps, respondents), policy });
  const keys = new Map<string, Person[]>();
  for (const person of people) {
    const key = JSON.stringify([person.unit, person.values]);
    keys.set(key, [...(keys.get(key) ?? []), person]);
  }
  const own = [...keys.values()];
  const atoms = own.map(
    (some): Atom => ({
      unit: some[0]?.unit ?? "",
      values: some[0]?.values ?? [],
      respondents: some.length,
      sums: new Map(),
    }),
  );
  const { segments } = await chooseSegments({ units: tree, atoms, attributes, shown: mean, policy });
  const rests = new Map(rollUps.map(({ unit, parent }) => [parent, unit]));
  const parents = new Map(tree.map(({ unit, parent }) => [unit, parent]));
  const isIn = (person: Person, unit: string) => {
    for (let at: string | null = rests.get(person.unit) ?? person.unit; at !== null; at = parents.get(at) ?? null)
      if (at === unit) return true;
    return false;
  };
  const groups = [
    ...[...mean].map((unit) => ({ unit, segment: null, people: people.filter((one) => isIn(one, unit)) })),
    ...segments.map(({ unit, segment, atoms: positions }) => ({
      unit,
      segment,
      people: positions.flatMap((at) => own[at] ?? []),
    })),
  ];
  return {
    rollUps: rollUps.filter(({ unit }) => mean.has(unit)),
    groups: groups.map((group) => new Set(group.people.map(({ id }) => id))),
    cells: groups.map(({ unit, segment, people: some }) => ({
      wave: "2026-spring",
      unit,
      segment,
      measure: "enps.score",
      status: "released",
      respondents: some.length,
      invited: null,
      enps: some.reduce((sum, { id }) => sum + ((Number(id.slice(1)) * 37) % 11), 0) / some.length,
    })),
  };
}

const describeRelease = ({ rows, people }: Organisation, { cells, rollUps }: Published) => {
  const units: UnitRow[] = rows.map(([unit, parent]) => [unit, parent]);
  const places = new Map<string, Person[]>();
  for (const person of people) {
    const key = JSON.stringify([person.unit, person.values]);
    places.set(key, [...(places.get(key) ?? []), person]);
  }
  const named = rollUps.map(({ unit, parent, members }) => ({
    unit,
    name: parent,
    parent,
    level: 2,
    leaf: false,
    members: [...members],
  }));
  // A release as read has at least five; these organisations are smaller so that every set can be tried.
  const made = makeRelease({ units, rollUps: named, cells });
  return {
    release: { ...made, policy: { ...made.policy, k: policy.k } },
    memberships: [
      makeMembership({
        units,
        attributes,
        rows: [...places.values()].map((some) => ({
          unit: some[0]?.unit ?? "",
          values: some[0]?.values ?? [],
          people: some.map(({ id, unit }) => `${id}.${id}${unit}`).sort(),
        })),
      }),
    ],
  };
};

const prime = 2_147_483_647n;

/** Rank of 0/1 rows modulo a prime: with at most twenty rows no minor is as large as it. */
const findRank = (rows: readonly (readonly number[])[]): number => {
  const left = rows.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivot === -1) continue;
    [left[rank], left[pivot]] = [left[pivot] as bigint[], left[rank] as bigint[]];
    const head = left[rank] as bigint[];
    for (const row of left.slice(rank + 1)) {
      const [up, down] = [head[column] as bigint, row[column] as bigint];
      if (down === 0n) continue;
      for (let at = column; at < row.length; at += 1)
        row[at] = ((((row[at] as bigint) * up - (head[at] as bigint) * down) % prime) + prime) % prime;
    }
    rank += 1;
  }
  return rank;
};

/** The fewest people, below k, that some combination of the groups is about; null when there is none. */
const attack = (groups: readonly ReadonlySet<string>[]): number | null => {
  const ids = [...new Set(groups.flatMap((group) => [...group]))];
  const classes = new Map<string, number>();
  for (const id of ids) {
    const key = groups.map((group) => Number(group.has(id))).join("");
    classes.set(key, (classes.get(key) ?? 0) + 1);
  }
  const columns = [...classes.keys()];
  const weights = [...classes.values()];
  const unique = [...new Set(groups.map((_, row) => columns.map((key) => key[row]).join("")))];
  const matrix = (without: readonly number[]) =>
    unique.map((row) => [...row].map(Number).filter((_, column) => !without.includes(column)));
  const rank = findRank(matrix([]));
  const tryFrom = (set: readonly number[], from: number, weight: number): number | null => {
    for (let column = from; column < columns.length; column += 1) {
      const heavier = weight + (weights[column] as number);
      if (heavier >= k) continue;
      if (findRank(matrix([...set, column])) < rank) return heavier;
      const found = tryFrom([...set, column], column + 1, heavier);
      if (found !== null) return found;
    }
    return null;
  };
  return tryFrom([], 0, 0);
};

const person = fc.record({
  unit: fc.nat(5),
  tenure: fc.constantFrom("short", "long", null),
  contract: fc.constantFrom("fixed", "open", null),
});

const organisation = fc
  .record({
    ups: fc.array(fc.nat(100), { minLength: 2, maxLength: 5 }),
    people: fc.array(person, { minLength: 4, maxLength: 24 }),
  })
  .map(({ ups, people }): Organisation => {
    const rows = [["u0", null] as const, ...ups.map((up, index) => [`u${index + 1}`, `u${up % (index + 1)}`] as const)];
    return {
      rows,
      people: people.map(({ unit, tenure, contract }, index) => ({
        id: `p${index}`,
        unit: `u${unit % rows.length}`,
        values: [tenure, contract],
      })),
    };
  });

/** What may have changed when a wave is released again. */
const change = fc.record({
  late: fc.array(person, { maxLength: 4 }),
  erased: fc.array(fc.nat(30), { maxLength: 2 }),
  moved: fc.array(fc.tuple(fc.nat(30), fc.nat(5)), { maxLength: 2 }),
  team: fc.option(fc.tuple(fc.nat(5), fc.nat(5)), { nil: null }),
});

const alter = (
  { rows, people }: Organisation,
  { late, erased, moved, team }: typeof change extends fc.Arbitrary<infer C> ? C : never,
): Organisation => {
  const gone = new Set(erased.map((index) => `p${index}`));
  const places = new Map(moved.map(([index, unit]) => [`p${index}`, `u${unit % rows.length}`]));
  const kept = people
    .filter(({ id }) => !gone.has(id))
    .map((one) => ({ ...one, unit: places.get(one.id) ?? one.unit }));
  const added = late.map(({ unit, tenure, contract }, index) => ({
    id: `p${100 + index}`,
    unit: `u${unit % rows.length}`,
    values: [tenure, contract],
  }));
  // A team moves to a unit that comes before it, so that the tree stays one.
  const at = team === null ? 0 : team[0] % rows.length;
  const reorganised = rows.map((row, index) =>
    at > 0 && index === at ? ([row[0], `u${(team?.[1] ?? 0) % at}`] as const) : row,
  );
  return { rows: reorganised, people: [...kept, ...added] };
};

describe("what is shown of random organisations", () => {
  it("is about nobody or at least k people in every combination", async () => {
    let [groups, segments, rests] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(organisation, async (one) => {
        const published = await protect(one, []);
        groups += published.groups.length;
        segments += published.cells.filter(({ segment }) => segment !== null).length;
        rests += published.rollUps.length;
        expect(attack(published.groups)).toBeNull();
      }),
      { seed: 11, numRuns: 700 },
    );
    expect(groups).toBeGreaterThan(2000);
    expect(segments).toBeGreaterThan(500);
    expect(rests).toBeGreaterThan(50);
  }, 300_000);

  it("stays so when a wave is released again, where the ledger lets it", async () => {
    let [accepted, refused, caught] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(organisation, change, async (one, changes) => {
        const other = alter(one, changes);
        const first = await protect(one, []);
        const second = await protect(other, first.rollUps);
        const earlier = [{ number: 1, ...describeRelease(one, first) }];
        const conflict = findConflict({ earlier, ...describeRelease(other, second), findLeak });
        const found = attack([...first.groups, ...second.groups]);
        if (conflict === null) {
          accepted += 1;
          expect(found).toBeNull();
        } else {
          refused += 1;
          if (found !== null) caught += 1;
        }
      }),
      { seed: 12, numRuns: 700 },
    );
    expect(accepted).toBeGreaterThan(80);
    expect(refused).toBeGreaterThan(100);
    expect(caught).toBeGreaterThan(100);
  }, 300_000);
});

describe("the attacker", () => {
  it("finds a department minus its teams, and nothing where there is nothing", () => {
    const group = (...ids: string[]) => new Set(ids);
    const [a, b] = [group("p1", "p2", "p3"), group("p4", "p5", "p6")];
    expect(attack([group("p0", ...a, ...b), a, b])).toBe(1);
    expect(attack([group("p0", ...a, ...b), a])).toBeNull();
    expect(attack([])).toBeNull();
  });
});
