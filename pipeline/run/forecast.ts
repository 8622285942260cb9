/** What would be hidden under each preset, in counts, before anything is final. */
import { type Policy, PolicyChoice, Preset } from "../../schemas/policy.ts";
import { makePolicy } from "../protect/make-policy.ts";
import type { Plan } from "../read-scan.ts";
import { addUp } from "./add-up.ts";
import { choose } from "./choose.ts";
import type { Effects } from "./effects.ts";
import { ingest } from "./ingest.ts";
import { refuseProblems } from "./refuse-problems.ts";

/** What each policy would hide, in counts: one row per preset, wave, questionnaire and instrument. */
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
}>;

/** Forecasts the policy of scan.yaml first, then the other presets. Nothing is released by it but these counts. */
export async function forecast(plan: Plan, effects: Effects): Promise<Forecast[]> {
  const ingested = await ingest(plan, effects);
  const others = Preset.options.filter((preset) => preset !== plan.scan.policy.preset);
  const policies = [plan.scan.policy, ...others.map((preset) => PolicyChoice.parse({ preset }))].map(makePolicy);
  try {
    refuseProblems(ingested.problems);
    const sums = await addUp(plan, ingested);
    const rows: Forecast[] = [];
    for (const policy of policies) {
      const { chosen } = await choose(ingested, sums, { policy, measure: plan.line.measure, earlier: [] });
      for (const { aggregated, units, blocks } of chosen)
        for (const { block, shown } of blocks)
          rows.push({
            preset: policy.preset,
            k: policy.k,
            wave: aggregated.wave,
            questionnaire: aggregated.questionnaire,
            instrument: block.instrument,
            units: units.length,
            shown: shown.mean.size,
            detailed: shown.detail.size,
            teams: units.filter(({ leaf }) => leaf).length,
            teams_shown: units.filter(({ leaf, unit }) => leaf && shown.mean.has(unit)).length,
          });
    }
    return rows;
  } finally {
    ingested.database.close();
  }
}
