import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findLimits, Instrument, InstrumentTemplate, readCut, refuseUnready } from "../../schemas/instrument.ts";

const text = (word: string) => ({ nl: word, en: word });

const band = {
  band: "high",
  label: text("high"),
  population: text("everyone"),
  year: 2020,
  at_least: 3.5,
  source: "A paper.",
  verified: "primary",
};

const norm = {
  population: text("everyone"),
  year: null,
  respondents: 100,
  mean: 3,
  standard_deviation: null,
  source: "A paper.",
  verified: "secondary",
};

const scale = {
  scale: "total",
  title: text("total"),
  meaning: text("meaning"),
  score: "mean",
  minimum_answered: 2,
  higher_is: "worse",
};

const pulse = {
  instrument: "pulse",
  version: 1,
  title: text("pulse"),
  citation: "Invented.",
  licence: { id: "MIT", redistribute_text: true },
  answers: { minimum: 1, maximum: 5 },
  items: ["P1", "P2"].map((item) => ({ item, label: text(item) })),
  scales: [scale],
};

const withScale = (changes: object) => ({ ...pulse, scales: [{ ...scale, ...changes }] });

function findFaults(value: unknown): string[] {
  const { error } = Instrument.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);
}

describe("Instrument", () => {
  it("takes a file without any of the optional settings", () => {
    expect(findFaults(pulse)).toEqual([]);
  });

  it("takes areas, bands, norms, series breaks, pairs, questions and a response set of an item", () => {
    const full = {
      ...withScale({
        area: "demands",
        bands: [band, { ...band, band: "low", at_least: undefined, below: 2 }],
        norms: [norm],
      }),
      status: "ready",
      series_breaks: [{ year: 2022, note: text("collected in another way") }],
      items: [
        { ...pulse.items[0], question: text("How are you?"), response_set: "extent_5" },
        { ...pulse.items[1], pair: { instrument: "other", item: "O1" } },
      ],
    };
    expect(findFaults(full)).toEqual([]);
  });

  it.each([
    ["a sum of all its items", { score: "sum" }],
    ["a mean rescaled to 0-100", { rescaled: true }],
    ["a band at the end of a rescaled scale", { rescaled: true, bands: [{ ...band, at_least: 100 }] }],
    ["a band at the end of a sum, 2 x 5", { score: "sum", bands: [{ ...band, at_least: 10 }] }],
  ])("takes %s", (_, changes) => {
    expect(findFaults(withScale(changes))).toEqual([]);
  });

  it.each([
    [
      "a sum that may miss an item",
      { score: "sum", minimum_answered: 1 },
      "scales.0.minimum_answered must be all 2 items",
    ],
    ["a rescaled sum", { score: "sum", rescaled: true }, "scales.0.rescaled must stand with score: mean only"],
    [
      "a band off the scale",
      { bands: [{ ...band, at_least: 5.5 }] },
      "scales.0.bands.0 must lie on the scale, 1 to 5; found 5.5",
    ],
    [
      "a band of 0-100 on a scale of 1-5",
      { bands: [{ ...band, at_least: 50 }] },
      "scales.0.bands.0 must lie on the scale, 1 to 5; found 50",
    ],
    [
      "a band below a rescaled scale",
      { rescaled: true, bands: [{ ...band, at_least: -1 }] },
      "scales.0.bands.0 must lie on the scale, 0 to 100; found -1",
    ],
    ["a code twice", { bands: [band, band] }, "scales.0.bands.1.band must not use the code high twice"],
    [
      "a band with two cuts",
      { bands: [{ ...band, above: 3.5 }] },
      "scales.0.bands.0 must have exactly one of at_least, above, at_most and below",
    ],
    [
      "a band without a cut",
      { bands: [{ ...band, at_least: undefined }] },
      "scales.0.bands.0 must have exactly one of at_least, above, at_most and below",
    ],
    [
      "a norm off the scale",
      { norms: [{ ...norm, mean: 0.5 }] },
      "scales.0.norms.0.mean must lie on the scale, 1 to 5; found 0.5",
    ],
  ])("refuses %s", (_, changes, fault) => {
    const faults = findFaults(withScale(changes));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it("refuses a scale twice", () => {
    const faults = findFaults({
      ...pulse,
      scales: [
        { ...scale, items: ["P1"], minimum_answered: 1 },
        { ...scale, items: ["P2"], minimum_answered: 1 },
      ],
    });
    expect(faults).toEqual(["scales.1.scale must not occur twice"]);
  });

  it("refuses the wording of a question when the licence does not allow to pass it on", () => {
    const faults = findFaults({
      ...pulse,
      licence: { id: "codes-only", redistribute_text: false },
      items: [{ ...pulse.items[0], question: text("How are you?") }, pulse.items[1]],
    });
    expect(faults).toEqual(["items.0.question can't be given: the licence says redistribute_text: false"]);
  });

  it("refuses bands on an nps score, which no person has", () => {
    const faults = findFaults({
      ...pulse,
      items: [pulse.items[0]],
      scales: [
        {
          ...scale,
          score: "nps",
          minimum_answered: 1,
          promoter_from: 5,
          detractor_to: 3,
          bands: [{ ...band, at_least: 0 }],
        },
      ],
    });
    expect(faults).toEqual(["scales.0.bands can't stand with score: nps, which is a score of groups"]);
  });

  it.each([
    [
      "of which one is rescaled",
      { rescaled: true },
      "must name scales in the same points, all rescaled or none; first is not like it",
    ],
    ["of which one is a sum", { score: "sum" }, "must name scales of items; first is not one"],
  ])("refuses a total of parts %s", (_, changes, fault) => {
    const parts = [
      { ...scale, scale: "first", items: ["P1"], minimum_answered: 1, ...changes },
      { ...scale, scale: "second", items: ["P2"], minimum_answered: 1 },
    ];
    const total = { ...scale, minimum_answered: undefined, made_of: ["first", "second"] };
    expect(findFaults({ ...pulse, scales: [...parts, total] })).toEqual([`scales.2.made_of ${fault}`]);
  });

  it("refuses an instrument that still needs the analyst", () => {
    expect(findFaults({ ...pulse, status: "needs_analyst" })).toEqual([expect.stringContaining("status")]);
  });

  it("prints as JSON Schema with the new settings", () => {
    const printed = JSON.stringify(z.toJSONSchema(Instrument, { io: "input" }));
    for (const name of ["area", "bands", "norms", "verified", "rescaled", "series_breaks", "pair", "status"])
      expect(printed).toContain(`"${name}"`);
  });
});

describe("findLimits", () => {
  const read = (changes: object) => Instrument.parse(withScale(changes));

  it.each([
    ["a mean", {}, { minimum: 1, maximum: 5 }],
    ["a sum of two items", { score: "sum" }, { minimum: 2, maximum: 10 }],
    ["a rescaled mean", { rescaled: true }, { minimum: 0, maximum: 100 }],
  ])("of %s", (_, changes, limits) => {
    const instrument = read(changes);
    expect(instrument.scales.map((one) => findLimits(instrument, one))).toEqual([limits]);
  });

  it("adds limits with decimals exactly: 3 x 0.1 is 0.3", () => {
    const instrument = Instrument.parse({
      ...withScale({ score: "sum", minimum_answered: 3 }),
      items: ["P1", "P2", "P3"].map((item) => ({ item, label: text(item) })),
      answers: { minimum: 0.1, maximum: 0.7, decimals: 1 },
    });
    expect(instrument.scales.map((one) => findLimits(instrument, one))).toEqual([{ minimum: 0.3, maximum: 2.1 }]);
  });
});

describe("readCut", () => {
  it.each(["at_least", "above", "at_most", "below"] as const)("says %s", (kind) => {
    const { at_least: _, ...rest } = band;
    const read = Instrument.parse(withScale({ bands: [{ ...rest, [kind]: 2.5 }] }));
    expect((read.scales[0]?.bands ?? []).map(readCut)).toEqual([{ [kind]: 2.5 }]);
  });
});

const template = {
  instrument: "slots",
  version: 1,
  title: text("slots"),
  citation: "Author (2015). Title.",
  licence: { id: "codes-only", redistribute_text: false },
  status: "needs_analyst",
  needed: [text("the items"), text("the rule for the score")],
  items: [{ item: "S1", label: text("question 1") }],
  scales: [
    { scale: "energy", title: text("energy"), meaning: text("meaning"), area: "well_being", higher_is: "better" },
  ],
};

describe("InstrumentTemplate", () => {
  it("lists items without a scale of answers or a score", () => {
    expect(InstrumentTemplate.parse(template)).toMatchObject({ instrument: "slots", unverified: [] });
  });

  it.each([
    ["an answer scale", { answers: { minimum: 1, maximum: 7 } }],
    ["a status of ready", { status: "ready" }],
    ["nothing that is needed", { needed: [] }],
  ])("refuses %s", (_, changes) => {
    expect(InstrumentTemplate.safeParse({ ...template, ...changes }).success).toBe(false);
  });

  it("is refused with what is needed, where to put it and the source", () => {
    expect(refuseUnready(InstrumentTemplate.parse(template))).toBe(
      "can't be scored yet: slots needs the analyst. Fill in the items; the rule for the score, from a copy that you may use, " +
        "in an instrument file of your own, and list that file under instruments. Source: Author (2015). Title.",
    );
  });
});
