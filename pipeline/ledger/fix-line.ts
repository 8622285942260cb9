/**
 * Fixes the line of waves that have none yet, as an entry of its own. In: the opened ledger, the waves, their line and the day. Out: the
 * entry, or none when every wave has its line.
 */
import type { LineEntry, OpenWave } from "../../schemas/ledger.ts";
import type { FixedLine } from "../../schemas/line.ts";
import { listLines, makeEntry, writeLine } from "./chain.ts";
import { type Disk, replaceFile, disk as thisDisk } from "./disk.ts";
import { nameChain, publicFile } from "./layout.ts";
import type { Ledger } from "./open-ledger.ts";
import { findUnfixed } from "./state-line.ts";
import { writeIgnored, writeToLedger } from "./write-to-ledger.ts";

/** `today`: ISO 8601. Throws a UserError of exit code 6 when another run is writing, or wrote since the ledger was opened. */
export function fixLine(
  ledger: Ledger,
  given: Readonly<{ waves: readonly OpenWave[]; lines: readonly FixedLine[]; today: string; tool: string }>,
  disk: Disk = thisDisk,
): LineEntry | null {
  const waves = findUnfixed(listLines(ledger.chain), given.waves);
  if (waves.length === 0) return null;
  const { lines, today, tool } = given;
  const entry = makeEntry<LineEntry>(ledger.chain, {
    kind: "line",
    fixed_date: today,
    tool,
    waves: waves.map(({ wave, opened_date, closed_date }) => ({ wave, opened_date, closed_date })),
    lines: [...lines],
  });
  return writeToLedger(ledger, disk, () => {
    writeIgnored(ledger.folder, disk);
    replaceFile(disk, nameChain(ledger.folder), [ledger.text, writeLine(entry)], publicFile);
    return entry;
  });
}
