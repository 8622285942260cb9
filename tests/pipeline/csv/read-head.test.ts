import { describe, expect, it } from "vitest";
import { readHead } from "../../../pipeline/csv/read-head.ts";
import type { Delimiter } from "../../../schemas/inspection.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();
const head = (text: string, headerRows = 1, delimiter?: Delimiter) => readHead(write(text), headerRows, delimiter);

describe("readHead", () => {
  it.each<[string, Delimiter]>([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\n1,5;2;3\n", ";"],
    ["a\tb\tc\n1\t2\t3\n", "\t"],
  ])("recognises what separates the cells of %j", (text, delimiter) => {
    expect(head(text)).toEqual({ delimiter, skip: 1, more: [], names: ["a", "b", "c"] });
  });

  it("believes the analyst over the file", () => {
    expect(head("a;b,c\n1;2,3\n", 1, ",").names).toEqual(["a;b", "c"]);
  });

  it.each(["sep=;\na;b\n1;2\n", "sep=;\r\na;b\r\n1;2\r\n", "\ufeffsep=;\na;b\n1;2\n"])(
    "obeys a sep= line and counts it with the header: %j",
    (text) => {
      expect(head(text)).toEqual({ delimiter: ";", skip: 2, more: [], names: ["a", "b"] });
    },
  );

  it("reads the names of the first of several header rows, over line breaks, without outer blanks", () => {
    expect(head('\ufeff" a\nx ","b ""c"""\nText,More\n1,2\n', 2)).toEqual({
      delimiter: ",",
      skip: 2,
      more: [["Text", "More"]],
      names: ["a\nx", 'b "c"'],
    });
  });

  it("keeps empty and double names as they are", () => {
    expect(head("a,,a\n1,2,3\n").names).toEqual(["a", "", "a"]);
  });

  it("takes a file of one column as separated by commas", () => {
    expect(head("a\n1\n2\n")).toEqual({ delimiter: ",", skip: 1, more: [], names: ["a"] });
  });

  it("is not misled by the semicolons that Microsoft Forms leaves behind a choice", () => {
    expect(head('ID,Team,Kies\n1,A,"x;y;"\n2,B,"x;"\n3,C,"y;z;"\n').delimiter).toBe(",");
  });
});
