import { describe, expect, it } from "vitest";
import type { Problem } from "../../../schemas/problem.ts";
import { type Choices, makeExamples } from "../loaded-examples.ts";

const { look, open, judge } = makeExamples();
const tree = { ORG: "", T1: "ORG", T20: "ORG" };

/** The problems of an export whose answers are labels from "nooit" to "altijd"; a text may be shown from 5 responses. */
async function list(csv: string, choices: Choices = {}): Promise<readonly Problem[]> {
  const inspection = await look(csv);
  const validated = await judge(await open([inspection], tree), inspection, "text", {
    columns: (all) => ({ ...all, answers: all.answers.map((answer) => ({ ...answer, labels: frequency })) }),
    ...choices,
  });
  return validated?.problems ?? [];
}

const frequency = new Map(["nooit", "zelden", "soms", "vaak", "altijd"].map((label, index) => [label, index + 1]));
const times = (count: number, line: string) => `${line}\n`.repeat(count);

describe("the values of a problem", () => {
  it("are labels of at least k responses, most given first, then by their text", async () => {
    const csv = `team,Q1\n${times(5, "T1,mee eens")}${times(4, "T1,eens")}${times(6, "T1,oneens")}${times(5, "T1,helemaal mee eens")}`;
    const [problem] = await list(csv);
    expect(problem).toMatchObject({ rule: "answer_not_in_response_set", count: 20 });
    expect(problem?.values).toEqual([
      { text: "oneens", count: 6 },
      { text: "helemaal mee eens", count: 5 },
      { text: "mee eens", count: 5 },
    ]);
  });

  it("are no labels of names, however many responses give them", async () => {
    const [problem] = await list(`team,Q1\n${times(30, "T1,Vera Altijd")}`);
    expect(problem).toMatchObject({ count: 30, values: [] });
  });

  it("are codes of units of at least k responses that look like those of the roster", async () => {
    const csv = `team,Q1\n${times(5, "T3,soms")}${times(4, "T4,soms")}${times(9, "Bakker,soms")}${times(6, "T5,soms")}`;
    const [problem] = await list(csv);
    expect(problem).toMatchObject({ rule: "unknown_unit", count: 24 });
    expect(problem?.values).toEqual([
      { text: "T5", count: 6 },
      { text: "T3", count: 5 },
    ]);
  });

  it("are twenty at most", async () => {
    const codes = Array.from({ length: 25 }, (_, index) => `T${index + 30}`);
    const [problem] = await list(`team,Q1\n${codes.map((code) => times(5, `${code},soms`)).join("")}`);
    expect(problem?.count).toBe(125);
    expect(problem?.values.map(({ text }) => text)).toEqual(codes.slice(0, 20));
  });

  it("are never ids, numbers out of scale or what a spreadsheet made of an answer", async () => {
    const csv = `id,team,Q1,Q2\n${times(6, "7,T1,9,5-Jan")}`;
    const problems = await list(csv);
    expect(problems.map(({ rule, count, values }) => [rule, count, values])).toEqual([
      ["answer_out_of_scale", 6, []],
      ["duplicate_response", 5, []],
      ["spreadsheet_damage", 6, []],
    ]);
  });
});

describe("what a problem says was expected", () => {
  it("is what the column must hold", async () => {
    const [problem] = await list("team,Q1\nT1,9\n");
    expect(problem?.expected).toBe("a label of the response set or a whole number from 1 to 5, or blank");
  });

  it("tells how many units and ids look changed by a spreadsheet", async () => {
    const csv = "id,team,Q1\n6.34E+17,5-Jan,soms\n6.34E+17,T1,soms\n6.34E+17,Jun-25,soms\n";
    const problems = await list(csv, { accept: { unknown_unit: "reject" } });
    expect(problems.map(({ rule, expected }) => [rule, expected])).toEqual([
      ["duplicate_response", "an id that occurs once; 2 look changed by a spreadsheet, as when 1-5 becomes 5-Jan"],
      ["unknown_unit", "the code of a unit of the roster; 2 look changed by a spreadsheet, as when 1-5 becomes 5-Jan"],
    ]);
  });
});
