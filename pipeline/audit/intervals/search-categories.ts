/**
 * Who may be a promoter, a passive or a detractor where published sets overlap. In: what is known of surpluses and parts of one
 * component; out: the atoms of which fewer than two are possible. Columns are promoters and detractors per atom.
 */
import type { System } from "../system.ts";
import type { CategoryResult } from "./attack-categories.ts";
import type { PairLimit, SurplusRegion } from "./list-parts.ts";
import { tolerance } from "./person-range.ts";
import type { LinearProgram, Solver, Term } from "./solve-linear.ts";

/** Columns and rows handed to the solver before the search gives up. */
const solverBudget = 4_000_000;

type Categories = Readonly<{
  atoms: readonly number[];
  people: readonly number[];
  program: LinearProgram;
  /** Per atom which of promoter, passive and detractor was seen. */
  seen: boolean[][];
}>;

/** Only true counts and surpluses enter: pairs of moved parts leave more open, so nothing is called possible that is not. */
export const searchCategories = (
  system: System,
  regions: readonly SurplusRegion[],
  limits: readonly PairLimit[],
  solver: Solver,
): CategoryResult => {
  const categories = openCategories(system, regions, limits);
  const complete = lookForAll(categories, solver);
  const { atoms, seen } = categories;
  const narrowed = seen.flatMap((own, index) =>
    own.filter(Boolean).length < 2 ? [{ atom: atoms[index] as number, share: 0, from: [] }] : [],
  );
  return { tested: 3 * atoms.length, narrowed: complete ? narrowed : [], complete };
};

const openCategories = (
  system: System,
  regions: readonly SurplusRegion[],
  limits: readonly PairLimit[],
): Categories => {
  const atoms = [...new Set([...regions, ...limits].flatMap((set) => set.atoms))].sort((a, b) => a - b);
  const indexOf = new Map(atoms.map((atom, index) => [atom, index]));
  const people = atoms.map((atom) => system.people[atom] as number);
  const termsOf = (set: readonly number[], promoter: number, detractor: number): Term[] =>
    set.flatMap((atom): Term[] => {
      const index = indexOf.get(atom) as number;
      return [[2 * index, promoter] as const, [2 * index + 1, detractor] as const].filter(([, value]) => value !== 0);
    });
  const counts = limits.flatMap(({ atoms: own, exact }) =>
    exact === null
      ? []
      : [
          { terms: termsOf(own, 1, 0), low: exact.promoters, high: exact.promoters },
          { terms: termsOf(own, 0, 1), low: exact.detractors, high: exact.detractors },
        ],
  );
  const program = {
    columns: people.flatMap((high) => [
      { low: 0, high },
      { low: 0, high },
    ]),
    rows: [
      ...regions.map(({ atoms: own, low, high }) => ({ terms: termsOf(own, 1, -1), low, high })),
      ...counts,
      ...people.map((high, index) => ({
        terms: [
          [2 * index, 1],
          [2 * index + 1, 1],
        ] as Term[],
        low: 0,
        high,
      })),
    ],
  };
  return { atoms, people, program, seen: atoms.map(() => [false, false, false]) };
};

/** Programs for every atom that was not seen as two things yet; false when they can't be solved or take too much. */
const lookForAll = ({ program, people, seen }: Categories, solver: Solver): boolean => {
  const size = program.columns.length + program.rows.length;
  let spent = 0;
  for (const index of people.keys())
    for (const terms of listGoals(index)) {
      if ((seen[index] as boolean[]).filter(Boolean).length >= 2) break;
      spent += size;
      if (spent > solverBudget) return false;
      const solution = solver(program, { sense: "maximise", terms });
      if (solution.status !== "solved") return false;
      look(people, seen, solution.values);
    }
  return true;
};

/** Most promoters, fewest promoters and detractors, most detractors. */
const listGoals = (index: number): Term[][] => [
  [[2 * index, 1]],
  [
    [2 * index, -1],
    [2 * index + 1, -1],
  ],
  [[2 * index + 1, 1]],
];

const look = (people: readonly number[], seen: boolean[][], values: readonly number[]): void => {
  for (const [index, count] of people.entries()) {
    const [promoters, detractors] = [values[2 * index] ?? 0, values[2 * index + 1] ?? 0];
    const own = seen[index] as boolean[];
    for (const [part, number] of [promoters, count - promoters - detractors, detractors].entries())
      if (number >= 1 - tolerance) own[part] = true;
  }
};
