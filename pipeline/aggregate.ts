/**
 * Adds scores up over the tree of units. In: accepted responses of one questionnaire in one wave.
 * Out: confidential tables and Blocks with one Cell per unit and measure, integer sums, every unit of the tree.
 */
import type {
  AnsweredItems,
  Block,
  Cell,
  ItemMoments,
  ItemProducts,
  MeasureDefinition,
  Participation,
  ScaleQuality,
  TeamItems,
} from "../schemas/cell.ts";
import type { Unit } from "../schemas/roster.ts";
import { type Database, quoteName } from "./database.ts";
import { largestSquare, type ScoredInstrument, type ScoredScale, turn, writeBase, writeScores } from "./score.ts";
import type { TeamProducts } from "./stats/correlate-within.ts";

/** Where a questionnaire's sums of one wave are. Columns: unit, answered, then per instrument and scale its sums. */
export type Aggregated = Readonly<{
  wave: string;
  /** The wave's position in the scan: its tree in the tables `units` and `closure`. */
  waveIndex: number;
  questionnaire: string;
  instruments: readonly ScoredInstrument[];
  /** The accepted responses that were added up. */
  responses: string;
  /** One row per unit of the tree that has answers below it. */
  totals: string;
}>;

/** Sums per unit of one questionnaire in one wave, into the table `<responses>_totals`. */
export async function aggregate(database: Database, input: Omit<Aggregated, "totals">): Promise<Aggregated> {
  const totals = `${input.responses}_totals`;
  const query = writeTotals(input.instruments, input.responses, input.waveIndex);
  await database.run(`create table ${totals} as ${query}`, "add the scores up");
  return { ...input, totals };
}

/** The query behind it: one row per unit with answers in its subtree, whole-number sums. */
export function writeTotals(instruments: readonly ScoredInstrument[], responses: string, waveIndex: number): string {
  const columns = listSums(instruments);
  return `with scored as (${writeScores(instruments, responses)}),
    direct as (select unit, ${columns.map(({ name, expression }) => `${expression} as ${name}`).join(", ")} from scored group by unit)
    select ancestor as unit, ${columns.map(({ name }) => `sum(${name})::hugeint as ${name}`).join(", ")}
    from direct join closure on closure.unit = direct.unit and closure.wave = ${waveIndex}
    group by ancestor`;
}

function listSums(instruments: readonly ScoredInstrument[]) {
  return [
    { name: "answered", expression: "count(*)" },
    ...instruments.flatMap(({ column, scales }) => [
      { name: `${column}_respondents`, expression: `count(*) filter (${column})` },
      ...scales.flatMap(listScaleSums),
    ]),
  ];
}

function listScaleSums({ column, definition }: ScoredScale) {
  const wide = largestSquare(definition) > 2n ** 62n ? "hugeint" : "bigint";
  const sums = [
    { name: `${column}_sum`, expression: `coalesce(sum(${column}), 0)` },
    { name: `${column}_squares`, expression: `coalesce(sum(${column}::${wide} * ${column}), 0)` },
  ];
  if (definition.kind === "mean") return sums;
  return [
    ...sums,
    { name: `${column}_promoters`, expression: `count(*) filter (${column} = 100)` },
    { name: `${column}_detractors`, expression: `count(*) filter (${column} = -100)` },
  ];
}

/** Reads the confidential cells of every instrument: one Block each, units in the order of the tree. */
export async function readBlocks(database: Database, aggregated: Aggregated, units: readonly Unit[]): Promise<Block[]> {
  const rows = await database.rows(`select * from ${aggregated.totals}`, "read the sums");
  const byUnit = new Map(rows.map((row) => [row["unit"] as string, row]));
  return aggregated.instruments.map(({ instrument, column, scales }) => ({
    wave: aggregated.wave,
    questionnaire: aggregated.questionnaire,
    instrument: instrument.instrument,
    measures: scales.map((scale) => scale.definition),
    cells: units.flatMap(({ unit }) => {
      const row = byUnit.get(unit);
      const read = (name: string) => (row === undefined ? 0n : (row[name] as bigint));
      const respondents = Number(read(`${column}_respondents`));
      return scales.map((scale) => makeCell(unit, respondents, scale, read));
    }),
  }));
}

function makeCell(
  unit: string,
  respondents: number,
  { column, definition }: ScoredScale,
  read: (name: string) => bigint,
): Cell {
  const cell = {
    unit,
    measure: definition.measure,
    respondents,
    sum: read(`${column}_sum`),
    sum_squares: read(`${column}_squares`),
  };
  if (definition.kind === "mean") return cell;
  const promoters = Number(read(`${column}_promoters`));
  const detractors = Number(read(`${column}_detractors`));
  return { ...cell, promoters, detractors, passives: respondents - promoters - detractors };
}

/** Reads how many people of each unit, subtree included, answered the questionnaire at all. */
export async function readParticipation(database: Database, aggregated: Aggregated): Promise<Participation> {
  const rows = await database.rows(
    `select unit, answered::integer as answered from ${aggregated.totals}`,
    "count who answered",
  );
  return {
    wave: aggregated.wave,
    questionnaire: aggregated.questionnaire,
    counts: new Map(rows.map((row) => [row["unit"] as string, Number(row["answered"])])),
  };
}

/**
 * Item moments, by measure, of every scale of an instrument with two or more items, over the people in `leaves` (unit codes)
 * who answered all items of the scale and belong to the instrument's base.
 */
export async function readItemMoments(
  database: Database,
  aggregated: Aggregated,
  instrument: string,
  leaves: ReadonlySet<string>,
): Promise<Map<string, ItemMoments>> {
  const moments = new Map<string, ItemMoments>();
  const chosen = await chooseScales(database, aggregated, instrument, leaves);
  for (const { scale, block, from } of chosen.filter(({ scale }) => scale.items.length > 1)) {
    const query = writeMoments(scale, block, from);
    const [row] = await database.rows(query, "compute the items' variances");
    moments.set(scale.definition.measure, readMoments(scale.definition, scale.items.length, row ?? {}));
  }
  return moments;
}

type ChosenScale = Readonly<{ scale: ScoredScale; block: ScoredInstrument; from: string }>;

/** The means and sums of an instrument, with the responses of the chosen teams to take them from; none for no teams. */
async function chooseScales(
  database: Database,
  aggregated: Aggregated,
  instrument: string,
  leaves: ReadonlySet<string>,
): Promise<ChosenScale[]> {
  const block = aggregated.instruments.find((one) => one.instrument.instrument === instrument);
  const scales = block?.scales.filter((scale) => scale.definition.kind === "mean") ?? [];
  if (block === undefined || scales.length === 0 || leaves.size === 0) return [];
  const chosen = `${aggregated.responses}_${block.column}_leaves`;
  await database.run(`create or replace table ${chosen} (unit varchar)`, "keep the teams of a statistic");
  await database.append(
    chosen,
    [...leaves].map((unit) => [unit]),
  );
  const from = `${aggregated.responses} semi join ${chosen} using (unit)`;
  return scales.map((scale) => ({ scale, block, from }));
}

/** The turned answers of those who answered every item of the scale, in units of their last decimal: `complete`. */
function writeComplete({ items }: ScoredScale, block: ScoredInstrument, from: string): string {
  const { answers } = block.instrument;
  const scale = 10n ** BigInt(answers.decimals);
  const turned = items.map((item, index) => `((${turn(item, answers)}) * ${scale})::bigint as item_${index}`);
  return `with complete as (
    select unit, ${turned.join(", ")} from ${from}
    where ${[writeBase(block), ...items.map(({ item }) => `${quoteName(item)} is not null`)].join(" and ")})`;
}

const nameItems = (count: number): string[] => Array.from({ length: count }, (_, index) => `item_${index}`);

const writeItemSums = (name: string): string =>
  `coalesce(sum(${name}), 0)::hugeint as ${name}_sum, coalesce(sum(${name}::hugeint * ${name}), 0)::hugeint as ${name}_squares`;

function writeMoments(scale: ScoredScale, block: ScoredInstrument, from: string): string {
  const names = nameItems(scale.items.length);
  return `${writeComplete(scale, block, from)},
  final as (select *, ${names.join(" + ")} as total from complete)
  select count(*)::integer as respondents, count(distinct unit)::integer as teams,
    ${names.map(writeItemSums).join(", ")},
    coalesce(sum(total), 0)::hugeint as total_sum, coalesce(sum(total::hugeint * total), 0)::hugeint as total_squares
  from final`;
}

function readMoments(
  { measure }: MeasureDefinition,
  items: number,
  row: Readonly<Record<string, unknown>>,
): ItemMoments {
  const names = nameItems(items);
  return {
    measure,
    respondents: row["respondents"] as number,
    teams: row["teams"] as number,
    item_sums: names.map((name) => row[`${name}_sum`] as bigint),
    item_sums_squares: names.map((name) => row[`${name}_squares`] as bigint),
    total_sum: row["total_sum"] as bigint,
    total_sum_squares: row["total_squares"] as bigint,
  };
}

/** Item products, by measure, of every scale of an instrument with two or more items, over the same people as the moments. */
export async function readItemProducts(
  database: Database,
  aggregated: Aggregated,
  instrument: string,
  leaves: ReadonlySet<string>,
): Promise<Map<string, ItemProducts>> {
  const products = new Map<string, ItemProducts>();
  const chosen = await chooseScales(database, aggregated, instrument, leaves);
  for (const { scale, block, from } of chosen.filter(({ scale }) => scale.items.length > 1)) {
    const [row = {}] = await database.rows(writeProducts(scale, block, from), "compute the items' products");
    const names = nameItems(scale.items.length);
    const read = (i: number, j: number) => row[`product_${Math.min(i, j)}_${Math.max(i, j)}`] as bigint;
    products.set(scale.definition.measure, {
      measure: scale.definition.measure,
      respondents: row["respondents"] as number,
      teams: row["teams"] as number,
      item_sums: names.map((name) => row[`${name}_sum`] as bigint),
      item_products: names.map((_, i) => names.map((_, j) => read(i, j))),
    });
  }
  return products;
}

function writeProducts(scale: ScoredScale, block: ScoredInstrument, from: string): string {
  const names = nameItems(scale.items.length);
  const sums = names.map((name) => `coalesce(sum(${name}), 0)::hugeint as ${name}_sum`);
  const { minimum, maximum, decimals } = block.instrument.answers;
  // Five times faster where the product of two answers fits 64 bits.
  const wide = Math.max(Math.abs(minimum), Math.abs(maximum)) * 10 ** decimals < 3e9 ? "bigint" : "hugeint";
  const products = names.flatMap((left, i) =>
    names.slice(i).map((right, j) => `coalesce(sum(${left}::${wide} * ${right}), 0)::hugeint as product_${i}_${i + j}`),
  );
  return `${writeComplete(scale, block, from)}
  select count(*)::integer as respondents, count(distinct unit)::integer as teams, ${[...sums, ...products].join(", ")}
  from complete`;
}

/** Moments of every item per team, units in order; a team where nobody answered every item of a scale has no row for it. */
export async function readTeamItems(
  database: Database,
  aggregated: Aggregated,
  instrument: string,
  leaves: ReadonlySet<string>,
): Promise<TeamItems[]> {
  const teams: TeamItems[] = [];
  for (const { scale, block, from } of await chooseScales(database, aggregated, instrument, leaves)) {
    const names = nameItems(scale.items.length);
    const query = `${writeComplete(scale, block, from)}
    select unit, count(*)::integer as respondents, ${names.map(writeItemSums).join(", ")},
      sum((${names.join(" + ")})::hugeint * (${names.join(" + ")}))::hugeint as total_squares
    from complete group by unit order by unit`;
    for (const row of await database.rows(query, "compute the items' variances per team")) {
      const respondents = row["respondents"] as number;
      const items = names.map((name) => ({
        respondents,
        sum: row[`${name}_sum`] as bigint,
        sum_squares: row[`${name}_squares`] as bigint,
      }));
      const { measure } = scale.definition;
      const total_sum_squares = row["total_squares"] as bigint;
      teams.push({ unit: row["unit"] as string, measure, respondents, items, total_sum_squares });
    }
  }
  return teams;
}

/** Answers given to the items of the means and sums of an instrument, by everyone in the chosen teams who responded at all. */
export async function readAnsweredItems(
  database: Database,
  aggregated: Aggregated,
  instrument: string,
  leaves: ReadonlySet<string>,
): Promise<AnsweredItems[]> {
  const chosen = await chooseScales(database, aggregated, instrument, leaves);
  const [first] = chosen;
  if (first === undefined) return [];
  const given = chosen.map(
    ({ scale: { column, items } }) =>
      `(${items.map(({ item }) => `count(${quoteName(item)})`).join(" + ")})::bigint as ${column}_answered`,
  );
  const query = `select count(*)::bigint as people, ${given.join(", ")} from ${first.from}`;
  const [row = {}] = await database.rows(query, "count the answers");
  return chosen.map(({ scale: { column, items, definition } }) => ({
    measure: definition.measure,
    answered: row[`${column}_answered`] as bigint,
    asked: (row["people"] as bigint) * BigInt(items.length),
  }));
}

/** What the quality of every scale of two or more items is judged by, by measure, over the people in `leaves` (unit codes). */
export async function readScaleQuality(
  database: Database,
  aggregated: Aggregated,
  instrument: string,
  leaves: ReadonlySet<string>,
): Promise<Map<string, ScaleQuality>> {
  const products = await readItemProducts(database, aggregated, instrument, leaves);
  if (products.size === 0) return new Map();
  const teams = await readTeamItems(database, aggregated, instrument, leaves);
  const answered = await readAnsweredItems(database, aggregated, instrument, leaves);
  const block = aggregated.instruments.find((one) => one.instrument.instrument === instrument) as ScoredInstrument;
  const { minimum, maximum, decimals } = block.instrument.answers;
  const answer_range = BigInt(Math.round((maximum - minimum) * 10 ** decimals));
  const ofMeasure = (measure: string) => (row: { readonly measure: string }) => row.measure === measure;
  return new Map(
    [...products].map(([measure, ofItems]) => [
      measure,
      {
        products: ofItems,
        teams: teams.filter(ofMeasure(measure)),
        answered: answered.find(ofMeasure(measure)) as AnsweredItems,
        answer_range,
      },
    ]),
  );
}

/**
 * Sums and products of the scores of several measures, in their order, per team in `leaves` by unit code: over people of the questionnaire
 * who have all of them. Whole numbers; a team without such people has no row. Throws for a measure of another questionnaire.
 */
export async function readTeamProducts(
  database: Database,
  { instruments, responses }: Aggregated,
  measures: readonly string[],
  leaves: ReadonlySet<string>,
): Promise<TeamProducts[]> {
  const scales = instruments.flatMap((one) => one.scales);
  const columns = measures.map((measure) => {
    const scale = scales.find(({ definition }) => definition.measure === measure);
    if (scale === undefined) throw new Error(`Measure ${measure} must be of this questionnaire.`);
    return scale.column;
  });
  const products = columns.flatMap((left, i) =>
    columns.slice(i).map((right, j) => `sum(${left}::hugeint * ${right})::hugeint as product_${i}_${i + j}`),
  );
  const sums = columns.map((column, i) => `sum(${column})::hugeint as sum_${i}`);
  const chosen = `${responses}_compared`;
  await database.run(`create or replace table ${chosen} (unit varchar)`, "keep the teams of a comparison");
  await database.append(
    chosen,
    [...leaves].map((unit) => [unit]),
  );
  const rows = await database.rows(
    `with scored as (${writeScores(instruments, responses)})
    select unit, count(*)::integer as respondents, ${[...sums, ...products].join(", ")}
    from scored semi join ${chosen} using (unit)
    where ${columns.map((column) => `${column} is not null`).join(" and ")}
    group by unit order by unit`,
    "compare scores within teams",
  );
  return rows.map((row) => ({
    respondents: row["respondents"] as number,
    sums: columns.map((_, i) => row[`sum_${i}`] as bigint),
    products: columns.map((_, i) =>
      columns.map((__, j) => row[`product_${Math.min(i, j)}_${Math.max(i, j)}`] as bigint),
    ),
  }));
}
