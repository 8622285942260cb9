import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../pipeline/database.ts";
import { largestSquare, prepareScoring, type ScoredScale, writeAtCut, writeScores } from "../../pipeline/score.ts";
import { isAtCut } from "../../pipeline/stats/is-at-cut.ts";
import type { Cut, Instrument } from "../../schemas/instrument.ts";
import { cutExamples, findNeighbours } from "./cut-examples.ts";
import {
  answerItems,
  countSteps,
  instruments,
  makeResponses,
  makeScale,
  type Response,
  scorePlainly,
  spreadSum,
  writeTable,
} from "./scored-examples.ts";
import { makeTempFiles } from "./temp-files.ts";

const { folder } = makeTempFiles();
let database: Database;
beforeAll(async () => {
  database = await openDatabase([], join(folder, "spill"));
});
afterAll(() => database.close());

const { bat_12, enps, vitality, diary, strain, mood } = instruments;
const all = Object.values(instruments);

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

  // Per scale: factor, one step, lowest and highest points. A step is what one item more by its last decimal adds to a
  // complete answer: of BAT-12 1/12 point is 55 of 660. strain, 1 to 4 as 0 to 100: one (2 or 3 answers) 3 x 6 = 18 a point
  // and 100/9 points a step; two 3 x 2 = 6 and 100/6; both 5 x 18 = 90 and 100/15. mood, -1 to 1.5 in tenths: the sum of
  // three is -3 to 4.5, a step 0.1; level has 25 tenths, a quarter of 100, so 2 a point, and a step is 2 points.
  it.each([
    ["bat_12", bat_12, [[660n, 55n, 1, 5]]],
    ["enps", enps, [[1n, 1n, -100, 100]]],
    [
      "diary",
      diary,
      [
        [60n, 2n, -2, 2.5],
        [20n, 1n, -2, 2.5],
        [10n, 1n, -2, 2.5],
      ],
    ],
    [
      "strain",
      strain,
      [
        [18n, 200n, 0, 100],
        [6n, 100n, 0, 100],
        [90n, 600n, 0, 100],
      ],
    ],
    [
      "mood",
      mood,
      [
        [10n, 1n, -3, 4.5],
        [2n, 4n, 0, 100],
      ],
    ],
  ])("gives every scale of %s its factor, step and limits", (_, instrument, expected) => {
    const definitions = prepareScoring([instrument])[0]?.scales.map(({ definition }) => definition) ?? [];
    expect(definitions.map(({ factor, step, minimum, maximum }) => [factor, step, minimum, maximum])).toEqual(expected);
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
    ["continuous answers, reversed items and a total", [diary, enps]],
    ["0 to 100 and its total", [strain]],
    ["a sum, and continuous answers as 0 to 100", [mood, enps]],
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

  const scoreByPerson = async (chosen: readonly Instrument[], responses: readonly Response[]) => {
    const rows = await scoreInDatabase(chosen, responses);
    return new Map(rows.map((row) => [row["unit"], JSON.stringify(Object.values(row).map(String))]));
  };
  const named = makeResponses(all, ["A"]).map((responses) =>
    responses.map((response, index): Response => ({ ...response, unit: `P${index}` })),
  );

  it("does not depend on the order of the rows", async () => {
    const shuffled = named.chain((responses) =>
      fc.tuple(fc.constant(responses), fc.shuffledSubarray(responses, { minLength: responses.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([responses, others]) => {
        expect(await scoreByPerson(all, others)).toEqual(await scoreByPerson(all, responses));
      }),
      { seed: 13, numRuns: 25 },
    );
  });

  it("does not change when every item is reversed and every answer with it", async () => {
    const turnedKeys = all.map((one) => ({
      ...one,
      items: one.items.map((item) => ({ ...item, reversed: !item.reversed })),
    }));
    const ends = new Map(
      all.flatMap(({ items, answers }) =>
        items.map(({ item }) => [item, Math.round((answers.minimum + answers.maximum) * 10)] as const),
      ),
    );
    const turnAnswers = ({ unit, answers }: Response): Response => ({
      unit,
      answers: Object.fromEntries(
        Object.entries(answers).map(([item, one]) => [item, one === null ? null : (ends.get(item) as number) - one]),
      ),
    });
    const scored = (instrument: Instrument) => instrument.scales[0]?.score !== "nps";
    await fc.assert(
      fc.asyncProperty(named, async (responses) => {
        const twice = await scoreByPerson(turnedKeys.filter(scored), responses.map(turnAnswers));
        expect(twice).toEqual(await scoreByPerson(all.filter(scored), responses));
      }),
      { seed: 14, numRuns: 25 },
    );
  });

  it("adds up a sum only when every item is answered", async () => {
    const complete = { M1: 10, M2: 5, M3: -10, M4: 15, M5: -10 };
    const rows = await scoreInDatabase(
      [mood],
      [
        { unit: "A", answers: complete },
        { unit: "B", answers: { ...complete, M1: null } },
        { unit: "C", answers: { ...complete, M4: null } },
      ],
    );
    const byUnit = new Map(rows.map((row) => [row["unit"], [row["score_0_0"], row["score_0_1"]].map(String)]));
    // Tenths, M2 and M4 turned (5 - x): 10 + 0 - 10 = 0 in A and C. Level: M4 5 - 15 = -10 and M5 -10, both lowest: 0.
    expect(Object.fromEntries(byUnit)).toEqual({ A: ["0", "0"], B: ["null", "null"], C: ["0", "0"] });
  });

  it("rescales the mean of the answers given", async () => {
    const rows = await scoreInDatabase(
      [strain],
      [{ unit: "A", answers: { S1: 20, S2: null, S3: 40, S4: 30, S5: 10 } }],
    );
    // one: (2 + 4) / 2 = 3, two thirds of the way, 66.67 x 18 = 1200. two: 2, one third, x 6 = 200.
    // both: (3 x 66.67 + 2 x 33.33) / 5 = 53.33, x 90 = 4800.
    expect(rows.map((row) => ["score_0_0", "score_0_1", "score_0_2"].map((name) => Number(row[name])))).toEqual([
      [1200, 200, 4800],
    ]);
  });

  // 100 x 7 x lcm(18..23) = 700 x 6,056,820 and, for the total of 20 and 3 items, 100 x 7 x 23 x lcm(15..20) = 23 x 700 x 232,560:
  // both beyond 2^31 = 2,147,483,648.
  it("holds scores beyond 32 bits, also of a total of smaller ones", async () => {
    const long = makeScale(23, [1, 8], { rescaled: true, minimum_answered: 18 });
    const [scale] = long.scales;
    const part = (name: string, from: number, to: number, minimum_answered: number) => ({
      ...(scale as NonNullable<typeof scale>),
      scale: name,
      items: long.items.slice(from, to).map(({ item }) => item),
      minimum_answered,
    });
    const { items: _, minimum_answered: __, ...whole } = part("whole", 0, 0, 0);
    const total: Instrument = {
      ...long,
      instrument: "total",
      scales: [part("many", 0, 20, 15), part("few", 20, 23, 3), { ...whole, made_of: ["many", "few"] }],
    };
    const highest = answerItems(Array<number>(23).fill(8), 23);
    expect((await scoreInDatabase([long], [highest])).map((row) => row["score_0_0"])).toEqual([4_239_774_000n]);
    const [row] = await scoreInDatabase([total], [highest]);
    expect(Number(row?.["score_0_0"])).toBe(162_792_000);
    expect(row?.["score_0_2"]).toBe(3_744_216_000n);
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

describe("writeAtCut", () => {
  const judge = async (instrument: Instrument, cut: Cut, responses: readonly Response[], scale = 0) => {
    for (const statement of writeTable("answers", [instrument], responses)) await database.run(statement, "fill");
    const prepared = prepareScoring([instrument]);
    const condition = writeAtCut(prepared[0]?.scales[scale] as ScoredScale, cut);
    const rows = await database.rows(
      `with scored as (${writeScores(prepared, "answers")}) select unit, ${condition} as at_cut from scored order by unit`,
      "judge",
    );
    return rows.map((row) => row["at_cut"]);
  };

  it.each(cutExamples)("%s changes between two neighbouring sums", async (...example) => {
    const [, instrument, cut] = example;
    const { inside, outside } = findNeighbours(example);
    const count = instrument.items.length;
    const people = [inside, outside].map((sum, index) => answerItems(spreadSum(sum, count), count, `P${index}`));
    expect(await judge(instrument, cut, people)).toEqual([true, false]);
  });

  // 2.59 x 17 = 44.03: 44 / 17 = 2.588 only rounds to the cut. 2.59 x 22 = 56.98. 16 answers are too few for a score.
  it("compares with the answers that were given, and says nothing without a score", async () => {
    const instrument = makeScale(23, [1, 5], { minimum_answered: 17 });
    const answered = ([sum, count]: readonly [number, number], index: number) =>
      answerItems(spreadSum(sum, count), 23, `P${index}`);
    const people = (
      [
        [44, 17],
        [45, 17],
        [56, 22],
        [57, 22],
        [80, 16],
      ] as const
    ).map(answered);
    expect(await judge(instrument, { at_least: 2.59 }, people)).toEqual([false, true, false, true, null]);
  });

  it("is the exact comparison for every scale, cut and person, with answers missing", async () => {
    const scales = [bat_12, diary, strain, mood].flatMap((one) => one.scales.map((_, index) => [one, index] as const));
    const cuts = fc
      .tuple(fc.constantFrom("at_least", "above", "at_most", "below"), fc.integer({ min: -300, max: 1000 }))
      .chain(([side, hundredths]) =>
        fc
          .constantFrom(hundredths / 100, Math.round(hundredths / 10), hundredths / 10)
          .map((limit) => ({ [side]: limit }) as Cut),
      );
    const cases = fc
      .constantFrom(...scales)
      .chain(([one, index]) => fc.tuple(fc.constant(one), fc.constant(index), cuts, makeResponses([one], ["A"])));
    const seen = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(cases, async ([instrument, index, cut, some]) => {
        const responses = some.map(
          (one, person): Response => ({ ...one, unit: `P${String(person).padStart(2, "0")}` }),
        );
        const expected = responses.map((response) => {
          const points = scorePlainly(instrument, response)[index];
          return points ? isAtCut({ numerator: points.top, denominator: points.bottom }, cut) : null;
        });
        for (const one of expected) seen.add(one);
        expect(await judge(instrument, cut, responses, index)).toEqual(expected);
      }),
      { seed: 15, numRuns: 150 },
    );
    expect(seen).toEqual(new Set([true, false, null]));
  });

  it("can't be on an eNPS", () => {
    const scale = prepareScoring([enps])[0]?.scales[0] as ScoredScale;
    expect(() => writeAtCut(scale, { at_least: 9 })).toThrow(
      "A cut must be on a mean or a sum; enps.score is neither.",
    );
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
    ["strain", [strain]],
    ["mood", [mood]],
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
