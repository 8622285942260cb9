import { describe, expect, it } from "vitest";
import { looksLikeCodeOf } from "../../../pipeline/validate/looks-like-code.ts";

const looksLike = (text: string, ...codes: string[]) => looksLikeCodeOf(codes.map((unit) => ({ unit })))(text);

describe("looksLikeCodeOf", () => {
  it.each([
    ["T99", "T1"],
    ["T100", "T99"],
    ["TZ-07", "TZ-01"],
    ["9-2", "1-5"],
    ["12", "7"],
    ["HR", "ORG"],
    ["a.3/b_1", "x.1/y_2"],
    ["Zorg2", "Thuis1"],
  ])("shows %s beside %s", (text, known) => {
    expect(looksLike(text, "Something else", known)).toBe(true);
  });

  it.each([
    ["a first name", "Anneke", "Teamzuid"],
    ["a name in capitals", "DEVRIES", "ZORGTEAM"],
    ["a full name", "Anneke de Vries", "Team de Een"],
    ["an e-mail address", "a.devries1@example.org", "a.b@c.d"],
    ["a sentence", "Too much work since 2024", "T1"],
    ["a telephone number", "0612345678", "101"],
    ["a date of birth", "1980-02-17", "1-2-3"],
    ["a postal code with a blank", "1234 AB", "12 A"],
    ["a word with an invisible mark", "T\u200b1", "T1"],
    ["more than 20 characters", `T${"1".repeat(20)}`, `T${"1".repeat(20)}`],
    ["another shape", "T99", "12"],
    ["small letters for capitals", "t99", "T1"],
    ["a formula", "=1+1", "=1+1"],
    ["a blank cell", "", ""],
  ])("withholds %s", (_, text, known) => {
    expect(looksLike(text, known)).toBe(false);
  });

  it("shows nothing beside an empty roster", () => {
    expect(looksLike("T1")).toBe(false);
  });
});
