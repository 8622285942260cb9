import { describe, expect, it } from "vitest";
import { openContext } from "../../reports/context.ts";
import { gatherFacts } from "../../reports/facts.ts";
import type { Figure } from "../../reports/figures/figure.ts";
import { makeOutcomeFigures } from "../../reports/figures/outcome-figure.ts";
import { renderReport } from "../../reports/render-report.tsx";
import { stateCosts } from "../../reports/sections/cost.tsx";
import type { Release } from "../../schemas/release.ts";
import { withOutcomes } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 12, departments: 2 });
const release = withOutcomes(plain);
const linked = release.links?.[0]?.teams ?? [];
const correlate = (low: number, high: number): Release => ({
  ...release,
  links: (release.links ?? []).slice(0, 1).map((link) => ({ ...link, correlation: { rho: 0.1, low, high } })),
});

describe("figures of the organisation's own", () => {
  it("go together or not, with the rank correlation and its area, and are never a cause", async () => {
    const text = readText(await renderReport(release, "en"));
    expect(text).toContain("That does not say that one causes the other.");
    expect(text).toContain(
      `Strain (BAT-12) | Absence (% of working time) | a higher figure | 0.41 | 0.11 | 0.64 | ${linked.length} | 0`,
    );
    expect(text).toContain("Strain (BAT-12) | Turnover (% of working time) | can't be said | | | | 2 | fewer than 5");
  });

  it("are not clear while 0 lies in the area, and are lower when all of it lies below 0", async () => {
    expect(readText(await renderReport(correlate(-0.2, 0.4), "nl"))).toContain("| niet duidelijk | 0,10 |");
    expect(readText(await renderReport(correlate(-0.6, -0.1), "nl"))).toContain("| een lager cijfer | 0,10 |");
  });

  it("are not spoken of when the release has none in the newest wave", async () => {
    const earlier = (release.links ?? []).map((link) => ({ ...link, wave: plain.waves[0]?.wave ?? "" }));
    for (const without of [plain, { ...release, links: earlier }])
      expect(readText(await renderReport(without, "nl"))).not.toContain("Rangcorrelatie");
  });
});

describe("the figure of teams by an outcome", () => {
  const draw = (of: Release) => {
    const context = openContext(of, "en");
    return makeOutcomeFigures(context, gatherFacts(context));
  };
  const rowsOf = (figure: Figure | undefined) => {
    if (figure === undefined) throw new Error("There must be a figure.");
    type Row = Readonly<{ key: string; figure: number; value: number }>;
    return (figure.spec("wide") as unknown as { data: { values: Row[] } }).data.values;
  };

  it("has a sign for every team of the link, with its own figures", () => {
    const [figure, ...others] = draw(release);
    expect(others).toEqual([]);
    const units = new Map(release.units.map(({ unit }, at) => [`team:t${at}`, unit]));
    const drawn = rowsOf(figure).map(({ key, figure: score, value }) => ({
      unit: units.get(key),
      figure: score,
      value,
    }));
    expect(drawn).toHaveLength(linked.length);
    expect(drawn).toEqual(expect.arrayContaining(linked));
  });

  it("says in its title what the interval says, and never a cause", () => {
    expect(draw(release)[0]?.title).toBe("Absence: higher in teams with a higher score on Strain (BAT-12)");
    expect(draw(correlate(-0.6, -0.1))[0]?.title).toBe(
      "Absence: lower in teams with a higher score on Strain (BAT-12)",
    );
    expect(draw(correlate(-0.2, 0.4))[0]?.title).toBe("Absence: no clear link with Strain (BAT-12)");
    expect(draw(release)[0]?.notes).toContain("That two things go together does not say that one causes the other.");
  });

  it("is not there without a correlation, for another indicator, or without an assessment", () => {
    const links = (release.links ?? []).map((link) => ({ ...link, correlation: null }));
    expect(draw({ ...release, links })).toEqual([]);
    const other = (release.links ?? []).map((link) => ({ ...link, measure: "vitality.energy" }));
    expect(draw({ ...release, links: other })).toEqual([]);
    expect(draw({ ...release, models: [] })).toEqual([]);
  });

  it("shows one in so many of very many teams, from the lowest to the highest score", () => {
    const many = withOutcomes(exampleRelease({ teams: 600, departments: 12, names: [], waves: ["2025"] }));
    const all = (many.links?.[0]?.teams ?? []).map(({ figure }) => figure).sort((one, other) => one - other);
    const shown = rowsOf(draw(many)[0])
      .map(({ figure }) => figure)
      .sort((one, other) => one - other);
    expect(shown).toHaveLength(250);
    expect([shown[0], shown.at(-1)]).toEqual([all[0], all.at(-1)]);
    // The middle of the sample is that of all teams, give or take two teams.
    const middle = all.length / 2;
    expect(shown[125]).toBeGreaterThanOrEqual(all[Math.floor(middle) - 2] as number);
    expect(shown[125]).toBeLessThanOrEqual(all[Math.ceil(middle) + 2] as number);
  });
});

describe("what an outcome costs", () => {
  it("is a range with its source, and claims neither a cause nor a saving", async () => {
    const text = readText(await renderReport(release, "nl"));
    for (const sentence of [
      "Verzuim, wat de oorzaak ook is, kostte in 31 getoonde teams samen tussen 610.000 en 1.100.000 euro, van 2025\u2011Q1 tot en met 2025\u2011Q3.",
      "Per medewerker per jaar was dat tussen 3.300 en 5.900 euro in de 6 teams met een verhoogd signaal, en tussen 2.100 en 3.800 euro in de 24 andere teams.",
      "Dat verschil kan toeval zijn, en het zegt niet waardoor het komt.",
      "Aanname: elke eenheid van dit cijfer (% van de werktijd) kost tussen 430 en 760 euro per medewerker per jaar. Bron: Loonkosten 2025, afdeling P&O.",
      "Wat een maatregel zou besparen, volgt hier niet uit.",
    ])
      expect(text).toContain(sentence);
  });

  it("stands on the page of the board, beside that no effect is known", () => {
    const sentences = stateCosts(openContext(release, "en"));
    expect(sentences[0]).toContain(
      "Absence, whatever the cause, cost between 610,000 and 1,100,000 euros in 31 shown teams together, from 2025\u2011Q1 to 2025\u2011Q3. Source: Loonkosten",
    );
    expect(sentences.at(-1)).toBe("Measures were not recorded, so a change is no proof of an effect.");
  });

  it("leaves groups out that are too small, and names a currency it has no word for", async () => {
    const [cost] = release.costs ?? [];
    const [absence] = release.outcomes ?? [];
    if (cost === undefined || absence?.cost === undefined) throw new Error("The example has a cost.");
    const swiss = { ...absence, cost: { ...absence.cost, currency: "CHF", per: "unit" as const } };
    const other: Release = {
      ...release,
      outcomes: [swiss],
      costs: [{ ...cost, periods: { first: "2025", last: "2025" }, per_employee_year: null }],
    };
    const text = readText(await renderReport(other, "en"));
    expect(text).toContain(
      "Absence, whatever the cause, cost between 610,000 and 1,100,000 CHF in 31 shown teams together, in 2025. " +
        "Assumption: every unit of this figure (% of working time) costs between 430 and 760 CHF. Source: Loonkosten",
    );
    expect(text).not.toContain("Per employee per year");
  });

  it("says nothing of a change where there is one wave", () => {
    const first = openContext(exampleRelease({ waves: ["2026"] }), "en");
    expect(stateCosts(first).at(-1)).toBe("Measures were not recorded.");
  });

  it("is not known without assumptions, which the board reads", () => {
    for (const language of ["nl", "en"] as const) {
      const [unknown, effect, ...rest] = stateCosts(openContext(plain, language));
      expect(unknown).toMatch(
        language === "nl" ? /^Wat de belasting kost, volgt niet/ : /^What the strain costs does not/,
      );
      expect(effect).toMatch(
        language === "nl"
          ? /^Maatregelen zijn niet vastgelegd; een verandering/
          : /^Measures were not recorded, so a change/,
      );
      expect(rest).toEqual([]);
    }
  });
});
