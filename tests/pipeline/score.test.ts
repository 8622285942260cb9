import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../pipeline/database.ts";
import { largestSquare, prepareScoring, type ScoredScale, writeScores } from "../../pipeline/score.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { countSteps, instruments, makeResponses, type Response, scorePlainly, writeTable } from "./scored-examples.ts";
import { makeTempFiles } from "./temp-files.ts";

const { folder } = makeTempFiles();
let database: Database;
beforeAll(async () => {
  database = await openDatabase([], join(folder, "spill"));
});
afterAll(() => database.close());

const { bat_12, enps, vitality, diary } = instruments;

async function scoreInDatabase(chosen: readonly Instrument[], responses: readonly Response[]) {
  for (const statement of writeTable("answers", chosen, responses)) await database.run(statement, "fill");
  return database.rows(writeScores(prepareScoring(chosen), "answers"), "score");
}

describe("prepareScoring", () => {
  it("makes one point of BAT-12 660 steps: 10, 11 or 12 of its items may be answered", () => {
    const [scored] = prepareScoring([bat_12]);
    expect(scored?.scales.map(({ definition }) => [definition.measure, definition.factor, definition.items])).toEqual([
      ["bat_12.total", 660n, 12],
    ]);
  });

  it("counts eNPS in whole points from -100 to 100", () => {
    const definition = prepareScoring([enps])[0]?.scales[0]?.definition;
    expect(definition).toMatchObject({ kind: "enps", minimum: -100, maximum: 100, factor: 1n });
  });

  it("adds the decimals of the answers to the factor", () => {
    // pair: 1 or 2 answers, one decimal: 2 x 10. single: 10. all: 3 items x the least common multiple of 20 and 10.
    expect(prepareScoring([diary])[0]?.scales.map(({ definition }) => definition.factor)).toEqual([60n, 20n, 10n]);
  });
});

describe("largestSquare", () => {
  it("is the square of the largest score in size", () => {
    const [all] = prepareScoring([diary])[0]?.scales ?? [];
    // 2.5 rounds up to 3 points of 60: 180 x 180.
    expect(largestSquare((all as ScoredScale).definition)).toBe(32_400n);
  });
});

describe("the score in SQL", () => {
  it.each([
    ["BAT-12 and eNPS", [bat_12, enps]],
    ["the vitality questionnaire and its dimensions", [vitality]],
    ["continuous answers, reversed items and overlapping scales", [diary, enps]],
  ])("is the plain score of every person, exactly: %s", async (_, chosen) => {
    await fc.assert(
      fc.asyncProperty(makeResponses(chosen, ["A"]), async (responses) => {
        const rows = await scoreInDatabase(chosen, responses);
        const found = rows.map((row) =>
          prepareScoring(chosen).map(({ column, scales }) => [
            row[column],
            ...scales.map((scale) => (row[scale.column] === null ? null : BigInt(row[scale.column] as bigint))),
          ]),
        );
        const expected = responses.map((response) =>
          prepareScoring(chosen).map(({ instrument, scales }) => {
            const plain = scorePlainly(instrument, response);
            return [
              plain[0] !== null,
              ...scales.map(({ scale, definition }, index) =>
                countSteps(scale, definition.factor, plain[index] ?? null),
              ),
            ];
          }),
        );
        expect(sortRows(found)).toEqual(sortRows(expected));
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it("turns a reversed answer around the middle of the scale", async () => {
    const rows = await scoreInDatabase([diary], [{ unit: "A", answers: { D1: 10, D2: 25, D3: 0 } }]);
    // D2 is reversed: -2 + 2.5 - 2.5 = -2. Mean of 1 and -2 is -0.5, x 20 steps. Of 1, -2 and 0 it is -1/3, x 60 steps.
    expect(rows.map((row) => ["score_0_0", "score_0_1", "score_0_2"].map((name) => Number(row[name])))).toEqual([
      [-20, -10, 0],
    ]);
  });

  it("weights the scales of a total by their items, also when an item is missing", async () => {
    const rows = await scoreInDatabase([diary], [{ unit: "A", answers: { D1: 10, D2: null, D3: -5 } }]);
    // Pair: 1. Single: -0.5. All: (2 x 1 + 1 x -0.5) / 3 = 0.5, x 60 steps.
    expect(rows.map(({ score_0_0 }) => Number(score_0_0))).toEqual([30]);
  });

  it.each([
    [0, -100n],
    [6, -100n],
    [7, 0n],
    [8, 0n],
    [9, 100n],
    [10, 100n],
  ])("of eNPS is for %d: %d", async (answer, score) => {
    const rows = await scoreInDatabase([enps], [{ unit: "A", answers: { ENPS01: answer * 10 } }]);
    expect(rows.map((row) => BigInt(row["score_0_0"] as number))).toEqual([score]);
  });

  it("is missing one answer below the minimum and there at the minimum", async () => {
    const items = bat_12.items.map(({ item }) => item);
    const answered = (count: number): Response => ({
      unit: "A",
      answers: Object.fromEntries(items.map((item, index) => [item, index < count ? 30 : null])),
    });
    const rows = await scoreInDatabase([bat_12], [answered(9), answered(10), answered(12)]);
    // A mean of 3 x 660 steps.
    expect(sortRows(rows.map(({ score_0_0 }) => [score_0_0]))).toEqual([[1980], [1980], [null]]);
  });
});

describe("items with any name", () => {
  const rename = (from: string, to: string): Instrument =>
    JSON.parse(JSON.stringify(diary).replaceAll(`"${from}"`, `"${to}"`));

  it.each(["order", "select"])("scores an item called %s, a word of SQL", async (item) => {
    const renamed = rename("D3", item);
    await database.run("create or replace table answers (unit varchar, D1 decimal(9, 6), D2 decimal(9, 6))", "fill");
    await database.run(`alter table answers add column "${item}" decimal(9, 6)`, "fill");
    await expect(database.rows(writeScores(prepareScoring([renamed]), "answers"), "score")).resolves.toEqual([]);
  });
});

describe("the SQL that scores", () => {
  it.each([
    ["bat_12", [bat_12]],
    ["vitality", [vitality]],
    ["enps", [enps]],
  ])("of %s", async (name, chosen) => {
    await expect(`${writeScores(prepareScoring(chosen), "responses")}\n`).toMatchFileSnapshot(
      `../golden/sql/score-${name}.sql`,
    );
  });
});

const sortRows = <Row>(rows: readonly Row[]) =>
  rows
    .map((row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? Number(value) : value)))
    .sort()
    .map((row) => JSON.parse(row));
