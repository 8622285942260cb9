/**
 * The whole pipeline on one screen. With the files of `run/`, the only place that imports stages.
 * Confidential until protect; everything after it is a function of what was released.
 */
import { listEmbedded } from "../reports/list-embedded.ts";
import { summariseInOneParagraph } from "../reports/summary.ts";
import { listSentences } from "../reports/texts/list-sentences.ts";
import type { Certificate } from "../schemas/certificate.ts";
import type { LineRecord } from "../schemas/line.ts";
import type { Membership } from "../schemas/membership.ts";
import type { Policy } from "../schemas/policy.ts";
import type { PublishedCell, Release } from "../schemas/release.ts";
import { makePolicy } from "./protect/make-policy.ts";
import { type Draft, draftRelease, sealRelease } from "./publish/compose-release.ts";
import { openFiles, type ReleaseFile, refuseTarget, type Written, writeRelease } from "./publish/write-release.ts";
import type { Plan } from "./read-scan.ts";
import { addUp } from "./run/add-up.ts";
import { assessWaves } from "./run/assess-waves.ts";
import { calibrateNewest } from "./run/calibrate-newest.ts";
import { certify, hashText, refuseLeaks, writeCertificate } from "./run/certify.ts";
import { type ChosenWaves, choose, hideUnits } from "./run/choose.ts";
import { listAttributes, listMeasures, listRemarks } from "./run/describe-data.ts";
import type { Effects } from "./run/effects.ts";
import { findHidden, type Hidden } from "./run/hide-leavers.ts";
import { type Ingested, ingest } from "./run/ingest.ts";
import { linkOutcomes } from "./run/link-outcomes.ts";
import { protectCells, protectDrivers, protectStatistics } from "./run/protect.ts";
import { readMemberships } from "./run/read-memberships.ts";
import {
  type LedgerAccess,
  listBefore,
  openRecords,
  type Records,
  recordLine,
  recordRelease,
  refuseConflict,
} from "./run/records.ts";
import { refuseProblems } from "./run/refuse-problems.ts";
import { dataFiles, renderFiles } from "./run/render-files.ts";
import { refuseArtefacts } from "./scan-artefacts/refuse-artefacts.ts";
import { scanArtefacts } from "./scan-artefacts/scan-artefacts.ts";
import { exitCode, UserError } from "./user-error.ts";

/** A release with everything that belongs to it. */
export type Made = Readonly<{ release: Release; memberships: readonly Membership[] }>;

/** `keepTrack` is told of the folder in which the release is written: it must go when the process ends before the work does. */
type Place = Readonly<{ access: LedgerAccess; audience: string; keepTrack: (draft: string) => void }>;

/** Runs everything and writes the release folder and the ledger's line: both, or neither. */
export async function run(
  plan: Plan,
  folder: string,
  effects: Effects,
  { access, audience, keepTrack }: Place,
): Promise<{ release: Release; certificate: Certificate; written: Written }> {
  refuseTarget(folder);
  const records = openRecords(access, plan);
  const made = await makeRelease(plan, effects, records);
  const { release, memberships } = made;
  effects.announce("Comparing with earlier releases");
  refuseConflict(records, made);
  effects.announce("Attacking the release");
  const { tool } = effects;
  const data = dataFiles(release);
  const text = data[0]?.content ?? "";
  const earlier = listBefore(records, hashText(text));
  const certificate = await certify({ release, files: data, memberships, earlier, tool });
  refuseLeaks(certificate);
  const files = listAll(data, writeCertificate(certificate), renderFiles(release, certificate, effects));
  const written = await writeRelease(folder, files, {
    tool,
    policyHash: release.policy.hash,
    keepTrack,
    check: (draft) => {
      effects.announce("Looking through every file");
      refuseArtefacts(scanArtefacts({ release, files: openFiles(draft), ...listSayings(release) }));
    },
    record: () => recordRelease(records, { text, memberships, audience, tool }),
  });
  return { release, certificate, written };
}

async function* listAll(
  data: readonly ReleaseFile[],
  certificate: ReleaseFile,
  rendered: AsyncIterable<ReleaseFile>,
): AsyncGenerator<ReleaseFile> {
  yield* data;
  yield certificate;
  yield* rendered;
}

/** What the reports can say by themselves, and what is printed. */
const listSayings = (release: Release) => ({
  sentences: listSentences(),
  printed: [summariseInOneParagraph(release, "nl"), summariseInOneParagraph(release, "en")],
  embedded: listEmbedded(),
});

/** The whole pipeline up to a sealed release. Throws a UserError for bad input or when nothing can be released. */
export async function makeRelease(plan: Plan, effects: Effects, records: Records): Promise<Made> {
  const policy = makePolicy(plan.policy);
  const line = recordLine(records, plan);
  const ledgerKey = records.key.bytes;
  const ingested = await ingest(plan, effects, ledgerKey);
  try {
    refuseProblems(ingested.problems);
    effects.announce("Scoring and adding up");
    const sums = await addUp(plan, ingested);
    const memberships = await readMemberships(ingested, sums, ledgerKey);
    effects.announce("Protecting");
    const choice = { policy, measure: plan.line.measure, earlier: records.rollUps };
    const chosen = await choose(ingested, sums, choice);
    const made = { plan, effects, policy, line, ingested, memberships, records };
    const draft = await protectAll(made, chosen, new Map());
    const hidden =
      policy.stayers === "unchanged" ? await findHidden(draft, memberships, records.earlier) : new Map<string, never>();
    const safe = hidden.size === 0 ? draft : await protectAll(made, chosen, hidden);
    refuseEmptyRelease(safe.cells, policy);
    effects.announce("Assessing the teams");
    return { release: sealRelease(assessDraft(safe, ingested, plan, effects)), memberships };
  } finally {
    ingested.database.close();
  }
}

/** Everything that is made of published figures. */
function assessDraft(draft: Draft, { trees, outcomes }: Ingested, plan: Plan, effects: Effects): Release {
  const assessed = { ...draft, ...assessWaves(draft, trees, plan) };
  const models = calibrateNewest(assessed, plan.line.measure, effects);
  return { ...assessed, models, ...linkOutcomes(assessed, plan, outcomes) };
}

/** Protects what was chosen, without what must stay hidden, and puts the release together up to its assessments. */
async function protectAll(
  input: Readonly<{
    plan: Plan;
    effects: Effects;
    policy: Policy;
    line: LineRecord;
    ingested: Ingested;
    memberships: readonly Membership[];
    records: Records;
  }>,
  { chosen: all, rollUps }: ChosenWaves,
  hidden: Hidden,
): Promise<Draft> {
  const { plan, effects, policy, line, ingested } = input;
  const chosen = all.map((one) => hideUnits(one, hidden));
  const attributes = listAttributes(plan);
  return draftRelease({
    scan: plan.scan,
    tool: effects.tool,
    config_hash: plan.config_hash,
    policy,
    instruments: [...plan.instruments.values()],
    trees: ingested.trees,
    rollUps,
    attributes,
    measures: listMeasures(plan, chosen),
    line,
    cells: await protectCells(ingested, chosen, { ...input, attributes, hidden }),
    statistics: await protectStatistics(plan, ingested.database, chosen, policy),
    drivers: await protectDrivers(plan, ingested.database, chosen, policy),
    exports: ingested.exports,
    rosters: ingested.rosters.map(({ wave, inspection }) => ({ wave, ...inspection })),
    remarks: chosen.flatMap((one) => listRemarks(one, policy.k.mean)),
  });
}

function refuseEmptyRelease(cells: readonly PublishedCell[], { k }: Policy): void {
  if (cells.some(({ status }) => status === "released")) return;
  throw new UserError(
    `Nothing can be released: no group has ${k.mean} answers that can be shown safely. ` +
      "Wait for more answers; the thresholds can't be lowered.",
    exitCode.nothingReleasable,
  );
}
