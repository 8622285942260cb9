import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  formatCount,
  formatFigure,
  formatNumber,
  formatProbability,
  shortenProbability,
} from "../../reports/formats.ts";
import { renderReport } from "../../reports/render-report.tsx";
import type { Release } from "../../schemas/release.ts";
import { withOutcomes } from "./example-evidence.ts";
import { exampleRelease } from "./example-release.ts";
import { readCells, readText } from "./read-page.ts";

const release = exampleRelease();

describe("the page of the example", () => {
  let dutch: string;
  let english: string;
  beforeAll(async () => {
    dutch = await renderReport(release, "nl");
    english = await renderReport(release, "en");
  });

  it("says the same as before", async () => {
    await expect(readText(dutch)).toMatchFileSnapshot("../golden/pages/report.nl.txt");
    await expect(readText(english)).toMatchFileSnapshot("../golden/pages/report.en.txt");
  });

  it("gives the same bytes for the same release", async () => {
    expect(await renderReport(release, "nl")).toBe(dutch);
  });

  it("is one file below 1 MB without requests or inline styles, and with one script", () => {
    expect(Buffer.byteLength(dutch)).toBeLessThan(1_000_000);
    expect(dutch).not.toMatch(/<link|<img|<iframe| style="| on[a-z]+="|@import|javascript:/);
    expect(dutch.match(/<script/g)?.length).toBe(1);
    expect(dutch.match(/https?:\/\/[^"' <]*/g)?.filter((url) => url !== "http://www.w3.org/2000/svg")).toEqual([]);
  });

  it("carries a policy with the hashes of its style and its script", () => {
    const hashOf = (tag: string) => {
      const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(dutch)?.[1] ?? "";
      return `'sha256-${createHash("sha256").update(inside).digest("base64")}'`;
    };
    const policy = `default-src 'none'; style-src ${hashOf("style")}; script-src ${hashOf("script")}; font-src data:;`;
    expect(dutch).toContain(`content="${policy}`);
    expect(dutch.match(/<style/g)?.length).toBe(1);
  });

  it("names its language and keeps headings in order", () => {
    expect(dutch).toContain('<html lang="nl">');
    expect(english).toContain('<html lang="en">');
    const levels = [...dutch.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, position) => {
      expect(level - (levels[position] as number)).toBeLessThanOrEqual(1);
    });
  });

  it("uses no id twice", () => {
    const ids = [...dutch.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names every elevated team and how sure that is", () => {
    const text = readText(english);
    for (const row of release.assessments.filter((candidate) => candidate.wave === "najaar-2025")) {
      if (row.level !== "elevated") continue;
      const name = release.units.find((unit) => unit.unit === row.unit)?.name as string;
      const sure = formatProbability(row.signals[0]?.probability as number, "en");
      expect(text).toMatch(new RegExp(`people in ${name} .*That is ${sure} sure`));
    }
  });

  it("takes every number in its tables from the release", () => {
    const known = listNumbers(release, "en");
    const plain = (cell: string) => cell.replace(/ \((?:clearly|perhaps) (?:less|more) favourable\)$/, "");
    const unknown = readCells(english).filter((cell) => /\d/.test(cell) && !known.has(plain(cell)));
    expect(unknown).toEqual([]);
  });
});

/** Every released number as a reader may see it, and the texts that hold digits of themselves. */
function listNumbers(source: Release, language: "nl" | "en"): Set<string> {
  const written = new Set<string>();
  const add = (...texts: string[]) => {
    for (const text of texts) written.add(text);
  };
  for (const cell of source.cells) {
    if (cell.status === "withheld") continue;
    const measure = source.measures.find((candidate) => candidate.measure === cell.measure) as Release["measures"][0];
    for (const value of [cell.mean, cell.enps, cell.share, cell.interval?.low, cell.interval?.high]) {
      if (value === undefined) continue;
      const figure = formatFigure(value, measure, language);
      add(figure, `about ${figure}`, `${figure} or higher`, `${figure} or lower`);
    }
    for (const value of [cell.respondents, cell.invited, cell.promoters, cell.passives, cell.detractors])
      if (value !== undefined && value !== null) add(formatNumber(value, 0, language));
    add(`${cell.respondents} of ${cell.invited}`);
  }
  for (const row of source.assessments)
    for (const signal of row.signals) {
      add(
        formatProbability(signal.probability, language),
        shortenProbability(signal.probability, language),
        formatProbability(signal.probability_team_as_such, language),
      );
      for (const value of [signal.estimate, signal.interval.low, signal.interval.high])
        add(formatNumber(value, 2, language));
    }
  for (const row of source.statistics)
    add(formatNumber(row.value, row.value >= 100 ? 0 : 3, language), String(row.teams));
  for (const row of source.statistics) add(String(row.respondents));
  for (const input of source.provenance.inputs) add(input.file);
  for (const wave of source.waves) add(wave.wave);
  for (const measure of source.measures)
    add(measure.title[language], String(measure.minimum), formatFigure(measure.maximum, measure, language));
  for (const { minimum, maximum } of source.measures) add(String(maximum), String(minimum).replace("-", "\u2212"));
  for (const { count } of source.data_quality) {
    const written = formatCount(count, language);
    add(written, `${written} answers`, `${written} unit`);
  }
  for (const { records, loaded, rejected, excluded } of source.provenance.inputs)
    for (const count of [records, loaded, rejected, excluded]) if (count !== null) add(formatCount(count, language));
  add(...source.units.map((unit) => unit.name));
  for (const measure of source.measures)
    for (const leaf of [true, false]) {
      const cells = source.cells.filter(
        (cell) =>
          cell.wave === "najaar-2025" &&
          cell.measure === measure.measure &&
          source.units.some((unit) => unit.unit === cell.unit && unit.leaf === leaf && unit.parent !== null),
      );
      add(`${cells.filter(({ status }) => status === "released").length} of ${cells.length}`);
    }
  add("Vitality, Energy, Motivation, Resilience");
  return written;
}

describe("edges", () => {
  it("tells no development when there is one wave", async () => {
    const text = readText(await renderReport(exampleRelease({ waves: ["2025"] }), "nl"));
    expect(text).toContain("Er is één meting");
    expect(text).not.toMatch(/vorige meting (was|was dat)|sinds de vorige meting/);
  });

  it("reads with two levels, unknown invited and a claim about the team as such", async () => {
    const flat = exampleRelease({
      teams: 99,
      departments: 0,
      waves: ["2025"],
      instruments: ["bat_12"],
      invitedKnown: false,
      names: [],
    });
    const text = readText(await renderReport(flat, "nl"));
    expect(text).toContain("wie er ook werkt");
    expect(text).toContain("ontbreekt: het aantal uitgenodigden");
    expect(text).toContain("Daarom staat hier geen respons");
    expect(text).not.toMatch(/eNPS van de organisatie|null|undefined|NaN/);
  });

  it("says why teams are not assessed and what would be needed", async () => {
    const text = readText(await renderReport(exampleRelease({ assessed: false }), "nl"));
    expect(text).toContain("In deze meting beoordelen we geen teams");
    expect(text).toContain("minder dan tien teams");
    expect(text).toContain("Nodig is een vaste lijn");
  });

  it("reads when no team is released", async () => {
    const hidden = exampleRelease({ teamsReleased: false });
    const html = await renderReport(hidden, "nl");
    expect(readText(html)).toContain("In deze meting kunnen we geen team tonen");
    for (const unit of hidden.units.filter((candidate) => candidate.leaf)) expect(html).not.toContain(unit.name);
  });

  it("reads when nothing at all is released", async () => {
    const nothing = { ...release, cells: [], statistics: [], models: [], assessments: [], measures: [] };
    const text = readText(await renderReport(nothing, "en"));
    expect(text).toContain("In this wave we can show no team");
    expect(text).not.toMatch(/null|undefined|NaN/);
  });

  it("stays below 1 MB with 200 teams", async () => {
    const large = withOutcomes(exampleRelease({ teams: 200, departments: 12, names: [] }));
    const [absence, turnover] = large.links ?? [];
    const links = [absence, { ...absence, outcome: turnover?.outcome }] as typeof large.links;
    const html = await renderReport({ ...large, links }, "nl");
    expect(html).toContain("Verloop: hoger in teams");
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  it("folds 5,000 teams into a page below 1.5 MB and says what it leaves out", async () => {
    const html = await renderReport(exampleRelease({ teams: 5000, departments: 40, names: [], waves: ["2025"] }), "nl");
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
    const text = readText(html);
    expect(text).toMatch(/De figuur toont de 250 teams met de hoogste zekerheid, van \d+ teams/);
    expect(text).toMatch(/De tabel toont de eerste 250 van \d+ teams/);
    expect(text).toMatch(/De figuur toont 250 van \d+ teams/);
  });
});

describe("what a works council asks", () => {
  it("tells the thresholds of the policy and that versions of a wave are tested together", async () => {
    const text = readText(await renderReport(release, "nl"));
    const { k, enps_band } = release.policy;
    expect(text).toContain(`een respons wordt getoond vanaf ${k.mean} antwoorden`);
    expect(text).toContain(`criticasters wordt getoond vanaf ${k.detail} antwoorden`);
    expect(text).toContain(`Bij minder dan ${enps_band.below} antwoorden`);
    expect(text).toContain("elke nieuwe versie getoetst samen met alles wat eerder is gepubliceerd");
    expect(readText(await renderReport(release, "en"))).toContain(
      "every new version is tested together with everything published before",
    );
  });

  it("explains the line and its scale beside the first claim", async () => {
    const answer = readText(await renderReport(release, "nl")).split("\nTeams\n")[0] ?? "";
    expect(answer).toMatch(
      /ongunstige kant van het gemiddelde van alle teams \(\d,\d\d\). Hoger is ongunstiger, op een schaal/,
    );
  });
});

describe("withheld groups", () => {
  it("shows neither name nor number of a team that is withheld, and one text for all", async () => {
    const html = await renderReport(release, "nl");
    const withheld = release.units.filter((unit) =>
      release.cells.filter((cell) => cell.unit === unit.unit).every((cell) => cell.status === "withheld"),
    );
    expect(withheld.length).toBeGreaterThan(1);
    for (const unit of withheld) {
      expect(html).not.toContain(`>${unit.name}<`);
      expect(html).not.toContain(`>${unit.unit}<`);
    }
  });

  it("counts the teams withheld on the line's measure in the newest wave, not teams of earlier waves", async () => {
    const gone = { unit: "T900", name: "Opgeheven", parent: "D1", level: 2, leaf: true };
    const cell = {
      wave: "najaar-2024",
      unit: "T900",
      segment: null,
      measure: "bat_12.total",
      status: "withheld",
    } as const;
    const text = readText(
      await renderReport({ ...release, units: [...release.units, gone], cells: [...release.cells, cell] }, "nl"),
    );
    const withheld = release.cells.filter(
      (row) => row.wave === "najaar-2025" && row.measure === "bat_12.total" && row.status === "withheld",
    );
    expect(withheld.length).toBe(4);
    expect(text).toContain("4 teams worden niet getoond");
  });

  it("gives the same page whatever a withheld cell might have carried", async () => {
    const leaking = release.cells.map((cell) =>
      cell.status === "withheld" ? ({ ...cell, respondents: 4, invited: 4242, mean: 4.242 } as typeof cell) : cell,
    );
    expect(await renderReport({ ...release, cells: leaking }, "nl")).toBe(await renderReport(release, "nl"));
  });
});

describe("hostile names", () => {
  it("stay text", async () => {
    const names = [
      "<script>alert(1)</script>",
      "<script>alert(1)</script>",
      '=HYPERLINK("x")',
      "W".repeat(200),
      "\u202eصحة النفسية",
      '"><img src=x onerror=alert(1)>',
      "</style><style>*{display:none}",
      "{team} ]]> &lt;b&gt;",
    ];
    const all = Array.from({ length: 62 }, (_, index) => names[index % names.length] as string);
    const html = await renderReport(
      { ...exampleRelease({ names: all }), organisation: "</title><script>x</script>" },
      "nl",
    );
    expect(html).not.toMatch(/<img/);
    expect(html.match(/<script/g)?.length).toBe(1);
    expect(html).toContain("&lt;script>alert(1)&lt;/script>");
    expect(html.match(/<\/style>/g)?.length).toBe(1);
    expect(html.match(/<title>/g)?.length).toBe(1);
  });
});
