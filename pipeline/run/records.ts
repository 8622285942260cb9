/** The ledger as a run sees it: what was published before, its key, and what a new release may not do beside it. */
import type { Membership } from "../../schemas/membership.ts";
import type { Release } from "../../schemas/release.ts";
import { appendEntry } from "../ledger/append-entry.ts";
import { checkPolicy } from "../ledger/check-policy.ts";
import { explainConflict, findConflict } from "../ledger/find-conflict.ts";
import { findLedgerKey, type LedgerKey } from "../ledger/ledger-key.ts";
import { type Ledger, type NumberedRelease, openLedger, readAll } from "../ledger/open-ledger.ts";
import { findLeak } from "../protect/k-rule/find-leak.ts";
import type { RollUp } from "../protect/roll-up/plan-roll-ups.ts";

/** Where the ledger is and what it is opened with. */
export type LedgerAccess = Readonly<{
  folder: string;
  /** A key from outside, 64 hexadecimal digits. */
  key: string | undefined;
  random: (bytes: number) => Uint8Array;
}>;

export type Records = Readonly<{ ledger: Ledger; key: LedgerKey; earlier: readonly NumberedRelease[] }>;

/** `before`: only what was published before the release with this sha256; all when left out. */
export function openRecords({ folder, key, random }: LedgerAccess, before?: string): Records {
  const ledger = openLedger(folder);
  const last = ledger.entries.findIndex(({ release }) => release === before);
  const all = readAll(ledger);
  return {
    ledger,
    key: findLedgerKey({ folder, entries: ledger.entries.length, given: key, random }),
    earlier: last === -1 ? all : all.slice(0, last),
  };
}

/** Roll-ups of earlier releases: what a group is called stays what it is. The earliest wins. */
export function listRollUps({ earlier }: Records): RollUp[] {
  const rollUps = new Map<string, RollUp>();
  for (const { release } of earlier)
    for (const { unit, parent, members } of release.units)
      if (members !== undefined && parent !== null && !rollUps.has(unit)) rollUps.set(unit, { unit, parent, members });
  return [...rollUps.values()];
}

/** Throws a UserError: exit code 7 when the policy is weaker than before, 6 when the release conflicts with an earlier one. */
export function refuseConflicts(
  { ledger, earlier }: Records,
  release: Release,
  memberships: readonly Membership[],
): void {
  const named = earlier.map((one) => ({
    ...one,
    id: ledger.entries.find(({ number }) => number === one.number)?.release ?? "",
  }));
  checkPolicy(named, release);
  const conflict = findConflict({ earlier, release, memberships, findLeak });
  if (conflict !== null) throw explainConflict(conflict, ledger.entries);
}

/** Writes the release into the ledger; nothing when it is there already. */
export const record = (
  { ledger, key }: Records,
  {
    text,
    memberships,
    audience,
    tool,
  }: Readonly<{ text: string; memberships: readonly Membership[]; audience: string; tool: string }>,
) => appendEntry(ledger, { kind: "release", text, audience, tool, memberships, key });
