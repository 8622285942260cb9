import { describe, expect, it } from "vitest";
import { listZipEntries } from "../../../../pipeline/csv/xlsx/list-zip-entries.ts";
import { unpackZipEntry } from "../../../../pipeline/csv/xlsx/unpack-zip-entry.ts";
import { makeTempFiles } from "../../temp-files.ts";
import { makeZip } from "../make-zip.ts";

const { write } = makeTempFiles();
const zip = makeZip({ "a.xml": "hello", "map/é.xml": "x".repeat(1000), "empty.xml": "" });

describe("listZipEntries", () => {
  it("gives names and unpacked sizes", () => {
    expect(listZipEntries(write(zip))?.map(({ name, unpacked }) => [name, unpacked])).toEqual([
      ["a.xml", 5],
      ["map/é.xml", 1000],
      ["empty.xml", 0],
    ]);
  });

  it("finds the directory before a comment", () => {
    const commented = Buffer.concat([zip, Buffer.from("a comment")]);
    commented.writeUInt16LE(9, zip.length - 2);
    expect(listZipEntries(write(commented))).toHaveLength(3);
  });

  it.each([
    ["no directory", zip.subarray(0, zip.length - 22)],
    ["a directory that is cut off", Buffer.concat([zip.subarray(0, 40), zip.subarray(zip.length - 22)])],
    ["nothing", Buffer.alloc(0)],
  ])("gives null for %s", (_, bytes) => {
    expect(listZipEntries(write(bytes))).toBeNull();
  });
});

describe("unpackZipEntry", () => {
  const path = write(zip);
  const [small, large, empty] = listZipEntries(path) ?? [];

  it("unpacks an entry", () => {
    expect([small, large, empty].map((entry) => entry && unpackZipEntry(path, entry)?.toString())).toEqual([
      "hello",
      "x".repeat(1000),
      "",
    ]);
  });

  it.each([
    ["announces less than it holds", { unpacked: 999 }],
    ["announces more than it holds", { unpacked: 1001 }],
    ["is packed in a way that is not known", { method: 12 }],
    ["lies outside the file", { offset: 1e6 }],
    ["is cut off", { packed: 3 }],
  ])("gives null for an entry that %s", (_, change) => {
    expect(large && unpackZipEntry(path, { ...large, ...change })).toBeNull();
  });
});
