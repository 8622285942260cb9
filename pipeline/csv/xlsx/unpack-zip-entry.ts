/** Unpacks one file of a ZIP, never beyond the size its directory announces. */
import { inflateRawSync } from "node:zlib";
import { readSlice } from "../read-slice.ts";
import type { ZipEntry } from "./list-zip-entries.ts";

const headerSize = 30;

/** The bytes of `entry` in the ZIP file at `path`, or null when they can't be unpacked or are not as many as announced. */
export function unpackZipEntry(path: string, entry: ZipEntry): Buffer | null {
  const header = readSlice(path, entry.offset, headerSize);
  if (header.length < headerSize) return null;
  const start = entry.offset + headerSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readSlice(path, start, entry.packed);
  const bytes = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.unpacked) : null;
  return bytes?.length === entry.unpacked ? bytes : null;
}

function inflate(packed: Buffer, unpacked: number): Buffer | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpacked) });
  } catch {
    return null;
  }
}
