/** The line of a wave as it was fixed, and what a release says about when. Public: holds no figure of an answer. */
import { z } from "zod";
import { IsoDate } from "./text.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A line of scan.yaml with its numbers, as `ResolvedLine` has them; `source` says where these come from. */
export const FixedLine = z.strictObject({
  kind: z.enum(["own_organisation", "absolute", "norm", "band"]),
  measure: z.string(),
  /** Distance from the mean, in standard deviations; absent for a band. */
  delta: z.number().optional(),
  benchmark_mean: z.number().optional(),
  benchmark_standard_deviation: z.number().optional(),
  band: z.string().optional(),
  /** The cut of a band, in points of the measure. */
  value: z.number().optional(),
  source: z.string().optional(),
});
export type FixedLine = z.infer<typeof FixedLine>;

/**
 * When the line was fixed, by the opening and closing dates of the wave; on the day of opening it counts as later, on that of closing it is still open.
 * with_first_release: by the first release of the wave, so after the answers were in.
 */
export const LineMoment = z.enum(["before_opening", "while_open", "after_closing", "with_first_release"]);
export type LineMoment = z.infer<typeof LineMoment>;

/** The line of the newest wave, which all waves of the release are held against. */
export const LineRecord = z.strictObject({
  wave: z.string(),
  /** That of the primary indicator first. */
  lines: z.array(FixedLine).min(1),
  fixed: LineMoment,
  /** Absent when the first release fixed it; else as the computer that wrote the ledger had it. */
  fixed_date: IsoDate.optional(),
  /** `hash` of the line of ledger.jsonl that fixed it; absent when the first release did. */
  entry: sha256.optional(),
  /** Earlier waves of the release for which another line was fixed. */
  other_lines: z.array(z.string()),
});
export type LineRecord = z.infer<typeof LineRecord>;
