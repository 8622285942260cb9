/** Damages the bytes of a CSV file the way files are damaged: dropped, cut, doubled, re-encoded, re-saved. Seeded by fast-check. */
import fc from "fast-check";
import { readWindows1252 } from "../../pipeline/csv/windows-1252.ts";

type Mutation = (bytes: Buffer) => Buffer;

/** Where in a file, as a share (0-1) of what can be chosen. Every place is as likely; doubles of fast-check are mostly near 0. */
const place = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1e6);

const insert = (bytes: Buffer, share: number, text: string | Buffer) => {
  const at = Math.floor(share * (bytes.length + 1));
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
};

const inLatin1 = (bytes: Buffer, change: (text: string) => string) =>
  Buffer.from(change(bytes.toString("latin1")), "latin1");

/** Replaces one of the places where `what` stands. */
function replaceOne(bytes: Buffer, what: RegExp, share: number, by: string): Buffer {
  return inLatin1(bytes, (text) => {
    const found = [...text.matchAll(what)];
    const one = found[Math.floor(share * found.length)];
    return one === undefined ? text : text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
  });
}

const changeLines = (bytes: Buffer, change: (lines: string[]) => string[]) =>
  inLatin1(bytes, (text) => change(text.split(/(?<=\n)/)).join(""));

/** Encodings that a tool or an editor may save a file in. */
const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16le with mark": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16be with mark": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "latin-1": (text) => Buffer.from(text, "latin1"),
  "utf-8 twice": (text) => Buffer.from(readWindows1252(Buffer.from(text)), "utf8"),
  "utf-8 with mark": (text) => Buffer.from(`\ufeff${text}`),
};

/** Answers and codes that are wrong in ways that files are: spreadsheet damage, numbers that are none, lost characters. */
const badCells = [
  "25-jun",
  "44737",
  "6.34E+17",
  "1_0",
  "0x3",
  "6",
  "-1",
  "3,5",
  "3.5",
  "NaN",
  "\u0663",
  "\ufeff3",
  "\ufffd",
  "=1+1",
  "'-3",
  "",
  " ",
  "é",
  "A3",
  "3 - soms",
];

const mutations: readonly fc.Arbitrary<Mutation>[] = [
  fc.tuple(place, fc.integer({ min: 1, max: 20 })).map(([share, count]) => (bytes) => {
    const at = Math.floor(share * bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + count)]);
  }),
  place.map((share) => (bytes) => bytes.subarray(0, Math.floor(share * bytes.length))),
  place.map((share) => (bytes) => insert(bytes, share, '"')),
  place.map((share) => (bytes) => replaceOne(bytes, /"/g, share, "")),
  fc.tuple(place, fc.constantFrom(",", ";", "\t", " ")).map(
    ([share, by]) =>
      (bytes) =>
        replaceOne(bytes, /[,;\t]/g, share, by),
  ),
  fc.tuple(fc.constantFrom(/,/g, /;/g), fc.constantFrom(",", ";", "\t")).map(
    ([what, by]) =>
      (bytes) =>
        inLatin1(bytes, (text) => text.replace(what, by)),
  ),
  fc.constantFrom(...Object.values(encodings)).map((encode) => (bytes) => encode(bytes.toString("utf8"))),
  fc.tuple(place, fc.integer({ min: 1, max: 3 })).map(
    ([share, times]) =>
      (bytes) =>
        changeLines(bytes, (lines) =>
          lines.flatMap((line, index) =>
            index === Math.floor(share * lines.length) ? Array(times + 1).fill(line) : [line],
          ),
        ),
  ),
  place.map(
    (share) => (bytes) =>
      changeLines(bytes, (lines) => lines.filter((_, index) => index !== Math.floor(share * lines.length))),
  ),
  fc.tuple(place, fc.constantFrom("\0", "\ufeff", "\ufffd", "\n", "\r\n", "\r", ",", ";", "é", "😀")).map(
    ([share, text]) =>
      (bytes) =>
        insert(bytes, share, text),
  ),
  place.map((share) => (bytes) => insert(bytes, share, Buffer.from([0xe9]))),
  fc.constantFrom("\n", "\r\n", "\r").map((by) => (bytes) => inLatin1(bytes, (text) => text.replace(/\r\n|\n/g, by))),
  fc.tuple(place, fc.constantFrom("\n", "\r\n", "\r", "\n\n")).map(
    ([share, by]) =>
      (bytes) =>
        replaceOne(bytes, /\r\n|\r|\n/g, share, by),
  ),
  fc
    .constantFrom(",", ";", ",,")
    .map((extra) => (bytes) => inLatin1(bytes, (text) => text.replace(/(?=\r?\n)/g, extra))),
  fc.tuple(place, fc.constantFrom(...badCells)).map(
    ([share, cell]) =>
      (bytes) =>
        replaceOne(bytes, /(?<=[,;"])[\w-]{1,6}(?=[",;\r\n])/g, share, Buffer.from(cell).toString("latin1")),
  ),
  fc.constantFrom("sep=,\n", "sep=;\r\n", "\n").map((line) => (bytes) => Buffer.concat([Buffer.from(line), bytes])),
];

/** Up to three mutations, one after the other. */
export const mutateBytes: fc.Arbitrary<Mutation> = fc
  .array(fc.oneof(...mutations), { minLength: 1, maxLength: 3 })
  .map((chosen) => (bytes) => chosen.reduce((changed, mutate) => mutate(changed), bytes));
