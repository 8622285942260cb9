import { describe, expect, it } from "vitest";
import { dutchCsv, englishCsv, guardText, machineCsv, writeCsv } from "../../reports/write-csv.ts";

const rows = [[{ text: 'a;b "c", d' }, 1234.5, null, -3]] as const;

describe("writeCsv", () => {
  it("writes Dutch with a mark, semicolons, decimal commas and CRLF", () => {
    expect(writeCsv(["x", "y", "z", "w"], rows, dutchCsv)).toBe('\ufeffx;y;z;w\r\n"a;b ""c"", d";1234,5;;-3\r\n');
  });

  it("writes English with a mark, commas and decimal points", () => {
    expect(writeCsv(["x", "y", "z", "w"], rows, englishCsv)).toBe('\ufeffx,y,z,w\r\n"a;b ""c"", d",1234.5,,-3\r\n');
  });

  it("writes for machines without a mark", () => {
    expect(writeCsv(["x"], [[{ text: "a\nb" }]], machineCsv)).toBe('x\r\n"a\nb"\r\n');
  });
});

describe("guardText", () => {
  it.each(["=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "\rx", "\nx", "  =1", "＝1"])("makes %j inert", (text) => {
    expect(guardText(text)).toBe(`'${text}`);
  });

  it.each(["Team", "a=b", "", "1-2", "'=x"])("leaves %j as it is", (text) => {
    expect(guardText(text)).toBe(text);
  });
});
