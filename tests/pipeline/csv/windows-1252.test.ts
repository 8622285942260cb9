import { describe, expect, it } from "vitest";
import { findUndefined, readWindows1252 } from "../../../pipeline/csv/windows-1252.ts";

// R: for (b in 128:159) cat(utf8ToInt(iconv(rawToChar(as.raw(b)), "CP1252", "UTF-8")), ""); null where R gives NA
const from0x80 = [
  0x20ac,
  null,
  0x201a,
  0x192,
  0x201e,
  0x2026,
  0x2020,
  0x2021,
  0x2c6,
  0x2030,
  0x160,
  0x2039,
  0x152,
  null,
  0x17d,
  null,
  null,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2013,
  0x2014,
  0x2dc,
  0x2122,
  0x161,
  0x203a,
  0x153,
  null,
  0x17e,
  0x178,
];

describe("readWindows1252", () => {
  it.each(from0x80.map((point, index) => [0x80 + index, point]))("reads byte %i", (byte, point) => {
    const bytes = Uint8Array.from([0x61, byte as number, 0x62]);
    expect(readWindows1252(bytes)).toBe(`a${point === null ? "\ufffd" : String.fromCodePoint(point as number)}b`);
    expect(findUndefined(bytes)).toBe(point === null ? 1 : -1);
  });

  it("reads all other bytes as the Unicode character of the same number", () => {
    const numbers = Array.from({ length: 256 }, (_, index) => index).filter((one) => one < 0x80 || one > 0x9f);
    expect(readWindows1252(Uint8Array.from(numbers))).toBe(String.fromCharCode(...numbers));
    expect(findUndefined(Uint8Array.from(numbers))).toBe(-1);
  });

  it("reads a part of a larger buffer, and nothing", () => {
    expect(readWindows1252(Uint8Array.from([0x61, 0x80, 0x62]).subarray(1))).toBe("€b");
    expect(readWindows1252(new Uint8Array(0))).toBe("");
  });
});
