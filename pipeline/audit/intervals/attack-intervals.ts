/**
 * The interval attack: how far can anyone's answer be narrowed down by published sums and the ends of the scale?
 *
 * In: one measure of a base; out: the narrowest share of the scale left for anyone, and those left with too little. People of
 * an atom are interchangeable: with the atom's sum between L and H, one of w people can be anywhere between
 * L - (w-1) x maximum and H - (w-1) x minimum, within the scale. A set that shares no atom with others is its own formula.
 * Sets that overlap are a linear program. Possible answers form one stretch, so what any two solutions show lies between
 * them: each solution widens what was seen of all atoms at once, and only an atom that still has too little gets programs of its own.
 */
import type { System } from "../system.ts";
import { type Combination, type Constraint, type ConstraintInput, listConstraints } from "./list-constraints.ts";
import type { Scale } from "./read-sums.ts";
import type { Limited, LinearProgram, Objective, Solver, Term } from "./solve-linear.ts";
import { splitComponents } from "./split-components.ts";

/** People whose answer is left less than the open share. */
export type Narrowed = Readonly<{ atom: number; share: number; from: Combination }>;

export type IntervalResult = Readonly<{
  tested: number;
  /** Narrowest share of the scale seen to be left for anyone, 0-1; null when no figure limits anyone. */
  tightest: number | null;
  narrowed: readonly Narrowed[];
  complete: boolean;
}>;

/** Shares are compared with this tolerance: the solver misses rows by up to 1e-7. */
export const tolerance = 1e-6;

/** Columns and rows handed to the solver for one measure before the attack gives up. */
const solverBudget = 4_000_000;

type Range = { low: number; high: number };

/** The result of one measure. */
export const attackIntervals = (input: ConstraintInput, solver: Solver): IntervalResult => {
  const constraints = listConstraints(input);
  const results = splitComponents(constraints.map(({ atoms }) => atoms)).map((positions) => {
    const own = positions.map((position) => constraints[position] as Constraint);
    const [only] = own;
    return only !== undefined && own.length === 1 ? readOne(only, input) : solveComponent(own, input, solver);
  });
  const shares = results.flatMap(({ tightest }) => (tightest === null ? [] : [tightest]));
  return {
    tested: results.reduce((sum, { tested }) => sum + tested, 0),
    tightest: shares.length === 0 ? null : shares.reduce((least, share) => Math.min(least, share)),
    narrowed: results.flatMap(({ narrowed }) => narrowed),
    complete: results.every(({ complete }) => complete),
  };
};

const readOne = (constraint: Constraint, { system, policy, sums }: ConstraintInput): IntervalResult => {
  const people = constraint.atoms.reduce((sum, atom) => sum + (system.people[atom] as number), 0);
  const share = measureShare(findPersonRange(constraint, people, sums.scale), sums.scale);
  const isNarrow = share < policy.open_share - tolerance;
  return {
    tested: constraint.atoms.length,
    tightest: share,
    narrowed: isNarrow ? constraint.atoms.map((atom) => ({ atom, share, from: constraint.from })) : [],
    complete: true,
  };
};

/** Where one of `people` can be when their sum lies between limits. */
const findPersonRange = ({ low, high }: Limited, people: number, { minimum, maximum }: Scale): Range => ({
  low: Math.max(minimum, low - (people - 1) * maximum),
  high: Math.min(maximum, high - (people - 1) * minimum),
});

const measureShare = ({ low, high }: Range, { minimum, maximum }: Scale): number =>
  Math.max(0, (high - low) / (maximum - minimum));

type Component = Readonly<{
  atoms: readonly number[];
  people: readonly number[];
  scale: Scale;
  open: number;
  program: LinearProgram;
  seen: Range[];
  size: number;
}>;

const solveComponent = (
  constraints: readonly Constraint[],
  { system, policy, sums }: ConstraintInput,
  solver: Solver,
): IntervalResult => {
  const open = (own: readonly Constraint[]) => openComponent(own, system, sums.scale, policy.open_share);
  let component = open(constraints);
  let isFeasible = lookAround(component, constraints, solver);
  if (!isFeasible) {
    component = open(constraints.map((constraint) => loosen(constraint, sums.scale)));
    isFeasible = lookAround(component, constraints, solver);
  }
  const complete = isFeasible && finishAtoms(component, solver);
  const shares = component.seen.map((range) => measureShare(range, component.scale));
  const tightest = isFeasible ? shares.reduce((least, share) => Math.min(least, share), 1) : null;
  const narrowed = shares.flatMap((share, column) =>
    share < component.open - tolerance ? [{ atom: component.atoms[column] as number, share, from: [] }] : [],
  );
  return { tested: component.atoms.length, tightest, narrowed: complete ? narrowed : [], complete };
};

/** Sums are published in whole steps per region: where answers are blank, overlapping figures may contradict each other by that. */
const loosen = ({ atoms, low, high, from }: Constraint, { step }: Scale): Constraint => ({
  atoms,
  from,
  low: low - (atoms.length * step) / 2,
  high: high + (atoms.length * step) / 2,
});

const openComponent = (constraints: readonly Constraint[], system: System, scale: Scale, open: number): Component => {
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
  return { atoms, people, scale, open, program: { columns, rows }, seen, size: atoms.length + rows.length };
};

/** Solutions that show most atoms at once: one far from all ends, and a few in different directions. */
const lookAround = (component: Component, constraints: readonly Constraint[], solver: Solver): boolean => {
  const { program, people, scale } = component;
  const depth = people.length;
  const centred: LinearProgram = {
    columns: [...program.columns, { low: 0, high: (scale.maximum - scale.minimum) / 2 }],
    rows: [
      ...program.rows,
      ...people.flatMap((count, column) => [
        {
          terms: [
            [column, 1],
            [depth, -count],
          ] as Term[],
          low: count * scale.minimum,
          high: Number.POSITIVE_INFINITY,
        },
        {
          terms: [
            [column, 1],
            [depth, count],
          ] as Term[],
          low: Number.NEGATIVE_INFINITY,
          high: count * scale.maximum,
        },
      ]),
    ],
  };
  const centre = solver(centred, { sense: "maximise", terms: [[depth, 1]] });
  if (centre.status !== "solved") return false;
  look(component, centre.values);
  const directions = constraints.length * component.size > solverBudget ? 1 : 4;
  for (let direction = 0; direction < directions; direction += 1)
    for (const sense of ["minimise", "maximise"] as const) {
      const terms = people.map((_, column): Term => [column, (column >> direction) % 2 === 0 ? 1 : -1]);
      const solution = solver(program, { sense, terms });
      if (solution.status === "solved") look(component, solution.values);
    }
  return true;
};

/** Widens what was seen of every atom by one solution. */
const look = ({ people, seen, scale, program }: Component, values: readonly number[]): void => {
  for (const [column, range] of seen.entries()) {
    const { low, high } = program.columns[column] as Limited;
    const value = Math.min(high, Math.max(low, values[column] as number));
    const person = findPersonRange({ low: value, high: value }, people[column] as number, scale);
    range.low = Math.min(range.low, person.low);
    range.high = Math.max(range.high, person.high);
  }
};

/** Programs for each atom that was not seen to be open; false when they take too much. */
const finishAtoms = (component: Component, solver: Solver): boolean => {
  let spent = 0;
  for (const [column, range] of component.seen.entries())
    for (const sense of ["minimise", "maximise"] as const) {
      if (measureShare(range, component.scale) >= component.open) break;
      spent += component.size;
      if (spent > solverBudget) return false;
      const objective: Objective = { sense, terms: [[column, 1]] };
      const solution = solver(component.program, objective);
      if (solution.status !== "solved") return false;
      look(component, solution.values);
    }
  return true;
};
