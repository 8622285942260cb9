/** The ledger as a run sees it: its key, and what was published before about the same people. */
import type { ChainEntry, LineEntry } from "../../schemas/ledger.ts";
import type { LineRecord } from "../../schemas/line.ts";
import type { Membership } from "../../schemas/membership.ts";
import type { Release } from "../../schemas/release.ts";
import { appendEntry } from "../ledger/append-entry.ts";
import { listLines, listReleases } from "../ledger/chain.ts";
import { describeLines } from "../ledger/describe-lines.ts";
import { findLedgerKey, type LedgerKey } from "../ledger/ledger-key.ts";
import { listRollUps } from "../ledger/list-roll-ups.ts";
import { type Ledger, type NumberedRelease, openLedger } from "../ledger/open-ledger.ts";
import { refuseConflicts } from "../ledger/refuse-conflicts.ts";
import { stateLine } from "../ledger/state-line.ts";
import { findLeak } from "../protect/k-rule/find-leak.ts";
import type { RollUp } from "../protect/roll-up/plan-roll-ups.ts";
import type { Plan } from "../read-scan.ts";

/** Where the ledger is and what it is opened with. */
export type LedgerAccess = Readonly<{
  folder: string;
  /** A key from outside, 64 hexadecimal digits. */
  key: string | undefined;
  random: (bytes: number) => Uint8Array;
}>;

export type Records = Readonly<{
  ledger: Ledger;
  key: LedgerKey;
  /** Releases that share a wave with the scan, or all when stayers are taken to be unchanged; with the people behind them. */
  earlier: readonly NumberedRelease[];
  /** Lines that were fixed before. */
  lines: readonly LineEntry[];
  /** Of every release: what a group is called stays what it is. */
  rollUps: readonly RollUp[];
}>;

/** Opens the ledger; with `before` (the sha256 of a release) as it was when that release was made. Writes nothing. */
export function openRecords({ folder, key, random }: LedgerAccess, { scan, policy }: Plan, before?: string): Records {
  const ledger = openLedger(folder);
  const chain = cutChain(ledger.chain, before);
  const entries = listReleases(chain);
  const names = new Set(scan.waves.map(({ wave }) => wave));
  const related = entries.filter(
    ({ waves }) => policy.stayers === "unchanged" || waves.some(({ wave }) => names.has(wave)),
  );
  return {
    ledger,
    key: findLedgerKey({ folder, entries: ledger.entries.length, given: key, random }),
    earlier: related.map((entry) => ({
      number: entry.number,
      release: ledger.readRelease(entry),
      memberships: ledger.readMemberships(entry),
    })),
    lines: listLines(chain),
    rollUps: listRollUps(entries.map(ledger.readRelease)),
  };
}

/** What came before the release with this sha256; everything when it is new. */
function cutChain(chain: readonly ChainEntry[], release: string | undefined): readonly ChainEntry[] {
  const last = chain.findIndex((entry) => entry.kind !== "line" && entry.release === release);
  return last === -1 ? chain : chain.slice(0, last);
}

/** What the release says of its line. Throws a UserError of exit code 6 when another one was fixed for the newest wave. */
export const recordLine = ({ lines }: Records, { scan, line, indicators }: Plan): LineRecord =>
  stateLine(lines, { waves: scan.waves, lines: describeLines([line, ...indicators]) });

/** What was published before the release with this sha256: all there is when it is new, less when it is made once more. */
export const listBefore = ({ ledger, earlier }: Records, release: string): NumberedRelease[] => {
  const number = ledger.entries.find((entry) => entry.release === release)?.number ?? Number.POSITIVE_INFINITY;
  return earlier.filter((one) => one.number < number);
};

/** A release and the people behind it. */
type Made = Readonly<{ release: Release; memberships: readonly Membership[] }>;

/** Throws a UserError: exit code 7 when the policy is weaker than before, 6 when the release conflicts with an earlier one. */
export const refuseConflict = ({ ledger }: Records, made: Made): void => refuseConflicts(ledger, made, findLeak);

/** Writes the release into the ledger; nothing when it is there already. */
export const recordRelease = (
  { ledger, key }: Records,
  addition: Readonly<{ text: string; memberships: readonly Membership[]; audience: string; tool: string }>,
): void => void appendEntry(ledger, { kind: "release", key, ...addition });
