/**
 * The interval attack: how far can anyone's answer be narrowed down by published sums and the ends of the scale?
 *
 * In: one measure of a base; out: the narrowest share of the scale left for anyone, and those left with too little. Sets of
 * people that share nobody with others are a formula each; sets that overlap are linear programs, see solve-components.ts.
 */
import {
  type Combination,
  type Constraint,
  type ConstraintInput,
  listConstraints,
  takeAtFace,
} from "./list-constraints.ts";
import { findPersonRange, measureShare, tolerance } from "./person-range.ts";
import { solveComponents } from "./solve-components.ts";
import type { Solver } from "./solve-linear.ts";
import { splitComponents } from "./split-components.ts";

/** People whose answer is left less than the open share. */
export type Narrowed = Readonly<{ atom: number; share: number; from: Combination }>;

export type IntervalResult = Readonly<{
  tested: number;
  /**
   * Narrowest share of the scale seen to be left for anyone, 0-1; where it is not below the open share there may be more. Null
   * when no figure limits anyone.
   */
  tightest: number | null;
  narrowed: readonly Narrowed[];
  complete: boolean;
}>;

/**
 * The result of one measure. Figures are taken for true first. People of whom these contradict each other (a group was moved in
 * one release and not in another) are attacked again with what bounds say, and if need be with looser sums.
 */
export const attackIntervals = (input: ConstraintInput, solver: Solver): IntervalResult => {
  const readings = [
    () => listConstraints(takeAtFace(input)),
    () => listConstraints(input),
    () => listConstraints(input).map((constraint) => loosen(constraint, input)),
  ];
  const results: IntervalResult[] = [];
  let asked: ReadonlySet<number> | null = null;
  for (const read of readings) {
    const constraints = read().filter(({ atoms }) => asked === null || atoms.some((atom) => asked?.has(atom)));
    const result = attackAll(constraints, input, solver);
    results.push(result);
    asked = result.contradicted;
    if (asked.size === 0) break;
  }
  const joined = joinResults(results);
  return { ...joined, complete: joined.complete && asked?.size === 0 };
};

/** Sums are published in whole steps per region: where answers are blank, figures of several releases may differ by that. */
const loosen = (constraint: Constraint, { sums }: ConstraintInput): Constraint => {
  const { atoms, low, high } = constraint;
  const slack = (atoms.length * sums.scale.step) / 2;
  return { ...constraint, low: low - slack, high: high + slack };
};

type Attacked = IntervalResult & Readonly<{ contradicted: ReadonlySet<number> }>;

/** Everyone of whom anything is known; `contradicted`: people for whom no answers fit. */
const attackAll = (constraints: readonly Constraint[], input: ConstraintInput, solver: Solver): Attacked => {
  const components = splitComponents(constraints.map(({ atoms }) => atoms)).map((positions) =>
    positions.map((position) => constraints[position] as Constraint),
  );
  const apart = components.filter(({ length }) => length === 1).flat();
  const fitting = apart.filter((constraint) => canBe(constraint, input));
  const overlapping = solveComponents(
    components.filter(({ length }) => length > 1),
    input,
    solver,
  );
  const contradicted = [...apart.filter((constraint) => !canBe(constraint, input)), ...overlapping.impossible.flat()];
  return {
    ...joinResults([...fitting.map((constraint) => readOne(constraint, input)), overlapping]),
    contradicted: new Set(contradicted.flatMap(({ atoms }) => atoms)),
  };
};

const countPeople = ({ atoms }: Constraint, { system }: ConstraintInput): number =>
  atoms.reduce((sum, atom) => sum + (system.people[atom] as number), 0);

/** Whether any answers have such a sum. */
const canBe = (constraint: Constraint, input: ConstraintInput): boolean => {
  const people = countPeople(constraint, input);
  const { minimum, maximum } = input.sums.scale;
  const { low, high } = constraint;
  return low <= high && low <= people * maximum + tolerance && high >= people * minimum - tolerance;
};

/** Results of different people as one. */
export const joinResults = (results: readonly IntervalResult[]): IntervalResult => {
  const shares = results.flatMap(({ tightest }) => (tightest === null ? [] : [tightest]));
  return {
    tested: results.reduce((sum, { tested }) => sum + tested, 0),
    tightest: shares.length === 0 ? null : shares.reduce((least, share) => Math.min(least, share)),
    narrowed: results.flatMap(({ narrowed }) => narrowed),
    complete: results.every(({ complete }) => complete),
  };
};

const readOne = (constraint: Constraint, input: ConstraintInput): IntervalResult => {
  const { policy, sums } = input;
  const share = measureShare(findPersonRange(constraint, countPeople(constraint, input), sums.scale), sums.scale);
  const isNarrow = share < policy.open_share - tolerance;
  return {
    tested: constraint.atoms.length,
    tightest: share,
    narrowed: isNarrow ? constraint.atoms.map((atom) => ({ atom, share, from: constraint.from })) : [],
    complete: true,
  };
};
