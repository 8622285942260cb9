/**
 * Adjusts p-values so that a list of those at most q holds a share of false ones of at most q on average; p-values in, q-values out.
 * Source: Benjamini & Hochberg (1995), JRSS B 57. Kept to compare with: against a line it finds next to nothing in small teams.
 */

/**
 * In the order given, 0-1; equal p-values get equal q-values. No p-values give none.
 *
 * @example adjustBenjaminiHochberg([0.01, 0.04, 0.03]) // 0.03, 0.04, 0.04
 */
export function adjustBenjaminiHochberg(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[b] as number) - (values[a] as number) || b - a);
  const adjusted = new Array<number>(values.length);
  let least = 1;
  order.forEach((index, above) => {
    least = Math.min(least, ((values[index] as number) * values.length) / (values.length - above));
    adjusted[index] = least;
  });
  return adjusted;
}
