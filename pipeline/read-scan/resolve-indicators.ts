/**
 * Gives every further indicator of a scan its numbers, as `resolve-line.ts` does for the line.
 * In: a scan and its instruments. Out: the lines of the indicators, and what is wrong with them and where in scan.yaml.
 */
import type { Instrument } from "../../schemas/instrument.ts";
import type { ResolvedLine, Scan } from "../../schemas/scan.ts";
import { resolveLine } from "./resolve-line.ts";

/** A problem and the place of it in scan.yaml. */
export type IndicatorFault = Readonly<{ path: readonly (string | number)[]; message: string }>;

/** Every indicator is of a measure of its own; the line's measure is the primary one and can't be named again. */
export function resolveIndicators(
  scan: Pick<Scan, "line" | "indicators" | "accept_unverified">,
  instruments: ReadonlyMap<string, Instrument>,
): { indicators: ResolvedLine[]; faults: IndicatorFault[] } {
  const { line, accept_unverified } = scan;
  const indicators: ResolvedLine[] = [];
  const faults: IndicatorFault[] = [];
  const named = new Set([line.measure]);
  scan.indicators.forEach((indicator, index) => {
    const path = ["indicators", index];
    const resolved = resolveLine({ line: indicator, accept_unverified }, instruments);
    if (named.has(indicator.measure))
      faults.push({
        path: [...path, "measure"],
        message: `can't be ${JSON.stringify(indicator.measure)} again: a measure has one line`,
      });
    else if ("message" in resolved)
      faults.push({ path: [...path, ...resolved.path.slice(1)], message: resolved.message });
    else indicators.push(resolved);
    named.add(indicator.measure);
  });
  return { indicators, faults };
}
