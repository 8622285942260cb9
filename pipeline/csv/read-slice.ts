/** Reads part of a file. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** At most `length` bytes of the file at `path` from byte `start` on; fewer where the file ends. */
export function readSlice(path: string, start: number, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, fstatSync(file).size - start)));
    let filled = 0;
    for (let read = -1; read !== 0 && filled < buffer.length; filled += read)
      read = readSync(file, buffer, filled, buffer.length - filled, start + filled);
    return buffer.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}
