/**
 * Writes a release of many teams as `run` does once the figures are there: every edition, chart and table in both languages, the scan of
 * every file, the manifest. Prints how long it took and the most memory that the process held.
 *
 * Run: node dist/bench/large-release.js [teams]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFiles, writeRelease } from "../pipeline/publish/write-release.ts";
import { writeCertificate } from "../pipeline/run/certify.ts";
import { dataFiles, renderFiles } from "../pipeline/run/render-files.ts";
import { refuseArtefacts } from "../pipeline/scan-artefacts/refuse-artefacts.ts";
import { scanArtefacts } from "../pipeline/scan-artefacts/scan-artefacts.ts";
import { listEmbedded } from "../reports/list-embedded.ts";
import { listSentences } from "../reports/texts/list-sentences.ts";
import { makeCertificate, makeExample } from "./make-release.ts";

const teams = Number(process.argv[2] ?? 5000);
const release = makeExample(teams, Math.ceil(teams / 125));
const certificate = makeCertificate(release);
const home = mkdtempSync(join(tmpdir(), "vitascan-bench-"));
const start = performance.now();
let written = start;

async function* listAll() {
  yield* dataFiles(release);
  yield writeCertificate(certificate);
  yield* renderFiles(release, certificate, { announce: () => {} });
}

try {
  const folder = join(home, "release");
  await writeRelease(folder, listAll(), {
    tool: "vitascan",
    policyHash: release.policy.hash,
    keepTrack: () => {},
    check: (draft) => {
      written = performance.now();
      const files = openFiles(draft);
      refuseArtefacts(
        scanArtefacts({ release, files, sentences: listSentences(), printed: [], embedded: listEmbedded() }),
      );
    },
    record: () => {},
  });
  const seconds = (from: number, until: number) => ((until - from) / 1000).toFixed(0);
  const most = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${teams} teams: ${openFiles(folder).length} files; drawn and written in ${seconds(start, written)} s, scanned in ${seconds(written, performance.now())} s; at most ${Math.round(most)} MiB`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
