import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ValidatedExport } from "../../../pipeline/validate/validate.ts";
import type { Acceptance } from "../../../schemas/scan.ts";
import { type Answers, makeExamples, oneToFive } from "../loaded-examples.ts";

const { look, open, judge } = makeExamples();
const tree = { ORG: "", A: "ORG", B: "ORG" };

const explain = async (csv: string, accept: Acceptance = {}, answers: Answers = oneToFive) => {
  const inspection = await look(csv);
  const database = await open([inspection], tree);
  const validated = (await judge(database, inspection, "text", { accept, answers })) as ValidatedExport;
  const rows = await database.rows(`select * from ${validated.table} order by record`, "read what was accepted");
  return { ...validated, rows };
};

const passes = async (csv: string, answers: Answers = oneToFive) => {
  const inspection = await look(csv);
  const database = await open([inspection], tree);
  return (await judge(database, inspection, "numbers", { answers })) !== null;
};

/** Blank answers of an export that does not tell why they are blank. */
const countBlanks = ({ quality }: Pick<ValidatedExport, "quality">) =>
  quality.find(({ rule }) => rule === "blank_answers")?.count ?? 0;

type Counts = Pick<ValidatedExport, "records" | "loaded" | "rejected" | "excluded">;

/** Counts that must always add up. */
const reconcile = ({ records, loaded, rejected, excluded }: Counts) => {
  expect(records).toBe(loaded + rejected + excluded);
  return { records, loaded, rejected, excluded };
};

describe("validate, as numbers and as text", () => {
  const answer = fc.constantFrom("1", "2", "3", "4", "5", "", "", " 3 ", "+4", "5.0", "05", "2.", "3e0");
  const row = fc.record({
    team: fc.constantFrom("A", "B", "ORG", " A "),
    submitted: fc.constantFrom("y", "y", ""),
    Q1: answer,
    Q2: answer,
  });
  const file = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    newline: fc.constantFrom("\n", "\r\n"),
    delimiter: fc.constantFrom(",", ";", "\t"),
    quotes: fc.boolean(),
    mark: fc.constantFrom("", "\ufeff"),
  });

  it("give the same table and the same counts on clean data", async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, newline, delimiter, quotes, mark }) => {
        const named = rows.map((one, index) => ({ id: `r${index}`, ...one }));
        const inspection = await look(mark + Papa.unparse(named, { newline, delimiter, quotes }), {
          delimiter: delimiter as ",",
        });
        const database = await open([inspection], tree);
        const read = async (as: "numbers" | "text") => {
          const validated = (await judge(database, inspection, as)) as ValidatedExport;
          const sql = `select unit, Q1::decimal(18, 6)::varchar as q1, Q2::decimal(18, 6)::varchar as q2 from ${validated.table} order by all`;
          return {
            ...reconcile(validated),
            blanks: countBlanks(validated),
            problems: validated.problems,
            rows: await database.rows(sql, "compare"),
          };
        };
        expect(await read("numbers")).toEqual(await read("text"));
      }),
      { seed: 4, numRuns: 25 },
    );
  }, 120_000);

  it("leave a cell of blanks only to text, which takes it for missing", async () => {
    const csv = "team,Q1\nA, \nA,3\n";
    expect(await passes(csv)).toBe(false);
    const found = await explain(csv);
    expect(found).toMatchObject({ problems: [], loaded: 2 });
    expect(countBlanks(found)).toBe(1);
  });

  it("give the same verdict on dirty data: nothing passes as numbers that has a problem as text", async () => {
    const dirty = fc.constantFrom(
      "6",
      "0",
      "2.5",
      "x",
      "0x3",
      "1_0",
      "1,0",
      "٣",
      "-1",
      "1e1",
      "5.000001",
      "4.5",
      "3",
      "",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(dirty, { minLength: 1, maxLength: 4 }), async (answers) => {
        const inspection = await look(Papa.unparse(answers.map((Q1) => ({ team: "A", Q1 }))));
        const database = await open([inspection], tree);
        const numbers = await judge(database, inspection, "numbers");
        const text = (await judge(database, inspection, "text")) as ValidatedExport;
        expect(numbers === null).toBe(text.problems.length > 0);
      }),
      { seed: 5, numRuns: 25 },
    );
  }, 120_000);
});

describe("validate, as numbers", () => {
  it.each([
    ["a fraction on a whole scale", "team,Q1\nA,1\nA,2.5\nA,3\n"],
    ["an answer outside the scale", "team,Q1\nA,6\n"],
    ["an underscore", "team,Q1\nA,1_0\n"],
    ["an underscore in a file with CR line ends", "team,Q1\rA,1_0\r"],
    ["an unknown unit", "team,Q1\nC,1\n"],
    ["no unit", "team,Q1\n,1\n"],
    ["an id twice", "id,team,Q1\n1,A,1\n1,A,2\n"],
  ])("leaves %s to text", async (_, csv) => {
    expect(await passes(csv, { minimum: 0, maximum: csv.includes("_") ? 10 : 5, decimals: 0 })).toBe(false);
  });

  it("leaves an answer with too many decimals to text, also between the extremes", async () => {
    const oneDecimal = { minimum: 1, maximum: 10, decimals: 1 };
    expect(await passes("team,Q1\nA,1\nA,7.25\nA,10\n", oneDecimal)).toBe(false);
    expect(await passes("team,Q1\nA,1\nA,7.2\nA,10\n", oneDecimal)).toBe(true);
  });

  it("does not look at responses that were not submitted", async () => {
    expect(await passes("id,team,submitted,Q1\n1,A,y,3\n1,X,,9\n")).toBe(true);
  });

  it("lets several responses without an id pass", async () => {
    expect(await passes("id,team,Q1\n,A,1\n,A,2\n")).toBe(true);
  });
});

describe("validate, as text", () => {
  it("finds every rule at its record, line and column, line breaks in cells counted", async () => {
    const csv =
      'id,team,Remark,Q1,Q2\n1,A,"two\nlines",1,2\n2,A,,6,x\n\n3,,,3,3\n1,B,"a\n\n\nb",3,3\n4,C,,2.5,3\n5,B,,,\n';
    const { problems, ...counts } = await explain(csv);
    const place = (record: number, line: number, column: string) => [{ record, line, column }];
    expect(problems.map(({ rule, count, places, accepted }) => ({ rule, count, places, accepted }))).toEqual([
      { rule: "answer_not_a_number", count: 1, places: place(2, 4, "Q2"), accepted: null },
      { rule: "answer_out_of_scale", count: 2, places: [...place(2, 4, "Q1"), ...place(5, 11, "Q1")], accepted: null },
      { rule: "duplicate_response", count: 1, places: place(4, 7, "id"), accepted: null },
      { rule: "missing_unit", count: 1, places: place(3, 6, "team"), accepted: null },
      { rule: "unknown_unit", count: 1, places: place(5, 11, "team"), accepted: null },
    ]);
    // Responses 2, 3, 4 and 5 have a problem.
    expect(reconcile(counts)).toEqual({ records: 6, loaded: 2, rejected: 4, excluded: 0 });
  });

  it("judges items whose names are those of the columns it works with", async () => {
    const { problems } = await explain("team,text,value,rule,item,place\nA,1,2,9,4,x\n");
    expect(problems.map(({ rule, places }) => [rule, places[0]?.column])).toEqual([
      ["answer_not_a_number", "place"],
      ["answer_out_of_scale", "rule"],
    ]);
  });

  it("keeps the first five places in the order of the file and counts all", async () => {
    const csv = `team,Q1\n${"A,9\n".repeat(7)}`;
    const [problem] = (await explain(csv)).problems;
    expect(problem?.count).toBe(7);
    expect(problem?.places.map(({ record }) => record)).toEqual([1, 2, 3, 4, 5]);
  });

  it("leaves an answer blank that scan.yaml accepts as missing, and keeps the rest of the response", async () => {
    const { rows, problems, quality, ...counts } = await explain("team,Q1,Q2\nA,9,3\nB,x,4\nA,,5\n", {
      answer_out_of_scale: "missing",
      answer_not_a_number: "missing",
    });
    expect(rows.map(({ unit, Q1, Q2 }) => [unit, Q1 === null, String(Q2)])).toEqual([
      ["A", true, "3"],
      ["B", true, "4"],
      ["A", true, "5"],
    ]);
    expect(problems.map(({ accepted }) => accepted)).toEqual(["missing", "missing"]);
    expect(reconcile(counts)).toEqual({
      records: 3,
      loaded: 3,
      rejected: 0,
      excluded: 0,
    });
    // One blank cell; the two answers made blank are counted with their problems.
    expect(countBlanks({ quality })).toBe(1);
  });

  it("drops the response that scan.yaml accepts to reject, and only that", async () => {
    const { rows, ...counts } = await explain("team,Q1,Q2\nA,9,3\nB,2,4\nC,1,1\nA,1,1\n", {
      answer_out_of_scale: "reject",
      unknown_unit: "reject",
    });
    expect(rows.map(({ record }) => Number(record))).toEqual([2, 4]);
    expect(reconcile(counts)).toEqual({
      records: 4,
      loaded: 2,
      rejected: 2,
      excluded: 0,
    });
  });

  it("keeps the first response of an id that occurs more often", async () => {
    const { rows } = await explain("id,team,Q1\n7,A,1\n8,A,2\n7,A,3\n7,B,4\n", { duplicate_response: "reject" });
    expect(rows.map(({ record }) => Number(record))).toEqual([1, 2]);
  });

  it("rejects a response once, however many problems it has", async () => {
    const accept = { answer_out_of_scale: "reject", unknown_unit: "reject", answer_not_a_number: "reject" } as const;
    const found = await explain("team,Q1,Q2\nC,9,x\nA,1,1\n", accept);
    expect(found.problems.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(reconcile(found)).toEqual({ records: 2, loaded: 1, rejected: 1, excluded: 0 });
  });

  it("counts a response that was not submitted as excluded and judges nothing of it", async () => {
    const found = await explain("id,team,submitted,Q1\n1,C,,9\n1,A,y,3\n2,A, ,4\n");
    expect(found.problems).toEqual([]);
    // A blank of spaces is a blank.
    expect(reconcile(found)).toEqual({ records: 3, loaded: 1, rejected: 0, excluded: 2 });
  });

  it("reads decimal commas exactly", async () => {
    const inspection = await look("team;Q1\nA;2,7777777778\nA;,5\n", { decimal: ",", delimiter: ";" });
    const database = await open([inspection], tree);
    const scored = { minimum: 0, maximum: 5, decimals: 10 };
    for (const as of ["numbers", "text"] as const) {
      const { table } = (await judge(database, inspection, as, { answers: scored })) as ValidatedExport;
      const rows = await database.rows(`select Q1::varchar as value from ${table} order by Q1`, "read");
      expect(rows.map(({ value }) => value)).toEqual(["0.50000000000", "2.77777777780"]);
    }
  });

  it("numbers records in the order of a file of many", async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `r${index},A,${index === 27_182 ? 6 : 1 + (index % 5)}`);
    const { problems, loaded } = await explain(`id,team,Q1\n${lines.join("\n")}\n`, { answer_out_of_scale: "reject" });
    expect(problems[0]?.places).toEqual([{ record: 27_183, line: 27_184, column: "Q1" }]);
    expect(loaded).toBe(29_999);
  });
});

describe("validate, where two readings could differ", () => {
  it("rounds the seventh decimal away in both, so that another cell decides nothing", async () => {
    expect(await passes("team,Q1\nA,5.0000001\n")).toBe(true);
    const { problems, rows } = await explain("team,Q1\nA,5.0000001\nA,x\n", { answer_not_a_number: "missing" });
    expect(problems.map(({ rule }) => rule)).toEqual(["answer_not_a_number"]);
    expect(rows.map((row) => Number(row.Q1 ?? Number.NaN))).toEqual([5, Number.NaN]);
  });

  it("looks one decimal further than the scale of a continuous item", async () => {
    const scale = { minimum: 0, maximum: 5, decimals: 8 };
    expect(await passes("team,Q1\nA,3.12345678\n", scale)).toBe(true);
    expect(await passes("team,Q1\nA,3.123456781\n", scale)).toBe(false);
    const { problems } = await explain("team,Q1\nA,3.123456781\n", {}, scale);
    expect(problems.map(({ rule }) => rule)).toEqual(["answer_out_of_scale"]);
  });

  it("takes a cell of blanks for blank: not submitted, no id", async () => {
    const csv = 'id,team,submitted,Q1\n" ",A,y,1\n" ",A,y,2\n7,A," ",3\n';
    expect(await passes(csv)).toBe(true);
    expect(reconcile(await explain(csv))).toEqual({ records: 3, loaded: 2, rejected: 0, excluded: 1 });
  });

  it("knows an id with a blank beside it for the same id", async () => {
    expect(await passes('id,team,Q1\n7,A,1\n" 7",A,2\n')).toBe(false);
  });

  it("counts an answer that was made blank once: as its problem, not as a blank", async () => {
    const { quality, problems } = await explain("team,Q1\nA,9\nA,\nA,3\n", { answer_out_of_scale: "missing" });
    expect({ blanks: countBlanks({ quality }), counts: problems.map(({ count }) => count) }).toEqual({
      blanks: 1,
      counts: [1],
    });
  });

  it("keeps the good response of a pair whose first is rejected for its unit", async () => {
    const accept = { duplicate_response: "reject", unknown_unit: "reject" } as const;
    const { rows, ...counts } = await explain("id,team,Q1\n7,X,1\n7,A,2\n8,A,3\n", accept);
    expect(reconcile(counts)).toEqual({ records: 3, loaded: 2, rejected: 1, excluded: 0 });
    expect(rows.map((row) => Number(row.Q1))).toEqual([2, 3]);
  });
});
