import { describe, expect, it } from "vitest";
import { learnTexts } from "../../../pipeline/load/learn-texts.ts";
import { type Answers, makeExamples, mapAll, oneToFive } from "../loaded-examples.ts";

const { look, open } = makeExamples();

type Asked = Readonly<{ answers?: Answers; keepQuotedBlanks?: boolean; records?: number; item?: string }>;

/** Position to texts; with `item`, of that item alone. */
async function learn(text: string, { answers = oneToFive, keepQuotedBlanks = false, records, item }: Asked = {}) {
  const inspection = await look(text);
  const database = await open([inspection], { ORG: "" });
  const all = mapAll(inspection, answers);
  const columns = { ...all, answers: all.answers.filter((one) => item === undefined || one.item === item) };
  const learned = await learnTexts(database, { inspection, attributes: null, columns }, { keepQuotedBlanks }, records);
  return Object.fromEntries(learned);
}

const list = (count: number) => Array.from({ length: count }, (_, index) => `A,t${index}\n`).join("");

describe("learnTexts", () => {
  it("gives the distinct texts of every answer column, sorted, without blanks", async () => {
    expect(await learn("team,Q1,Q2\nA,soms,3\nA,nooit,\nB,soms,3\n")).toEqual({ 2: ["nooit", "soms"], 3: ["3"] });
  });

  it("gives those of every column of a long questionnaire", async () => {
    const names = Array.from({ length: 130 }, (_, index) => `Q${index + 1}`);
    const learned = await learn(`team,${names.join(",")}\nA,${names.map((name) => `is ${name}`).join(",")}\n`);
    expect(Object.keys(learned)).toHaveLength(130);
    expect([learned[2], learned[65], learned[66], learned[131]]).toEqual([
      ["is Q1"],
      ["is Q64"],
      ["is Q65"],
      ["is Q130"],
    ]);
  });

  it("tells texts apart that differ in capitals, accents or blanks", async () => {
    expect(await learn("team,Q1\nA,Soms\nA,soms\nA,sóms\nA,soms \n")).toEqual({ 2: ["Soms", "soms", "soms ", "sóms"] });
  });

  it("keeps a quoted blank only where it means something", async () => {
    const text = 'team,Q1\nA,""\nA,\nA,3\n';
    expect(await learn(text)).toEqual({ 2: ["3"] });
    expect(await learn(text, { keepQuotedBlanks: true })).toEqual({ 2: ["", "3"] });
  });

  it("gives an empty list for a column without answers", async () => {
    expect(await learn("team,Q1,Q2\nA,,3\n", { item: "Q1" })).toEqual({ 2: [] });
  });

  it("leaves out a column with more texts than 500: it is no closed question", async () => {
    expect(Object.keys(await learn(`team,Q1\n${list(500)}`))).toEqual(["2"]);
    expect(await learn(`team,Q1\n${list(501)}`)).toEqual({});
  });

  it("leaves out scores with decimals, which have as many texts as there are people", async () => {
    const scored: Answers = { minimum: 1, maximum: 5, decimals: 2 };
    expect(await learn("team,Q1\nA,3.25\n", { answers: scored })).toEqual({});
  });

  it("looks at the first records only, when told so", async () => {
    expect(await learn("team,Q1\nA,soms\nA,nooit\n", { records: 1 })).toEqual({ 2: ["soms"] });
  });
});
