import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { listReceived, listRules, subjectOf } from "../../reports/rows/quality-rows.ts";
import { dataQualityEnglish } from "../../reports/texts/data-quality.en.ts";
import { dataQualityDutch } from "../../reports/texts/data-quality.nl.ts";
import { DataQuality, type Release } from "../../schemas/release.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const release = exampleRelease();

const partOf = async (changed: Release, language: "nl" | "en") => {
  const [from, to] =
    language === "nl"
      ? ["Kwaliteit van de gegevens", "Werkwijze en herkomst"]
      : ["Quality of the data", "Method and provenance"];
  const [, , part = ""] = readText(await renderReport(changed, language)).split(`\n${from}\n`);
  return part.split(`\n${to}\n`)[0] ?? "";
};

describe("the quality of the data", () => {
  it("is one table per questionnaire and wave, from what came in to what counts", async () => {
    const part = await partOf(release, "nl");
    const table = part.slice(part.indexOf("Vragenlijst welzijn, meting najaar-2025")).split("\n").slice(0, 13);
    expect(table).toEqual(
      [
        "Vragenlijst welzijn, meting najaar-2025",
        "Gevonden | Aantal | Gedaan | Keuze van",
        "Binnengekomen reacties | niet getoond | | ",
        "Test, voorbeeld of spam | minder dan 5 | telt niet mee | vitascan",
        "Niet verstuurd | 18 | telt niet mee | vitascan",
        "Reacties die meetellen | 691 | | ",
        "waarvan te snel ingevuld | 23 | telt mee, wordt alleen gemeld | deze scan",
        "waarvan overal hetzelfde ingevuld | minder dan 5 | telt mee, wordt alleen gemeld | vitascan",
        "waarvan te weinig vragen ingevuld voor een score (Burnout Assessment Tool, 12 vragen) | 9 | telt mee, wordt alleen gemeld | vitascan",
        "Vraag niet gesteld | 1.240 antwoorden | telt als leeg | vitascan",
        "Vraag leeg gelaten | 87 antwoorden | telt als leeg | vitascan",
        "Geen mening of niet van toepassing | 64 antwoorden | telt als leeg | vitascan",
        "Antwoord buiten de antwoordschaal | 9 antwoorden | telt als leeg | deze scan",
      ].map((line) => line.trim()),
    );
  });

  it("folds earlier waves behind the newest", async () => {
    const part = await partOf(release, "en");
    const at = (text: string) => part.indexOf(text);
    expect(at("Short questionnaire, wave najaar-2025")).toBeLessThan(at("Earlier waves"));
    expect(at("Earlier waves")).toBeLessThan(at("Short questionnaire, wave najaar-2024"));
    expect(part).toContain("Responses that came in | 702");
  });

  it("says more than and the analyst's own limit in words", async () => {
    const rushed = { wave: "najaar-2025", questionnaire: "enps", rule: "too_fast", action: "excluded" } as const;
    const changed: Release = {
      ...release,
      responses: { ...release.responses, too_fast: "exclude", seconds_per_item: 3 },
      data_quality: [
        { ...rushed, chosen: true, count: 40 },
        { ...rushed, rule: "straight_lined", action: "remark", chosen: false, count: { more_than: 684 } },
      ],
    };
    const part = await partOf(changed, "en");
    expect(part).toContain("Filled in too fast | 40 | does not count | this scan");
    expect(part).toContain("of which the same answer everywhere | more than 684 | counts, is only reported | vitascan");
    expect(part).toContain("less than 3.0 seconds per question");
    expect(part).toContain("In this scan: does not count (chosen by this scan).");
  });

  it("says that nothing was found and still what came in", async () => {
    const part = await partOf({ ...release, data_quality: [], accept: {} }, "nl");
    expect(part).toContain("niets gevonden");
    expect(part).toContain("Binnengekomen reacties | 702");
    expect(part).toContain("Overal hetzelfde ingevuld");
    expect(part).not.toContain("Antwoord buiten de antwoordschaal");
  });

  it("keeps its promise about small numbers in the thresholds of the policy", async () => {
    const strict = { ...release, policy: { ...release.policy, k: { mean: 10, detail: 20, crossed: 20 } } };
    expect(await partOf(strict, "nl")).toContain("Een aantal van 1 tot en met 9 reacties");
    expect(await partOf(strict, "en")).toContain("when at least 20 responses count");
  });
});

describe("listReceived", () => {
  it("gives a questionnaire without findings, and not the roster", () => {
    const received = listReceived({ ...release, data_quality: [] }, "najaar-2024");
    expect(received.map(({ questionnaire, input }) => [questionnaire, input?.loaded])).toEqual([
      ["enps", 689],
      ["wellbeing", 690],
    ]);
  });
});

describe("listRules", () => {
  it("gives what scan.yaml chose about every doubt, also when nothing was found", () => {
    const rules = listRules({ ...release, data_quality: [], accept: { unknown_unit: "reject" } });
    expect(rules).toEqual([
      { rule: "test_response", choice: { action: "excluded", chosen: false } },
      { rule: "partial_response", choice: { action: "excluded", chosen: false } },
      { rule: "too_fast", choice: { action: "remark", chosen: true } },
      { rule: "straight_lined", choice: { action: "remark", chosen: false } },
      { rule: "unknown_unit", choice: { action: "rejected", chosen: true } },
    ]);
  });

  it("gives each rule once", () => {
    const rules = listRules(release).map(({ rule }) => rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules).toContain("more_answers_than_invited");
  });
});

describe("subjectOf", () => {
  it.each([
    ["partial_response", "excluded", "responses"],
    ["left_blank", "missing", "answers"],
    ["answer_out_of_scale", "rejected", "responses"],
    ["answer_out_of_scale", "missing", "answers"],
    ["unknown_unit", "rejected", "responses"],
    ["more_answers_than_invited", "remark", "units"],
  ] as const)("of %s, %s is %s", (rule, action, subject) => {
    expect(subjectOf({ rule, action })).toBe(subject);
  });
});

describe("the texts of the rules", () => {
  it("explain every rule a release can hold, in both languages", () => {
    const rules = DataQuality.shape.rule.options;
    for (const { rules: texts } of [dataQualityDutch, dataQualityEnglish]) {
      expect(Object.keys(texts).sort()).toEqual([...rules].sort());
      for (const rule of rules) expect(texts[rule].why.length).toBeGreaterThan(40);
    }
  });

  it("name no two rules alike", () => {
    for (const { rules } of [dataQualityDutch, dataQualityEnglish]) {
      const names = Object.values(rules).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("leave nothing to fill in on the page", async () => {
    for (const language of ["nl", "en"] as const) expect(await partOf(release, language)).not.toMatch(/[{}]|undefined/);
  });
});
