/** Quality of a measurement, from sums in the database to figures computed in R; skipped where the reference folder is not there. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Aggregated,
  aggregate,
  readBlocks,
  readItemMoments,
  readItemProducts,
  readTeamItems,
} from "../../pipeline/aggregate.ts";
import { type Database, openDatabase, quoteText } from "../../pipeline/database.ts";
import { computeAlpha } from "../../pipeline/protect/compute-alpha.ts";
import { prepareScoring } from "../../pipeline/score.ts";
import { rwg, rwgj } from "../../pipeline/stats/agreement.ts";
import { analyseVariance } from "../../pipeline/stats/analyse-variance.ts";
import { npsInterval } from "../../pipeline/stats/nps-interval.ts";
import { omegaOneFactor } from "../../pipeline/stats/omega-one-factor.ts";
import { meanOf, sampleVariance } from "../../pipeline/stats/sample-variance.ts";
import type { Cell } from "../../schemas/cell.ts";
import { Instrument } from "../../schemas/instrument.ts";
import { makeTempFiles } from "../pipeline/temp-files.ts";

const pathOf = (name: string) => fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
const [respondentsFile, expectedFile, bh1996File] = [
  pathOf("reference/statistics/respondents.csv"),
  pathOf("reference/statistics/expected.json"),
  pathOf("data/teams/bh1996.csv"),
];
const { folder } = makeTempFiles();
const tolerance = 1e-6;

const expectNear = (found: number | null | undefined, expected: number, what: string) =>
  expect(Math.abs((found ?? Number.NaN) - expected), what).toBeLessThan(tolerance);

const text = { nl: "t", en: "t" };

/** Scales of the named items, answers between two limits. */
const makeInstrument = (
  instrument: string,
  answers: { minimum: number; maximum: number; decimals?: number },
  scales: readonly { scale: string; items: readonly string[]; nps?: true }[],
): Instrument =>
  Instrument.parse({
    instrument,
    version: 1,
    title: text,
    citation: "Made for this test.",
    licence: { id: "MIT", redistribute_text: true },
    answers,
    items: scales.flatMap(({ items }) => items.map((item) => ({ item, label: text }))),
    scales: scales.map(({ scale, items, nps }) => ({
      scale,
      items,
      title: text,
      meaning: text,
      score: nps ? "nps" : "mean",
      minimum_answered: items.length,
      higher_is: "worse",
      ...(nps ? { promoter_from: 9, detractor_to: 6 } : {}),
    })),
  });

/** Sums per team of the file's rows that meet the condition; teams are units without a parent. */
async function sumUp(
  database: Database,
  table: string,
  file: Readonly<{ path: string; team: string; type: string; where: string }>,
  instruments: readonly Instrument[],
): Promise<{ aggregated: Aggregated; teams: string[] }> {
  const items = instruments.flatMap((one) => one.items.map(({ item }) => item));
  const columns = items.map((item) => `"${item}"::${file.type} as "${item}"`);
  await database.run(
    `create table ${table} as select ${file.team}::varchar as unit, ${columns.join(", ")}
     from read_csv(${quoteText(file.path)}, header = true, all_varchar = true) where ${file.where}`,
    "read the reference",
  );
  await database.run(
    `create or replace table closure as select distinct unit, unit as ancestor, 0 as wave from ${table}`,
    "make teams",
  );
  const aggregated = await aggregate(database, {
    wave: "w",
    waveIndex: 0,
    questionnaire: "q",
    instruments: prepareScoring(instruments),
    responses: table,
  });
  const rows = await database.rows(`select distinct unit from ${table} order by unit`, "list the teams");
  return { aggregated, teams: rows.map(({ unit }) => unit as string) };
}

const unitsOf = (teams: readonly string[]) =>
  teams.map((unit) => ({
    unit,
    name: unit,
    parent: null,
    level: 0,
    leaf: true,
    invited: null,
    invited_total: null,
  }));

/** Cells of one measure by team, and integers per point. */
async function readCells(
  database: Database,
  { aggregated, teams }: { aggregated: Aggregated; teams: readonly string[] },
  measure: string,
): Promise<{ cells: Cell[]; factor: bigint }> {
  const blocks = await readBlocks(database, aggregated, unitsOf(teams));
  const definition = blocks.flatMap(({ measures }) => measures).find((one) => one.measure === measure);
  const cells = blocks.flatMap((block) => block.cells).filter((cell) => cell.measure === measure);
  return { cells, factor: definition?.factor ?? 0n };
}

/** Everyone of the cells together. */
const addCells = (cells: readonly Cell[]) => ({
  respondents: cells.reduce((total, cell) => total + cell.respondents, 0),
  sum: cells.reduce((total, cell) => total + cell.sum, 0n),
  sum_squares: cells.reduce((total, cell) => total + cell.sum_squares, 0n),
  promoters: cells.reduce((total, cell) => total + (cell.promoters ?? 0), 0),
  detractors: cells.reduce((total, cell) => total + (cell.detractors ?? 0), 0),
});

type Enps = Record<"n" | "promoters" | "passives" | "detractors" | "enps" | "se" | "adj_centre", number> &
  Record<"wald" | "adj", [number, number]>;
type TeamRow = { team: string; n: number; mean: number; s2: number };
type Reference = {
  team_moments: { wave1: TeamRow[]; wave2: TeamRow[]; overall: { n: number; mean: number; var: number; sd: number } };
  reliability: { raw_alpha: number; omega_onefactor: number; loadings: number[] };
  icc: Record<"J" | "N" | "msb" | "msw" | "n0" | "icc1_multilevel" | "icc1_unbalanced" | "icc2", number>;
  agreement: { team: string; rwg_bat1: number; rwgj_bat12: number; lindell_bat12: number }[];
  enps: { all: Enps; T01: Enps };
};

describe.skipIf(!existsSync(expectedFile) || !existsSync(respondentsFile))("298 respondents in 24 teams", () => {
  const bat = Array.from({ length: 12 }, (_, index) => `bat${index + 1}`);
  const scale = makeInstrument("bat", { minimum: 1, maximum: 5 }, [{ scale: "total", items: bat }]);
  const enps = makeInstrument("enps", { minimum: 0, maximum: 10 }, [{ scale: "score", items: ["enps"], nps: true }]);
  let database: Database;
  let reference: Reference;
  let waves: { aggregated: Aggregated; teams: string[] }[];

  beforeAll(async () => {
    reference = JSON.parse(readFileSync(expectedFile, "utf8"));
    database = await openDatabase([respondentsFile], folder);
    const file = { path: respondentsFile, team: "team", type: "integer" };
    waves = [
      await sumUp(database, "first", { ...file, where: "wave = '1'" }, [scale, enps]),
      await sumUp(database, "second", { ...file, where: "wave = '2'" }, [scale]),
    ];
  });
  afterAll(() => database?.close());

  const wave = (index: number) => waves[index] as (typeof waves)[number];
  const large = (cells: readonly Cell[]) => cells.filter(({ respondents }) => respondents >= 5);

  it.each([0, 1])("have the mean and variance of every team: wave %i", async (index) => {
    const { cells, factor } = await readCells(database, wave(index), "bat.total");
    const expected = [reference.team_moments.wave1, reference.team_moments.wave2][index] ?? [];
    expect(cells.map(({ unit, respondents }) => [unit, respondents])).toEqual(expected.map(({ team, n }) => [team, n]));
    expect(expected).toHaveLength(24);
    cells.forEach((cell, row) => {
      expectNear(meanOf(cell, factor), expected[row]?.mean as number, `mean of ${cell.unit}`);
      expectNear(sampleVariance(cell, factor), expected[row]?.s2 as number, `variance of ${cell.unit}`);
    });
  });

  it("have the mean and variance of everyone", async () => {
    const { cells, factor } = await readCells(database, wave(0), "bat.total");
    const everyone = addCells(cells);
    const { n, mean, var: variance, sd } = reference.team_moments.overall;
    expect(everyone.respondents).toBe(n);
    expectNear(meanOf(everyone, factor), mean, "mean");
    expectNear(sampleVariance(everyone, factor), variance, "variance");
    expectNear(Math.sqrt(sampleVariance(everyone, factor) ?? Number.NaN), sd, "standard deviation");
  });

  it("have alpha and omega", async () => {
    const { aggregated, teams } = wave(0);
    const moments = (await readItemMoments(database, aggregated, "bat", new Set(teams))).get("bat.total");
    const { numerator, denominator } = computeAlpha(moments as NonNullable<typeof moments>);
    expectNear(Number(numerator) / Number(denominator), reference.reliability.raw_alpha, "alpha");
    const products = (await readItemProducts(database, aggregated, "bat", new Set(teams))).get("bat.total");
    expect(products).toMatchObject({ respondents: 298, teams: 24 });
    const factor = omegaOneFactor(products as NonNullable<typeof products>);
    expectNear(factor?.omega, reference.reliability.omega_onefactor, "omega");
    expect(factor?.loadings).toHaveLength(12);
    factor?.loadings.forEach((loading, index) => {
      expectNear(loading, reference.reliability.loadings[index] as number, `loading ${index}`);
    });
  });

  it("have ICC(1) by both definitions and ICC(2), over teams of at least 5", async () => {
    const { cells, factor } = await readCells(database, wave(0), "bat.total");
    const found = analyseVariance(large(cells), factor);
    const { J, N, msb, msw, n0, icc1_multilevel, icc1_unbalanced, icc2 } = reference.icc;
    expect(found).toMatchObject({ teams: J, respondents: N });
    expectNear(found?.mean_square_between, msb, "MSB");
    expectNear(found?.mean_square_within, msw, "MSW");
    expectNear(found?.adjusted_group_size, n0, "n0");
    expectNear(found?.icc1_mean_group_size, icc1_multilevel, "ICC(1), mean group size");
    expectNear(found?.icc1_adjusted_group_size, icc1_unbalanced, "ICC(1), adjusted group size");
    expectNear(found?.icc2, icc2, "ICC(2)");
  });

  it("agree within teams: rwg of one item, rwg(j) and r*wg(j) of twelve", async () => {
    const { cells } = await readCells(database, wave(0), "bat.total");
    const leaves = new Set(large(cells).map(({ unit }) => unit));
    const teams = await readTeamItems(database, wave(0).aggregated, "bat", leaves);
    expect(teams.map(({ unit }) => unit)).toEqual(reference.agreement.map(({ team }) => team));
    expect(teams).toHaveLength(21);
    teams.forEach(({ unit, items }, row) => {
      const expected = reference.agreement[row];
      expectNear(rwg({ items: items.slice(0, 1), options: 5 }), expected?.rwg_bat1 as number, `rwg of ${unit}`);
      expectNear(rwgj({ items, options: 5 }), expected?.rwgj_bat12 as number, `rwg(j) of ${unit}`);
      expectNear(rwg({ items, options: 5 }), expected?.lindell_bat12 as number, `r*wg(j) of ${unit}`);
    });
  });

  it("have an eNPS, its parts and its interval", async () => {
    const { cells } = await readCells(database, wave(0), "enps.score");
    const T01 = cells.filter(({ unit }) => unit === "T01");
    for (const [group, expected] of [
      [addCells(cells), reference.enps.all],
      [addCells(T01), reference.enps.T01],
    ] as const) {
      const { respondents, promoters, detractors } = group;
      const passives = respondents - promoters - detractors;
      expect({ n: respondents, promoters, passives, detractors }).toEqual({
        n: expected.n,
        promoters: expected.promoters,
        passives: expected.passives,
        detractors: expected.detractors,
      });
      expectNear(meanOf(group), expected.enps, "eNPS");
      const variance = ((sampleVariance(group) ?? Number.NaN) * (respondents - 1)) / respondents;
      expectNear(Math.sqrt(variance / respondents), expected.se, "standard error");
      const { centre, low, high } = npsInterval({ promoters, detractors, respondents });
      expectNear(centre, expected.adj_centre, "centre");
      expectNear(low, expected.adj[0], "low");
      expectNear(high, expected.adj[1], "high");
    }
  });
});

describe.skipIf(!existsSync(bh1996File))("7,382 soldiers in 99 companies", () => {
  const measures = ["HRS", "LEAD", "COHES", "WBEING"];
  const survey = makeInstrument(
    "bh1996",
    { minimum: 0, maximum: 30, decimals: 10 },
    measures.map((item) => ({ scale: item.toLowerCase(), items: [item] })),
  );
  let database: Database;
  let sums: Awaited<ReturnType<typeof sumUp>>;

  beforeAll(async () => {
    database = await openDatabase([bh1996File], folder);
    const file = { path: bh1996File, team: "GRP", type: "decimal(18, 10)", where: "true" };
    sums = await sumUp(database, "answers", file, [survey]);
  });
  afterAll(() => database?.close());

  // R 4.2.2, package multilevel 2.8: m <- aov(HRS ~ as.factor(GRP), bh1996); summary(m); ICC1(m); ICC2(m)
  it.each([
    ["hrs", 55.811486, 4.483158, 0.1331066791, 0.9196731954],
    ["lead", 6.172199, 0.520854, 0.12702755, 0.9156129693],
    ["cohes", 3.213463, 0.721552, 0.0442652976, 0.7754596778],
    ["wbeing", 3.459004, 0.789646, 0.0433690501, 0.7717128755],
  ])("have the ICC(1) and ICC(2) of R: %s", async (scale, between, within, icc1, icc2) => {
    const { cells, factor } = await readCells(database, sums, `bh1996.${scale}`);
    const found = analyseVariance(cells, factor);
    expect(found).toMatchObject({ teams: 99, respondents: 7382 });
    expect(found?.mean_square_between).toBeCloseTo(between, 6);
    expect(found?.mean_square_within).toBeCloseTo(within, 6);
    expect(found?.icc1_mean_group_size).toBeCloseTo(icc1, 10);
    expect(found?.icc2).toBeCloseTo(icc2, 10);
  });

  // mean(rwg(bh1996$COHES, bh1996$GRP)$rwg)
  it("agree on cohesion as in R, on average", async () => {
    const teams = await readTeamItems(database, sums.aggregated, "bh1996", new Set(sums.teams));
    const found = teams
      .filter(({ measure }) => measure === "bh1996.cohes")
      .map(({ items }) => rwg({ items, options: 5, factor: 10n ** 10n }) ?? Number.NaN);
    expect(found).toHaveLength(99);
    expect(found.reduce((total, one) => total + one, 0) / 99).toBeCloseTo(0.631644069458514, 10);
  });
});
