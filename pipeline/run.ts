/**
 * The whole pipeline on one screen. With the files of `run/`, the only place that imports stages.
 * Confidential until protect; everything after it is a function of what was released.
 */
import type { Policy } from "../schemas/policy.ts";
import type { PublishedCell, Release } from "../schemas/release.ts";
import { makePolicy } from "./protect/make-policy.ts";
import { draftRelease, sealRelease } from "./publish/compose-release.ts";
import { refuseTarget, type Written, writeRelease } from "./publish/write-release.ts";
import type { Plan } from "./read-scan.ts";
import { addUp } from "./run/add-up.ts";
import { assessWaves } from "./run/assess-waves.ts";
import { choose } from "./run/choose.ts";
import { listMeasures, listRemarks } from "./run/describe-data.ts";
import type { Effects } from "./run/effects.ts";
import { ingest } from "./run/ingest.ts";
import { protectCells, protectDrivers, protectStatistics } from "./run/protect.ts";
import { refuseProblems } from "./run/refuse-problems.ts";
import { exitCode, UserError } from "./user-error.ts";

/** Runs everything and writes the release folder: complete or absent. */
export async function run(
  plan: Plan,
  folder: string,
  effects: Effects,
): Promise<{ release: Release; written: Written }> {
  refuseTarget(folder);
  const release = await makeRelease(plan, effects);
  const { renderFiles } = await import("./run/render-files.ts");
  const files = await renderFiles(release, effects);
  effects.announce("Writing the release");
  return { release, written: writeRelease(folder, files, effects.tool, release.policy.hash) };
}

/** The whole pipeline up to a sealed release. Throws a UserError for bad input or when nothing can be released. */
export async function makeRelease(plan: Plan, effects: Effects): Promise<Release> {
  const policy = makePolicy(plan.scan.policy);
  const ingested = await ingest(plan, effects);
  try {
    refuseProblems(ingested.problems);
    effects.announce("Scoring and adding up");
    const sums = await addUp(plan, ingested);
    effects.announce("Protecting");
    const { chosen, rollUps } = await choose(ingested, sums, { policy, measure: plan.line.measure, earlier: [] });
    const cells = chosen.flatMap((one) => protectCells(one, policy));
    const statistics = await protectStatistics(plan, ingested.database, chosen, policy);
    const drivers = await protectDrivers(plan, ingested.database, chosen, policy);
    refuseEmptyRelease(cells, policy);
    const draft = draftRelease({
      scan: plan.scan,
      tool: effects.tool,
      config_hash: plan.config_hash,
      policy,
      instruments: [...plan.instruments.values()],
      trees: ingested.trees,
      rollUps,
      measures: listMeasures(plan, chosen),
      cells,
      statistics,
      drivers,
      exports: ingested.exports,
      rosters: ingested.rosters.map(({ wave, inspection }) => ({ wave, ...inspection })),
      remarks: chosen.flatMap((one) => listRemarks(one, policy.k.mean)),
    });
    effects.announce("Assessing the teams");
    return sealRelease({ ...draft, ...assessWaves(draft, ingested.trees, plan) });
  } finally {
    ingested.database.close();
  }
}

function refuseEmptyRelease(cells: readonly PublishedCell[], { k }: Policy): void {
  if (cells.some(({ status }) => status === "released")) return;
  throw new UserError(
    `Nothing can be released: no group has ${k.mean} answers that can be shown safely. ` +
      "Wait for more answers; the thresholds can't be lowered.",
    exitCode.nothingReleasable,
  );
}
