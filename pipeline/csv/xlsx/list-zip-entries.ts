/**
 * Lists what a ZIP file holds by its central directory, without unpacking anything.
 * Source: APPNOTE.TXT 6.3.10 (PKWARE), sections 4.3.12 and 4.3.16; without ZIP64, whose files are too large to be surveys.
 */
import { statSync } from "node:fs";
import { readSlice } from "../read-slice.ts";

/** One file in a ZIP. Sizes in bytes, as the directory says; `offset` is where the entry starts. */
export type ZipEntry = Readonly<{ name: string; packed: number; unpacked: number; method: number; offset: number }>;

const endSignature = Buffer.from("PK\u0005\u0006", "latin1");
const entrySignature = 0x02014b50;
const endSize = 22;
const longestComment = 0xffff;

/** The entries of the ZIP file at `path`, or null when its directory is missing or damaged. */
export function listZipEntries(path: string): ZipEntry[] | null {
  const { size } = statSync(path);
  const start = Math.max(0, size - endSize - longestComment);
  const tail = readSlice(path, start, size - start);
  const end = tail.lastIndexOf(endSignature);
  if (end < 0 || end + endSize > tail.length) return null;
  const [count, length, offset] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (offset + length > size) return null;
  return readEntries(readSlice(path, offset, length), count);
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
