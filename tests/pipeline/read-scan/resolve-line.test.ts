import { describe, expect, it } from "vitest";
import { listFigures, resolveLine } from "../../../pipeline/read-scan/resolve-line.ts";
import { findShippedInstrument, readInstrument } from "../../../pipeline/read-scan.ts";
import { Instrument } from "../../../schemas/instrument.ts";
import { Line } from "../../../schemas/scan.ts";

const text = { nl: "x", en: "x" };
const workers = { nl: "werknemers", en: "workers" };
const figure = { population: workers, year: 2020, source: "A paper.", verified: "primary" };

/** One instrument on 1-5 with a strain scale, higher is worse, and an energy scale, higher is better. */
const instrument = Instrument.parse({
  instrument: "mood",
  version: 1,
  title: text,
  citation: "Made for this test.",
  licence: { id: "MIT", redistribute_text: true },
  answers: { minimum: 1, maximum: 5 },
  items: ["A", "B", "C"].map((item) => ({ item, label: text })),
  scales: [
    {
      scale: "strain",
      title: text,
      meaning: text,
      items: ["A"],
      score: "mean",
      minimum_answered: 1,
      higher_is: "worse",
      bands: [
        { band: "raised", label: text, at_least: 2.5, ...figure },
        { band: "high", label: text, above: 3.2, ...figure, year: null },
        { band: "doubtful", label: text, at_least: 3, ...figure, verified: "unverified" },
        { band: "fine", label: text, at_most: 1.5, ...figure },
        { band: "calm", label: text, below: 1.5, ...figure },
      ],
    },
    {
      scale: "energy",
      title: text,
      meaning: text,
      items: ["B"],
      score: "mean",
      minimum_answered: 1,
      higher_is: "better",
      bands: [
        { band: "low", label: text, at_most: 2, ...figure },
        { band: "lower", label: text, below: 1.75, ...figure },
        { band: "plenty", label: text, at_least: 4, ...figure },
        { band: "more", label: text, above: 4, ...figure },
      ],
      norms: [
        { mean: 3.5, standard_deviation: 0.75, respondents: 900, ...figure },
        {
          mean: 3.5,
          standard_deviation: null,
          respondents: 900,
          ...figure,
          population: { nl: "artsen", en: "doctors" },
        },
        {
          mean: 3,
          standard_deviation: 1,
          respondents: 90,
          ...figure,
          population: { nl: "leraren", en: "teachers" },
          verified: "unverified",
        },
        {
          mean: 3,
          standard_deviation: 1,
          respondents: 9,
          ...figure,
          population: { nl: "koks", en: "cooks" },
          year: 2001,
        },
        {
          mean: 3,
          standard_deviation: 1,
          respondents: 9,
          ...figure,
          population: { nl: "koks", en: "cooks" },
          year: 2002,
        },
      ],
    },
    {
      scale: "plain",
      title: text,
      meaning: text,
      items: ["C"],
      score: "mean",
      minimum_answered: 1,
      higher_is: "better",
    },
  ],
});
const instruments = new Map([["mood", instrument]]);
const resolve = (line: object, accept_unverified: string[] = []) =>
  resolveLine({ line: Line.parse(line), accept_unverified }, instruments);
const band = (measure: string, code: string, accepted?: string[]) =>
  resolve({ kind: "band", measure, band: code }, accepted);
const norm = (population: string, more: object = {}, accepted?: string[]) =>
  resolve({ kind: "norm", measure: "mood.energy", population, ...more }, accepted);

describe("resolveLine", () => {
  it.each([
    { kind: "own_organisation", measure: "mood.plain", delta: 0.2 },
    {
      kind: "absolute",
      measure: "mood.plain",
      benchmark_mean: 3,
      benchmark_standard_deviation: 1,
      delta: 1,
      source: "s",
    },
  ])("leaves a line of kind $kind as it is", (line) => {
    expect(resolve(line)).toEqual(line);
  });

  it.each(["workers", "werknemers"])("takes mean, standard deviation and source from the norm of %s", (population) => {
    expect(norm(population, { delta: 0.5 })).toEqual({
      kind: "norm",
      measure: "mood.energy",
      benchmark_mean: 3.5,
      benchmark_standard_deviation: 0.75,
      delta: 0.5,
      ...figure,
    });
    expect(norm(population)).toMatchObject({ delta: 0.3 });
  });

  it.each([
    ["mood.strain", "raised", 2.5],
    ["mood.strain", "high", 3.2],
    ["mood.energy", "low", 2],
    ["mood.energy", "lower", 1.75],
  ])("takes the cut of %s, band %s", (measure, code, value) => {
    const year = code === "high" ? null : 2020;
    expect(band(measure, code)).toEqual({ kind: "band", measure, band: code, value, ...figure, year });
  });

  it.each([
    ["mood.strain", "fine", "at_most 1.5, and higher is worse"],
    ["mood.strain", "calm", "below 1.5, and higher is worse"],
    ["mood.energy", "plenty", "at_least 4, and higher is better"],
    ["mood.energy", "more", "above 4, and higher is better"],
  ])("refuses the favourable side of %s, band %s", (measure, code, why) => {
    expect(band(measure, code)).toEqual({
      path: ["line", "band"],
      message: `can't be the line: ${code} holds the favourable scores (${why}); the line must lie on the unfavourable side`,
    });
  });

  it("refuses what was not verified, and says how to accept it", () => {
    expect(band("mood.strain", "doubtful")).toEqual({
      path: ["line", "band"],
      message:
        "can't be the line: this figure was not verified. Source: A paper. To use it all the same, write " +
        'accept_unverified: ["mood.strain.doubtful"]; the report then says so',
    });
    expect(norm("teachers")).toMatchObject({ message: expect.stringContaining('["mood.energy.teachers"]') });
    expect(band("mood.strain", "doubtful", ["mood.strain.raised"])).toHaveProperty("message");
  });

  it("takes what was not verified when scan.yaml names it", () => {
    expect(band("mood.strain", "doubtful", ["mood.strain.doubtful"])).toMatchObject({
      value: 3,
      verified: "unverified",
    });
    for (const name of ["mood.energy.teachers", "mood.energy.leraren"])
      expect(norm("teachers", {}, [name])).toMatchObject({ benchmark_mean: 3, verified: "unverified" });
  });

  it.each([
    ["measure", band("mood.joy", "low"), /can't find measure "mood\.joy"; known are "mood\.strain", "mood\.energy"/],
    [
      "band",
      band("mood.strain", "red"),
      /can't find "red" among the bands of mood\.strain; there are "raised", "high"/,
    ],
    ["band", band("mood.plain", "red"), /can't be found: mood\.plain has no bands/],
    [
      "population",
      norm("nurses"),
      /can't find "nurses" among the norms of mood\.energy; there are "workers", "doctors"/,
    ],
    [
      "population",
      norm("doctors"),
      /no standard deviation, and delta counts in those; find one and use kind: absolute/,
    ],
    ["population", norm("cooks"), /can't choose between 2 norms of "cooks"/],
    [
      "population",
      resolve({ kind: "norm", measure: "mood.plain", population: "workers" }),
      /can't be found: mood\.plain has no norms/,
    ],
  ])("refuses a %s that gives no number", (setting, found, message) => {
    expect(found).toEqual({ path: ["line", setting], message: expect.stringMatching(message) });
  });
});

describe("listFigures", () => {
  it("names bands by their code and norms by their population in both languages", () => {
    expect(listFigures(instruments).filter(({ verified }) => verified === "unverified")).toEqual([
      { names: ["mood.strain.doubtful"], verified: "unverified" },
      { names: ["mood.energy.teachers", "mood.energy.leraren"], verified: "unverified" },
    ]);
    expect(listFigures(instruments)).toHaveLength(14);
  });
});

it("refuses the band of a first test for an illness, so that no team is flagged for one", () => {
  const who5 = readInstrument(findShippedInstrument("who5"));
  const line = Line.parse({ kind: "band", measure: "who5.total", band: "low" });
  expect(resolveLine({ line, accept_unverified: [] }, new Map([["who5", who5]]))).toMatchObject({
    path: ["line", "band"],
    message: expect.stringContaining("is a first test for an illness"),
  });
});
