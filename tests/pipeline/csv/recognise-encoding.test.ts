import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  findBadByte,
  isUtf8File,
  readByteOrderMark,
  recogniseUtf16,
} from "../../../pipeline/csv/recognise-encoding.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder, write } = makeTempFiles();

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

describe("isUtf8File", () => {
  it.each([
    ["ASCII", Buffer.from("a,b\n"), true],
    ["UTF-8 with a mark", Buffer.from("\ufeffé\n"), true],
    ["windows-1252", Buffer.from("é\n", "latin1"), false],
    ["UTF-16 with a mark", Buffer.from("\ufeffa;b\n", "utf16le"), false],
    ["UTF-16 without a mark, of letters that are valid UTF-8", Buffer.from("a;b\n", "utf16le"), false],
  ])("tells %s", (_, bytes, expected) => {
    expect(isUtf8File(write(bytes))).toBe(expected);
  });

  it("is false of a folder and of nothing", () => {
    expect(isUtf8File(folder)).toBe(false);
    expect(isUtf8File(join(folder, "missing"))).toBe(false);
  });
});
