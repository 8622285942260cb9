/** What the report and the summary say about the line, for every kind of it. */
import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { summarise } from "../../reports/summary.ts";
import type { LineRecord, Model, Release } from "../../schemas/release.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

type Line = Extract<Model, { status: "assessed" }>["line"];

const example = exampleRelease();
const withLine = (line: Line): Release => ({
  ...example,
  models: example.models.map((model) => (model.status === "assessed" ? { ...model, line } : model)),
});
const origin = {
  source: "A manual.",
  population: { nl: "werknemers in Vlaanderen", en: "employees in Flanders" },
  year: 2019,
  verified: "secondary",
} as const;
const band = { kind: "band", band: "raised", value: 2.59, ...origin } as const;
const say = async (line: Line, language: "nl" | "en") => readText(await renderReport(withLine(line), language));

describe("a line from a band", () => {
  it("is said to be a cut-off for persons, with its source and how far it was checked", async () => {
    const dutch = await say(band, "nl");
    expect(dutch).toContain(
      "Zij is gepubliceerd als grens voor één persoon. Wij gebruiken haar voor het gemiddelde van een team.",
    );
    expect(dutch).toContain(
      "De lijn ligt vast: 2,59. Dat is een grens die voor personen is gepubliceerd (werknemers in Vlaanderen, 2019).",
    );
    expect(dutch).toContain(
      "Bron van de lijn: A manual. Wij hebben dit getal gelezen in een andere tekst die de bron aanhaalt, niet in de bron zelf.",
    );
    const english = await say(band, "en");
    expect(english).toContain("It was published as a cut-off for one person. We use it for the mean of a team.");
    expect(english).toContain("It is a cut-off that was published for persons (employees in Flanders, 2019).");
    expect(english).toContain("and for that the cut-off was not tested");
  });

  it("says so in the summary too, and leaves out a year that is not known", async () => {
    expect(summarise(withLine(band), "en")).toContain("It was published as a cut-off for one person.");
    expect(await say({ ...band, year: null }, "en")).toContain("for persons (employees in Flanders).");
  });

  it.each([
    ["primary", "We read this figure in the source itself."],
    ["computed", "We computed this figure ourselves."],
    ["unverified", "This figure was not checked against a source. The analyst chose to use it all the same."],
  ] as const)("says how far a figure was checked: %s", async (verified, sentence) => {
    const text = await say({ ...band, verified }, "en");
    expect(text).toContain(sentence);
    expect(text.includes("Note: this figure was not checked")).toBe(verified === "unverified");
  });
});

describe("a line from a norm", () => {
  it("names the group, the distance and the source", async () => {
    const text = await say({ kind: "norm", value: 3.39, delta: 0.25, ...origin }, "en");
    expect(text).toContain(
      "The line is fixed: the mean of a comparison group (employees in Flanders, 2019), moved to the unfavourable side by 0.25 times",
    );
    expect(text).toContain("It comes from a comparison group.");
    expect(text).not.toContain("published for persons");
  });
});

describe("a line of the analyst's own", () => {
  it("has a source and no remark on how far it was checked", async () => {
    const text = await say({ kind: "absolute", value: 2.5, delta: 0.3, source: "Our own report." }, "en");
    expect(text).toContain("the mean of a comparison group, moved to the unfavourable side by 0.3 times");
    expect(text).toContain("Source of the line: Our own report.");
    expect(text).not.toContain("We read this figure");
  });
});

describe("when the line was set", () => {
  const lines = [{ kind: "own_organisation" as const, measure: "x", delta: 0.3 }];
  const entry = "0123456789ab".padEnd(64, "c");
  const record = { wave: "2026", lines, fixed_date: "2025-09-12", entry, other_lines: [] };
  const set = (line: Partial<LineRecord>): Release => ({
    ...example,
    line: { ...record, fixed: "before_opening", ...line },
  });

  it.each([
    ["before_opening", "op 12 september 2025, voordat de vragenlijst openging", "before the questionnaire opened"],
    ["while_open", "op 12 september 2025, toen de vragenlijst open was", "while the questionnaire was open"],
    ["after_closing", "nadat de vragenlijst was gesloten", "after the questionnaire had closed"],
  ] as const)("is said with the day: %s", async (fixed, dutch, english) => {
    const text = readText(await renderReport(set({ fixed }), "nl"));
    expect(text).toContain(
      `Zij is vastgelegd ${dutch}`.replace("vastgelegd nadat", "vastgelegd op 12 september 2025, nadat"),
    );
    expect(text).toContain("onder vingerafdruk 0123456789ab.");
    expect(text.includes("is daarom niet na te gaan")).toBe(fixed !== "before_opening");
    expect(summarise(set({ fixed }), "en")).toContain(`It was set on 12 September 2025, ${english}.`);
  });

  it("is said without a day when the first release set it", async () => {
    const { fixed_date: _, entry: __, ...rest } = record;
    const release: Release = { ...example, line: { ...rest, fixed: "with_first_release" } };
    const text = readText(await renderReport(release, "nl"));
    expect(text).toContain(
      "Zij is vastgelegd toen deze scan voor het eerst werd gemaakt: de antwoorden waren al binnen.",
    );
    expect(text).not.toContain("vingerafdruk 0");
    expect(text).toContain("Of de uitkomst bij de keuze van de lijn een rol speelde, is daarom niet na te gaan.");
  });

  it("names earlier waves that had another line", async () => {
    const text = readText(await renderReport(set({ other_lines: ["2024", "2025"] }), "en"));
    expect(text).toContain("For wave 2024 and 2025 another line was set.");
  });

  it("is left out where the release does not know", async () => {
    expect(readText(await renderReport(example, "en"))).not.toContain("It was set");
  });
});
