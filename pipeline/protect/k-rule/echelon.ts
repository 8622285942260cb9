/**
 * Keeps published groups in reduced row echelon form, exactly, one group at a time.
 *
 * Columns are parts: atoms that the groups so far do not tell apart. A part of k or more people is heavy: a combination that is
 * not 0 there is about enough people. Pivots are heavy parts as long as a row has one. Rows without a heavy part are the light
 * rows; they span all combinations that are about light parts only, which is where a combination about 1 to k - 1 people must be
 * (the audit expert of Chin and Ozsoyoglu 1982, with sets instead of persons). Heavy rows are reduced among each other at heavy
 * pivots only; light rows among each other at every pivot.
 *
 * A new group splits parts. A row that loses its heavy pivot takes another one, or becomes light.
 */
import { eliminate, type Row, startRow, type Watch } from "./row.ts";

/** Pivots of the rows that have a part. */
export type Users = Map<number, Set<number>>;

export type Echelon = Readonly<{
  k: number;
  /** People per atom. */
  atoms: readonly number[];
  /** Part of each atom. */
  parts: Int32Array;
  /** People per part. */
  weights: number[];
  /** Rows by pivot. */
  rows: Map<number, Row>;
  heavyUsers: Users;
  lightUsers: Users;
}>;

/** The form of no groups; `atoms` has the people in each atom. */
export const startEchelon = (atoms: readonly number[], k: number): Echelon => ({
  k,
  atoms,
  parts: new Int32Array(atoms.length),
  weights: [atoms.reduce((total, people) => total + people, 0)],
  rows: new Map(),
  heavyUsers: new Map(),
  lightUsers: new Map(),
});

/** What a group adds to the groups so far: no parts when it can be computed from them. Splits parts, which tells nothing yet. */
export const reduceGroup = (echelon: Echelon, atoms: readonly number[], group: number): Row =>
  reduceRow(echelon, startRow(splitParts(echelon, atoms), group));

const reduceRow = (echelon: Echelon, row: Row): Row => {
  eliminatePivots(echelon, row, true);
  if (!hasHeavy(echelon, row)) eliminatePivots(echelon, row, false);
  return row;
};

/** Rows of a kind are reduced at each other's pivots, so that taking one out brings in no pivot of another. */
const eliminatePivots = ({ rows, weights, k }: Echelon, row: Row, kind: boolean): void => {
  const isMeant = (column: number) => column >= 0 && rows.has(column) && (weights[column] as number) >= k === kind;
  for (const pivot of [...row.keys()].filter(isMeant)) eliminate(row, rows.get(pivot) as Row, pivot);
};

/** Does a row have a part of k or more people? */
export const hasHeavy = ({ weights, k }: Echelon, row: Row): boolean => {
  for (const column of row.keys()) if (column >= 0 && (weights[column] as number) >= k) return true;
  return false;
};

/** Does a row have a part at all? */
export const hasParts = (row: Row): boolean => {
  for (const column of row.keys()) if (column >= 0) return true;
  return false;
};

/** Adds a reduced row that has a part; returns its pivot. Changes the echelon and takes the row over. */
export const addRow = (echelon: Echelon, row: Row): number => {
  const kind = hasHeavy(echelon, row);
  const pivot = choosePivot(echelon, row, kind);
  const users = kind ? echelon.heavyUsers : echelon.lightUsers;
  for (const user of [...(users.get(pivot) ?? [])])
    eliminate(echelon.rows.get(user) as Row, row, pivot, watchFor(users, user));
  echelon.rows.set(pivot, row);
  const watch = watchFor(users, pivot);
  for (const column of row.keys()) watch(column, true);
  return pivot;
};

/**
 * The heaviest light part: every combination pays for the pivots of its rows, so the search ends sooner. Among heavy parts and
 * among equals the one in the fewest rows, which costs the least work, then the first.
 */
const choosePivot = ({ weights, k, heavyUsers, lightUsers }: Echelon, row: Row, kind: boolean): number => {
  const users = kind ? heavyUsers : lightUsers;
  let best = -1;
  for (const column of row.keys()) {
    if (column < 0 || (weights[column] as number) >= k !== kind) continue;
    const heavier = kind || best < 0 ? 0 : (weights[column] as number) - (weights[best] as number);
    const fewer = (users.get(best)?.size ?? 0) - (users.get(column)?.size ?? 0);
    if (best < 0 || heavier > 0 || (heavier === 0 && (fewer > 0 || (fewer === 0 && column < best)))) best = column;
  }
  return best;
};

/** Keeps users true while the row of a pivot changes. */
const watchFor =
  (users: Users, pivot: number): Watch =>
  (column, isThere) => {
    if (column < 0) return;
    const own = users.get(column);
    if (!isThere) own?.delete(pivot);
    else if (own === undefined) users.set(column, new Set([pivot]));
    else own.add(pivot);
  };

/** The parts that make a group; where a part was only partly in it, what is inside becomes a part of its own. */
const splitParts = (echelon: Echelon, atoms: readonly number[]): number[] => {
  const inside = new Map<number, number>();
  for (const atom of atoms) {
    const part = echelon.parts[atom] as number;
    inside.set(part, (inside.get(part) ?? 0) + (echelon.atoms[atom] as number));
  }
  const renamed = new Map<number, number>();
  for (const [part, people] of inside)
    if (people < (echelon.weights[part] as number)) renamed.set(part, splitPart(echelon, part, people));
  if (renamed.size === 0) return [...inside.keys()];
  for (const atom of atoms) {
    const part = echelon.parts[atom] as number;
    echelon.parts[atom] = renamed.get(part) ?? part;
  }
  settleRows(echelon, [...renamed.keys()]);
  return [...inside.keys()].map((part) => renamed.get(part) ?? part);
};

/** Takes people out of a part into a new one, which is in the same rows; returns it. */
const splitPart = ({ weights, rows, heavyUsers, lightUsers }: Echelon, part: number, people: number): number => {
  const added = weights.length;
  weights.push(people);
  weights[part] = (weights[part] as number) - people;
  for (const users of [heavyUsers, lightUsers]) {
    const own = users.get(part);
    if (own === undefined) continue;
    for (const pivot of own) {
      const row = rows.get(pivot) as Row;
      row.set(added, row.get(part) ?? 0);
    }
    users.set(added, new Set(own));
  }
  return added;
};

/** Takes out the heavy rows whose pivot is heavy no longer and adds them anew. They were safe before and are now. */
const settleRows = (echelon: Echelon, parts: readonly number[]): void => {
  const { rows, heavyUsers, weights, k } = echelon;
  const unsettled = parts.filter((part) => (weights[part] as number) < k && heavyUsers.get(part)?.has(part));
  const taken = unsettled.map((pivot) => {
    const row = rows.get(pivot) as Row;
    rows.delete(pivot);
    for (const column of row.keys()) heavyUsers.get(column)?.delete(pivot);
    return row;
  });
  for (const row of taken) addRow(echelon, reduceRow(echelon, row));
};
