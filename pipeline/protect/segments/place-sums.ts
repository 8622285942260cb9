/**
 * Places the sums of classes of people: the true ones, or the nearest that keep all bounds.
 *
 * In: classes, what regions publish and what parts may publish, all in steps above everyone at the low end; out: one whole number
 * per class, or null when there are none.
 *
 * Regions keep their sums; every part stays within its edges; and everyone's answer stays open over the width asked, given the sums
 * of all regions and segments (find-narrow.ts). All three are limits on what is published only. They form a convex set, so what lies
 * outside is moved to the nearest point on its border, as an extreme mean is to its edge: nothing is hidden because of answers,
 * and what lies on the border may have been moved. A person's openness is written into the programme as two organisations with the
 * same published sums, in which that person's answers lie the width apart.
 */
import { findNarrow } from "./find-narrow.ts";
import type { LinearProgram, Row, Solve, Terms } from "./linear-program.ts";
import type { Part } from "./split-classes.ts";

export type Placement = Readonly<{
  /** People per class. */
  people: readonly number[];
  /** True sums, in whole steps. */
  start: readonly number[];
  /** Every class is in one region. */
  regions: readonly Readonly<{ classes: readonly number[]; sum: number; onEdge: boolean }>[];
  /** Segments first. */
  parts: readonly Part[];
  segments: number;
  edges: readonly Readonly<{ low: number; high: number }>[];
  /** Of one person's answer: 0 to `range` steps, of which `width` must stay open. */
  range: number;
  width: number;
}>;

/** `narrow`: somebody's answer lies open over no more than the width for another reason than an edge. */
export type Placed = Readonly<{ sums: readonly number[]; narrow: boolean }>;

/** After this many rounds of opening answers no more are tried. */
const rounds = 8;

export const placeSums = (placement: Placement, solve: Solve): Placed | null => {
  const opened = new Set<number>();
  let sums: readonly number[] | null = fits(placement) ? placement.start : move(placement, opened, solve);
  for (let round = 0; round < rounds && sums !== null; round += 1) {
    const { closed, narrow } = findNarrow(placement, sums, solve);
    if (closed.length === 0) return { sums, narrow: narrow || opened.size > 0 };
    if (closed.every((one) => opened.has(one))) return null;
    for (const one of closed) opened.add(one);
    sums = move(placement, opened, solve);
  }
  return null;
};

export const addClasses = (sums: readonly number[], classes: readonly number[]): number =>
  classes.reduce((total, one) => total + (sums[one] as number), 0);

const fits = ({ start, regions, parts, edges }: Placement): boolean =>
  regions.every(({ classes, sum }) => addClasses(start, classes) === sum) &&
  parts.every(({ classes }, index) => {
    const { low, high } = edges[index] as { low: number; high: number };
    const sum = addClasses(start, classes);
    return low <= sum && sum <= high;
  });

/** The nearest sums that keep all limits, those of the opened classes among them. */
const move = (placement: Placement, opened: ReadonlySet<number>, solve: Solve): number[] | null => {
  const { start } = placement;
  const program = writeLimits(placement);
  for (const one of opened) keepOpen(program, placement, one);
  const cost = new Map(start.flatMap((_, one) => [[2 * one, 1] as const, [2 * one + 1, 1] as const]));
  const moves = solve(program, (minimise) => minimise(cost));
  return moves && start.map((sum, one) => sum + Math.round((moves[2 * one] ?? 0) - (moves[2 * one + 1] ?? 0)));
};

type Draft = LinearProgram & { limits: [number, number][]; rows: Row[] };

/** Two variables per class: steps up and steps down. */
const writeLimits = ({ people, start, regions, parts, edges, range }: Placement): Draft => ({
  limits: start.flatMap((sum, one): [number, number][] => [
    [0, (people[one] as number) * range - sum],
    [0, sum],
  ]),
  rows: [
    ...regions.map(({ classes, sum }) => fix(moveOf(classes), sum - addClasses(start, classes))),
    ...parts.map(({ classes }, index) => {
      const { low, high } = edges[index] as { low: number; high: number };
      const sum = addClasses(start, classes);
      return { terms: moveOf(classes), low: low - sum, high: high - sum };
    }),
  ],
  whole: true,
});

const moveOf = (classes: readonly number[], sign = 1): Terms =>
  new Map(classes.flatMap((one) => [[2 * one, sign] as const, [2 * one + 1, -sign] as const]));

const fix = (terms: Terms, sum: number): Row => ({ terms, low: sum, high: sum });

/** Adds two organisations that publish the same, in which one person of the class answers `width` apart. */
const keepOpen = (program: Draft, placement: Placement, one: number): void => {
  const [low, high] = [addOrganisation(program, placement, one), addOrganisation(program, placement, one)];
  program.rows.push({
    terms: new Map([
      [high, 1],
      [low, -1],
    ]),
    low: placement.width,
    high: placement.range,
  });
};

/** Variables per class and one for the person; returns the person's. */
const addOrganisation = (program: Draft, placement: Placement, one: number): number => {
  const { people, start, regions, parts, segments, range } = placement;
  const first = program.limits.length;
  const sumOf = (classes: readonly number[]) => classes.map((other) => [first + other, 1] as const);
  program.limits.push(...people.map((count): [number, number] => [0, count * range]), [0, range]);
  for (const { classes, sum } of regions) program.rows.push(fix(new Map(sumOf(classes)), sum));
  for (const { classes } of parts.slice(0, segments))
    program.rows.push(fix(new Map([...sumOf(classes), ...moveOf(classes, -1)]), addClasses(start, classes)));
  const person = first + people.length;
  const others = ((people[one] as number) - 1) * range;
  program.rows.push({
    terms: new Map([
      [first + one, 1],
      [person, -1],
    ]),
    low: 0,
    high: others,
  });
  return person;
};
