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
  /** Item codes; omitted means every item of the instrument. An item belongs to one scale only. */
  items: z.array(z.string()).min(1).optional(),
  /**
   * Instead of items: the scales this one is the mean of, each weighted by its number of items. A total must be made this
   * way: a total of its own beside its parts would give away the people who left an item blank.
   */
  made_of: z.array(Code).min(2).optional(),
  /** mean: mean of the answered items. nps: 100 x (promoters - detractors) / respondents, of one item. */
  score: z.enum(["mean", "nps"]),
  /** Smallest number of answered items for a person to have a score; not for a scale made of scales. */
  minimum_answered: z.int().min(1).optional(),
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
      /** The response set whose labels may stand for the numbers. */
      response_set: Code.optional(),
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
        else if (part.higher_is !== scale.higher_is)
          complain(path, `must name scales that point the same way; ${name} does not`);
        if (parts.has(name)) complain(path, `must not use scale ${name} twice`);
        parts.set(name, scale.scale);
      }
    });
  });
export type Instrument = z.infer<typeof Instrument>;

/** The name of a measure everywhere, from SQL to chart: instrument.scale. */
export const measureName = (instrument: string, scale: string): string => `${instrument}.${scale}`;
