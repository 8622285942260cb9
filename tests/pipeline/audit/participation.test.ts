import { describe, expect, it } from "vitest";
import {
  auditRelease,
  makeMeasure,
  makeMembership,
  makeRelease,
  type Shown,
  spread,
  type Tree,
} from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1" };
const measures = [makeMeasure("energy"), makeMeasure("participation.q", "participation")];
const invite = (unit: string, respondents: number, invited: number): Shown => ({
  unit,
  measure: "participation.q",
  respondents,
  invited,
  share: Number((respondents / invited).toFixed(6)),
});

describe("participation", () => {
  it("is clean when every remainder of the invited is nobody or at least k", async () => {
    const organisation = {
      tree,
      people: [...spread("T1", 8), ...spread("T2", 8)],
      invited: { org: 0, D1: 0, T1: 9, T2: 9 },
    };
    const shown = [{ unit: "D1" }, { unit: "T1" }, invite("D1", 16, 18), invite("T1", 8, 9)];
    const certificate = await auditRelease(makeRelease({ ...organisation, measures, shown }), [
      makeMembership(organisation),
    ]);
    expect(certificate.leaks).toEqual([]);
    expect(certificate.bases.find(({ instrument }) => instrument === null)).toMatchObject({
      respondents: 16,
      groups: 2,
      rank: 2,
      smallest_support: 9,
      tightest_interval: null,
      intervals_tested: 0,
    });
  });

  it("finds the manager who was invited, though nobody is left among those who answered", async () => {
    const organisation = {
      tree,
      people: [...spread("T1", 9), ...spread("T2", 9)],
      invited: { org: 0, D1: 1, T1: 9, T2: 9 },
    };
    const shown = [invite("D1", 18, 19), invite("T1", 9, 9), invite("T2", 9, 9)];
    const { leaks } = await auditRelease(makeRelease({ ...organisation, measures, shown }), [
      makeMembership(organisation),
    ]);
    expect(leaks.map(({ explanation }) => explanation)).toEqual(["D1 - T1 - T2 = 1 invited"]);
  });

  it("counts figures of an instrument too: their numbers tell who did not answer", async () => {
    const organisation = {
      tree,
      people: [...spread("T1", 9), ...spread("T2", 9)],
      invited: { org: 0, D1: 1, T1: 9, T2: 9 },
    };
    const shown = [invite("D1", 18, 19), { unit: "T1" }, { unit: "T2" }];
    const { leaks } = await auditRelease(makeRelease({ ...organisation, measures, shown }), [
      makeMembership(organisation),
    ]);
    expect(leaks.map(({ explanation }) => explanation)).toEqual(["D1 - T1 - T2 = 1 invited"]);
  });

  it("takes those who answered for the invited where they are more", async () => {
    const organisation = { tree, people: spread("T1", 9), invited: { org: 0, D1: 0, T1: 7, T2: 0 } };
    const shown = [invite("T1", 9, 9)];
    expect(
      await auditRelease(makeRelease({ ...organisation, measures, shown }), [makeMembership(organisation)]),
    ).toMatchObject({
      verdict: "clean",
      bases: [{ instrument: null, smallest_support: 9 }],
    });
  });
});
