import { describe, expect, it } from "vitest";
import { refuseEncoding } from "../../../pipeline/csv/refuse-encoding.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();

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
