import { describe, expect, it } from "vitest";
import { type CalibrationInput, calibrate } from "../../../pipeline/assess/calibrate.ts";
import { Calibration } from "../../../schemas/release.ts";

/** 200 teams of 6 to 35 people of whom 40 to 90 % answered, ICC .10; every tenth team lies beyond 1.28 standard deviations of teams' means. */
const teams = Array.from({ length: 200 }, (_, index) => {
  const invited = 6 + (index % 30);
  return { respondents: Math.max(5, Math.round(invited * (0.4 + 0.5 * ((index * 7) % 10) * 0.1))), invited };
});
const usual: CalibrationInput = {
  teams,
  variance: 1,
  reliability: 0.9,
  mean: 0,
  betweenTeamSd: Math.sqrt(0.1 / 0.9),
  line: { kind: "absolute", value: 0.52 },
};

describe("calibrate", () => {
  const found = calibrate(usual, { seed: 1 });

  it("finds as much as the simulations of the method do", () => {
    // R, 200 teams, ICC .10, 10 % elevated: 8.5 % of flags wrong, 36 % found, 59 % with watch, 2.6 % missed in no signal
    expect(() => Calibration.parse(found)).not.toThrow();
    expect(found.scans).toBe(80);
    expect(Math.abs(found.teams_beyond - 0.1)).toBeLessThan(0.02);
    expect(found.flags_right).toBeGreaterThan(0.87);
    expect(Math.abs((found.found ?? 0) - 0.36)).toBeLessThan(0.08);
    expect(Math.abs((found.found_or_watched ?? 0) - 0.59)).toBeLessThan(0.08);
    expect(found.quiet_wrong).toBeLessThan(0.05);
  });

  it("flags more where more can be known", () => {
    const all = teams.map(({ invited }) => ({ respondents: invited, invited }));
    expect(calibrate({ ...usual, teams: all }, { seed: 1 }).found).toBeGreaterThan((found.found ?? 1) + 0.2);
  });

  it("hardly ever flags when teams are the same", () => {
    expect(found.scans_with_false_flag).toBeLessThan(0.1);
    const far = calibrate({ ...usual, teams: teams.slice(0, 20), line: { kind: "absolute", value: 3 } }, { seed: 1 });
    expect(far).toMatchObject({
      scans: 400,
      scans_with_false_flag: 0,
      teams_beyond: 0,
      flags_right: null,
      found: null,
    });
  });

  it("repeats itself with the same seed and tells how far it is", () => {
    const few = { ...usual, teams: teams.slice(0, 12) };
    const shares: number[] = [];
    const first = calibrate(few, { seed: 5, announce: (share) => shares.push(share) });
    expect(calibrate(few, { seed: 5 })).toEqual(first);
    expect(shares).toHaveLength(first.scans);
    expect(shares.at(-1)).toBe(1);
  });

  it("is about the team as such where nobody knows who was invited", () => {
    const unknown = teams.map(({ respondents }) => ({ respondents, invited: null }));
    const asSuch = calibrate({ ...usual, teams: unknown, reliability: undefined }, { seed: 1 });
    // R: 4 % found of teams truly elevated as such
    expect(asSuch.found).toBeLessThan(0.15);
  });

  it("takes a line of the own organisation from its mean", () => {
    const line = { kind: "own_organisation", distance: 0.3 } as const;
    const few = { ...usual, teams: teams.slice(0, 20), line };
    const [low, high] = [0, 7].map((mean) => calibrate({ ...few, mean }, { seed: 1 }));
    expect(high?.teams_beyond).toBe(low?.teams_beyond);
    expect(high?.found).toBeCloseTo(low?.found ?? Number.NaN, 1);
  });
});
