/** Attacks a release folder as it lies there: the auditor on its data, with the people in the ledger, then the scan of every file. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listEmbedded } from "../../reports/list-embedded.ts";
import { listSentences } from "../../reports/texts/list-sentences.ts";
import type { Certificate } from "../../schemas/certificate.ts";
import { Release } from "../../schemas/release.ts";
import { type NumberedRelease, openLedger } from "../ledger/open-ledger.ts";
import { openFiles } from "../publish/write-release.ts";
import type { Finding } from "../scan-artefacts/finding.ts";
import { scanArtefacts } from "../scan-artefacts/scan-artefacts.ts";
import { exitCode, UserError } from "../user-error.ts";
import { certify, hashText } from "./certify.ts";

/** The certificate of what lies in the folder, and the places in its files that say more than release.json. */
export type FolderAudit = Readonly<{ certificate: Certificate; findings: readonly Finding[] }>;

/**
 * Audits `folder` with everything that the ledger says was published before it. Needs no key and no answer. Throws a UserError when there is no
 * release, or (exit code 6) when the ledger does not know it: then nobody can say whom its figures are about.
 */
export async function auditFolder(folder: string, ledgerFolder: string, tool: string): Promise<FolderAudit> {
  const release = readRelease(folder);
  const files = openFiles(folder);
  const id = hashText(files.find(({ path }) => path === "release.json")?.content ?? "");
  const ledger = openLedger(ledgerFolder);
  const position = ledger.entries.findIndex((entry) => entry.release === id);
  const own = ledger.entries[position];
  if (own === undefined)
    throw new UserError(
      `${folder}: can't be audited with the ledger ${ledgerFolder}: this release is not in it. Name its ledger with --ledger, or ` +
        "take the release in with vitascan ledger import.",
      exitCode.ledgerConflict,
    );
  const earlier = ledger.entries.slice(0, position).map(
    (entry): NumberedRelease => ({
      number: entry.number,
      release: ledger.readRelease(entry),
      memberships: ledger.readMemberships(entry),
    }),
  );
  const data = files.filter(({ path }) => path === "release.json" || path.startsWith("tables/"));
  const certificate = await certify({ release, files: data, memberships: ledger.readMemberships(own), earlier, tool });
  const findings = scanArtefacts({ release, files, sentences: listSentences(), printed: [], embedded: listEmbedded() });
  return { certificate, findings };
}

function readRelease(folder: string): Release {
  const path = join(folder, "release.json");
  if (!existsSync(path))
    throw new UserError(
      `${folder}: must be a release folder, but it has no release.json. Give the folder that run made.`,
    );
  try {
    return Release.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new UserError(`${folder}: can't read release.json: it is damaged or not made by this version.`);
  }
}
