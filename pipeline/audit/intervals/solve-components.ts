/**
 * The interval attack on sets of people that overlap, by linear programs.
 *
 * In: components of constraints; out: what is left of the scale for everyone in them. What is possible is convex, so what any two
 * solutions show of a person lies in one stretch: each solution widens what was seen of all atoms at once, and only an atom
 * that still has too little gets programs of its own. First solutions are far from all ends and are found for many components
 * together, since starting the solver costs more than a small program.
 */
import type { System } from "../system.ts";
import type { IntervalResult } from "./attack-intervals.ts";
import type { Constraint, ConstraintInput } from "./list-constraints.ts";
import { findPersonRange, measureShare, tolerance } from "./person-range.ts";
import type { Scale } from "./read-sums.ts";
import type { Limited, LinearProgram, Solver, Term } from "./solve-linear.ts";

type Component = Readonly<{
  constraints: readonly Constraint[];
  atoms: readonly number[];
  people: readonly number[];
  program: LinearProgram;
  /** Lowest and highest answer seen for one person of each atom. */
  seen: { low: number; high: number }[];
}>;

type Search = Readonly<{ scale: Scale; open: number; solver: Solver; spent: { size: number } }>;

/** Columns and rows handed to the solver for one measure, beyond the first solutions, before the attack gives up. */
const solverBudget = 40_000_000;
/** Columns of components that are solved together. */
const batchSize = 2000;

/** `impossible`: components that no answers fit; nobody in them is in the result. */
export type ComponentsResult = IntervalResult & Readonly<{ impossible: readonly (readonly Constraint[])[] }>;

/** Everyone in the components; `complete` false when a program could not be solved or they took too much. */
export const solveComponents = (
  components: readonly (readonly Constraint[])[],
  { system, policy, sums }: ConstraintInput,
  solver: Solver,
): ComponentsResult => {
  const search: Search = { scale: sums.scale, open: policy.open_share, solver, spent: { size: 0 } };
  const opened = components.map((constraints) => openComponent(constraints, system, sums.scale));
  const started = batchComponents(opened).flatMap((batch) => startBatch(batch, search));
  const solved = started.filter(({ isFeasible }) => isFeasible);
  const complete = solved.every(({ component }) => finish(component, search));
  const found = solved.flatMap(({ component: { atoms, seen } }) =>
    atoms.map((atom, column) => ({ atom, share: measureShare(seen[column] as Limited, search.scale), from: [] })),
  );
  return {
    tested: found.length,
    tightest: complete && found.length > 0 ? found.reduce((least, { share }) => Math.min(least, share), 1) : null,
    narrowed: complete ? found.filter(({ share }) => share < search.open - tolerance) : [],
    complete,
    impossible: started.filter(({ isFeasible }) => !isFeasible).map(({ component }) => component.constraints),
  };
};

const openComponent = (constraints: readonly Constraint[], system: System, scale: Scale): Component => {
  const atoms = [...new Set(constraints.flatMap(({ atoms: own }) => own))].sort((a, b) => a - b);
  const columnOf = new Map(atoms.map((atom, column) => [atom, column]));
  const people = atoms.map((atom) => system.people[atom] as number);
  const rows = constraints.map(({ atoms: own, low, high }) => ({
    low,
    high,
    terms: own.map((atom): Term => [columnOf.get(atom) as number, 1]),
  }));
  const columns = people.map((count) => ({ low: count * scale.minimum, high: count * scale.maximum }));
  const seen = atoms.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  return { constraints, atoms, people, program: { columns, rows }, seen };
};

const batchComponents = (components: readonly Component[]): Component[][] => {
  const batches: Component[][] = [];
  let room = 0;
  for (const component of components) {
    if (batches.length === 0 || room < component.atoms.length) {
      batches.push([]);
      room = batchSize;
    }
    batches.at(-1)?.push(component);
    room -= component.atoms.length;
  }
  return batches;
};

type Started = Readonly<{ component: Component; isFeasible: boolean }>;

/** First solutions of a batch; where there are none together, of each component by itself. */
const startBatch = (batch: readonly Component[], search: Search): Started[] => {
  if (lookAround(batch, search)) return batch.map((component) => ({ component, isFeasible: true }));
  return batch.map((component) => ({ component, isFeasible: batch.length > 1 && lookAround([component], search) }));
};

/** One solution far from all ends, and more in different directions as long as someone was not seen to be open. */
const lookAround = (batch: readonly Component[], search: Search): boolean => {
  const depths = batch.reduce((sum, { atoms }) => sum + atoms.length, 0);
  const goal = batch.map((_, index): Term => [depths + index, 1]);
  if (!lookTogether(batch, centre(batch, search.scale), "maximise", goal, search)) return false;
  const plain = joinPrograms(batch);
  for (let direction = 0; direction < 4; direction += 1)
    for (const sense of ["minimise", "maximise"] as const) {
      if (batch.every((component) => isOpen(component, search))) return true;
      const terms = plain.columns.map((_, column): Term => [column, (column >> direction) % 2 === 0 ? 1 : -1]);
      lookTogether(batch, plain, sense, terms, search);
    }
  return true;
};

const joinPrograms = (batch: readonly Component[]): LinearProgram => {
  let start = 0;
  const rows = batch.flatMap(({ program }) => {
    const first = start;
    start += program.columns.length;
    return program.rows.map((row) => ({
      ...row,
      terms: row.terms.map(([column, coefficient]): Term => [first + column, coefficient]),
    }));
  });
  return { columns: batch.flatMap(({ program }) => program.columns), rows };
};

/** With a column per component for how far, per person, all its atoms are from both ends. */
const centre = (batch: readonly Component[], { minimum, maximum }: Scale): LinearProgram => {
  const { columns, rows } = joinPrograms(batch);
  let column = 0;
  const deep = batch.flatMap(({ people }, index) =>
    people.flatMap((count) => {
      const own = column++;
      const depth = columns.length + index;
      return [
        {
          terms: [
            [own, 1],
            [depth, -count],
          ] as Term[],
          low: count * minimum,
          high: Number.POSITIVE_INFINITY,
        },
        {
          terms: [
            [own, 1],
            [depth, count],
          ] as Term[],
          low: Number.NEGATIVE_INFINITY,
          high: count * maximum,
        },
      ];
    }),
  );
  const depths = batch.map(() => ({ low: 0, high: (maximum - minimum) / 2 }));
  return { columns: [...columns, ...depths], rows: [...rows, ...deep] };
};

const lookTogether = (
  batch: readonly Component[],
  program: LinearProgram,
  sense: "minimise" | "maximise",
  terms: readonly Term[],
  { solver, scale }: Search,
): boolean => {
  const solution = solver(program, { sense, terms });
  if (solution.status !== "solved") return false;
  let start = 0;
  for (const component of batch) {
    look(component, solution.values.slice(start, start + component.atoms.length), scale);
    start += component.atoms.length;
  }
  return true;
};

/** Widens what was seen of every atom by one solution. */
const look = ({ people, seen, program }: Component, values: readonly number[], scale: Scale): void => {
  for (const [column, range] of seen.entries()) {
    const { low, high } = program.columns[column] as Limited;
    const value = Math.min(high, Math.max(low, values[column] as number));
    const person = findPersonRange({ low: value, high: value }, people[column] as number, scale);
    range.low = Math.min(range.low, person.low);
    range.high = Math.max(range.high, person.high);
  }
};

const isOpen = ({ seen }: Component, { scale, open }: Search): boolean =>
  seen.every((range) => measureShare(range, scale) >= open);

/** Programs for each atom that was not seen to be open; false when they fail or take too much. */
const finish = (component: Component, { scale, open, solver, spent }: Search): boolean => {
  const { program, seen } = component;
  for (const [column, range] of seen.entries())
    for (const sense of ["minimise", "maximise"] as const) {
      if (measureShare(range, scale) >= open) break;
      spent.size += program.columns.length + program.rows.length;
      if (spent.size > solverBudget) return false;
      const solution = solver(program, { sense, terms: [[column, 1]] });
      if (solution.status !== "solved") return false;
      look(component, solution.values, scale);
    }
  return true;
};
