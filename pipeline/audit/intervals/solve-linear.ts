/**
 * Solves linear programs with HiGHS (WebAssembly, floating point). In: columns, rows, an objective; out: the best values, or
 * what stood in the way. Rows may be missed by 1e-7 of their size: callers keep a tolerance.
 */
import highs, { type Highs } from "highs";

/** Position and coefficient. */
export type Term = readonly [column: number, coefficient: number];

export type Limited = Readonly<{ low: number; high: number }>;

export type LinearProgram = Readonly<{
  columns: readonly Limited[];
  rows: readonly (Limited & Readonly<{ terms: readonly Term[] }>)[];
}>;

export type Objective = Readonly<{ sense: "minimise" | "maximise"; terms: readonly Term[] }>;

/** Values by column. unsolved: neither solved nor shown to be impossible within the time. */
export type Solution = Readonly<
  { status: "solved"; values: readonly number[] } | { status: "infeasible" | "unsolved" }
>;

export type Solver = (program: LinearProgram, objective: Objective) => Solution;

/** Seconds for one program; what takes longer is unsolved. */
const seconds = 120;

/** The package's types describe its CommonJS form; what Node imports is the loader itself. */
const loadHighs = highs as unknown as () => Promise<Highs>;

let loading: Promise<Highs> | null = null;

/** Loads the solver, once in a process: every program gets an instance of its own. */
export const loadSolver = async (): Promise<Solver> => {
  loading ??= loadHighs();
  const loaded = await loading;
  return (program, objective) => solve(loaded, program, objective);
};

const solve = (loaded: Highs, program: LinearProgram, objective: Objective): Solution => {
  const { Status, Columns } = loaded.solve(writeProgram(program, objective), { time_limit: seconds });
  if (Status === "Optimal")
    return { status: "solved", values: program.columns.map((_, column) => Columns[`x${column}`]?.Primal ?? 0) };
  return { status: Status === "Infeasible" ? "infeasible" : "unsolved" };
};

/** CPLEX LP text. Every column is in the objective, so that columns without a row exist too. */
export const writeProgram = ({ columns, rows }: LinearProgram, { sense, terms }: Objective): string => {
  const costs = new Map(terms);
  const objective = columns.map((_, column): Term => [column, costs.get(column) ?? 0]);
  return [
    sense === "minimise" ? "Minimize" : "Maximize",
    ` goal: ${writeTerms(objective)}`,
    "Subject To",
    ...rows.flatMap(({ terms: own, low, high }, row) => writeRow(`r${row}`, writeTerms(own), { low, high })),
    "Bounds",
    ...columns.map(({ low, high }, column) => ` ${low} <= x${column} <= ${high}`),
    "End",
  ].join("\n");
};

const writeTerms = (terms: readonly Term[]): string =>
  terms
    .map(([column, coefficient]) => `${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient)} x${column}`)
    .join("\n ");

const writeRow = (name: string, terms: string, { low, high }: Limited): string[] => {
  if (low === high) return [` ${name}: ${terms} = ${low}`];
  return [
    ...(Number.isFinite(low) ? [` ${name}l: ${terms} >= ${low}`] : []),
    ...(Number.isFinite(high) ? [` ${name}h: ${terms} <= ${high}`] : []),
  ];
};
