/**
 * The interval attack: how far can anyone's answer be narrowed down by published sums and the ends of the scale?
 *
 * In: one measure of a base; out: the narrowest share of the scale left for anyone, and those left with too little. Sets of
 * people that share nobody with others are a formula each; sets that overlap are linear programs, see solve-components.ts.
 */
import { type Combination, type Constraint, type ConstraintInput, listConstraints } from "./list-constraints.ts";
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

/** The result of one measure. */
export const attackIntervals = (input: ConstraintInput, solver: Solver): IntervalResult => {
  const constraints = listConstraints(input);
  const components = splitComponents(constraints.map(({ atoms }) => atoms)).map((positions) =>
    positions.map((position) => constraints[position] as Constraint),
  );
  const apart = components.filter(({ length }) => length === 1).map(([only]) => readOne(only as Constraint, input));
  const overlapping = components.filter(({ length }) => length > 1);
  return joinResults([...apart, solveComponents(overlapping, input, solver)]);
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
