import { describe, expect, it } from "vitest";
import { isKnownWording } from "../../../pipeline/answers/known-words.ts";

describe("isKnownWording", () => {
  it.each([
    "Somewhat agree",
    "somewhat AGREE (8)",
    "8 - Somewhat agree",
    "Soms",
    "ja, nooit",
    "Stimme eher zu",
    "tout à fait d'accord",
    "never/always",
    "agree, disagree",
  ])("knows every word of %j", (text) => {
    expect(isKnownWording(text)).toBe(true);
  });

  it.each([
    "De Groot",
    "Klein",
    "Ni",
    "Anna",
    "Anna Agree",
    "agree with Anna",
    "never@always.nl",
    "agree 0612345678",
    "agree (612345678)",
    "1234 - agree",
    "12",
    "5;6",
    "",
    " ",
    "(6)",
    "never: because they do not listen",
    "agree ".repeat(11),
  ])("does not know %j", (text) => {
    expect(isKnownWording(text)).toBe(false);
  });

  it("knows the analyst's own labels and their words, but no others", () => {
    expect(isKnownWording("Prima", ["prima", "matig"])).toBe(true);
    expect(isKnownWording("zeer matig", ["prima", "matig"])).toBe(true);
    expect(isKnownWording("Prima Donna", ["prima", "matig"])).toBe(false);
    expect(isKnownWording("Prima")).toBe(false);
  });
});
