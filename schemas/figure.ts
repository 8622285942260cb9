/** What several parts of a release are made of: intervals, and the groups that figures are about. */
import { z } from "zod";
import { Code } from "./text.ts";

/** Lower and upper end of an interval, in the unit of the figure it belongs to. */
export const Interval = z.strictObject({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

/** The people of a unit with one value of an attribute: "in this department, shorter than a year". */
export const Segment = z.strictObject({ attribute: Code, value: Code });
export type Segment = z.infer<typeof Segment>;

/** A count that is published exactly, or as "fewer than k", or, of people who are nearly everyone, as "more than". */
export const Count = z.union([
  z.int().min(0),
  z.strictObject({ fewer_than: z.int() }),
  z.strictObject({ more_than: z.int() }),
]);
export type Count = z.infer<typeof Count>;
