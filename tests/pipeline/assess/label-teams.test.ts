import { describe, expect, it } from "vitest";
import { labelSignals } from "../../../pipeline/assess/label-teams.ts";

const teamsOf = (...probabilities: number[]) =>
  probabilities.map((probability, index) => signal(`T${String(index).padStart(2, "0")}`, probability));
const signal = (unit: string, probability: number, measure = "m") => ({ unit, measure, probability });
const label = (...probabilities: number[]) => labelSignals(teamsOf(...probabilities));

describe("labelSignals", () => {
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
    const teams = [signal("b", 0.849), signal("a", 0.849), signal("c", 1)];
    expect(labelSignals(teams)).toEqual(["watch", "elevated", "elevated"]);
  });

  it("gives nothing for no teams", () => {
    expect(labelSignals([])).toEqual([]);
  });

  it("reads what is published, not the fractions behind it", () => {
    // as floats 1 - .9 is above .1 - 2e-17; in thousandths it is 100
    expect(label(0.9, 0.9, 0.9)).toEqual(["elevated", "elevated", "elevated"]);
  });
});

describe("labelSignals of several indicators", () => {
  it("fills one elevated list over all of them", () => {
    // by hand: alone, .85 is over budget; with three certain signals of the other indicator the mean is .15 / 4
    const certain = ["A", "B", "C"].map((unit) => signal(unit, 1, "other"));
    expect(labelSignals([signal("A", 0.85, "first")])).toEqual(["watch"]);
    expect(labelSignals([signal("A", 0.85, "first"), ...certain])).toEqual(Array(4).fill("elevated"));
  });

  it("keeps the promise of no signal for each of them by itself", () => {
    // by hand: together the mean is .1 / 4, but of the first alone it is .1
    const quiet = ["A", "B", "C"].map((unit) => signal(unit, 0, "other"));
    expect(labelSignals([signal("A", 0.1, "first"), ...quiet])).toEqual([
      "too_little_evidence",
      ...Array(3).fill("no_signal"),
    ]);
  });

  it("lets the measure's name decide between equal signals of one team", () => {
    // .15 + .15 over three signals is .1; .151 twice is not
    const signals = [signal("a", 0.849, "second"), signal("a", 0.849, "first"), signal("b", 1, "first")];
    expect(labelSignals(signals)).toEqual(["watch", "elevated", "elevated"]);
  });
});
