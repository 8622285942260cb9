import { beforeAll, describe, expect, it } from "vitest";
import { renderEditions } from "../../../reports/render-report.tsx";
import { exampleCertificate } from "../example-certificate.ts";
import { exampleRelease } from "../example-release.ts";
import { readText } from "../read-page.ts";

const release = exampleRelease({ teams: 24, departments: 3 });
const newest = release.waves.at(-1)?.wave;

async function render(language: "nl" | "en"): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, content } of renderEditions(release, language, exampleCertificate(), async () => "<svg/>"))
    files.set(path, content);
  return files;
}

let dutch: Map<string, string>;
let english: Map<string, string>;
beforeAll(async () => {
  dutch = await render("nl");
  english = await render("en");
});

const textOf = (files: Map<string, string>, path: string) => readText(files.get(path) ?? "");
const teams = release.units.filter(({ leaf }) => leaf);
const isShown = (unit: string) =>
  release.cells.some(
    (cell) =>
      cell.unit === unit &&
      cell.wave === newest &&
      cell.status === "released" &&
      !cell.measure.startsWith("participation"),
  );

describe("the editions", () => {
  it("are one file per reader, and one for the manager of every team that is shown", () => {
    const shown = teams.filter(({ unit }) => isShown(unit));
    expect(shown.length).toBeLessThan(teams.length);
    expect([...dutch.keys()]).toEqual([
      "report.hr.nl.html",
      "report.board.nl.html",
      "report.works_council.nl.html",
      ...shown.map(({ unit }) => `report.manager.${unit}.nl.html`),
    ]);
    expect(english.size).toBe(dutch.size);
  });

  it("say whom they are for", () => {
    expect(textOf(dutch, "report.hr.nl.html")).toContain("Voor HR-adviseurs");
    expect(textOf(dutch, "report.board.nl.html")).toContain("Voor het bestuur");
    expect(textOf(dutch, "report.works_council.nl.html")).toContain("Voor de ondernemingsraad en alle medewerkers");
    const [, name] = [...dutch.keys()].flatMap((path) => /manager\.(\w+)\./.exec(path) ?? []);
    const team = teams.find(({ unit }) => unit === name)?.name;
    expect(textOf(dutch, `report.manager.${name}.nl.html`)).toContain(`Voor de leidinggevende van ${team}`);
  });

  it.each([
    ["board", "nl"],
    ["board", "en"],
    ["works_council", "nl"],
    ["works_council", "en"],
  ] as const)("stay the same: %s in %s", async (edition, language) => {
    const files = language === "nl" ? dutch : english;
    const text = textOf(files, `report.${edition}.${language}.html`);
    await expect(text).toMatchFileSnapshot(`../../golden/pages/${edition}.${language}.txt`);
  });

  it.each(["nl", "en"] as const)("stay the same: the manager's in %s", async (language) => {
    const text = textOf(language === "nl" ? dutch : english, `report.manager.T002.${language}.html`);
    await expect(text).toMatchFileSnapshot(`../../golden/pages/manager.${language}.txt`);
  });
});

describe("the edition for a manager", () => {
  it("names the own team and no other, and no department", () => {
    for (const [path, html] of dutch) {
      const own = /^report\.manager\.(.+)\.nl\.html$/.exec(path)?.[1];
      if (own === undefined) continue;
      for (const { unit, name, parent } of release.units)
        if (parent !== null) expect(html.includes(name)).toBe(unit === own);
    }
  });

  it("is the same, but for the own team, whatever another team answered", async () => {
    const changed = release.cells.map((cell) =>
      cell.unit === "T005" && cell.status === "released" && cell.mean !== undefined ? { ...cell, mean: 1.234 } : cell,
    );
    for await (const { path, content } of renderEditions(
      { ...release, cells: changed },
      "nl",
      exampleCertificate(),
      async () => "<svg/>",
    ))
      if (path === "report.manager.T002.nl.html") expect(content).toBe(dutch.get(path));
  });
});

describe("the edition for the board", () => {
  it("names no team", () => {
    for (const files of [dutch, english])
      for (const [path, html] of files)
        if (path.startsWith("report.board")) for (const { name } of teams) expect(html).not.toContain(name);
  });

  it("puts departments with fewer than five shown teams together", async () => {
    const small = exampleRelease({ teams: 24, departments: 8 });
    for await (const { path, content } of renderEditions(small, "nl", null, async () => "<svg/>")) {
      if (!path.startsWith("report.board")) continue;
      expect(content).toContain("Andere afdelingen samen");
      for (const { name, level } of small.units) if (level === 1) expect(content).not.toContain(name);
      break;
    }
  });
});

describe("the edition for the works council", () => {
  it("has no score: none of the released means, eNPS or probabilities", () => {
    const text = textOf(english, "report.works_council.en.html");
    for (const cell of release.cells) {
      if (cell.status === "withheld" || cell.mean === undefined) continue;
      expect(text).not.toContain(cell.mean.toFixed(2));
    }
    for (const { name, parent } of release.units) if (parent !== null) expect(text).not.toContain(name);
  });

  it("sums up the audit in counts: sets and intervals tried, the smallest group, the narrowest share", () => {
    // 41,000 + 1,824 + 31 tried; least of 6 and 5; least of 0.62
    const text = textOf(english, "report.works_council.en.html");
    expect(text).toMatch(/42,855/);
    expect(text).toMatch(/people is the smallest group.*\n5\n/);
    expect(text).toMatch(/62%/);
    expect(text).toContain("20 of 20");
  });

  it.each([
    ["leak", "This edition should not be published"],
    ["unproven", "This edition should not be published"],
    ["clean", "Every figure is about at least 5 people"],
  ] as const)("does not reassure when the audit did not: %s", async (verdict, headline) => {
    for await (const { path, content } of renderEditions(
      release,
      "en",
      exampleCertificate({ verdict }),
      async () => "<svg/>",
    ))
      if (path.startsWith("report.works_council")) {
        expect(readText(content).split("\n")).toContain(headline);
        break;
      }
  });

  it("says so when no certificate came with it", async () => {
    for await (const { path, content } of renderEditions(release, "nl", null, async () => "<svg/>"))
      if (path.startsWith("report.works_council")) {
        expect(readText(content)).toContain("geen certificaat van een controle meegegeven");
        break;
      }
  });
});
