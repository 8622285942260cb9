import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Aggregated,
  aggregate,
  readAnsweredItems,
  readBlocks,
  readItemMoments,
  readItemProducts,
  readParticipation,
  readScaleQuality,
  readTeamItems,
  readTeamProducts,
  writeTotals,
} from "../../pipeline/aggregate.ts";
import type { Database } from "../../pipeline/database.ts";
import { prepareScoring } from "../../pipeline/score.ts";
import { readQuery } from "../../pipeline/sql/read-query.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import type { Unit } from "../../schemas/roster.ts";
import { makeExamples } from "./loaded-examples.ts";
import {
  countSteps,
  instruments,
  makeResponses,
  makeScale,
  type Response,
  scorePlainly,
  writeTable,
} from "./scored-examples.ts";

const { open } = makeExamples();
const { bat_12, enps, vitality, diary, strain, mood } = instruments;

/** Three levels, a unit with direct members and units below it, a unit without any answers. */
const parents = { ORG: "", D1: "ORG", D2: "ORG", T1: "D1", T2: "D1", T3: "D2", EMPTY: "D2" } as const;
const units: Unit[] = Object.entries(parents).map(([unit, parent]) => ({
  unit,
  name: unit,
  parent: parent || null,
  level: 0,
  leaf: true,
  invited: null,
  invited_total: null,
}));
const answering = ["ORG", "D1", "T1", "T2", "T3"];

const isBelow = (unit: string, ancestor: string): boolean =>
  unit === ancestor ||
  (unit in parents &&
    parents[unit as keyof typeof parents] !== "" &&
    isBelow(parents[unit as keyof typeof parents], ancestor));

async function sumUp(
  database: Database,
  chosen: readonly Instrument[],
  responses: readonly Response[],
): Promise<Aggregated> {
  for (const statement of writeTable("answers", chosen, responses)) await database.run(statement, "fill");
  await database.run("drop table if exists answers_totals", "clean");
  const about = {
    wave: "now",
    waveIndex: 0,
    questionnaire: "q",
    instruments: prepareScoring(chosen),
    responses: "answers",
  };
  return aggregate(database, about);
}

function addPlainly(instrument: Instrument, responses: readonly Response[]) {
  const scales = prepareScoring([instrument])[0]?.scales ?? [];
  return units.flatMap(({ unit }) =>
    scales.map(({ definition, scale }, index) => {
      const scores = responses.flatMap((response) => {
        const points = isBelow(response.unit, unit) ? scorePlainly(instrument, response)[index] : null;
        const steps = countSteps(scale, definition.factor, points ?? null);
        return steps === null ? [] : [steps];
      });
      const cell = {
        unit,
        measure: definition.measure,
        respondents: scores.length,
        sum: scores.reduce((sum, one) => sum + one, 0n),
        sum_squares: scores.reduce((sum, one) => sum + one * one, 0n),
      };
      if (definition.kind === "mean") return cell;
      const count = (wanted: bigint) => scores.filter((one) => one === wanted).length;
      return { ...cell, promoters: count(100n), passives: count(0n), detractors: count(-100n) };
    }),
  );
}

describe("the cells", () => {
  it.each([
    ["of BAT-12 and eNPS", [bat_12, enps]],
    ["of the vitality questionnaire", [vitality]],
    ["of continuous answers", [diary, enps]],
    ["of sums and of 0 to 100", [strain, mood]],
  ])("%s are the plain sums over the tree, whatever the order of the responses", async (_, chosen) => {
    const database = await open([], parents);
    await fc.assert(
      fc.asyncProperty(makeResponses(chosen, answering), async (responses) => {
        const forwards = await readBlocks(database, await sumUp(database, chosen, responses), units);
        const backwards = await readBlocks(database, await sumUp(database, chosen, responses.toReversed()), units);
        expect(forwards.map(({ cells }) => cells)).toEqual(chosen.map((one) => addPlainly(one, responses)));
        expect(backwards).toEqual(forwards);
      }),
      { seed: 21, numRuns: 25 },
    );
  });

  it("are all there, with 0 respondents, when nobody answered", async () => {
    const database = await open([], parents);
    const [block] = await readBlocks(database, await sumUp(database, [enps], []), units);
    expect(block?.cells).toHaveLength(units.length);
    for (const cell of block?.cells ?? [])
      expect(cell).toMatchObject({
        respondents: 0,
        sum: 0n,
        sum_squares: 0n,
        promoters: 0,
        passives: 0,
        detractors: 0,
      });
  });
});

describe("scales that no integer of the database can hold", () => {
  it("refuses 60 items of which 30 may be left blank, and says what to do", () => {
    const items = Array.from({ length: 60 }, (_, index) => `M${index}`);
    const long: Instrument = {
      ...bat_12,
      items: items.map((item) => ({ item, label: { nl: "t", en: "t" }, reversed: false })),
      scales: [{ ...(bat_12.scales[0] as Instrument["scales"][number]), minimum_answered: 30 }],
    };
    expect(() => prepareScoring([long])).toThrow(
      "bat_12.total: can't be scored exactly: 30 to 60 answered items have no common multiple that is small enough. Raise minimum_answered.",
    );
  });
});

describe("readParticipation", () => {
  it("counts everyone who sent a response, also without a score", async () => {
    const database = await open([], parents);
    const responses = [
      { unit: "T1", answers: { ENPS01: 90 } },
      { unit: "T1", answers: { ENPS01: null } },
      { unit: "D1", answers: { ENPS01: 10 } },
    ];
    const aggregated = await sumUp(database, [enps], responses);
    const { counts } = await readParticipation(database, aggregated);
    expect(Object.fromEntries(counts)).toEqual({ ORG: 3, D1: 3, T1: 2 });
    const [block] = await readBlocks(database, aggregated, units);
    expect(block?.cells.find(({ unit }) => unit === "T1")?.respondents).toBe(1);
  });
});

const complete = (unit: string, ...[D1, D2, D3]: readonly [number, number | null, number]): Response => ({
  unit,
  answers: { D1: D1 * 10, D2: D2 === null ? null : D2 * 10, D3: D3 * 10 },
});

describe("readItemMoments", () => {
  it("sums turned answers of those who answered every item of the scale, in the chosen teams only", async () => {
    const database = await open([], parents);
    const responses = [
      complete("T1", 1, 2, 2),
      complete("T1", 2, 0, -1),
      complete("T3", 1, null, 1),
      complete("T2", 2, 2, 2),
    ];
    const aggregated = await sumUp(database, [diary], responses);
    const moments = await readItemMoments(database, aggregated, "diary", new Set(["T1", "T3"]));
    // In tenths; D2 turned: 0.5 - 2 = -1.5 and 0.5. T3's person did not answer D2.
    expect(moments.get("diary.all")).toEqual({
      measure: "diary.all",
      respondents: 2,
      teams: 1,
      item_sums: [30n, -10n, 10n],
      item_sums_squares: [500n, 250n, 500n],
      // 10 - 15 + 20 = 15 and 20 + 5 - 10 = 15.
      total_sum: 30n,
      total_sum_squares: 450n,
    });
    // 10 - 15 = -5 and 20 + 5 = 25.
    expect(moments.get("diary.pair")).toMatchObject({
      item_sums: [30n, -10n],
      total_sum: 20n,
      total_sum_squares: 650n,
    });
    expect([...moments.keys()]).toEqual(["diary.all", "diary.pair"]);
  });

  it("has nothing for a scale of one item, and for no teams", async () => {
    const database = await open([], parents);
    const aggregated = await sumUp(database, [enps, diary], [{ unit: "T1", answers: { ENPS01: 90 } }]);
    expect(await readItemMoments(database, aggregated, "enps", new Set(["T1"]))).toEqual(new Map());
    expect(await readItemMoments(database, aggregated, "diary", new Set())).toEqual(new Map());
  });
});

describe("what the quality of a measurement is computed from", () => {
  const responses = [
    complete("T1", 1, 2, 2),
    complete("T1", 2, 0, -1),
    complete("T3", 1, null, 1),
    complete("T2", 2, 2, 2),
  ];
  const chosen = new Set(["T1", "T3"]);

  it("products: of turned answers of those who answered every item, in the chosen teams only", async () => {
    const database = await open([], parents);
    const aggregated = await sumUp(database, [diary], responses);
    const products = await readItemProducts(database, aggregated, "diary", chosen);
    // In tenths, D2 turned: 10, -15, 20 and 20, 5, -10.
    expect(products.get("diary.all")).toEqual({
      measure: "diary.all",
      respondents: 2,
      teams: 1,
      item_sums: [30n, -10n, 10n],
      item_products: [
        [500n, -50n, 0n],
        [-50n, 250n, -350n],
        [0n, -350n, 500n],
      ],
    });
    expect([...products.keys()]).toEqual(["diary.all", "diary.pair"]);
  });

  it("moments per team: a team without a complete answer has no row", async () => {
    const database = await open([], parents);
    const aggregated = await sumUp(database, [diary], responses);
    const teams = await readTeamItems(database, aggregated, "diary", chosen);
    const one = (sum: bigint, sum_squares: bigint, respondents = 2) => ({ respondents, sum, sum_squares });
    expect(teams.filter(({ measure }) => measure === "diary.pair")).toEqual([
      // 10 - 15 and 20 + 5: 25 + 625.
      {
        unit: "T1",
        measure: "diary.pair",
        respondents: 2,
        items: [one(30n, 500n), one(-10n, 250n)],
        total_sum_squares: 650n,
      },
    ]);
    expect(teams.filter(({ measure }) => measure === "diary.single")).toEqual([
      { unit: "T1", measure: "diary.single", respondents: 2, items: [one(10n, 500n)], total_sum_squares: 500n },
      { unit: "T3", measure: "diary.single", respondents: 1, items: [one(10n, 100n, 1)], total_sum_squares: 100n },
    ]);
  });

  it("answers: of everyone who responded in the chosen teams, with a score or without", async () => {
    const database = await open([], parents);
    const people = [...responses, { unit: "T1", answers: { D1: 10, D2: null, D3: null } }];
    const aggregated = await sumUp(database, [diary], people);
    expect(await readAnsweredItems(database, aggregated, "diary", chosen)).toEqual([
      { measure: "diary.all", answered: 9n, asked: 12n },
      { measure: "diary.pair", answered: 6n, asked: 8n },
      { measure: "diary.single", answered: 3n, asked: 4n },
    ]);
  });

  it("all of it, by scale of two or more items", async () => {
    const database = await open([], parents);
    const aggregated = await sumUp(database, [diary], responses);
    const quality = await readScaleQuality(database, aggregated, "diary", chosen);
    expect([...quality.keys()]).toEqual(["diary.all", "diary.pair"]);
    const pair = quality.get("diary.pair");
    expect(pair).toMatchObject({
      products: { respondents: 2 },
      answered: { answered: 5n, asked: 6n },
      answer_range: 45n,
    });
    expect(pair?.teams.map(({ unit }) => unit)).toEqual(["T1"]);
  });

  it("is nothing for an eNPS, and for no teams", async () => {
    const database = await open([], parents);
    const aggregated = await sumUp(database, [enps, diary], [{ unit: "T1", answers: { ENPS01: 90 } }]);
    expect(await readTeamItems(database, aggregated, "enps", chosen)).toEqual([]);
    expect(await readItemProducts(database, aggregated, "diary", new Set())).toEqual(new Map());
    expect(await readAnsweredItems(database, aggregated, "diary", new Set())).toEqual([]);
    expect(await readScaleQuality(database, aggregated, "enps", chosen)).toEqual(new Map());
  });
});

describe("readTeamProducts", () => {
  const respond = (unit: string, score: number | null, recommended: number | null): Response => ({
    unit,
    answers: { I0: score === null ? null : score * 10, ENPS01: recommended === null ? null : recommended * 10 },
  });

  it("sums products of scores of people who have all of them, per chosen team", async () => {
    const database = await open([], parents);
    const responses = [
      respond("T1", 2, 10),
      respond("T1", 4, 3),
      respond("T1", 5, null),
      respond("T2", 3, 9),
      respond("T3", 1, 8),
    ];
    const aggregated = await sumUp(database, [makeScale(1, [1, 5]), enps], responses);
    const measures = ["made.scale", "enps.score"];
    // by hand: 2 with 100 and 4 with -100; 1 with 0
    expect(await readTeamProducts(database, aggregated, measures, new Set(["T3", "T1", "EMPTY"]))).toEqual([
      {
        respondents: 2,
        sums: [6n, 0n],
        products: [
          [20n, -200n],
          [-200n, 20000n],
        ],
      },
      {
        respondents: 1,
        sums: [1n, 0n],
        products: [
          [1n, 0n],
          [0n, 0n],
        ],
      },
    ]);
    expect(await readTeamProducts(database, aggregated, measures, new Set())).toEqual([]);
    await expect(readTeamProducts(database, aggregated, ["else.where"], new Set(["T1"]))).rejects.toThrow(
      "else.where must be of this questionnaire",
    );
  });
});

describe("closure.sql", () => {
  it("has one row per unit and ancestor, the unit itself included", async () => {
    const database = await open([], parents);
    const rows = await database.rows("select unit, ancestor from closure where wave = 0", "read");
    const expected = Object.keys(parents).flatMap((unit) =>
      Object.keys(parents).flatMap((ancestor) => (isBelow(unit, ancestor) ? [`${unit} in ${ancestor}`] : [])),
    );
    expect(rows.map(({ unit, ancestor }) => `${unit} in ${ancestor}`).sort()).toEqual(expected.sort());
  });

  it("binds against an empty table and gives wave, unit and ancestor", async () => {
    const database = await open([], { ORG: "" });
    await database.run("delete from units", "empty the units");
    expect(await database.rows(readQuery("closure"), "climb")).toEqual([]);
    await database.run(`create table bound as ${readQuery("closure")}`, "bind");
    const columns = await database.rows(
      "select column_name from duckdb_columns() where table_name = 'bound' order by column_index",
      "list",
    );
    expect(columns.map((row) => row["column_name"])).toEqual(["wave", "unit", "ancestor"]);
  });
});

describe("the SQL that adds up", () => {
  it.each([
    ["bat_12", [bat_12]],
    ["vitality", [vitality]],
    ["enps", [enps]],
  ])("of %s binds against empty tables", async (name, chosen) => {
    const database = await open([], { ORG: "" });
    const aggregated = await sumUp(database, chosen, []);
    const columns = await database.rows(
      `select column_name, data_type from duckdb_columns() where table_name = '${aggregated.totals}' order by column_index`,
      "list",
    );
    const [scored] = aggregated.instruments;
    const perScale = (scored?.scales ?? []).flatMap(({ column, definition }) =>
      ["sum", "squares", ...(definition.kind === "enps" ? ["promoters", "detractors"] : [])].map(
        (sum) => `${column}_${sum}`,
      ),
    );
    expect(columns.map((row) => row["column_name"])).toEqual([
      "unit",
      "answered",
      `${scored?.column}_respondents`,
      ...perScale,
    ]);
    expect(new Set(columns.slice(1).map((row) => row["data_type"]))).toEqual(new Set(["HUGEINT"]));
    await expect(`${writeTotals(prepareScoring(chosen), "responses", 0)}\n`).toMatchFileSnapshot(
      `../golden/sql/totals-${name}.sql`,
    );
  });
});
