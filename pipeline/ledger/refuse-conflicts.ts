/**
 * Holds a release against the whole ledger before it is published. In: the opened ledger, the release and its people, a test of
 * the k-rule. Out: nothing, or the error that says why it can't be published.
 */
import type { LedgerEntry } from "../../schemas/ledger.ts";
import type { Membership } from "../../schemas/membership.ts";
import { checkItems } from "./check-items.ts";
import { checkNames } from "./check-names.ts";
import { checkPolicy } from "./check-policy.ts";
import { explainConflict, type FindLeak, findConflict } from "./find-conflict.ts";
import type { Ledger, NumberedRelease, Published } from "./open-ledger.ts";

/**
 * Names first, then the policy (UserError of exit code 7), then figures and the k-rule (exit code 6). Only memberships that matter
 * are read: of releases that share a wave, or of all when stayers are taken to be unchanged.
 */
export function refuseConflicts(
  ledger: Ledger,
  current: Readonly<{ release: Published; memberships: readonly Membership[] }>,
  findLeak: FindLeak,
): void {
  const { release, memberships } = current;
  const all = ledger.entries.map((entry) => ({
    entry,
    id: entry.release,
    number: entry.number,
    release: ledger.readRelease(entry),
  }));
  const isFirm = [release, ...all.map((one) => one.release)].some(({ policy }) => policy.stayers === "unchanged");
  const matters = ({ waves }: LedgerEntry) => isFirm || waves.some(({ wave }) => isIn(release, wave));
  const earlier: NumberedRelease[] = all.map((one) => ({
    number: one.number,
    release: one.release,
    memberships: matters(one.entry) ? ledger.readMemberships(one.entry) : [],
  }));
  checkNames(earlier, current);
  checkItems(earlier, current);
  checkPolicy(all, release);
  const number = ledger.chain.length + 1;
  const conflict = findConflict({ earlier, release, memberships, number, findLeak });
  if (conflict !== null) throw explainConflict(conflict, ledger.entries);
}

const isIn = ({ waves }: Published, wave: string): boolean => waves.some((one) => one.wave === wave);
