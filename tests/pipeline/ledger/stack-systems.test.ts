import { describe, expect, it } from "vitest";
import { stackAll, stackSystems } from "../../../pipeline/ledger/stack-systems.ts";
import type { Membership } from "../../../schemas/membership.ts";
import type { Release } from "../../../schemas/release.ts";
import { findLeak, inTeams, makeMembership, makeRelease, people, readAtoms, smallTree } from "./ledger-examples.ts";

type Part = readonly [release: Release, membership: Membership];

const stack = (earlier: readonly Part[], [release, membership]: Part) =>
  stackSystems({
    earlier: earlier.map(([one, own], index) => ({ number: index + 1, release: one, memberships: [own] })),
    release,
    memberships: [membership],
  });

const means = (earlier: readonly Part[], current: Part) =>
  stack(earlier, current).filter(({ kind, isNew }) => kind === "mean" && isNew);
const leaks = (earlier: readonly Part[], current: Part) =>
  means(earlier, current).map(({ system, k }) => findLeak(system, k) !== null);

const teams = { T1: people("a", 10), T2: people("b", 10), T3: people("c", 10), T4: people("d", 10) };
const base = inTeams(teams);
const shown = ["ORG", "D1", "D2", "T1", "T2", "T3", "T4"];
const release = makeRelease({ shown });

describe("stackSystems", () => {
  it("has nothing to stack where nothing was published before", () => {
    expect(stack([], [release, base])).toEqual([]);
    const autumn = inTeams(teams, { wave: "2026-autumn" });
    const other = makeRelease({ shown, wave: "2026-autumn", closed_date: "2026-10-20" });
    expect(stack([[other, autumn]], [release, base])).toEqual([]);
  });

  it("has nothing new when people and groups are the same, also when fewer are shown", () => {
    expect(means([[release, base]], [release, base])).toEqual([]);
    expect(means([[release, base]], [makeRelease({ shown: ["ORG", "D1"] }), base])).toEqual([]);
  });

  it("puts other groups of the same people on the same atoms", () => {
    const [only] = means(
      [[makeRelease({ shown: ["ORG", "D1"] }), base]],
      [makeRelease({ shown: ["ORG", "T1"] }), base],
    );
    // ORG = 40 people, D1 = T1 + T2 = 20, T1 = 10. Of ORG, published twice, the first stays.
    expect(readAtoms((only as NonNullable<typeof only>).system)).toEqual({
      '[1,"2026-spring","D1"] [1,"2026-spring","ORG"]': 10,
      '[1,"2026-spring","D1"] [1,"2026-spring","ORG"] [2,"2026-spring","T1"]': 10,
      '[1,"2026-spring","ORG"]': 20,
    });
    expect(only).toMatchObject({ k: 5, scale: 1, waves: ["2026-spring"], instrument: "enps", view: "answers" });
  });

  it("finds a late answer", () => {
    const late = inTeams({ ...teams, T1: [...teams.T1, "late.answer"] });
    const [only] = means([[release, base]], [release, late]);
    const atoms = readAtoms((only as NonNullable<typeof only>).system);
    const fresh = Object.entries(atoms).filter(([key]) => !key.includes("[1,"));
    expect(fresh).toEqual([['[2,"2026-spring","D1"] [2,"2026-spring","ORG"] [2,"2026-spring","T1"]', 1]]);
    expect(leaks([[release, base]], [release, late])).toEqual([true]);
  });

  it.each([
    [4, true],
    [5, false],
  ])("lets late answers in from k together: %i", (count, leak) => {
    const late = inTeams({ ...teams, T1: [...teams.T1, ...people("late", count)] });
    expect(leaks([[release, base]], [release, late])).toEqual([leak]);
  });

  it("does not count late answers of two teams together", () => {
    const late = inTeams({ ...teams, T1: [...teams.T1, ...people("x", 3)], T3: [...teams.T3, ...people("y", 3)] });
    expect(leaks([[release, base]], [release, late])).toEqual([true]);
    const total = makeRelease({ shown: ["ORG"] });
    expect(leaks([[total, base]], [total, late])).toEqual([false]);
  });

  it("finds an erased answer", () => {
    const erased = inTeams({ ...teams, T2: teams.T2.slice(1) });
    expect(leaks([[release, base]], [release, erased])).toEqual([true]);
  });

  it("finds what only three releases tell together", () => {
    const [one, two] = [inTeams({ ...teams, T1: people("a", 15) }), inTeams({ ...teams, T1: people("a", 18) })];
    const total = makeRelease({ shown: ["ORG"] });
    expect(leaks([[total, base]], [total, two])).toEqual([false]);
    expect(
      leaks(
        [
          [total, base],
          [total, one],
        ],
        [total, two],
      ),
    ).toEqual([true]);
  });

  it("finds a moved team: the same people under another department", () => {
    const moved = smallTree.map(([unit, parent, invited]) => [unit, unit === "T2" ? "D2" : parent, invited] as const);
    const small = { ...teams, T2: people("b", 3) };
    const onlyDepartments = makeRelease({ shown: ["ORG", "D1", "D2"] });
    // D1 before - D1 after = T2: 3 people.
    const after = inTeams(small, { units: moved });
    expect(leaks([[onlyDepartments, inTeams(small)]], [makeRelease({ shown: ["D1"], units: moved }), after])).toEqual([
      true,
    ]);
    const whole = inTeams(teams, { units: moved });
    expect(leaks([[onlyDepartments, base]], [makeRelease({ shown: ["D1"], units: moved }), whole])).toEqual([false]);
  });

  it("finds a new segment that leaves fewer than k of a published unit", () => {
    const rows = [
      { unit: "T1", values: ["short"], people: people("s", 6) },
      { unit: "T1", values: ["long"], people: people("l", 3) },
      { unit: "T2", values: ["long"], people: people("m", 9) },
    ];
    const split = makeMembership({ rows, attributes: ["tenure"] });
    const [before, after] = [makeRelease({ shown: ["D1", "T1"] }), makeRelease({ shown: [["T1", "tenure", "short"]] })];
    expect(leaks([[before, split]], [after, split])).toEqual([true]);
    expect(leaks([[makeRelease({ shown: ["D1"] }), split]], [after, split])).toEqual([false]);
  });

  it("stacks what was made for another audience", () => {
    const board = makeRelease({ shown: ["ORG", "D1"] });
    const small = inTeams({ ...teams, T2: people("b", 3) });
    expect(leaks([[board, small]], [makeRelease({ shown: ["T1"] }), small])).toEqual([true]);
  });

  it("reads a roll-up as the people directly in its parent and those below its members", () => {
    const units = smallTree.map(([unit, parent]) => [unit, parent] as const);
    const rollUp = { unit: "D1+rest", name: "D1", parent: "D1", level: 2, leaf: true, members: ["T2", "T0"] };
    const rows = [
      { unit: "D1", people: ["manager.r"] },
      { unit: "T1", people: people("a", 6) },
      { unit: "T2", people: people("b", 4) },
    ];
    const membership = makeMembership({ rows, units });
    const [only] = means(
      [[makeRelease({ shown: ["D1"], units }), membership]],
      [makeRelease({ shown: ["D1+rest"], units, rollUps: [rollUp] }), membership],
    );
    expect(readAtoms((only as NonNullable<typeof only>).system)).toEqual({
      '[1,"2026-spring","D1"]': 6,
      '[1,"2026-spring","D1"] [2,"2026-spring","D1+rest"]': 5,
    });
  });

  it("tests parts of an eNPS with the k of the detail", () => {
    const late = inTeams({ ...teams, T1: [...teams.T1, ...people("late", 9)] });
    const detailed = makeRelease({ detail: ["ORG"] });
    const stacked = stack([[detailed, base]], [detailed, late]).filter(({ isNew }) => isNew);
    expect(
      stacked.map(({ kind, respondents, system, k }) => [kind, respondents, findLeak(system, k) !== null]),
    ).toEqual([
      ["mean", 5, false],
      ["detail", 10, true],
    ]);
  });

  it("keeps to the k of the earlier release when it was lower: what is out can't be taken back", () => {
    const strict = makeRelease({ shown: ["D1"], policy: { k: { mean: 10, detail: 20, crossed: 20 } } });
    expect(means([[makeRelease({ shown: ["T1"] }), base]], [strict, base]).map(({ k }) => k)).toEqual([5]);
  });

  it("refuses a cell of a unit that the wave did not have", () => {
    expect(() => stack([[release, base]], [makeRelease({ shown: ["T9"] }), base])).toThrow(
      "Unit T9 must be in the tree",
    );
  });
});

describe("corrected answers", () => {
  const corrected = { ...teams, T1: ["a0.corrected", ...teams.T1.slice(1)] };

  it("are one person with two versions when people have ids", () => {
    const stacked = means([[release, base]], [release, inTeams(corrected)]);
    expect(stacked.map(({ view, scale, k }) => ({ view, scale, k }))).toEqual([{ view: "answers", scale: 2, k: 10 }]);
    // T1 after - T1 before: two versions of half a person are one person, fewer than 5.
    expect(stacked.map(({ system, k }) => findLeak(system, k) !== null)).toEqual([true]);
  });

  it("count as half a person each without ids, as the same person may be behind two of them", () => {
    const blank = (rows: Readonly<Record<string, readonly string[]>>) =>
      inTeams(
        Object.fromEntries(
          Object.entries(rows).map(([unit, own]) => [unit, own.map((one) => `.${one.split(".")[1]}`)]),
        ),
        { identified: false },
      );
    const renew = (count: number) => ({
      ...teams,
      T1: [...people("new", count), ...teams.T1.slice(count)],
    });
    const weigh = (count: number) =>
      means([[release, blank(teams)]], [release, blank(renew(count))]).map(({ system, k, scale }) => [
        scale,
        findLeak(system, k) !== null,
      ]);
    // `count` records went and as many came: perhaps `count` people corrected, at most 2 x count. Weighs count.
    expect(weigh(4)).toEqual([[2, true]]);
    expect(weigh(5)).toEqual([[2, false]]);
  });

  it("are also tested as unchanged, since another instrument may be what was corrected", () => {
    const mixed = { ...teams, T1: ["a0.corrected", ...teams.T1.slice(1), ...people("late", 4)] };
    const stacked = means([[release, base]], [release, inTeams(mixed)]);
    // Seen by answers the difference is about 4 late people and one corrected: 5. If that one did not change: 4.
    expect(stacked.map(({ view, system, k }) => [view, findLeak(system, k) !== null])).toEqual([
      ["answers", false],
      ["people", true],
    ]);
  });
});

describe("ids that changed", () => {
  const number = (rows: Readonly<Record<string, readonly string[]>>) =>
    inTeams(
      Object.fromEntries(
        Object.entries(rows).map(([unit, own]) => [unit, own.map((one, at) => `${unit}${at}new.${one.split(".")[1]}`)]),
      ),
    );

  it("don't hide a late answer: people are then recognised by their answers", () => {
    const late = { ...teams, T1: [...teams.T1, "late.r"] };
    expect(leaks([[release, base]], [release, number(late)])).toEqual([true]);
    expect(means([[release, base]], [release, number(teams)])).toEqual([]);
  });

  it("are believed when others answered in the same units, and when other units answered", () => {
    const others = Object.fromEntries(["T1", "T2", "T3", "T4"].map((unit) => [unit, people(`new${unit}`, 10)]));
    const [strangers] = means([[release, base]], [release, inTeams(others)]);
    expect(strangers).toMatchObject({ scale: 1 });
    const half = makeRelease({ shown: ["T1"] });
    const [apart] = means(
      [[half, inTeams({ T1: teams.T1 })]],
      [makeRelease({ shown: ["T3"] }), inTeams({ T3: teams.T3 })],
    );
    expect(apart).toMatchObject({ scale: 1 });
  });
});

describe("participation", () => {
  const invite = (count: number) =>
    smallTree.map(([unit, parent, invited]) => [unit, parent, unit === "T1" ? count : invited] as const);
  const taking = makeRelease({ participating: ["ORG", "D1", "T1"] });
  const participation = (before: Membership, after: Membership, current = taking) =>
    stack([[taking, before]], [current, after]).filter(({ kind, isNew }) => kind === "participation" && isNew);

  it("has an atom for the invited in common and one for those who came", () => {
    const [only] = participation(inTeams(teams, { units: invite(12) }), inTeams(teams, { units: invite(14) }));
    const name = (release: number) => ["D1", "ORG", "T1"].map((unit) => `[${release},"2026-spring","${unit}"]`);
    expect(readAtoms((only as NonNullable<typeof only>).system)).toEqual({
      [[...name(1), ...name(2)].join(" ")]: 12,
      [name(2).join(" ")]: 2,
      '[1,"2026-spring","D1"] [1,"2026-spring","ORG"] [2,"2026-spring","D1"] [2,"2026-spring","ORG"]': 12,
      '[1,"2026-spring","ORG"] [2,"2026-spring","ORG"]': 24,
    });
    expect(findLeak((only as NonNullable<typeof only>).system, 5)).not.toBeNull();
  });

  it("is not new when as many are invited as before", () => {
    expect(participation(base, inTeams({ ...teams, T1: teams.T1.slice(1) }))).toEqual([]);
  });

  it("counts blocks of another release too: how many answered tells who took part", () => {
    const units = invite(3);
    const few = inTeams({ ...teams, T1: [], T2: people("b", 10) }, { units });
    const [before, after] = [makeRelease({ participating: ["D1"] }), makeRelease({ shown: ["T2"] })];
    const [only] = stack([[before, few]], [after, few]).filter(({ kind }) => kind === "participation");
    // Of the 15 invited to D1 are 12 in T2: the number of answers in T2 tells how many of 3 in T1 took part.
    expect(Object.values(readAtoms((only as NonNullable<typeof only>).system))).toEqual([3, 12]);
    expect(stack([[makeRelease({ shown: ["D1"] }), few]], [after, few]).map(({ kind }) => kind)).toEqual(["mean"]);
  });

  it("counts who answered where that is more than were invited", () => {
    const [only] = participation(
      inTeams({ ...teams, T1: people("a", 20) }),
      base,
      makeRelease({ participating: ["T1"] }),
    );
    const atoms = readAtoms((only as NonNullable<typeof only>).system);
    expect(Object.values(atoms).sort((a, b) => a - b)).toEqual([8, 12, 12, 24]);
  });
});

describe("stayers unchanged", () => {
  const policy = { stayers: "unchanged" } as const;
  const autumn = (rows: Readonly<Record<string, readonly string[]>>): Part => [
    makeRelease({ shown, policy, wave: "2026-autumn", closed_date: "2026-10-20" }),
    inTeams(rows, { wave: "2026-autumn" }),
  ];
  const later = (own: readonly string[]) => own.map((entry) => `${entry.split(".")[0]}.later`);
  const stayed = Object.fromEntries(Object.entries(teams).map(([unit, own]) => [unit, later(own)]));

  it("lays waves on each other by person, so that a leaver is found", () => {
    const left = { ...stayed, T1: later(teams.T1.slice(1)) };
    const stacked = means([[release, base]], autumn(left));
    expect(stacked.map(({ view, waves, system, k }) => [view, waves, findLeak(system, k) !== null])).toEqual([
      ["people", ["2026-spring", "2026-autumn"], true],
    ]);
  });

  it("has nothing new when everybody stayed", () => {
    expect(means([[release, base]], autumn(stayed))).toEqual([]);
  });

  it("is not asked when stayers may change", () => {
    const [other, membership] = autumn(stayed);
    const free = { ...other, policy: release.policy };
    expect(stack([[release, base]], [free, membership])).toEqual([]);
  });

  it("lays the waves of one release on each other too", () => {
    const [other, membership] = autumn({ ...stayed, T1: later(teams.T1.slice(1)) });
    const both = { ...other, waves: [...release.waves, ...other.waves], cells: [...release.cells, ...other.cells] };
    const stacked = stackSystems({ earlier: [], release: both, memberships: [base, membership] });
    expect(stacked.map(({ kind, system, k }) => [kind, findLeak(system, k) !== null])).toEqual([["mean", true]]);
  });

  it("is refused without ids", () => {
    const unknown = inTeams({ T1: [".r1"] }, { identified: false });
    expect(() => stack([[release, unknown]], autumn(stayed))).toThrow(
      "policy.stayers: unchanged can't be kept: people of questionnaire pulse in wave 2026-spring have no ids",
    );
  });
});

describe("stackAll", () => {
  it("has every base of everything published once", () => {
    const releases = [1, 2].map((number) => ({
      number,
      release: makeRelease({ shown: ["ORG"], participating: ["ORG"] }),
      memberships: [base],
    }));
    expect(stackAll(releases).map(({ kind, system }) => [kind, system.groups.length])).toEqual([
      ["mean", 1],
      ["participation", 1],
    ]);
    expect(stackAll([])).toEqual([]);
  });
});
