/** One row per response from blocks of routing, from attributes in another file and from one record per answer. */
import { describe, expect, it } from "vitest";
import type { Inspection } from "../../../schemas/inspection.ts";
import type { MappedColumns } from "../../../schemas/loaded-export.ts";
import { mapAnswer, oneToFive } from "../loaded-examples.ts";
import { byName, labelled, makeSeenExamples, quality, tree } from "../seen-examples.ts";

const { look, open, judge, see } = makeSeenExamples();

describe("blocks of routing", () => {
  const columns = (all: MappedColumns, inspection: Inspection) => ({
    ...all,
    answers: [mapAnswer("Q1", [byName(inspection, "office"), byName(inspection, "home")], oneToFive)],
  });

  it("are one question", async () => {
    const csv = "team,office,home\nA,1,\nA, ,5\nB,,\nB,4,4\n";
    expect(await see(csv, "numbers", { columns })).toBeNull();
    for (const as of ["labels", "text"] as const)
      expect((await see(csv, as, { columns }))?.rows).toEqual([
        ["A", "1.0"],
        ["A", "5.0"],
        ["B", "4.0"],
        ["B", null],
      ]);
  });

  it("of which one says that it was not shown are the other's answer", async () => {
    const head = '"id","submitdate","lastpage","startlanguage","team","office","home"\r\n';
    const row = (id: number, cells: string) => `"${id}","2026-04-01 10:00:00","2","nl","A",${cells}\r\n`;
    const csv = head + row(1, '"N/A","3"') + row(2, '"4","N/A"') + row(3, '"N/A","N/A"') + row(4, '"",""');
    for (const as of ["labels", "text"] as const) {
      const found = await see(csv, as, { columns });
      expect(found?.problems).toEqual([]);
      expect(found?.rows.map(([, value]) => value)).toEqual(["3.0", "4.0", null, null]);
      expect(quality(found)).toEqual({ not_shown: "1 missing", blank_answers: "1 missing" });
    }
  });

  it("with two answers have no other reason to be missing", async () => {
    const found = await see("team,office,home\nA,-1,2\nA,-1,\nA,,\n", "text", {
      columns: (all, inspection) => labelled({}, ["-1"])(columns(all, inspection)),
      accept: { conflicting_answers: "missing" },
    });
    expect(quality(found)).toEqual({ no_opinion: "1 missing", blank_answers: "1 missing" });
  });

  it("with two answers are a problem, of which neither counts", async () => {
    const csv = "team,office,home\nA,1,2\nA,3,\n";
    expect(await see(csv, "labels", { columns })).toBeNull();
    const found = await see(csv, "text", { columns, accept: { conflicting_answers: "missing" } });
    expect(found?.problems).toMatchObject([{ rule: "conflicting_answers", count: 1, places: [{ record: 1 }] }]);
    expect(found?.rows.map(([, value]) => value)).toEqual(["3.0", null]);
    expect(quality(found)).toEqual({});
  });
});

describe("attributes in another file", () => {
  const csv = "EMP ID,Q1\nE1,3\nE2,4\n";
  const columns =
    (attributes: Inspection) =>
    (all: MappedColumns, inspection: Inspection): MappedColumns => ({
      ...all,
      unit: byName(attributes, "Department"),
      key: { own: byName(inspection, "EMP ID"), attributes: byName(attributes, "EMP ID") },
      answers: [mapAnswer("Q1", [byName(inspection, "Q1")], oneToFive)],
    });

  it.each(["numbers", "labels", "text"] as const)(
    "give each response its unit, read as %s; the key is gone",
    async (as) => {
      const attributes = await look("EMP ID,Department\nE2,B\n E1 ,A\nE9,A\n,B\n");
      const inspection = await look(csv);
      const database = await open([inspection, attributes], tree);
      const found = await judge(database, inspection, as, { attributes, columns: columns(attributes) });
      const rows = await database.rows(`select * from ${found?.table} order by unit`, "see");
      expect(rows.map((row) => [row["unit"], Number(row["Q1"])])).toEqual([
        ["A", 3],
        ["B", 4],
      ]);
      const tables = await database.rows("select column_name as name from duckdb_columns() where not internal", "see");
      expect(tables.filter(({ name }) => /key|emp/i.test(String(name))).map(({ name }) => name)).not.toContain(
        "EMP ID",
      );
      expect(
        JSON.stringify(await database.rows(`select * from responses_${as}`, "see"), (_, value) =>
          typeof value === "bigint" ? 0 : value,
        ),
      ).not.toContain("E1");
    },
  );

  it("find the second response with one key, when responses have no id", async () => {
    const attributes = await look("EMP ID,Department\nE1,A\nE2,B\n");
    const choices = { attributes, columns: columns(attributes), accept: { duplicate_response: "reject" } as const };
    for (const as of ["numbers", "labels"] as const) expect(await see(`${csv}E1,5\n`, as, choices)).toBeNull();
    const found = await see(`${csv} E1 ,5\n`, "text", choices);
    expect(found?.problems).toMatchObject([
      { rule: "duplicate_response", count: 1, values: [], places: [{ record: 3, line: 4, column: "EMP ID" }] },
    ]);
    expect(found?.rows).toEqual([
      ["A", "3.0"],
      ["B", "4.0"],
    ]);
  });

  it("that lack a key leave the response without a unit", async () => {
    const attributes = await look("EMP ID,Department\nE1,A\n");
    const choices = { attributes, columns: columns(attributes), accept: { unknown_key: "reject" } as const };
    expect(await see(`${csv},5\n`, "labels", choices)).toBeNull();
    const found = await see(`${csv},5\n`, "text", choices);
    expect(found?.problems).toMatchObject([
      { rule: "unknown_key", count: 2, values: [], places: [{ record: 2, column: "EMP ID" }, { record: 3 }] },
    ]);
    expect(found?.loaded).toBe(1);
  });

  it("with a key twice are refused without the key", async () => {
    const attributes = await look("EMP ID,Department\nE1,A\nE1,B\n");
    await expect(see(csv, "text", { attributes, columns: columns(attributes) })).rejects.toThrow(
      'each key in column "EMP ID" must occur once, but 1 records repeat one',
    );
  });
});

describe("one record per answer", () => {
  const columns = (all: MappedColumns, inspection: Inspection): MappedColumns => ({
    ...all,
    response: byName(inspection, "id"),
    long: { question: byName(inspection, "question"), answer: byName(inspection, "answer") },
    answers: ["Q1", "Q2"].map((item) => ({ ...mapAnswer(item, [], oneToFive), questions: [`${item}?`] })),
  });
  const head = "id,team,question,answer\n";

  it("is one response per id, in any order", async () => {
    const found = await see(`${head}1,A,Q1?,3\n2,B,Q2?,5\n1,A,Q2?,4\n2,B,other,9\n`, "labels", { columns });
    expect(found?.rows).toEqual([
      ["A", "3.0", "4.0"],
      ["B", null, "5.0"],
    ]);
    expect(found).toMatchObject({ records: 2, loaded: 2, problems: [] });
  });

  it("must have every question: a slip in scan.yaml is no blank answer", async () => {
    await expect(see(`${head}1,A,Q1?,3\n1,A,Q2 ?,4\n`, "labels", { columns })).rejects.toThrow(
      'must have the question of every item in column "question", but no record has "Q2?"',
    );
  });

  it("without the id of a response is a problem, whatever else is right", async () => {
    const csv = `${head}1,A,Q1?,3\n1,A,Q2?,4\n,A,Q1?,5\n`;
    expect(await see(csv, "labels", { columns })).toBeNull();
    const found = await see(csv, "text", { columns });
    expect(found?.problems).toMatchObject([{ rule: "missing_response", count: 1, places: [{ record: 3 }] }]);
    expect(found).toMatchObject({ records: 2, loaded: 1, rejected: 1 });
  });

  it("shows answers twice, units that differ and missing ids", async () => {
    const csv = `${head}1,A,Q1?,3\n1,A,Q1?,4\n2,A,Q1?,1\n2,B,Q2?,2\n,A,Q1?,5\n`;
    expect(await see(csv, "labels", { columns })).toBeNull();
    const found = await see(csv, "text", { columns, accept: { duplicate_answer: "missing" } });
    expect(found?.problems.map(({ rule, count, places }) => [rule, count, places[0]?.record])).toEqual([
      ["conflicting_units", 1, 3],
      ["duplicate_answer", 1, 1],
      ["missing_response", 1, 5],
    ]);
    expect(found).toMatchObject({ records: 3, loaded: 1, rejected: 2 });
    expect(found?.rows).toEqual([["A", null, null]]);
  });
});
