import { describe, expect, it } from "vitest";
import { chanceOfWrongFlag, judgeTeam, type Labelled } from "../../../pipeline/assess/judge-team.ts";
import type { Level } from "../../../schemas/release.ts";

const signal = (measure: string, level: Level, probability = 0.9): Labelled => ({ measure, level, probability });
const others = (count: number) => Array.from({ length: count }, (_, index) => signal(`other ${index}`, "elevated"));

describe("judgeTeam", () => {
  it.each([
    ["elevated", 0, "elevated"],
    ["watch", 0, "watch"],
    ["no_signal", 0, "no_signal"],
    ["too_little_evidence", 0, "too_little_evidence"],
    ["no_signal", 1, "watch"],
    ["too_little_evidence", 1, "watch"],
    ["watch", 1, "watch"],
    ["no_signal", 2, "elevated"],
    ["watch", 3, "elevated"],
  ] as const)("primary %s with %i others on the list: %s", (primary, count, expected) => {
    expect(judgeTeam([signal("primary", primary), ...others(count)], "primary")).toBe(expected);
  });

  it("lets others that are only watched change nothing", () => {
    const watched = ["a", "b", "c"].map((measure) => signal(measure, "watch"));
    expect(judgeTeam([signal("primary", "no_signal"), ...watched], "primary")).toBe("no_signal");
  });

  it("can't settle a team that has no figure of the primary indicator", () => {
    expect(judgeTeam([signal("a", "no_signal")], "primary")).toBe("too_little_evidence");
    expect(judgeTeam(others(1), "primary")).toBe("watch");
    expect(judgeTeam(others(2), "primary")).toBe("elevated");
  });
});

describe("chanceOfWrongFlag", () => {
  it("is that of the primary indicator when it is on the list", () => {
    expect(chanceOfWrongFlag([signal("primary", "elevated", 0.93), ...others(2)], "primary")).toBe(0.07);
  });

  it("is at most that of the two surest others together", () => {
    // by hand: .05 + .1
    const signals = [
      signal("primary", "watch", 0.6),
      signal("a", "elevated", 0.8),
      signal("b", "elevated", 0.95),
      signal("c", "elevated", 0.9),
    ];
    expect(chanceOfWrongFlag(signals, "primary")).toBe(0.15);
  });

  it("is 0 where nothing is flagged", () => {
    expect(chanceOfWrongFlag([signal("primary", "watch", 0.6), ...others(1)], "primary")).toBe(0);
  });
});
