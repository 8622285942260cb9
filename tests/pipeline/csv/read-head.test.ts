import { describe, expect, it } from "vitest";
import { readHead } from "../../../pipeline/csv/read-head.ts";
import type { Delimiter } from "../../../schemas/inspection.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();
const head = (text: string, delimiter?: Delimiter) => readHead(write(text), delimiter);

describe("readHead", () => {
  it.each<[string, Delimiter]>([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\n1,5;2;3\n", ";"],
    ["a;b\n1,5;2,5\n3,5;4,5\n", ";"],
    ["a\tb\tc\n1\t2\t3\n", "\t"],
    ['"a, of b; of c";d\n1;2\n', ";"],
    ['"a; b; c",d\n1,2\n', ","],
    ['"a";"b";"c"\n"1,2";"3,4";"x"\n', ";"],
    ["a;b,c;d,e\n1;2,3;x\n1;2,3,4;x\n", ";"],
    ['ID,Team,Kies\n1,A,"x;y;"\n2,B,"x;"\n3,C,"y;z;"\n', ","],
    ["ID,Team,Kies\n1,A,x;y;\n2,B,x;\n3,C,y;z;\n", ","],
    ["ID;Team;Kies\n1;A;x, y\n2;B;x, y\n", ";"],
    ['a\tb, c\n1\t"x, y"\n', "\t"],
  ])("recognises what separates the cells of %j", (text, delimiter) => {
    expect(head(text).delimiter).toBe(delimiter);
  });

  it("believes the analyst over the file", () => {
    expect(head("a;b,c\n1;2,3\n", ",").rows[0]).toEqual(["a;b", "c"]);
  });

  it.each(["sep=;\na;b\n1;2\n", "sep=;\r\na;b\r\n1;2\r\n", "\ufeffsep=;\na;b\n1;2\n", "SEP=;\na;b\n1;2\n"])(
    "obeys a sep= line: %j",
    (text) => {
      expect(head(text)).toEqual({
        delimiter: ";",
        separator_line: true,
        rows: [
          ["a", "b"],
          ["1", "2"],
        ],
      });
    },
  );

  it("passes over a sep= line that the analyst overrules", () => {
    expect(head("sep=,\na;b\n1;2\n", ";")).toMatchObject({
      delimiter: ";",
      rows: [
        ["a", "b"],
        ["1", "2"],
      ],
    });
  });

  it("keeps cells as they are, over line breaks, and leaves out empty lines, byte order mark and NUL", () => {
    expect(head('\ufeff" a\nx ","b ""c"""\n\nT\0ext,\n').rows).toEqual([
      [" a\nx ", 'b "c"'],
      ["Text", ""],
    ]);
  });

  it("takes a file of one column as separated by commas", () => {
    expect(head("a\n1\n2\n").delimiter).toBe(",");
  });

  it("reads at most 1000 rows, and no row that the head of a large file cuts in two", () => {
    expect(head(`a,b\n${"1,2\n".repeat(3000)}`).rows).toHaveLength(1000);
    const rows = head(`a,b\n${`1,${"x".repeat(99_996)}\n`.repeat(20)}`).rows;
    expect(rows).toHaveLength(1 + 10);
    expect(rows.at(-1)?.[1]).toHaveLength(99_996);
  });
});
