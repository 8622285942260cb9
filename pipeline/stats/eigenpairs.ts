/**
 * Eigenvalues of a symmetric matrix and their vectors; rows in, one pair per row out.
 * Source: cyclic Jacobi rotations, Golub & Van Loan (2013), Matrix Computations, 4th ed., section 8.5.
 */

/** `vector` has length 1; its sign is arbitrary. */
export type Eigenpair = Readonly<{ value: number; vector: readonly number[] }>;

const maximumSweeps = 60;

/**
 * In no particular order; `rows` is square and symmetric, none give none.
 *
 * @example findEigenpairs([[2, 1], [1, 2]]) // 1 with (1, -1) / sqrt(2), 3 with (1, 1) / sqrt(2)
 */
export function findEigenpairs(rows: readonly (readonly number[])[]): readonly Eigenpair[] {
  const matrix = rows.map((row) => [...row]);
  const vectors = rows.map((_, i) => rows.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < maximumSweeps && !isDiagonal(matrix); sweep++)
    for (let p = 0; p < rows.length; p++) for (let q = p + 1; q < rows.length; q++) rotate(matrix, vectors, p, q);
  return matrix.map((row, i) => ({ value: row[i] as number, vector: vectors.map((one) => one[i] as number) }));
}

/**
 * The pair with the largest value; `rows` at least 1 x 1.
 *
 * @example findLargestEigenpair([[2, 1], [1, 2]]) // 3, with (1, 1) / sqrt(2)
 */
export function findLargestEigenpair(rows: readonly (readonly number[])[]): Eigenpair {
  return findEigenpairs(rows).reduce((largest, pair) => (pair.value > largest.value ? pair : largest));
}

function isDiagonal(matrix: readonly (readonly number[])[]): boolean {
  let [on, off] = [0, 0];
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      if (i === j) on += value ** 2;
      else off += value ** 2;
    });
  });
  return off <= 1e-32 * on;
}

/** Turns rows and columns p and q so that their element becomes 0. */
function rotate(matrix: number[][], vectors: number[][], p: number, q: number): void {
  const element = at(matrix, p, q);
  if (element === 0) return;
  const slope = (at(matrix, q, q) - at(matrix, p, p)) / (2 * element);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of [...matrix, ...vectors]) turnPair(row, p, q, cosine, sine);
  const [first, second] = [matrix[p] as number[], matrix[q] as number[]];
  for (let j = 0; j < matrix.length; j++) {
    const [x, y] = [first[j] as number, second[j] as number];
    first[j] = cosine * x - sine * y;
    second[j] = sine * x + cosine * y;
  }
}

function turnPair(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p] as number, row[q] as number];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}

const at = (matrix: readonly (readonly number[])[], i: number, j: number): number => matrix[i]?.[j] as number;
