import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeFile, findBadByte, readByteOrderMark, refuseEncoding } from "../../../pipeline/csv/decode.ts";
import type { Encoding } from "../../../schemas/inspection.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder, write } = makeTempFiles();
let decoded = 0;
const decode = (bytes: Uint8Array, encoding: Encoding) => {
  const target = join(folder, `decoded-${decoded++}`);
  const result = decodeFile("answers.csv", write(bytes), encoding, target);
  return { ...result, target, text: readFileSync(target, "utf8") };
};

describe("readByteOrderMark", () => {
  it.each([
    [[0xef, 0xbb, 0xbf, 0x61], "utf-8"],
    [[0xff, 0xfe, 0x61, 0x00], "utf-16le"],
    [[0xfe, 0xff, 0x00, 0x61], "utf-16be"],
    [[0x61, 0x62], null],
    [[0xef, 0xbb], null],
    [[], null],
  ])("%j is %s", (bytes, encoding) => {
    expect(readByteOrderMark(Uint8Array.from(bytes))).toBe(encoding);
  });
});

describe("findBadByte", () => {
  it.each([
    ["the start of a character that is not finished", Buffer.from("caf\xe9,b\n", "latin1"), 3],
    ["a byte that starts no character", Buffer.from([0x61, 0x62, 0xff, 0x63, 0x64]), 2],
    ["a continuation without a start", Buffer.from([0x61, 0x80, 0x62]), 1],
    ["a bad byte behind good characters", Buffer.concat([Buffer.from("é日😀"), Buffer.from([0xff, 0x61])]), 9],
    ["a character cut off by the end of the file", Buffer.from([0x61, 0xe2, 0x82]), 1],
    ["none in valid text", Buffer.from("aé日😀"), null],
    ["none in an empty file", Buffer.from(""), null],
  ])("finds %s, whatever the chunk size", (_, bytes, offset) => {
    const path = write(bytes);
    for (const size of [1, 2, 3, 5, 1 << 20]) expect(findBadByte(path, size)).toBe(offset);
  });
});

describe("refuseEncoding", () => {
  it("says where, and names both ways out", () => {
    expect(refuseEncoding("a.csv", 3).message).toMatch(/^a\.csv: can't read .* byte 4 .*windows-1252.*CSV UTF-8/);
  });
});

describe("decodeFile", () => {
  // Code page 1252: é E9, € 80, ’ 92. Mac Roman: é 8E, no-break space CA. UTF-16: é 00E9, 😀 D83D DE00.
  it.each<[Encoding, number[], string]>([
    ["windows-1252", [0x63, 0xe9, 0x80, 0x92], "cé€’"],
    ["macintosh", [0x63, 0x8e, 0xca], "cé\u00a0"],
    ["utf-16le", [0xff, 0xfe, 0xe9, 0x00, 0x3d, 0xd8, 0x00, 0xde], "é😀"],
    ["utf-16be", [0xfe, 0xff, 0x00, 0xe9, 0xd8, 0x3d, 0xde, 0x00], "é😀"],
    ["utf-16le", [0x61, 0x00], "a"],
    ["utf-8", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"],
  ])("reads %s", (encoding, bytes, text) => {
    expect(decode(Uint8Array.from(bytes), encoding).text).toBe(text);
  });

  it("gives size and sha256 of the bytes as they were, and a copy only this user can read", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x61, 0x00]);
    const { sha256, bytes: size, target } = decode(bytes, "utf-16le");
    expect({ sha256, size }).toEqual({ sha256: createHash("sha256").update(bytes).digest("hex"), size: 4 });
    if (process.platform !== "win32") expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it("keeps characters whole that lie over the border of two chunks", () => {
    const text = `x${"é".repeat(1 << 20)}`;
    expect(decode(Buffer.from(text, "utf16le"), "utf-16le").text).toBe(text);
    expect(decode(Buffer.from(text), "utf-8").text).toBe(text);
  });

  it.each<[Encoding, number[]]>([
    ["utf-16le", [0x61, 0x00, 0x62]],
    ["utf-16le", [0x00, 0xd8, 0x61, 0x00]],
    ["utf-8", [0x61, 0xff]],
  ])("refuses bytes that are not valid %s, without quoting them", (encoding, bytes) => {
    expect(() => decode(Uint8Array.from(bytes), encoding)).toThrow(`answers.csv: can't read this file as ${encoding}`);
  });
});
