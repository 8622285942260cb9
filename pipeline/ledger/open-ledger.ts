/**
 * Opens the ledger of an organisation: everything published before. In: its folder. Out: its entries, checked, and a way to
 * read what was published and who is behind it. A folder that is not there is a ledger without entries.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ChainEntry, LedgerEntry } from "../../schemas/ledger.ts";
import type { Membership } from "../../schemas/membership.ts";
import { Release } from "../../schemas/release.ts";
import { listReleases, readChain } from "./chain.ts";
import { nameChain, nameCopy, nameReleases, refuseLedger, shorten } from "./layout.ts";
import { readMembership } from "./membership-file.ts";

/** What comparing releases needs of release.json; what a later version adds to it is left aside. */
const Published = z.object({
  line: z.object({ entry: z.string().optional() }).optional(),
  ...Release.pick({
    organisation: true,
    policy: true,
    waves: true,
    units: true,
    attributes: true,
    measures: true,
    cells: true,
    statistics: true,
    instruments: true,
    provenance: true,
  }).shape,
});
export type Published = Readonly<z.infer<typeof Published>>;

/** A release with its number in the ledger and the people behind its figures. */
export type NumberedRelease = Readonly<{ number: number; release: Published; memberships: readonly Membership[] }>;

export type Ledger = Readonly<{
  folder: string;
  /** Releases and lines that were fixed, oldest first. */
  chain: readonly ChainEntry[];
  /** The releases among them. */
  entries: readonly LedgerEntry[];
  /** The bytes of ledger.jsonl. */
  text: string;
  /** What an entry published. Throws a UserError of exit code 6 when this version can't read it. */
  readRelease: (entry: LedgerEntry) => Published;
  /** The people behind an entry's figures. Throws a UserError of exit code 6 when a file is missing or was changed. */
  readMemberships: (entry: LedgerEntry) => readonly Membership[];
}>;

/**
 * Reads and checks the chain and the copies of what was published; memberships are checked when they are read. Throws a
 * UserError of exit code 6 when the chain is broken, has lost lines, or a copy is missing or changed.
 */
export function openLedger(folder: string): Ledger {
  const path = nameChain(folder);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const chain = readChain(text, path);
  const entries = listReleases(chain);
  refuseLostLines(folder, entries);
  for (const entry of entries) readCopy(folder, entry);
  const memberships = new Map<string, Membership>();
  const readOnce = (sha256: string): Membership => {
    const membership = memberships.get(sha256) ?? readMembership(folder, sha256);
    memberships.set(sha256, membership);
    return membership;
  };
  return {
    folder,
    chain,
    entries,
    text,
    readRelease: (entry) => readPublished(folder, entry),
    readMemberships: (entry) => entry.memberships.map(({ membership }) => readOnce(membership)),
  };
}

/** Every entry with its release and memberships, oldest first; memberships that are the same are read once. */
export const readAll = (ledger: Ledger): NumberedRelease[] =>
  ledger.entries.map((entry) => ({
    number: entry.number,
    release: ledger.readRelease(entry),
    memberships: ledger.readMemberships(entry),
  }));

/** A copy gets its name only after its line is in the chain: a copy without a line means that lines were lost. */
function refuseLostLines(folder: string, entries: readonly LedgerEntry[]): void {
  const releases = nameReleases(folder);
  if (!existsSync(releases)) return;
  const known = new Set(entries.map(({ release }) => `${release}.json`));
  const stray = readdirSync(releases).find((name) => /^[0-9a-f]{64}\.json$/.test(name) && !known.has(name));
  if (stray !== undefined)
    throw refuseLedger(
      nameChain(folder),
      `must have a line for every release, but ${join("releases", stray)} has none: lines were lost. ` +
        "Restore ledger.jsonl from a backup; what was published can't be taken back by forgetting it.",
    );
}

/**
 * The bytes of release.json of an entry. Right after the line was written a copy still has the name it was written under; the
 * next run gives it its own.
 */
function readCopy(folder: string, { release, number }: LedgerEntry): string {
  const path = nameCopy(folder, release);
  const found = [path, `${path}.part`].find((one) => existsSync(one));
  if (found === undefined)
    throw refuseLedger(
      path,
      `can't find the copy of release ${number}. Restore it from a backup, or copy release.json of the release folder here.`,
    );
  const bytes = readFileSync(found);
  if (createHash("sha256").update(bytes).digest("hex") !== release)
    throw refuseLedger(
      found,
      `must be release ${number} as it was published, but its bytes were changed. ` +
        `Restore it from a backup, or copy release.json of the release folder here (${shorten(release)}…).`,
    );
  return bytes.toString("utf8");
}

function readPublished(folder: string, entry: LedgerEntry): Published {
  const parsed = Published.safeParse(JSON.parse(readCopy(folder, entry)));
  if (parsed.success) return parsed.data;
  throw refuseLedger(
    nameCopy(folder, entry.release),
    `can't read release ${entry.number}: it was made by ${entry.tool}. Use a version that can read it.`,
  );
}
