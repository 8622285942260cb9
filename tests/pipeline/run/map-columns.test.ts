import { describe, expect, it } from "vitest";
import type { Plan } from "../../../pipeline/read-scan.ts";
import { mapColumns, mapRosterAttributes } from "../../../pipeline/run/map-columns.ts";
import { Attribute } from "../../../schemas/attribute.ts";
import { Instrument } from "../../../schemas/instrument.ts";
import { PolicyChoice } from "../../../schemas/policy.ts";
import { Questionnaire } from "../../../schemas/scan.ts";
import { makeExamples } from "../loaded-examples.ts";

const { look } = makeExamples();
const text = { nl: "x", en: "x" };
const instrument = Instrument.parse({
  instrument: "pulse",
  version: 1,
  title: text,
  citation: "Made for this test.",
  licence: { id: "MIT", redistribute_text: true },
  answers: { minimum: 1, maximum: 5, response_set: "agreement_5" },
  items: ["P1", "P2"].map((item) => ({ item, label: text })),
  scales: [{ scale: "total", title: text, meaning: text, score: "mean", minimum_answered: 1, higher_is: "better" }],
});

/** A plan with one questionnaire; only what the mapping reads. */
function makePlan(columns: object, more: object = {}, attributes: Plan["scan"]["attributes"] = {}): Plan {
  const questionnaire = Questionnaire.parse({ instruments: ["pulse"], columns, ...more });
  return {
    scan: { attributes, questionnaires: { q: questionnaire } } as unknown as Plan["scan"],
    folder: "",
    instruments: new Map([["pulse", instrument]]),
    line: { kind: "own_organisation", measure: "pulse.total", delta: 0.3 },
    indicators: [],
    policy: PolicyChoice.parse({}),
    config_hash: "",
  };
}

const map = async (csv: string, columns: object, more: object = {}, attributes?: string) =>
  mapColumns(makePlan(columns, more), "q", await look(csv), attributes === undefined ? null : await look(attributes));

const limesurvey =
  "id,submitdate,lastpage,startlanguage,startdate,datestamp,team,P1,P2\n1,2026-04-01 10:00:00,2,nl,2026-04-01 09:58:00,2026-04-01 10:00:00,A,3,4\n";
const answers = { P1: "P1", P2: "P2" };

describe("mapColumns", () => {
  it("uses a tool's own columns where scan.yaml says nothing", async () => {
    const mapped = await map(limesurvey, { unit: "team", answers });
    expect(mapped).toMatchObject({
      unit: { name: "team" },
      response: { name: "id" },
      submitted: { name: "submitdate" },
      key: null,
      long: null,
    });
  });

  it("leaves a column unused when scan.yaml says so, and takes another when it names one", async () => {
    const mapped = await map(limesurvey, { unit: "team", response: false, submitted: "datestamp", answers });
    expect(mapped).toMatchObject({ response: null, submitted: { name: "datestamp" } });
  });

  it("uses nothing of a tool that is not known", async () => {
    const mapped = await map("nr,team,P1,P2\n1,A,3,4\n", { unit: "team", answers });
    expect(mapped).toMatchObject({ response: null, submitted: null, finished: null, status: null, duration: null });
  });

  it("tells columns of one name apart by position, and takes several for one item", async () => {
    const columns = {
      unit: "team",
      answers: { P1: { name: "P", position: 3 }, P2: [{ name: "P", position: 2 }, "Q"] },
    };
    const { answers: mapped } = await map("team,P,P,Q\nA,1,2,3\n", columns);
    expect(mapped.map((one) => one.columns.map(({ position }) => position))).toEqual([[3], [2, 4]]);
  });

  it("takes labels of the item, of its instrument, of the instrument's response set, in this order", async () => {
    const csv = "team,P1,P2\nA,1,2\n";
    const plain = await map(csv, { unit: "team", answers });
    expect(plain.answers[0]?.labels?.get("helemaal mee eens")).toBe(5);
    const own = await map(csv, { unit: "team", answers }, { labels: { pulse: "frequency_5", P2: { " JA ": 5 } } });
    expect(own.answers[0]?.labels?.get("altijd")).toBe(5);
    expect([...(own.answers[1]?.labels ?? [])]).toEqual([["ja", 5]]);
  });

  it("takes the item's own response set before that of the instrument, and after what scan.yaml says", async () => {
    const csv = "team,P1,P2\nA,1,2\n";
    const [first, second] = instrument.items.map((item) => ({ ...item }));
    const own = Instrument.parse({ ...instrument, items: [first, { ...second, response_set: "extent_5" }] });
    const labelsOf = async (more: object = {}) => {
      const plan = { ...makePlan({ unit: "team", answers }, more), instruments: new Map([["pulse", own]]) };
      return mapColumns(plan, "q", await look(csv), null).answers.map(({ labels }) => labels);
    };
    const [agreement, extent] = await labelsOf();
    expect(agreement?.get("helemaal mee eens")).toBe(5);
    expect(extent?.get("to a very large extent")).toBe(5);
    expect(extent?.has("helemaal mee eens")).toBe(false);
    const chosen = await labelsOf({ labels: { P2: "frequency_5" } });
    expect(chosen[1]?.get("altijd")).toBe(5);
  });

  it("finds the unit in the attributes and the key in both", async () => {
    const csv = "EMP ID,P1,P2\nE1,3,4\n";
    const mapped = await map(csv, { unit: "Department", key: "EMP ID", answers }, {}, "EMP ID,Department\nE1,A\n");
    expect(mapped).toMatchObject({
      unit: { name: "Department", position: 2 },
      key: { own: { position: 1 }, attributes: { position: 1 } },
    });
  });

  it("refuses a key without attributes, and attributes without a key", async () => {
    const csv = "EMP ID,team,P1,P2\nE1,A,3,4\n";
    await expect(map(csv, { unit: "team", key: "EMP ID", answers })).rejects.toThrow(
      "the wave must name the file with its attributes",
    );
    await expect(map(csv, { unit: "team", answers }, {}, "EMP ID,team\nE1,A\n")).rejects.toThrow(
      "the questionnaire must name the column that joins them",
    );
  });

  it("asks which comes first when times can't tell day from month", async () => {
    const columns = { unit: "team", started: "from", ended: "to", answers };
    const csv = "from,to,team,P1,P2\n04-05-2026 10:00:00,04-05-2026 10:05:00,A,3,4\n";
    await expect(map(csv, columns)).rejects.toThrow(
      /can't tell day from month in "from" and "to"\. .*dates: day_first/,
    );
    expect(await map(csv, { ...columns, started: false })).toMatchObject({ started: null, ended: null });
  });

  it("wants the question and the answer of a file with one record per answer", async () => {
    const csv = "id,team,what,score\n1,A,P1?,3\n";
    const columns = { unit: "team", response: "id", question: "what", answers: { P1: "P1?", P2: "P2?" } };
    await expect(map(csv, columns)).rejects.toThrow("must name the columns with the question and the answer");
    const mapped = await map(csv, { ...columns, answer: "score" });
    expect(mapped.long).toMatchObject({ question: { name: "what" }, answer: { name: "score" } });
    expect(mapped.answers.map(({ questions, columns: own }) => [questions, own.length])).toEqual([
      [["P1?"], 0],
      [["P2?"], 0],
    ]);
  });

  it("takes the texts of a question in several languages", async () => {
    const csv = "id,team,what,score\n1,A,P1?,3\n";
    const columns = {
      unit: "team",
      response: "id",
      question: "what",
      answer: "score",
      answers: { P1: ["P1?", "P1 ?"], P2: "P2?" },
    };
    expect((await map(csv, columns)).answers[0]?.questions).toEqual(["P1?", "P1 ?"]);
  });

  it("asks which of two columns decides what counts", async () => {
    const csv = limesurvey.replace("startdate", "id").replace("2026-04-01 09:58:00", "7");
    await expect(map(csv, { unit: "team", answers })).rejects.toThrow(
      'has more than one column that may be its response: "id", "id". Name one in scan.yaml (columns: { response: … }), or false',
    );
    const named = { unit: "team", response: { name: "id", position: 1 }, answers };
    expect((await map(csv, named)).response).toMatchObject({ position: 1 });
  });

  it("refuses a status of a tool whose statuses are not known", async () => {
    const csv = "team,Type,P1,P2\nA,Survey Preview,3,4\n";
    await expect(map(csv, { unit: "team", status: "Type", answers })).rejects.toThrow(
      "it is not known what its values mean",
    );
  });

  it("refuses one column for two items, however it is named", async () => {
    const csv =
      "id. Response ID,submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,team. Team,P1. One,P2. Two\n1,2026-04-01 10:00:00,2,nl,A,3,4\n";
    await expect(map(csv, { unit: "team", answers: { P1: "P1", P2: "One" } })).rejects.toThrow(
      'column "P1" must be of one item, but P1 and P2 both name it',
    );
  });
});

describe("mapColumns, of attributes", () => {
  const definition = Attribute.parse({ title: text, values: { short: { title: text, texts: ["kort"] } } });
  const mapTenure = async (csv: string, attributes: string | null, columns: object, tenure = "Dienstjaren") =>
    mapColumns(
      makePlan(
        { answers, ...columns, attributes: { tenure } },
        { missing: ["-"] },
        { other: definition, tenure: definition },
      ),
      "q",
      await look(csv),
      attributes === null ? null : await look(attributes),
    );

  it("finds the column that is named, and none of an attribute that is not", async () => {
    const mapped = await mapTenure("team,P1,P2,Dienstjaren\nA,3,4,kort\n", null, { unit: "team" });
    expect(mapped.attributes).toMatchObject([
      { attribute: "tenure", column: { position: 4 }, joined: false, missing: ["-"] },
    ]);
  });

  it("looks in the attributes file first, and then in the export", async () => {
    const columns = { unit: "Team", key: "nr" };
    const both = await mapTenure("nr,P1,P2,Dienstjaren\n1,3,4,kort\n", "nr,Team,Dienstjaren\n1,A,kort\n", columns);
    expect(both.attributes).toMatchObject([{ column: { position: 3 }, joined: true }]);
    const own = await mapTenure("nr,P1,P2,Dienstjaren\n1,3,4,kort\n", "nr,Team\n1,A\n", columns);
    expect(own.attributes).toMatchObject([{ column: { position: 4 }, joined: false }]);
  });

  it.each([
    ["that is not there", "Contract", 'must have a column "Contract"'],
    ["that identifies a person", "E-mail", 'can\'t use column "E-mail": it looks like an e-mail address'],
    ["with answers", "P2", 'column "P2" can\'t be attribute tenure, because it holds the answers to P2.'],
  ])("refuses a column %s", async (_, tenure, message) => {
    const csv = "team,P1,P2,E-mail\nA,3,4,a@b.c\n";
    await expect(mapTenure(csv, null, { unit: "team" }, tenure)).rejects.toThrow(message);
  });
});

describe("mapRosterAttributes", () => {
  it("finds the columns of the attributes that come from the roster, in the order of scan.yaml", async () => {
    const roster = await look("unit,name,parent,invited,land,regio\nORG,All,,1,nl,noord\n");
    const own = { title: text, values: { one: { title: text, texts: ["noord"] } } };
    const attributes = {
      region: Attribute.parse({ ...own, from: "roster", column: "regio" }),
      tenure: Attribute.parse(own),
      country: Attribute.parse({ ...own, from: "roster", column: { name: "land", position: 5 } }),
    };
    const found = mapRosterAttributes(makePlan({ unit: "team", answers }, {}, attributes), roster);
    expect(found.map(({ attribute, column }) => [attribute, column.position])).toEqual([
      ["region", 6],
      ["country", 5],
    ]);
  });
});
