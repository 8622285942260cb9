/** Solves small linear programmes with HiGHS: in, variables with limits and rows of coefficients; out, a value per variable. */
import type { ModelData } from "highs";
import { loadSolver as loadHighs } from "../k-rule/cover-cuts.ts";

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

/** The values at which a sum of coefficient x variable is least; null when nothing satisfies all rows. Throws when the solver fails. */
export type Minimise = (objective: Terms) => number[] | null;

/** Sets a programme up for `work`, which may minimise several sums: the next begins where the one before ended. */
export type Solve = <T>(program: LinearProgram, work: (minimise: Minimise) => T) => T;

/** Loads the solver; it runs in this thread and the same programmes in the same order give the same values. */
export const loadSolver = async (): Promise<Solve> => {
  const solver = await loadHighs();
  const { optimal, infeasible } = solver.constants.modelStatus;
  return (program, work) =>
    solver.withModel(describe(program), (model) => {
      for (const [name, value] of options) model.raw.setOptionValue(name, value);
      return work((objective) => {
        model.changeColsCost(everyColumn(program), spread(objective, program.limits.length));
        model.run();
        const status = model.getModelStatus();
        if (status === infeasible) return null;
        if (status !== optimal) throw new Error(`A linear programme must have an optimum, found status ${status}.`);
        return [...model.getSolution().colValue];
      });
    });
};

/** Small programmes are solved sooner than they are made smaller. */
const options = [
  ["output_flag", false],
  ["presolve", "off"],
  ["random_seed", 1],
  ["mip_rel_gap", 0],
] as const;

const everyColumn = ({ limits }: LinearProgram) => ({ kind: "range" as const, from: 0, to: limits.length - 1 });

const spread = (terms: Terms, count: number): Float64Array => {
  const values = new Float64Array(count);
  for (const [index, coefficient] of terms) values[index] = coefficient;
  return values;
};

const describe = ({ limits, rows, whole }: LinearProgram): ModelData => {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) as number) + terms.size);
  return {
    numCols: limits.length,
    numRows: rows.length,
    colCost: new Float64Array(limits.length),
    colLower: limits.map(([low]) => low),
    colUpper: limits.map(([, high]) => high),
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: limits.length,
      starts,
      indices: rows.flatMap(({ terms }) => [...terms.keys()]),
      values: rows.flatMap(({ terms }) => [...terms.values()]),
    },
    ...(whole && { integrality: limits.map(() => 1 as const) }),
  };
};
