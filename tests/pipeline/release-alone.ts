/** Makes a release as if nothing was ever published, for tests that are not about the ledger. */
import { join } from "node:path";
import type { Plan } from "../../pipeline/read-scan.ts";
import type { Effects } from "../../pipeline/run/effects.ts";
import { openRecords } from "../../pipeline/run/records.ts";
import { makeRelease } from "../../pipeline/run.ts";
import type { Release } from "../../schemas/release.ts";

/** Reads a ledger that is not there, below the private folder; writes nothing. */
export async function makeReleaseAlone(plan: Plan, effects: Effects): Promise<Release> {
  const access = {
    folder: join(effects.privateFolder, "no-ledger"),
    key: "0".repeat(64),
    random: () => new Uint8Array(32),
  };
  const { release } = await makeRelease(plan, effects, openRecords(access, plan));
  return release;
}
