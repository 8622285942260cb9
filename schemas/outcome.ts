/** Figures of the organisation's own administration per team: absence, turnover, productivity. They are joined after protection. */
import { z } from "zod";
import { Code, LocalText } from "./text.ts";

/** A year, quarter, month, week or day: 2026, 2026-Q1, 2026-03, 2026-W05, 2026-03-31. In the order of their text they follow each other. */
export const Period = z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])|-W[0-5]\d|-(0[1-9]|1[0-2])-[0-3]\d)?$/);

/** One row per unit and period of one file. */
export const OutcomeRow = z.strictObject({
  /** The code used in the roster. */
  unit: z.string().min(1),
  period: Period,
  /** In the unit of the outcome, as the file has it. */
  value: z.number(),
  /** People the value is about. */
  headcount: z.int().min(0),
});
export type OutcomeRow = z.infer<typeof OutcomeRow>;

/** What the columns of its file are called, in English and in Dutch. */
export const outcomeColumns: Readonly<Record<keyof OutcomeRow, readonly string[]>> = {
  unit: ["unit", "eenheid"],
  period: ["period", "periode"],
  value: ["value", "waarde"],
  headcount: ["headcount", "medewerkers"],
};

/** What an outcome costs, as a range with its source: whole amounts of `currency` (ISO 4217). */
export const CostAssumption = z
  .strictObject({
    /**
     * unit_per_employee_year: of one unit of the value, for one employee, during a year, such as a percentage point of absence.
     * unit: of one unit of the value, which is a count, such as a leaver.
     */
    per: z.enum(["unit_per_employee_year", "unit"]),
    low: z.int().min(1),
    high: z.int().min(1),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default("EUR"),
    source: z.string().min(1),
  })
  .refine(({ low, high }) => low < high, {
    path: ["high"],
    message: "must be more than low: what something costs is not known to one amount",
  });
export type CostAssumption = z.infer<typeof CostAssumption>;

const described = {
  title: LocalText,
  /** What its values count, such as "% of working time". */
  unit_of_value: LocalText,
  higher_is: z.enum(["better", "worse"]),
  cost: CostAssumption.optional(),
};

/** What scan.yaml says of an outcome, besides where its file is. */
export const OutcomeDescription = z.strictObject(described);
export type OutcomeDescription = z.infer<typeof OutcomeDescription>;

/** What a release says of an outcome. */
export const ReleaseOutcome = z.strictObject({ outcome: Code, ...described });
export type ReleaseOutcome = z.infer<typeof ReleaseOutcome>;
