/**
 * Searches a combination about fewer than k people: a new row plus any combination of the light rows.
 *
 * In: an echelon form whose groups keep the k-rule and a reduced row without heavy atoms; out: such a combination, or that there
 * is none, or that the budget ran out. Whatever the new group gives away contains the new row, because the groups before it were
 * safe; so the search is over row + span(light rows), and is complete whichever rows elimination changes.
 *
 * Branch and bound over atoms: an atom of the row is either in the result, which costs its people, or it is cancelled, which
 * uses up one light row. Finding the lightest row of a span is NP-hard in general; for small k and groups of an organisation the
 * bounds leave little.
 */
import type { Echelon } from "./echelon.ts";
import { addTimes, groupOf, normalise, type Row, tagOf } from "./row.ts";
import {
  type Branch,
  type Budget,
  cancel,
  countOwn,
  countStaying,
  indexRows,
  type Search,
  simplify,
  weigh,
} from "./search-branch.ts";

/** A combination of 1 to k - 1 people, "none" when there is none, "unsettled" when the budget ran out. */
export type Found = Row | "none" | "unsettled";

/** The first combination found, with its tags; takes its steps from the budget. */
export const searchLight = (echelon: Echelon, row: Row, budget: Budget): Found => {
  const rows = [row, ...gatherNear(echelon, row, budget)];
  const [own, ...others] = rows.map(retag) as [Row, ...Row[]];
  const weights = new Map<number, number>();
  for (const one of rows)
    for (const column of one.keys()) if (column >= 0) weights.set(column, echelon.weights[column] as number);
  const found = visit({ k: echelon.k, budget }, { row: own, others, kept: new Set(), weights });
  return typeof found === "string" ? found : addUp(rows, found);
};

/** Only the atoms, and a tag for the row itself. */
const retag = (row: Row, index: number): Row => {
  const atoms: Row = new Map();
  for (const [column, value] of row) if (column >= 0) atoms.set(column, value);
  return atoms.set(tagOf(index), 1);
};

/** The rows as often as the tags of a result say. */
const addUp = (rows: readonly Row[], result: Row): Row => {
  const total: Row = new Map();
  for (const [tag, times] of result) if (tag < 0) addTimes(total, rows[groupOf(tag)] as Row, times);
  normalise(total);
  return total;
};

/**
 * The light rows that can matter: those that share a part with the row or with one that matters, as long as what is certain to
 * stay is below k: parts of the row that no light row has, and of the light rows on the way those that no other row has. A row
 * that is not linked to the first would only add people. None when those next to the row can't cancel enough of it.
 */
const gatherNear = (echelon: Echelon, row: Row, budget: Budget): Row[] => {
  const { lightUsers: users, k, rows } = echelon;
  const room = k - countWhere(echelon, row, k, (column) => !users.get(column)?.size);
  const countOwnParts = (light: Row, limit: number) =>
    countWhere(echelon, light, limit, (column) => !row.has(column) && users.get(column)?.size === 1);
  if (!canCancelEnough(echelon, row, room, countOwnParts, budget)) return [];
  const costs = new Map<number, number>();
  const queues: Row[][] = Array.from({ length: room }, () => []);
  queues[0]?.push(row);
  queues.forEach((queue, cost) => {
    for (const near of queue)
      for (const pivot of listUsers(echelon, near, budget)) {
        const [light, limit] = [rows.get(pivot) as Row, (costs.get(pivot) ?? room) - cost];
        const own = countOwnParts(light, limit);
        if (own >= limit) continue;
        costs.set(pivot, cost + own);
        queues[cost + own]?.push(light);
      }
  });
  return [...costs.keys()].sort((a, b) => a - b).map((pivot) => rows.get(pivot) as Row);
};

/** Could the light rows that share parts with the row bring it below k, if each cancelled all it shares? */
const canCancelEnough = (
  { weights, lightUsers, k, rows }: Echelon,
  row: Row,
  room: number,
  countOwnParts: (light: Row, limit: number) => number,
  budget: Budget,
): boolean => {
  const gains = new Map<number, number>();
  let open = 0;
  for (const column of row.keys()) {
    const users = column < 0 ? undefined : lightUsers.get(column);
    if (users === undefined || users.size === 0) continue;
    open += weights[column] as number;
    for (const pivot of users) gains.set(pivot, (gains.get(pivot) ?? 0) + (weights[column] as number));
  }
  budget.steps -= gains.size;
  const priced = [...gains].map(([pivot, gain]) => ({ gain, cost: countOwnParts(rows.get(pivot) as Row, room) }));
  return (
    k -
      room +
      open -
      boundGain(
        priced.filter(({ cost }) => cost < room),
        room - 1,
      ) <
    k
  );
};

/** People at the atoms of a row that pass, at most `limit`: most rows that are useless show it soon. */
const countWhere = ({ weights }: Echelon, row: Row, limit: number, passes: (column: number) => boolean): number => {
  let total = 0;
  for (const column of row.keys()) {
    if (column >= 0 && passes(column)) total += weights[column] as number;
    if (total >= limit) return limit;
  }
  return total;
};

/** Pivots of the light rows that share an atom with the row. */
const listUsers = ({ lightUsers: users }: Echelon, row: Row, budget: Budget): Set<number> => {
  const found = new Set<number>();
  for (const column of row.keys()) if (column >= 0) for (const pivot of users.get(column) ?? []) found.add(pivot);
  budget.steps -= found.size;
  return found;
};

const visit = (search: Search, branch: Branch): Found => {
  const left = simplify(search, branch);
  if (search.budget.steps < 0) return "unsettled";
  if (left === null) return "none";
  if (weigh(left.weights, left.row.keys()) < search.k) return left.row;
  const column = chooseColumn(search, left);
  if (column === null) return "none";
  const cancelled = visit(search, cancel(left, column));
  if (cancelled !== "none") return cancelled;
  return visit(search, { ...left, kept: new Set([...left.kept, column]) });
};

/**
 * The heaviest part of the row that may stay or go, ties to the first; null when no combination here has fewer than k people.
 *
 * To get below k, more must be cancelled than what the rows added cost; at best each row cancels all it shares with the row.
 */
const chooseColumn = ({ k }: Search, branch: Branch): number | null => {
  const { row, others, kept, weights } = branch;
  const users = indexRows(others);
  const stays = countStaying(branch, users);
  const open = [...row.keys()].filter((column) => users.has(column) && !kept.has(column));
  const gains = others.map((other) => ({
    gain: weigh(
      weights,
      open.filter((column) => other.has(column)),
    ),
    cost: countOwn(branch, other, users),
  }));
  if (stays + weigh(weights, open) - boundGain(gains, k - 1 - stays) >= k) return null;
  return pickHeaviest(weights, open);
};

/** The most that can be cancelled on balance by rows that cost at most `limit` together, parts of rows allowed. */
const boundGain = (gains: readonly Readonly<{ gain: number; cost: number }>[], limit: number): number => {
  const useful = gains.filter(({ gain, cost }) => gain > cost).sort((a, b) => b.gain * a.cost - a.gain * b.cost);
  let [total, left] = [0, limit];
  for (const { gain, cost } of useful) {
    const taken = Math.min(cost, left);
    total += cost === 0 ? gain : ((gain - cost) * taken) / cost;
    left -= taken;
  }
  // What is cancelled is whole, and rounding of the part must not take a whole one away.
  return Math.floor(total + 1e-6);
};

const pickHeaviest = (weights: ReadonlyMap<number, number>, columns: readonly number[]): number =>
  columns.reduce((best, column) => {
    const heavier = (weights.get(column) as number) - (weights.get(best) as number);
    return heavier > 0 || (heavier === 0 && column < best) ? column : best;
  });
