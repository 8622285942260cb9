import { describe, expect, it } from "vitest";
import { Certificate } from "../../../schemas/certificate.ts";
import { auditRelease, makeMembership, makeRelease, people, spread, standard, type Tree } from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1", D2: "org", T3: "D2" };
const show = (...units: string[]) => units.map((unit) => ({ unit }));

describe("audit", () => {
  it("calls a tree clean in which every remainder is nobody or at least k", async () => {
    const organisation = {
      tree,
      people: [...spread("D1", 5), ...spread("T1", 6), ...spread("T2", 7), ...spread("T3", 8)],
    };
    const release = makeRelease({ ...organisation, shown: show("org", "D1", "T1", "T2", "T3") });
    const certificate = await auditRelease(release, [makeMembership(organisation)]);
    expect(Certificate.parse(certificate)).toEqual(certificate);
    expect(certificate.leaks).toEqual([]);
    expect(certificate.verdict).toBe("clean");
    expect(certificate.bases).toEqual([
      {
        wave: "2026",
        questionnaire: "q",
        instrument: "energy",
        k: 5,
        respondents: 26,
        groups: 5,
        // org = D1 + T3: nothing new.
        rank: 4,
        // The five directly in D1, T1, T2, T3.
        atoms: 4,
        sets_tested: 0,
        smallest_support: 5,
        tightest_interval: 1,
        intervals_tested: 4,
      },
    ]);
  });

  it("finds the manager in a department less its teams", async () => {
    const organisation = { tree, people: [...spread("D1", 1), ...spread("T1", 6), ...spread("T2", 7)] };
    const release = makeRelease({ ...organisation, shown: show("D1", "T1", "T2") });
    const certificate = await auditRelease(release, [makeMembership(organisation)]);
    expect(certificate.verdict).toBe("leak");
    expect(certificate.leaks[0]).toEqual({
      attack: "set",
      wave: "2026",
      questionnaire: "q",
      instrument: "energy",
      measure: null,
      respondents: 1,
      combination: [
        { release: 1, unit: "D1", segment: null, coefficient: 1 },
        { release: 1, unit: "T2", segment: null, coefficient: -1 },
        { release: 1, unit: "T1", segment: null, coefficient: -1 },
      ],
      explanation: "D1 - T2 - T1 = 1 respondent",
    });
  });

  it("finds a grandchild left over between an organisation and what is shown below it", async () => {
    const organisation = { tree, people: [...spread("D1", 6), ...spread("T1", 7), ...spread("T3", 3)] };
    const release = makeRelease({ ...organisation, shown: show("org", "D1") });
    const [leak] = (await auditRelease(release, [makeMembership(organisation)])).leaks;
    expect(leak?.explanation).toBe("org - D1 = 3 respondents");
  });

  it("finds who is left of a team less its segments", async () => {
    const organisation = {
      tree,
      people: [...spread("T1", 10, { tenure: "short" }), ...people("T1", 2, 3, { tenure: "long" })],
    };
    const segment = { attribute: "tenure", value: "short" };
    const release = makeRelease({ ...organisation, shown: [{ unit: "T1" }, { unit: "T1", segment }] });
    const [leak] = (await auditRelease(release, [makeMembership(organisation)])).leaks;
    expect(leak?.explanation).toBe("T1 - T1 [tenure: short] = 2 respondents");
    expect(leak?.combination).toEqual([
      { release: 1, unit: "T1", segment: null, coefficient: 1 },
      { release: 1, unit: "T1", segment, coefficient: -1 },
    ]);
  });

  it("combines segments of a department and of its teams", async () => {
    // D1 short = T1 short + T2 short; with T1 and T2 and D1's other segment T1 long follows: T1 - (D1 short - T2 short).
    const organisation = {
      tree,
      people: [
        ...spread("T1", 10, { tenure: "short" }),
        ...people("T1", 3, 3, { tenure: "long" }),
        ...spread("T2", 10, { tenure: "short" }),
        ...people("T2", 9, 3, { tenure: "long" }),
      ],
    };
    const segment = { attribute: "tenure", value: "short" };
    const shown = [{ unit: "T1" }, { unit: "D1", segment }, { unit: "T2", segment }];
    const { leaks } = await auditRelease(makeRelease({ ...organisation, shown }), [makeMembership(organisation)]);
    expect(leaks[0]?.explanation).toBe("D1 [tenure: short] - T1 - T2 [tenure: short] = 3 respondents");
  });

  it("counts a roll-up as the people directly in its parent and the subtrees of its members", async () => {
    const organisation = { tree, people: [...spread("D1", 2), ...spread("T1", 4), ...spread("T2", 9)] };
    const rollUp = { unit: "D1-rest", name: "D1", parent: "D1", level: 2, leaf: true, members: ["T1"] };
    const input = { ...organisation, rollUps: [rollUp] };
    const certificate = await auditRelease(makeRelease({ ...input, shown: show("D1", "T2", "D1-rest") }), [
      makeMembership(organisation),
    ]);
    expect(certificate.verdict).toBe("clean");
    expect(certificate.bases[0]).toMatchObject({ groups: 3, rank: 2, smallest_support: 6 });
  });

  it("needs the k of detail for promoters, passives and detractors", async () => {
    const scores = (unit: string, count: number) =>
      spread(unit, count).map((person, index) => ({ ...person, score: [100, 0, -100][index % 3] as number }));
    const organisation = { tree, instruments: ["enps"], people: [...scores("T1", 12), ...scores("T2", 6)] };
    const parts = (unit: string, third: number) => ({
      unit,
      measure: "enps",
      promoters: third,
      passives: third,
      detractors: third,
    });
    const measure = { ...(await import("./organisations.ts")).makeMeasure("enps", "enps") };
    const release = makeRelease({ ...organisation, measures: [measure], shown: [parts("D1", 6), parts("T1", 4)] });
    const certificate = await auditRelease(release, [makeMembership(organisation)]);
    expect(certificate.bases[0]).toMatchObject({ smallest_support: 6, detail: { k: 10, groups: 2, rank: 2 } });
    expect(certificate.leaks.map(({ explanation }) => explanation)).toEqual(["D1 - T1 = 6 respondents"]);
  });

  it("is unproven without the people behind a base", async () => {
    const organisation = { tree, people: spread("T1", 8) };
    const certificate = await auditRelease(makeRelease({ ...organisation, shown: show("T1") }), []);
    expect(certificate.verdict).toBe("unproven");
    expect(certificate.unproven?.[0]).toMatchObject({ instrument: "energy", reason: "a membership is missing" });
  });

  it("gives the same certificate twice, and one with nothing in it for a release that shows nothing", async () => {
    const organisation = { tree, people: [...spread("D1", 1), ...spread("T1", 6)] };
    const memberships = [makeMembership(organisation)];
    const release = makeRelease({ ...organisation, shown: show("D1", "T1") });
    expect(await auditRelease(release, memberships)).toEqual(await auditRelease(release, memberships));
    const empty = await auditRelease(makeRelease({ ...organisation, shown: [] }), memberships);
    expect(empty).toMatchObject({ verdict: "clean", bases: [], leaks: [] });
  });

  it("names insiders when a figure is only too small because of them", async () => {
    const policy = { ...standard, insiders: 2, k: { mean: 7, detail: 12, crossed: 12 } };
    const organisation = { tree, people: [...spread("T1", 9), ...spread("D1", 6)] };
    const release = makeRelease({ ...organisation, policy, shown: show("D1", "T1") });
    const [leak] = (await auditRelease(release, [makeMembership(organisation)])).leaks;
    expect(leak).toMatchObject({ attack: "insider", respondents: 6, explanation: "D1 - T1 = 6 respondents" });
  });
});
