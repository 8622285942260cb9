import { describe, expect, it } from "vitest";
import { describeInstrument, listInstruments } from "../../pipeline/describe-instrument.ts";
import { Instrument, InstrumentTemplate } from "../../schemas/instrument.ts";

const instrument = Instrument.parse({
  instrument: "strain",
  version: 2,
  title: { nl: "Belasting", en: "Strain" },
  citation: "Author (2020). Title.",
  licence: { id: "codes-only", redistribute_text: false, note: "Ask the author." },
  answers: { minimum: 1, maximum: 5, response_set: "frequency_5" },
  items: [
    { item: "S1", label: { nl: "druk", en: "busy" } },
    { item: "S2", label: { nl: "rust", en: "rest" }, reversed: true, response_set: "extent_5" },
    {
      item: "S3",
      label: { nl: "gesprek", en: "talk" },
      pair: { instrument: "strain_manager", item: "M3" },
    },
  ],
  series_breaks: [{ year: 2022, note: { nl: "Anders gemeten.", en: "Measured in another way." } }],
  scales: [
    {
      scale: "load",
      title: { nl: "Drukte", en: "Load" },
      meaning: { nl: "Hoe druk het is.", en: "How busy it is." },
      area: "demands",
      items: ["S1", "S2"],
      score: "mean",
      rescaled: true,
      minimum_answered: 1,
      higher_is: "worse",
      bands: [
        {
          band: "high",
          label: { nl: "hoog", en: "high" },
          population: { nl: "werknemers in Nederland", en: "employees in the Netherlands" },
          year: 2019,
          at_least: 62.5,
          source: "A report.",
          verified: "primary",
        },
        {
          band: "very_high",
          label: { nl: "zeer hoog", en: "very high" },
          population: { nl: "allen", en: "all" },
          year: null,
          above: 80,
          source: "Hearsay.",
          verified: "unverified",
        },
      ],
      norms: [
        {
          population: { nl: "allen", en: "all" },
          year: 2018,
          respondents: 1500,
          mean: 40.25,
          standard_deviation: 12.5,
          source: "A manual.",
          verified: "secondary",
        },
        {
          population: { nl: "allen", en: "all" },
          year: 2010,
          respondents: 90,
          mean: 41,
          standard_deviation: null,
          source: "A thesis.",
          verified: "computed",
        },
      ],
    },
    {
      scale: "talk",
      title: { nl: "Gesprek", en: "Talk" },
      meaning: { nl: "Of er een gesprek was.", en: "Whether there was a talk." },
      area: "resources",
      items: ["S3"],
      score: "sum",
      minimum_answered: 1,
      higher_is: "better",
    },
  ],
  unverified: [{ nl: "De regel is van ons.", en: "The rule is ours." }],
});

describe("describeInstrument", () => {
  it("explains everything a file says, in English", () => {
    expect(describeInstrument(instrument, "en").split("\n")).toEqual([
      "strain  Strain (version 2)",
      "  3 items, answers 1-5, words of frequency_5 (never, rarely, sometimes, often, always)",
      "",
      "Scales",
      "  strain.load  Load (demands)",
      "    How busy it is.",
      "    mean of the answered items (S1, S2); rescaled to 0-100; at least 1 of 2 answered; higher is worse",
      "    Band high: at least 62.5, high; employees in the Netherlands, 2019; read in the source itself: A report.",
      "    Band very_high: above 80, very high; all, year unknown; NOT VERIFIED: Hearsay.",
      "    Norm: mean 40.25, standard deviation 12.5, 1500 people; all, 2018; read in a second source: A manual.",
      "    Norm: mean 41, 90 people; all, 2010; computed by us: A thesis.",
      "  strain.talk  Talk (resources)",
      "    Whether there was a talk.",
      "    sum of all items (S3); at least 1 of 1 answered; higher is better",
      "",
      "Items",
      "  S1  busy",
      "  S2  rest (reversed; words of extent_5)",
      "  S3  talk (paired with strain_manager M3)",
      "",
      "Series break 2022: Measured in another way.",
      "Source: Author (2020). Title.",
      "Licence: codes-only; codes only, not the wording of the items. Ask the author.",
      "Not verified: The rule is ours.",
    ]);
  });

  it("explains it in Dutch, with a decimal comma", () => {
    const page = describeInstrument(instrument, "nl");
    expect(page).toContain("  3 vragen, antwoorden 1-5, woorden van frequency_5");
    expect(page).toContain(
      "    gemiddelde van de beantwoorde vragen (S1, S2); omgerekend naar 0-100; minimaal 1 van de 2 beantwoord; hoger is slechter",
    );
    expect(page).toContain(
      "    Grens high: vanaf 62,5, hoog; werknemers in Nederland, 2019; in de bron zelf gelezen: A report.",
    );
    expect(page).toContain(
      "    Norm: gemiddelde 40,25, standaardafwijking 12,5, 1500 mensen; allen, 2018; in een tweede bron gelezen",
    );
    expect(page).toContain("  S2  rust (omgekeerd; woorden van extent_5)");
    expect(page).toContain("Reeksbreuk 2022: Anders gemeten.");
    expect(page).toContain("Niet geverifieerd: De regel is van ons.");
  });

  it.each([
    ["at_most", "at most 28", "tot en met 28"],
    ["below", "below 28", "onder 28"],
  ])("says %s", (kind, en, nl) => {
    const [load, ...rest] = instrument.scales;
    const { at_least: _, ...band } = load?.bands?.[0] ?? {};
    const other = Instrument.parse({ ...instrument, scales: [{ ...load, bands: [{ ...band, [kind]: 28 }] }, ...rest] });
    expect(describeInstrument(other, "en")).toContain(`Band high: ${en}, high`);
    expect(describeInstrument(other, "nl")).toContain(`Grens high: ${nl}, hoog`);
  });

  it("explains an nps score, decimals, and a question that may be passed on", () => {
    const recommend = Instrument.parse({
      ...instrument,
      licence: { id: "MIT", redistribute_text: true },
      answers: { minimum: 0, maximum: 10, decimals: 1 },
      items: [{ item: "R1", label: { nl: "r", en: "recommends" }, question: { nl: "Zou je?", en: "Would you?" } }],
      scales: [
        {
          ...instrument.scales[1],
          items: undefined,
          score: "nps",
          promoter_from: 9,
          detractor_to: 6,
        },
      ],
    });
    const page = describeInstrument(recommend, "en");
    expect(page).toContain("  1 item, answers 0-10, 1 decimals");
    expect(page).toContain("    share of 9 or higher minus share of 6 or lower, in points; at least 1 of 1 answered");
    expect(page).toContain("  R1  recommends\n      Would you?");
    expect(page).toContain("Licence: MIT; the wording of the items may be passed on.");
  });

  it("puts labels under each other behind the longest code", () => {
    const [one, two, three] = instrument.items;
    const long = Instrument.parse({
      ...instrument,
      items: [{ ...one, item: "S1_LONGER" }, two, three],
      scales: instrument.scales.map((scale) =>
        scale.scale === "load" ? { ...scale, items: ["S1_LONGER", "S2"] } : scale,
      ),
    });
    expect(describeInstrument(long, "en")).toContain("  S1_LONGER  busy\n  S2         rest");
  });

  it("explains a total by its parts", () => {
    const [load, talk] = instrument.scales;
    const total = Instrument.parse({
      ...instrument,
      scales: [
        {
          ...load,
          scale: "total",
          items: undefined,
          minimum_answered: undefined,
          made_of: ["load", "talk"],
          bands: [],
          norms: [],
        },
        load,
        { ...talk, score: "mean", rescaled: true, higher_is: "worse" },
      ],
    });
    expect(describeInstrument(total, "en")).toContain(
      "    mean of load, talk, each weighted by its number of items; rescaled to 0-100; higher is worse",
    );
  });
});

const template = InstrumentTemplate.parse({
  instrument: "slots",
  version: 1,
  title: { nl: "Vakken", en: "Slots" },
  citation: "Author (2015). Title.",
  licence: { id: "codes-only", redistribute_text: false },
  status: "needs_analyst",
  needed: [
    { nl: "de vragen", en: "the items" },
    { nl: "de regel", en: "the rule" },
  ],
  items: [{ item: "S1", label: { nl: "vraag 1", en: "question 1" } }],
  scales: [
    {
      scale: "energy",
      title: { nl: "Energie", en: "Energy" },
      meaning: { nl: "Hoeveel energie.", en: "How much energy." },
      area: "well_being",
      higher_is: "better",
    },
  ],
});

describe("describeInstrument of a template", () => {
  it("says first what the analyst must fill in", () => {
    expect(describeInstrument(template, "en").split("\n")).toEqual([
      "slots  Slots (version 1)",
      "  1 item, answer scale not known",
      "",
      "Can't be scored yet. In a file of your own, fill in:",
      "  - the items",
      "  - the rule",
      "",
      "Scales",
      "  slots.energy  Energy (well-being)",
      "    How much energy.",
      "    higher is better",
      "",
      "Items",
      "  S1  question 1",
      "",
      "Source: Author (2015). Title.",
      "Licence: codes-only; codes only, not the wording of the items.",
    ]);
  });
});

describe("listInstruments", () => {
  const plain = Instrument.parse({
    ...instrument,
    instrument: "plain_scale",
    scales: instrument.scales.map(({ area: _, ...scale }) => scale),
  });

  it("lists id, areas and title in columns, and what can't be scored yet", () => {
    expect(listInstruments([instrument, plain, template], "en").split("\n")).toEqual([
      "strain       demands, resources  Strain",
      "plain_scale  -                   Strain",
      "slots        well-being          Slots (needs the analyst)",
    ]);
    expect(listInstruments([instrument, template], "nl").split("\n")).toEqual([
      "strain  taakeisen, hulpbronnen  Belasting",
      "slots   welzijn                 Vakken (vraagt de analist)",
    ]);
  });

  it("is empty without instruments", () => {
    expect(listInstruments([], "en")).toBe("");
  });
});
