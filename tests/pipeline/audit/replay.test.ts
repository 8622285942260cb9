import { describe, expect, it } from "vitest";
import {
  auditRelease,
  makeMembership,
  makeRelease,
  type Person,
  people,
  type Shown,
  spread,
  standard,
  type Tree,
} from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1", D2: "org", T3: "D2" };
const show = (...units: string[]): Shown[] => units.map((unit) => ({ unit }));

type Snapshot = Parameters<typeof makeMembership>[0] & Partial<Parameters<typeof makeRelease>[0]>;

const publish = (number: number, snapshot: Snapshot, shown: readonly Shown[]) => ({
  number,
  release: makeRelease({ ...snapshot, shown }),
  memberships: [makeMembership(snapshot)],
});

/** The certificate of the last of some releases. */
const auditLast = (...releases: ReturnType<typeof publish>[]) => {
  const last = releases.at(-1) as ReturnType<typeof publish>;
  return auditRelease(last.release, last.memberships, { earlier: releases.slice(0, -1) });
};

/** What is about too few people. That an answer of one person is then known is the interval attack's. */
const wordAll = async (...releases: ReturnType<typeof publish>[]) =>
  (await auditLast(...releases)).leaks
    .filter(({ attack }) => attack !== "interval")
    .map(({ attack, explanation }) => `${attack}: ${explanation}`);

const team = [...spread("T1", 8), ...spread("T2", 9)];

describe("a wave that was published before", () => {
  it("is clean when the same groups of the same people are shown again", async () => {
    const snapshot = { tree, people: team };
    const certificate = await auditLast(
      publish(1, snapshot, show("D1", "T1")),
      publish(2, snapshot, show("D1", "T1", "T2")),
    );
    expect(certificate).toMatchObject({ verdict: "clean", releases: 2 });
    expect(certificate.bases[0]).toMatchObject({ groups: 3, rank: 2, smallest_support: 8 });
  });

  it("gives away a late answer by the difference of two means and two numbers", async () => {
    const late: Person = { unit: "T1", score: 5, id: "late" };
    const leaks = await wordAll(
      publish(1, { tree, people: team }, show("T1")),
      publish(2, { tree, people: [...team, late] }, show("T1")),
    );
    expect(leaks).toEqual(["replay: T1 (release 2) - T1 (release 1) = 1 respondent"]);
  });

  it("gives away one erased answer in the same way", async () => {
    const leaks = await wordAll(
      publish(3, { tree, people: team }, show("D1")),
      publish(4, { tree, people: team.slice(1) }, show("D1")),
    );
    expect(leaks).toEqual(["replay: D1 (release 3) - D1 (release 4) = 1 respondent"]);
  });

  it("gives away the team that moved under a new organisation chart", async () => {
    const crew = [...spread("T1", 3), ...spread("T2", 9), ...spread("T3", 8)];
    const moved: Tree = { ...tree, T1: "D2" };
    const leaks = await wordAll(
      publish(1, { tree, people: crew }, show("D1")),
      publish(
        2,
        { tree: { org: null, D1: "org", T2: "D1", D2: "org", T3: "D2", T1: moved["T1"] as string }, people: crew },
        show("D1", "D2"),
      ),
    );
    expect(leaks).toContain("replay: D1 (release 1) - D1 (release 2) = 3 respondents");
  });

  it("accepts late answers of k people at once, and of twice as many where they may be corrections", async () => {
    const lateOnes = (count: number) => people("T1", count).map((person, index) => ({ ...person, id: `late${index}` }));
    const [first, second] = [true, false].map((identified) => (count: number) => ({
      ...{ tree, identified },
      people: [...spread("T1", 10), ...lateOnes(count)],
    }));
    const wordLate = (snapshot: ((count: number) => Snapshot) | undefined, count: number) =>
      snapshot === undefined
        ? []
        : wordAll(publish(1, snapshot(0), show("T1")), publish(2, snapshot(count), show("T1")));
    expect(await wordLate(first, 5)).toEqual([]);
    expect(await wordLate(first, 4)).toEqual(["replay: T1 (release 2) - T1 (release 1) = 4 respondents"]);
    expect(await wordLate(second, 10)).toEqual([]);
    expect(await wordLate(second, 9)).toEqual(["replay: T1 (release 2) - T1 (release 1) = 4 respondents"]);
  });

  it("bets that a corrected record has the same answer here", async () => {
    // Three of T1 moved to D2 and changed something in their records: as answers six unknowns, as people three.
    const crew = [...spread("T1", 3), ...spread("T2", 9), ...spread("T3", 8)];
    const moved = crew.map((one) => (one.unit === "T1" ? { ...one, unit: "T3", record: `${one.id}-again` } : one));
    const leaks = await wordAll(
      publish(1, { tree, people: crew }, show("D1")),
      publish(2, { tree, people: moved }, show("D1", "D2")),
    );
    expect(leaks).toContain("replay: D1 (release 1) - D1 (release 2) = 3 respondents");
  });

  it("gives away a small segment that only a new release shows the rest of", async () => {
    const crew = [
      ...spread("T1", 12, { tenure: "short" }),
      ...people("T1", 3, 3, { tenure: "long", id: "x" }).map((one, index) => ({ ...one, id: `x${index}` })),
    ];
    const segment = { attribute: "tenure", value: "short" };
    const leaks = await wordAll(
      publish(1, { tree, people: crew }, show("T1")),
      publish(2, { tree, people: crew }, [{ unit: "T1", segment }]),
    );
    expect(leaks).toEqual(["replay: T1 (release 1) - T1 [tenure: short] (release 2) = 3 respondents"]);
  });

  it("combines what two audiences see", async () => {
    const crew = [...spread("D1", 2), ...team];
    const leaks = await wordAll(
      publish(1, { tree, people: crew }, show("D1", "T1")),
      publish(2, { tree, people: crew }, show("T2")),
    );
    expect(leaks).toEqual(["replay: D1 (release 1) - T2 (release 2) - T1 (release 1) = 2 respondents"]);
  });

  it("matches people without ids by what they answered, those who stay put first", async () => {
    const plain = (unit: string, records: readonly string[]): Person[] =>
      records.map((record) => ({ unit, score: 3, record }));
    const first = {
      tree,
      identified: false,
      people: [...plain("T1", ["a", "a", "b", "c", "d", "e"]), ...plain("T2", ["a", "a", "b", "b", "c"])],
    };
    const again = { ...first, people: [...first.people].reverse() };
    expect(await wordAll(publish(1, first, show("D1", "T1")), publish(2, again, show("D1", "T1")))).toEqual([]);
    const late = { ...first, people: [...first.people, { unit: "T2", score: 3, record: "a" }] };
    expect(await wordAll(publish(1, first, show("D1")), publish(2, late, show("D1")))).toEqual([
      "replay: D1 (release 2) - D1 (release 1) = 1 respondent",
    ]);
  });

  it("tells a leak of the new release as its own, not as a replay", async () => {
    const crew = [...spread("D1", 1), ...team];
    const leaks = await wordAll(
      publish(1, { tree, people: crew }, show("D1", "T1", "T2")),
      publish(2, { tree, people: crew }, show("D1", "T1", "T2")),
    );
    expect(leaks).toEqual(["set: D1 - T2 - T1 = 1 respondent"]);
  });
});

describe("two waves with one leaver", () => {
  const before = spread("T1", 9);
  const after = before.slice(1).map((person) => ({ ...person, record: `${person.id}-again` }));
  const policyOf = (stayers: "may_change" | "unchanged") => ({ ...standard, stayers });
  const joinWaves = (stayers: "may_change" | "unchanged") => {
    const policy = policyOf(stayers);
    const old = { tree, people: before, wave: "2025" };
    const now = { tree, people: after, wave: "2026" };
    const [first, second] = [
      makeRelease({ ...old, policy, shown: show("T1") }),
      makeRelease({ ...now, policy, shown: show("T1") }),
    ];
    const release = { ...second, waves: [...first.waves, ...second.waves], cells: [...first.cells, ...second.cells] };
    return auditRelease(release, [makeMembership(old), makeMembership(now)]);
  };

  it("are clean when an answer may change", async () => {
    expect(await joinWaves("may_change")).toMatchObject({ verdict: "clean", leaks: [] });
  });

  it("give the leaver away when who stays is taken to answer the same", async () => {
    const { leaks } = await joinWaves("unchanged");
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toMatchObject({
      attack: "set",
      wave: "2026",
      respondents: 1,
      explanation: "T1 (2025) - T1 (2026) = 1 respondent",
      combination: [
        { release: 1, unit: "T1", segment: null, coefficient: 1, wave: "2025" },
        { release: 1, unit: "T1", segment: null, coefficient: -1 },
      ],
    });
  });
});
