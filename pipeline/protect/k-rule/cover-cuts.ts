/**
 * Hides the least weight so that of every cut at least one variable is hidden: a hitting set, by mixed-integer programming.
 *
 * In: the weight of each variable and the cuts; out: the hidden variables, and the least weight that any solution hides. Cuts that
 * share no variable are solved apart, and once: what was solved before is known by its cuts. The solver (HiGHS) runs on one thread
 * with a fixed seed, so the same cuts in the same order give the same answer as long as it does not run out of time.
 */
import highs, { type Highs } from "highs";

export type Cover = Readonly<{
  hidden: ReadonlySet<number>;
  /** No cover hides less than this. */
  bound: number;
  /** Seconds that the solver took. */
  seconds: number;
}>;

export type CoverLimits = Readonly<{
  /** Stop at this share above the least weight; 0 for the exact optimum. */
  gap: number;
  seconds: number;
}>;

type Solved = Readonly<{ hidden: readonly number[]; bound: number; seconds: number }>;

/** What was solved before, by cuts and gap. */
export type Solutions = Map<string, Solved>;

let loading: Promise<Highs> | undefined;

/** Loads the solver, once: WebAssembly, no file of ours, no network. Every programme gets an instance of its own. */
export const loadSolver = (): Promise<Highs> => {
  // The package declares the types of its CommonJS build; what Node imports is the function itself.
  loading ??= (highs as unknown as typeof highs.default)();
  return loading;
};

/** Without cuts nothing is hidden. When time is up, cuts still open are covered by their lightest variable. */
export const coverCuts = (
  solver: Highs,
  weights: readonly number[],
  cuts: readonly (readonly number[])[],
  limits: CoverLimits,
  solutions: Solutions,
): Cover => {
  const hidden = new Set<number>();
  let [bound, seconds] = [0, 0];
  for (const linked of splitLinked(cuts)) {
    const key = `${limits.gap}:${linked.map((cut) => cut.join()).join(";")}`;
    const known = solutions.get(key);
    const solved = known ?? solve(solver, weights, linked, { ...limits, seconds: limits.seconds - seconds });
    solutions.set(key, solved);
    for (const variable of solved.hidden) hidden.add(variable);
    bound += solved.bound;
    if (known === undefined) seconds += solved.seconds;
  }
  return { hidden, bound, seconds };
};

/** Cuts by shared variables, in the order of their first cut. */
const splitLinked = (cuts: readonly (readonly number[])[]): (readonly number[])[][] => {
  const heads = new Map<number, number>();
  const findHead = (variable: number): number => {
    let head = variable;
    while (heads.has(head)) head = heads.get(head) as number;
    return head;
  };
  for (const [first = 0, ...rest] of cuts)
    for (const variable of rest) {
      const [one, other] = [findHead(first), findHead(variable)];
      if (one !== other) heads.set(Math.max(one, other), Math.min(one, other));
    }
  const linked = new Map<number, (readonly number[])[]>();
  for (const cut of cuts) {
    const head = findHead(cut[0] as number);
    const own = linked.get(head);
    if (own === undefined) linked.set(head, [cut]);
    else own.push(cut);
  }
  return [...linked.values()];
};

const solve = (
  solver: Highs,
  weights: readonly number[],
  cuts: readonly (readonly number[])[],
  { gap, seconds }: CoverLimits,
): Solved => {
  if (seconds <= 0) return coverSimply(weights, cuts);
  const variables = [...new Set(cuts.flat())].sort((a, b) => a - b);
  return solver.withModel(makeModel(solver, weights, cuts, variables), (model) => {
    model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: gap, mip_abs_gap: 0, time_limit: seconds });
    model.run();
    const taken = model.raw.getRunTime();
    const { optimal, timeLimit } = solver.constants.modelStatus;
    const status = model.getModelStatus();
    if (status !== optimal && status !== timeLimit) throw new Error(`The solver stopped with status ${status}.`);
    const values = model.getSolution().colValue ?? [];
    const hidden = variables.filter((_, index) => (values[index] ?? 0) > 0.5);
    const inside = new Set(hidden);
    const isCover = cuts.every((cut) => cut.some((variable) => inside.has(variable)));
    const least = Math.max(0, Math.ceil(Number(model.info.get("mip_dual_bound")) - 1e-6));
    return { ...(isCover ? { hidden } : coverSimply(weights, cuts)), bound: least, seconds: taken };
  });
};

/** Columns: is a variable hidden? Rows: of each cut at least one. */
const makeModel = (
  solver: Highs,
  weights: readonly number[],
  cuts: readonly (readonly number[])[],
  variables: readonly number[],
) => {
  const positions = new Map(variables.map((variable, index) => [variable, index]));
  const [numCols, numRows] = [variables.length, cuts.length];
  const starts = [0];
  for (const cut of cuts) starts.push((starts.at(-1) as number) + cut.length);
  const indices = cuts.flatMap((cut) => cut.map((variable) => positions.get(variable) as number));
  return {
    numCols,
    numRows,
    colCost: variables.map((variable) => weights[variable] as number),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(1),
    rowUpper: new Float64Array(numRows).fill(solver.infinity),
    matrix: { format: "csr" as const, numRows, numCols, starts, indices, values: indices.map(() => 1) },
    integrality: new Int32Array(numCols).fill(solver.constants.variableType.integer),
  };
};

/** Some cover: the lightest variable of every cut that is not covered yet, ties to the first. */
const coverSimply = (weights: readonly number[], cuts: readonly (readonly number[])[]): Solved => {
  const hidden = new Set<number>();
  for (const cut of cuts)
    if (!cut.some((variable) => hidden.has(variable)))
      hidden.add(cut.reduce((best, other) => ((weights[other] as number) < (weights[best] as number) ? other : best)));
  return { hidden: [...hidden], bound: 0, seconds: 0 };
};
