/**
 * Brings a choice between groups into one form, whatever the order it comes in.
 *
 * In: fixed groups and candidates; out: the same over merged atoms, sorted by id, candidates with the same people made one.
 */
import { collapse } from "./collapse.ts";
import type { Group } from "./system.ts";

/** A group that may be published; `weight` is what that is worth, a whole number from 0. */
export type Candidate = Group & Readonly<{ weight: number }>;

/** Candidates with the same people: who sees one knows all. */
export type Variable = Readonly<{
  ids: readonly string[];
  atoms: readonly number[];
  weight: number;
  respondents: number;
}>;

/** Groups are numbered: fixed ones first, then variables. */
export type Problem = Readonly<{
  weights: readonly number[];
  k: number;
  fixed: readonly Group[];
  variables: readonly Variable[];
}>;

/** Throws when two groups have one id, a weight is not a whole number from 0, or an atom is out of place. */
export const prepareProblem = (input: {
  readonly weights: readonly number[];
  readonly fixed: readonly Group[];
  readonly candidates: readonly Candidate[];
  readonly k: number;
}): Problem => {
  const [fixed, candidates] = [sortById(input.fixed), sortById(input.candidates)];
  checkIds([...fixed, ...candidates]);
  for (const { id, weight } of candidates)
    if (!Number.isSafeInteger(weight) || weight < 0)
      throw new Error(`The weight of group ${id} must be a whole number from 0.`);
  const { weights, groups } = collapse({ weights: input.weights, groups: [...fixed, ...candidates] });
  const own = groups.slice(fixed.length).map((group, index) => ({ ...group, weight: candidates[index]?.weight ?? 0 }));
  return { weights, k: input.k, fixed: groups.slice(0, fixed.length), variables: mergeEqual(own, weights) };
};

const sortById = <G extends Group>(groups: readonly G[]): G[] =>
  [...groups].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));

const checkIds = (groups: readonly Group[]): void => {
  const seen = new Set<string>();
  for (const { id } of groups) {
    if (seen.has(id)) throw new Error(`A group must have an id of its own, found ${id} twice.`);
    seen.add(id);
  }
};

const mergeEqual = (candidates: readonly Candidate[], weights: readonly number[]): Variable[] => {
  const merged = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = candidate.atoms.join();
    const equal = merged.get(key);
    if (equal === undefined) merged.set(key, [candidate]);
    else equal.push(candidate);
  }
  return [...merged.values()].map((equal) => {
    const { atoms } = equal[0] as Candidate;
    return {
      ids: equal.map(({ id }) => id),
      atoms,
      weight: equal.reduce((total, { weight }) => total + weight, 0),
      respondents: atoms.reduce((total, atom) => total + (weights[atom] as number), 0),
    };
  });
};
