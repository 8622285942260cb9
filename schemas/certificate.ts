/** certificate.json: what an independent auditor found when it attacked a release together with all earlier ones. */
import { z } from "zod";
import { Segment } from "./release.ts";

const base = { wave: z.string(), questionnaire: z.string(), instrument: z.string().nullable() };

/**
 * set: a combination of published figures is a figure about fewer than k people. insider: the same after one respondent or one
 * manager fills in the own answer. replay: the same with figures of an earlier release. interval: somebody's answer is narrowed to less
 * than the open share of the scale. band: a bounded or banded figure can be computed. inventory: a file holds a figure that no
 * released cell has.
 */
export const AttackKind = z.enum(["set", "insider", "replay", "interval", "band", "inventory"]);
export type AttackKind = z.infer<typeof AttackKind>;

/** A leak that anyone can check by hand: coefficients times published figures. */
export const Leak = z.strictObject({
  attack: AttackKind,
  ...base,
  measure: z.string().nullable(),
  /** People the combination is about; null where that is not what leaks. */
  respondents: z.int().nullable(),
  combination: z.array(
    z.strictObject({
      /** Number of the release in the ledger; this one has the highest. */
      release: z.int(),
      unit: z.string(),
      segment: Segment.nullable(),
      coefficient: z.int(),
      /** Only where it is not the leak's own: figures of several waves were combined. */
      wave: z.string().optional(),
    }),
  ),
  /** In plain English: "org - D1 - D2 = 3 respondents". */
  explanation: z.string(),
});
export type Leak = z.infer<typeof Leak>;

/** An attack that could not be carried out in full, and why. */
export const Unproven = z.strictObject({ ...base, attack: AttackKind, reason: z.string() });
export type Unproven = z.infer<typeof Unproven>;

/** One row per base: one instrument of one questionnaire in one wave, or its participation (instrument null). */
export const AuditedBase = z.strictObject({
  ...base,
  /** k of this base. */
  k: z.int(),
  respondents: z.int(),
  /** Published groups over all releases, and how many of them say something new. */
  groups: z.int(),
  rank: z.int(),
  /** Sets of respondents that no published group tells apart. */
  atoms: z.int(),
  /** Sets of fewer than k people that were tried. */
  sets_tested: z.int(),
  /**
   * Fewest people that a combination of figures was seen to be about; null when nothing is published. Without leaks none is
   * below k; on one tree it is the least there is.
   */
  smallest_support: z.int().nullable(),
  /** Narrowest share of the answer scale left for anyone, 0-1, over all measures of the base; null where no answer is at stake. */
  tightest_interval: z.number().nullable(),
  /** Intervals computed: people (as atoms) x measures x categories. */
  intervals_tested: z.int(),
  /** Promoters, passives and detractors, where the base publishes them: groups of their own, with the k of detail. */
  detail: z
    .strictObject({ k: z.int(), groups: z.int(), rank: z.int(), smallest_support: z.int().nullable() })
    .optional(),
});
export type AuditedBase = z.infer<typeof AuditedBase>;

export const Certificate = z.strictObject({
  format: z.literal("vitascan-certificate/1"),
  tool: z.string(),
  /** sha256 of the audited release.json. */
  release: z.string(),
  policy_hash: z.string(),
  /** clean: every attack was carried out in full and failed. unproven: an attack ran out of its budget; treated as a leak. */
  verdict: z.enum(["clean", "leak", "unproven"]),
  /** Releases tested together, this one included. */
  releases: z.int(),
  bases: z.array(AuditedBase),
  /** Files read and numbers traced to released cells. */
  inventory: z.strictObject({ files: z.int(), numbers: z.int() }),
  /** Withheld cells that were shown on purpose to see whether the auditor notices: how many should be noticed, how many were. */
  self_test: z.strictObject({ planted: z.int(), found: z.int() }),
  leaks: z.array(Leak),
  /** Only with the verdict unproven, or beside leaks: attacks that were not carried out in full. */
  unproven: z.array(Unproven).optional(),
});
export type Certificate = z.infer<typeof Certificate>;
