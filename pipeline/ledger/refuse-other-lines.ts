/** Holds what releases say of their line against the chain. In: the opened ledger. A line that was replaced afterwards has another fingerprint. */
import { nameChain, refuseLedger, shorten } from "./layout.ts";
import type { Ledger } from "./open-ledger.ts";

/** Throws a UserError of exit code 6 when a release names an entry that is not before it. What was imported may name another ledger's. */
export function refuseOtherLines({ folder, chain, readRelease }: Ledger): void {
  const before = new Set<string>();
  for (const entry of chain) {
    if (entry.kind === "line") before.add(entry.hash);
    const named = entry.kind === "release" ? readRelease(entry).line?.entry : undefined;
    if (named !== undefined && !before.has(named))
      throw refuseLedger(
        nameChain(folder),
        `must hold the line that release ${entry.number} was made with (${shorten(named)}…), but it is not there: ` +
          "it was replaced or lost. Restore ledger.jsonl from a backup.",
      );
  }
}
