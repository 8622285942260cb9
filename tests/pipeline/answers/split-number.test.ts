import { describe, expect, it } from "vitest";
import { splitNumber } from "../../../pipeline/answers/split-number.ts";

describe("splitNumber", () => {
  it.each([
    ["10 - Extremely likely", 10, "extremely likely", "before"],
    ["10 \u2013 Extremely likely", 10, "extremely likely", "before"],
    ["\ufeff0 - Not at all satisfied", 0, "not at all satisfied", "before"],
    ["10 (Always)", 10, "always", "before"],
    ["0 = Helemaal niet", 0, "helemaal niet", "before"],
    ["1. Never", 1, "never", "before"],
    ["1) Never", 1, "never", "before"],
    ["1: Never.", 1, "never", "before"],
    ["[1] Never", 1, "never", "before"],
    ["1-Never", 1, "never", "before"],
    ["-1 - No basis", -1, "no basis", "before"],
    ["<b>1</b> - Never", 1, "never", "before"],
    ["Agree (6)", 6, "agree", "after"],
    ["Agree [6]", 6, "agree", "after"],
    ["Agree - 6", 6, "agree", "after"],
    ["Agree: 6", 6, "agree", "after"],
    ["Agree=6", 6, "agree", "after"],
    ["Does not apply (-1)", -1, "does not apply", "after"],
  ] as const)("takes %j apart", (text, number, label, place) => {
    expect(splitNumber(text)).toEqual({ number, label, place });
  });

  it.each([
    "5",
    "Agree",
    "5 agree",
    "1-2 times",
    "1.5 hours",
    "6-10 dagen",
    "10%",
    "4/5",
    "(4)",
    "4)",
    "1 - 5",
    "",
    "A5",
  ])("finds no number with a label in %j", (text) => {
    expect(splitNumber(text)).toBeNull();
  });
});
