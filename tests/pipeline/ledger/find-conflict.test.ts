import { describe, expect, it } from "vitest";
import { explainConflict, findConflict } from "../../../pipeline/ledger/find-conflict.ts";
import type { Membership } from "../../../schemas/membership.ts";
import type { Release } from "../../../schemas/release.ts";
import { findLeak, inTeams, makeRelease, people, type ReleaseOptions } from "./ledger-examples.ts";

type Part = readonly [release: Release, membership: Membership];

const find = (earlier: readonly Part[], [release, membership]: Part) =>
  findConflict({
    earlier: earlier.map(([one, own], index) => ({ number: index + 1, release: one, memberships: [own] })),
    release,
    memberships: [membership],
    findLeak,
  });
const entries = [1, 2, 3].map((number) => ({
  number,
  release: String(number).repeat(64),
  waves: [{ wave: "2026-spring" }],
}));
const explain = (conflict: ReturnType<typeof find>) => (conflict === null ? null : explainConflict(conflict, entries));

const teams = { T1: people("a", 10), T2: people("b", 10), T3: people("c", 10), T4: people("d", 10) };
const base = inTeams(teams);
const late = inTeams({ ...teams, T1: [...teams.T1, "late.r"] });
const shown = ["ORG", "D1", "T1"];
const release = makeRelease({ shown });

describe("findConflict", () => {
  it("finds none where nothing or the same was published before", () => {
    expect(find([], [release, base])).toBeNull();
    expect(find([[release, base]], [release, base])).toBeNull();
    expect(find([[makeRelease({ shown: ["ORG"] }), base]], [release, base])).toBeNull();
  });

  it("names the earliest release that the leak needs", () => {
    const harmless = makeRelease({ shown: ["T3"] });
    const earlier: Part[] = [
      [harmless, base],
      [release, base],
      [release, base],
    ];
    expect(find(earlier, [release, late])).toEqual({
      kind: "leak",
      waves: ["2026-spring"],
      k: 5,
      earlier: [2],
      isOwn: true,
      isProven: true,
    });
  });

  it("tells what was already out from what this release would add", () => {
    const small = inTeams({ ...teams, T2: people("b", 3) });
    const earlier: Part[] = [
      [makeRelease({ shown: ["D1"] }), small],
      [makeRelease({ shown: ["T1"] }), small],
    ];
    const conflict = find(earlier, [makeRelease({ shown: ["T3"] }), small]);
    expect(conflict).toMatchObject({ earlier: [1, 2], isOwn: false });
    expect(explain(conflict)?.message).toMatch(
      /^Wave 2026-spring can't be released again: what was published before, in release 1 .* and release 2 .*, already tells a figure/,
    );
  });

  it("takes a search that was not finished for a leak, and says so", () => {
    const conflict = findConflict({
      earlier: [{ number: 1, release, memberships: [base] }],
      release,
      memberships: [late],
      findLeak: () => ({ respondents: null, combination: [] }),
    });
    expect(conflict).toMatchObject({ kind: "leak", earlier: [1], isProven: false });
    expect(explain(conflict)?.message).toContain("was not finished in time");
  });

  it.each<[string, ReleaseOptions]>([
    ["value", { shown, change: { enps: 11 } }],
    ["bound", { shown, change: { bound: "at_most" } }],
    ["number of respondents", { shown, change: { respondents: 11 } }],
  ])("finds another %s of the same people", (_, options) => {
    expect(find([[release, base]], [makeRelease(options), base])).toEqual({
      kind: "changed",
      waves: ["2026-spring"],
      measure: "enps.score",
      earlier: [1],
    });
  });

  it("finds another value of the people of one team when others were added elsewhere", () => {
    const more = inTeams({ ...teams, T3: people("c", 20) });
    const only = (change = {}) => makeRelease({ shown: ["T1"], change });
    expect(find([[only(), base]], [only({ enps: 11 }), more])).toMatchObject({ kind: "changed" });
    expect(find([[only(), base]], [only(), more])).toBeNull();
  });

  it("leaves alone how another tool rounded, but not whom its figures are about", () => {
    const theirs = { ...release, provenance: { ...release.provenance, config_hash: "" } };
    expect(find([[theirs, base]], [makeRelease({ shown, change: { enps: 11 } }), base])).toBeNull();
    expect(find([[theirs, base]], [release, late])).toMatchObject({ kind: "leak", earlier: [1] });
  });

  it("lets the value change with the people", () => {
    const more = inTeams({ ...teams, T1: people("a", 20) });
    expect(find([[release, base]], [makeRelease({ shown, change: { enps: 11 } }), more])).toBeNull();
  });

  it("compares parts only where both releases have them", () => {
    const detailed = (change = {}) => makeRelease({ detail: ["ORG"], change });
    expect(find([[detailed(), base]], [detailed({ promoters: 5, passives: 2 }), base])).toMatchObject({
      kind: "changed",
    });
    expect(find([[detailed(), base]], [makeRelease({ shown: ["ORG"] }), base])).toBeNull();
  });

  it("compares participation only where the whole membership is the same", () => {
    const taking = (change = {}) => makeRelease({ participating: ["ORG"], change });
    expect(find([[taking(), base]], [taking({ share: 0.6 }), base])).toMatchObject({
      kind: "changed",
      measure: "participation.pulse",
    });
    expect(find([[taking(), base]], [taking({ share: 0.6 }), late])).toBeNull();
  });

  it("compares statistics over the same teams and people", () => {
    const statistic = (value: number, respondents = 40) => ({
      ...release,
      statistics: [
        { wave: "2026-spring", measure: "enps.score", statistic: "icc2", value, respondents, teams: 5 } as const,
      ],
    });
    expect(find([[statistic(0.4), base]], [statistic(0.5), base])).toMatchObject({ kind: "changed", earlier: [1] });
    expect(find([[statistic(0.4), base]], [statistic(0.4), base])).toBeNull();
    expect(find([[statistic(0.4), base]], [statistic(0.5, 39), base])).toBeNull();
    const fewer = { ...statistic(0.5), cells: release.cells.slice(1) };
    expect(find([[statistic(0.4), base]], [fewer, base])).toBeNull();
  });
});

describe("explainConflict", () => {
  it("says which release, what would be told and what to do, with exit code 6", () => {
    const error = explain(find([[release, base]], [release, late]));
    expect(error?.exitCode).toBe(6);
    expect(error?.message).toBe(
      "Wave 2026-spring can't be released again: together with release 1 (111111111111…, of 2026-spring), it would tell a " +
        "figure about fewer than 5 respondents. Late, corrected and erased answers, moved teams and new groups wait until " +
        "every difference is nobody or at least 5 people. Put answers, rosters, attributes and policy back to what that " +
        "release was made from, or leave the wave out of scan.yaml; the release that is out stays valid.",
    );
  });

  it("says that a closed wave is frozen", () => {
    const error = explain(find([[release, base]], [makeRelease({ shown, change: { enps: 11 } }), base]));
    expect(error?.message).toContain(
      "release 1 (111111111111…, of 2026-spring) published enps.score of the same people with another value, and a closed wave is frozen",
    );
  });

  it("says it of waves that tell something only when nobody changed", () => {
    const error = explainConflict(
      { kind: "leak", waves: ["a", "b"], k: 5, earlier: [], isOwn: true, isProven: true },
      [],
    );
    expect(error.message).toMatch(
      /^Waves a and b can't be released: if nobody who stayed answered otherwise, it would tell/,
    );
  });

  it("names no unit, value or count of the people", () => {
    const error = explain(find([[release, base]], [makeRelease({ shown, change: { enps: 11 } }), late]));
    for (const secret of ["T1", "D1", "ORG", "11", "late"])
      expect(error?.message.replaceAll("1".repeat(12), "")).not.toContain(secret);
  });
});
