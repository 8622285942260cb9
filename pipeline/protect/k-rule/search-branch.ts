/**
 * One branch of the search for a combination below k people: a row, the rows that may be added, the parts that stay.
 *
 * In and out: branches. What is settled goes: parts that cannot be told apart become one, rows that cost too much or are too far
 * away are left out, and a part too heavy to stay is cancelled. No result below k is lost.
 */
import { mergeColumns } from "./merge-columns.ts";
import { eliminate, type Row } from "./row.ts";

/** Steps that may still be made, a step being one row looked at; the same input takes the same steps. */
export type Budget = { steps: number };

export type Search = Readonly<{ k: number; budget: Budget }>;

/** Rows carry tags of their own here: 0 for the new row, 1 and on for the light rows. */
export type Branch = Readonly<{
  row: Row;
  /** Rows that may still be added. */
  others: readonly Row[];
  /** Parts that stay. */
  kept: ReadonlySet<number>;
  /** People per part. */
  weights: ReadonlyMap<number, number>;
}>;

/** Positions of the rows that have each part. */
type Index = ReadonlyMap<number, readonly number[]>;

/** People at the parts among the columns. */
export const weigh = (weights: ReadonlyMap<number, number>, columns: Iterable<number>): number => {
  let total = 0;
  for (const column of columns) if (column >= 0) total += weights.get(column) as number;
  return total;
};

/** The same branch without what is settled; null when no result is below k. Takes its steps from the budget. */
export const simplify = ({ k, budget }: Search, branch: Branch): Branch | null => {
  let left = branch;
  for (;;) {
    budget.steps -= left.others.length + 1;
    if (budget.steps < 0) return left;
    left = mergeParts(left);
    const users = indexRows(left.others);
    const room = k - countStaying(left, users);
    if (room <= 0) return null;
    const others = findReachable(left, users, room);
    const forced = listForced(left, users, room);
    if (forced.length === 0 && others.length === left.others.length) return left;
    left = forced.reduce(cancel, { ...left, others });
  }
};

const mergeParts = (branch: Branch): Branch => {
  const { rows, weights, standIn } = mergeColumns([branch.row, ...branch.others], branch.weights);
  if (weights.size === branch.weights.size) return branch;
  const [row, ...others] = rows as [Row, ...Row[]];
  const gone = [...branch.kept].filter((column) => !standIn.has(column));
  return {
    row,
    others,
    weights: new Map([...weights, ...gone.map((column) => [column, branch.weights.get(column) as number] as const)]),
    kept: new Set([...branch.kept].map((column) => standIn.get(column) ?? column)),
  };
};

/** Positions of the rows that have each part. */
export const indexRows = (rows: readonly Row[]): Index => {
  const users = new Map<number, number[]>();
  rows.forEach((row, index) => {
    for (const column of row.keys()) {
      if (column < 0) continue;
      const own = users.get(column);
      if (own === undefined) users.set(column, [index]);
      else own.push(index);
    }
  });
  return users;
};

/** People who stay for certain: at kept parts and at those of the row that no other row has. */
export const countStaying = ({ row, kept, weights }: Branch, users: Index): number =>
  weigh(weights, kept) +
  weigh(
    weights,
    [...row.keys()].filter((column) => !users.has(column) && !kept.has(column)),
  );

/** People another row brings in for certain: at parts that only it has. */
export const countOwn = ({ row, kept, weights }: Branch, other: Row, users: Index): number =>
  weigh(
    weights,
    [...other.keys()].filter((column) => users.get(column)?.length === 1 && !row.has(column) && !kept.has(column)),
  );

/**
 * The rows linked to the row by shared parts, over rows that bring in fewer than `room` people together. A row that is not linked
 * to the rest of a result would only add people.
 */
const findReachable = (branch: Branch, users: Index, room: number): readonly Row[] => {
  const { row, others } = branch;
  const own = others.map((other) => countOwn(branch, other, users));
  const costs = new Map<number, number>();
  const queues: Row[][] = Array.from({ length: room }, () => []);
  queues[0]?.push(row);
  queues.forEach((queue, cost) => {
    for (const near of queue)
      for (const column of near.keys())
        for (const index of users.get(column) ?? []) {
          const total = cost + (own[index] as number);
          if (total >= (costs.get(index) ?? room)) continue;
          costs.set(index, total);
          queues[total]?.push(others[index] as Row);
        }
  });
  return others.filter((_, index) => costs.has(index));
};

/** The parts of other rows that are too heavy to stay. */
const listForced = ({ kept, weights }: Branch, users: Index, room: number): number[] =>
  [...users.keys()].filter((column) => !kept.has(column) && (weights.get(column) as number) >= room);

/** Without the part: one light row, the shortest, is used up to cancel it wherever it is. As it was when no light row has it. */
export const cancel = (branch: Branch, column: number): Branch => {
  const having = branch.others.filter((other) => other.has(column));
  if (having.length === 0) return branch;
  const source = having.reduce((best, other) => (other.size < best.size ? other : best));
  const without = (own: Row): Row => {
    if (!own.has(column)) return own;
    const copy = new Map(own);
    eliminate(copy, source, column);
    return copy;
  };
  return {
    ...branch,
    row: without(branch.row),
    others: branch.others.filter((other) => other !== source).map(without),
  };
};
