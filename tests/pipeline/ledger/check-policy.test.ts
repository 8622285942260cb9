import { describe, expect, it } from "vitest";
import { checkNames } from "../../../pipeline/ledger/check-names.ts";
import { checkPolicy } from "../../../pipeline/ledger/check-policy.ts";
import { UserError } from "../../../pipeline/user-error.ts";
import type { Policy } from "../../../schemas/policy.ts";
import { standard } from "../protect/organisations.ts";
import { inTeams } from "./ledger-examples.ts";

type Change = Partial<Policy>;

const middle: Policy = {
  ...standard,
  k: { mean: 10, detail: 20, crossed: 20 },
  insiders: 1,
  enps_band: { low: -70, high: 70, below: 30 },
  open_share: 0.6,
  statistics: { teams: 6, degrees_of_freedom: 60 },
  stayers: "unchanged",
};

const publish = (number: number, wave: string, change: Change = {}) => ({
  number,
  id: String(number).repeat(64),
  release: {
    waves: [{ wave, opened_date: "2026-04-01", closed_date: "2026-04-24" }],
    policy: { ...middle, ...change, hash: "" },
  },
});

const check = (change: Change, earlier = [publish(1, "spring")], wave = "spring") =>
  checkPolicy(earlier, publish(9, wave, change).release);

const refusal = (work: () => void, code: number): string => {
  try {
    work();
  } catch (error) {
    expect((error as UserError).exitCode).toBe(code);
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  throw new Error("must be refused");
};

describe("checkPolicy", () => {
  it.each<[string, Change]>([
    ["k.mean", { k: { mean: 9, detail: 20, crossed: 20 } }],
    ["k.detail", { k: { mean: 10, detail: 19, crossed: 20 } }],
    ["k.crossed", { k: { mean: 10, detail: 20, crossed: 19 } }],
    ["insiders", { insiders: 0 }],
    ["open_share", { open_share: 0.5 }],
    ["enps_band.low", { enps_band: { low: -71, high: 70, below: 30 } }],
    ["enps_band.high", { enps_band: { low: -70, high: 71, below: 30 } }],
    ["enps_band.below", { enps_band: { low: -70, high: 70, below: 29 } }],
    ["statistics.teams", { statistics: { teams: 5, degrees_of_freedom: 60 } }],
    ["statistics.degrees_of_freedom", { statistics: { teams: 6, degrees_of_freedom: 59 } }],
    ["stayers", { stayers: "may_change" }],
  ])("refuses a weaker %s for a published wave, with exit code 7", (name, change) => {
    const message = refusal(() => check(change), 7);
    expect(message).toContain(`policy.${name} must not get weaker for wave spring: release 1 (111111111111…)`);
    expect(message.split("\n")).toHaveLength(1);
  });

  it("allows the same and stricter, and any roll_up", () => {
    expect(() => check({})).not.toThrow();
    expect(() => check({ roll_up: false })).not.toThrow();
    const stricter: Change = {
      k: { mean: 15, detail: 25, crossed: 25 },
      insiders: 2,
      enps_band: { low: -60, high: 60, below: 40 },
      open_share: 0.7,
      statistics: { teams: 7, degrees_of_freedom: 70 },
    };
    expect(() => check(stricter)).not.toThrow();
  });

  it("leaves other waves alone", () => {
    expect(() => check({ insiders: 0 }, [publish(1, "autumn")])).not.toThrow();
    expect(() => check({ insiders: 0 }, [])).not.toThrow();
  });

  it("names the release that asks most, and every measure", () => {
    const earlier = [
      publish(1, "spring"),
      publish(2, "spring", { insiders: 3 }),
      publish(3, "spring", { insiders: 3 }),
    ];
    const lines = refusal(() => check({ insiders: 1, open_share: 0.5 }, earlier), 7).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("release 2 (222222222222…) published it under 3, found 1. Set it to 3 or stricter");
    expect(lines[1]).toContain("policy.open_share must not get weaker");
  });
});

describe("checkNames", () => {
  const name = (number: number, wave: string, closed_date: string, questionnaire = "pulse") => ({
    number,
    release: { waves: [{ wave, opened_date: "2026-04-01", closed_date }] },
    memberships: [inTeams({}, { wave, questionnaire })],
  });
  const before = [name(1, "spring", "2026-04-24")];

  it("allows what is called as before, and what is new", () => {
    expect(() => checkNames(before, name(2, "spring", "2026-04-24"))).not.toThrow();
    expect(() => checkNames(before, name(2, "autumn", "2026-10-20", "other"))).not.toThrow();
    expect(() => checkNames([], name(1, "spring", "2026-04-24"))).not.toThrow();
  });

  it.each([
    ["a wave", name(2, "lente", "2026-04-24"), "Wave lente must be called spring, as in release 1"],
    [
      "another wave",
      name(2, "spring", "2026-10-20"),
      "Wave spring must close on 2026-04-24, as in release 1, found 2026-10-20",
    ],
    [
      "a questionnaire",
      name(2, "spring", "2026-04-24", "mood"),
      "Questionnaire mood must be called pulse in wave spring, as in release 1",
    ],
  ])("refuses %s under the wrong name, with exit code 6", (_, current, message) => {
    expect(refusal(() => checkNames(before, current), 6)).toContain(message);
  });
});
