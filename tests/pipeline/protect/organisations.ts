/** Small organisations and policies for the tests of protect. */
import fc from "fast-check";
import type { Block, Cell, MeasureDefinition } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import type { Unit } from "../../../schemas/roster.ts";

export const standard: Policy = {
  preset: "standard",
  k: { mean: 5, detail: 10, crossed: 10 },
  insiders: 0,
  enps_band: { low: -80, high: 80, below: 20 },
  open_share: 0.5,
  statistics: { teams: 5, degrees_of_freedom: 50 },
  stayers: "may_change",
  roll_up: true,
};

/** One row per unit: code, parent's code, direct members invited (null: unknown). */
export type Row = readonly [unit: string, parent: string | null, invited?: number | null];

export const makeUnits = (rows: readonly Row[]): Unit[] => {
  const levels = new Map<string, number>();
  const totals = new Map<string, number | null>(rows.map(([unit, , invited]) => [unit, invited ?? null]));
  for (const [unit, parent] of rows) levels.set(unit, parent === null ? 0 : (levels.get(parent) as number) + 1);
  for (const [unit, parent] of [...rows].reverse()) {
    if (parent === null) continue;
    const [own, above] = [totals.get(unit) ?? null, totals.get(parent) ?? null];
    totals.set(parent, own === null || above === null ? null : own + above);
  }
  return rows.map(([unit, parent, invited]) => ({
    unit,
    name: unit,
    parent,
    level: levels.get(unit) as number,
    leaf: !rows.some(([, above]) => above === unit),
    invited: invited ?? null,
    invited_total: totals.get(unit) ?? null,
  }));
};

/** Direct values to subtree totals. */
export const addUp = (units: readonly Pick<Unit, "unit" | "parent">[], direct: Readonly<Record<string, number>>) => {
  const totals = new Map(units.map(({ unit }) => [unit, direct[unit] ?? 0]));
  for (const { unit, parent } of [...units].reverse())
    if (parent !== null) totals.set(parent, (totals.get(parent) as number) + (totals.get(unit) as number));
  return totals;
};

export const enps: MeasureDefinition = {
  measure: "enps.score",
  instrument: "enps",
  scale: "score",
  kind: "enps",
  title: { nl: "eNPS", en: "eNPS" },
  meaning: { nl: "eNPS", en: "eNPS" },
  minimum: -100,
  maximum: 100,
  higher_is: "better",
  factor: 1n,
  items: 1,
  step: 1n,
};

/** A scale of 1 to 5 points, scored in halves. */
export const strain: MeasureDefinition = {
  ...enps,
  measure: "strain.total",
  instrument: "strain",
  scale: "total",
  kind: "mean",
  minimum: 1,
  maximum: 5,
  higher_is: "worse",
  factor: 2n,
  items: 2,
  step: 1n,
};

/** A scale of one item, from 1 to `maximum`. */
export const oneItem = (maximum: number): MeasureDefinition => ({
  ...strain,
  maximum,
  factor: 1n,
  items: 1,
  step: 1n,
});

/** A scale of `items` items, of which one may stay blank, answered from 1 to 5. */
const mayLeaveOne = (scale: string, items: number, factor: bigint): MeasureDefinition => ({
  ...strain,
  measure: `energy.${scale}`,
  instrument: "energy",
  scale,
  factor,
  items,
  step: factor / BigInt(items),
});

/** Three items and four items; a person's score is the mean of 2 or 3, of 3 or 4 answers. */
export const drive = mayLeaveOne("drive", 3, 6n);
export const calm = mayLeaveOne("calm", 4, 12n);

/** The scale made of both: a person's score is (3 x drive + 4 x calm) / 7. */
export const whole: MeasureDefinition = {
  ...mayLeaveOne("whole", 7, 84n),
  made_of: [
    { measure: drive.measure, items: 3 },
    { measure: calm.measure, items: 4 },
  ],
};

/** A block of `whole`, `drive` and `calm` for `people` per unit, their answers drawn; one in three leaves an item blank. */
export const makeBlankBlock = (
  units: readonly Unit[],
  people: Readonly<Record<string, number>>,
  draw: () => number,
): Block => {
  const answer = (items: number): number => {
    const answers = Array.from({ length: items }, () => 1 + (draw() % 5));
    const given = draw() % 3 === 0 ? answers.slice(1) : answers;
    return total(given) / given.length;
  };
  const persons = units.map(({ unit }): [string, { drive: number; calm: number }[]] => [
    unit,
    Array.from({ length: people[unit] ?? 0 }, () => ({ drive: answer(3), calm: answer(4) })),
  ]);
  const read = (score: (person: { drive: number; calm: number }) => number): Scores =>
    Object.fromEntries(persons.map(([unit, own]) => [unit, own.map(score)]));
  return makeBlock(units, [
    [whole, read((person) => (3 * person.drive + 4 * person.calm) / 7)],
    [drive, read((person) => person.drive)],
    [calm, read((person) => person.calm)],
  ]);
};

/** A measure of 1 to 5 as one of 0 to 100: a point is 25, the factor stays as it is (4 divides 100). */
const rescaleMeasure = (measure: MeasureDefinition): MeasureDefinition => ({
  ...measure,
  minimum: 0,
  maximum: 100,
  step: 25n * measure.step,
});

/** The same answers with every score 25 x (score - 1). */
export const rescaleBlock = (block: Block): Block => {
  const factors = new Map(block.measures.map(({ measure, factor }) => [measure, factor]));
  return {
    ...block,
    measures: block.measures.map(rescaleMeasure),
    cells: block.cells.map((cell) => {
      const [factor, people] = [factors.get(cell.measure) as bigint, BigInt(cell.respondents)];
      const squares = cell.sum_squares - 2n * factor * cell.sum + people * factor * factor;
      return { ...cell, sum: 25n * (cell.sum - people * factor), sum_squares: 625n * squares };
    }),
  };
};

/** Every multiset of `people` of the values. */
export const listMultisets = (values: readonly number[], people: number): number[][] =>
  people === 0
    ? [[]]
    : values.flatMap((value, index) => listMultisets(values.slice(index), people - 1).map((rest) => [value, ...rest]));

/** People's scores in points, per unit they are directly in; whole numbers when multiplied by the measure's factor. */
export type Scores = Readonly<Record<string, readonly number[]>>;

export const makeBlock = (
  units: readonly Unit[],
  answers: readonly (readonly [MeasureDefinition, Scores])[],
): Block => ({
  wave: "2026",
  questionnaire: "wellbeing",
  instrument: answers[0]?.[0].instrument ?? "none",
  measures: answers.map(([measure]) => measure),
  cells: answers.flatMap(([measure, scores]) => makeCells(units, measure, scores)),
});

const makeCells = (units: readonly Unit[], measure: MeasureDefinition, scores: Scores): Cell[] => {
  const count = (value: (score: number) => number) =>
    addUp(units, Object.fromEntries(units.map(({ unit }) => [unit, total((scores[unit] ?? []).map(value))])));
  const factor = Number(measure.factor);
  const scale = (score: number) => Math.round(score * factor);
  const [people, sums, squares] = [count(() => 1), count(scale), count((score) => scale(score) ** 2)];
  const at = (end: number) => count((score) => (score === end ? 1 : 0));
  const [promoters, passives, detractors] = [at(100), at(0), at(-100)];
  return units.map(({ unit }) => ({
    unit,
    measure: measure.measure,
    respondents: people.get(unit) as number,
    sum: BigInt(sums.get(unit) as number),
    sum_squares: BigInt(squares.get(unit) as number),
    ...(measure.kind === "enps" && {
      promoters: promoters.get(unit) as number,
      passives: passives.get(unit) as number,
      detractors: detractors.get(unit) as number,
    }),
  }));
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Scores of one team: promoters, passives, detractors. */
export const enpsScores = (promoters: number, passives: number, detractors: number): number[] => [
  ...Array<number>(promoters).fill(100),
  ...Array<number>(passives).fill(0),
  ...Array<number>(detractors).fill(-100),
];

/** A random tree of at most `size` units as rows, parents first, with people directly in each. */
export const randomTree = (size: number, people: number): fc.Arbitrary<{ rows: Row[]; direct: number[] }> =>
  fc.array(fc.record({ up: fc.nat(1000), direct: fc.nat(people) }), { minLength: 1, maxLength: size }).map((nodes) => ({
    rows: nodes.map(({ up }, index): Row => [`u${index}`, index === 0 ? null : `u${up % index}`]),
    direct: nodes.map(({ direct }) => direct),
  }));
