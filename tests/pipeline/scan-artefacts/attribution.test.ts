/** Whom a number is about, in small files about a release with a segment, a roll-up and two units of one name. */
import { describe, expect, it } from "vitest";
import { scanArtefacts } from "../../../pipeline/scan-artefacts/scan-artefacts.ts";
import type { PublishedCell, Release } from "../../../schemas/release.ts";
import { exampleRelease } from "../../reports/example-release.ts";

const base = exampleRelease({ teams: 6, departments: 2, waves: ["najaar-2025"], assessed: false });
const measure = "bat_12.total";
const cell = (unit: string, mean: number, respondents: number, value: string | null = null): PublishedCell => ({
  ...{ wave: "najaar-2025", unit, measure, status: "released", respondents, invited: null, mean },
  segment: value === null ? null : { attribute: "tenure", value },
});
const release: Release = {
  ...base,
  units: [
    { unit: "ORG", name: "Stichting Waterrand", parent: null, level: 0, leaf: false },
    { unit: "D1", name: "Noord", parent: "ORG", level: 1, leaf: false },
    { unit: "D2", name: "Zuid", parent: "ORG", level: 1, leaf: false },
    { unit: "A", name: "Nachtdienst", parent: "D1", level: 2, leaf: true },
    { unit: "B", name: "Nachtdienst", parent: "D2", level: 2, leaf: true },
    { unit: "C", name: "Keuken", parent: "D1", level: 2, leaf: true },
    { unit: "R", name: "Noord", parent: "D1", level: 2, leaf: true, members: ["C"] },
  ],
  attributes: [
    {
      ...{ attribute: "contract", title: { nl: "Dienstverband", en: "Contract" }, self_declared: false },
      values: [{ value: "short", title: { nl: "tijdelijk", en: "temporary" } }],
    },
    {
      ...{ attribute: "tenure", title: { nl: "Dienstjaren", en: "Tenure" }, self_declared: true },
      values: [
        { value: "short", title: { nl: "korter dan een jaar", en: "shorter than a year" } },
        { value: "long", title: { nl: "langer dan een jaar", en: "longer than a year" } },
      ],
    },
  ],
  cells: [
    cell("ORG", 2.31, 641),
    cell("D1", 2.44, 83),
    cell("D2", 2.55, 97),
    cell("A", 2.66, 17),
    cell("B", 2.77, 23),
    cell("R", 2.88, 19),
    cell("D1", 2.99, 43, "short"),
    { ...cell("D1", 2.22, 31), segment: { attribute: "contract", value: "short" } },
    { wave: "najaar-2025", unit: "C", segment: null, measure, status: "withheld" },
    { wave: "najaar-2025", unit: "D1", segment: { attribute: "tenure", value: "long" }, measure, status: "withheld" },
  ],
};

const scan = (path: string, content: string) =>
  scanArtefacts({
    release,
    files: [{ path, content }],
    printed: [],
    sentences: ["met 8 op 10 zekerheid"],
    embedded: [],
  }).map(({ kind }) => kind);

describe("a sentence", () => {
  it.each([
    ["De organisatie scoort 2,31.", []],
    ["Het gemiddelde is 2,44.", ["number"]],
    ["Noord scoort 2,44 (83 antwoorden).", []],
    ["Noord scoort 2,55.", ["attribution"]],
    ["Noord scoort 2,44 en Zuid 2,55.", []],
    ["Nachtdienst scoort 2,66.", []],
    ["Keuken: 9 antwoorden.", ["withheld"]],
    ["Keuken wordt niet getoond.", []],
    ["Rest van Noord: 2,88 (19 antwoorden).", []],
    ["Rest of Noord: 2.44.", ["attribution"]],
    ["Noord scoort 2,44, met 8 op 10 zekerheid.", []],
    ["Noord scoort 2,44, met 8 van 10 zekerheid.", ["attribution"]],
    ["Noord scoort 2,44 en nog 8 andere.", ["attribution"]],
    ["Noord scoort 2,44; de organisatie 2,31.", []],
    ["Noord scoort 2,44; het gemiddelde is 2,31.", ["attribution"]],
    ["D1 scoort 2,44.", []],
    ["Meting najaar-2025, van 1 oktober 2024 tot en met 21 oktober 2024.", []],
    ["Meting van 2 oktober 2024.", ["form"]],
  ])("%s", (text, expected) => {
    expect(scan("summary.nl.md", `${text}\n`)).toEqual(expected);
  });
});

describe("a row", () => {
  it.each([
    ["Noord;;2,44", []],
    ["Noord;;2,99", []],
    ["Noord;korter dan een jaar;2,99", []],
    ["Noord;korter dan een jaar;2,44", ["attribution"]],
    ["Noord;Dienstjaren: korter dan een jaar;2,99", []],
    ["Noord;Dienstjaren: korter dan een jaar;2,22", ["attribution"]],
    ["Noord;Dienstverband: tijdelijk;2,22", []],
    ["Noord;langer dan een jaar;niet getoond", []],
    ["Noord;langer dan een jaar;2,99", ["withheld"]],
    ["Nachtdienst;Noord;2,66", []],
    ["Nachtdienst;Noord;2,77", ["attribution"]],
    ["Nachtdienst;Zuid;2,77", []],
    ["Rest van Noord;Noord;2,88", []],
    ["Rest van Noord;Noord;2,44", ["attribution"]],
    ["Keuken;Noord;2,44", ["withheld"]],
    ["Keuken;Noord;niet getoond", []],
    ["Keuken;Noord;te klein", ["withheld"]],
    ["Keuken;Noord;", []],
    ["Stichting Waterrand;;2,31", []],
    ["Stichting Waterrand;;2,44", ["number"]],
    [";;2,31", []],
    [";;2,44", ["number"]],
  ])("%s", (row, expected) => {
    expect(scan("tables/units.nl.csv", `Onderdeel;Afdeling;Uitkomst\r\n${row}\r\n`)).toEqual(expected);
  });

  it("tells groups apart that have one code in two attributes", () => {
    const table = (row: string) => scan("tables/cells.csv", `unit,attribute,value,measure,mean\r\n${row}\r\n`);
    expect(table("D1,tenure,short,bat_12.total,2.99")).toEqual([]);
    expect(table("D1,contract,short,bat_12.total,2.22")).toEqual([]);
    expect(table("D1,tenure,short,bat_12.total,2.22")).toEqual(["attribution"]);
    expect(table("D1,tenure,long,bat_12.total,2.99")).toEqual(["withheld"]);
  });

  it("says how many teams of a department have a label, where a column names the label", () => {
    const wave = "najaar-2025";
    const signals = [{ measure, probability: 0.9, probability_team_as_such: 0.9, estimate: 2.6 }].map((one) => ({
      ...one,
      interval: { low: 2.5, high: 2.7 },
    }));
    const assess = (unit: string, level: "elevated" | "watch") => ({ wave, unit, segment: null, level, signals });
    const labelled = { ...release, assessments: [assess("A", "elevated"), assess("C", "watch"), assess("B", "watch")] };
    const table = (row: string) =>
      scanArtefacts({
        ...{ release: labelled, printed: [], sentences: [], embedded: [] },
        files: [{ path: "tables/units.nl.csv", content: `Afdeling;verhoogd signaal;aandachtspunt\r\n${row}\r\n` }],
      }).map(({ kind }) => kind);
    expect(table("Noord;1;1")).toEqual([]);
    expect(table("Zuid;0;1")).toEqual([]);
    expect(table("Zuid;1;1")).toEqual(["attribution"]);
    expect(table("Noord;83;1")).toEqual(["attribution"]);
  });

  it("takes what its column names, beside what it names itself", () => {
    const table = (row: string) =>
      scan(
        "tables/units.nl.csv",
        `Onderdeel;korter dan een jaar;langer dan een jaar;Stichting Waterrand\r\n${row}\r\n`,
      );
    expect(table("Noord;2,99;niet getoond;2,31")).toEqual([]);
    expect(table("Noord;niet getoond;2,99;2,31")).toEqual(["withheld"]);
    expect(table("Noord;2,31;niet getoond;2,31")).toEqual(["attribution"]);
  });
});
