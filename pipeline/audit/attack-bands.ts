/**
 * The band attack: can a bounded figure be computed from figures that are not?
 *
 * In: the system of a base and one of its measures; out: bounded groups whose exact sum follows, with the combination that
 * gives it. A bounded figure is safe when its group is no combination of groups with an exact figure of the measure.
 */
import type { Measure } from "../../schemas/release.ts";
import { combineRows, readWhole } from "./attack-sets.ts";
import { eliminate, orderGroups } from "./eliminate.ts";
import { isSpanned, makeExact } from "./make-exact.ts";
import type { PublishedFigure, System } from "./system.ts";

/** `combination` gives a multiple of the bounded group's sum; for parts it is the group itself. */
export type BandLeak = Readonly<{
  figure: PublishedFigure;
  combination: readonly Readonly<{ group: number; coefficient: bigint }>[];
}>;

export type BandResult = Readonly<{ leaks: readonly BandLeak[]; complete: boolean }>;

const additions = 400_000_000;

/** Leaks of one measure; none where no figure is bounded. */
export const attackBands = (system: System, { measure }: Measure): BandResult => {
  const figures = system.figures.filter(
    ({ cell }) => cell.measure === measure && (cell.mean ?? cell.enps) !== undefined,
  );
  const bounded = figures.filter(({ cell }) => cell.bound !== undefined);
  const byParts = bounded.filter(tellsItself).map((figure) => ({
    figure,
    combination: [{ group: figure.group, coefficient: 1n }],
  }));
  if (bounded.length === 0) return { leaks: [], complete: true };
  const exact = new Set(figures.filter(({ cell }) => cell.bound === undefined).map(({ group }) => group));
  const bySums = computeBounded(system, bounded, [...exact]);
  return bySums === null ? { leaks: byParts, complete: false } : { leaks: [...byParts, ...bySums], complete: true };
};

/** A banded eNPS next to its true parts: promoters minus detractors is the figure. */
const tellsItself = ({ cell }: PublishedFigure): boolean =>
  cell.promoters !== undefined && cell.parts_bound === undefined;

const computeBounded = (
  system: System,
  bounded: readonly PublishedFigure[],
  exact: readonly number[],
): BandLeak[] | null => {
  const known = exact.map((group) => system.groups[group] as System["groups"][number]);
  const rows = known.map(({ atoms }) => atoms);
  const modular = eliminate({
    columns: system.weights.length,
    groups: rows,
    order: orderGroups(known, (group) => -(known[group]?.release ?? 0)),
    isHeavy: () => true,
    budget: additions,
  });
  const echelon = modular === null ? null : makeExact(modular, rows);
  if (echelon === null) return null;
  return bounded
    .filter(({ group }) => isSpanned(echelon, system.groups[group]?.atoms ?? []))
    .map((figure) => {
      const atoms = system.groups[figure.group]?.atoms ?? [];
      const coefficients = readWhole(combineRows(echelon, new Map(atoms.map((atom) => [atom, 1n]))));
      const combination = [...(coefficients ?? [])].map(([row, coefficient]) => ({
        group: exact[row] as number,
        coefficient,
      }));
      return { figure, combination };
    });
};
