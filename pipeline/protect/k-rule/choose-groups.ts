/**
 * Chooses which groups are published so that, together with what is fixed, the k-rule holds and the most weight is shown.
 *
 * In: fixed groups, candidates with weights, k; out: the ids chosen, with a bound on what any choice could reach. First greedily,
 * in a fixed order: weight descending, then respondents descending, then id. Then exactly: leaving a group out never creates a
 * leak, so the best choice is a hitting set of all sets that leak; those are found as they are met. Each round hides the least
 * weight that breaks all known sets, tests what is left exactly, and adds the sets that still leak.
 *
 * The same groups give the same answer in whatever order they come, as long as the solver does not run out of time; between
 * choices of equal weight the solver's first decides, on variables in the order of their ids. A preference belongs in the weights.
 */
import type { Highs } from "highs";
import { type Admitted, admitAll, type Cut } from "./admit-all.ts";
import { type CoverLimits, coverCuts, loadSolver, type Solutions } from "./cover-cuts.ts";
import { defaultBudget } from "./find-leak.ts";
import { orderBySize } from "./order-by-size.ts";
import { type Candidate, type Problem, prepareProblem, type Variable } from "./prepare-problem.ts";
import type { Group, Leak } from "./system.ts";

/**
 * "optimal": no choice shows more weight. "gap": none shows more than `bound`; time, rounds or budget ran out. "conflict": the
 * fixed groups leak by themselves. `cuts`: sets found that cannot all be shown.
 */
export type Choice =
  | Readonly<{
      status: "optimal" | "gap";
      chosen: ReadonlySet<string>;
      weight: number;
      bound: number;
      cuts: number;
      rounds: number;
    }>
  | Readonly<{ status: "conflict"; leak: Leak }>;

export type ChoiceInput = Readonly<{
  /** People per atom, whole numbers from 1. */
  weights: readonly number[];
  fixed: readonly Group[];
  candidates: readonly Candidate[];
  k: number;
  /** Steps of search for one group in one test. */
  budget?: number;
  /** For the solver, in all rounds together. */
  timeLimitSeconds?: number;
  /** 0: greedily only. */
  rounds?: number;
  solver?: Highs;
}>;

/** What no round needs again. */
type Run = Readonly<{ problem: Problem; budget: number; weights: readonly number[]; greedyOrder: readonly number[] }>;

type State = Readonly<{
  best: readonly number[];
  bound: number;
  cuts: readonly Cut[];
  rounds: number;
  seconds: number;
}>;

const defaultRounds = 200;
/** Rounds before the last ones don't prove their hitting set to the end. */
const looseGap = 0.01;
/** Steps to try a hidden group once more: to be refused costs nothing but a slower way to the best choice. */
const retrySteps = 2_000;

/** Throws when two groups have one id, or a weight or an atom is out of range. No candidates: nothing is chosen. */
export const chooseGroups = async (input: ChoiceInput): Promise<Choice> => {
  const problem = prepareProblem(input);
  const { variables } = problem;
  const weights = variables.map(({ weight }) => weight);
  const run = { problem, budget: input.budget ?? defaultBudget, weights, greedyOrder: orderGreedily(variables) };
  const greedy = admitAll(problem, run.greedyOrder, run.budget);
  if ("combination" in greedy) return { status: "conflict", leak: greedy };
  const start = {
    best: greedy.admitted,
    bound: addUp(weights),
    cuts: greedy.cuts.filter(({ proven }) => proven),
    rounds: 0,
    seconds: 0,
  };
  const end = greedy.cuts.length === 0 || input.rounds === 0 ? start : await improve(run, start, input);
  const weight = addUp(end.best.map((variable) => weights[variable] as number));
  return {
    status: weight === end.bound ? "optimal" : "gap",
    chosen: new Set(end.best.flatMap((variable) => (variables[variable] as Variable).ids)),
    weight,
    bound: end.bound,
    cuts: end.cuts.length,
    rounds: end.rounds,
  };
};

const orderGreedily = (variables: readonly Variable[]): number[] =>
  variables
    .map((variable, index) => ({ ...variable, index }))
    .sort((a, b) => b.weight - a.weight || b.respondents - a.respondents || a.index - b.index)
    .map(({ index }) => index);

const addUp = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Rounds until the best choice reaches the bound, or something runs out. */
const improve = async (run: Run, start: State, input: ChoiceInput): Promise<State> => {
  const solver = input.solver ?? (await loadSolver());
  const limit = input.timeLimitSeconds ?? 20;
  const solutions: Solutions = new Map();
  let [state, gap] = [start, looseGap];
  while (state.rounds < (input.rounds ?? defaultRounds) && state.seconds < limit) {
    const next = playRound(run, state, { gap, seconds: limit - state.seconds }, solver, solutions);
    if (addUp(next.best.map((variable) => run.weights[variable] as number)) >= next.bound) return next;
    const isSettled = next.cuts.length === state.cuts.length;
    if (isSettled && gap === 0) return next;
    if (isSettled) gap = 0;
    state = next;
  }
  return state;
};

const playRound = (run: Run, state: State, limits: CoverLimits, solver: Highs, solutions: Solutions): State => {
  const { weights, problem, greedyOrder, budget } = run;
  const cover = coverCuts(
    solver,
    weights,
    state.cuts.map(({ variables }) => variables),
    limits,
    solutions,
  );
  const shown = orderBySize(problem.variables).filter((variable) => !cover.hidden.has(variable));
  const rest = greedyOrder.filter((variable) => cover.hidden.has(variable));
  const { admitted, cuts } = admitAll(problem, [...shown, ...rest], budget, (variable) =>
    cover.hidden.has(variable) ? Math.min(budget, retrySteps) : budget,
  ) as Admitted;
  const found = cuts.filter((cut) => !cut.variables.some((variable) => cover.hidden.has(variable)));
  const total = (chosen: readonly number[]) => addUp(chosen.map((variable) => weights[variable] as number));
  const isProven = state.cuts.every(({ proven }) => proven);
  return {
    best: total(admitted) > total(state.best) ? admitted : state.best,
    bound: isProven ? Math.min(state.bound, addUp(weights) - cover.bound) : state.bound,
    cuts: [...state.cuts, ...found],
    rounds: state.rounds + 1,
    seconds: state.seconds + cover.seconds,
  };
};
