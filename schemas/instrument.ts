/** An instrument: which items a questionnaire holds, how they score into scales, and under which licence. */
import { z } from "zod";
import { Code, LocalText } from "./text.ts";

export const Item = z.strictObject({
  /** The item's code as published, for example BAT01. */
  item: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
  /** Our own short label, never the item's protected wording. */
  label: LocalText,
  /** True when a high answer means the opposite of what the scale measures: scored as minimum + maximum - answer. */
  reversed: z.boolean().default(false),
});
export type Item = z.infer<typeof Item>;

export const Scale = z.strictObject({
  scale: Code,
  title: LocalText,
  /** One sentence on what a score says, for the report. */
  meaning: LocalText,
  /** Item codes; omitted means every item of the instrument. */
  items: z.array(z.string()).min(1).optional(),
  /** mean: mean of the answered items. nps: 100 x (promoters - detractors) / respondents, of one item. */
  score: z.enum(["mean", "nps"]),
  /** Smallest number of answered items for a person to have a score. */
  minimum_answered: z.int().min(1),
  higher_is: z.enum(["better", "worse"]),
  /** Only for nps: promoters answer at least, detractors answer at most. */
  promoter_from: z.int().optional(),
  detractor_to: z.int().optional(),
});
export type Scale = z.infer<typeof Scale>;

export const Instrument = z
  .strictObject({
    instrument: Code,
    version: z.int().min(1),
    title: LocalText,
    citation: z.string().min(1),
    licence: z.strictObject({ id: z.string(), redistribute_text: z.boolean(), note: z.string().optional() }),
    /** The closed answer scale of every item. `decimals` > 0 means an already scored, continuous value. */
    answers: z.strictObject({
      minimum: z.number(),
      maximum: z.number(),
      decimals: z.int().min(0).max(10).default(0),
    }),
    items: z.array(Item).min(1).max(200),
    /** One instrument is one block: all its scales share one respondent base, the people who have every scale. */
    scales: z.array(Scale).min(1),
    /** What is our own choice or could not be checked against a source. */
    unverified: z.array(LocalText).default([]),
  })
  .superRefine((value, context) => {
    const codes = new Set(value.items.map((item) => item.item));
    const complain = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    if (codes.size !== value.items.length) complain(["items"], "must not name an item twice");
    if (value.answers.minimum >= value.answers.maximum) complain(["answers"], "minimum must be below maximum");
    value.scales.forEach((scale, index) => {
      const items = scale.items ?? [...codes];
      for (const item of items)
        if (!codes.has(item)) complain(["scales", index, "items"], `can't find item ${item} in this instrument`);
      if (scale.minimum_answered > items.length)
        complain(["scales", index, "minimum_answered"], `must be at most the ${items.length} items of the scale`);
      if (scale.score !== "nps") return;
      if (items.length !== 1) complain(["scales", index, "items"], "must be exactly one item for an nps score");
      if (scale.promoter_from === undefined || scale.detractor_to === undefined)
        complain(["scales", index], "must give promoter_from and detractor_to for an nps score");
      else if (scale.promoter_from <= scale.detractor_to)
        complain(["scales", index], "promoter_from must be above detractor_to");
    });
  });
export type Instrument = z.infer<typeof Instrument>;

/** The name of a measure everywhere, from SQL to chart: instrument.scale. */
export const measureName = (instrument: string, scale: string): string => `${instrument}.${scale}`;
