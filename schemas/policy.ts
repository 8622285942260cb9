/**
 * The publication policy: from how many respondents a figure may be published.
 * The floor is in code: no setting goes below it.
 */
import { z } from "zod";

/** No figure about fewer than this many respondents is ever published. */
export const floor = 5;

/** k per preset. mean: means, eNPS, participation. detail: promoters, passives and detractors. */
export const presets = {
  standard: { mean: 5, detail: 10 },
  strict: { mean: 10, detail: 20 },
  pmo: { mean: 15, detail: 20 },
} as const;

export const Preset = z.enum(["standard", "strict", "pmo"]);
export type Preset = z.infer<typeof Preset>;

/** What scan.yaml may say: a preset, and per kind of figure a higher k. */
export const PolicyChoice = z.strictObject({
  preset: Preset.default("standard"),
  k: z
    .strictObject({ mean: z.int().min(floor).max(1000).optional(), detail: z.int().min(floor).max(1000).optional() })
    .default({}),
});
export type PolicyChoice = z.infer<typeof PolicyChoice>;

export const Policy = z.strictObject({
  preset: Preset,
  k: z.strictObject({ mean: z.int().min(floor).max(1000), detail: z.int().min(floor).max(1000) }),
  /** eNPS at or beyond these points is published as "at most" or "at least" the edge when n is below `below`. */
  enps_band: z.strictObject({ low: z.number(), high: z.number(), below: z.int() }),
  /** Share of the answer scale that stays open for every respondent, given everything published. */
  open_share: z.number(),
  /** Organisation statistics need at least this many released teams and degrees of freedom. */
  statistics: z.strictObject({ teams: z.int(), degrees_of_freedom: z.int() }),
});
export type Policy = z.infer<typeof Policy>;
