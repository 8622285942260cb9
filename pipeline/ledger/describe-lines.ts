/**
 * The lines of a scan as the ledger keeps them, and whether two of them are the same line. In: resolved lines, that of the primary
 * indicator first. Out: their kinds, measures and numbers.
 */
import { FixedLine } from "../../schemas/line.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";

export const describeLines = (lines: readonly ResolvedLine[]): FixedLine[] => lines.map(describeLine);

function describeLine(line: ResolvedLine): FixedLine {
  const { kind, measure } = line;
  if (kind === "own_organisation") return { kind, measure, delta: line.delta };
  if (kind === "band") return { kind, measure, band: line.band, value: line.value, source: line.source };
  const { delta, benchmark_mean, benchmark_standard_deviation, source } = line;
  return { kind, measure, delta, benchmark_mean, benchmark_standard_deviation, source };
}

/**
 * True when both flag the same teams: the same primary indicator, and the same numbers for it and the others, in whatever order. The
 * wording of a source may be corrected.
 */
export const isSameLine = (one: readonly FixedLine[], other: readonly FixedLine[]): boolean =>
  sign(one) === sign(other);

function sign([primary, ...others]: readonly FixedLine[]): string {
  const words = others.map((one) => wordLine(one)).sort();
  return JSON.stringify([primary === undefined ? "" : wordLine(primary), ...words]);
}

/** A line by the names of its settings, without its source: `vitality.energy (own_organisation, delta 0.3)`. */
const wordLine = (line: FixedLine): string => {
  const { kind, measure, source: _, ...numbers } = FixedLine.parse(line);
  return `${measure} (${[kind, ...Object.entries(numbers).map(([name, value]) => `${name} ${value}`)].join(", ")})`;
};

/** All lines in one sentence part. */
export const wordLines = (lines: readonly FixedLine[]): string => lines.map(wordLine).join(" and ");
