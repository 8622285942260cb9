import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { english } from "../../reports/texts/texts.en.ts";
import { dutch } from "../../reports/texts/texts.nl.ts";

const root = fileURLToPath(new URL("../../reports/", import.meta.url));
const sources = (readdirSync(root, { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !/^texts[\\/].*\.(nl|en)\.ts$/.test(file))
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

/** Keys that are looked up by a value of the release: their parent's name stands in the code. */
const byValue = new Set([
  "areas",
  "levels",
  "levelsShort",
  "levelMeaning",
  "notAssessed",
  "bounds",
  "missing",
  "verified",
  "rules",
  "actions",
  "statisticNames",
  "stands",
  "verdicts",
  "headline",
  "directions",
  "chartTitles",
  "together_words",
  "lineFixed",
  "currencies",
  "assumed",
]);

function listKeys(texts: object, parent = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value) && !byValue.has(key)
      ? [key, ...listKeys(value as object, key)]
      : [parent === "" ? key : `${parent}.${key}`],
  );
}

describe("texts", () => {
  it("has no key that nothing uses", () => {
    const unused = listKeys(dutch).filter((key) => !new RegExp(`\\b${key.replace(".", "\\.")}\\b`).test(sources));
    expect(unused).toEqual([]);
  });

  it("has the same keys in both languages", () => {
    expect(listKeys(english)).toEqual(listKeys(dutch));
    expect(english.glossary.entries.length).toBe(dutch.glossary.entries.length);
  });

  it("counts one team in the singular", () => {
    expect(dutch.answer.headline(1, 40)).toBe("1 van de 40 teams heeft een verhoogd signaal");
    expect(dutch.answer.headline(2, 40)).toBe("2 van de 40 teams hebben een verhoogd signaal");
    expect(english.answer.headline(1, 40)).toBe("1 of the 40 teams has an elevated signal");
    expect(dutch.answer.hidden(1)).toContain("1 team wordt niet getoond");
    expect(english.answer.hidden(3)).toContain("3 teams are not shown");
  });

  it("does not count wrong teams in tenths of a team alone", () => {
    expect(dutch.answer.wrongFew(4, "0,1")).toContain("minder dan één van deze 4 teams");
    expect(english.answer.wrongFew(4, "0.1")).toContain("fewer than one of these 4 teams");
  });

  it("turns the line around when higher is better", () => {
    const facts = { line: "4,20", measure: "Energie", side: "better" } as const;
    expect(dutch.answer.claimMembers(facts)).toContain("onder de lijn van 4,20");
    expect(english.answer.claimMembers(facts)).toContain("below the line of 4,20");
  });

  it("uses none of the words the field avoids", () => {
    const written = JSON.stringify([dutch, english], (_, value) =>
      typeof value === "function" ? String(value) : value,
    );
    expect(written).not.toMatch(/anonie?m|anonymous|\brode?\b|\bred\b|oranje|groene?\b|burn-?out/i);
  });
});
