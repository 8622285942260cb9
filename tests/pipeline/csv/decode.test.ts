import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  decodeFile,
  findBadByte,
  readByteOrderMark,
  recogniseUtf16,
  refuseEncoding,
} from "../../../pipeline/csv/decode.ts";
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

describe("recogniseUtf16", () => {
  const text = "id;Teamcode;Antwoord\n1;WZ-10;ge\u00ebvalueerd\n";
  const big = Buffer.from(text, "utf16le").swap16();

  it.each([
    ["little-endian", Buffer.from(text, "utf16le"), "utf-16le"],
    ["big-endian", big, "utf-16be"],
    ["none in UTF-8", Buffer.from(text), null],
    ["none in UTF-8 with a few NULs", Buffer.from("a\0,b\0\n1,2\n"), null],
    ["none in an odd number of bytes", Buffer.from(text, "utf16le").subarray(1), null],
    ["none in half a character", Buffer.concat([Buffer.from(text, "utf16le"), Buffer.from([0x00, 0xd8])]), null],
    ["none in an empty file", Buffer.from(""), null],
  ])("finds %s", (_, bytes, encoding) => {
    expect(recogniseUtf16(write(bytes))).toBe(encoding);
  });
});

describe("refuseEncoding", () => {
  const refuse = (bytes: Uint8Array) => refuseEncoding("a.csv", write(bytes)).message;

  // Code page 1252: é E9. Mac Roman: é 8E, ê 90 (undefined in 1252).
  it.each([
    ["windows-1252", Buffer.from([..."naam,caf\xe9\n"].map((one) => one.charCodeAt(0)))],
    ["macintosh", Buffer.from([..."naam,caf\x8e\n"].map((one) => one.charCodeAt(0)))],
    ["macintosh", Buffer.from([..."naam,f\x90te\n"].map((one) => one.charCodeAt(0)))],
  ])("says where, and names %s when the bytes decide", (encoding, bytes) => {
    const message = refuse(bytes);
    expect(message).toContain(
      `a.csv: can't read this file as UTF-8: byte ${bytes.findIndex((byte) => byte > 0x7f) + 1} `,
    );
    expect(message).toContain(`It is probably ${encoding}`);
    expect(message).toContain(`format: { encoding: ${encoding} }`);
  });

  it("names both when the bytes don't decide", () => {
    expect(refuse(Buffer.from("a,b\nx,\xca,\xff\n", "latin1"))).toMatch(
      /byte 7 .*It may be windows-1252.*or macintosh/,
    );
  });

  it("says that a file which starts as UTF-8 is damaged, and advises no encoding", () => {
    const message = refuse(Buffer.concat([Buffer.from("caf\u00e9,b\n"), Buffer.from("caf\xe9,b\n", "latin1")]));
    expect(message).toMatch(/byte 12 is not valid there\. Before it the file is UTF-8, so it is damaged/);
    expect(message).not.toMatch(/windows-1252|macintosh/);
  });

  it("writes out the setting for UTF-16 without a byte order mark", () => {
    expect(refuse(Buffer.from("a;b\n\u00e9;2\n", "utf16le"))).toContain("format: { encoding: utf-16le }");
  });

  it("takes NUL bytes in valid UTF-8 for damage", () => {
    expect(refuse(Buffer.from("a,b\n1,\0\n"))).toContain("must not hold NUL bytes");
  });

  it("never quotes what is in the file", () => {
    for (const byte of [0xe9, 0x8e, 0xca])
      expect(refuse(Buffer.concat([Buffer.from("Quirinus,"), Buffer.from([byte, 0x71])]))).not.toMatch(
        /Quirinus|[^ -~]/,
      );
  });
});

describe("decodeFile", () => {
  // Code page 1252: é E9, € 80, ’ 92. Mac Roman: é 8E, no-break space CA. UTF-16: é 00E9, 😀 D83D DE00.
  it.each<[Encoding, number[], string]>([
    ["windows-1252", [0x63, 0xe9, 0x20, 0x80, 0x92], "cé €’"],
    ["macintosh", [0x63, 0x8e, 0xca], "cé\u00a0"],
    ["utf-16le", [0xff, 0xfe, 0xe9, 0x00, 0x3d, 0xd8, 0x00, 0xde, 0x0a, 0x00], "é😀\n"],
    ["utf-16be", [0xfe, 0xff, 0x00, 0xe9, 0xd8, 0x3d, 0xde, 0x00, 0x00, 0x0a], "é😀\n"],
    ["utf-16le", [0x61, 0x00, 0x0a, 0x00], "a\n"],
    ["utf-8", [0xef, 0xbb, 0xbf, 0xc3, 0xa9], "é"],
  ])("reads %s", (encoding, bytes, text) => {
    expect(decode(Uint8Array.from(bytes), encoding).text).toBe(text);
  });

  it("gives size and sha256 of the bytes as they were, and a copy only this user can read", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x0a, 0x00]);
    const { sha256, bytes: size, target } = decode(bytes, "utf-16le");
    expect({ sha256, size }).toEqual({ sha256: createHash("sha256").update(bytes).digest("hex"), size: 4 });
    if (process.platform !== "win32") expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it("keeps characters whole that lie over the border of two chunks", () => {
    const text = `x\n${"é".repeat(1 << 20)}`;
    expect(decode(Buffer.from(text, "utf16le"), "utf-16le").text).toBe(text);
    expect(decode(Buffer.from(text), "utf-8").text).toBe(text);
  });

  it.each<[Encoding, number[]]>([
    ["utf-16le", [0x0a, 0x00, 0x62]],
    ["utf-16le", [0x00, 0xd8, 0x61, 0x00]],
    ["utf-16le", [...Buffer.from("team,Q1\nA,1\n")]],
    ["utf-16be", [...Buffer.from("team,Q1\nA,1\n", "utf16le")]],
    ["windows-1252", [...Buffer.from("caf\u00e9,b\n")]],
    ["macintosh", [...Buffer.from("caf\u00e9,b\n")]],
    ["utf-8", [0x61, 0xff]],
  ])("refuses bytes that are not valid %s, without quoting them", (encoding, bytes) => {
    expect(() => decode(Uint8Array.from(bytes), encoding)).toThrow(`answers.csv: can't read this file as ${encoding}`);
  });

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])(
    "refuses byte %i, which windows-1252 does not have, and says where",
    (byte) => {
      const bytes = Buffer.concat([Buffer.alloc(1 << 20, "a"), Buffer.from([0xe9, byte])]);
      expect(() => decode(bytes, "windows-1252")).toThrow(`windows-1252: byte ${(1 << 20) + 2} does not exist there`);
    },
  );

  it("reads plain ASCII whatever one-byte encoding is named", () => {
    expect(decode(Buffer.from("a,b\n1,2\n"), "windows-1252").text).toBe("a,b\n1,2\n");
  });
});
