/** What would be hidden under each preset, in counts, before anything is final. */
import type { Forecast } from "../../schemas/forecast.ts";
import { PolicyChoice, Preset } from "../../schemas/policy.ts";
import { makePolicy } from "../protect/make-policy.ts";
import type { Plan } from "../read-scan.ts";
import { addUp } from "./add-up.ts";
import { choose } from "./choose.ts";
import type { Effects } from "./effects.ts";
import { ingest, type PlacedExport } from "./ingest.ts";
import { refuseProblems } from "./refuse-problems.ts";
import { choosePeople } from "./segments.ts";

/**
 * Forecasts the policy of scan.yaml first, then the other presets, as if nothing was published before. Nothing is released by it but these
 * counts.
 */
export async function forecast(plan: Plan, effects: Effects): Promise<Forecast[]> {
  const ingested = await ingest(plan, effects);
  const others = Preset.options.filter((preset) => preset !== plan.policy.preset);
  const policies = [plan.policy, ...others.map((preset) => PolicyChoice.parse({ preset }))].map(makePolicy);
  try {
    refuseProblems(ingested.problems);
    const sums = await addUp(plan, ingested);
    const rows: Forecast[] = [];
    for (const policy of policies) {
      effects.announce(`Choosing what ${policy.preset} would show`);
      const { chosen } = await choose(ingested, sums, { policy, measure: plan.line.measure, earlier: [] });
      for (const one of chosen) {
        const own = ingested.exports.find(({ table }) => table === one.aggregated.responses) as PlacedExport;
        const nothing = { policy, findEarlier: () => [], hidden: new Map() };
        const segmented = await choosePeople(ingested.database, one, own, nothing);
        const units = one.units.filter(({ members }) => members === undefined);
        for (const { block, shown } of one.blocks)
          rows.push({
            preset: policy.preset,
            k: policy.k,
            wave: one.aggregated.wave,
            questionnaire: one.aggregated.questionnaire,
            instrument: block.instrument,
            units: units.length,
            shown: units.filter(({ unit }) => shown.mean.has(unit)).length,
            detailed: units.filter(({ unit }) => shown.detail.has(unit)).length,
            teams: units.filter(({ leaf }) => leaf).length,
            teams_shown: units.filter(({ leaf, unit }) => leaf && shown.mean.has(unit)).length,
            roll_ups: one.units.filter(({ members, unit }) => members !== undefined && shown.mean.has(unit)).length,
            segments: segmented.find((other) => other.block === block)?.segments.length ?? null,
          });
      }
    }
    return rows;
  } finally {
    ingested.database.close();
  }
}
