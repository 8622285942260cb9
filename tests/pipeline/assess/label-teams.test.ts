import { describe, expect, it } from "vitest";
import { expectWrongFlags, labelTeams } from "../../../pipeline/assess/label-teams.ts";

const teamsOf = (...probabilities: number[]) =>
  probabilities.map((probability, index) => ({ unit: `T${String(index).padStart(2, "0")}`, probability }));
const label = (...probabilities: number[]) => [...labelTeams(teamsOf(...probabilities)).values()];

describe("labelTeams", () => {
  it.each([
    // mean of (1 - P) over the first k: 0, .05, .0667, .1; the fifth would make .16
    [
      "fills the list up to a mean of 10 %",
      [1, 0.9, 0.9, 0.8, 0.6],
      ["elevated", "elevated", "elevated", "elevated", "watch"],
    ],
    // .3 + 0 + 0 = .1 exactly
    ["takes a list of exactly 10 %", [1, 1, 0.7], ["elevated", "elevated", "elevated"]],
    ["stops just above 10 %", [1, 0.999, 0.7], ["elevated", "elevated", "watch"]],
    [
      "keeps anyone below 70 % off the list",
      [1, 1, 1, 1, 0.699],
      ["elevated", "elevated", "elevated", "elevated", "watch"],
    ],
    ["flags nobody when the surest is below 90 %", [0.899, 0.5], ["watch", "watch"]],
    ["watches from 50 %", [0.5, 0.499], ["watch", "too_little_evidence"]],
    // mean of P over the lowest: 0, .05 exactly
    ["fills no signal up to a mean of 5 %", [0.1, 0], ["no_signal", "no_signal"]],
    ["stops no signal just above 5 %", [0.101, 0], ["too_little_evidence", "no_signal"]],
    [
      "keeps anyone above 30 % out of no signal",
      [0.301, 0.3, 0, 0, 0, 0, 0, 0, 0, 0],
      ["too_little_evidence", ...Array(9).fill("no_signal")],
    ],
    ["labels one team", [0.2], ["too_little_evidence"]],
  ])("%s", (_, probabilities, expected) => {
    expect(label(...probabilities)).toEqual(expected);
  });

  it("lets the unit code decide where a list ends among equals", () => {
    // .15 alone is over budget; with one certain team the list holds one of the two: (0 + .15) / 2, (0 + .15 + .15) / 3 = .1; .151 does not
    const levels = labelTeams([
      { unit: "b", probability: 0.849 },
      { unit: "a", probability: 0.849 },
      { unit: "c", probability: 1 },
    ]);
    expect(Object.fromEntries(levels)).toEqual({ c: "elevated", a: "elevated", b: "watch" });
  });

  it("gives nothing for no teams", () => {
    expect(labelTeams([]).size).toBe(0);
  });

  it("reads what is published, not the fractions behind it", () => {
    // as floats 1 - .9 is above .1 - 2e-17; in thousandths it is 100
    expect(label(0.9, 0.9, 0.9)).toEqual(["elevated", "elevated", "elevated"]);
  });
});

describe("expectWrongFlags", () => {
  it("adds up the chances of being wrong over the elevated teams only", () => {
    const teams = teamsOf(1, 0.9, 0.9, 0.8, 0.6);
    expect(expectWrongFlags(teams, labelTeams(teams))).toBe(0.4);
  });

  it("is 0 without elevated teams", () => {
    const teams = teamsOf(0.5, 0.1);
    expect(expectWrongFlags(teams, labelTeams(teams))).toBe(0);
  });
});
