/** Figures of the organisation's own administration per team: absence, turnover, productivity. They are joined after protection. */
import { z } from "zod";

/** One row per unit and period of one file. */
export const OutcomeRow = z.strictObject({
  /** The code used in the roster. */
  unit: z.string().min(1),
  /** What the file calls a period, such as 2026-03. */
  period: z.string().min(1),
  /** In the unit of the outcome, as the file has it. */
  value: z.number(),
  /** People the value is about. */
  headcount: z.int().min(0),
});
export type OutcomeRow = z.infer<typeof OutcomeRow>;
