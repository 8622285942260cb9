/**
 * Makes a system small: atoms that are in the same groups become one, atoms of no group go.
 *
 * In: a system; out: the groups in the order given over merged atoms. Nothing that can be computed from the groups changes:
 * a combination has the same coefficient at atoms that are in the same groups. Linear in the size of the groups.
 */
import type { Group, System } from "./system.ts";

/** The same groups over merged atoms. Throws when an atom is out of place or a weight is not a whole number from 1. */
export const collapse = ({ weights, groups }: System): System => {
  const classes = new Int32Array(weights.length);
  let count = 1;
  for (const group of groups) count = splitClasses(classes, count, checkAtoms(group, weights.length));
  const positions = numberClasses(groups, classes, count);
  return {
    weights: addUpWeights(weights, classes, positions),
    groups: groups.map(({ id, atoms }) => ({
      id,
      atoms: [...new Set(atoms.map((atom) => positions[classes[atom] as number] as number))].sort((a, b) => a - b),
    })),
  };
};

const checkAtoms = ({ id, atoms }: Group, size: number): readonly number[] => {
  atoms.forEach((atom, index) => {
    if (!Number.isInteger(atom) || atom < 0 || atom >= size || (index > 0 && atom <= (atoms[index - 1] as number)))
      throw new Error(`The atoms of group ${id} must be positions below ${size}, ascending, each once.`);
  });
  return atoms;
};

/** Gives the atoms of a group new classes, one for each class they were in; returns how many classes there are now. */
const splitClasses = (classes: Int32Array, count: number, atoms: readonly number[]): number => {
  const renamed = new Map<number, number>();
  let next = count;
  for (const atom of atoms) {
    const before = classes[atom] as number;
    let after = renamed.get(before);
    if (after === undefined) {
      after = next;
      next += 1;
      renamed.set(before, after);
    }
    classes[atom] = after;
  }
  return next;
};

/**
 * Position of every class that is in a group, -1 for the others. Classes come in the order of the groups they are in, so that
 * atoms given in another order make the same system.
 */
const numberClasses = (groups: readonly Group[], classes: Int32Array, count: number): Int32Array => {
  const memberships = new Map<number, number[]>();
  groups.forEach(({ atoms }, index) => {
    for (const atom of atoms) addMembership(memberships, classes[atom] as number, index);
  });
  const positions = new Int32Array(count).fill(-1);
  const ordered = [...memberships].sort(([, one], [, other]) => compareLists(one, other));
  ordered.forEach(([own], position) => {
    positions[own] = position;
  });
  return positions;
};

const addMembership = (memberships: Map<number, number[]>, own: number, index: number): void => {
  const list = memberships.get(own);
  if (list === undefined) memberships.set(own, [index]);
  else if (list.at(-1) !== index) list.push(index);
};

const compareLists = (one: readonly number[], other: readonly number[]): number => {
  const size = Math.min(one.length, other.length);
  for (let at = 0; at < size; at += 1) if (one[at] !== other[at]) return (one[at] as number) - (other[at] as number);
  return one.length - other.length;
};

const addUpWeights = (weights: readonly number[], classes: Int32Array, positions: Int32Array): number[] => {
  const totals: number[] = [];
  weights.forEach((weight, atom) => {
    if (!Number.isSafeInteger(weight) || weight < 1)
      throw new Error(`The weight of atom ${atom} must be a whole number from 1.`);
    const position = positions[classes[atom] as number] as number;
    if (position >= 0) totals[position] = (totals[position] ?? 0) + weight;
  });
  return totals;
};
