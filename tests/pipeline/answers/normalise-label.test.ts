import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanCell, normaliseLabel } from "../../../pipeline/answers/normalise-label.ts";

describe("normaliseLabel", () => {
  it.each([
    ["Strongly Agree", "strongly agree"],
    ["  Mee\u00a0eens ", "mee eens"],
    ["Mee\t \n eens", "mee eens"],
    ["\ufeffNever", "never"],
    ["Ne\u200bver", "never"],
    ["Ne\u00adver", "never"],
    ["Agree.", "agree"],
    ["Agree!!", "agree"],
    ["Agree . ", "agree"],
    ["d\u2019accord", "d'accord"],
    ["d\u2018accord", "d'accord"],
    ["e\u0301gal", "égal"],
    ["<b>Agree</b>", "agree"],
    ['<span style="color: red">Agree</span><br/>', "agree"],
    ["Agree&nbsp;", "agree"],
    ["d&#39;accord", "d'accord"],
    ["d&#x27;accord", "d'accord"],
    ["tr&egrave;s souvent", "très souvent"],
    ["h&auml;ufig", "häufig"],
    ["in sehr hohem Ma&szlig;", "in sehr hohem maß"],
    ["never / hardly ever", "never/hardly ever"],
    ["teils \u2013 teils", "teils - teils"],
    ["< 18", "< 18"],
    ["R&D", "r&d"],
    ["&unknown;", "&unknown;"],
    ["&#9999999;", "&#9999999;"],
    ["<br>", ""],
    ["", ""],
  ])("makes %j %j", (text, label) => {
    expect(normaliseLabel(text)).toBe(label);
  });

  it("gets through a long answer of dots", () => {
    const dots = ".".repeat(1_000_000);
    expect(normaliseLabel(`${dots}x`)).toBe(`${dots}x`);
  });

  it("leaves no outer blank and no invisible character, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const label = normaliseLabel(text);
        expect(label).toBe(label.trim());
        expect(label).not.toMatch(/[\u200b-\u200f\ufeff]/);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe("cleanCell", () => {
  it.each([
    ["\ufeff\u00a0", ""],
    [" 5\u200b", "5"],
    ["A B", "A B"],
  ])("makes %j %j", (text, cell) => {
    expect(cleanCell(text)).toBe(cell);
  });
});
