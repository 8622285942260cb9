import { describe, expect, it } from "vitest";
import {
  auditRelease,
  makeMeasure,
  makeMembership,
  makeRelease,
  type Person,
  type Shown,
  type Tree,
} from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1", T3: "D1" };
const measures = [makeMeasure("enps", "enps")];

/** Promoters, passives and detractors of a unit. */
const team = (unit: string, promoters: number, passives: number, detractors: number, tenure = "short"): Person[] =>
  [...Array(promoters).fill(100), ...Array(passives).fill(0), ...Array(detractors).fill(-100)].map((score, index) => ({
    unit,
    score,
    id: `${unit}${tenure}${index}`,
    tenure,
  }));

const auditTeams = async (people: readonly Person[], shown: readonly Shown[]) => {
  const organisation = { tree, instruments: ["enps"], people };
  return auditRelease(makeRelease({ ...organisation, measures, shown }), [makeMembership(organisation)]);
};

const words = ({ leaks }: Awaited<ReturnType<typeof auditTeams>>) =>
  leaks.map(({ attack, explanation }) => `${attack}: ${explanation}`);

describe("promoters, passives and detractors", () => {
  it("stay open in a team with some of each", async () => {
    const shown = [{ unit: "T1", promoters: 4, passives: 3, detractors: 3 }];
    expect(await auditTeams(team("T1", 4, 3, 3), shown)).toMatchObject({ verdict: "clean", leaks: [] });
  });

  it("are given away by an eNPS of -100, and not by one that is bounded", async () => {
    expect(words(await auditTeams(team("T1", 0, 0, 6), [{ unit: "T1" }]))).toContain(
      "interval: T1: 0 % of the scale of enps is left for somebody",
    );
    // The nearest whole person inside -80: 5 of 6 detractors, -500 / 6.
    expect(words(await auditTeams(team("T1", 0, 0, 6), [{ unit: "T1", enps: -80, bound: "at_most" }]))).toEqual([]);
  });

  it("are given away by counts without opposed pairs in a team with an eNPS of 0", async () => {
    const shown = [{ unit: "T1", promoters: 0, passives: 10, detractors: 0 }];
    expect(words(await auditTeams(team("T1", 0, 10, 0), shown))).toEqual([
      "interval: T1: 0 % of the scale of enps is left for somebody",
    ]);
  });

  it("are given away by two teams at the ends: the third has no pairs left", async () => {
    const people = [...team("T1", 0, 1, 5), ...team("T2", 5, 1, 0), ...team("T3", 0, 6, 0)];
    const shown: Shown[] = [
      { unit: "D1", promoters: 5, passives: 8, detractors: 5 },
      { unit: "T1" },
      { unit: "T2" },
      { unit: "T3" },
    ];
    // T1 and T2 have 5 at one end by their eNPS; 5 - 5 leaves no detractor for T3, where all 6 must be passive.
    expect(words(await auditTeams(people, shown))).toEqual([
      "interval: D1: 0 % of the scale of enps is left for somebody",
    ]);
    const moved: Shown[] = [
      { unit: "D1", promoters: 6, passives: 6, detractors: 6, parts_bound: "about" },
      ...shown.slice(1),
    ];
    expect(words(await auditTeams(people, moved))).toEqual([]);
  });

  it("are searched by linear programs where segments overlap", async () => {
    const people = [...team("T1", 0, 10, 0), ...team("T1", 5, 0, 5, "long"), ...team("T2", 4, 4, 4)];
    const segment = { attribute: "tenure", value: "short" };
    const shown: Shown[] = [
      { unit: "T1", promoters: 5, passives: 10, detractors: 5 },
      { unit: "D1", segment },
      { unit: "T1", segment, promoters: 0, passives: 10, detractors: 0 },
    ];
    const found = await auditTeams(people, shown);
    // T1's ten are passive by their own counts; the other ten of T1 are 5 and 5, so each may be either.
    expect(words(found)).toEqual(["interval: T1 [tenure: short]: 0 % of the scale of enps is left for somebody"]);
    expect(found.unproven).toBeUndefined();
  });
});
