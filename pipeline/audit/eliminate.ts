/**
 * Brings groups into reduced row echelon form, sparse, modulo a prime.
 *
 * In: groups of atoms as 0/1 rows; out: per independent row its pivot, its other columns and the groups it is made of.
 * A row holds no pivot of another row, so reducing a new one takes one pass over its columns. Small groups come first,
 * which keeps the rows of a tree as short as its remainders.
 */
import { invert, multiply, prime, subtract } from "./prime-field.ts";

/** Residues by position; a position that is not there is 0. */
export type SparseRow = Map<number, number>;

/** One independent row: 1 at `pivot`, `others` at columns without a pivot, the sum of `groups` x their rows. */
export type EchelonRow = Readonly<{ pivot: number; others: SparseRow; groups: SparseRow }>;

export type Echelon = Readonly<{
  columns: number;
  rows: readonly EchelonRow[];
  /** Per column the row whose pivot it is, -1 where none is. */
  rowOfPivot: Int32Array;
}>;

export type EliminationInput = Readonly<{
  columns: number;
  /** Ascending columns of each group. */
  groups: readonly (readonly number[])[];
  /** Groups in the order of preference: a later one is only used where it adds something to all earlier ones. */
  order: readonly number[];
  /** Columns that should become pivots before others. */
  isHeavy: (column: number) => boolean;
  /** Most additions; null is returned when they do not suffice. */
  budget: number;
}>;

type State = Readonly<{
  rows: EchelonRow[];
  rowOfPivot: Int32Array;
  /** Per column without a pivot the rows that hold it. */
  holders: Set<number>[];
  spent: { additions: number };
}>;

/** The echelon of the groups, or null when the budget ran out. */
export const eliminate = (input: EliminationInput): Echelon | null => {
  const { columns, groups, order, budget } = input;
  const state: State = {
    rows: [],
    rowOfPivot: new Int32Array(columns).fill(-1),
    holders: Array.from({ length: columns }, () => new Set<number>()),
    spent: { additions: 0 },
  };
  for (const group of order) {
    addGroup(state, input, group, groups[group] as readonly number[]);
    if (state.spent.additions > budget) return null;
  }
  return { columns, rows: state.rows, rowOfPivot: state.rowOfPivot };
};

/** Smallest groups first, by atoms and then as given, each rank of preference by itself. */
export const orderGroups = (
  groups: readonly Readonly<{ atoms: readonly number[] }>[],
  rank: (group: number) => number,
): number[] =>
  groups.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || sizeOf(groups, a) - sizeOf(groups, b) || a - b);

const sizeOf = (groups: readonly Readonly<{ atoms: readonly number[] }>[], index: number): number =>
  groups[index]?.atoms.length ?? 0;

const addGroup = (state: State, input: EliminationInput, group: number, columns: readonly number[]): void => {
  const row = reduce(state, columns);
  row.groups.set(group, 1);
  if (row.others.size === 0) return;
  const pivot = choosePivot(state, input, row.others);
  const factor = invert(row.others.get(pivot) as number);
  row.others.delete(pivot);
  const made = { pivot, others: scaleRow(row.others, factor), groups: scaleRow(row.groups, factor) };
  const index = state.rows.push(made) - 1;
  for (const holder of state.holders[pivot] as Set<number>) clearColumn(state, holder, made);
  (state.holders[pivot] as Set<number>).clear();
  state.rowOfPivot[pivot] = index;
  for (const column of made.others.keys()) state.holders[column]?.add(index);
};

/** A 0/1 row less the rows of the pivots it holds. */
const reduce = (state: State, columns: readonly number[]): { others: SparseRow; groups: SparseRow } => {
  const reduced = { others: new Map<number, number>(), groups: new Map<number, number>() };
  for (const column of columns) {
    const row = state.rows[state.rowOfPivot[column] as number];
    if (row === undefined) addTo(reduced.others, column, 1);
    else subtractRow(state, reduced, row, 1);
  }
  return reduced;
};

const subtractRow = (
  { spent }: State,
  from: Readonly<{ others: SparseRow; groups: SparseRow }>,
  row: EchelonRow,
  factor: number,
): void => {
  for (const [column, value] of row.others) addTo(from.others, column, prime - multiply(factor, value));
  for (const [group, value] of row.groups) addTo(from.groups, group, prime - multiply(factor, value));
  spent.additions += row.others.size + row.groups.size + 1;
};

const addTo = (row: SparseRow, position: number, value: number): void => {
  const sum = subtract(row.get(position) ?? 0, prime - value);
  if (sum === 0) row.delete(position);
  else row.set(position, sum);
};

/** A heavy column where there is one, and among equals the one that fewest rows hold: least to clear. */
const choosePivot = ({ holders }: State, { isHeavy }: EliminationInput, others: SparseRow): number => {
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  for (const column of others.keys()) {
    const own = (isHeavy(column) ? 0 : 1e9) + (holders[column]?.size ?? 0);
    if (own < cost || (own === cost && column < best)) [best, cost] = [column, own];
  }
  return best;
};

const scaleRow = (row: SparseRow, factor: number): SparseRow => {
  if (factor === 1) return row;
  return new Map([...row].map(([position, value]) => [position, multiply(value, factor)]));
};

/** Takes a new pivot out of a row that held its column. */
const clearColumn = (state: State, holder: number, made: EchelonRow): void => {
  const row = state.rows[holder] as EchelonRow;
  const factor = row.others.get(made.pivot) as number;
  row.others.delete(made.pivot);
  subtractRow(state, row, made, factor);
  for (const column of made.others.keys())
    if (row.others.has(column)) state.holders[column]?.add(holder);
    else state.holders[column]?.delete(holder);
};
