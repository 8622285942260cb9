/** What an export may look like beyond one column of numbers per item, and what the tool says about a response. */
import { describe, expect, it } from "vitest";
import type { Inspection } from "../../../schemas/inspection.ts";
import type { MappedColumns } from "../../../schemas/loaded-export.ts";
import type { ResponseRules } from "../../../schemas/scan.ts";
import { mapAnswer, oneToFive } from "../loaded-examples.ts";
import { byName, labelled, makeSeenExamples, quality, tree } from "../seen-examples.ts";

const { look, open, judge, see } = makeSeenExamples();
const frequency = { nooit: 1, zelden: 2, soms: 3, vaak: 4, altijd: 5 };

describe("labels", () => {
  const choices = { columns: labelled(frequency) };

  it.each(["labels", "text"] as const)("stand for their numbers, read as %s", async (as) => {
    const found = await see("team,Q1\nA,Nooit\nA,ALTIJD \nB,3\nB,\n", as, choices);
    expect(found?.rows).toEqual([
      ["A", "1.0"],
      ["A", "5.0"],
      ["B", "3.0"],
      ["B", null],
    ]);
    expect(quality(found)).toEqual({ blank_answers: "1 missing" });
    expect(found?.problems).toEqual([]);
  });

  it("that are not in the set are left to text, which rejects them at their line", async () => {
    const csv = "team,Q1\nA,Nooit\nA,Meestal wel\n";
    expect(await see(csv, "labels", choices)).toBeNull();
    const found = await see(csv, "text", choices);
    expect(found?.problems).toMatchObject([
      { rule: "answer_not_in_response_set", count: 1, values: [], places: [{ record: 2, line: 3, column: "Q1" }] },
    ]);
    expect(found?.loaded).toBe(1);
  });

  it("that many give are shown when all their words occur in response sets, and not otherwise", async () => {
    const rows = [..."123456"].map(() => "A,Helemaal mee eens\nA,Jan Jansen\n").join("");
    const found = await see(`team,Q1\n${rows}`, "text", choices);
    expect(found?.problems[0]?.count).toBe(12);
    expect(found?.problems[0]?.values).toEqual([{ text: "Helemaal mee eens", count: 6 }]);
  });

  it('that say "no opinion" are missing and counted', async () => {
    const found = await see("team,Q1\nA,Vaak\nA,-1\nB,Weet ik niet\n", "labels", {
      columns: labelled(frequency, ["-1", "weet ik niet"]),
    });
    expect(found?.rows.map(([, value]) => value)).toEqual(["4.0", null, null]);
    expect(quality(found)).toEqual({ no_opinion: "2 missing" });
  });

  it("that are numbers themselves are never read as numbers", async () => {
    const own = { columns: labelled({ "1": 5, "3": 2.5, "5": 1 }), answers: { minimum: 1, maximum: 5, decimals: 1 } };
    const csv = "team,Q1\nA,1\nA,3\nA,5\n";
    expect(await see(csv, "numbers", own)).toBeNull();
    expect((await see(csv, "labels", own))?.rows.map(([, value]) => value)).toEqual(["1.0", "2.5", "5.0"]);
  });

  it("that are numbers are understood with the decimal mark of the file", async () => {
    const csv = "team;Q1\nA;4,0\nA;2,0\n";
    const own = { columns: labelled({ "4,0": 2, "2,0": 4 }) };
    expect(await see(csv, "numbers", own)).toBeNull();
    expect((await see(csv, "labels", own))?.rows.map(([, value]) => value)).toEqual(["2.0", "4.0"]);
    const missing = { columns: labelled(frequency, ["4,0"]) };
    expect(await see(csv, "numbers", missing)).toBeNull();
    expect((await see(csv, "labels", missing))?.rows.map(([, value]) => value)).toEqual(["2.0", null]);
  });

  it("of a column with more texts than a closed question has are judged one by one", async () => {
    const rows = Array.from({ length: 700 }, (_, index) => `A,tekst ${index}`).join("\n");
    const found = await see(`team,Q1\n${rows}\nB,soms\n`, "text", {
      ...choices,
      accept: { answer_not_in_response_set: "missing" },
    });
    expect(found?.problems[0]?.count).toBe(700);
    expect(found?.rows.filter(([, value]) => value !== null)).toEqual([["B", "3.0"]]);
  });
});

describe("blanks", () => {
  const raw = '\ufeff"id","submitdate","lastpage","startlanguage","team","Q1"\r\n';
  const row = (id: number, q1: string) => `"${id}","2026-04-01 10:00:00","2","nl","A",${q1}\r\n`;

  it("of a LimeSurvey file say whether a question was reached and shown", async () => {
    const csv = raw + row(1, '"3"') + row(2, '""') + row(3, "") + row(4, "") + row(5, '"N/A"');
    const columns = (all: MappedColumns, inspection: Inspection) => ({
      ...all,
      answers: [mapAnswer("Q1", [byName(inspection, "Q1")], oneToFive)],
    });
    const found = await see(csv, "labels", { columns });
    expect(found?.inspection.profile).toBe("limesurvey");
    expect(quality(found)).toEqual({ left_blank: "1 missing", not_reached: "2 missing", not_shown: "1 missing" });
  });

  it("of other files only say that there is no answer", async () => {
    expect(quality(await see('team,Q1\nA,""\nA,\nA,3\nA,x\n', "text"))).toEqual({ blank_answers: "2 missing" });
  });
});

describe("what the tool says about a response", () => {
  const head = "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,ResponseId,team,Q1\n";
  const texts = "Start,End,Type,Progress,Duration,Finished,Response ID,team,How are you?\n";
  const ids = `${['"{""ImportId"":""startDate""}"', ..."bcdefghi"].join(",")}\n`;
  const row = (id: number, status: string, seconds: string, finished: string, q1 = "3") =>
    `2026-04-01 10:00:00,2026-04-01 10:00:09,${status},100,${seconds},${finished},R_${id},A,${q1}\n`;
  const columns = (all: MappedColumns, inspection: Inspection): MappedColumns => ({
    ...all,
    response: byName(inspection, "ResponseId"),
    status: byName(inspection, "Status"),
    finished: byName(inspection, "Finished"),
    duration: byName(inspection, "Duration (in seconds)"),
    answers: [mapAnswer("Q1", [byName(inspection, "Q1")], oneToFive)],
  });
  const csv =
    head +
    texts +
    ids +
    row(1, "IP Address", "60", "TRUE") +
    row(2, "Survey Preview", "60", "True", "9") +
    row(3, "0", "60", "0") +
    row(4, "1", "1", "1") +
    row(5, "0", "1.5", "1");

  it("leaves out tests and what was never finished, and remarks on what was too fast", async () => {
    const found = await see(csv, "labels", { columns });
    expect(found?.inspection).toMatchObject({ profile: "qualtrics", header_rows: 3, records: 5 });
    expect(found).toMatchObject({ records: 5, loaded: 2, rejected: 0, excluded: 3 });
    expect(quality(found)).toEqual({
      test_response: "2 excluded",
      partial_response: "1 excluded",
      too_fast: "1 remark",
    });
  });

  it("is overruled by scan.yaml, and that is recorded", async () => {
    const found = await see(csv, "text", {
      columns,
      accept: { answer_out_of_scale: "reject" },
      responses: { test: "keep", partial: "keep", too_fast: "exclude" },
    });
    expect(found).toMatchObject({ records: 5, loaded: 2, rejected: 1, excluded: 2 });
    // The two previews are not among them: one is rejected, the other too fast.
    expect(quality(found)).toEqual({ partial_response: "1 kept", too_fast: "2 excluded" });
    expect(found?.quality.every(({ chosen }) => chosen)).toBe(true);
  });

  it("is both a test and unfinished: either rule leaves it out", async () => {
    const rows = row(1, "0", "60", "1") + row(2, "1", "60", "0") + row(3, "1", "60", "1") + row(4, "0", "60", "0");
    const count = async (responses: Partial<ResponseRules>) => {
      const found = await see(head + texts + ids + rows, "labels", { columns, responses });
      return { loaded: found?.loaded, excluded: found?.excluded, ...quality(found) };
    };
    expect(await count({})).toEqual({
      loaded: 1,
      excluded: 3,
      test_response: "2 excluded",
      partial_response: "1 excluded",
    });
    expect(await count({ test: "keep" })).toEqual({
      loaded: 2,
      excluded: 2,
      test_response: "1 kept",
      partial_response: "2 excluded",
    });
    expect(await count({ partial: "keep" })).toEqual({
      loaded: 2,
      excluded: 2,
      test_response: "2 excluded",
      partial_response: "1 kept",
    });
    expect(await count({ test: "keep", partial: "keep" })).toEqual({
      loaded: 4,
      excluded: 0,
      test_response: "2 kept",
      partial_response: "2 kept",
    });
  });

  it("must be known", async () => {
    const strange = head + texts + ids + row(1, "Robot", "60", "TRUE") + row(2, "0", "60", "perhaps");
    expect(await see(strange, "labels", { columns })).toBeNull();
    const found = await see(strange, "text", { columns });
    expect(found?.problems).toMatchObject([{ rule: "unknown_status", count: 2, values: [] }]);
    expect(found?.loaded).toBe(0);
  });

  it("takes the time between start and end, a minute more where seconds are not written", async () => {
    const times = (all: MappedColumns, inspection: Inspection): MappedColumns => ({
      ...all,
      started: byName(inspection, "started"),
      ended: byName(inspection, "ended"),
      answers: [mapAnswer("Q1", [byName(inspection, "Q1")], oneToFive)],
    });
    const rows = [
      "A,31-03-2026 23:59:59,01-04-2026 00:00:00,3", // 1 second
      "A,31-03-2026 10:00:00,31-03-2026 10:00:05,3", // 5 seconds
      "A,31-03-2026 10:00,31-03-2026 10:00,3", // within a minute
      "A,31-03-2026 10:00:05,31-03-2026 10:00:00,3", // backwards: not known
      "A,,31-03-2026 10:00:00,3",
    ];
    const found = await see(`team,started,ended,Q1\n${rows.join("\n")}\n`, "numbers", { columns: times });
    expect(found?.inspection.dates).toBe("day_first");
    expect(quality(found)).toEqual({ too_fast: "1 remark" });
  });
});

describe("a straight line", () => {
  const names = Array.from({ length: 10 }, (_, index) => `Q${index + 1}`);
  const row = (...answers: readonly string[]) => `A,${answers.join(",")}\n`;
  const line = (value: string) => row(...names.map(() => value));
  const csv = (count: number, rows: string) => `team,${names.slice(0, count).join(",")}\n${rows}`;
  const columns = (all: MappedColumns) => all;

  it("is one answer to ten or more items", async () => {
    const rows =
      line("3") + line("1") + row("2", ...names.slice(1).map(() => "3")) + row("", ...names.slice(1).map(() => "3"));
    for (const as of ["numbers", "labels"] as const)
      expect(quality(await see(csv(10, rows), as, { columns }))["straight_lined"]).toBe("2 remark");
  });

  it("is left out when scan.yaml says so", async () => {
    const rows = line("3") + row("2", ...names.slice(1).map(() => "3"));
    const found = await see(csv(10, rows), "labels", { columns, responses: { straight_lined: "exclude" } });
    expect(found).toMatchObject({ records: 2, loaded: 1, excluded: 1 });
    expect(quality(found)).toEqual({ straight_lined: "1 excluded" });
  });

  it("over fewer items says nothing", async () => {
    expect(quality(await see(csv(9, row(..."333333333")), "labels", { columns }))).toEqual({});
  });
});

describe("an unknown unit", () => {
  it("is shown by its code and count from k responses, when it looks like a code of the roster", async () => {
    const rows = [..."12345"].map(() => "T9,3\nQuirinus,3\n").join("");
    const inspection = await look(`team,Q1\n${rows}T8,3\nT1,3\n`);
    const database = await open([inspection], { ORG: "", T1: "ORG", T2: "ORG" });
    const found = await judge(database, inspection, "text");
    expect(found?.problems).toMatchObject([{ rule: "unknown_unit", count: 11, values: [{ text: "T9", count: 5 }] }]);
  });

  it("that a spreadsheet made is named as such", async () => {
    const inspection = await look("team,Q1\n5-Jan,3\nA,3\n");
    const found = await judge(await open([inspection], tree), inspection, "text");
    expect(found?.problems[0]?.expected).toContain("1 look changed by a spreadsheet");
  });
});
