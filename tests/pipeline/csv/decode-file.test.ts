import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeFile } from "../../../pipeline/csv/decode-file.ts";
import type { Encoding } from "../../../schemas/inspection.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder, write } = makeTempFiles();
let decoded = 0;
const decode = (bytes: Uint8Array, encoding: Encoding) => {
  const target = join(folder, `decoded-${decoded++}`);
  const result = decodeFile("answers.csv", write(bytes), encoding, target);
  return { ...result, target, text: readFileSync(target, "utf8") };
};

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
