/**
 * Finds whose answer published sums of regions and segments leave too little open.
 *
 * In: a placement and sums of classes that agree with everything published; out: classes of people. Every organisation whose true
 * sums are the published ones publishes them, moved or not, so what can be answered in one of those is open; that a moved sum
 * may have been another only adds to it. By linear programming: the lowest and the highest sum of a class bound what each of its
 * people can have answered. Every solution met on the way says something of all classes, and what lies between two solutions is one
 * as well, so few programmes are needed. Ends of an interval are taken at the whole step inside it.
 */
import type { LinearProgram, Solve } from "./linear-program.ts";
import type { Placement } from "./place-sums.ts";

/** `closed`: open over less than the width. `narrow`: somebody's is open over just the width, and no edge explains it. */
export type Narrow = Readonly<{ closed: readonly number[]; narrow: boolean }>;

type Range = { low: number; high: number };

/** What a solution may be off, in steps. */
const tolerance = 1e-5;

export const findNarrow = (placement: Placement, example: readonly number[], solve: Solve): Narrow => {
  const { people, width } = placement;
  const ranges = people.map((): Range => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  const explained = findOnEdge(placement, example);
  const asked = people.map((_, one) => (explained.has(one) ? width : width + 1));
  const measure = (one: number) => measureOpen(ranges[one] as Range, people[one] as number, placement);
  const findShort = () => people.flatMap((_, one) => (measure(one) < (asked[one] as number) ? [one] : []));
  widen(ranges, example);
  if (findShort().length > 0)
    solve(writePublished(placement, example), (minimise) => {
      const look = (classes: readonly number[], way: number) => {
        const solution = minimise(new Map(classes.map((one) => [one, way])));
        if (solution !== null) widen(ranges, solution);
      };
      for (const way of [1, -1]) look(findShort(), way);
      for (const one of findShort()) {
        if (measure(one) >= (asked[one] as number)) continue;
        for (const way of [1, -1]) look([one], way);
      }
    });
  const short = findShort();
  return {
    closed: short.filter((one) => measure(one) < width),
    narrow: short.some((one) => !explained.has(one) && measure(one) === width),
  };
};

/** Everything published as equations; the solver may split the people of a class as it likes. */
const writePublished = (
  { people, range, regions, parts, segments }: Placement,
  example: readonly number[],
): LinearProgram => {
  const add = (classes: readonly number[]) => classes.reduce((total, one) => total + (example[one] as number), 0);
  return {
    limits: people.map((count) => [0, count * range] as const),
    rows: [...regions, ...parts.slice(0, segments)].map(({ classes }) => {
      const sum = add(classes);
      return { terms: new Map(classes.map((one) => [one, 1])), low: sum, high: sum };
    }),
    whole: false,
  };
};

/** Classes in a region or part that lies on an edge: the edge leaves them the width and no more. */
const findOnEdge = ({ regions, parts, edges }: Placement, example: readonly number[]): ReadonlySet<number> => {
  const add = (classes: readonly number[]) => classes.reduce((total, one) => total + (example[one] as number), 0);
  const atEdge = parts.filter(({ classes }, index) => {
    const { low, high } = edges[index] as { low: number; high: number };
    return add(classes) <= low || add(classes) >= high;
  });
  return new Set([...regions.filter(({ onEdge }) => onEdge), ...atEdge].flatMap(({ classes }) => classes));
};

const widen = (ranges: readonly Range[], solution: readonly number[]): void => {
  solution.forEach((sum, one) => {
    const range = ranges[one] as Range;
    range.low = Math.min(range.low, sum);
    range.high = Math.max(range.high, sum);
  });
};

/** Steps over which one person's answer is open: what the others leave of the class's lowest and highest sum. */
const measureOpen = ({ low, high }: Range, people: number, { range }: Placement): number => {
  const least = Math.max(0, low - (people - 1) * range);
  const most = Math.min(range, high);
  return Math.floor(most + tolerance) - Math.ceil(least - tolerance);
};
