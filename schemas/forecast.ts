/** What a scan would show under each policy: counts, before anything is final. */
import type { Policy } from "./policy.ts";

/**
 * What each policy would hide, in counts: one row per preset, wave, questionnaire and instrument. `units` and `teams` are those of
 * the roster; `roll_ups` those shown beside them; `segments` those shown, null where no attribute is mapped.
 */
export type Forecast = Readonly<{
  preset: string;
  k: Policy["k"];
  wave: string;
  questionnaire: string;
  instrument: string;
  units: number;
  shown: number;
  detailed: number;
  teams: number;
  teams_shown: number;
  roll_ups: number;
  segments: number | null;
}>;
