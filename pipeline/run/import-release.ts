/** Takes into the ledger what was published without it: who is behind the figures follows from the scan of that time. */
import { makePolicy } from "../protect/make-policy.ts";
import { hashPolicy } from "../publish/compose-release.ts";
import type { Plan } from "../read-scan.ts";
import { addUp } from "./add-up.ts";
import { listAllMeasures, listAttributes } from "./describe-data.ts";
import type { Effects } from "./effects.ts";
import { ingest } from "./ingest.ts";
import { type ImportScan, importPublished } from "./manage-ledger.ts";
import { readMemberships } from "./read-memberships.ts";
import type { LedgerAccess } from "./records.ts";
import { refuseProblems } from "./refuse-problems.ts";

/** `source`: a release folder, a release.json or a CSV of figures. */
export const importRelease = (
  source: string,
  plan: Plan,
  { access, audience, effects }: Readonly<{ access: LedgerAccess; audience: string; effects: Effects }>,
) =>
  importPublished({
    source,
    folder: access.folder,
    audience,
    tool: effects.tool,
    givenKey: access.key,
    random: access.random,
    collect: (key) => collect(plan, effects, key),
  });

/** The scan up to who is counted where. */
async function collect(plan: Plan, effects: Effects, key: Uint8Array): Promise<ImportScan> {
  const { scan } = plan;
  const policy = makePolicy(plan.policy);
  const ingested = await ingest(plan, effects, key);
  try {
    refuseProblems(ingested.problems);
    const sums = await addUp(plan, ingested);
    const newest = ingested.trees.at(-1) ?? [];
    return {
      memberships: await readMemberships(ingested, sums, key),
      frame: {
        organisation: scan.organisation,
        language: scan.language,
        policy: { ...policy, hash: hashPolicy(policy) },
        waves: scan.waves.map(({ wave, opened_date, closed_date }) => ({ wave, opened_date, closed_date })),
        units: newest.map(({ unit, name, parent, level, leaf }) => ({ unit, name, parent, level, leaf })),
        attributes: listAttributes(plan),
        measures: listAllMeasures(plan, sums),
        responses: scan.responses,
        accept: scan.accept,
      },
    };
  } finally {
    ingested.database.close();
  }
}
