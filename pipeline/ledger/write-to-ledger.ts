/** Writes to a ledger alone, and only while it is what it was when it was opened. In: the opened ledger and the work. Out: what the work gives. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Disk, replaceFile } from "./disk.ts";
import {
  nameChain,
  nameLock,
  namePrivate,
  nameReleases,
  privateFolder,
  publicFile,
  publicFolder,
  refuseLedger,
} from "./layout.ts";
import type { Ledger } from "./open-ledger.ts";

/** Makes the folders, then works under the lock. Throws a UserError of exit code 6 when another run is writing, or wrote since. */
export function writeToLedger<T>(ledger: Ledger, disk: Disk, work: () => T): T {
  makeFolders(ledger.folder, disk);
  return withLock(ledger.folder, disk, () => {
    refuseStale(ledger);
    return work();
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
    throw refuseLedger(path, "must not change while a run compares with it, but another run added to it. Run again.");
}

/** The private part and what only matters while writing don't belong in version control. */
export function writeIgnored(folder: string, disk: Disk): void {
  const path = join(folder, ".gitignore");
  if (!existsSync(path)) replaceFile(disk, path, ["private/\nlock\n*.part\n"], publicFile);
}
