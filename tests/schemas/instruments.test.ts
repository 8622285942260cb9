import { describe, expect, it } from "vitest";
import { findResponseSet, readLabels } from "../../pipeline/answers/list-response-sets.ts";
import { prepareScoring } from "../../pipeline/score.ts";
import { Instrument, measureName } from "../../schemas/instrument.ts";
import { find, listFiles, read, readText, templates } from "./shipped-instruments.ts";

const files = listFiles();
const all = files.map(read);

describe("instruments that ship", () => {
  it("are these", () => {
    expect(files).toEqual([
      "bat_12.yaml",
      "bat_23.yaml",
      "cbi_work.yaml",
      "copsoq_iii.yaml",
      "enps.yaml",
      "enps_european.yaml",
      "enps_themes.yaml",
      "leadership_support_employee.yaml",
      "leadership_support_manager.yaml",
      "nea_autonomy.yaml",
      "nea_demands.yaml",
      "nea_fatigue.yaml",
      "psychological_safety.yaml",
      "uwes_3.yaml",
      "uwes_9.yaml",
      "was.yaml",
      "who5.yaml",
    ]);
    expect(templates.map(({ file }) => file)).toEqual(["vita_16.yaml"]);
  });

  it.each(files)("%s holds one instrument, named after the file", (file) => {
    expect(`${read(file).instrument}.yaml`).toBe(file);
  });

  it.each(files)("%s can be scored exactly", (file) => {
    expect(prepareScoring([read(file)])[0]?.scales).toHaveLength(read(file).scales.length);
  });

  it.each(files)("%s cites, has a licence line and says what is not verified, in both languages", (file) => {
    const { citation, licence, unverified } = read(file);
    expect(citation.length).toBeGreaterThan(30);
    expect(licence.id).toMatch(/^(codes-only|generic-question|reported-public-domain|CC-BY-NC-ND-4\.0|MIT)$/);
    if (licence.id !== "MIT") expect(licence.note?.length).toBeGreaterThan(30);
    expect(unverified.length).toBeGreaterThan(0);
    for (const { nl, en } of unverified) expect(nl).not.toBe(en);
  });

  it.each(files)("%s gives every scale an area", (file) => {
    expect(read(file).scales.filter(({ area }) => area === undefined)).toEqual([]);
  });

  it.each(files)("%s names response sets that have as many options as the answer scale", (file) => {
    const { answers, items } = read(file);
    const names = [answers.response_set, ...items.map(({ response_set }) => response_set)].filter(
      (name) => name !== undefined,
    );
    for (const name of names) {
      const set = findResponseSet(name);
      expect(set && readLabels(set, answers.minimum, answers.maximum), name).not.toBeNull();
    }
  });
});

/** The wording of an item is a sentence; a label is a few words. */
const isShort = (label: string) => label.length <= 60 && label.split(/\s+/).length <= 8;

describe("labels", () => {
  const labelled = [...all, ...templates.map(({ template }) => template)];

  it.each(labelled.map(({ instrument, items }) => [instrument, items] as const))("of %s are short", (_, items) => {
    for (const { label } of items) for (const word of Object.values(label)) expect(word).toSatisfy(isShort);
  });

  it("would not pass as short when they were a sentence of a questionnaire", () => {
    expect(isShort("Invented: at the end of most days I would rather not speak")).toBe(false);
  });

  it("are all there is of protected instruments: only questions of our own are written out", () => {
    const written = all.filter(({ items }) => items.some(({ question }) => question !== undefined));
    expect(written.map(({ instrument }) => instrument)).toEqual([
      "enps_themes",
      "leadership_support_employee",
      "leadership_support_manager",
    ]);
    expect(written.filter(({ licence }) => licence.id !== "MIT")).toEqual([]);
  });
});

describe("item codes", () => {
  it("are shared only by versions of one questionnaire, which can't be used together", () => {
    const shared = all.flatMap((one, index) =>
      all.slice(index + 1).flatMap((other) => {
        const codes = new Set(one.items.map(({ item }) => item.toLowerCase()));
        return other.items.some(({ item }) => codes.has(item.toLowerCase()))
          ? [`${one.instrument} ${other.instrument}`]
          : [];
      }),
    );
    expect(shared).toEqual(["bat_12 bat_23", "enps enps_european", "uwes_3 uwes_9"]);
  });

  it("of a template are of no other instrument", () => {
    const codes = new Set(all.flatMap(({ items }) => items.map(({ item }) => item)));
    for (const { template } of templates) expect(template.items.filter(({ item }) => codes.has(item))).toEqual([]);
  });
});

describe("pairs", () => {
  it("are scales of the same name on both sides, of one question each, so that the gap can be taken", () => {
    const scales = (id: string) => find(id).scales.map(({ scale, items }) => [scale, items?.length]);
    expect(scales("leadership_support_employee")).toEqual([
      ["support", 1],
      ["talk", 1],
      ["help", 1],
    ]);
    expect(scales("leadership_support_manager")).toEqual(scales("leadership_support_employee"));
  });

  const paired = all.flatMap(({ instrument, items }) =>
    items.flatMap(({ item, pair }) =>
      pair ? [{ from: `${instrument} ${item}`, to: `${pair.instrument} ${pair.item}` }] : [],
    ),
  );

  it("point at each other, between employees and managers", () => {
    const employee = (item: string) => `leadership_support_employee LSE_${item}`;
    const manager = (item: string) => `leadership_support_manager LSM_${item}`;
    const expected = [
      [employee("SUPPORT"), manager("PREPARED")],
      [employee("TALK"), manager("TALK")],
      [employee("HELP"), manager("REFER")],
    ];
    expect(paired.map(({ from, to }) => [from, to])).toEqual([
      ...expected,
      ...expected.map(([one, other]) => [other, one]),
    ]);
  });
});

/** Item codes, from and up to and including a number. */
const codes = (stem: string, from: number, to: number, width = 1) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${stem}${String(from + index).padStart(width, "0")}`);

type Row = readonly [
  measure: string,
  items: readonly string[],
  score: string,
  minimum_answered: number,
  higher_is: string,
  area: string,
];

describe("scales", () => {
  const scales: readonly Row[] = [
    [
      "bat_12.total",
      ["BAT01", "BAT03", "BAT04", "BAT09", "BAT11", "BAT13", "BAT14", "BAT17", "BAT18", "BAT19", "BAT20", "BAT23"],
      "mean 1-5",
      10,
      "worse",
      "well_being",
    ],
    ["bat_23.exhaustion", codes("BAT", 1, 8, 2), "mean 1-5", 7, "worse", "well_being"],
    ["bat_23.mental_distance", codes("BAT", 9, 13, 2), "mean 1-5", 4, "worse", "well_being"],
    ["bat_23.cognitive", codes("BAT", 14, 18, 2), "mean 1-5", 4, "worse", "well_being"],
    ["bat_23.emotional", codes("BAT", 19, 23, 2), "mean 1-5", 4, "worse", "well_being"],
    ["cbi_work.total", codes("CBI_W", 1, 7), "mean 1-5 as 0-100", 6, "worse", "well_being"],
    ["copsoq_iii.demands", codes("QD", 1, 4), "mean 1-5 as 0-100", 3, "worse", "demands"],
    ["copsoq_iii.pace", codes("WP", 1, 2), "mean 1-5 as 0-100", 2, "worse", "demands"],
    ["copsoq_iii.influence", ["INX1"], "mean 1-5 as 0-100", 1, "better", "resources"],
    ["copsoq_iii.supervisor_support", codes("SSX", 1, 3), "mean 1-5 as 0-100", 2, "better", "resources"],
    ["copsoq_iii.colleague_support", ["SCX1"], "mean 1-5 as 0-100", 1, "better", "resources"],
    ["copsoq_iii.engagement", codes("WE", 1, 3), "mean 1-5 as 0-100", 2, "better", "well_being"],
    ["copsoq_iii.burnout", codes("BO", 1, 4), "mean 1-5 as 0-100", 3, "worse", "well_being"],
    ["enps.score", ["ENPS01"], "nps 0-10", 1, "better", "outcomes"],
    ["enps_european.score", ["ENPS01"], "nps 0-10", 1, "better", "outcomes"],
    ["enps_themes.safety", ["THEME_SAFETY"], "mean 0-10", 1, "better", "resources"],
    ["enps_themes.inclusion", ["THEME_INCLUSION"], "mean 0-10", 1, "better", "resources"],
    ["enps_themes.vitality", ["THEME_VITALITY"], "mean 0-10", 1, "better", "well_being"],
    ["enps_themes.productivity", ["THEME_PRODUCTIVITY"], "mean 0-10", 1, "better", "outcomes"],
    ["leadership_support_employee.support", ["LSE_SUPPORT"], "mean 1-5", 1, "better", "resources"],
    ["leadership_support_employee.talk", ["LSE_TALK"], "mean 1-5", 1, "better", "resources"],
    ["leadership_support_employee.help", ["LSE_HELP"], "mean 1-5", 1, "better", "resources"],
    ["leadership_support_manager.support", ["LSM_PREPARED"], "mean 1-5", 1, "better", "resources"],
    ["leadership_support_manager.talk", ["LSM_TALK"], "mean 1-5", 1, "better", "resources"],
    ["leadership_support_manager.help", ["LSM_REFER"], "mean 1-5", 1, "better", "resources"],
    ["nea_autonomy.total", codes("NEA_AU", 1, 5), "mean 1-3", 5, "better", "resources"],
    ["nea_demands.total", codes("NEA_TE", 1, 3), "mean 1-4", 3, "worse", "demands"],
    ["nea_fatigue.total", codes("NEA_MF", 1, 5), "mean 1-7", 4, "worse", "well_being"],
    ["psychological_safety.total", codes("PS", 1, 7), "mean 1-7", 6, "better", "resources"],
    ["uwes_3.total", ["UWES1", "UWES3", "UWES8"], "mean 0-6", 3, "better", "well_being"],
    ["uwes_9.vigor", ["UWES1", "UWES2", "UWES5"], "mean 0-6", 2, "better", "well_being"],
    ["uwes_9.dedication", ["UWES3", "UWES4", "UWES7"], "mean 0-6", 2, "better", "well_being"],
    ["uwes_9.absorption", ["UWES6", "UWES8", "UWES9"], "mean 0-6", 2, "better", "well_being"],
    ["was.score", ["WAS01"], "mean 0-10", 1, "better", "outcomes"],
    ["who5.total", codes("WHO5_", 1, 5), "mean 0-5 as 0-100", 5, "better", "well_being"],
  ];
  const shipped = all.flatMap(({ instrument, items, answers, scales: own }) =>
    own.flatMap((one): Row[] => {
      if (one.made_of) return [];
      const score = `${one.score} ${answers.minimum}-${answers.maximum}${one.rescaled ? " as 0-100" : ""}`;
      const of = one.items ?? items.map(({ item }) => item);
      return [
        [measureName(instrument, one.scale), of, score, one.minimum_answered ?? 0, one.higher_is, one.area ?? ""],
      ];
    }),
  );

  it.each(scales)("%s", (...row) => {
    expect(shipped.find(([measure]) => measure === row[0])).toEqual(row);
  });

  it("are no other than these and the totals", () => {
    expect(shipped.map(([measure]) => measure)).toEqual(scales.map(([measure]) => measure));
    const totals = all.flatMap((one) =>
      one.scales.flatMap(({ scale, made_of }) => (made_of ? [[measureName(one.instrument, scale), ...made_of]] : [])),
    );
    expect(totals).toEqual([
      ["bat_23.total", "exhaustion", "mental_distance", "cognitive", "emotional"],
      ["uwes_9.total", "vigor", "dedication", "absorption"],
    ]);
  });

  it("turn round these items and no others", () => {
    const turned = all.flatMap(({ items }) => items.filter(({ reversed }) => reversed).map(({ item }) => item));
    expect(turned).toEqual(["CBI_W4", "QD4", "PS1", "PS3", "PS5"]);
  });
});

describe("the two ways to band an eNPS", () => {
  it.each([
    ["enps", 9, 6],
    ["enps_european", 8, 5],
  ])("%s counts promoters from %i and detractors to %i", (id, promoter_from, detractor_to) => {
    expect(find(id).scales).toMatchObject([{ score: "nps", promoter_from, detractor_to, higher_is: "better" }]);
  });
});

describe("what they say to a reader", () => {
  it("never calls the fatigue scale of the NEA a burn-out", () => {
    expect(readText("nea_fatigue.yaml")).not.toMatch(/burn-?out/i);
  });

  it("breaks the series of the NEA in 2022", () => {
    expect(find("nea_fatigue").series_breaks?.map(({ year }) => year)).toEqual([2022]);
  });

  it("never labels a band of the WHO-5 as depression, and says not to", () => {
    const { scales, unverified } = find("who5");
    expect(JSON.stringify(scales)).not.toMatch(/depress/i);
    expect(unverified.map(({ en }) => en).join(" ")).toMatch(/Never use it to say that a team or a person is at risk/);
  });

  it.each(["bat_12", "bat_23", "nea_fatigue"])("%s says that a score is no diagnosis", (id) => {
    const { meaning } = find(id).scales.find(({ scale }) => scale === "total") ?? {};
    expect(meaning?.en).toMatch(/It is not a diagnosis/);
    expect(meaning?.nl).toMatch(/Het is geen diagnose/);
  });

  it("says of BAT-12 what is our own rule and which item is in doubt", () => {
    expect(
      find("bat_12")
        .unverified.map(({ en }) => en)
        .join(" "),
    ).toMatch(/10 of the 12[\s\S]*item 16 instead of item 17/);
  });
});

describe("vita_16.yaml", () => {
  const { template } = templates.find(({ file }) => file === "vita_16.yaml") ?? {};

  it("is a template of 16 slots and three dimensions, without an answer scale", () => {
    expect(template?.items.map(({ item }) => item)).toEqual(codes("VITA", 1, 16, 2));
    expect(template?.scales.map(({ scale }) => scale)).toEqual(["energy", "motivation", "resilience"]);
    expect(template).not.toHaveProperty("answers");
  });

  it("can't be read as an instrument to score", () => {
    expect(Instrument.safeParse(template).success).toBe(false);
  });

  it("is named after the file", () => {
    expect(template?.instrument).toBe("vita_16");
  });
});
