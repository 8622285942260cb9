/**
 * The chain of ledger.jsonl: every line holds the hash of the line before it, so that no line can be changed or taken out
 * unseen. In: the text of the file, or what a new line is about. Out: one entry per line, or a line.
 */
import { createHash } from "node:crypto";
import { LedgerEntry } from "../../schemas/ledger.ts";
import { refuseLedger } from "./layout.ts";

/** What a new line says; number, previous and hash follow from the chain. */
export type EntryContent = Omit<LedgerEntry, "format" | "number" | "previous" | "hash">;

/**
 * The entries of a ledger's text, oldest first; none when it is empty. Throws a UserError of exit code 6 that names the first
 * line that is not what it must be.
 */
export function readChain(text: string, path: string): LedgerEntry[] {
  const lines = text === "" ? [] : text.split("\n");
  if (lines.length > 0 && lines.pop() !== "") throw refuseLine(path, lines.length + 1, "must end with a line end");
  const entries: LedgerEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const fault = findFault(line, index, entries.at(-1));
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
function findFault(line: string, index: number, before: LedgerEntry | undefined): LedgerEntry | string {
  const parsed = LedgerEntry.safeParse(readJson(line));
  if (!parsed.success) return "must be an entry of the ledger";
  const entry = parsed.data;
  if (JSON.stringify(entry) !== line || hashEntry(entry) !== entry.hash)
    return "must have the bytes that its hash says";
  if (entry.number !== index + 1) return `must be entry ${index + 1}, found ${entry.number}`;
  if (entry.previous !== (before?.hash ?? null)) return "must follow the line before it";
  return entry;
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const hashEntry = ({ hash: _, ...content }: LedgerEntry): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");

/** The entry that follows the last of `entries`. The same content after the same entries gives the same bytes. */
export function makeEntry(entries: readonly LedgerEntry[], content: EntryContent): LedgerEntry {
  const previous = entries.at(-1)?.hash ?? null;
  const entry: LedgerEntry = {
    format: "vitascan-ledger/1",
    number: entries.length + 1,
    previous,
    ...content,
    hash: "0".repeat(64),
  };
  const ordered = LedgerEntry.parse(entry);
  return { ...ordered, hash: hashEntry(ordered) };
}

/** The entry as a line of the file, with its line end. */
export const writeLine = (entry: LedgerEntry): string => `${JSON.stringify(entry)}\n`;
