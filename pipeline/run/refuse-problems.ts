/** Stops the run when the input has problems that scan.yaml does not accept. */
import type { Problem } from "../../schemas/problem.ts";
import { UserError } from "../user-error.ts";

/** Throws ProblemsFound with all problems, the accepted ones too. */
export function refuseProblems(problems: readonly Problem[]): void {
  const refusals = listRefusals(problems);
  if (refusals.length > 0) throw new ProblemsFound(problems);
}

/** The input has problems that scan.yaml does not accept. */
export class ProblemsFound extends UserError {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super("The input must be clean, or scan.yaml must say what to do with its problems.");
    this.problems = problems;
  }
}

/** Problems that scan.yaml does not accept: they stop the run. */
export const listRefusals = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ accepted }) => accepted === null);
