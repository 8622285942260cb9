/**
 * Student's t distribution: probability below a value, and the value below which a probability lies.
 * Source: Student (1908), Biometrika 6; by the incomplete beta function, Abramowitz & Stegun (1964) 26.7.1.
 */
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * P(T <= t), 0 to 1; `freedom` above 0, not necessarily whole.
 *
 * @example studentProbability(1.7, 22) // 0.9483901, R: pt(1.7, 22)
 */
export function studentProbability(t: number, freedom: number): number {
  const tail = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/**
 * The t below which `probability` lies, 0 < probability < 1, by halving.
 *
 * @example studentQuantile(0.975, 22) // 2.0738731, R: qt(.975, 22)
 */
export function studentQuantile(probability: number, freedom: number): number {
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom);
  let [low, high] = [0, 1];
  while (studentProbability(high, freedom) < probability) [low, high] = [high, 2 * high];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentProbability(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
