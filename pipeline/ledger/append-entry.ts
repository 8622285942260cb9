/**
 * Adds a release to the ledger. In: the opened ledger, release.json, the people behind it. Out: its entry.
 *
 * Order: the key, the memberships, the copy of release.json under a name that does not count yet, then ledger.jsonl as a whole
 * by one renaming, then the copy's own name. Whatever is interrupted before that renaming, the old ledger holds; after it, the
 * new one, since a copy is also found under its first name.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LedgerEntry } from "../../schemas/ledger.ts";
import type { Membership } from "../../schemas/membership.ts";
import { Release } from "../../schemas/release.ts";
import { type EntryContent, makeEntry, writeLine } from "./chain.ts";
import { type Disk, replaceFile, disk as thisDisk } from "./disk.ts";
import {
  nameChain,
  nameCopy,
  nameLock,
  namePrivate,
  nameReleases,
  privateFolder,
  publicFile,
  publicFolder,
  refuseLedger,
} from "./layout.ts";
import { keepKey, type LedgerKey } from "./ledger-key.ts";
import { writeMembership } from "./membership-file.ts";
import type { Ledger } from "./open-ledger.ts";

export type Addition = Readonly<{
  kind: LedgerEntry["kind"];
  /** The text of release.json, byte for byte as it is published. */
  text: string;
  audience: string;
  tool: string;
  /** One per wave and questionnaire of the release. */
  memberships: readonly Membership[];
  /** What the people in the memberships are hashed with. */
  key: LedgerKey;
}>;

/** unchanged: this very release.json is in the ledger already, and nothing was written. */
export type Appended = Readonly<{ entry: LedgerEntry; outcome: "appended" | "unchanged" }>;

/**
 * Appends an entry, durably and whole or not at all. Throws a UserError of exit code 6 when another run is writing, or wrote
 * since the ledger was opened: what was tested would not be all that was published.
 */
export function appendEntry(ledger: Ledger, addition: Addition, disk: Disk = thisDisk): Appended {
  const sha256 = createHash("sha256").update(addition.text).digest("hex");
  const known = ledger.entries.find(({ release }) => release === sha256);
  if (known !== undefined) return { entry: known, outcome: "unchanged" };
  makeFolders(ledger.folder, disk);
  return withLock(ledger.folder, disk, () => {
    refuseStale(ledger);
    return { entry: writeEntry(ledger, addition, sha256, disk), outcome: "appended" };
  });
}

function makeFolders(folder: string, disk: Disk): void {
  disk.makeFolder(folder, publicFolder);
  disk.makeFolder(nameReleases(folder), publicFolder);
  disk.makeFolder(namePrivate(folder), privateFolder);
}

function withLock<T>(folder: string, disk: Disk, work: () => T): T {
  const path = nameLock(folder);
  try {
    disk.claim(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw refuseLedger(
      path,
      "can't write to the ledger while another run does: wait until it is done and run again. " +
        "If no other run is busy, one was interrupted: delete this file and run again; the ledger itself is whole.",
    );
  }
  try {
    return work();
  } finally {
    disk.remove(path);
  }
}

function refuseStale({ folder, text }: Ledger): void {
  const path = nameChain(folder);
  const now = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (now !== text)
    throw refuseLedger(
      path,
      "must not change while a run compares with it, but another run added a release. Run again.",
    );
}

function writeEntry(ledger: Ledger, addition: Addition, sha256: string, disk: Disk): LedgerEntry {
  const { folder, entries, text } = ledger;
  writeIgnored(folder, disk);
  finishCopies(ledger, disk);
  keepKey(folder, addition.key, disk);
  const memberships = addition.memberships.map((membership) => ({
    wave: membership.wave,
    questionnaire: membership.questionnaire,
    membership: writeMembership(folder, membership, disk),
  }));
  const entry = makeEntry(entries, describe(addition, sha256, memberships));
  const copy = nameCopy(folder, sha256);
  disk.write(`${copy}.part`, [addition.text], publicFile);
  replaceFile(disk, nameChain(folder), [text, writeLine(entry)], publicFile);
  disk.rename(`${copy}.part`, copy);
  return entry;
}

/** The private part and what only matters while writing don't belong in version control. */
function writeIgnored(folder: string, disk: Disk): void {
  const path = join(folder, ".gitignore");
  if (!existsSync(path)) replaceFile(disk, path, ["private/\nlock\n*.part\n"], publicFile);
}

/** After an interruption: copies whose line is in the chain get their name, others were never published. */
function finishCopies({ folder, entries }: Ledger, disk: Disk): void {
  const known = new Set(entries.map(({ release }) => `${release}.json.part`));
  for (const name of readdirSync(nameReleases(folder)).filter((one) => one.endsWith(".part"))) {
    const path = join(nameReleases(folder), name);
    if (known.has(name)) disk.rename(path, path.slice(0, -".part".length));
    else disk.remove(path);
  }
}

function describe(addition: Addition, release: string, memberships: LedgerEntry["memberships"]): EntryContent {
  const { kind, audience, tool } = addition;
  const { policy, waves } = Release.parse(JSON.parse(addition.text));
  const order = waves.map(({ wave }) => wave);
  const byWave = (a: (typeof memberships)[number], b: (typeof memberships)[number]) =>
    order.indexOf(a.wave) - order.indexOf(b.wave) || (a.questionnaire < b.questionnaire ? -1 : 1);
  return {
    kind,
    release,
    audience,
    tool,
    policy_hash: policy.hash,
    waves: waves.map(({ wave, closed_date }) => ({ wave, closed_date })),
    memberships: [...memberships].sort(byWave),
  };
}
