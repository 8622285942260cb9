import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { appendEntry } from "../../../pipeline/ledger/append-entry.ts";
import { openLedger } from "../../../pipeline/ledger/open-ledger.ts";
import { refuseConflicts } from "../../../pipeline/ledger/refuse-conflicts.ts";
import { UserError } from "../../../pipeline/user-error.ts";
import type { Membership } from "../../../schemas/membership.ts";
import type { Release } from "../../../schemas/release.ts";
import { makeTempFiles } from "../temp-files.ts";
import { findLeak, inTeams, makeRelease, people } from "./ledger-examples.ts";

const { folder: temporary } = makeTempFiles();
let made = 0;
let folder = "";
beforeEach(() => {
  folder = join(temporary, `ledger-${made++}`);
});

const teams = { T1: people("a", 10), T2: people("b", 10) };
const base = inTeams(teams);
const shown = ["ORG", "T1"];
const release = makeRelease({ shown });
const publish = (one: Release, membership: Membership) =>
  appendEntry(openLedger(folder), {
    kind: "release",
    text: JSON.stringify(one),
    audience: "everyone",
    tool: "vitascan 1",
    memberships: [membership],
    key: { bytes: Buffer.alloc(32, 7), origin: "made" },
  });
const outcome = (one: Release, membership: Membership): string => {
  try {
    refuseConflicts(openLedger(folder), { release: one, memberships: [membership] }, findLeak);
    return "accepted";
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return `${(error as UserError).exitCode}: ${(error as UserError).message.split(":")[0]}`;
  }
};

describe("refuseConflicts", () => {
  it("accepts the first release, the same again and fewer groups of it", () => {
    expect(outcome(release, base)).toBe("accepted");
    publish(release, base);
    expect(outcome(release, base)).toBe("accepted");
    expect(outcome(makeRelease({ shown: ["T1"] }), base)).toBe("accepted");
  });

  it("refuses a late answer, a weaker policy and another name", () => {
    publish(release, base);
    const late = inTeams({ ...teams, T1: [...teams.T1, "late.r"] });
    expect(outcome(release, late)).toBe("6: Wave 2026-spring can't be released again");
    const strict = makeRelease({ shown, policy: { insiders: 1 } });
    publish(strict, base);
    expect(outcome(release, base)).toMatch(/^7: policy\.insiders must not get weaker for wave 2026-spring/);
    expect(outcome(strict, base)).toBe("accepted");
    const renamed = inTeams(teams, { wave: "lente" });
    expect(outcome(makeRelease({ shown, wave: "lente" }), renamed)).toMatch(
      /^6: Wave lente must be called 2026-spring/,
    );
  });

  it("finds a conflict again after it was read back from files", () => {
    publish(makeRelease({ shown: ["D1"] }), inTeams({ T1: teams.T1, T2: people("b", 3) }));
    expect(outcome(makeRelease({ shown: ["T1"] }), inTeams({ T1: teams.T1, T2: people("b", 3) }))).toMatch(/^6: Wave/);
  });

  it("reads only memberships that matter", () => {
    publish(release, base);
    rmSync(join(folder, "private"), { recursive: true });
    const autumn = { wave: "2026-autumn", closed_date: "2026-10-20" };
    expect(outcome(makeRelease({ shown, ...autumn }), inTeams(teams, autumn))).toBe("accepted");
    const firm = makeRelease({ shown, ...autumn, policy: { stayers: "unchanged" } });
    expect(outcome(firm, inTeams(teams, autumn))).toMatch(/^6: /);
    expect(outcome(release, base)).toMatch(/^6: /);
  });
});
