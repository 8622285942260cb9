/**
 * How many decimals of an answer are looked at: at least one more than its scale allows, so that 6.6 on a whole-number
 * scale is seen and refused; what lies beyond is rounded away, the same in both ways of reading a file.
 */
export const keptDecimals = (decimals: number): number => Math.max(6, decimals + 1);
