/** Tells from a sample whether numbers are written 3.5 or 3,5. */
import type { Delimiter } from "../../schemas/inspection.ts";

/** What a sample says about decimals: the mark, and the positions (from 1) of columns with commas in a file that has points too. */
export type DecimalMark = Readonly<{ decimal: "." | ","; disagreeing: readonly number[] }>;

const comma = /^[+-]?\d+,\d+$/;
const point = /^[+-]?\d+\.\d+$/;
const thousandsByComma = /^[+-]?\d{1,3}(,\d{3})+$/;
const thousandsByPoint = /^[+-]?\d{1,3}(\.\d{3})+$/;

/**
 * Reads the mark from columns of cells. Only commas: ",". Only points or nothing: ".". Both in one file: ".", and the columns
 * with commas are named. 1,234 in a file with commas between cells, and 1.234 in one with semicolons, may be a thousand: it decides nothing.
 */
export function detectDecimal(columns: readonly (readonly string[])[], delimiter: Delimiter): DecimalMark {
  const isComma = (cell: string) => comma.test(cell) && !(delimiter === "," && thousandsByComma.test(cell));
  const isPoint = (cell: string) => point.test(cell) && !(delimiter === ";" && thousandsByPoint.test(cell));
  const withCommas = columns.flatMap((cells, index) => (cells.some(isComma) ? [index + 1] : []));
  if (withCommas.length === 0) return { decimal: ".", disagreeing: [] };
  const hasPoints = columns.some((cells) => cells.some(isPoint));
  return hasPoints ? { decimal: ".", disagreeing: withCommas } : { decimal: ",", disagreeing: [] };
}
