/**
 * The cell attack of official statistics: which hidden cells of linked tables follow from the shown ones?
 * In: cells as groups of atoms, and which are hidden; out: the ids of hidden cells that can be computed exactly.
 */
import { eliminate, orderGroups } from "./eliminate.ts";
import { isSpanned, makeExact } from "./make-exact.ts";

export type TableCell = Readonly<{ id: string; atoms: readonly number[]; hidden: boolean }>;

/**
 * Ids in the order of the cells; empty when nothing is hidden. Cells on equal atoms are one figure: it is hidden when all of
 * them are. Throws when the tables are beyond exact elimination with small fractions.
 */
export const findComputable = (cells: readonly TableCell[]): string[] => {
  const shown = cells.filter(({ hidden }) => !hidden);
  const groups = shown.map(({ atoms }) => atoms);
  const columns = cells.reduce((most, { atoms }) => atoms.reduce((own, atom) => Math.max(own, atom + 1), most), 0);
  const echelon = eliminate({
    columns,
    groups,
    order: orderGroups(shown, () => 0),
    isHeavy: () => true,
    budget: Number.POSITIVE_INFINITY,
  });
  const exact = echelon === null ? null : makeExact(echelon, groups);
  if (exact === null) throw new Error("The tables can't be solved with small fractions.");
  return cells.filter(({ hidden, atoms }) => hidden && isSpanned(exact, atoms)).map(({ id }) => id);
};
