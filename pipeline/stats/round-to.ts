/** Rounds a figure to the decimals in which it is published; a number in, a number out. */

/**
 * Rounds to `decimals` places, halves away from zero, so that a mirrored figure rounds to the mirrored result; never -0.
 *
 * @example roundTo(-0.1235, 3) // -0.124
 */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor + 0;
}
