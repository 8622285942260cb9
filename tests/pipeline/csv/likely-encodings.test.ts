import { describe, expect, it } from "vitest";
import { listLikelyEncodings, type SingleByteEncoding } from "../../../pipeline/csv/likely-encodings.ts";

/** Characters and their bytes, from the code charts of code page 1252 and Mac Roman. */
const bytesOf: Record<SingleByteEncoding, Record<string, number>> = {
  "windows-1252": {
    é: 0xe9,
    ë: 0xeb,
    ï: 0xef,
    ö: 0xf6,
    ü: 0xfc,
    ä: 0xe4,
    ß: 0xdf,
    è: 0xe8,
    à: 0xe0,
    É: 0xc9,
    "€": 0x80,
    "“": 0x93,
    "”": 0x94,
    "–": 0x96,
    "…": 0x85,
    "\u00a0": 0xa0,
  },
  macintosh: {
    é: 0x8e,
    ë: 0x91,
    ï: 0x95,
    ö: 0x9a,
    ü: 0x9f,
    ä: 0x8a,
    ß: 0xa7,
    è: 0x8f,
    à: 0x88,
    É: 0x83,
    "€": 0xdb,
    "“": 0xd2,
    "”": 0xd3,
    "–": 0xd0,
    "…": 0xc9,
    "\u00a0": 0xca,
  },
};

const encode = (text: string, encoding: SingleByteEncoding) =>
  Uint8Array.from(text, (character) => bytesOf[encoding][character] ?? character.charCodeAt(0));

describe("listLikelyEncodings", () => {
  it.each([
    "ik voel me één met mijn team, geëvalueerd in januari",
    "coördinatie, naïef, privé",
    "häufig; Stimme völlig zu; weiß nicht; möglich",
    "tout à fait d'accord; très souvent; privé",
    "“sehr häufig” – nicht müde…",
  ])("tells the two apart in %j", (text) => {
    for (const encoding of ["windows-1252", "macintosh"] as const)
      expect(listLikelyEncodings(encode(text, encoding))).toEqual([encoding]);
  });

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])("excludes windows-1252 for byte %i, which it does not have", (byte) => {
    expect(listLikelyEncodings(Uint8Array.from([0x20, byte, 0x20]))).toEqual(["macintosh"]);
  });

  it.each([
    ["nothing stands next to a letter", [0x2c, 0xe9, 0x2c, 0x8e, 0x2c]],
    // 1252: Œæ 8C E6. Mac Roman: åÊ 8C E6.
    ["high bytes stand next to each other only", [0x3f, 0x8c, 0xe6, 0x2c]],
    // 1252: Ë CB. Mac Roman: À CB.
    ["both give a capital within capitals", [0x58, 0xcb, 0x58]],
    ["there is nothing to judge", [...Buffer.from("abc")]],
  ])("names both when %s", (_, bytes) => {
    expect(listLikelyEncodings(Uint8Array.from(bytes))).toEqual(["windows-1252", "macintosh"]);
  });
});
