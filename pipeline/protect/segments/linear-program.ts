/** Solves small linear programmes with HiGHS: in, variables with limits and rows of coefficients; out, a value per variable. */
import highs from "highs";

/** The package's types describe its other build, where the loader is a property. */
const loadHighs = highs as unknown as typeof highs.default;

/** Variables are numbered from 0. `limits` are the lowest and highest value of each; `whole`: they take whole numbers only. */
export type LinearProgram = Readonly<{
  limits: readonly (readonly [low: number, high: number])[];
  rows: readonly Row[];
  whole: boolean;
}>;

/** low <= sum of coefficient x variable <= high. */
export type Row = Readonly<{ terms: Terms; low: number; high: number }>;

/** Coefficient per variable. */
export type Terms = ReadonlyMap<number, number>;

/** Minimises a sum of coefficient x variable; null when nothing satisfies all rows. Throws when the solver fails. */
export type Minimise = (program: LinearProgram, objective: Terms) => number[] | null;

/** Loads the solver; it runs in this thread and the same programme gives the same values. */
export const loadSolver = async (): Promise<Minimise> => {
  const solver = await loadHighs();
  const options = { threads: 1, random_seed: 1, mip_rel_gap: 0 };
  return (program, objective) => {
    const { Status, Columns } = solver.solve(writeProgram(program, objective), options);
    if (Status === "Infeasible") return null;
    if (Status !== "Optimal") throw new Error(`A linear programme must have an optimum, found: ${Status}.`);
    const read = (index: number) => (Columns[`x${index}`] as { Primal?: number } | undefined)?.Primal;
    return program.limits.map(([low], index) => read(index) ?? low);
  };
};

/** In the LP format of CPLEX. */
const writeProgram = ({ limits, rows, whole }: LinearProgram, objective: Terms): string =>
  [
    "Minimize",
    ` obj: ${objective.size === 0 ? "0 x0" : writeTerms(objective)}`,
    "Subject To",
    ...rows.flatMap(({ terms, low, high }, index) => {
      const sum = writeTerms(terms);
      return low === high
        ? [` r${index}: ${sum} = ${low}`]
        : [` l${index}: ${sum} >= ${low}`, ` h${index}: ${sum} <= ${high}`];
    }),
    "Bounds",
    ...limits.map(([low, high], index) => ` ${low} <= x${index} <= ${high}`),
    ...(whole ? ["General", ...limits.map((_, index) => ` x${index}`)] : []),
    "End",
  ].join("\n");

/** Twenty terms a line: the format allows 560 characters on one. */
const writeTerms = (terms: Terms): string =>
  [...terms]
    .map(([index, coefficient], place) => {
      const sign = coefficient < 0 ? "-" : "+";
      return `${sign} ${Math.abs(coefficient)} x${index}${place % 20 === 19 ? "\n" : ""}`;
    })
    .join(" ");
