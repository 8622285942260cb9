import { describe, expect, it } from "vitest";
import {
  capitalise,
  formatCount,
  formatDate,
  formatNumber,
  formatPoints,
  formatProbability,
  joinWords,
  shortenProbability,
} from "../../reports/formats.ts";

describe("formatNumber", () => {
  it("writes the decimal and thousands marks of the language", () => {
    expect(formatNumber(1234567.891, 2, "nl")).toBe("1.234.567,89");
    expect(formatNumber(1234567.891, 2, "en")).toBe("1,234,567.89");
    expect(formatNumber(999, 0, "nl")).toBe("999");
  });

  it("writes a true minus sign, and none for a value that rounds to zero", () => {
    expect(formatNumber(-8.04, 1, "nl")).toBe("\u22128,0");
    expect(formatNumber(-0.04, 1, "nl")).toBe("0,0");
  });
});

describe("formatPoints", () => {
  it("always shows the sign of points, except at zero", () => {
    expect([12.4, 0, 0.3, -0.3, -8].map((value) => formatPoints(value, "nl"))).toEqual([
      "+12",
      "0",
      "0",
      "0",
      "\u22128",
    ]);
  });
});

describe("formatProbability", () => {
  it.each([
    [0.974, "95\u00a0%"],
    [0.976, "meer dan 95\u00a0%"],
    [1, "meer dan 95\u00a0%"],
    [0.72, "70\u00a0%"],
    [0.73, "75\u00a0%"],
    [0.026, "5\u00a0%"],
    [0.024, "minder dan 5\u00a0%"],
    [0, "minder dan 5\u00a0%"],
  ])("rounds %f to a step of 5 %% and never claims certainty", (probability, written) => {
    expect(formatProbability(probability, "nl")).toBe(written);
  });

  it("is short in a column", () => {
    expect(shortenProbability(0.999, "en")).toBe("> 95%");
    expect(shortenProbability(0.001, "nl")).toBe("< 5\u00a0%");
  });
});

describe("formatCount, formatDate and joinWords", () => {
  it("keeps a count that is published as fewer than k", () => {
    expect(formatCount({ fewer_than: 5 }, "nl")).toBe("minder dan 5");
    expect(formatCount({ more_than: 1195 }, "nl")).toBe("meer dan 1.195");
    expect(formatCount({ more_than: 95 }, "en")).toBe("more than 95");
    expect(formatCount(1200, "en")).toBe("1,200");
  });

  it("writes dates in words without a time zone", () => {
    expect(formatDate("2025-10-01", "nl")).toBe("1 oktober 2025");
    expect(formatDate("2025-03-31", "en")).toBe("31 March 2025");
  });

  it("joins words as in a sentence", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => joinWords(words, "en"))).toEqual([
      "",
      "a",
      "a en b",
      "a, b en c",
    ]);
  });
});

describe("capitalise", () => {
  it.each([
    ["welbevinden", "Welbevinden"],
    ["één", "Één"],
    ["eNPS-vraag", "eNPS-vraag"],
    ["", ""],
  ])("writes %j as %j", (text, capital) => {
    expect(capitalise(text)).toBe(capital);
  });
});
