import { describe, expect, it } from "vitest";
import { makeInspections } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("writeRemarks", () => {
  it("has nothing to say about a clean file", async () => {
    expect((await look("team,a\nWZ,1\n")).remarks).toEqual([]);
  });

  it.each([
    [
      "a tool that is stated and not there",
      "team,a\nWZ,1\n",
      { profile: "qualtrics" } as const,
      ["It is read as an export of Qualtrics, as stated, but does not look like one."],
    ],
    [
      "a header that is stated otherwise than it looks",
      "Respondent ID,Q,\n,A,B\n1,x,y\n",
      { header_rows: 1 },
      [
        "The header is read as 1 row, as stated; by itself it looks like 2.",
        "Columns without a name: 3. If the second line names them, write header_rows: 2.",
      ],
    ],
    [
      "fewer header rows than the older format of Qualtrics has, and nothing about the tool",
      "V1,V8,V9,V10\nResponseID,StartDate,EndDate,Finished\nR_1,2026-04-05,2026-04-05,1\n",
      { header_rows: 1 },
      ["The header is read as 1 row, as stated; by itself it looks like 2."],
    ],
    [
      "a saved row number and separators at line ends",
      ",team,a,\n1,WZ,3,\n",
      {},
      [
        "The first column has no name, as when row numbers are saved with a file.",
        "Every line ends with a separator: the last column has no name and is empty.",
      ],
    ],
    [
      "names that occur more than once, each once",
      "a,b,a,b,a\n1,2,3,4,5\n",
      {},
      ['Names that occur more than once: "a", "b". Write { name, position } to tell them apart.'],
    ],
    [
      "both decimal marks",
      "a;b;\n1.5;2,5;2,5\n",
      {},
      [
        "Columns without a name: 3. If the second line names them, write header_rows: 2.",
        'Decimals are written with a point, but with a comma in "b", "column 3"; those are not read as numbers.',
      ],
    ],
    ["no decimal marks when one is stated", "a;b\n1.5;2,5\n", { decimal: "," } as const, []],
    [
      "one character that was lost",
      "a,b\n\ufffd,2\n",
      {},
      ["1 character was lost before the file came here (U+FFFD stands for each). Export it again if they matter."],
    ],
  ])("names %s", async (_, text, format, remarks) => {
    expect((await look(text, format)).remarks).toEqual(remarks);
  });

  it("lists at most twenty columns without a name", async () => {
    const { remarks } = await look(`a${",".repeat(30)}b\n1${",2".repeat(30)}\n`);
    expect(remarks[0]).toContain("18, 19, 20, 21 and 9 more.");
  });
});
