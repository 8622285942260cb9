import { describe, expect, it } from "vitest";
import { loadExport } from "../../../pipeline/load/load-export.ts";
import { UserError } from "../../../pipeline/user-error.ts";
import type { FileFormat } from "../../../schemas/scan.ts";
import { makeExamples, mapAll, oneToFive } from "../loaded-examples.ts";

const { look, open } = makeExamples();
const tree = { ORG: "", A: "ORG" };

async function read(text: string, as: "numbers" | "text", format: FileFormat = {}, answers = oneToFive) {
  const inspection = await look(text, format);
  const database = await open([inspection], tree);
  const loaded = await loadExport(
    database,
    { inspection, attributes: null, columns: mapAll(inspection, answers) },
    "loaded",
    as,
  );
  const order = as === "text" ? "order by record" : "order by all";
  return loaded && database.rows(`select * from loaded ${order}`, "read");
}

describe("loadExport", () => {
  it("reads only the mapped columns, by position", async () => {
    const text = 'email,Q1,team,remark,id\na@b.c,3,A,"hi, you",7\n';
    const rows = await read(text.replace("remark", "Opmerking"), "text");
    expect(rows).toEqual([
      {
        record: 1n,
        unit: "A",
        response: "7",
        doubt: null,
        seconds: null,
        unknown_status: false,
        unknown_key: false,
        conflicting_units: false,
        person: null,
        Q1: "3",
      },
    ]);
  });

  it.each<[string, string, FileFormat]>([
    ["a byte order mark, CRLF and quotes", '\ufeff"team","Q1"\r\n"A","3"\r\n', {}],
    ["a sep= line", "sep=;\r\nteam;Q1\r\nA;3\r\n", {}],
    ["CR line ends", "team,Q1\rA,3\r", {}],
    ["three header rows with line breaks", 'team,Q1\n"Your\n\nteam",How?\n"{""a"":1}",b\nA,3\n', { header_rows: 3 }],
    ["empty lines", "team,Q1\n\n\nA,3\n\n", {}],
    ["no last line end", "team\tQ1\nA\t3", {}],
  ])("reads a file with %s, both ways", async (_, text, format) => {
    const numbers = await read(text, "numbers", format);
    expect(numbers?.map((row) => [row["unit"], String(row["Q1"])])).toEqual([["A", "3.000000"]]);
    expect((await read(text, "text", format))?.map((row) => [row["unit"], row["Q1"]])).toEqual([["A", "3"]]);
  });

  it("keeps a fraction where a whole number is expected", async () => {
    expect((await read("team,Q1\nA,2.5\n", "numbers"))?.map((row) => String(row["Q1"]))).toEqual(["2.500000"]);
  });

  it("keeps ten decimals when the instrument has them, and one to see more", async () => {
    const scored = { minimum: 0, maximum: 5, decimals: 10 };
    const rows = await read("team;Q1\nA;2,7777777778\n", "numbers", { decimal: "," }, scored);
    expect(rows?.map((row) => String(row["Q1"]))).toEqual(["2.77777777780"]);
  });

  it.each(["x", "0x3", "1_0", "1,0", "٣"])("leaves %j to text", async (answer) => {
    expect(await read(`team;Q1\nA;${answer}\n`, "numbers", { delimiter: ";", decimal: "." })).toBeNull();
    expect(
      (await read(`team;Q1\nA;${answer}\n`, "text", { delimiter: ";", decimal: "." }))?.map((row) => row["Q1"]),
    ).toEqual([answer]);
  });

  it.each([
    [
      "too many cells",
      "team,Q1\nA,3,4\n",
      /line 2: the record has another number of cells than the header \(3, expected 2\)/,
    ],
    ["too few cells", "team,Q1\nA,3\nA\n", /line 3: .*\(1, expected 2\)/],
    [
      "too few cells below a sep= line",
      "sep=;\nteam;Q1;Q2\nA;3;4\nA;3\n",
      /^answers.csv: .*:\n {2}line 4: .*\(2, expected 3\)\n(?! {2}line)/,
    ],
  ])("refuses %s with the line", async (_, text, message) => {
    await expect(read(text, "text")).rejects.toThrow(message);
    await expect(read(text, "text")).rejects.toThrow(UserError);
  });

  it.each(["numbers", "labels", "text"] as const)(
    "refuses a file when two readers count differently, read as %s",
    async (as) => {
      const inspection = { ...(await look("team,Q1\nA,3\nA,4\n")), records: 3 };
      const database = await open([inspection], tree);
      const source = { inspection, attributes: null, columns: mapAll(inspection, oneToFive) };
      await expect(loadExport(database, source, "loaded", as)).rejects.toThrow(
        "the file holds 3 records, but 2 were read",
      );
    },
  );

  it("reads labels of a long file that its first records don't have", async () => {
    const labels = ["Nooit", "Soms", "Altijd"];
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => `A,${labels[index < 59_000 ? index % 2 : index % 3]},${index > 58_000 ? "x" : ""}`,
    );
    const inspection = await look(`team,Q1,Q2\n${lines.join("\n")}\n`);
    const database = await open([inspection], tree);
    const source = { inspection, attributes: null, columns: mapAll(inspection, oneToFive) };
    const loaded = await loadExport(database, source, "loaded", "labels");
    expect(loaded?.texts.get("Q1")).toEqual(["Altijd", "Nooit", "Soms"]);
    const rows = await database.rows(
      "select Q1::varchar as text, count(*)::integer as count, count(Q2)::integer as filled from loaded group by all order by text",
      "count",
    );
    expect(rows).toEqual([
      // The last 1,000 lines hold 333, 333 and 334 of the three; the 999 filled ones before them 499 of the first, 500 of the second.
      { text: "Altijd", count: 334, filled: 334 },
      { text: "Nooit", count: 29_833, filled: 832 },
      { text: "Soms", count: 29_833, filled: 833 },
    ]);
  });

  it("numbers records in the order of a large file", async () => {
    const count = 200_000;
    const lines = Array.from({ length: count }, (_, index) => `${index + 1},A,${1 + (index % 5)}`);
    const inspection = await look(`id,team,Q1\n${lines.join("\n")}\n`);
    const database = await open([inspection], tree);
    await loadExport(
      database,
      { inspection, attributes: null, columns: mapAll(inspection, oneToFive) },
      "loaded",
      "text",
    );
    const wrong = await database.rows(
      "select count(*)::integer as n from loaded where record <> response::integer",
      "compare",
    );
    expect(wrong).toEqual([{ n: 0 }]);
  });
});
