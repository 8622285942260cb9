/**
 * Adds scores up over the tree of units. In: accepted responses of one questionnaire in one wave.
 * Out: confidential tables and Blocks with one Cell per unit and measure, integer sums, every unit of the tree.
 */
import type { Block, Cell, ItemMoments, MeasureDefinition, Participation } from "../schemas/cell.ts";
import type { Unit } from "../schemas/roster.ts";
import { type Database, quoteName } from "./database.ts";
import { largestSquare, type ScoredInstrument, type ScoredScale, turn, writeBase, writeScores } from "./score.ts";

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
  const block = aggregated.instruments.find((one) => one.instrument.instrument === instrument);
  const scales = block?.scales.filter((scale) => scale.items.length > 1 && scale.definition.kind === "mean") ?? [];
  if (block === undefined || scales.length === 0 || leaves.size === 0) return new Map();
  const chosen = `${aggregated.responses}_${block.column}_leaves`;
  await database.run(`create or replace table ${chosen} (unit varchar)`, "keep the teams of a statistic");
  await database.append(
    chosen,
    [...leaves].map((unit) => [unit]),
  );
  const moments = new Map<string, ItemMoments>();
  for (const scale of scales) {
    const query = writeMoments(scale, block, `${aggregated.responses} semi join ${chosen} using (unit)`);
    const [row] = await database.rows(query, "compute the items' variances");
    moments.set(scale.definition.measure, readMoments(scale.definition, scale.items.length, row ?? {}));
  }
  return moments;
}

function writeMoments({ items }: ScoredScale, block: ScoredInstrument, from: string): string {
  const { instrument } = block;
  const scale = 10n ** BigInt(instrument.answers.decimals);
  const turned = items.map(
    (item, index) => `((${turn(item, instrument.answers)}) * ${scale})::bigint as item_${index}`,
  );
  const names = items.map((_, index) => `item_${index}`);
  return `with complete as (
    select unit, ${turned.join(", ")} from ${from}
    where ${[writeBase(block), ...items.map(({ item }) => `${quoteName(item)} is not null`)].join(" and ")}),
  final as (select *, ${names.join(" + ")} as total from complete)
  select count(*)::integer as respondents, count(distinct unit)::integer as teams,
    ${names.map((name) => `coalesce(sum(${name}), 0)::hugeint as ${name}_sum, coalesce(sum(${name}::hugeint * ${name}), 0)::hugeint as ${name}_squares`).join(", ")},
    coalesce(sum(total), 0)::hugeint as total_sum, coalesce(sum(total::hugeint * total), 0)::hugeint as total_squares
  from final`;
}

function readMoments(
  { measure }: MeasureDefinition,
  items: number,
  row: Readonly<Record<string, unknown>>,
): ItemMoments {
  const names = Array.from({ length: items }, (_, index) => `item_${index}`);
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
