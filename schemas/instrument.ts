/** An instrument: which items a questionnaire holds, how they score into scales, what scores mean, and under which licence. */
import { z } from "zod";
import { Code, LocalText } from "./text.ts";

/**
 * How far a figure was checked: read in the source itself, read in another text that quotes it, computed by us, or not
 * checked. An unverified figure is shown with that word and decides nothing.
 */
export const Verified = z.enum(["primary", "secondary", "computed", "unverified"]);
export type Verified = z.infer<typeof Verified>;

/** The place of a scale in the picture of job demands and resources. */
export const Area = z.enum(["demands", "resources", "well_being", "outcomes"]);
export type Area = z.infer<typeof Area>;

const Licence = z.strictObject({ id: z.string(), redistribute_text: z.boolean(), note: z.string().optional() });

const ItemCode = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);

export const Item = z.strictObject({
  /** The item's code as published, for example BAT01. */
  item: ItemCode,
  /** Our own short label, never the item's protected wording. */
  label: LocalText,
  /** The question as it is asked; only where the licence allows to pass it on. */
  question: LocalText.optional(),
  /** True when a high answer means the opposite of what the scale measures: scored as minimum + maximum - answer. */
  reversed: z.boolean().default(false),
  /** The response set of this item, where it is another than that of the instrument. */
  response_set: Code.optional(),
  /** The same question as asked of the other side: managers next to employees. */
  pair: z.strictObject({ instrument: Code, item: ItemCode }).optional(),
});
export type Item = z.infer<typeof Item>;

/** The ways to write a cut; a band has exactly one. */
const cutKinds = ["at_least", "above", "at_most", "below"] as const;

/** A published cut: a person is in the band when the score meets it. Bands of a scale may overlap; each stands by itself. */
export const Band = z.strictObject({
  band: Code,
  label: LocalText,
  /** Among whom the cut was found. */
  population: LocalText,
  /** Of the source; null when it is not known. */
  year: z.int().min(1900).max(2100).nullable(),
  /** Points of the scale; exactly one of the four. */
  at_least: z.number().optional(),
  above: z.number().optional(),
  at_most: z.number().optional(),
  below: z.number().optional(),
  source: z.string().min(1),
  verified: Verified,
});
export type Band = z.infer<typeof Band>;

/** One limit, in points of the scale. */
export type Cut =
  | Readonly<{ at_least: number }>
  | Readonly<{ above: number }>
  | Readonly<{ at_most: number }>
  | Readonly<{ below: number }>;

/** The one cut of a band. Throws when it has none; the schema refuses that. */
export function readCut({ at_least, above, at_most, below }: Band): Cut {
  if (at_least !== undefined) return { at_least };
  if (above !== undefined) return { above };
  if (at_most !== undefined) return { at_most };
  if (below !== undefined) return { below };
  throw new Error("A band must have a cut.");
}

/** How a population scored, in points of the scale. */
export const Norm = z.strictObject({
  population: LocalText,
  /** Of the source; null when it is not known. */
  year: z.int().min(1900).max(2100).nullable(),
  respondents: z.int().min(1),
  mean: z.number(),
  standard_deviation: z.number().positive().nullable(),
  source: z.string().min(1),
  verified: Verified,
});
export type Norm = z.infer<typeof Norm>;

/** A year from which figures of a population can't be compared with those before it. */
export const SeriesBreak = z.strictObject({ year: z.int().min(1900).max(2100), note: LocalText });
export type SeriesBreak = z.infer<typeof SeriesBreak>;

export const Scale = z.strictObject({
  scale: Code,
  title: LocalText,
  /** One sentence on what a score says, for the report. */
  meaning: LocalText,
  area: Area.optional(),
  /** True for a first test for an illness: its bands are about persons in care and can't be the line of a scan. */
  screening: z.boolean().optional(),
  /** Item codes; omitted means every item of the instrument. An item belongs to one scale only. */
  items: z.array(z.string()).min(1).optional(),
  /**
   * Instead of items: the scales this one is the mean of, each weighted by its number of items. A total must be made this
   * way: a total of its own beside its parts would give away the people who left an item blank.
   */
  made_of: z.array(Code).min(2).optional(),
  /**
   * mean: mean of the answered items. sum: their sum, with every item answered.
   * nps: 100 x (promoters - detractors) / respondents, of one item.
   */
  score: z.enum(["mean", "sum", "nps"]),
  /** Only with mean: points are 0-100, (mean - minimum) x 100 / (maximum - minimum). */
  rescaled: z.boolean().optional(),
  /** Smallest number of answered items for a person to have a score; not for a scale made of scales. */
  minimum_answered: z.int().min(1).optional(),
  higher_is: z.enum(["better", "worse"]),
  /** Only for nps: promoters answer at least, detractors answer at most. */
  promoter_from: z.int().optional(),
  detractor_to: z.int().optional(),
  bands: z.array(Band).optional(),
  norms: z.array(Norm).optional(),
});
export type Scale = z.infer<typeof Scale>;

export const Instrument = z
  .strictObject({
    instrument: Code,
    version: z.int().min(1),
    title: LocalText,
    citation: z.string().min(1),
    licence: Licence,
    /** An instrument that still misses something to score by is an InstrumentTemplate. */
    status: z.literal("ready").optional(),
    /** The closed answer scale of every item. `decimals` > 0 means an already scored, continuous value. */
    answers: z.strictObject({
      minimum: z.number(),
      maximum: z.number(),
      decimals: z.int().min(0).max(10).default(0),
      /** The response set whose labels may stand for the numbers. */
      response_set: Code.optional(),
    }),
    items: z.array(Item).min(1).max(200),
    /** Years from which published figures can't be compared with those before. */
    series_breaks: z.array(SeriesBreak).optional(),
    /** One instrument is one block: all its scales share one respondent base, the people who have every scale. */
    scales: z.array(Scale).min(1),
    /** What is our own choice or could not be checked against a source. */
    unverified: z.array(LocalText).default([]),
  })
  .superRefine((value, context) => {
    const codes = new Set(value.items.map((item) => item.item));
    const complain = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    if (codes.size !== value.items.length) complain(["items"], "must not name an item twice");
    const { minimum, maximum, decimals } = value.answers;
    if (minimum >= maximum) complain(["answers"], "minimum must be below maximum");
    for (const limit of [minimum, maximum]) {
      if (Number(limit.toFixed(decimals)) !== limit)
        complain(
          ["answers"],
          `must have limits with at most the ${decimals} decimals of its answers; ${limit} has more`,
        );
      if (Math.abs(limit) > 1000) complain(["answers"], `must have limits between -1000 and 1000; found ${limit}`);
    }
    value.items.forEach(({ question }, index) => {
      if (question !== undefined && !value.licence.redistribute_text)
        complain(["items", index, "question"], "can't be given: the licence says redistribute_text: false");
    });
    value.scales.forEach((scale, index) => {
      if (value.scales.findIndex((one) => one.scale === scale.scale) < index)
        complain(["scales", index, "scale"], "must not occur twice");
      if (scale.rescaled && scale.score !== "mean")
        complain(["scales", index, "rescaled"], "must stand with score: mean only");
      if (scale.score === "nps" && scale.bands !== undefined)
        complain(["scales", index, "bands"], "can't stand with score: nps, which is a score of groups");
      for (const [path, message] of findFigureFaults(scale, findLimits(value, scale)))
        complain(["scales", index, ...path], message);
    });
    const taken = new Map<string, string>();
    value.scales.forEach((scale, index) => {
      if (scale.made_of !== undefined) return;
      const items = scale.items ?? [...codes];
      for (const item of items) {
        const other = taken.get(item);
        if (!codes.has(item)) complain(["scales", index, "items"], `can't find item ${item} in this instrument`);
        if (other !== undefined)
          complain(
            ["scales", index, "items"],
            `must not share item ${item} with scale ${other}; use made_of for a total`,
          );
        taken.set(item, scale.scale);
      }
      if (scale.minimum_answered === undefined || scale.minimum_answered > items.length)
        complain(
          ["scales", index, "minimum_answered"],
          `must be given, at most the ${items.length} items of the scale`,
        );
      else if (scale.score === "sum" && scale.minimum_answered < items.length)
        complain(["scales", index, "minimum_answered"], `must be all ${items.length} items: a sum needs every answer`);
      if (scale.score !== "nps") return;
      if (items.length !== 1) complain(["scales", index, "items"], "must be exactly one item for an nps score");
      if (scale.promoter_from === undefined || scale.detractor_to === undefined)
        complain(["scales", index], "must give promoter_from and detractor_to for an nps score");
      else if (
        minimum > scale.detractor_to ||
        scale.detractor_to >= scale.promoter_from ||
        scale.promoter_from > maximum
      )
        complain(["scales", index], "must have minimum <= detractor_to < promoter_from <= maximum");
    });
    const parts = new Map<string, string>();
    value.scales.forEach((scale, index) => {
      if (scale.made_of === undefined) return;
      const path = ["scales", index, "made_of"];
      if (scale.items !== undefined || scale.minimum_answered !== undefined || scale.score !== "mean")
        complain(path, "must stand without items and minimum_answered, with score: mean");
      for (const name of scale.made_of) {
        const part = value.scales.find((one) => one.scale === name);
        if (part === undefined || part.made_of !== undefined || part.score !== "mean")
          complain(path, `must name scales of items; ${name} is not one`);
        else if ((part.rescaled ?? false) !== (scale.rescaled ?? false))
          complain(path, `must name scales in the same points, all rescaled or none; ${name} is not like it`);
        else if (part.higher_is !== scale.higher_is)
          complain(path, `must name scales that point the same way; ${name} does not`);
        if (parts.has(name)) complain(path, `must not use scale ${name} twice`);
        parts.set(name, scale.scale);
      }
    });
  });
export type Instrument = z.infer<typeof Instrument>;

/** Lowest and highest points a person can have on the scale. */
export function findLimits(
  { answers, items }: Pick<Instrument, "answers" | "items">,
  scale: Scale,
): Readonly<{ minimum: number; maximum: number }> {
  if (scale.score === "nps") return { minimum: -100, maximum: 100 };
  if (scale.score === "mean")
    return scale.rescaled ? { minimum: 0, maximum: 100 } : { minimum: answers.minimum, maximum: answers.maximum };
  const own = scale.items ?? items.map(({ item }) => item);
  const add = (limit: number) => Number((limit * own.length).toFixed(answers.decimals));
  return { minimum: add(answers.minimum), maximum: add(answers.maximum) };
}

type Fault = readonly [path: PropertyKey[], message: string];

/** Bands and norms must lie on their scale; a band has one cut and a code of its own. */
function findFigureFaults(
  { bands = [], norms = [] }: Scale,
  { minimum, maximum }: ReturnType<typeof findLimits>,
): Fault[] {
  const findOff = (path: PropertyKey[], points: number): Fault[] =>
    points < minimum || points > maximum
      ? [fault(path, `must lie on the scale, ${minimum} to ${maximum}; found ${points}`)]
      : [];
  return [
    ...bands.flatMap((band, index): Fault[] => {
      const cuts = cutKinds.flatMap((kind) => band[kind] ?? []);
      return [
        ...(cuts.length === 1
          ? []
          : [fault(["bands", index], "must have exactly one of at_least, above, at_most and below")]),
        ...cuts.flatMap((cut) => findOff(["bands", index], cut)),
        ...(bands.findIndex((one) => one.band === band.band) < index
          ? [fault(["bands", index, "band"], `must not use the code ${band.band} twice`)]
          : []),
      ];
    }),
    ...norms.flatMap(({ mean }, index) => findOff(["norms", index, "mean"], mean)),
  ];
}

const fault = (path: PropertyKey[], message: string): Fault => [path, message];

/**
 * An instrument that can't be scored yet, because we could not read its items or rule: it lists what is known and what the
 * analyst must fill in from a copy of the own. Filled in, it is an Instrument.
 */
export const InstrumentTemplate = z.strictObject({
  instrument: Code,
  version: z.int().min(1),
  title: LocalText,
  citation: z.string().min(1),
  licence: Licence,
  status: z.literal("needs_analyst"),
  /** What the analyst must fill in before it can be scored. */
  needed: z.array(LocalText).min(1),
  /** Slots: codes, with labels that say no more than we know. */
  items: z
    .array(z.strictObject({ item: ItemCode, label: LocalText }))
    .min(1)
    .max(200),
  scales: z
    .array(
      z.strictObject({
        scale: Code,
        title: LocalText,
        meaning: LocalText,
        area: Area,
        higher_is: z.enum(["better", "worse"]),
      }),
    )
    .min(1),
  unverified: z.array(LocalText).default([]),
});
export type InstrumentTemplate = z.infer<typeof InstrumentTemplate>;

/** Why a questionnaire can't use this instrument yet, and what to do; the path and the dot are the caller's. */
export const refuseUnready = ({ instrument, needed, citation }: InstrumentTemplate): string =>
  `can't be scored yet: ${instrument} needs the analyst. Fill in ${needed.map(({ en }) => en).join("; ")}, from a copy that you ` +
  `may use, in an instrument file of your own, and list that file under instruments. Source: ${citation}`;

/** The name of a measure everywhere, from SQL to chart: instrument.scale. */
export const measureName = (instrument: string, scale: string): string => `${instrument}.${scale}`;
