/**
 * The publication policy: from how many respondents a figure may be published, and what stays open for everyone.
 * The floors are in code: no setting goes below them, and every measure can be set stricter.
 */
import { z } from "zod";

/** No figure about fewer than this many respondents is ever published. */
export const floor = 5;

/**
 * k per preset. mean: means, eNPS, participation. detail: promoters, passives and detractors. crossed: the figures of a segment
 * in a unit; differences of published figures, segments among them, are held to the k of the mean.
 */
export const presets = {
  standard: { mean: 5, detail: 10, crossed: 10 },
  strict: { mean: 10, detail: 20, crossed: 20 },
  pmo: { mean: 15, detail: 20, crossed: 20 },
} as const;

export const Preset = z.enum(["standard", "strict", "pmo"]);
export type Preset = z.infer<typeof Preset>;

const k = z.int().min(floor).max(1000);

/**
 * may_change: a person's answer in one wave tells nothing exact about the answer in another.
 * unchanged: an attacker may take it for granted that who stayed answered the same, so that a leaver can be subtracted.
 */
export const Stayers = z.enum(["may_change", "unchanged"]);

/** What scan.yaml may say: a preset, and per measure a stricter value. */
export const PolicyChoice = z.strictObject({
  preset: Preset.default("standard"),
  k: z.strictObject({ mean: k.optional(), detail: k.optional(), crossed: k.optional() }).default({}),
  /** Colleagues who pool their own answers: added to every k. */
  insiders: z.int().min(0).max(20).default(0),
  /** Share of the answer scale that stays open for everyone. */
  open_share: z.number().min(0.5).max(0.9).default(0.5),
  /** Points of eNPS at or beyond which a group with fewer respondents than `below` is published as the edge itself. */
  enps_band: z
    .strictObject({
      low: z.int().min(-80).max(-10).default(-80),
      high: z.int().min(10).max(80).default(80),
      below: z.int().min(20).max(1000).default(20),
    })
    .default({ low: -80, high: 80, below: 20 }),
  stayers: Stayers.default("may_change"),
  /** Whether small units of one unit are shown together as its rest. */
  roll_up: z.boolean().default(true),
});
export type PolicyChoice = z.infer<typeof PolicyChoice>;

export const Policy = z.strictObject({
  preset: Preset,
  k: z.strictObject({ mean: k, detail: k, crossed: k }),
  insiders: z.int().min(0),
  /** eNPS at or beyond these points is published as "at most" or "at least" the edge when n is below `below`. */
  enps_band: z.strictObject({ low: z.number(), high: z.number(), below: z.int() }),
  /** Share of the answer scale that stays open for every respondent, given everything published. */
  open_share: z.number(),
  /** Organisation statistics need at least this many released teams and degrees of freedom. */
  statistics: z.strictObject({ teams: z.int(), degrees_of_freedom: z.int() }),
  stayers: Stayers,
  roll_up: z.boolean(),
});
export type Policy = z.infer<typeof Policy>;
