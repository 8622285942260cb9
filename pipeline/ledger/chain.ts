/**
 * The chain of ledger.jsonl: every line holds the hash of the line before it, so that no line can be changed or taken out
 * unseen. In: the text of the file, or what a new line is about. Out: one entry per line, or a line.
 */
import { createHash } from "node:crypto";
import { ChainEntry, type LedgerEntry, type LineEntry } from "../../schemas/ledger.ts";
import { refuseLedger } from "./layout.ts";

/** What a new line says; number, previous and hash follow from the chain. */
export type EntryContent<Entry extends ChainEntry> = Omit<Entry, "format" | "number" | "previous" | "hash">;

/**
 * The entries of a ledger's text, oldest first; none when it is empty. Throws a UserError of exit code 6 that names the first
 * line that is not what it must be.
 */
export function readChain(text: string, path: string): ChainEntry[] {
  const lines = text === "" ? [] : text.split("\n");
  if (lines.length > 0 && lines.pop() !== "") throw refuseLine(path, lines.length + 1, "must end with a line end");
  const entries: ChainEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const fault = findFault(line, entries);
    if (typeof fault === "string") throw refuseLine(path, index + 1, fault);
    entries.push(fault);
  }
  return entries;
}

const refuseLine = (path: string, line: number, fault: string) =>
  refuseLedger(
    `${path}:${line}`,
    `${fault}: the chain is broken, so what was published before can't be trusted. Restore the ledger from a backup.`,
  );

/** The entry of a line, or what is wrong with it. */
function findFault(line: string, before: readonly ChainEntry[]): ChainEntry | string {
  const parsed = ChainEntry.safeParse(readJson(line));
  if (!parsed.success) return "must be an entry of the ledger";
  const entry = parsed.data;
  if (JSON.stringify(entry) !== line || hashEntry(entry) !== entry.hash)
    return "must have the bytes that its hash says";
  if (entry.number !== before.length + 1) return `must be entry ${before.length + 1}, found ${entry.number}`;
  if (entry.previous !== (before.at(-1)?.hash ?? null)) return "must follow the line before it";
  if (entry.kind === "line" && listLines(before).some(({ waves }) => waves.some((one) => hasWave(entry, one.wave))))
    return "must not fix another line for a wave";
  return entry;
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export const listReleases = (entries: readonly ChainEntry[]): LedgerEntry[] =>
  entries.filter((entry) => entry.kind !== "line");

/** True when the entry fixes the line of the wave. */
export const hasWave = ({ waves }: LineEntry, wave: string): boolean => waves.some((one) => one.wave === wave);

export const listLines = (entries: readonly ChainEntry[]): LineEntry[] =>
  entries.filter((entry) => entry.kind === "line");

const hashEntry = ({ hash: _, ...content }: ChainEntry): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");

/** The entry that follows the last of `entries`. The same content after the same entries gives the same bytes. */
export function makeEntry<Entry extends ChainEntry>(
  entries: readonly ChainEntry[],
  content: EntryContent<Entry> & Pick<Entry, "kind">,
): Entry {
  const ordered = ChainEntry.parse({
    format: "vitascan-ledger/1",
    number: entries.length + 1,
    previous: entries.at(-1)?.hash ?? null,
    ...content,
    hash: "0".repeat(64),
  });
  return { ...ordered, hash: hashEntry(ordered) } as Entry;
}

/** The entry as a line of the file, with its line end. */
export const writeLine = (entry: ChainEntry): string => `${JSON.stringify(entry)}\n`;
