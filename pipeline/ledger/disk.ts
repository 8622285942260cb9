/**
 * Files that survive a power cut: written, then forced to the disk, then given their name. In: paths and texts. Out: nothing.
 * Passed in, so that a test can let the disk fail at any step.
 */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export type Disk = Readonly<{
  /** Makes a folder and those above it; from one that is there it takes away what `mode` does not allow. */
  makeFolder: (path: string, mode: number) => void;
  /** Makes an empty file; throws EEXIST when it is there. */
  claim: (path: string) => void;
  /** Writes a file, over an older one if need be, and waits until it is on the disk. */
  write: (path: string, chunks: Iterable<string>, mode: number) => void;
  /** Gives a file another name, over an older one if need be, and waits until the folder is on the disk. */
  rename: (from: string, to: string) => void;
  remove: (path: string) => void;
}>;

export const disk: Disk = {
  makeFolder: (path, mode) => {
    mkdirSync(path, { recursive: true, mode });
    const found = statSync(path).mode & 0o777;
    if ((found & mode) !== found) chmodSync(path, found & mode);
  },
  claim: (path) => closeSync(openSync(path, "wx")),
  write: (path, chunks, mode) => {
    const file = openSync(path, "w", mode);
    try {
      for (const chunk of chunks) writeWhole(file, Buffer.from(chunk));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: (from, to) => {
    renameSync(from, to);
    syncFolder(dirname(to));
  },
  remove: (path) => rmSync(path, { force: true }),
};

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** Windows and some network drives can't force a folder to the disk; they keep names safe by themselves. */
function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, "r");
    fsyncSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!["EPERM", "EISDIR", "EINVAL", "ENOTSUP", "EACCES"].includes(code)) throw error;
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}

/** Writes a file under another name first: whoever looks finds the old file or the new one, never a part. */
export function replaceFile(place: Disk, path: string, chunks: Iterable<string>, mode: number): void {
  place.write(`${path}.part`, chunks, mode);
  place.rename(`${path}.part`, path);
}
