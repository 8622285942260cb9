/**
 * Adds a release to the ledger, and before it the line of waves that it is the first of. In: the opened ledger, release.json, the people
 * behind it. Out: its entry.
 *
 * Order: the key, the memberships, the copy of release.json under a name that does not count yet, then ledger.jsonl as a whole
 * by one renaming, then the copy's own name. Whatever is interrupted before that renaming, the old ledger holds; after it, the
 * new one, since a copy is also found under its first name.
 */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ChainEntry, LedgerEntry, LineEntry } from "../../schemas/ledger.ts";
import type { Membership } from "../../schemas/membership.ts";
import { Release } from "../../schemas/release.ts";
import { type EntryContent, listLines, makeEntry, writeLine } from "./chain.ts";
import { type Disk, replaceFile, disk as thisDisk } from "./disk.ts";
import { nameChain, nameCopy, nameReleases, publicFile } from "./layout.ts";
import { keepKey, type LedgerKey } from "./ledger-key.ts";
import { writeMembership } from "./membership-file.ts";
import type { Ledger } from "./open-ledger.ts";
import { findUnfixed } from "./state-line.ts";
import { writeIgnored, writeToLedger } from "./write-to-ledger.ts";

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
  return writeToLedger(ledger, disk, () => ({
    entry: writeEntry(ledger, addition, sha256, disk),
    outcome: "appended",
  }));
}

function writeEntry(ledger: Ledger, addition: Addition, sha256: string, disk: Disk): LedgerEntry {
  const { folder, chain, text } = ledger;
  writeIgnored(folder, disk);
  finishCopies(ledger, disk);
  keepKey(folder, addition.key, disk);
  const memberships = addition.memberships.map((membership) => ({
    wave: membership.wave,
    questionnaire: membership.questionnaire,
    membership: writeMembership(folder, membership, disk),
  }));
  const release = Release.parse(JSON.parse(addition.text));
  const line = describeLine(chain, release, addition.tool);
  const entry = makeEntry([...chain, ...line], describe(addition, release, { sha256, memberships }));
  const copy = nameCopy(folder, sha256);
  disk.write(`${copy}.part`, [addition.text], publicFile);
  replaceFile(disk, nameChain(folder), [text, ...[...line, entry].map(writeLine)], publicFile);
  disk.rename(`${copy}.part`, copy);
  return entry;
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

/** The line of waves that are published for the first time, when the release says what it is. */
function describeLine(chain: readonly ChainEntry[], { line, waves }: Release, tool: string): LineEntry[] {
  if (line === undefined) return [];
  const own = waves.filter(({ wave }) => !line.other_lines.includes(wave));
  const unfixed = findUnfixed(listLines(chain), own);
  if (unfixed.length === 0) return [];
  return [makeEntry<LineEntry>(chain, { kind: "line", fixed_date: null, tool, waves: unfixed, lines: line.lines })];
}

function describe(
  { kind, audience, tool }: Addition,
  { policy, waves }: Release,
  { sha256, memberships }: Readonly<{ sha256: string; memberships: LedgerEntry["memberships"] }>,
): EntryContent<LedgerEntry> {
  const order = waves.map(({ wave }) => wave);
  const byWave = (a: (typeof memberships)[number], b: (typeof memberships)[number]) =>
    order.indexOf(a.wave) - order.indexOf(b.wave) || (a.questionnaire < b.questionnaire ? -1 : 1);
  return {
    kind,
    release: sha256,
    audience,
    tool,
    policy_hash: policy.hash,
    waves: waves.map(({ wave, closed_date }) => ({ wave, closed_date })),
    memberships: [...memberships].sort(byWave),
  };
}
