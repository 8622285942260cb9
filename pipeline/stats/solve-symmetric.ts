/**
 * Solves a set of linear equations with a symmetric positive definite matrix; rows and a right-hand side in, the solution out.
 * Source: Cholesky decomposition, Golub & Van Loan (2013), Matrix Computations, 4th ed., section 4.2.
 */

/** A pivot below this share of its diagonal element says that a row is a combination of the others. */
const singular = 1e-12;

/**
 * null when the matrix is not positive definite; no equations give no unknowns.
 *
 * @example solveSymmetric([[2, 1], [1, 2]], [3, 3]) // 1, 1
 */
export function solveSymmetric(
  rows: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | null {
  const lower = decompose(rows);
  if (lower === null) return null;
  const forward: number[] = [];
  right.forEach((value, i) => {
    forward.push((value - addProducts(lower[i] as number[], forward, i)) / at(lower, i, i));
  });
  const solution = new Array<number>(right.length).fill(0);
  for (let i = right.length - 1; i >= 0; i--) {
    let value = forward[i] as number;
    for (let j = i + 1; j < right.length; j++) value -= at(lower, j, i) * (solution[j] as number);
    solution[i] = value / at(lower, i, i);
  }
  return solution;
}

function decompose(rows: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = rows.map(() => []);
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j <= i; j++) {
      const rest = at(rows, i, j) - addProducts(lower[i] as number[], lower[j] as number[], j);
      if (i === j && !(rest > singular * at(rows, i, i))) return null;
      (lower[i] as number[]).push(i === j ? Math.sqrt(rest) : rest / at(lower, j, j));
    }
  return lower;
}

function addProducts(one: readonly number[], other: readonly number[], length: number): number {
  let sum = 0;
  for (let index = 0; index < length; index++) sum += (one[index] as number) * (other[index] as number);
  return sum;
}

const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] as number;
